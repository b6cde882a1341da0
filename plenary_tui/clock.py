"""The only place that reads the time."""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant

ON_WINDOWS = sys.platform == "win32"
if TYPE_CHECKING or ON_WINDOWS:
    from plenary_tui import windows

REHEARSAL = "rehearsal"
"""The boot of instants of a rehearsal that has a time of its own: they all compare."""


class Clock(Protocol):
    """Gives the present instant."""

    @property
    def speed(self) -> float:
        """How many times as fast as the people in the room it goes; 0 while it stands still."""
        ...

    def now(self) -> Instant:
        """The present instant, on both clocks."""
        ...

    def real(self) -> float:
        """Seconds as they pass for the people in the room, from any beginning."""
        ...


class SystemClock:
    """The computer's clocks.

    Attributes:
        speed: 1: it goes as time does.
        counts_sleep: whether the steady clock goes on while the machine sleeps.
        boot: names this run of the machine, and on Windows the clock; where the system does not
            tell, this process only.
    """

    speed = 1.0

    def __init__(self) -> None:
        self.boot = _boot_id()
        clock_id = getattr(time, "CLOCK_BOOTTIME", None)
        if clock_id is None and sys.platform == "darwin":
            # On macOS this one goes on in sleep; CLOCK_UPTIME_RAW would not.
            clock_id = time.CLOCK_MONOTONIC_RAW
        self._clock_id: int | None = clock_id
        self.counts_sleep = clock_id is not None or ON_WINDOWS

    def now(self) -> Instant:
        """The present instant, on both clocks."""
        return Instant(datetime.now(UTC), self._steady(), self.boot)

    def real(self) -> float:
        """Seconds on the steady clock."""
        return self._steady()

    def _steady(self) -> float:
        if ON_WINDOWS:
            return windows.steady()
        return time.monotonic() if self._clock_id is None else time.clock_gettime(self._clock_id)


def today() -> date:
    """The day it is on this computer, in its own time zone."""
    return datetime.now().astimezone().date()


def awake() -> float:
    """Seconds on a clock that all programs on the machine share and that stands still in sleep."""
    return windows.awake() if ON_WINDOWS else time.monotonic()


def file_time() -> int:
    """What a file that is written now is stamped with, in nanoseconds."""
    return time.time_ns()


class TimeScale(Value):
    """How a time goes that is not this machine's: a rehearsal's, or that of another's podium.

    Attributes:
        instant: that time at the moment `awake`.
        awake: the machine's, as of `awake`.
        boot: names the run of the machine in which that holds.
        speed: how many times as fast as the machine's it goes from there.
        until: the rehearsal's steady reading at which it waits; infinite if it does not.
    """

    instant: Instant
    awake: float
    boot: str
    speed: float
    until: float = inf

    def at(self, awake: float) -> Instant:
        """That time at another moment."""
        seconds = (awake - self.awake) * self.speed
        seconds = min(seconds, max(0.0, self.until - self.instant.steady))
        utc = self.instant.utc + timedelta(seconds=seconds)
        return Instant(utc, self.instant.steady + seconds, self.instant.boot)


class RehearsalClock:
    """The time of a rehearsal, which begins anywhere and goes at any speed.

    Unlike the computer's it stands still while the computer sleeps: nobody in the room is real.
    """

    def __init__(self, begins: Instant, boot: str, *, reading: Callable[[], float] = awake) -> None:
        """Begin at an instant, as fast as time goes.

        Args:
            boot: names the run of the machine.
            reading: reads what drives it, as of `awake`.
        """
        self._reading = reading
        begins = Instant(begins.utc, begins.steady, REHEARSAL)
        self._scale = TimeScale(begins, reading(), boot, 1.0)

    @property
    def speed(self) -> float:
        """How many times as fast as time it goes."""
        return self._scale.speed

    def now(self) -> Instant:
        """The present instant of the rehearsal."""
        return self._scale.at(self._reading())

    def real(self) -> float:
        """Seconds of what drives it."""
        return self._reading()

    def scale(self) -> TimeScale:
        """How it goes from now on."""
        reading = self._reading()
        scale = self._scale
        return replace(scale, instant=scale.at(reading), awake=reading)

    def go_at(self, speed: float) -> None:
        """Go on from here at another speed, and wait for nothing."""
        self._scale = replace(self.scale(), speed=speed, until=inf)

    def wait_at(self, moment: Instant | None) -> None:
        """Go on from here, but stand still at a moment until told otherwise; None: do not."""
        until = inf if moment is None else moment.steady
        if until != self._scale.until:
            self._scale = replace(self.scale(), until=until)

    def leap(self, ahead: timedelta) -> None:
        """Go on from so much later."""
        scale = self.scale()
        self._scale = replace(scale, instant=scale.instant.before(-ahead))


def _boot_id() -> str:
    if ON_WINDOWS:
        return windows.boot_id() or f"process-{uuid.uuid4()}"
    linux = Path("/proc/sys/kernel/random/boot_id")
    try:
        return linux.read_text(encoding="ascii").strip()
    except OSError:
        pass
    if sys.platform == "darwin":
        import subprocess

        try:
            return subprocess.run(
                ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"],
                capture_output=True,
                text=True,
                timeout=2,
                check=True,
            ).stdout.strip()
        except (OSError, subprocess.SubprocessError):
            pass
    return f"process-{uuid.uuid4()}"
