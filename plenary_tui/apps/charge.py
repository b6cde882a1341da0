"""A podium in charge of its conference: the record says so, and a sign of life stands beside it."""

from __future__ import annotations

from contextlib import suppress

from plenary_tui.clock import Clock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.link_file import NotInChargeHere
from plenary_tui.views.podium.resume import interruption


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

    def take(self) -> None:
        """Take charge, also where that cannot be recorded; raises `StorageError` then.

        Until then the signs of life stay those of the podium that ended. Raises `NotInChargeHere`
        where another machine is in charge, and does not take it then.
        """
        self.taken = True
        try:
            self._desk.open_podium()
        except NotInChargeHere:
            self.taken = False
            raise
        finally:
            self.beat(self._clock.now())

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

    def lost(self) -> None:
        """Another podium has taken it: no more signs of life."""
        self.taken = False
