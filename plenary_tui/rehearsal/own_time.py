"""Which clock a conference goes by: the computer's, or the time of a rehearsal of its own.

A rehearsal in which a simulated room acts has a time of its own: faster than the computer's, and
standing still while no podium is open. Its records tell it from others by their boot. Where it
stands is known from the podium's sign of life, and without one from the last record.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from plenary_tui.clock import REHEARSAL, Clock, RehearsalClock, SystemClock, TimeScale, awake
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.heartbeat import Heartbeat


def goes_on(speed: float) -> float:
    """How many seconds after its podium's last sign of life a rehearsal stands still.

    The faster it goes the more signs there are, and the further it would run ahead of a crash.
    """
    return 0.5 + 1.0 / max(1.0, speed)


def has_own_time(last: Instant | None) -> bool:
    """Whether a conference whose last record was made then has a time of its own."""
    return last is not None and last.boot == REHEARSAL


def clock_of_rehearsal(
    last: Instant,
    beat: Instant | None,
    system: MachineClock,
    *,
    reading: Callable[[], float] = awake,
) -> RehearsalClock:
    """The clock of a podium on a rehearsal: it goes on where the last podium left it.

    Args:
        last: when the last record was made.
        beat: the last podium's sign of life; None if it was closed in order.
        reading: as of `RehearsalClock`.
    """
    begins = last
    if not has_own_time(last):
        utc = max(system.now().utc, last.utc)
        begins = Instant(utc, utc.timestamp(), REHEARSAL)
    elif beat is not None and beat.boot == REHEARSAL and beat.steady > last.steady:
        begins = beat
    return RehearsalClock(begins, system.boot, reading=reading)


LONG_DEAD = 3600.0
"""Seconds for which a podium is said to be gone that was open before the computer was restarted."""


def clock_beside(database: Path, last: Callable[[], Instant | None]) -> FollowedClock:
    """The clock of whoever reads the conference in a database whose last record `last` tells."""
    return FollowedClock(Heartbeat(database), last, SystemClock())


class MachineClock(Clock, Protocol):
    """The computer's clock."""

    @property
    def boot(self) -> str:
        """Names this run of the machine."""
        ...


class FollowedClock:
    """The clock of whoever only reads a conference: that of its podium."""

    def __init__(
        self,
        heartbeat: Heartbeat,
        last: Callable[[], Instant | None],
        system: MachineClock,
        *,
        reading: Callable[[], float] = awake,
    ) -> None:
        """Follow a podium.

        Args:
            heartbeat: its sign of life.
            last: tells when the last record was made; None while there is none.
            system: the clock of a conference that has no time of its own.
            reading: as of `RehearsalClock`.
        """
        self._heartbeat = heartbeat
        self._last = last
        self._system = system
        self._reading = reading

    @property
    def speed(self) -> float:
        """How many times as fast as time the podium's clock goes; 0 while none is open."""
        if not has_own_time(self._last()):
            return self._system.speed  # another machine's goes as fast
        scale = self._scale()
        if scale is None or self._silence(scale) >= goes_on(scale.speed):
            return 0.0
        return scale.speed

    def real(self) -> float:
        """Seconds of whoever reads, which go on where a rehearsal stands still."""
        return self._reading()

    def now(self) -> Instant:
        """The present instant; never before the last record."""
        last = self._last()
        if last is None or not has_own_time(last):
            far = self._far()
            return self._system.now() if far is None else far.at(self._reading())
        scale = self._scale()
        if scale is None:
            return last
        now = scale.at(scale.awake + min(goes_on(scale.speed), self._silence(scale)))
        return now if now.steady > last.steady else last

    def beaten_at(self) -> Instant | None:
        """The podium's last sign of life as it gave it; without one, the last record."""
        return self._heartbeat.read() or self._last()

    def last_beat(self) -> Instant | None:
        """The podium's last sign of life; its age against `now` is in seconds of who reads it.

        Without one, the last record; None where not even that tells.
        """
        last = self._last()
        if not has_own_time(last):
            if (far := self._far()) is not None:
                return far.instant
            return self._heartbeat.read() or last
        scale = self._scale()
        if scale is None:
            return None
        return self.now().before(timedelta(seconds=self._silence(scale)))

    def elsewhere(self) -> Instant | None:
        """The instant of a podium on another machine; None where none is followed."""
        far = self._far()
        return None if far is None else far.at(self._reading())

    def _scale(self) -> TimeScale | None:
        """How the rehearsal's time goes, if that is known of this run of the machine."""
        return self._heartbeat.read_scale()

    def _far(self) -> TimeScale | None:
        """How the time of a podium on another machine goes, if that is known."""
        scale = self._scale()
        if scale is None or scale.boot != self._system.boot or has_own_time(scale.instant):
            return None
        return scale

    def _silence(self, scale: TimeScale) -> float:
        """Seconds since the last sign of life; so much as makes it dead in another boot."""
        gone = self._reading() - scale.awake if scale.boot == self._system.boot else LONG_DEAD
        return max(0.0, gone)


class ChargeClock:
    """The clock of a podium that is linked: the machine's in charge, else that of who is.

    Attributes:
        follows: whether another podium is in charge, and its clock goes.
    """

    def __init__(self, own: MachineClock, followed: FollowedClock, *, follows: bool) -> None:
        """Go by the one or the other from now on."""
        self._own, self._followed, self.follows = own, followed, follows

    @property
    def speed(self) -> float:
        """How many times as fast as time it goes."""
        return self._followed.speed if self.follows else self._own.speed

    def real(self) -> float:
        """Seconds as they pass for the people in the room."""
        return self._own.real()

    def now(self) -> Instant:
        """The present instant."""
        return self._followed.now() if self.follows else self._own.now()
