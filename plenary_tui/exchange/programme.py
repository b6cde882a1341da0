"""The programme of a pack: its meetings, and the events beside them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from plenary_tui.exchange.agenda import Taken, refer_to_items, sound
from plenary_tui.exchange.localtime import Calendar
from plenary_tui.exchange.models import MeetingTable, SideEventTable
from plenary_tui.exchange.problems import Problem, Spot, quoted
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.conference import PlannedMeeting, SideEvent

Days = tuple[date, date]
"""The first and the last day of a conference."""


def check_order(
    spot: Spot,
    first: tuple[str, datetime | None],
    last: tuple[str, datetime | None],
    problems: list[Problem],
) -> None:
    """Report two times, each with its key, that are not one after the other."""
    (early, begins), (late, ends) = first, last
    if begins is not None and ends is not None and ends <= begins:
        what = f"{quoted(ends)} is not after {early} ({begins})"
        problems.append(spot.problem(late, what, f"a time after {early}"))


def read_meetings(
    top: Table, days: Days | None, calendar: Calendar, problems: list[Problem]
) -> tuple[PlannedMeeting, ...]:
    """The meetings planned, in the order of time; their days are checked if `days` are known."""
    tables = top.tables("meeting", problems)
    if not top.values.get("meeting"):
        problems.append(top.problem("meeting", "is missing", "at least one [[meeting]]"))
    taken = Taken(problems)
    meetings = sound(tables, MeetingTable, problems)
    for table, meeting in meetings:
        taken.take(table, "number", str(meeting.number), meeting.number)
        check_order(table, ("starts", meeting.starts), ("ends", meeting.ends), problems)
        refer_to_items(table, "items", meeting.items, top, problems)
        if meeting.rehearse_item is not None and meeting.rehearse_item not in meeting.items:
            what = f"{quoted(meeting.rehearse_item)} is not among the items of the meeting"
            problems.append(table.problem("rehearse_item", what, "one of them"))
        if days is not None:
            _check_days(table, meeting, days, problems)
    meetings.sort(key=lambda one: one[1].starts)
    _check_sequence(meetings, problems)
    return tuple(
        PlannedMeeting(
            number=meeting.number,
            starts=calendar.utc(table, "starts", meeting.starts),
            ends=calendar.utc(table, "ends", meeting.ends),
            items=meeting.items,
            rehearse_item=meeting.rehearse_item,
        )
        for table, meeting in meetings
    )


def _check_days(table: Table, meeting: MeetingTable, days: Days, problems: list[Problem]) -> None:
    first, last = days
    ends = (meeting.ends - timedelta(microseconds=1)).date()
    for key, moment, day in (
        ("starts", meeting.starts, meeting.starts.date()),
        ("ends", meeting.ends, ends),
    ):
        if not first <= day <= last:
            what = f"{quoted(moment)} is outside the conference"
            problems.append(table.problem(key, what, f"a day from {first} to {last}"))
            return


def _check_sequence(meetings: list[tuple[Table, MeetingTable]], problems: list[Problem]) -> None:
    """Report meetings, sorted by time, that overlap or are numbered against the order of time."""
    for (_, before), (table, meeting) in pairwise(meetings):
        if meeting.starts < before.ends and before.starts < before.ends:
            what = f"{quoted(meeting.starts)} is during meeting {before.number}"
            problems.append(table.problem("starts", what, f"{before.ends} or later"))
        if meeting.number < before.number:
            what = f"{meeting.number} comes after meeting {before.number}, which starts earlier"
            problems.append(table.problem("number", what, "numbers in the order of time"))


def read_side_events(
    top: Table, calendar: Calendar, problems: list[Problem]
) -> tuple[SideEvent, ...]:
    """The events beside the meetings; no room is booked twice for the same time."""
    events = sound(top.tables("side_event", problems), SideEventTable, problems)
    for table, event in events:
        _check_event(table, event, problems)
    _check_rooms(events, problems)
    return tuple(
        SideEvent(
            title=event.title,
            kind=event.kind,
            starts=calendar.utc_or_none(table, "starts", event.starts),
            ends=calendar.utc_or_none(table, "ends", event.ends),
            room=event.room,
            modes=(event.mode,) if event.mode is not None else event.modes,
        )
        for table, event in events
    )


def _check_event(table: Table, event: SideEventTable, problems: list[Problem]) -> None:
    """Report times and modes that do not go together (rule 35)."""
    check_order(table, ("starts", event.starts), ("ends", event.ends), problems)
    if event.ends is not None and event.starts is None:
        problems.append(table.problem("starts", "is missing, though it ends", "when it starts"))
    if event.kind == "side event":
        for key in ("starts", "ends", "mode"):
            if key not in table.values and not (key == "starts" and event.ends is not None):
                what = "is missing; a side event has a start, an end and one mode"
                problems.append(table.problem(key, what))
    if "modes" not in table.values:
        return
    if event.kind not in ("briefing", "dialogue"):
        what = f"a {event.kind} has one mode"
        problems.append(table.problem("modes", what, "mode = “in person” or “online”"))
    elif event.mode is not None:
        problems.append(table.problem("modes", "stands beside mode", "either of the two"))
    elif len(set(event.modes)) != len(event.modes):
        problems.append(table.problem("modes", "names a mode twice", "each once"))


def _check_rooms(events: list[tuple[Table, SideEventTable]], problems: list[Problem]) -> None:
    booked: dict[str, list[SideEventTable]] = {}
    for table, event in events:
        if not event.room or event.starts is None or event.ends is None:
            continue
        others = booked.setdefault(event.room.casefold(), [])
        for other in others:
            assert other.starts is not None and other.ends is not None
            if event.starts < other.ends and other.starts < event.ends:
                what = f"{event.room} is taken then by {quoted(other.title)}"
                problems.append(table.problem("room", what, "another room or time"))
        others.append(event)
