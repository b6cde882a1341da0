"""Meetings: suspend, resume, adjourn, set their end; and whether they are on air."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.calendar import ordinal, read_time, say_hour, say_moment
from plenary_tui.procedure.ground.called import holder_of_floor, title_of
from plenary_tui.procedure.ground.pending import require_no_motion, require_no_point
from plenary_tui.procedure.state.conference import Conference, Meeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus


def require_open_meeting(conference: Conference) -> Meeting:
    """The meeting, which must be open, be it suspended; raises `Refused`."""
    if conference.sitting is None:
        raise Refused("No meeting is open.", "Open a meeting first (open-meeting).")
    return conference.sitting


def require_in_session(conference: Conference) -> Meeting:
    """The meeting, which must be in session; raises `Refused`."""
    meeting = require_open_meeting(conference)
    if conference.suspended:
        raise Refused(
            f"The meeting is {suspension_words(conference, meeting)}.",
            "Resume it first (resume-meeting).",
        )
    return meeting


def suspension_words(conference: Conference, meeting: Meeting) -> str:
    """That a meeting is suspended, in words: `suspended until 15:00 (lunch)`."""
    since = meeting.since or meeting.opened_at
    return _suspended(conference, since, meeting.resumes_at, meeting.reason)


def _suspended(conference: Conference, since: datetime, until: datetime | None, reason: str) -> str:
    words = "suspended"
    if until is not None:
        words += f" until {say_hour(conference, until, since)}"
    return f"{words} ({reason})" if reason else words


def require_free_floor(conference: Conference) -> None:
    """Nobody may have the floor; raises `Refused`."""
    if conference.floor is not None:
        raise Refused(
            f"{holder_of_floor(conference)} has the floor.",
            "End the statement first (end-statement).",
        )


class MeetingSuspended(Event):
    """The meeting was suspended: the clock of whoever speaks stands still, nothing is on air.

    `until` is when it is to be resumed, if that was said (UTC).
    """

    kind: ClassVar[str] = "meeting suspended"

    reason: str = ""
    until: datetime | None = None

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        meeting = replace(
            conference.meeting,
            status=MeetingStatus.SUSPENDED,
            reason=self.reason,
            on_air_before=conference.on_air,
            since=self.at.utc,
            resumes_at=self.until,
        )
        paused = paused_floor(conference, self.at)
        return replace(paused, meeting=meeting, on_air=False)

    def sentence(self, before: Conference) -> str:
        words = _suspended(before, self.at.utc, self.until, self.reason)
        return f"The meeting was {words}."


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
    until: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        until = read_time(conference, self.until, at.utc) if self.until else None
        if until is not None and until <= at.utc:
            raise Refused(
                f"{say_moment(conference, until)} is past.",
                "Give a later time, or none if it is not known.",
            )
        return (MeetingSuspended(at=at, reason=self.reason, until=until),)


def stood_since(conference: Conference, moment: Instant) -> bool:
    """Whether the meeting was suspended after a moment, also for the Committee of the Whole."""
    meeting = conference.meeting
    suspended = meeting is not None and meeting.since is not None and meeting.since > moment.utc
    return suspended or any(
        sat.body is not conference.body and sat.opened_at > moment.utc
        for sat in conference.meetings
    )


class MeetingResumed(Event):
    """The meeting was resumed; a statement it interrupted stays paused until it goes on."""

    kind: ClassVar[str] = "meeting resumed"

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        meeting = replace(
            conference.meeting,
            status=MeetingStatus.IN_SESSION,
            reason="",
            since=self.at.utc,
            resumes_at=None,
        )
        return replace(conference, meeting=meeting, on_air=meeting.on_air_before)

    def sentence(self, before: Conference) -> str:
        return "The meeting was resumed."


class ResumeMeeting(Command):
    """Resume the meeting that was suspended."""

    act: ClassVar[str] = "resume-meeting"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not conference.suspended:
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
            resumes_at=None,
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
        if conference.sitting is None:
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
    """Mark the webcast as on air, or off (rule 23)."""

    act: ClassVar[str] = "set-on-air"

    off: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.off:
            require_in_session(conference)
        if conference.on_air is not self.off:
            raise Refused(f"The webcast is {'on' if conference.on_air else 'off'} air already.")
        return (OnAirSet(at=at, on_air=not self.off),)


class MeetingEndSet(Event):
    """The meeting ends at another time."""

    kind: ClassVar[str] = "meeting end set"

    ends_at: datetime
    decision: str = ""

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        return replace(conference, meeting=replace(conference.meeting, ends_at=self.ends_at))

    def sentence(self, before: Conference) -> str:
        why = f" ({self.decision})" if self.decision else ""
        return f"The meeting ends at {say_hour(before, self.ends_at, self.at.utc)}{why}."


class SetMeetingEnd(Command):
    """Set when the meeting ends, as when the interpreters agreed to stay (rule 32)."""

    act: ClassVar[str] = "set-meeting-end"

    ends: Line
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = require_open_meeting(conference)
        ends = read_time(conference, self.ends, at.utc)
        if ends <= at.utc:
            raise Refused(
                f"{say_moment(conference, ends)} is past.", "Give a later end, or adjourn now."
            )
        if ends == meeting.ends_at:
            raise Refused(f"The {title_of(meeting)} ends then already.")
        _require_free(conference, ends, at)
        return (MeetingEndSet(at=at, ends_at=ends, decision=self.decision),)


def _require_free(conference: Conference, ends: datetime, at: Instant) -> None:
    """No planned meeting may begin before that end; raises `Refused`."""
    for planned in conference.planned_left(Body.PLENARY):
        if at.utc < planned.starts < ends:
            raise Refused(
                f"The {ordinal(planned.number)} meeting begins at "
                f"{say_moment(conference, planned.starts)}, before that end.",
                "Give an earlier end.",
            )
