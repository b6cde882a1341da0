"""The statement of whoever has the floor: its clock, more time, calls to order."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.as_typed import Seconds, SignedSeconds
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.called import holder_of_floor
from plenary_tui.procedure.ground.pending import no_statement, require_no_point
from plenary_tui.procedure.meetings.meeting import require_in_session
from plenary_tui.procedure.state.chamber import Reminder
from plenary_tui.procedure.state.conference import Conference, Floor
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import ZERO, Instant, StatementClock
from plenary_tui.procedure.state.vocabulary import Ground, Phase

LONGEST_CORRECTION = 24 * 3600
"""How many seconds the clock may be corrected by, or paused in the past."""


def _require_floor(conference: Conference) -> Floor:
    """Who has the floor, in a meeting in session; raises `Refused`."""
    require_in_session(conference)
    if conference.floor is None:
        raise no_statement(conference, "Give the floor first (give-floor).")
    return conference.floor


def _require_begun(conference: Conference) -> Floor:
    """Who has the floor and has begun; raises `Refused`."""
    if conference.floor is None:
        raise no_statement(conference, "Give the floor first (give-floor).")
    if conference.floor.phase is Phase.CALLED:
        raise Refused(
            f"{holder_of_floor(conference)} has not begun, so no clock runs.",
            "Start the clock first (start-clock).",
        )
    return conference.floor


def _with_clock(conference: Conference, clock: StatementClock) -> Conference:
    assert conference.floor is not None
    return replace(conference, floor=replace(conference.floor, clock=clock))


def _clock_of(conference: Conference) -> StatementClock:
    assert conference.floor is not None
    return conference.floor.clock


class ClockStarted(Event):
    """The speaker began."""

    kind: ClassVar[str] = "clock started"

    def apply(self, conference: Conference) -> Conference:
        return _with_clock(conference, _clock_of(conference).start(self.at))

    def sentence(self, before: Conference) -> str:
        return f"{holder_of_floor(before)} began."


class StartClock(Command):
    """The speaker starts: the clock runs from now."""

    act: ClassVar[str] = "start-clock"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = _require_floor(conference)
        require_no_point(conference)
        if floor.phase is Phase.SPEAKING:
            raise Refused("The clock runs already.")
        if floor.phase is Phase.PAUSED:
            raise Refused("The clock is paused.", "Let it go on (resume-clock).")
        return (ClockStarted(at=at),)


class ClockPaused(Event):
    """The clock was stopped at `stopped`, which may lie before the act."""

    kind: ClassVar[str] = "clock paused"

    stopped: Instant

    def apply(self, conference: Conference) -> Conference:
        return _with_clock(conference, _clock_of(conference).pause(self.stopped))

    def sentence(self, before: Conference) -> str:
        elapsed = say_seconds(_clock_of(before).elapsed(self.stopped).total_seconds())
        return f"The clock of {holder_of_floor(before)} was paused at {elapsed}."


def _paused(conference: Conference, at: Instant, moment: Instant) -> tuple[Event, ...]:
    """The clock that runs, paused as of a moment; not before the stretch that runs began."""
    floor = _require_begun(conference)
    if floor.phase is Phase.PAUSED:
        raise Refused("The clock is paused already.", "Let it go on (resume-clock).")
    begun = floor.clock.spans[-1].begun
    return (ClockPaused(at=at, stopped=begun if moment.since(begun) < ZERO else moment),)


class PauseClock(Command):
    """Pause the clock, now or as of some seconds ago (the moment of a crash, say)."""

    act: ClassVar[str] = "pause-clock"

    seconds_ago: SignedSeconds = 0.0

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if self.seconds_ago < 0:
            raise Refused("The clock cannot be paused in the future.")
        if not self.seconds_ago <= LONGEST_CORRECTION:
            raise Refused("A pause lies at most 24 hours back.")
        return _paused(conference, at, at.before(timedelta(seconds=self.seconds_ago)))


class PauseClockAt(Command):
    """Pause the clock as of an earlier instant: the last sign of life before a crash."""

    moment: Instant

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        return _paused(conference, at, self.moment)


class ClockResumed(Event):
    """The clock goes on."""

    kind: ClassVar[str] = "clock resumed"

    def apply(self, conference: Conference) -> Conference:
        return _with_clock(conference, _clock_of(conference).start(self.at))

    def sentence(self, before: Conference) -> str:
        return f"The clock of {holder_of_floor(before)} goes on."


class ResumeClock(Command):
    """Let the paused clock go on."""

    act: ClassVar[str] = "resume-clock"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        require_no_point(conference)
        if _require_begun(conference).phase is not Phase.PAUSED:
            raise Refused("The clock runs already.")
        return (ClockResumed(at=at),)


class ClockAdjusted(Event):
    """The time spoken was corrected by hand; `by` is signed."""

    kind: ClassVar[str] = "clock adjusted"

    by: timedelta

    def apply(self, conference: Conference) -> Conference:
        return _with_clock(conference, _clock_of(conference).correct(self.by))

    def sentence(self, before: Conference) -> str:
        return f"The time spoken was corrected by {self.by.total_seconds():+.1f} s."


class AdjustClock(Command):
    """Correct the time spoken, as after a late start; never below zero."""

    act: ClassVar[str] = "adjust-clock"

    seconds: SignedSeconds

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = _require_begun(conference)
        if not abs(self.seconds) <= LONGEST_CORRECTION:
            raise Refused("A correction is at most 24 hours.")
        by = max(timedelta(seconds=self.seconds), -floor.clock.elapsed(at))
        if by == ZERO:
            raise Refused("The time spoken would not change.")
        return (ClockAdjusted(at=at, by=by),)


class TimeExtended(Event):
    """Whoever has the floor was allowed more time."""

    kind: ClassVar[str] = "time extended"

    by: timedelta
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        assert floor is not None and floor.limit is not None
        return replace(conference, floor=replace(floor, limit=floor.limit + self.by))

    def sentence(self, before: Conference) -> str:
        why = f" ({self.reason})" if self.reason else ""
        return f"{holder_of_floor(before)} was given {self.by.total_seconds():.0f} s more{why}."


class ExtendTime(Command):
    """Allow whoever has the floor more time."""

    act: ClassVar[str] = "extend-time"

    seconds: Seconds = 30
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = _require_floor(conference)
        if floor.limit is None:
            raise Refused(f"{holder_of_floor(conference)} has no time limit.")
        if not 1 <= self.seconds <= 3600:
            raise Refused("An extension is from 1 to 3600 seconds.")
        return (TimeExtended(at=at, by=timedelta(seconds=self.seconds), reason=self.reason),)


class CalledToOrder(Event):
    """The President reminded whoever has the floor; recorded, never shown in public."""

    kind: ClassVar[str] = "called to order"

    ground: Ground

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        assert floor is not None
        calls = floor.calls_to_order + 1
        reminder = Reminder(self.ground, self.at)
        return replace(conference, floor=replace(floor, calls_to_order=calls, reminder=reminder))

    def sentence(self, before: Conference) -> str:
        return f"{holder_of_floor(before)} was called to order ({self.ground})."


class CallToOrder(Command):
    """Record the President's call to order: time, relevance or language (rule 12)."""

    act: ClassVar[str] = "call-to-order"

    ground: Ground = Ground.TIME

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        _require_floor(conference)
        return (CalledToOrder(at=at, ground=self.ground),)
