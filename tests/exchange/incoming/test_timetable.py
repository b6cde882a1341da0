"""Which entries of a timetable are meetings, which are beside them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plenary_tui.exchange.incoming.timetable import Slot, sort_out
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.frozen import replace

TEN = datetime(2024, 10, 14, 10, tzinfo=UTC)


def slot(title: str, hours: float = 0, length: float = 1, room: str = "M1", **more: object) -> Slot:
    """An entry that begins so many hours after ten."""
    starts = TEN + timedelta(hours=hours)
    ends = starts + timedelta(hours=length)
    return Slot(int(hours * 10) + 1, title, starts, ends, room, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "title",
    [
        "1st meeting",
        "Plenary",
        "Meeting 3",
        "Opening meeting",
        "2e séance plénière",
        "Primera sesión plenaria",
        "Пленарное заседание",
        "الجلسة العامة",
        "全体会议",
    ],
)
def test_a_meeting_is_known_by_what_it_is_called(title: str) -> None:
    problems: list[Problem] = []
    found = sort_out("a", [slot(title), slot("Guns", 2, room="CR3")], problems)
    assert [one.title for one in found.meetings] == [title]
    assert [one.title for one in found.events] == ["Guns"]


@pytest.mark.parametrize("title", ["Briefing before the plenary", "Side event: 2nd meeting of X"])
def test_what_is_called_something_else_is_no_meeting(title: str) -> None:
    found = sort_out("a", [slot(title)], [])
    assert not found.meetings and [one.title for one in found.events] == [title]


def test_if_none_is_called_so_those_with_matters_in_the_room_of_most_are_meetings() -> None:
    debate = (Slot(90, "Debate"),)
    slots = [
        slot("Monday", 0, 3, inside=debate),
        slot("Tuesday", 24, 3, inside=debate),
        slot("Workshop", 4, 1, room="CR3", inside=(Slot(91, "Talk"),)),
    ]
    found = sort_out("a", slots, [])
    assert [one.title for one in found.meetings] == ["Monday", "Tuesday"]
    assert [one.items for one in found.meetings] == [("1",), ("1",)], "one item, twice"
    assert [one.title for one in found.events] == ["Workshop"]
    assert [one.title for one in found.items] == ["Debate"]


def test_of_two_meetings_at_one_time_the_first_is_taken() -> None:
    found = sort_out("a", [slot("1st meeting", 0, 3), slot("2nd meeting", 1, 1, "M2")], [])
    assert len(found.meetings) == 1 and sum(found.left_out.values()) == 1


def test_breaks_are_left_out() -> None:
    found = sort_out("a", [slot("Coffee break"), slot("Lunch", 3)], [])
    assert found.left_out == {"breaks": 2} and not found.events


def test_what_has_the_symbol_of_an_item_is_one_also_in_a_room() -> None:
    talk = replace(slot("Debate"), symbol="2")
    beside = replace(slot("Side event: rivers", 4), symbol="12")
    found = sort_out("a", [talk, beside], [])
    assert [(one.symbol, one.title) for one in found.items] == [("2", "Debate")]
    assert [one.title for one in found.events] == ["Side event: rivers"]
