"""What a link knows, as it is told: how it is, and how it stands with the station in charge."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.server.told_by_server import Look

UNHEARD_AFTER = 3.0
"""Seconds without a sign of life of the station in charge after which it is said."""


class Way(StrEnum):
    """How the link is."""

    BEGINNING = "beginning"
    LINKED = "linked"
    BEHIND = "behind"
    ALONE = "alone"
    FENCED = "fenced"


class LinkState(Value):
    """What the link knows, as it is told.

    Attributes:
        in_charge: whether this machine is.
        since: when that way began.
        sent: up to which record the server is known to have the journal.
        holder: the station in charge, as last heard; "" for none.
        epoch: the number of its charge.
        trouble: why the server is not reached, or else what is wrong; "" if nothing.
        strays: how many records of this machine are not in the journal.
        may_ask: the acts that this login may ask for; None for all.
        unheard: since when the station in charge has given no sign of life; None while it does.
    """

    way: Way
    in_charge: bool
    since: Instant
    sent: int = 0
    holder: str = ""
    epoch: int = 0
    trouble: str = ""
    strays: int = 0
    may_ask: tuple[str, ...] | None = None
    unheard: Instant | None = None


class Silence:
    """How long the station in charge has given no sign of life, as the server tells it."""

    def __init__(self) -> None:
        self._none: tuple[int, float] | None = None

    def hear(self, look: Look, reading: float) -> timedelta | None:
        """For how long there was none; None while there are, or where nobody is in charge.

        Args:
            reading: of this machine, as of `awake`, when it was told.
        """
        standing, beat = look.standing, look.beat
        if beat is not None or not standing.holder:
            self._none = None
        elif self._none is None or self._none[0] != standing.epoch:
            self._none = standing.epoch, reading  # none yet in this charge
        if beat is not None:
            seconds = look.server - beat.received
        else:
            seconds = reading - self._none[1] if self._none is not None else 0.0
        silent = standing.holder and seconds > UNHEARD_AFTER
        return timedelta(seconds=seconds) if silent else None
