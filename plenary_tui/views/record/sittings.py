"""What a course is made of: meetings, and what came before them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from plenary_tui.procedure.state.chamber import NOBODY, Person
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import Appeal, Tally
from plenary_tui.procedure.state.vocabulary import Body, MotionKind

Key = tuple[Body, int]
"""A meeting: the body that sat, and its number."""


@dataclass
class Stretch:
    """A stretch of time, which goes on while `ended` is None."""

    begun: datetime
    ended: datetime | None = None
    reason: str = ""


@dataclass
class Consideration:
    """What a meeting did with an item, beside hearing statements on it.

    `over`: the body had concluded it before, and the meeting left it at that.
    """

    secretariat: bool = False
    secretariat_by: Person = NOBODY
    concluded: bool = False
    over: bool = False


@dataclass
class Sitting:
    """A meeting as it went.

    Attributes:
        within: the number of the plenary meeting that was suspended for this sitting; None for
            a plenary meeting.
        pauses: when it was suspended, also for the Committee of the Whole.
        on_air: when it was on air.
        items: the items that were before it, in their order.
        counts: how many parties were counted as present, each time.
        chairs: who presided, one after another; None at first for whom the journal does not name.
        turned: whether anything was done since the chair was taken last.
    """

    key: Key
    opened_at: datetime
    ends_at: datetime | None
    within: int | None = None
    ended_at: datetime | None = None
    pauses: list[Stretch] = field(default_factory=list)
    on_air: list[Stretch] = field(default_factory=list)
    items: dict[str, Consideration] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    chairs: list[Person | None] = field(default_factory=lambda: [None])
    turned: bool = False

    def taken_by(self, person: Person) -> None:
        """Somebody takes the chair; where nothing was done since the last did, in its place."""
        if not self.turned:
            self.chairs.pop()
        self.chairs.append(person)
        self.turned = False

    def renamed(self, was: str, now: str) -> None:
        """Name an item by its new symbol; it has one only if nobody has spoken on it."""
        self.items = {now if one == was else one: done for one, done in self.items.items()}


class Recount(NamedTuple):
    """A correction of a vote that its numbers decide: its row, when, before and since."""

    row: int
    at: datetime
    was: Tally
    now: Tally


@dataclass
class RaisedPoint:
    """A point of order, and what became of it; neither ruled nor withdrawn while it waits."""

    key: Key
    item: str | None
    row: int
    at: datetime
    delegation: str
    ruling: str | None = None
    appeal: Appeal | None = None
    withdrawn: bool = False
    corrected: list[Recount] = field(default_factory=list)


Became = Literal["carried", "rejected", "withdrawn", "lapsed"]


@dataclass
class MovedMotion:
    """A motion, and what became of it; `outcome` is None while it waits."""

    key: Key
    item: str | None
    row: int
    at: datetime
    motion: MotionKind
    delegation: str
    outcome: Became | None = None
    vote: Tally | None = None
    corrected: list[Recount] = field(default_factory=list)


class BroughtUp(Value):
    """A draft that came before a meeting."""

    key: Key
    item: str
    row: int
    at: datetime
    number: int
