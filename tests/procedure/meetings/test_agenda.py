"""Agenda items in their stages, and statements to the point (rows 12 and 21)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import FloorKind, Stage
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The 1st meeting, just opened; Niger and an NGO wait on item 2."""
    chamber = Chamber()
    chamber.open_meeting()
    chamber.inscribe("Sample Watch", "Niger", item="2")
    return chamber


def stage(chamber: Chamber) -> Stage:
    """The stage of the current item."""
    item = chamber.conference.current_item
    assert item is not None
    return item.stage_in(chamber.conference.body)


def test_row_21_the_floor_opens_in_steps(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="2")
    assert stage(chamber) is Stage.NOT_TAKEN_UP
    for act, reached in (
        ("introduce-item", Stage.INTRODUCED),
        ("secretariat-statement", Stage.SECRETARIAT),
        ("open-floor", Stage.FLOOR_OPEN),
    ):
        refusal = chamber.refused("give-floor")
        assert "floor is not open on item 2" in refusal.why and "open-floor" in refusal.instead
        chamber.do(act)
        assert stage(chamber) is reached
    chamber.do("give-floor")
    assert chamber.speaker == "NER"


def test_row_21_the_secretariat_waits_for_the_introduction(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="2")
    refusal = chamber.refused("secretariat-statement")
    assert "has not introduced item 2" in refusal.why and refusal.remedy == "override"
    chamber.do("secretariat-statement", override="The President was late")
    assert stage(chamber) is Stage.SECRETARIAT
    assert "turn is past" in chamber.refused("secretariat-statement").why
    assert "introduced already" in chamber.refused("introduce-item").why


def test_row_21_the_floor_of_a_thematic_item_opens_after_the_secretariat(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="2")
    refusal = chamber.refused("open-floor")
    assert "President's introduction" in refusal.why and "introduce-item" in refusal.instead
    chamber.do("introduce-item")
    refusal = chamber.refused("open-floor")
    assert "Secretariat's statement" in refusal.why and refusal.remedy == "override"
    chamber.do("open-floor", override="No statement today")
    assert stage(chamber) is Stage.FLOOR_OPEN
    assert "open on item 2 already" in chamber.refused("open-floor").why


def test_row_21_the_general_discussion_needs_no_secretariat(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="1(f)")
    chamber.do("open-floor")
    assert stage(chamber) is Stage.FLOOR_OPEN


def test_row_21_requests_from_the_floor_follow_the_same_order(chamber: Chamber) -> None:
    chamber.open_floor("2")
    chamber.inscribe("INTERPOL", "Türkiye", "Sample Relief")
    assert chamber.waiting("2") == ["NER", "TUR", "INTERPOL", "WATCH", "RELIEF"]


def test_row_21_nobody_is_called_without_a_meeting_or_an_item() -> None:
    chamber = Chamber()
    assert "No meeting is open" in chamber.refused("give-floor").why
    assert "No meeting is open" in chamber.refused("take-up-item", item="2").why
    chamber.open_meeting()
    assert "No agenda item" in chamber.refused("give-floor").why
    assert "No agenda item" in chamber.refused("introduce-item").why
    refusal = chamber.refused("take-up-item", item="9")
    assert "no agenda item “9”" in refusal.why and "2(a)" in refusal.instead


def test_row_21_an_item_is_concluded_with_a_free_floor_and_who_waits_stays(
    chamber: Chamber,
) -> None:
    chamber.open_floor("2")
    chamber.speak(10)
    assert "Niger has the floor" in chamber.refused("conclude-item").why
    chamber.do("end-statement")
    refusal = chamber.refused("conclude-item")
    assert "1 still waits" in refusal.why and refusal.remedy == "confirm"
    assert "Carry the list over" in refusal.instead
    chamber.do("conclude-item", confirm=True)
    assert stage(chamber) is Stage.CONCLUDED
    assert chamber.waiting("2") == ["WATCH"]
    assert "concluded already" in chamber.refused("conclude-item").why


def test_row_21_a_concluded_item_is_reopened_with_a_reason_only(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="2")
    chamber.do("conclude-item", confirm=True)
    refusal = chamber.refused("inscribe", delegation="Guinea")
    assert "concluded" in refusal.why and refusal.remedy == "override"
    refusal = chamber.refused("open-floor")
    assert "concluded" in refusal.why and refusal.remedy == "override"
    chamber.do("open-floor", override="The Bureau asked for it")
    assert stage(chamber) is Stage.FLOOR_OPEN


def test_row_12_the_current_item_changes_by_decision_only(chamber: Chamber) -> None:
    chamber.open_floor("2")
    assert chamber.conference.item == "2"
    assert "current item already" in chamber.refused("take-up-item", item="2").why
    chamber.speak(10)
    assert "Niger has the floor" in chamber.refused("take-up-item", item="1(f)").why
    chamber.do("end-statement")
    chamber.do("conclude-item", confirm=True)
    chamber.do("take-up-item", item="1f")
    assert chamber.conference.item == "1(f)"
    refusal = chamber.refused("take-up-item", item="2")
    assert "concluded" in refusal.why and refusal.remedy == "confirm"
    chamber.do("take-up-item", item="2", confirm=True)
    assert chamber.conference.item == "2"


@pytest.mark.parametrize("ground", ["time", "relevance", "language"])
def test_row_12_a_call_to_order_is_recorded(chamber: Chamber, ground: str) -> None:
    chamber.open_floor("2")
    refusal = chamber.refused("call-to-order", ground=ground)
    assert "Nobody has the floor" in refusal.why and "give-floor" in refusal.instead
    chamber.speak(10)
    (called,) = chamber.do("call-to-order", ground=ground)
    assert called.sentence(chamber.conference) == f"Niger was called to order ({ground})."
    chamber.do("call-to-order", ground=ground)
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].calls_to_order == 2


def test_the_secretariat_and_the_president_speak_outside_the_list(chamber: Chamber) -> None:
    chamber.do("give-floor", to="secretariat")
    floor = chamber.conference.floor
    assert floor is not None
    assert (floor.kind, floor.entry, floor.limit) == (FloorKind.SECRETARIAT, None, None)
    assert "no time limit" in chamber.refused("extend-time").why
    chamber.do("give-floor", to="president")
    assert chamber.conference.statements[-1].kind is FloorKind.SECRETARIAT
    assert "either to an entry or" in chamber.refused("give-floor", to="president", entry="1").why
    assert chamber.waiting("2") == ["NER", "WATCH"]


def test_row_21_an_item_whose_floor_was_never_opened_is_concluded_when_confirmed_only(
    chamber: Chamber,
) -> None:
    chamber.do("take-up-item", item="2(a)")
    assert "its stage is “taken up”" in chamber.refused("conclude-item").why
    chamber.do("introduce-item")
    refusal = chamber.refused("conclude-item")
    assert "The floor was never opened on item 2(a)" in refusal.why and refusal.remedy == "confirm"
    chamber.do("conclude-item", confirm=True)
    assert stage(chamber) is Stage.CONCLUDED


def test_row_21_an_item_is_taken_up_by_its_symbol(chamber: Chamber) -> None:
    assert chamber.refused("take-up-item", item="").why == "No agenda item was named."


def test_who_introduces_an_item_for_the_secretariat_may_be_said() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("take-up-item", item="2")
    chamber.do("introduce-item")
    (spoke,) = chamber.do("secretariat-statement", name="Ada", function="Chief")
    assert spoke.sentence(chamber.conference) == (
        "The Secretariat (Ada, Chief) made its statement on item 2."
    )
