"""Instants and the arithmetic of a countdown.

An instant is read on two clocks at once: UTC for the calendar, and a steady clock for durations.
A stepped wall clock therefore moves no countdown. Across a reboot only UTC is left.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.vocabulary import Phase, Timing

ZERO, SECOND = timedelta(0), timedelta(seconds=1)


def whole(length: timedelta) -> timedelta:
    """A length in whole seconds, as the clock showed it: a second that was begun does not count.

    Whatever is told or summed up of what is over is told in these, so that rows come to their sum.
    """
    return length // SECOND * SECOND


class Instant(Value):
    """One moment.

    Attributes:
        utc: aware UTC, for the calendar.
        steady: seconds on a clock that is never set and counts sleep.
        boot: names the run of the machine within which steady readings compare; "" if unknown.
    """

    utc: datetime
    steady: float
    boot: str

    def since(self, earlier: Instant) -> timedelta:
        """The time from `earlier` to this instant; negative if UTC was set back across a boot."""
        if self.boot and self.boot == earlier.boot:
            return timedelta(seconds=self.steady - earlier.steady)
        return self.utc - earlier.utc

    def before(self, ago: timedelta) -> Instant:
        """The instant `ago` before this one, on both clocks."""
        return replace(self, utc=self.utc - ago, steady=self.steady - ago.total_seconds())


class Span(Value):
    """A stretch of speaking: begun, and ended unless it still runs."""

    begun: Instant
    ended: Instant | None = None

    def length(self, now: Instant) -> timedelta:
        """Its length up to its end or to `now`; never negative."""
        return max(ZERO, (self.ended or now).since(self.begun))


class StatementClock(Value):
    """The clock of a statement: stretches of speaking, and what the officer corrected by hand.

    Attributes:
        spans: stretches of speaking, oldest first; empty until the speaker starts.
        correction: added to what the spans measure.
        started: when the speaker started.
    """

    spans: tuple[Span, ...] = ()
    correction: timedelta = ZERO

    @property
    def started(self) -> Instant | None:
        return self.spans[0].begun if self.spans else None

    @property
    def phase(self) -> Phase:
        if not self.spans:
            return Phase.CALLED
        return Phase.PAUSED if self.spans[-1].ended else Phase.SPEAKING

    def elapsed(self, now: Instant) -> timedelta:
        """Time spoken so far; never negative."""
        return max(ZERO, sum((span.length(now) for span in self.spans), self.correction))

    def start(self, at: Instant) -> StatementClock:
        """Begin a stretch of speaking."""
        return replace(self, spans=(*self.spans, Span(at)))

    def pause(self, at: Instant) -> StatementClock:
        """End the stretch that runs, if one does."""
        if self.phase is not Phase.SPEAKING:
            return self
        return replace(self, spans=(*self.spans[:-1], replace(self.spans[-1], ended=at)))

    def correct(self, by: timedelta) -> StatementClock:
        """Add `by` (signed) to the time spoken."""
        return replace(self, correction=self.correction + by)


UNSTARTED = StatementClock()
"""The clock of a speaker who has been called and has not begun."""


class Reading(Value):
    """What a statement's clock says at one instant.

    Attributes:
        elapsed: time spoken.
        limit: the allotted time, or None where there is none.
        remaining: limit less elapsed, negative in overrun; None without a limit.
        overrun: time spoken past the limit; zero before it.
        timing: the word for it.
    """

    elapsed: timedelta
    limit: timedelta | None
    remaining: timedelta | None
    overrun: timedelta
    timing: Timing


def turning_points(
    limit: timedelta, *, wrap_up: timedelta, call_to_order: timedelta
) -> tuple[tuple[timedelta, Timing], ...]:
    """From how much time spoken on each word holds, in order; arguments as of `read_clock`."""
    return (
        (ZERO, Timing.ON_TIME),
        (max(ZERO, limit - wrap_up), Timing.WRAP_UP),
        (limit, Timing.OVER),
        (limit + max(call_to_order, timedelta.resolution), Timing.CALL_TO_ORDER),  # past the limit
    )


def read_clock(
    clock: StatementClock,
    limit: timedelta | None,
    now: Instant,
    *,
    wrap_up: timedelta,
    call_to_order: timedelta,
) -> Reading:
    """Read a statement's clock at `now`.

    Args:
        wrap_up: how long before the limit the warning comes.
        call_to_order: how long after the limit a call to order is suggested.
    """
    elapsed = clock.elapsed(now)
    if limit is None:
        return Reading(elapsed, None, None, ZERO, Timing.ON_TIME)
    remaining, timing = limit - elapsed, Timing.ON_TIME
    for after, word in turning_points(limit, wrap_up=wrap_up, call_to_order=call_to_order):
        if elapsed >= after:
            timing = word
    return Reading(elapsed, limit, remaining, max(ZERO, -remaining), timing)


def in_journal(length: timedelta) -> str:
    """A length of time as journals have it: `PT2M30S`, `-PT0.25S`, `P1DT2H`, `PT0S` (ISO 8601)."""
    sign, length = ("-", -length) if length < ZERO else ("", length)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = f"{seconds}.{length.microseconds:06}".rstrip("0").rstrip(".")
    times = "".join(
        f"{amount}{unit}"
        for amount, unit in ((str(hours), "H"), (str(minutes), "M"), (parts, "S"))
        if amount != "0"
    )
    days = f"{length.days}D" if length.days else ""
    return f"{sign}P{days}T{times}" if times else f"{sign}P{days}" if days else "PT0S"
