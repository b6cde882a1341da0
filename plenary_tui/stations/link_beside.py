"""The link beside a program: in a thread of its own, so that no key ever waits for the network.

Of all programs on a machine that have a conference open one runs it; what speaks with the server is
imported there, after the first frame.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING

from plenary_tui.clock import Clock, SystemClock, awake
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.stations.link_state import LinkState, Silence, Way
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.layout import LINK, LINK_LOCK, beside
from plenary_tui.storage.link_file import Link, LinkChanged, read_link
from plenary_tui.storage.locks import SideLock, podium_is_open
from plenary_tui.storage.server.errors_of_server import ServerError

if TYPE_CHECKING:
    from plenary_tui.procedure.state.conference import Alone
    from plenary_tui.stations.agreeing import Agreement
    from plenary_tui.stations.own_copy import OwnCopy
    from plenary_tui.stations.podium_clock import PodiumClock
    from plenary_tui.storage.server.far_server import FarServer
    from plenary_tui.storage.server.requested import Answer, Request
    from plenary_tui.storage.server.told_by_server import Look

BEAT_EVERY = 1.0
"""Seconds between two questions, however quiet it is."""
AGAIN = 0.5
"""Seconds after which a server that is not reached is tried again."""
SAID_AFTER = 1.0
"""Seconds without an answer after which it is said."""
CUT_AFTER = 3.0
"""Seconds without an answer after which the connection is broken off."""
PAUSE = 0.01
"""Seconds between two batches of a backlog: keys come first."""
LAST_WORDS = 2.0
"""Seconds that the end of a podium waits for the server."""


class LinkBeside:
    """The link of one database, while a program has it open.

    Attributes:
        state: what was told last.
        decide: records or refuses what another machine asks, or None; in the link's thread.
        answered: called there with what was asked here once it is answered.
        note_alone: has what podiums recorded alone noted in the journal; whether it is. There, too.
    """

    def __init__(self, database: Path, clock: Clock, *, shown: bool = False) -> None:
        """Make it; nothing is started yet.

        Args:
            clock: this machine's.
            shown: whether a podium shows the journal and takes the charge while it is open.
        """
        self._database, self._clock, self._shown = database, clock, shown
        self.decide: Callable[[Request], Answer | None] = lambda _: None
        self.answered: Callable[[Request, Answer], None] = lambda *_: None
        self.note_alone: Callable[[tuple[Alone, ...]], bool] = lambda _: False
        self._noted = 0
        self._told: Callable[[LinkState], None] = lambda _: None
        self._stopped, self._ended = Event(), Event()
        self._wake: socket.socket | None = None
        self._woken: socket.socket | None = None
        self._server: FarServer | None = None
        self._clock_there: PodiumClock | None = None
        self._silence = Silence()
        self.state = LinkState(Way.BEGINNING, False, clock.now())

    def start(self, told: Callable[[LinkState], None] = lambda _: None) -> None:
        """Start it.

        Args:
            told: called with every change of the state, in the link's threads.
        """
        self._told = told
        self._wake, self._woken = socket.socketpair()
        for one in (self._wake, self._woken):
            one.setblocking(False)
        Thread(target=self._run, name="link", daemon=True).start()
        Thread(target=self._watch, name="link watchdog", daemon=True).start()

    def poke(self) -> None:
        """Something was recorded; costs some microseconds, and never waits."""
        if self._wake is not None:
            with suppress(OSError):  # it has much to do already, or has ended
                self._wake.send(b".")

    def ask(self, command: Command, seen: int) -> None:
        """Ask the station in charge for an act, now or as soon as it can be.

        Raises `StorageError` where that cannot be kept.
        """
        from plenary_tui.stations.outbox import Outbox, request_of

        link = read_link(self._database)
        if link is not None:
            Outbox(self._database).put(request_of(command, link.station, seen, self._clock.now()))
            self.poke()

    def waiting(self) -> list[Request]:
        """What was asked on this machine and has no answer yet."""
        from plenary_tui.stations.outbox import Outbox

        return Outbox(self._database).waiting()

    def stop(self) -> None:
        """End it, once what was recorded last is sent, if that is soon. May be called again."""
        self._stopped.set()
        if self._wake is None:
            return
        self.poke()
        self._ended.wait(LAST_WORDS if self.state.way in (Way.LINKED, Way.BEHIND) else 0.1)

    def _run(self) -> None:
        lock = SideLock(self._database, beside(self._database, LINK_LOCK))
        try:
            while not self._stopped.is_set():
                if self._is_linked() and self._may_run() and lock.take(0):
                    self._run_alone()
                    lock.release()
                if self.state.way is not Way.BEGINNING and not self._is_linked():
                    self._tell(Way.BEGINNING, None)  # it was ended: nothing is said of it
                self._stopped.wait(BEAT_EVERY)  # it is not linked, or another program runs it
        finally:
            lock.release()
            for one in (self._wake, self._woken):
                if one is not None:
                    one.close()
            self._ended.set()

    def _is_linked(self) -> bool:
        return os.path.exists(beside(self._database, LINK))

    def _may_run(self) -> bool:
        """Whether it is for this program to run it: a podium comes first."""
        return self._shown or not podium_is_open(self._database)

    def _run_alone(self) -> None:
        while not self._stopped.is_set() and self._may_run():
            own = None
            try:
                link = read_link(self._database)
                if link is None:
                    return
                from plenary_tui.stations.own_copy import OwnCopy

                own = OwnCopy(
                    self._database, shown=self._shown, decide=self.decide, answered=self.answered
                )
                self._keep_agreeing(link, own)
            except (StorageError, ServerError) as error:
                self._tell(Way.ALONE, own, trouble=str(error))
                self._stopped.wait(BEAT_EVERY)
            except Exception as error:  # whatever it fails with: nobody would be told, or linked
                self._tell(Way.ALONE, own, trouble=f"The link failed: {error!r}")
                self._stopped.wait(BEAT_EVERY)
            finally:
                if own is not None:
                    own.close()

    def _keep_agreeing(self, link: Link, own: OwnCopy) -> None:
        from plenary_tui.stations.agreeing import Agreement
        from plenary_tui.stations.podium_clock import PodiumClock
        from plenary_tui.storage.server.address import read_address
        from plenary_tui.storage.server.far_server import FarServer

        server = FarServer(read_address(link.server), link.conference)
        server.may_ask = link.may_ask  # till the server says it
        self._server, self._clock_there = server, PodiumClock()
        agreement = Agreement(link.station, own, server, lambda: self._pause(agreement, own))
        asked_at, news = -BEAT_EVERY, True
        try:
            while not self._stopped.is_set() and self._may_run():
                try:
                    if not own.refresh():
                        return
                    if not server.connected:
                        server.connect()
                        agreement.lost()
                        own.may_ask(server.may_ask)
                        asked_at, news = -BEAT_EVERY, True
                    if news:
                        self._agree(agreement, own)
                        news = False
                    if awake() - asked_at >= BEAT_EVERY - 0.01:
                        asked_at = awake()
                        news = self._ask(server, agreement, own, link.station)
                    if not news:
                        assert self._woken is not None
                        seconds = max(0.0, asked_at + BEAT_EVERY - awake())
                        news = server.wait(seconds, self._woken)
                except LinkChanged:
                    agreement.lost()
                    news = True
                except ServerError as error:
                    agreement.lost()
                    news = True
                    if not self._stopped.is_set():
                        self._tell(Way.ALONE, own, trouble=str(error))
                        self._stopped.wait(AGAIN)
            self._end(agreement, own)
        finally:
            server.close()

    def _may_take(self, agreement: Agreement, own: OwnCopy) -> bool:
        """Whether it may be free for a podium that is open, as far as was heard of it last.

        Where this station has it there and does not know it here, an answer was lost.
        """
        may_ask = self._server.may_ask if self._server is not None else None
        free = self.state.holder in ("", own.link.station) and may_ask is None
        return self._shown and not own.epoch and not agreement.fenced and free

    def _agree(self, agreement: Agreement, own: OwnCopy) -> None:
        """Take the charge for a podium that is open, if it is free, and bring both to agree."""
        if self._may_take(agreement, own):
            from plenary_tui.storage.server.errors_of_server import NotAllowed, NotInCharge

            with suppress(NotInCharge, NotAllowed):
                agreement.take_charge("the podium was opened")
        agreement.agree()

    def _ask(self, server: FarServer, agreement: Agreement, own: OwnCopy, station: str) -> bool:
        """Give a sign of life, hear how things stand, and tell it; whether there is more to do.

        Where no notice comes, this is how all is known a second later.
        """
        alive = self._clock.now() if own.epoch and self._shown else None
        before = awake()
        look = server.look(station, own.head().seq, own.epoch, alive)
        after = awake()
        if not agreement.hear(look.standing):
            self._agree(agreement, own)
        if not own.epoch:
            self._hear(before, after, look)
        elif self._shown and look.strays != self._noted and self._note(server, own):
            self._noted = look.strays
        way = Way.FENCED if agreement.fenced else Way.LINKED
        trouble = ""
        if agreement.behind:
            trouble = "The server knows less than this machine: it was set back to a backup."
        quiet = None if own.epoch else self._silence.hear(look, after)
        unheard = self._clock.now().before(quiet) if quiet is not None else None
        strays = len(agreement.strays)
        self._tell(way, own, look=look, trouble=trouble, strays=strays, unheard=unheard)
        waits = own.epoch > 0 or bool(own.outbox())
        return waits or look.standing.head != own.head() or self._may_take(agreement, own)

    def _note(self, server: FarServer, own: OwnCopy) -> bool:
        """Have it noted what podiums recorded alone; whether that is done."""
        from plenary_tui.stations.strays import acts_alone

        found = acts_alone(server, own, lambda: sleep(PAUSE))
        return not found or self.note_alone(found)

    def _hear(self, before: float, after: float, look: Look) -> None:
        """Keep the podium's clock beside the database, for every program on this machine."""
        assert self._clock_there is not None
        self._clock_there.hear(before, after, look)
        scale = self._clock_there.scale(self._clock.now().boot)
        if scale is not None and look.beat is not None:
            Heartbeat(self._database, lambda: scale).beat(scale.instant)

    def _pause(self, agreement: Agreement, own: OwnCopy) -> None:
        sent = agreement.sent
        if sent is not None and own.head().seq > sent.seq:
            self._tell(Way.BEHIND, own, sent=sent.seq)
            sleep(PAUSE)

    def _end(self, agreement: Agreement, own: OwnCopy) -> None:
        """Send what was recorded last; a podium that closes gives the charge back."""
        with suppress(ServerError, StorageError):
            if self._shown and own.epoch:
                agreement.give_back()
            else:
                agreement.agree()

    def _tell(
        self,
        way: Way,
        own: OwnCopy | None,
        *,
        look: Look | None = None,
        sent: int | None = None,
        trouble: str = "",
        strays: int | None = None,
        unheard: Instant | None = None,
    ) -> None:
        before = self.state
        holder, epoch = before.holder, before.epoch
        if look is not None:
            holder, epoch = look.standing.holder or "", look.standing.epoch
            sent = look.standing.head.seq
        since = before.since if way == before.way else self._clock.now()
        state = LinkState(
            way,
            own.epoch > 0 if own is not None else before.in_charge,
            since,
            before.sent if sent is None else sent,
            holder,
            epoch,
            trouble,
            before.strays if strays is None else strays,
            self._server.may_ask if self._server is not None else before.may_ask,
            unheard if unheard is None or before.unheard is None else before.unheard,
        )
        if state != before:
            self.state = state
            self._told(state)

    def _watch(self) -> None:
        """Say it where an answer is late, and break off what hangs: the system would not."""
        while not self._ended.wait(0.1):
            server = self._server
            asked_at = server.asked_at if server is not None else None
            if server is None or asked_at is None:
                continue
            late = awake() - asked_at
            if late > SAID_AFTER and self.state.way is not Way.ALONE:
                self._tell(Way.ALONE, None, trouble="The server does not answer.")
            if late > CUT_AFTER:
                server.cut()


@contextmanager
def linked_beside(database: Path) -> Iterator[None]:
    """Follow a conference meanwhile that is on a server, for a program that only shows it."""
    link = LinkBeside(database, SystemClock())
    link.start()
    try:
        yield
    finally:
        link.stop()
