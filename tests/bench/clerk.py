"""Another program that acts on a conference: a desk whose commits are known to the instant."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path
from typing import NamedTuple

from conferences import make_conference

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.storage.open_journal import open_journal

GAP = (0.05, 0.3)
"""Seconds between acts, so that no timer's phase is favoured."""


class Commit(NamedTuple):
    """An act of the clerk: its place in the journal, and when it was committed (monotonic ns)."""

    seq: int
    at: int


class Clerk:
    """Gives who is next one name after another.

    Attributes:
        entry: who is next, by id.
    """

    def __init__(self, database: Path, waiting: int) -> None:
        """Make a conference where so many wait, and act on it."""
        make_conference(database, waiting=waiting)
        opened = open_journal(database)
        self._journal = opened.journal
        self._desk = Desk(opened.journal, SystemClock(), "clerk", opened.records)
        self._names = (f"Ms. {number:04}" for number in count())
        speakers = self._desk.conference.current_list
        assert speakers is not None and speakers.waiting
        self.entry = f"#{speakers.waiting[0].id}"

    def next_name(self) -> str:
        """A name that nobody had."""
        return next(self._names)

    def rename(self, name: str) -> Commit:
        """Give who is next that name."""
        seq = self._desk.dispatch(Edit(entry=self.entry, speaker=name)).seq
        return Commit(seq, time.monotonic_ns())

    def keep(self) -> None:
        """Keep beside the database what stands."""
        standing = self._desk.ledger.standing
        assert standing is not None
        self._journal.keep(standing)

    def leave(self) -> None:
        """Act no more."""
        self._journal.close()
