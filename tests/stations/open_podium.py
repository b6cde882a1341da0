"""A podium without a screen, that decides what is asked by its own desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.stations.link_beside import LinkBeside
from plenary_tui.stations.link_state import Way
from plenary_tui.stations.outbox import command_of
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.requested import Answer, Request
from tests.storage.server.waiting import until

from .stations import Stations


class OpenPodium:
    """One that is open at the conference's podium, and runs its link."""

    def __init__(self, stations: Stations) -> None:
        """Open it; its link runs once it is started."""
        self._opened = open_journal(stations.podium)
        self.desk = Desk(self._opened.journal, SystemClock(), "podium", self._opened.records)
        self.link = LinkBeside(stations.podium, SystemClock(), shown=True)
        self.link.decide = self._decide
        self._lock = Lock()
        stations.links.append(self.link)

    def act(self, command: Command) -> None:
        """A key."""
        with self._lock:
            self.desk.dispatch(command)
        self.link.poke()

    def _decide(self, request: Request) -> Answer | None:
        with self._lock:
            try:
                receipt = self.desk.dispatch(command_of(request), request.station, request.id)
            except Refused as refused:
                return Answer(None, refused.when_typed)
            return Answer(receipt.seq, str(receipt))

    def until_linked(self) -> None:
        """Wait until it has the charge."""
        until(lambda: self.link.state.way is Way.LINKED and self.link.state.in_charge)

    def is_one(self) -> bool:
        """Whether the server has all that is recorded."""
        state = self.link.state
        return state.way is Way.LINKED and state.sent == self.desk.ledger.seq

    def close(self) -> None:
        """End it."""
        self.link.stop()
        self._opened.journal.close()


@contextmanager
def podium_open(stations: Stations) -> Iterator[OpenPodium]:
    """A podium in charge."""
    podium = OpenPodium(stations)
    try:
        podium.link.start()
        podium.until_linked()
        yield podium
    finally:
        podium.close()
