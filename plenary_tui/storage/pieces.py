"""A whole journal read piece by piece, so that a long one needs no more room than a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.storage.chain import GENESIS, Row, sound_rows
from plenary_tui.storage.codec import decode
from plenary_tui.storage.errors import Busy, StorageError
from plenary_tui.storage.first_act import keep_first_act
from plenary_tui.storage.head import Head, read_head
from plenary_tui.storage.reading import Reader

TOGETHER = 500
"""How many rows are in memory at once."""


class Pieces:
    """The records of a journal, each after every check but those that the end alone allows.

    Attributes:
        whole: whether all were given, and nothing is wrong with them or their file; if not, once
            no more are given, `inspect` says what is.
        first: the rows of the first act.
        last: the last row whose record was given.
    """

    def __init__(self, reader: Reader, step: Callable[[], None] = lambda: None) -> None:
        """Read nothing yet.

        Args:
            step: called again and again, as this may be done in another thread.
        """
        self.whole = False
        self.first: list[Row] = []
        self.last = Head(0, GENESIS)
        self._reader, self._step = reader, step

    def __iter__(self) -> Iterator[list[Record]]:
        # The head first: an act recorded while the rows are read must not look like a head ahead.
        head = read_head(self._reader.path)
        asked = None if head is None or head.seq == 0 else head
        if self._reader.complaints():
            return
        while (rows := self._following()) is not None:
            if not rows:
                self.whole = asked is None and bool(self.first)
                return
            if asked is not None and asked.seq <= rows[-1][0]:
                if rows[asked.seq - rows[0][0]][-1] != asked.hash:
                    return
                asked = None
            try:
                records = self._decoded(rows)
            except StorageError:
                return
            self.first += [row for row in rows if row[1] == (self.first or rows)[0][1]]
            self.last = Head(rows[-1][0], rows[-1][-1])
            yield records

    def _following(self) -> list[Row] | None:
        """The next rows; none at the end, None where something is wrong with them."""
        after = self.last.seq or -1  # there is no row 0
        try:
            rows = self._reader.some_rows(after, TOGETHER)
        except Busy:
            raise
        except StorageError:
            return None
        sound = sound_rows(rows, self.last.hash, self._step)
        follows = all(row[0] == seq for seq, row in enumerate(rows, start=self.last.seq + 1))
        return rows if sound == len(rows) and follows else None

    def _decoded(self, rows: list[Row]) -> list[Record]:
        records = []
        for row in rows:
            records.append(decode(row))
            self._step()
        return records


def fold_whole(reader: Reader, *, keeping_first: bool) -> tuple[Ledger, Head] | None:
    """What all records make, folded as they are read, and the last row; None if anything is wrong.

    Args:
        keeping_first: keep the first act beside the journal.
    """
    pieces = Pieces(reader)
    ledger = Ledger(earlier=lambda: [decode(row) for row in reader.rows()])
    for records in pieces:
        ledger.fold(records)
    if not pieces.whole:
        return None
    if keeping_first:
        with suppress(OSError):
            keep_first_act(reader.path, pieces.first)
    return ledger, pieces.last
