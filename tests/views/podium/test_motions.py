"""What is shown of motions, and of a debate that does not go on (row 33)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.podium.what_next import what_next
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber

SUSPEND, CLOSE_DEBATE = "suspend the meeting", "close the debate"


@pytest.fixture
def chamber() -> Chamber:
    """Niger has spoken for 50 of its 180 seconds; Guinea and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea", "Sample Watch")
    chamber.speak(50)
    return chamber


def test_row_33_who_looks_on_sees_the_motions_in_their_order(chamber: Chamber) -> None:
    chamber.do("move-motion", motion=CLOSE_DEBATE, delegation="Türkiye")
    chamber.do("speak-on-motion", delegation="Nigeria", side="against")
    chamber.do("move-motion", motion=SUSPEND, delegation="Guinea")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    first, second = seen.motions
    assert (first.motion, first.delegation, first.item) == (SUSPEND, "Guinea", None)
    assert (second.motion, second.item, second.speakers_against) == (
        CLOSE_DEBATE,
        "1(f)",
        ("Nigeria",),
    )
    line = (
        "MOTION to suspend the meeting (Guinea); "
        "then to close the debate on item 1(f) (Türkiye, 0 for, 1 against)"
    )
    assert line in status_report(chamber.conference, chamber.clock.now())
    brief = "MOTION to suspend the meeting (Guinea); then 1 more"
    assert floor_card(chamber.conference, chamber.clock.now()).lines[0] == brief
    assert "Press [motions]" in floor_card(chamber.conference, chamber.clock.now()).hint
    chamber.do("end-statement")
    said = " ".join(take_snapshot(chamber.conference, chamber.clock.now(), built_in()).script)
    assert "The distinguished representative of Guinea has moved to suspend the meeting." in said
    assert "The motion is not debated. I put to the vote the motion to suspend the meeting." in said


def test_row_33_nobody_is_next_once_the_debate_is_closed(chamber: Chamber) -> None:
    def next_names() -> list[str]:
        snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
        shown = next_entries(chamber.conference, chamber.clock.now())
        assert [one.id for one in shown] == [one.entry for one in snapshot.next]
        return [one.delegation for one in snapshot.next]

    assert next_names(), "while the debate goes on somebody is"
    chamber.do("move-motion", motion="close-debate", delegation="TUR")
    chamber.do("decide-motion", in_favour=4, against=1)
    assert chamber.waiting() and next_names() == []
    assert "Press [drafts] for drafts, [conclude-item] to conclude" in what_next(
        chamber.conference, chamber.clock.now()
    )


def test_row_33_the_row_that_would_be_called_says_next_only_while_the_debate_goes_on(
    chamber: Chamber,
) -> None:
    def next_rows() -> list[str]:
        speakers = chamber.conference.current_list
        assert speakers is not None
        rows = listing(chamber.conference, speakers, chamber.clock.utc)
        return [row.name for row in rows if row.next]

    assert len(next_rows()) == 1
    chamber.do("move-motion", motion="adjourn-debate", delegation="TUR")
    chamber.do("decide-motion", in_favour=4, against=1)
    assert chamber.waiting() and next_rows() == []
    assert "Next:" not in status_report(chamber.conference, chamber.clock.now())
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.forecast.list_ends_at is None and {one.expected_at for one in seen.queue} == {None}
    assert sum(seen.forecast.unreached.values()) == len(chamber.waiting())
    chamber.do("open-floor")
    assert len(next_rows()) == 1
    assert "Next:" in status_report(chamber.conference, chamber.clock.now())
