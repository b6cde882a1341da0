"""The journal of a conference: append, read, follow, verify, back up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ledger import Record
from plenary_tui.storage.chain import Row
from plenary_tui.storage.codec import decode
from plenary_tui.storage.copying import Copy, back_up
from plenary_tui.storage.errors import JournalMoved, StorageError
from plenary_tui.storage.following import POLL_SECONDS, Follower
from plenary_tui.storage.head import write_head
from plenary_tui.storage.inspection import Damage, Finding, inspect
from plenary_tui.storage.layout import size_of
from plenary_tui.storage.locks import WriterLock
from plenary_tui.storage.reading import Reader

if TYPE_CHECKING:
    from plenary_tui.storage.writer import Writer, Written

MANY = 100
"""From so many rows on an act is written out before the locks are taken."""


@dataclass(frozen=True, slots=True)
class Verification:
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

    def read_beside(self, after: int) -> list[Record]:
        """The same, on a connection of its own, as another thread may."""
        ...

    def ahead(self, after: int) -> int:
        """How many records there are after row `after`. Raises `StorageError`."""
        ...

    def changed(self) -> bool:
        """Whether anybody has recorded anything since the last call. Raises `StorageError`."""
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
    imported and opened with the first append, or before it by `warm_up`.
    """

    def __init__(self, path: Path, reader: Reader | None = None) -> None:
        """Open the database at `path`, read-only for now; `open_journal` checks it before.

        Args:
            reader: one that is open already; the journal closes it.

        Raises `StorageError`.
        """
        self.path = path
        self._reader = Reader(path) if reader is None else reader
        self._writer: Writer | None = None
        self._lock = WriterLock(path)
        self._opening = Lock()

    def append(self, after: int, events: Sequence[Event], station: str) -> tuple[Record, ...]:
        """Record one act after row `after`: all its events or none, durable on return.

        Raises `JournalMoved` if the journal does not end with that row, and other `StorageError`.
        """
        if not events:
            return ()
        written = self._written_out(after, events, station) if len(events) > MANY else None
        with self._opening, self._lock:
            records, head = self._ready_writer().append(after, events, station, written)
            with suppress(OSError):  # a head that stays behind is normal
                write_head(self.path, head)
        return records

    def _written_out(self, after: int, events: Sequence[Event], station: str) -> Written:
        """An act of many rows, written out before anybody has to wait for it."""
        from plenary_tui.storage.writer import written_out

        with self._opening, self._lock:
            head = self._ready_writer().head()
        if head.seq != after:
            raise JournalMoved(head.seq)
        return written_out(events, station, head)

    def read(self, after: int = 0) -> list[Record]:
        """The records after row `after`, checked against the chain. Raises `StorageError`."""
        return [decode(row) for row in self._reader.rows(after)]

    def read_beside(self, after: int) -> list[Record]:
        """The same, on a connection of its own, as another thread may."""
        reader = Reader(self.path)
        try:
            return [decode(row) for row in reader.rows(after)]
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

    def warm_up(self) -> None:
        """Import and open what the first append needs; meant for a thread after the first frame.

        Says nothing if it cannot: the append will.
        """
        with suppress(StorageError), self._opening, self._lock:
            self._ready_writer().head()

    def close(self) -> None:
        """Close all connections. May be called again."""
        with self._opening:
            writer, self._writer = self._writer, None
            if writer is not None:
                try:
                    with self._lock:
                        self._reader.close()
                        writer.close()
                except StorageError:
                    # Another station is at it. While a reader is open, SQLite moves nothing.
                    writer.close(checkpoint=False)
            self._reader.close()

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
