"""Plenary meetings come in the programme of work and move in it until they are opened (rule 32).

Those not yet opened are numbered in the order of time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.ground.act import Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.calendar import (
    Looking,
    local,
    ordinal,
    read_time,
    say_day,
    say_hour,
    say_moment,
)
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body

LONGEST = timedelta(hours=12)
"""A longer meeting is taken for a slip of the hand."""


class MeetingPlanned(Event):
    """A meeting came in the programme; those planned after it are renumbered."""

    kind: ClassVar[str] = "meeting planned"

    meeting: PlannedMeeting

    def apply(self, conference: Conference) -> Conference:
        return _numbered(conference, (*conference.programme, self.meeting))

    def sentence(self, before: Conference) -> str:
        return _told(before, self.apply(before), self.meeting, "was planned")


class MeetingMoved(Event):
    """A planned meeting was given other hours or items; those not opened are renumbered."""

    kind: ClassVar[str] = "meeting moved"

    meeting: PlannedMeeting

    def apply(self, conference: Conference) -> Conference:
        others = (one for one in conference.programme if one.number != self.meeting.number)
        return _numbered(conference, (*others, self.meeting))

    def sentence(self, before: Conference) -> str:
        return _told(before, self.apply(before), self.meeting, "was moved")


def _told(before: Conference, after: Conference, meeting: PlannedMeeting, what: str) -> str:
    """Which meeting is when, under the number that it has from now on."""
    number = next(one.number for one in after.programme if one.starts == meeting.starts)
    ends = say_hour(before, meeting.ends, meeting.starts)
    was = "" if what == "was planned" else f"The {ordinal(meeting.number)} plenary meeting {what}"
    now = f"The {ordinal(number)} plenary meeting {what}"
    if was and number != meeting.number:
        now = f"{was} and is the {ordinal(number)} now"
    items = f"; {_items(meeting.items)}" if meeting.items else ""
    return f"{now}: {say_moment(before, meeting.starts)}, until {ends}{items}."


def _items(symbols: tuple[str, ...]) -> str:
    return f"{'item' if len(symbols) == 1 else 'items'} {', '.join(symbols)}"


def _numbered(conference: Conference, programme: tuple[PlannedMeeting, ...]) -> Conference:
    """The conference with a programme in the order of time, its numbers too.

    What names a meeting that was not opened by its number goes on naming the same one.
    """
    opened = {meeting.number for meeting in conference.opened(Body.PLENARY)}
    programme = tuple(sorted(programme, key=lambda one: (one.starts, one.number)))
    left = [one.number for one in programme if one.number not in opened]
    now = dict(zip(left, sorted(left), strict=True))
    lists = tuple(
        replace(
            speakers,
            carried_to=now.get(speakers.carried_to or 0, speakers.carried_to),
            tier_hours=tuple(
                replace(hour, meeting=now.get(hour.meeting, hour.meeting))
                for hour in speakers.tier_hours
            ),
        )
        for speakers in conference.lists
    )
    programme = tuple(replace(one, number=now.get(one.number, one.number)) for one in programme)
    return replace(conference, programme=programme, lists=lists)


class _Planning(OverridableCommand):
    """What adding and moving a meeting have in common."""

    def planned(
        self, conference: Conference, at: Instant, meeting: PlannedMeeting, event: Event
    ) -> tuple[Event, ...]:
        """What records that a meeting is planned so; raises `Refused`."""
        require_hours(conference, meeting)
        if why := outside_days(conference, meeting):
            overruled = self.overrule(at, why, "Give another day, or a reason.")
            return (overruled, event)
        return (event,)


def require_hours(conference: Conference, meeting: PlannedMeeting) -> None:
    """Its end must be after its start, and no other meeting then; raises `Refused`."""
    if meeting.ends <= meeting.starts:
        raise Refused(
            f"The end, {say_moment(conference, meeting.ends)}, is not after the start.",
            "Give a later end.",
        )
    if meeting.ends - meeting.starts > LONGEST:
        raise Refused("A meeting of more than 12 hours is none.", "Check the days and the hours.")
    for other in conference.programme:
        if other.number == meeting.number:
            continue
        if meeting.starts < other.ends and other.starts < meeting.ends:
            raise Refused(
                f"The {ordinal(other.number)} plenary meeting is planned then: "
                f"{say_moment(conference, other.starts)}, until "
                f"{say_hour(conference, other.ends, other.starts)}.",
                "Give other hours, or move that one first (move-meeting).",
            )


def outside_days(conference: Conference, meeting: PlannedMeeting) -> str:
    """Why a meeting is not in the days of the conference (rule 1); "" if it is."""
    for moment in (meeting.starts, meeting.ends - timedelta(microseconds=1)):
        if not conference.first_day <= local(conference, moment).date() <= conference.last_day:
            return (
                f"{say_moment(conference, moment)} is outside the days of the conference, "
                f"{say_day(conference.first_day)} to {say_day(conference.last_day)}."
            )
    return ""


def read_items(conference: Conference, text: str) -> tuple[str, ...]:
    """The symbols of the items named, parted by commas or blanks; raises `Refused`."""
    words = text.replace(",", " ").replace(";", " ").split()
    return tuple(dict.fromkeys(find_item(conference, word).symbol for word in words))


def next_number(conference: Conference) -> int:
    """A number higher than that of any meeting, planned or opened."""
    planned = max((one.number for one in conference.programme), default=0)
    return max(planned, conference.last_number(Body.PLENARY)) + 1


class AddMeeting(_Planning):
    """Add a meeting to the programme; those planned after it are renumbered (rule 32)."""

    act: ClassVar[str] = "add-meeting"

    starts: Line
    ends: Line
    items: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not (self.starts and self.ends):
            raise Refused("A meeting has a start and an end.", "Give both.")
        starts = read_time(conference, self.starts, at.utc)
        meeting = PlannedMeeting(
            number=next_number(conference),
            starts=starts,
            ends=read_time(conference, self.ends, starts),
            items=read_items(conference, self.items),
        )
        return self.planned(conference, at, meeting, MeetingPlanned(at=at, meeting=meeting))


class MoveMeeting(_Planning):
    """Move a planned meeting that was not opened; with a start alone it keeps its length."""

    act: ClassVar[str] = "move-meeting"

    number: int
    starts: Line = ""
    ends: Line = ""
    items: Line | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        planned = conference.planned(self.number)
        require_not_opened(conference, planned, self.number)
        assert planned is not None
        moved = self._moved(conference, planned)
        if moved == planned:
            raise Refused(
                f"Nothing of the {ordinal(self.number)} plenary meeting would change.",
                "Give another start, end or items.",
            )
        return self.planned(conference, at, moved, MeetingMoved(at=at, meeting=moved))

    def _moved(self, conference: Conference, planned: PlannedMeeting) -> PlannedMeeting:
        starts, ends, items = planned.starts, planned.ends, planned.items
        if self.starts:
            starts = read_time(conference, self.starts, planned.starts, Looking.NEAREST)
            ends = _later(starts, planned.ends - planned.starts)
        if self.ends:
            ends = read_time(conference, self.ends, starts)
        if self.items is not None:
            items = read_items(conference, self.items)
        return planned_so(planned, starts, ends, items)


def planned_so(
    planned: PlannedMeeting, starts: datetime, ends: datetime, items: tuple[str, ...]
) -> PlannedMeeting:
    """A planned meeting with other hours and items."""
    rehearse = planned.rehearse_item if planned.rehearse_item in items else None
    return replace(planned, starts=starts, ends=ends, items=items, rehearse_item=rehearse)


def require_not_opened(conference: Conference, planned: PlannedMeeting | None, number: int) -> None:
    """It must be in the programme, and not opened yet; raises `Refused`."""
    if planned is None:
        numbers = ", ".join(str(one.number) for one in conference.programme)
        raise Refused(
            f"No plenary meeting {number} is planned.",
            f"The programme has {numbers}." if numbers else "Add one first (add-meeting).",
        )
    if planned not in conference.planned_left(Body.PLENARY):
        raise Refused(
            f"The {ordinal(number)} plenary meeting was opened.",
            "While it sits, its end can be set (set-meeting-end).",
        )


def _later(starts: datetime, length: timedelta) -> datetime:
    try:
        return starts + length
    except OverflowError:
        return starts
