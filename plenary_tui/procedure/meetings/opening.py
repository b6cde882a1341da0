"""A plenary meeting is opened: which one is due, on which days (rule 1), and until when it sits."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.ground.act import Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.calendar import (
    local,
    read_time,
    say_day,
    say_hour,
    say_moment,
)
from plenary_tui.procedure.ground.called import title_numbered, title_of
from plenary_tui.procedure.meetings.quorum import lacks
from plenary_tui.procedure.state.conference import Conference, Meeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus, QuorumFor

MOST = 999
"""A higher number of a meeting is taken for a slip of the hand."""
EARLY = timedelta(hours=1)
"""How long before its hour a planned meeting is taken to be the one that opens."""


class MeetingOpened(Event):
    """A plenary meeting was opened; it is on air from then on."""

    kind: ClassVar[str] = "meeting opened"

    number: int
    ends_at: datetime | None = None

    def apply(self, conference: Conference) -> Conference:
        meeting = Meeting(
            self.number, Body.PLENARY, MeetingStatus.IN_SESSION, self.at.utc, self.ends_at
        )
        return replace(conference, meeting=meeting, on_air=True)

    def sentence(self, before: Conference) -> str:
        until = f" until {say_hour(before, self.ends_at, self.at.utc)}" if self.ends_at else ""
        return f"The {title_numbered(self.number, Body.PLENARY)} was opened{until}."


class OpenMeeting(OverridableCommand):
    """Open a plenary meeting, the next one of the programme unless another is named."""

    act: ClassVar[str] = "open-meeting"

    number: int | None = None
    ends: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if (sitting := conference.sitting) is not None:
            raise Refused(
                f"The {title_of(sitting)} is {sitting.status}.",
                "Adjourn it first."
                if conference.plenary is None
                else "Let the Committee rise first (rise-committee).",
            )
        number = self.number if self.number is not None else number_due(conference, at)
        if not 1 <= number <= MOST:
            raise Refused(f"Meetings are numbered from 1 to {MOST}.")
        if any(held.number == number for held in conference.held(Body.PLENARY)):
            raise Refused(
                f"The {title_numbered(number, Body.PLENARY)} was held already.",
                "Give another number.",
            )
        events: list[Event] = []
        today = local(conference, at.utc).date()
        if not conference.first_day <= today <= conference.last_day:
            why = (
                f"The conference sits from {say_day(conference.first_day)} to "
                f"{say_day(conference.last_day)}; today is {say_day(today)}."
            )
            events.append(self.overrule(at, why, "Rehearse, or open it with a reason."))
        if why := lacks(conference, QuorumFor.DEBATE):
            events.append(self.overrule(at, why, "Count again (count-present), or give a reason."))
        ends = read_time(conference, self.ends, at.utc) if self.ends else None
        if ends is not None and ends <= at.utc:
            raise Refused(
                f"The meeting would have ended before it opened ({say_moment(conference, ends)}).",
                "Give a later end.",
            )
        ends = ends or _planned_end(conference, number, at)
        return (*events, MeetingOpened(at=at, number=number, ends_at=ends))


def number_due(conference: Conference, at: Instant) -> int:
    """The number of the meeting that opens then: the one planned for it, else the next."""
    for planned in conference.planned_left(Body.PLENARY):
        if planned.starts - EARLY <= at.utc < planned.ends:
            return planned.number
    return conference.last_number(Body.PLENARY) + 1


def _planned_end(conference: Conference, number: int, at: Instant) -> datetime | None:
    """The end of a meeting (rule 32): as planned, or as long after now where that is past."""
    planned = conference.planned(number)
    if planned is None:
        return None
    length = planned.ends - planned.starts
    if at.utc < planned.ends and planned.starts - at.utc < timedelta(hours=12):
        return planned.ends
    return at.utc + length
