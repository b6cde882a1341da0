"""The programme of a pack: its meetings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from plenary_tui.exchange.agenda import Taken, refer_to_items, sound
from plenary_tui.exchange.localtime import Calendar
from plenary_tui.exchange.models import MeetingTable
from plenary_tui.exchange.problems import Problem, Spot, quoted
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.state.conference import PlannedMeeting

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
