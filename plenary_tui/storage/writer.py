"""Recording acts in a journal; imported when first something is recorded.

Past SQLAlchemy, which makes whole databases (`whole_database`): an act is one row or a few, always
alike, and who records one from the command line would wait for an import longer than for the disk.
Whoever calls what records anything holds the writer lock; who opens, moves or closes does not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Literal, TypeGuard

from plenary_tui.clock import awake
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage import layout
from plenary_tui.storage.chain import GENESIS, Row, sound_rows
from plenary_tui.storage.codec import encode_act
from plenary_tui.storage.errors import (
    Busy,
    Damaged,
    JournalMoved,
    NoAccess,
    ReadOnly,
    StorageError,
    from_sqlite,
    from_system,
    named,
    read_only,
)
from plenary_tui.storage.head import Head
from plenary_tui.storage.reading import connect_read_only, last_in_file, replaced

TRIES = 4
"""How often a commit is tried while another program locks the database."""

MUCH = 4_000_000
"""Bytes in the -wal file after which what was recorded is moved into the database file."""

STILL = 1.0
"""Seconds in which nobody has written the file of a journal that was overwritten, before it is said
to be another."""

_SETTINGS: Mapping[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "journal_size_limit": MUCH // 4,  # else the -wal file stays as long as it ever was
    "wal_autocheckpoint": 0,  # it would be done inside a commit: `move_if_much` does it after
}

_HEAD = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
_HASHES = "SELECT seq, hash FROM journal WHERE seq IN (?, ?)"
INSERT = (
    "INSERT INTO journal (seq, act, utc, steady, boot, station, kind, payload, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Takes the columns of a row in their order."""


class Written(Value):
    """An act written out as rows of the journal.

    Attributes:
        previous: the end of the journal that it follows.
    """

    previous: Head
    rows: list[Row]
    records: tuple[Record, ...]


def written_out(events: Sequence[Event], station: str, previous: Head) -> Written:
    """The rows of one act that follow the end of a journal. Raises `NotRecordable`."""
    return Written(previous, *encode_act(events, station, previous.seq, previous.hash))


