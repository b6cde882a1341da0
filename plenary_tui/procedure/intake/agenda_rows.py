"""Agenda items and meetings of a file."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.calendar import ordinal, say_moment
from plenary_tui.procedure.ground.naming import item_called
from plenary_tui.procedure.intake.rows import BroughtItem, BroughtMeeting, Fate, Judged
from plenary_tui.procedure.meetings.items import AddItem, ItemEdited
from plenary_tui.procedure.meetings.planning import (
    MeetingMoved,
    MeetingPlanned,
    next_number,
    outside_days,
    planned_so,
    require_hours,
    require_not_opened,
)
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import Instant


def judge_item(conference: Conference, at: Instant, row: BroughtItem) -> Judged:
    """An item is found by its symbol, else by its title; raises `Refused`."""
    what = f"{row.symbol} {row.title}".strip()
    there = item_called(conference, row.symbol)
    if there is None:
        wanted = folded(row.title)
        there = next((one for one in conference.items if folded(one.title) == wanted), None)
    if there is None:
        events = AddItem(symbol=row.symbol, title=row.title).decide(conference, at)
        return Judged(Fate.NEW, what, events=events, key=row.symbol)
    if not row.title or folded(there.title) == folded(row.title):
        return Judged(Fate.SAME, what, key=there.symbol)
    edited = ItemEdited(at=at, item=there.symbol, symbol=there.symbol, title=row.title)
    why = f"it was {there.title}"
    return Judged(Fate.CHANGED, what, why, (edited,), key=there.symbol)


def judge_meeting(conference: Conference, at: Instant, row: BroughtMeeting) -> Judged:
    """A meeting that starts at the same time is that meeting; raises `Refused`."""
    items = tuple(dict.fromkeys(_symbol(conference, symbol) for symbol in row.items))
    key = row.starts.isoformat()
    there = next((one for one in conference.programme if one.starts == row.starts), None)
    if there is None:
        meeting = PlannedMeeting(next_number(conference), row.starts, row.ends, items)
        what = f"meeting at {say_moment(conference, row.starts)}"
        fate, why = Fate.NEW, ""
        event: Event = MeetingPlanned(at=at, meeting=meeting)
    else:
        meeting = planned_so(there, row.starts, row.ends, items or there.items)
        what = f"{ordinal(there.number)} meeting, {say_moment(conference, row.starts)}"
        if meeting == there:
            return Judged(Fate.SAME, what, key=key)
        require_not_opened(conference, there, there.number)
        fate, why = Fate.CHANGED, _differences(conference, there, meeting)
        event = MeetingMoved(at=at, meeting=meeting)
    require_hours(conference, meeting)
    outside = outside_days(conference, meeting)
    objections = ((outside, "Check the days."),) if outside else ()
    return Judged(fate, what, why, (event,), objections, key)


def _symbol(conference: Conference, symbol: str) -> str:
    """The symbol as the agenda has it; raises `Refused`."""
    if (item := item_called(conference, symbol)) is None:
        raise Refused(f"There is no agenda item “{symbol}”.", "Add it first (add-item).")
    return item.symbol


def _differences(conference: Conference, was: PlannedMeeting, now: PlannedMeeting) -> str:
    ends = "" if was.ends == now.ends else f"until {say_moment(conference, now.ends)}"
    items = "" if was.items == now.items else f"items {', '.join(now.items)}"
    return "; ".join(filter(None, (ends, items)))
