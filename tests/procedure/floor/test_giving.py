"""The floor is given to who is next, and to another for a reason only (rows 13 and 17)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.vocabulary import FloorKind
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


def test_row_13_there_is_no_question_to_a_speaker(chamber: Chamber) -> None:
    assert not any("question" in act or "answer" in act for act in ACTS)
    assert not any("question" in kind for kind in FloorKind)
    chamber.speak(30)
    refusal = chamber.refused("give-floor", entry="Guinea")
    assert "Guinea" in refusal.why, "nobody is heard who is not on the list"


def test_row_13_an_ngo_raises_no_point_and_replies_only_by_way_of_exception(
    chamber: Chamber,
) -> None:
    chamber.speak(30)
    assert "Only States parties" in chamber.refused("raise-point", delegation="Sample Watch").why
    assert chamber.refused("request-reply", delegation="Sample Watch").remedy == "override"


def test_row_17_an_ngo_is_called_before_a_state_for_a_reason_only(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", entry="Sample Watch")
    assert refusal.why.startswith("Niger is next") and refusal.remedy == "reason"
    chamber.do("give-floor", entry="Sample Watch", reason="leaves for the airport")
    assert chamber.speaker == "WATCH"
    assert chamber.waiting() == ["NER", "INTERPOL"]


def test_the_next_is_called_and_who_speaks_gives_the_floor_back(chamber: Chamber) -> None:
    chamber.speak(60)
    ended, given = chamber.do("give-floor")
    assert (ended.kind, given.kind) == ("statement ended", "floor given")
    assert chamber.speaker == "INTERPOL"
    assert chamber.conference.statements[-1].entry.delegation == "NER"  # type: ignore[union-attr]
    assert chamber.waiting() == ["WATCH"]


def test_calling_out_of_order_needs_a_reason(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", entry="Sample Watch")
    assert "Niger is next" in refusal.why and "Sample Watch" in refusal.why
    assert refusal.remedy == "reason"
    before = chamber.conference
    (given,) = chamber.do("give-floor", entry="Sample Watch", reason="Its flight leaves")
    assert "out of order: Its flight leaves" in given.sentence(before)
    assert chamber.conference.floor.out_of_order == "Its flight leaves"  # type: ignore[union-attr]


def test_calling_the_next_by_name_is_in_order(chamber: Chamber) -> None:
    chamber.do("give-floor", entry="Niger", reason="Not needed")
    assert chamber.conference.floor.out_of_order == ""  # type: ignore[union-attr]


def test_nobody_is_called_from_an_empty_list_or_another_one(chamber: Chamber) -> None:
    (guinea,) = chamber.inscribe("Guinea", item="2")
    refusal = chamber.refused("give-floor", entry=str(guinea))
    assert "list for item 2" in refusal.why and "take-up-item" in refusal.instead
    for _ in range(3):
        chamber.speak(1)
    refusal = chamber.refused("give-floor")
    assert "Nobody waits" in refusal.why and "Inscribe" in refusal.instead
    assert chamber.speaker == "WATCH", "the refusal did not end the statement"


@pytest.mark.parametrize(
    ("to", "fields", "said"),
    [
        ("secretariat", {}, "the Secretariat"),
        ("secretariat", {"name": "Ada", "function": "Chief"}, "the Secretariat (Ada, Chief)"),
        ("rapporteur", {"name": "Ada"}, "the Rapporteur (Ada)"),
        ("chair", {"function": "Chair of the Bureau"}, "the Chair of the Bureau"),
        ("guest", {"name": "Ada", "function": "Director"}, "Ada (Director)"),
        ("guest", {"function": "Director"}, "the Director"),
    ],
)
def test_the_floor_goes_to_who_speaks_for_no_delegation(
    to: str, fields: dict[str, str], said: str
) -> None:
    chamber = Chamber()
    chamber.open_meeting()
    before = chamber.conference
    (given,) = chamber.do("give-floor", to=to, **fields)
    assert given.sentence(before) == f"The floor was given to {said}."
    chamber.do("start-clock")
    chamber.do("end-statement")
    (statement,) = chamber.conference.statements
    assert statement.kind == to
    assert statement.person.speaker == fields.get("name", "")
    assert statement.person.function == fields.get("function", "")
    assert chamber.replayed() == chamber.conference


def test_a_guest_is_known_and_a_delegations_speaker_stands_in_its_entry() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    assert "was not said" in chamber.refused("give-floor", to="guest").why
    assert "edit" in chamber.refused("give-floor", name="Ada").instead


def test_a_position_is_explained_out_of_turn_and_after_the_debate_was_closed() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Guinea", "Nigeria")
    chamber.do("inscribe", delegation="Niger", explains="before")
    chamber.do("give-floor", entry="Niger")
    assert chamber.conference.floor is not None and chamber.conference.floor.out_of_order == ""
    chamber.do("undo")
    chamber.do("move-motion", motion="close-debate", delegation="Guinea")
    chamber.do("count-present", present=7)
    chamber.do("decide-motion", in_favour=5, against=1)
    assert "floor is not open" in chamber.refused("give-floor", entry="Guinea", reason="x").why
    assert "floor is not open" in chamber.refused("give-floor").why
    chamber.do("give-floor", entry="Niger")
    assert chamber.speaker == "NER"
