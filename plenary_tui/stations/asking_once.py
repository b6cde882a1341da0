"""One act asked for from the command line, and its answer waited for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from time import sleep

from plenary_tui.actions.may_do import may_not_ask
from plenary_tui.clock import awake
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.stations.joining import server_of
from plenary_tui.stations.outbox import Outbox, request_of
from plenary_tui.stations.own_copy import link_of
from plenary_tui.storage.server.errors_of_server import NotAllowed, Unreachable
from plenary_tui.storage.server.requested import Answer

PATIENCE = 5.0
"""Seconds that an answer is waited for; what is asked stays asked."""
LOOK_EVERY = 0.05


def ask_and_wait(database: Path, command: Command, seen: int, at: Instant) -> Answer | None:
    """Ask the station in charge for an act; its answer, None if there is none yet.

    It is kept here until it is answered, and sent by whatever program links this machine next.
    Raises `Refused` where this login may not ask for it, and `ServerError`.
    """
    link, outbox = link_of(database), Outbox(database)
    request = request_of(command, link.station, seen, at)
    outbox.put(request)
    until = awake() + PATIENCE
    with closing(server_of(link)) as server:
        try:
            server.ask(request)
            while awake() < until:
                if (answer := server.answers([request.id]).get(request.id)) is not None:
                    outbox.settle(request.id)
                    return answer
                sleep(LOOK_EVERY)
        except Unreachable:
            return None
        except NotAllowed:
            outbox.settle(request.id)
            raise may_not_ask(command.act) from None
    return None
