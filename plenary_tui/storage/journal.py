"""The journal of a conference: append, read, follow, verify, back up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record, Standing
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.chain import Row
from plenary_tui.storage.codec import decode
from plenary_tui.storage.copying import Copy, back_up
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.following import POLL_SECONDS, Follower
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.inspection import Damage, Finding, inspect
from plenary_tui.storage.kept_state import keep_state
from plenary_tui.storage.layout import size_of
from plenary_tui.storage.link_file import ChargeHere, NotInChargeHere
from plenary_tui.storage.locks import PASSER_BY_PATIENCE, WRITER_PATIENCE, WriterLock
from plenary_tui.storage.reading import Reader

if TYPE_CHECKING:
    from plenary_tui.storage.writer import Writer, Written

MANY = 100
"""From so many rows on an act is written out before the locks are taken."""


class Verification(Value):
    """What a check of the whole journal found.

    Attributes:
        records: how many are sound, from the start.
        last: the last of them; None if there is none.
        size: of the database, in bytes.
    """

    records: int
    last: Record | None
    size: int
    damage: Damage | None
    finding: Finding | None

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.damage is None and self.finding is None


class Following(Protocol):
    """Looks for what others record until it is stopped."""

    def stop(self) -> None:
        """Stop looking, and wait until no function is called any more."""
        ...


class Journal(Protocol):
    """Where the acts of one conference stand, in their order; nothing in it ever changes."""

    def append(self, after: int, events: Sequence[Event], station: str) -> tuple[Record, ...]:
        """Record one act after row `after`: all its events or none, durable on return.

        Raises `JournalMoved` if the journal does not end with that row, and other `StorageError`.
        """
        ...

    def read(self, after: int = 0) -> list[Record]:
        """The records after row `after`. Raises `StorageError`."""
        ...

    def read_beside(self, after: int, step: Callable[[], None] = ...) -> list[Record]:
        """The same, on a connection of its own, as another thread may.

        Args:
            step: called again and again.
        """
        ...

    def ahead(self, after: int) -> int:
        """How many records there are after row `after`. Raises `StorageError`."""
        ...

    def changed(self) -> bool:
        """Whether anybody has recorded anything since the last call. Raises `StorageError`."""
        ...

    def records_here(self) -> bool:
        """Whether this machine may record, and does not only follow. Raises `StorageError`."""
        ...

    def follow(
        self, changed: Callable[[], None], failed: Callable[[StorageError], None]
    ) -> Following:
        """Have `changed` called, in another thread, at the start and after every act."""
        ...

    def verify(self) -> Verification:
        """Check everything that can be checked. Raises `StorageError` if it cannot be read."""
        ...

    def backup(self, target: Path) -> Copy:
        """Make a consistent, checked copy while in use. Raises `StorageError`."""
        ...

    def close(self) -> None:
        """End the use of the journal."""
        ...


class SqliteJournal:
    """A journal in a SQLite database.

    `read`, `changed` and `close` belong to one thread; `append`, one act after the other,
    `warm_up`, `verify`, `read_beside` and `backup` may be called in another. What writing needs is
    imported and opened with the first append, or before it by `warm_up`; never while the writer
    lock is held, which other stations wait for.
    """

    def __init__(
        self,
        path: Path,
        reader: Reader | None = None,
        *,
        last: Head | None = None,
        passing_by: bool = False,
        told: bool = False,
    ) -> None:
        """Open the database at `path`, read-only for now; `open_journal` checks it before.

        Args:
            reader: one that is open already; the journal closes it.
            last: the last row that was read with it.
            passing_by: for an act or two, by nobody who looks on: it waits longer for its turn, and
                leaves it to those who stay to move what was recorded into the database file.
            told: its head tells of other rows than there are, which is not to be told again once
                an act is recorded.

        Raises `StorageError`.
        """
        self.path = path
        self._reader = Reader(path) if reader is None else reader
        self._writer: Writer | None = None
        self._last = last
        self._passing_by = passing_by
        self._told = told
        self._lock = WriterLock(path, PASSER_BY_PATIENCE if passing_by else WRITER_PATIENCE)
        self._opening = Lock()
        self._charge = ChargeHere(path)

    def append(self, after: int, events: Sequence[Event], station: str) -> tuple[Record, ...]:
        """Record one act after row `after`: all its events or none, durable on return.

        Raises `JournalMoved` if the journal does not end with that row, and other `StorageError`.
        """
        if not events:
            return ()
        written = self._written_out(after, events, station) if len(events) > MANY else None
        with self._opening:
            writer = self._ready_writer()
            with self._lock:
                self._charge.require()
                known = self._hash_of(after)
                records, head = writer.append(after, events, station, known, written)
                with suppress(OSError):  # a head that stays behind is normal
                    write_head(self.path, head, durable=self._told)
                    self._told = False
            self._last = head
            writer.move_if_much()
        return records

    def _written_out(self, after: int, events: Sequence[Event], station: str) -> Written | None:
        """An act of many rows, written out before anybody has to wait for it, if that can be."""
        from plenary_tui.storage.writer import written_out

        known = self._hash_of(after)
        return None if known is None else written_out(events, station, Head(after, known))

    def read(self, after: int = 0) -> list[Record]:
        """The records after row `after`, checked against the chain. Raises `StorageError`."""
        rows = self._reader.rows(after, self._hash_of(after))
        if rows:
            self._last = Head(rows[-1][0], rows[-1][-1])
        return [decode(row) for row in rows]

    def read_beside(self, after: int, step: Callable[[], None] = lambda: None) -> list[Record]:
        """The same, on a connection of its own, as another thread may.

        Args:
            step: called again and again.
        """
        reader = Reader(self.path)
        try:
            rows, records = reader.rows(after, step=step), []
            for row in rows:
                records.append(decode(row))
                step()
            return records
        finally:
            reader.close()

    def ahead(self, after: int) -> int:
        """How many records there are after row `after`. Raises `StorageError`."""
        return self._reader.ahead(after)

    def rows(self) -> list[Row]:
        """The rows as they are stored, checked against the chain. Raises `StorageError`."""
        return self._reader.rows()

    def hash_of(self, seq: int) -> str:
        """The hash of a row, which is there. Raises `StorageError`."""
        rows, error = self._reader.readable_rows(seq)
        if error is not None:
            raise error
        return rows[0][-1]

    def changed(self) -> bool:
        """Whether anybody has recorded anything since the last call. Raises `StorageError`."""
        return self._reader.changed()

    def records_here(self) -> bool:
        """Whether this machine may record, and does not only follow. Raises `StorageError`."""
        try:
            self._charge.require()
        except NotInChargeHere:
            return False
        return True

    def follow(
        self,
        changed: Callable[[], None],
        failed: Callable[[StorageError], None],
        *,
        every: float = POLL_SECONDS,
    ) -> Follower:
        """Have `changed` called, in another thread, at the start and after every act.

        Args:
            every: seconds between looks.
        """
        return Follower(self.path, changed, failed, every=every)

    def verify(self) -> Verification:
        """Check integrity, chain and head. Raises `StorageError` if it cannot be read."""
        reader = Reader(self.path)
        try:
            return verify(reader)
        finally:
            reader.close()

    def backup(self, target: Path) -> Copy:
        """Make a consistent, checked copy while in use. Raises `StorageError`."""
        return back_up(self.path, target)

    def keep(self, standing: Standing, step: Callable[[], None] = lambda: None) -> None:
        """Keep beside the database what the whole journal has made, for the next opening.

        Says nothing if it cannot, or if more was recorded meanwhile. May be called in another
        thread, where `step` is called again and again.
        """
        row_hash = self._hash_of(standing.conference.seq)
        if row_hash is not None:
            with suppress(OSError):
                keep_state(self.path, standing, row_hash, step)

    def warm_up(self) -> None:
        """Import and open what the first append needs; meant for a thread after the first frame.

        Says nothing if it cannot: the append will.
        """
        with suppress(StorageError), self._opening:
            writer = self._ready_writer()
            with self._lock:
                writer.head()

    def close(self) -> None:
        """Close all connections. May be called again.

        Who closes last moves what was recorded into the database file; SQLite sees to that.
        """
        with self._opening:
            writer, self._writer = self._writer, None
            self._reader.close()
            if writer is not None:
                writer.close(move=not self._passing_by)

    def _hash_of(self, seq: int) -> str | None:
        """The hash of the last row known, if that is its number."""
        return self._last.hash if self._last is not None and self._last.seq == seq else None

    def _ready_writer(self) -> Writer:
        if self._writer is None:
            from plenary_tui.storage.writer import Writer

            self._writer = Writer(self.path)
        return self._writer


def verify(reader: Reader) -> Verification:
    """Check all that a reader reads. Raises `StorageError` if it cannot be read."""
    found = inspect(reader)
    last = decode(found.rows[-1]) if found.rows else None
    return Verification(len(found.rows), last, size_of(reader.path), found.damage, found.finding)
