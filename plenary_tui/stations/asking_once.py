"""One act asked for from the command line, and its answer waited for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from time import sleep

from plenary_tui.actions.may_do import may_not_ask
from plenary_tui.clock import awake
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.stations.joining import server_of
from plenary_tui.stations.link_state import UNHEARD_AFTER
from plenary_tui.stations.outbox import Outbox, request_of
from plenary_tui.stations.own_copy import link_of
from plenary_tui.storage.server.errors_of_server import NotAllowed, NotThisStation, Unreachable
from plenary_tui.storage.server.far_server import FarServer
from plenary_tui.storage.server.requested import Answer

PATIENCE = 5.0
"""Seconds that an answer is waited for; what is asked stays asked."""
LOOK_EVERY = 0.05


class Unanswered(Value):
    """What is asked and has no answer yet.

    Attributes:
        sent: whether it is on the server, so that whoever is in charge finds it there.
        holder: who is in charge there; "" for nobody, or where that is not known.
        silent: for how many seconds that podium has given no sign of life; None if it never did.
    """

    sent: bool
    holder: str = ""
    silent: float | None = None

    @property
    def words(self) -> str:
        """What is said of it."""
        who = shown(self.holder)
        if not self.sent:
            said = "The server is not reached: it is noted on this machine, and not asked yet."
        elif not self.holder:
            said = "It is on the server, and nobody is in charge: the next podium decides it."
        elif self.silent is None or self.silent > UNHEARD_AFTER:
            since = (
                f"was heard of {say_seconds(self.silent)} ago"
                if self.silent
                else "gives no sign of life"
            )
            said = (
                f"It is on the server, and {who} {since}: it is decided once that podium is back."
            )
        else:
            said = f"It was asked of {who}, which has it and has not answered yet."
        return f"{said} `plenary waiting` tells what waits."


def ask_and_wait(database: Path, command: Command, seen: int, at: Instant) -> Answer | Unanswered:
    """Ask the station in charge for an act; its answer, or how it stands without one.

    It is kept here until it is answered, and sent by whatever program links this machine next.
    Raises `Refused` where this login may not ask for it, and `ServerError`.
    """
    link, outbox = link_of(database), Outbox(database)
    request = request_of(command, link.station, seen, at)
    outbox.put(request)
    until, sent = awake() + PATIENCE, False
    with closing(server_of(link)) as server:
        try:
            server.ask(request)
            sent = True
            while awake() < until:
                if (answer := server.answers([request.id]).get(request.id)) is not None:
                    outbox.settle(request.id)
                    return answer
                sleep(LOOK_EVERY)
            return _how_it_stands(server, link.station, seen)
        except Unreachable:
            return Unanswered(sent)
        except NotThisStation:
            outbox.settle(request.id)
            raise
        except NotAllowed:
            outbox.settle(request.id)
            raise may_not_ask(command.act) from None


def _how_it_stands(server: FarServer, station: str, seen: int) -> Unanswered:
    look = server.look(station, seen, 0, None)
    silent = look.server - look.beat.received if look.beat is not None else None
    return Unanswered(True, look.standing.holder or "", silent)
