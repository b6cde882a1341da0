"""Meetings: open, suspend, resume, adjourn; and whether they are on air."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.calendar import local, ordinal, read_time, say_day, say_moment
from plenary_tui.procedure.conference import Conference, Meeting, PlannedMeeting
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.pending import require_no_motion, require_no_point
from plenary_tui.procedure.quorum import lacks
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Body, FloorKind, MeetingStatus, QuorumFor

MOST = 999
"""A higher number of a meeting is taken for a slip of the hand."""
EARLY = timedelta(hours=1)
"""How long before its hour a planned meeting is taken to be the one that opens."""


def title_of(meeting: Meeting) -> str:
    """A meeting in words, e.g. `1st plenary meeting`."""
    if meeting.body is Body.PLENARY:
        return f"{ordinal(meeting.number)} plenary meeting"
    return f"{ordinal(meeting.number)} sitting of the Committee of the Whole"


def require_in_session(conference: Conference) -> Meeting:
    """The meeting, which must be in session; raises `Refused`."""
    meeting = conference.meeting
    if meeting is None or meeting.status is MeetingStatus.ADJOURNED:
        raise Refused("No meeting is open.", "Open a meeting first (open-meeting).")
    if meeting.status is MeetingStatus.SUSPENDED:
        why = f" ({meeting.reason})" if meeting.reason else ""
        raise Refused(f"The meeting is suspended{why}.", "Resume it first (resume-meeting).")
    return meeting


def require_free_floor(conference: Conference) -> None:
    """Nobody may have the floor; raises `Refused`."""
    if conference.floor is not None:
        raise Refused(f"{holder_of_floor(conference)} has the floor.", "End the statement first.")


def holder_of_floor(conference: Conference) -> str:
    """Who has the floor, in words; "" if nobody has."""
    floor = conference.floor
    if floor is None:
        return ""
    if floor.entry is not None:
        return name_of(conference, floor.entry.delegation)
    if floor.delegation:
        return name_of(conference, floor.delegation)
    return "The President" if floor.kind is FloorKind.PRESIDENT else "The Secretariat"


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
        until = f" until {local(before, self.ends_at):%H:%M}" if self.ends_at else ""
        return f"The {ordinal(self.number)} plenary meeting was opened{until}."


class OpenMeeting(OverridableCommand):
    """Open a plenary meeting, the next one of the programme unless another is named."""

    act: ClassVar[str] = "open-meeting"

    number: int | None = None
    ends: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = conference.meeting
        if meeting is not None and meeting.status is not MeetingStatus.ADJOURNED:
            raise Refused(
                f"The {title_of(meeting)} is {meeting.status}.",
                "Adjourn it first."
                if conference.plenary is None
                else "Let the Committee rise first (rise-committee).",
            )
        number = self.number if self.number is not None else number_due(conference, at)
        if not 1 <= number <= MOST:
            raise Refused(f"Meetings are numbered from 1 to {MOST}.")
        if number in _held(conference):
            raise Refused(
                f"The {ordinal(number)} plenary meeting was held already.", "Give another number."
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


def _held(conference: Conference) -> frozenset[int]:
    return frozenset(one.number for one in conference.meetings if one.body is Body.PLENARY)


def number_due(conference: Conference, at: Instant) -> int:
    """The number of the meeting that opens then: the one planned for it, else the next."""
    held = _held(conference)
    for planned in conference.programme:
        if planned.starts - EARLY <= at.utc < planned.ends and planned.number not in held:
            return planned.number
    return max(held, default=0) + 1


def planned_meeting(conference: Conference, number: int) -> PlannedMeeting | None:
    """The meeting of the programme with that number, or None."""
    return next((one for one in conference.programme if one.number == number), None)


def _planned_end(conference: Conference, number: int, at: Instant) -> datetime | None:
    """The end of a meeting (rule 32): as planned, or as long after now where that is past."""
    planned = planned_meeting(conference, number)
    if planned is None:
        return None
    length = planned.ends - planned.starts
    if at.utc < planned.ends and planned.starts - at.utc < timedelta(hours=12):
        return planned.ends
    return at.utc + length


class MeetingSuspended(Event):
    """The meeting was suspended: the clock of whoever speaks stands still, nothing is on air."""

    kind: ClassVar[str] = "meeting suspended"

    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        meeting = replace(
            conference.meeting,
            status=MeetingStatus.SUSPENDED,
            reason=self.reason,
            on_air_before=conference.on_air,
            since=self.at.utc,
        )
        paused = paused_floor(conference, self.at)
        return replace(paused, meeting=meeting, on_air=False)

    def sentence(self, before: Conference) -> str:
        return f"The meeting was suspended{f' ({self.reason})' if self.reason else ''}."


def paused_floor(conference: Conference, at: Instant) -> Conference:
    """The conference with the clock of whoever speaks paused."""
    floor = conference.floor
    if floor is None:
        return conference
    return replace(conference, floor=replace(floor, clock=floor.clock.pause(at)))


class SuspendMeeting(Command):
    """Suspend the meeting; who speaks keeps the floor and the time spoken."""

    act: ClassVar[str] = "suspend-meeting"

    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        return (MeetingSuspended(at=at, reason=self.reason),)


class MeetingResumed(Event):
    """The meeting was resumed; a statement it interrupted stays paused until it goes on."""

    kind: ClassVar[str] = "meeting resumed"

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        meeting = replace(
            conference.meeting, status=MeetingStatus.IN_SESSION, reason="", since=self.at.utc
        )
        return replace(conference, meeting=meeting, on_air=meeting.on_air_before)

    def sentence(self, before: Conference) -> str:
        return "The meeting was resumed."


class ResumeMeeting(Command):
    """Resume the meeting that was suspended."""

    act: ClassVar[str] = "resume-meeting"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = conference.meeting
        if meeting is None or meeting.status is not MeetingStatus.SUSPENDED:
            raise Refused("No meeting is suspended.", "Only a suspended meeting can be resumed.")
        return (MeetingResumed(at=at),)


class MeetingAdjourned(Event):
    """The meeting ended; the item and its list stay as they are for the next one."""

    kind: ClassVar[str] = "meeting adjourned"

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        meeting = replace(
            conference.meeting,
            status=MeetingStatus.ADJOURNED,
            reason="",
            adjourned_at=self.at.utc,
        )
        return replace(
            conference, meeting=meeting, meetings=(*conference.meetings, meeting), on_air=False
        )

    def sentence(self, before: Conference) -> str:
        assert before.meeting is not None
        return f"The {title_of(before.meeting)} was adjourned."


class AdjournMeeting(Command):
    """End the meeting."""

    act: ClassVar[str] = "adjourn-meeting"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = conference.meeting
        if meeting is None or meeting.status is MeetingStatus.ADJOURNED:
            raise Refused("No meeting is open.", "There is nothing to adjourn.")
        if conference.plenary is not None:
            raise Refused(
                "The Committee of the Whole is sitting; the plenary meeting is suspended for it.",
                "Let the Committee rise first (rise-committee).",
            )
        require_free_floor(conference)
        require_no_point(conference)
        require_no_motion(conference)
        return (MeetingAdjourned(at=at),)


class OnAirSet(Event):
    """The webcast went on air or off."""

    kind: ClassVar[str] = "on air set"

    on_air: bool

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, on_air=self.on_air)

    def sentence(self, before: Conference) -> str:
        return "The webcast is on air." if self.on_air else "The webcast is off air."


class SetOnAir(Command):
    """Mark the webcast as on air, or off."""

    act: ClassVar[str] = "set-on-air"

    off: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.off:
            require_in_session(conference)
        if conference.on_air is not self.off:
            raise Refused(f"The webcast is {'on' if conference.on_air else 'off'} air already.")
        return (OnAirSet(at=at, on_air=not self.off),)
