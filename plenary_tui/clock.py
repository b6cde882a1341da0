"""The only place that reads the time."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from plenary_tui.procedure.timing import Instant


class Clock(Protocol):
    """Gives the present instant."""

    def now(self) -> Instant:
        """The present instant, on both clocks."""
        ...


class SystemClock:
    """The computer's clocks.

    Attributes:
        counts_sleep: whether the steady clock goes on while the machine sleeps.
        boot: names this run of the machine; where the system does not tell, this process only.
    """

    def __init__(self) -> None:
        self.boot = _boot_id()
        clock_id = getattr(time, "CLOCK_BOOTTIME", None)
        if clock_id is None and sys.platform == "darwin":
            # On macOS this one goes on in sleep; CLOCK_UPTIME_RAW would not.
            clock_id = time.CLOCK_MONOTONIC_RAW
        self._clock_id: int | None = clock_id
        self.counts_sleep = clock_id is not None or sys.platform == "win32"

    def now(self) -> Instant:
        """The present instant, on both clocks."""
        return Instant(datetime.now(UTC), self._steady(), self.boot)

    def _steady(self) -> float:
        return time.monotonic() if self._clock_id is None else time.clock_gettime(self._clock_id)


def _boot_id() -> str:
    linux = Path("/proc/sys/kernel/random/boot_id")
    try:
        return linux.read_text(encoding="ascii").strip()
    except OSError:
        pass
    if sys.platform == "darwin":
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
