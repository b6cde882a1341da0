"""The end of a meeting, moved while it sits: interpretation was agreed for longer, or for less."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.calendar import local, ordinal, read_time, say_moment
from plenary_tui.procedure.conference import Conference, Meeting
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import title_of
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import MeetingStatus


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
        return f"The meeting ends at {local(before, self.ends_at):%H:%M}{why}."


class SetMeetingEnd(Command):
    """Set when the meeting ends, as when the interpreters agreed to stay (rule 32)."""

    act: ClassVar[str] = "set-meeting-end"

    ends: Line
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = conference.meeting
        if meeting is None or meeting.status is MeetingStatus.ADJOURNED:
            raise Refused("No meeting is open.", "Open a meeting first (open-meeting).")
        ends = read_time(conference, self.ends, at.utc)
        if ends <= at.utc:
            raise Refused(
                f"{say_moment(conference, ends)} is past.", "Give a later end, or adjourn now."
            )
        if ends == meeting.ends_at:
            raise Refused(f"The {title_of(meeting)} ends then already.")
        _require_free(conference, meeting, ends, at)
        return (MeetingEndSet(at=at, ends_at=ends, decision=self.decision),)


def _require_free(conference: Conference, meeting: Meeting, ends: datetime, at: Instant) -> None:
    """No planned meeting may begin before that end; raises `Refused`."""
    held = {one.number for one in conference.meetings} | {meeting.number}
    for planned in conference.programme:
        if planned.number not in held and at.utc < planned.starts < ends:
            raise Refused(
                f"The {ordinal(planned.number)} meeting begins at "
                f"{say_moment(conference, planned.starts)}, before that end.",
                "Give an earlier end.",
            )
