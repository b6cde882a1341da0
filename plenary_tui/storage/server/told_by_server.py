"""What a server tells: how it stands, the podium's signs of life, charges, who is there."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.head import Head

BATCH = 50
"""Rows that are sent or fetched at once: more would make keys wait for the interpreter."""


class Standing(Value):
    """How the server stands, in one look.

    Attributes:
        head: of its journal.
        epoch: the number of the charge.
        holder: the station in charge; None if none is.
    """

    head: Head
    epoch: int
    holder: str | None


class Beat(Value):
    """The podium's last sign of life.

    Attributes:
        at: the podium's own instant, as it gave it.
        received: the server's time then, in seconds.
    """

    at: Instant
    received: float


class Look(Value):
    """What the one question of every second tells.

    Attributes:
        server: the server's time, in seconds.
        beat: of the charge that is held now; None if there was none yet.
        strays: how many records it keeps that stations made and that were in no order.
    """

    standing: Standing
    server: float
    beat: Beat | None
    strays: int = 0


class Found(Value):
    """A conference on a server, as a login sees it."""

    id: int
    name: str
    root: str
    head: Head
    holder: str | None


class Charge(Value):
    """A charge as it was taken: since when, after which record, and why."""

    since: datetime
    at: int
    reason: str


class Present(Value):
    """A station as it last asked: so many seconds ago, with that program."""

    station: str
    login: str
    program: str
    ago: float
