"""A list carries over to the next meeting of its item (rows 15 and 18)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_row_15_a_list_is_carried_over_once_and_only_with_somebody_on_it(
    chamber: Chamber,
) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    before = chamber.waiting()
    chamber.do("carry-over")
    assert chamber.waiting() == before, "the order is intact"
    assert "2nd meeting already" in chamber.refused("carry-over").why
    chamber.do("take-up-item", item="2(a)")
    assert "Nobody waits" in chamber.refused("carry-over").why


def test_row_15_a_list_carries_over_to_the_next_meeting_of_its_item(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Sample Watch", "INTERPOL", "Niger", "Türkiye")
    chamber.do("move", entry="Türkiye", to=1, reason="The minister leaves")
    chamber.speak(30)
    chamber.do("end-statement")
    order = chamber.conference.list_of("1(f)", Body.PLENARY).waiting
    (carried,) = chamber.do("carry-over")
    assert "3 waiting" in carried.sentence(chamber.conference)
    assert "2nd meeting, order intact" in carried.sentence(chamber.conference)
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    assert chamber.conference.list_of("1(f)", Body.PLENARY).waiting == order
    assert chamber.conference.item == "1(f)"
    chamber.do("give-floor")
    assert chamber.speaker == "NER"


def test_row_15_the_programme_says_which_meeting_is_next_for_an_item(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.inscribe("Niger", item="2(a)")

    def carried(item: str) -> int | None:
        chamber.do("carry-over", item=item)
        return chamber.conference.list_of(item, Body.PLENARY).carried_to

    assert (carried("1(f)"), carried("2(a)")) == (1, 3)
    chamber.open_meeting(14, 15)
    assert (carried("1(f)"), chamber.conference.meeting.number) == (4, 2)  # type: ignore[union-attr]
    chamber.do("adjourn-meeting")
    chamber.open_meeting(15, 15)
    assert carried("1(f)") == 5, "where the programme names none, the meeting that follows"


def test_row_18_what_cannot_be_carried_over_is_refused(chamber: Chamber) -> None:
    refusal = chamber.refused("carry-over", item="1(f)")
    assert "Nobody waits" in refusal.why and "nothing to carry over" in refusal.instead
    chamber.inscribe("Niger", item="1(f)")
    chamber.do("carry-over", item="1(f)")
    assert "1st meeting already" in chamber.refused("carry-over", item="1(f)").why


def test_row_18_who_was_not_reached_stays_when_the_item_is_concluded(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Sample Watch")
    chamber.do("carry-over")
    chamber.do("conclude-item", confirm=True)
    assert chamber.waiting() == ["WATCH"]
