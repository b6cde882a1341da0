"""What was done, as the journal has it: rows, and the acts that they make up."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.procedure.ground.act import Event, foreseen_after
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant


class Record(Value):
    """One row of the journal.

    Attributes:
        seq: its number, from 1 without gaps.
        act: the number of the first row of its act; an act may have several rows.
        station: who did it.
    """

    seq: int
    act: int
    station: str
    event: Event


InForce = Callable[[Callable[[], None]], tuple[Record, ...]]
"""What gives the records of the acts in force, in their order: called in a thread, where it calls
again and again what it is given."""


class Standing(Value):
    """What all rows up to one have made, from which a fold can go on without those before.

    Attributes:
        conference: the state, which names the row.
        last_step: the number of the last row that did something, took it back or did it again.
        podium_opened: when the podium that is open, or ended without closing, was opened.
    """

    conference: Conference
    last_step: int
    podium_opened: Instant | None


class Act:
    """An act in force or taken back.

    Attributes:
        records: its rows.
        before: the state before it, if that is still at hand.
    """

    __slots__ = ("before", "records")

    def __init__(self, records: list[Record], before: Conference | None) -> None:
        """Name both."""
        self.records = records
        self.before = before

    @property
    def seq(self) -> int:
        """The number of its first record."""
        return self.records[0].seq

    def applied(self, conference: Conference) -> Conference:
        """The state after it."""
        return foreseen_after(conference, (record.event for record in self.records))

    def told(self, conference: Conference) -> str:
        """What it does to a state, in words."""
        if self.records[0].event.tells_all:
            return self.records[0].event.sentence(conference)
        sentences = []
        for record in self.records:
            if record.event.silent:
                continue
            sentences.append(record.event.sentence(conference))
            conference = record.event.apply(conference)
        return " ".join(filter(None, sentences))
