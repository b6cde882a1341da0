"""`--auto SPEED --seed N --room KIND`: which simulated room acts in a rehearsal, and how fast."""

from __future__ import annotations

from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

from plenary_tui.commands.failures import Misused
from plenary_tui.commands.parser import ROOMS
from plenary_tui.procedure.state.frozen import Value

if TYPE_CHECKING:
    from plenary_tui.apps.simulated import SimulatedRoom
    from plenary_tui.clock import RehearsalClock
    from plenary_tui.desk.writing import Desk

SLOWEST, FASTEST = 1.0, 600.0
"""How many times as fast as time goes a room may act."""
LARGEST_SEED = 2**63 - 1
HANDS_OFF = timedelta(minutes=2)
"""For so long what an officer has stopped stays so, however slow time goes."""
HANDS_OFF_FOR_OFFICER = timedelta(seconds=20)
"""And for so long of the officer's own time."""


class Auto(Value):
    """What was asked for.

    Attributes:
        speed: how many times as fast as time goes.
        seed: None for one that follows from when the rehearsal was begun.
        kind: the name of a kind of room.
    """

    speed: float
    seed: int | None = None
    kind: str = ROOMS[0]

    @property
    def hands_off(self) -> timedelta:
        """For how long what an officer has stopped stays so, in the rehearsal's time."""
        return max(HANDS_OFF, HANDS_OFF_FOR_OFFICER * self.speed)

    def room(self, desk: Desk, clock: RehearsalClock) -> SimulatedRoom:
        """The simulated room on a rehearsal; resumed without a seed, it is the same again."""
        from plenary_tui.apps.simulated import SimulatedRoom
        from plenary_tui.rehearsal.room.habits import KINDS
        from plenary_tui.rehearsal.room.room import Room

        seed = self.seed
        if seed is None:
            began = [one.starts for one in desk.conference.programme[:1]]
            seed = int(began[0].timestamp() // 60) % 100_000 if began else 0
        room = Room(KINDS[self.kind], seed, hands_off=self.hands_off)
        return SimulatedRoom(room, desk, clock, self.speed)


def read_auto(speed: str | None, seed: str | None, kind: str | None) -> Auto | None:
    """What the options say; None where no room is to act. Raises `Misused`."""
    if speed is None:
        for option, given in (("--seed", seed), ("--room", kind)):
            if given is not None:
                raise Misused(f"{option} is for a simulated room: give --auto SPEED as well.")
        return None
    if kind is not None and kind not in ROOMS:
        raise Misused(f"--room is one of {', '.join(ROOMS)}; “{kind}” is not.")
    return Auto(_read_speed(speed), _read_seed(seed), kind or ROOMS[0])


def _read_speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not isfinite(speed) or not SLOWEST <= speed <= FASTEST:
        raise Misused(
            f"--auto takes a speed from {SLOWEST:g} (as fast as time goes) to {FASTEST:g} times as "
            f"fast, e.g. --auto 60; “{text}” is not."
        )
    return speed


def _read_seed(text: str | None) -> int | None:
    if text is None:
        return None
    whole = text.isascii() and text.isdigit() and len(text) < 20
    if not whole or int(text) > LARGEST_SEED:
        raise Misused(f"--seed takes a whole number from 0 to {LARGEST_SEED}; “{text}” is not.")
    return int(text)
