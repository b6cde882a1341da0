"""What is shown of a point of order: on the podium, in the snapshot and its caption (row 26)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.vocabulary import Explanation, FloorKind, Language
from plenary_tui.views.podium.cards import floor_card, status_words
from plenary_tui.views.public.caption import caption
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Niger has spoken for 50 of its 180 seconds; Guinea waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea")
    chamber.speak(50)
    return chamber


def test_row_26_who_looks_on_sees_the_point_and_whom_it_interrupts(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("raise-point", delegation="Nigeria")
    chamber.clock.advance(7)
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.floor is not None and seen.interrupted is not None
    assert (seen.floor.kind, seen.floor.delegation) == (FloorKind.POINT_OF_ORDER, "Türkiye")
    assert (seen.floor.elapsed, seen.floor.limit) == (7, None)
    assert (seen.interrupted.delegation, seen.interrupted.elapsed) == ("Niger", 50)
    assert [one.delegation for one in seen.points] == ["Türkiye", "Nigeria"]
    assert (seen.lower_third.line1, seen.lower_third.line2) == ("Türkiye", "point of order")
    card = floor_card(chamber.conference, chamber.clock.now())
    assert card.lines[0] == "POINT OF ORDER: Türkiye, then Nigeria"
    assert any(
        one.endswith("the distinguished representative of Türkiye on a point of order.")
        for one in seen.script
    )
    assert "Press [rule-point]" in card.hint


def test_row_26_nobody_is_captioned_before_it_is_known_who_raised_the_point(
    chamber: Chamber,
) -> None:
    chamber.do("raise-point")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert snapshot.floor is None and snapshot.interrupted is not None
    assert (snapshot.lower_third.line1, snapshot.lower_third.line2) == ("", "")
    assert [one.delegation for one in snapshot.points] == [None]
    chamber.do("name-point", delegation="Türkiye")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert snapshot.lower_third.line1 == "Türkiye" and snapshot.interrupted is not None


@pytest.mark.parametrize(
    ("to", "name", "function", "lines", "in_french"),
    [
        ("secretariat", "", "", ("Secretariat", ""), "Secrétariat"),
        ("secretariat", "Ada", "Chief", ("Secretariat", "Ada, Chief"), "Secrétariat"),
        ("rapporteur", "Ada", "", ("Rapporteur", "Ada"), "Rapporteur"),
        ("chair", "Ada", "Chair", ("Chair", "Ada"), "Président"),
        ("chair", "Ada", "Chair of the Bureau", ("Chair of the Bureau", "Ada"), ""),
        ("guest", "Ada", "Director", ("Ada", "Director"), "Ada"),
        ("guest", "", "Director", ("Director", ""), "Directeur"),
    ],
)
def test_who_speaks_for_no_delegation_is_captioned(
    to: str, name: str, function: str, lines: tuple[str, str], in_french: str
) -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("give-floor", to=to, name=name, function=function)
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert (seen.lower_third.line1, seen.lower_third.line2) == lines
    assert seen.floor is not None
    assert (seen.floor.kind, seen.floor.speaker, seen.floor.function) == (
        to, name or None, function or None,
    )  # fmt: skip
    french = caption(chamber.conference, Language.FRENCH)
    assert french.line1 == (in_french or lines[0])


def test_whoever_presides_is_captioned_and_in_the_snapshot() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("preside", name="Ms. Vice")
    chamber.do("give-floor", to="president")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert (seen.lower_third.line1, seen.lower_third.line2) == ("Vice-President", "Ms. Vice")
    assert seen.meeting is not None and seen.meeting.presiding is not None
    assert seen.meeting.presiding.speaker == "Ms. Vice"
    assert caption(chamber.conference, Language.FRENCH).line1 == "Vice-Présidente"
    words = [one.text for one in status_words(chamber.conference)]
    assert words[-2:] == ["chair: Ms. Vice, Vice-President", "Small conference"]


def test_who_replies_is_captioned_by_name_once_it_is_known(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Türkiye")
    chamber.do("end-statement")
    chamber.do("grant-reply", override="at once")
    chamber.do("edit", speaker="Ada", function="Ambassador")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.lower_third.line2 == "right of reply, Ada, Ambassador"
    assert floor_card(chamber.conference, chamber.clock.now()).lines[:2] == (
        "right of reply", "Ada, Ambassador",
    )  # fmt: skip


def test_an_explanation_is_shown_as_one(chamber: Chamber) -> None:
    chamber.do("end-statement")
    chamber.do("inscribe", delegation="Nigeria", explains="before", speaker="Ada")
    queue = take_snapshot(chamber.conference, chamber.clock.now(), built_in()).queue
    assert [one.explains for one in queue] == [None, Explanation.BEFORE]
    chamber.do("give-floor", entry="Nigeria")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.lower_third.line2 == "explanation of position, Ada"
    assert (
        "explanation of position before action"
        in floor_card(chamber.conference, chamber.clock.now()).lines
    )
    assert seen.script[-1].startswith(
        "I now give the floor to the distinguished representative of Nigeria, to explain the "
        "position before action is taken"
    )


def test_the_office_gives_mr_or_ms_and_a_short_function(chamber: Chamber) -> None:
    chamber.do(
        "edit",
        speaker="Sample",
        address="Ms.",
        function="Deputy Minister for the Coordination of Matters of Justice and of the Interior",
        short_function="Deputy Minister",
    )
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.lower_third.line2 == "Ms. Sample, Deputy Minister"
    assert seen.floor is not None and seen.floor.address == "Ms."
    french = caption(chamber.conference, Language.FRENCH)
    assert french.line2 == "Ms. Sample, Vice-Ministre" or "Ms. Sample" in french.line2
