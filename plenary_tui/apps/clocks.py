"""What the podium hears of time: gaps between two looks at the clocks, and when to ring."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Timing
from plenary_tui.views.wording.clock_face import read_floor

STOOD_STILL = timedelta(seconds=10)
"""A longer gap between two ticks means that the computer slept."""
STEPPED = timedelta(seconds=2)
"""A larger difference between the two clocks means that the computer's clock was set."""


class Gap(Enum):
    """What happened between two looks at the clocks."""

    NONE = "nothing"
    SLEPT = "the computer slept"
    WAS_SET = "the calendar's clock was set"


def gap_between(before: Instant, now: Instant, *, speed: float = 1.0) -> Gap:
    """What happened between two instants on clocks that go `speed` times as fast."""
    passed = now.since(before)
    if passed > STOOD_STILL * speed:
        return Gap.SLEPT
    return Gap.WAS_SET if abs(_set_by(before, now)) > STEPPED * speed else Gap.NONE


def clock_was_set(before: Instant, now: Instant) -> str:
    """The sentence on a clock that was set."""
    seconds = _set_by(before, now).total_seconds()
    return f"The computer's clock was set by {seconds:+.0f} s. The countdown is not affected."


def _set_by(before: Instant, now: Instant) -> timedelta:
    return (now.utc - before.utc) - now.since(before)


class Bell:
    """Knows when to ring: once at the warning and once at the limit."""

    def __init__(self, conference: Conference, now: Instant) -> None:
        """Begin with what stands: that does not ring."""
        self._heard = _timing(conference, now)

    def rings(self, conference: Conference, now: Instant) -> bool:
        """Whether it rings now."""
        timing = _timing(conference, now)
        if timing is self._heard:
            return False
        self._heard = timing
        return timing in (Timing.WRAP_UP, Timing.OVER)

    def miss(self, conference: Conference, now: Instant) -> None:
        """What came to pass while nobody looked does not ring."""
        self._heard = _timing(conference, now)


def _timing(conference: Conference, now: Instant) -> Timing | None:
    reading = read_floor(conference, now)
    return reading.timing if reading else None
