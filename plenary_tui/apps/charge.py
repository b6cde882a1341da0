"""A podium in charge of its conference: the record says so, and a sign of life stands beside it."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from plenary_tui.clock import Clock, SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.statement import AdjustClock
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.rehearsal.own_time import ChargeClock, FollowedClock
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.link_file import NotInChargeHere
from plenary_tui.views.podium.resume import interruption

SAME = 0.5
"""Seconds by which the clocks of two machines may differ and a statement just goes on."""


class Charge:
    """What a podium takes when it opens and gives back when it is closed.

    Attributes:
        taken: whether it is in charge.
        interruption: what the podium before it left by ending without closing; None if it did not.
    """

    def __init__(self, desk: Desk, clock: Clock, heartbeat: Heartbeat) -> None:
        self._desk, self._clock, self._heartbeat = desk, clock, heartbeat
        self.taken = False
        self.interruption = (
            interruption(desk.ledger, heartbeat.read(), clock.now())
            if desk.records_here()
            else None
        )

    def take(self) -> str:
        """Take charge, also where that cannot be recorded; raises `StorageError` then.

        Until then the signs of life stay those of the podium that ended. A statement that runs goes
        on by the clock of the podium that was followed till now: what is said of a correction, or
        "". Raises `NotInChargeHere` where another machine is in charge, and does not take it then.
        """
        spoken = self._spoken_there()
        self.taken = True
        self._go_by_another(False)
        try:
            self._desk.open_podium()
        except NotInChargeHere:
            self.lost(follows=True)
            raise
        finally:
            self.beat(self._clock.now())
        return self._go_on_from(spoken) if spoken is not None else ""

    def _spoken_there(self) -> timedelta | None:
        """How long who speaks has spoken by the clock of a podium elsewhere that was followed."""
        floor = self._desk.conference.floor
        if floor is None or floor.clock.phase is not Phase.SPEAKING:
            return None
        there = FollowedClock(self._heartbeat, lambda: None, SystemClock()).elsewhere()
        return floor.clock.elapsed(there) if there is not None else None

    def _go_on_from(self, spoken: timedelta) -> str:
        """Correct the time spoken where this machine's clock would show another."""
        floor = self._desk.conference.floor
        if floor is None or floor.clock.phase is not Phase.SPEAKING:
            return ""
        by = (spoken - floor.clock.elapsed(self._clock.now())).total_seconds()
        return str(self._desk.dispatch(AdjustClock(seconds=by))) if abs(by) > SAME else ""

    def beat(self, now: Instant) -> None:
        """Give a sign of life, once in charge."""
        if self.taken:
            self._heartbeat.beat(now)

    def give_back(self) -> None:
        """Record that the podium is closed; where that fails, it is as if it had crashed.

        What never took charge has nothing to give back: what the last podium left, or what there
        is about the database, is not known to the officer yet, and is told at the next start.
        """
        if not self.taken:
            return
        with suppress(StorageError):
            self._desk.close_podium()
            self._heartbeat.clear()

    def lost(self, *, follows: bool) -> None:
        """Another podium has taken it: no more signs of life.

        Args:
            follows: whether what the other records is shown here, and so goes by its clock.
        """
        self.taken = False
        self._go_by_another(follows)

    def _go_by_another(self, follows: bool) -> None:
        if isinstance(self._clock, ChargeClock):
            self._clock.follows = follows