class Writer:
    """The one writing connection of a process to a database.

    Every act is one transaction, and durable when `append` returns.
    """

    def __init__(self, path: Path) -> None:
        """Open it. Raises `StorageError`."""
        self._path = path
        self._identity = layout.identity(path)
        self._written = layout.written(path)
        in_file = last_in_file(path)
        self._in_file = in_file if _can_be_told(in_file) else None
        with plainly_written(path):
            self._connection = connect(path)

    def append(
        self,
        after: int,
        events: Sequence[Event],
        station: str,
        known: str | None = None,
        written: Written | None = None,
    ) -> tuple[tuple[Record, ...], Head]:
        """Record one act after row `after`; its records, and the journal's head then.

        Args:
            known: the hash of that row, if it was read.
            written: the act written out already, if it was.

        Raises `JournalMoved` if the journal does not end with that row, `JournalReplaced` if it
        does with another of its number, and other `StorageError`; nothing is recorded then.
        """
        if layout.identity(self._path) != self._identity:
            raise replaced(self._path)
        self._look_again(after, known)
        for tries_left in range(TRIES - 1, -1, -1):
            try:
                with plainly_written(self._path):
                    return self._append(after, events, station, written)
            except Busy:
                if not tries_left:
                    raise
        raise AssertionError("unreachable")

    def take(self, rows: Sequence[Row]) -> Head:
        """Append rows of another machine's journal, which follow from the last; the head then.

        Raises `Damaged` if they do not, `JournalReplaced`, and other `StorageError`; nothing is
        recorded then.
        """
        if layout.identity(self._path) != self._identity:
            raise replaced(self._path)
        with plainly_written(self._path), self._transaction():
            head = self._head()
            if rows[0][0] != head.seq + 1 or sound_rows(rows, head.hash) < len(rows):
                raise Damaged(f"What came does not follow from record {head.seq}.")
            self._connection.executemany(INSERT, rows)
        return Head(rows[-1][0], rows[-1][-1])

    def head(self) -> Head:
        """The journal's last row, as the next append will find it."""
        with plainly_written(self._path), self._transaction():
            return self._head()

    def move_if_much(self) -> None:
        """Move what was recorded into the database file, if it is much; nobody is kept waiting."""
        if layout.size_of(layout.beside(self._path, layout.WAL)) < MUCH:
            return
        with suppress(sqlite3.Error):  # the journal is safe in the -wal file
            checkpoint(self._connection, "PASSIVE")

    def close(self, *, move: bool = True) -> None:
        """Close; with `move`, move all that was recorded into the database file before.

        That is not waited for: where another is reading or recording, it stays in the -wal file.
        """
        try:
            if move:
                checkpoint(self._connection, "TRUNCATE", patience=0)
        except sqlite3.Error:
            pass  # the journal is safe in the -wal file
        finally:
            self._connection.close()

    def _append(
        self, after: int, events: Sequence[Event], station: str, written: Written | None
    ) -> tuple[tuple[Record, ...], Head]:
        with self._transaction():
            head = self._head()
            if head.seq != after:
                raise JournalMoved(head.seq)
            if written is None or written.previous != head:
                written = written_out(events, station, head)
            rows, records = written.rows, written.records
            self._connection.executemany(INSERT, rows)
        return records, Head(rows[-1][0], rows[-1][-1])

    def _look_again(self, after: int, known: str | None) -> None:
        """Make sure that the file was not overwritten in place, if it was written at all.

        Only who moves what was recorded writes it, and may be about it just now: what is not right
        is looked at until nobody has written for a while. Raises `JournalReplaced`.
        """
        written = layout.written(self._path)
        if written == self._written or known is None:
            return
        until = awake() + STILL
        while self._is_another(after, known):
            if written != (now := layout.written(self._path)):
                written, until = now, awake() + STILL
            elif awake() > until and self._is_another(after, known):
                raise replaced(self._path)
            sleep(STILL / 50)
        self._written = written

    def _is_another(self, after: int, known: str) -> bool:
        """Whether the file itself is surely not of this journal, or older than it was.

        What this connection has read before, SQLite does not read again: it is asked by a new one.
        Where not all could be moved, for somebody was reading, pages of the file are of different
        times and may make no sense without the -wal file: what cannot be read says nothing.
        """
        in_file, before = last_in_file(self._path), self._in_file
        if not _can_be_told(in_file):
            return False
        if before is not None:
            same = last_in_file(self._path, before.seq)
            if in_file.seq < before.seq or (_can_be_told(same) and same != before):
                return True
        try:
            with closing(connect_read_only(self._path)) as connection:
                found = dict(connection.execute(_HASHES, (after, in_file.seq)))
        except sqlite3.Error:
            return False
        if found.get(after) != known or found.get(in_file.seq) != in_file.hash:
            return True
        self._in_file = in_file
        return False

    def _head(self) -> Head:
        row = self._connection.execute(_HEAD).fetchone()
        return Head(*row) if row else Head(0, GENESIS)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; not deferred: who has read may not write once another has committed."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite may have taken it back already
                self._connection.execute("ROLLBACK")
            raise


def _can_be_told(in_file: Head | None) -> TypeGuard[Head]:
    """Whether a row was read in the file itself; pages of different times may make none."""
    return in_file is not None and len(in_file.hash) == len(GENESIS)


def checkpoint(
    connection: sqlite3.Connection,
    mode: Literal["PASSIVE", "TRUNCATE"],
    *,
    patience: float | None = None,
) -> None:
    """Move what was recorded into the database file. Raises sqlite3.Error.

    Args:
        mode: *passive* waits for nobody; *truncate* leaves an empty -wal file, and waits for others
            as long as every transaction does, or for `patience` seconds.
    """
    if patience is not None:
        connection.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")
    connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()


def connect(path: Path, *, new: bool = False) -> sqlite3.Connection:
    """A connection on which a commit is durable when it returns, or none at all."""
    if not new and layout.identity(path) is None:
        raise replaced(path)  # SQLite would make an empty database
    if new:
        layout.make_empty(path)  # nobody else's, which what SQLite makes beside it is then as well
    connection = sqlite3.connect(
        path, timeout=layout.BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        if not new:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            if application_id != layout.APPLICATION_ID:
                raise replaced(path)
        for setting, wanted in _SETTINGS.items():
            connection.execute(f"PRAGMA {setting} = {wanted}").fetchall()
            (taken,) = connection.execute(f"PRAGMA {setting}").fetchone()
            if taken != wanted:
                raise StorageError(
                    f"Nothing can be recorded safely in {named(path)} ({setting} is {taken}).",
                    "Move it to a disk of this machine.",
                )
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def plainly_written(path: Path) -> Iterator[None]:
    """Say errors of SQLite and the operating system in plain words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _about_writing(error, path) from error
    except OSError as error:
        raise from_system(error, path) from error


def _about_writing(error: sqlite3.Error, path: Path) -> StorageError:
    plain = from_sqlite(error, path)
    return read_only(path) if isinstance(plain, NoAccess | ReadOnly) else plain
