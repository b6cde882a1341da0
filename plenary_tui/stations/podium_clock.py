"""The podium's clock as another machine reckons it, whatever its own clock says.

Its signs of life reach the server, which notes when; this machine asks the server for the time. Of
all that was heard in the last minutes what came quickest is nearest to the truth: the difference of
two steady clocks. Asymmetric ways err by half their difference.
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from plenary_tui.clock import TimeScale
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.server.told_by_server import Look

WINDOW = 120.0
"""Seconds for which what was heard counts: clocks drift apart."""
JUMP = 0.5
"""Seconds by which what is heard may lie before what was; more, and a clock was set."""


class _Quickest:
    """The smallest of the differences heard in the window; of those alike the last."""

    def __init__(self) -> None:
        self._heard: deque[tuple[float, float, float]] = deque()

    def hear(self, at: float, weight: float, value: float) -> None:
        """Take a difference, heard at a reading, that is the better the less it weighs."""
        while self._heard and self._heard[0][0] < at - WINDOW:
            self._heard.popleft()
        while self._heard and self._heard[-1][1] >= weight:
            self._heard.pop()
        self._heard.append((at, weight, value))

    def forget(self) -> None:
        """Begin anew."""
        self._heard.clear()

    @property
    def value(self) -> float | None:
        """The best; None if nothing was heard."""
        return self._heard[0][2] if self._heard else None


class PodiumClock:
    """What is known of the podium's clock on this machine."""

    def __init__(self) -> None:
        self._server = _Quickest()
        self._podium = _Quickest()
        self._boot = ""
        self._last: tuple[Instant, float] | None = None

    def hear(self, before: float, after: float, look: Look) -> None:
        """Take what the server told between two readings of this machine's steady clock."""
        ahead = look.server - (before + after) / 2
        known = self._server.value
        if known is not None and abs(ahead - known) > JUMP + (after - before):
            self._server.forget()  # the server's clock was set: what was noted by it counts no more
            self._podium.forget()
        self._server.hear(after, after - before, ahead)
        beat = look.beat
        if beat is None:
            return
        if beat.at.boot != self._boot:
            self._boot = beat.at.boot
            self._podium.forget()
        lies = beat.received - beat.at.steady
        if (known := self._podium.value) is not None and lies < known - JUMP:
            self._podium.forget()
        self._podium.hear(after, lies, lies)
        self._last = beat.at, beat.received

    def scale(self, boot: str) -> TimeScale | None:
        """How the podium's time goes by this machine's, as of its last sign of life.

        Args:
            boot: names this run of the machine.
        """
        server, podium = self._server.value, self._podium.value
        if self._last is None or server is None or podium is None:
            return None
        at, received = self._last
        awake = received - server
        seen = received - podium  # the podium's own reading when the server noted it
        utc = at.utc + timedelta(seconds=seen - at.steady)
        return TimeScale(Instant(utc, seen, at.boot), awake, boot, 1.0)
