"""Writing to a journal, through SQLAlchemy Core; imported when first something is written.

Whoever calls what records anything holds the writer lock; who opens, moves or closes does not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage import layout, schema
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.codec import encode_act
from plenary_tui.storage.errors import (
    Busy,
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
from plenary_tui.storage.reading import connect_read_only, replaced

TRIES = 4
"""How often a commit is tried while another program locks the database."""

MUCH = 4_000_000
"""Bytes in the -wal file after which what was recorded is moved into the database file."""

_SETTINGS: Mapping[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "wal_autocheckpoint": 0,  # it would be done inside a commit: `move_if_much` does it after
}

_HEAD = (
    select(schema.journal.c.seq, schema.journal.c.hash)
    .order_by(schema.journal.c.seq.desc())
    .limit(1)
)
_HASH = "SELECT hash FROM journal WHERE seq = ?"
_INSERT = insert(schema.journal).values(
    {column.name: bindparam(column.name) for column in schema.journal.columns}
)
_NAMES = tuple(column.name for column in schema.journal.columns)
_INSERT_MANY = (
    f"INSERT INTO {schema.journal.name} ({', '.join(_NAMES)}) "
    f"VALUES ({', '.join('?' for _ in _NAMES)})"
)


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
        self._engine = _engine(path)
        with _plainly(path):
            self._connection = self._engine.connect()

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
                with _plainly(self._path):
                    return self._append(after, events, station, written)
            except Busy:
                if not tries_left:
                    raise
        raise AssertionError("unreachable")

    def head(self) -> Head:
        """The journal's last row, as the next append will find it."""
        with _plainly(self._path), self._connection.begin():
            return self._head()

    def migrate(self, version: int) -> None:
        """Bring the tables from `version` to the present one, in one transaction."""
        with _plainly(self._path), self._connection.begin():
            schema.migrate(self._connection, version, layout.VERSION)

    def move_if_much(self) -> None:
        """Move what was recorded into the database file, if it is much; nobody is kept waiting."""
        if layout.size_of(layout.beside(self._path, layout.WAL)) < MUCH:
            return
        with suppress(sqlite3.Error):  # the journal is safe in the -wal file
            _checkpoint(self._connection, "PASSIVE")

    def close(self, *, move: bool = True) -> None:
        """Close; with `move`, move all that was recorded into the database file before.

        That is not waited for: where another is reading or recording, it stays in the -wal file.
        """
        try:
            if move:
                _checkpoint(self._connection, "TRUNCATE", patience=0)
        except sqlite3.Error:
            pass  # the journal is safe in the -wal file
        finally:
            self._connection.close()
            self._engine.dispose()

    def _append(
        self, after: int, events: Sequence[Event], station: str, written: Written | None
    ) -> tuple[tuple[Record, ...], Head]:
        with self._connection.begin():
            head = self._head()
            if head.seq != after:
                raise JournalMoved(head.seq)
            if written is None or written.previous != head:
                written = written_out(events, station, head)
            rows, records = written.rows, written.records
            self._insert(rows)
        return records, Head(rows[-1][0], rows[-1][-1])

    def _look_again(self, after: int, known: str | None) -> None:
        """Make sure that the file was not overwritten in place, if it was written at all.

        Only who moves what was recorded writes it. What this connection has read before, SQLite
        does not read again: it is asked by a new one. Raises `JournalReplaced`.
        """
        written = layout.written(self._path)
        if written == self._written or known is None:
            return
        try:
            with closing(connect_read_only(self._path)) as connection:
                found = connection.execute(_HASH, (after,)).fetchone()
        except sqlite3.Error:
            found = None
        if found != (known,):
            raise replaced(self._path)
        self._written = written

    def _head(self) -> Head:
        row = self._connection.execute(_HEAD).first()
        return Head(row.seq, row.hash) if row else Head(0, GENESIS)

    def _insert(self, rows: Sequence[Row]) -> None:
        if len(rows) > 1:  # thousands of a file; without a dictionary for each
            self._connection.exec_driver_sql(_INSERT_MANY, list(rows))
        else:
            self._connection.execute(_INSERT, dict(zip(_NAMES, rows[0], strict=True)))


def write_new(path: Path, rows: Sequence[Row]) -> None:
    """Make a database with these rows at `path`, where nothing is; it is whole and durable then.

    No -wal file is left. Raises `StorageError`.
    """
    with _plainly(path):
        engine = _engine(path, new=True)
        try:
            with engine.connect() as connection:
                with connection.begin():
                    connection.exec_driver_sql(f"PRAGMA application_id = {layout.APPLICATION_ID}")
                    connection.exec_driver_sql(f"PRAGMA user_version = {layout.VERSION}")
                    schema.metadata.create_all(connection, checkfirst=False)
                    connection.execute(
                        _INSERT, [dict(zip(_NAMES, row, strict=True)) for row in rows]
                    )
                _checkpoint(connection, "TRUNCATE")
        finally:
            engine.dispose()
    if layout.size_of(layout.beside(path, layout.WAL)):
        raise StorageError(f"{named(path)} could not be written whole.", "Do it again.")


def _engine(path: Path, *, new: bool = False) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: _connect(path, new=new), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Not deferred: a transaction that has read may not write once another has committed.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _checkpoint(
    connection: Connection, mode: Literal["PASSIVE", "TRUNCATE"], *, patience: float | None = None
) -> None:
    """Move what was recorded into the database file. Raises sqlite3.Error.

    Args:
        mode: *passive* waits for nobody; *truncate* leaves an empty -wal file, and waits for others
            as long as every transaction does, or for `patience` seconds.
    """
    # Past SQLAlchemy, which would begin a transaction for it, in which it cannot be done.
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        if patience is not None:
            driver.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")
        driver.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()


def _connect(path: Path, *, new: bool) -> sqlite3.Connection:
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
def _plainly(path: Path) -> Iterator[None]:
    """Say errors of SQLAlchemy, SQLite and the operating system in plain words."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _about_writing(error.orig, path) from error
    except sqlite3.Error as error:
        raise _about_writing(error, path) from error
    except OSError as error:
        raise from_system(error, path) from error


def _about_writing(error: sqlite3.Error, path: Path) -> StorageError:
    plain = from_sqlite(error, path)
    return read_only(path) if isinstance(plain, NoAccess | ReadOnly) else plain
