"""Meetings come in the programme of work and move in it (rows 1 and 32)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Remedy
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten; two meetings are planned for Monday and two for Tuesday."""
    return Chamber()


def numbered(chamber: Chamber) -> list[tuple[int, int, int]]:
    """Number, day and hour (UTC) of each meeting, in their order."""
    return [(one.number, one.starts.day, one.starts.hour) for one in chamber.conference.programme]


def test_row_32_a_meeting_takes_its_number_from_its_hour(chamber: Chamber) -> None:
    (event,) = chamber.do("add-meeting", starts="19:00", ends="21:00", items="1(f), 2a")
    assert numbered(chamber) == [
        (1, 14, 8),
        (2, 14, 13),
        (3, 14, 17),
        (4, 15, 8),
        (5, 15, 13),
    ]
    added = chamber.conference.planned(3)
    assert added is not None and added.items == ("1(f)", "2(a)")
    assert added.ends == vienna(14, 21)
    assert chamber.records[-1].event == event
    chamber.do("undo")
    assert [one[0] for one in numbered(chamber)] == [1, 2, 3, 4]


def test_row_32_the_sentence_names_the_number_it_has_from_now_on(chamber: Chamber) -> None:
    before = chamber.conference
    (event,) = chamber.do("add-meeting", starts="19:00", ends="21:00", items="2")
    assert event.sentence(before) == (
        "The 3rd plenary meeting was planned: 19:00 on Monday 14 October 2024, until 21:00; item 2."
    )
    before = chamber.conference
    (event,) = chamber.do("move-meeting", number=3, starts="2024-10-16T10:00")
    assert event.sentence(before).startswith(
        "The 3rd plenary meeting was moved and is the 5th now: 10:00 on Wednesday 16 October 2024"
    )


def test_row_32_a_list_carried_over_goes_to_the_same_meeting_under_its_new_number(
    chamber: Chamber,
) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", item="1(f)")
    chamber.do("carry-over")
    assert chamber.conference.list_of("1(f)", chamber.conference.body).carried_to == 2
    chamber.do("move-meeting", number=2, starts="2024-10-16T10:00")
    assert chamber.conference.list_of("1(f)", chamber.conference.body).carried_to == 4


def test_row_32_no_two_meetings_at_once(chamber: Chamber) -> None:
    refusal = chamber.refused("add-meeting", starts="12:00", ends="14:00")
    assert refusal.why.startswith("The 1st plenary meeting is planned then: 10:00")
    assert chamber.refused("move-meeting", number=2, starts="12:30")
    assert "not after the start" in chamber.refused("add-meeting", starts="19:00", ends="19:00").why
    long = chamber.refused("add-meeting", starts="2024-10-16T08:00", ends="2024-10-16T20:01")
    assert "12 hours" in long.why
    assert "a start and an end" in chamber.refused("add-meeting", starts="", ends="").why


def test_row_01_a_meeting_outside_the_days_needs_a_reason(chamber: Chamber) -> None:
    hours = {"starts": "2024-10-19T10:00", "ends": "2024-10-19T13:00"}
    refusal = chamber.refused("add-meeting", **hours)
    assert "outside the days" in refusal.why and refusal.remedy is Remedy.OVERRIDE
    chamber.do("add-meeting", **hours, override="The General Committee agreed")
    assert chamber.conference.programme[-1].number == 5


def test_row_32_a_meeting_that_was_opened_is_not_moved(chamber: Chamber) -> None:
    chamber.open_meeting()
    assert "was opened" in chamber.refused("move-meeting", number=1, starts="11:00").why
    assert "No plenary meeting 9" in chamber.refused("move-meeting", number=9, starts="11:00").why
    assert "Nothing" in chamber.refused("move-meeting", number=2).why
    chamber.do("move-meeting", number=2, starts="15:30")
    second = chamber.conference.planned(2)
    assert second is not None and second.ends - second.starts == vienna(14, 18) - vienna(14, 15)


def test_row_32_a_planned_meeting_gets_other_items(chamber: Chamber) -> None:
    chamber.do("move-meeting", number=2, items="2(a)")
    second = chamber.conference.planned(2)
    assert second is not None and second.items == ("2(a)",) and second.rehearse_item is None
    assert "no agenda item" in chamber.refused("move-meeting", number=2, items="7").why
    assert chamber.replayed() == chamber.conference
