"""The COP12 sample played by a simulated room, without waiting."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.room.habits import USUAL, Habits
from plenary_tui.rehearsal.room.room import Room
from tests.chamber import vienna
from tests.rehearsal.room.driver import Step, applied, artificial, run

OPENS = vienna(14, 10)
"""When the first meeting is planned to open."""
FIRST_MEETING = vienna(14, 14)
"""After the first meeting, before the second."""
WEEK = vienna(19, 0)


@lru_cache(maxsize=1)
def convened() -> Conference:
    """The COP12 sample, in the morning of its first day."""
    event = load_pack("cop12").convene(artificial(vienna(14, 9)), rehearsal=True)
    return applied(EMPTY, (event,))


def play(
    seed: int = 1,
    habits: Habits = USUAL,
    *,
    until: datetime = FIRST_MEETING,
    conference: Conference | None = None,
    start: datetime = OPENS,
) -> list[Step]:
    """What a room does from the opening of the first meeting on."""
    return list(run(conference or convened(), Room(habits, seed), start, until))


def until_act(steps: list[Step], act: str) -> Step:
    """The first step that was that act."""
    return next(step for step in steps if step.command.act == act)


def soon(step: Step, seconds: float = 1.0) -> Instant:
    """An instant shortly after a step."""
    return step.at.before(timedelta(seconds=-seconds))
