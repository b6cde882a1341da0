"""Reading a journal: a read-only connection of the standard library, and nothing heavier."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISREG
from urllib.parse import quote

from plenary_tui import medium
from plenary_tui.storage.chain import GENESIS, Row, sound_rows
from plenary_tui.storage.errors import (
    Damaged,
    JournalReplaced,
    NoConference,
    NotAConference,
    StorageError,
    from_sqlite,
    from_system,
    named,
    no_access,
    plainly,
)
from plenary_tui.storage.giving_way import is_set_aside, just_set_aside
from plenary_tui.storage.head import Head
from plenary_tui.storage.layout import BUSY_SECONDS, WAL, beside, identity, make_empty, size_of

_COLUMNS = "seq, act, utc, steady, boot, station, kind, payload, hash"
_NO_RIGHTS = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_LAST = "SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
_FIND = "SELECT seq FROM journal WHERE kind = ? AND instr(payload, ?) LIMIT 1"
_ROWS = f"SELECT {_COLUMNS} FROM journal WHERE seq >= ? ORDER BY seq"


def connect_read_only(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that can neither write nor checkpoint. Raises sqlite3.Error.

    Args:
        immutable: nobody writes to the file and nothing may be made beside it.
    """
    options = "mode=ro&immutable=1" if immutable else "mode=ro"
    return sqlite3.connect(
        f"file:{quote(os.fsencode(os.path.abspath(path)))}?{options}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def last_in_file(path: Path, upto: int = sys.maxsize) -> Head | None:
    """The last row in the database file itself, without what is in its -wal file.

    Args:
        upto: of those that have at most that number.

    None if it cannot be read, as in the midst of being written.
    """
    with suppress(sqlite3.Error), closing(connect_read_only(path, immutable=True)) as connection:
        found = connection.execute(_LAST, (upto,)).fetchone()
        return None if found is None else Head(*found)
    return None


def pages_in_file(path: Path) -> bytes:
    """The pages of the database file itself, without what is in its -wal file.

    SQLite reads them: who opened the file past it would let go of the locks of this process when
    closing it. Empty if SQLite cannot.
    """
    with suppress(sqlite3.Error), closing(connect_read_only(path, immutable=True)) as connection:
        return connection.serialize()
    return b""


class Reader:
    """A read-only connection to a database, and what it says of itself.

    Attributes:
        path: the database.
        application_id, user_version: what marks its kind and its version.
        immutable: whether it is read as a file that nobody writes, for want of the right to more.
        malformed: what SQLite says of a file that it would rather not read at all; "" if nothing.
    """

    def __init__(self, path: Path) -> None:
        """Open it. Raises `StorageError`, `Damaged` among them."""
        _refuse_what_is_no_file(path)
        if is_set_aside(path):
            raise just_set_aside(path)
        self.path = path
        self.application_id: int
        self.user_version: int
        self.identity = identity(path)
        self._state = _file_state(path)
        self._connect()
        self._data_version = self._ask("data_version")

    def changed(self) -> bool:
        """Whether anybody has committed since the last call, or since the opening.

        Raises `JournalReplaced` if the file has been set aside, or just is.
        """
        if identity(self.path) != self.identity or is_set_aside(self.path):
            raise replaced(self.path)
        if self.immutable:
            state = _file_state(self.path)
            if state == self._state:
                return False
            self._state = state
            self.close()
            self._connect()
            return True
        with plainly(self.path):
            version = self._ask("data_version")
        if version == self._data_version:
            return False
        self._data_version = version
        return True

    def rows(
        self,
        after: int = 0,
        known: str | None = None,
        step: Callable[[], None] = lambda: None,
    ) -> list[Row]:
        """The rows after row `after`, checked against the chain.

        Args:
            known: the hash of that row, if it was read before.
            step: called again and again, as this may be done in another thread.

        Raises `Damaged` if they do not follow from it, `JournalReplaced` if it is not there.
        """
        rows, error = self.readable_rows(after)
        if error is not None:
            raise error
        previous = GENESIS
        if after > 0:
            if not rows or rows[0][0] != after:
                raise replaced(self.path)
            previous = rows.pop(0)[-1]
            if known not in (None, previous):
                raise replaced(self.path)
        sound = sound_rows(rows, previous, step)
        if sound < len(rows):
            raise Damaged(
                f"Record {after + sound + 1} of {named(self.path)} is damaged.",
                "Open it with `plenary podium` to recover what stands before.",
                kept=after + sound,
            )
        return rows

    def some_rows(self, after: int, most: int) -> list[Row]:
        """At most so many rows after row `after`, unchecked. Raises `StorageError`."""
        with plainly(self.path):
            return list(self._connection.execute(f"{_ROWS} LIMIT ?", (after + 1, most)))

    def last(self, upto: int = sys.maxsize) -> Head:
        """The last row, of those that have at most that number. Raises `StorageError`."""
        with plainly(self.path):
            found = self._connection.execute(_LAST, (upto,)).fetchone()
        return Head(0, GENESIS) if found is None else Head(*found)

    def find(self, kind: str, text: str) -> int | None:
        """The number of the row of that kind that says a text; None if none does.

        Raises `StorageError`.
        """
        with plainly(self.path):
            found = self._connection.execute(_FIND, (kind, text)).fetchone()
        return None if found is None else int(found[0])

    def ahead(self, after: int) -> int:
        """How many rows there are after row `after`. Raises `StorageError`."""
        with plainly(self.path):
            (last,) = self._connection.execute("SELECT max(seq) FROM journal").fetchone()
        return max(0, (last or 0) - after)

    def readable_rows(self, start: int = 0) -> tuple[list[Row], StorageError | None]:
        """The rows from row `start` on, unchecked, and what stopped the reading, if anything."""
        rows: list[Row] = []
        try:
            rows.extend(self._connection.execute(_ROWS, (start,)))
        except sqlite3.Error as error:
            if _means_damage(error):
                return rows, Damaged(f"{named(self.path)} is damaged.", kept=len(rows))
            return rows, from_sqlite(error, self.path)
        return rows, None

    def complaints(self) -> tuple[str, ...]:
        """What SQLite's own full check finds wrong; nothing if all is well."""
        try:
            found = [str(line) for (line,) in self._connection.execute("PRAGMA integrity_check(5)")]
        except sqlite3.Error as error:
            if _means_damage(error):
                return (str(error),)
            raise from_sqlite(error, self.path) from error
        if self.malformed:
            return (self.malformed, *found)
        return () if found == ["ok"] else tuple(found)

    def copy_to(self, target: Path) -> None:
        """A consistent copy, in one step, synced. Raises `StorageError`.

        `target` must not exist.
        """
        with plainly(target):
            make_empty(target)
            copy = sqlite3.connect(target, isolation_level=None)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def close(self) -> None:
        """End reading. May be called again."""
        self._connection.close()

    def _connect(self) -> None:
        """Open it in the best way that this account, and the state of the file, allow."""
        self.immutable, self.malformed = False, ""
        while True:
            try:
                self._try_to_connect()
                return
            except sqlite3.Error as error:
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                if code == sqlite3.SQLITE_CORRUPT and not self.malformed:
                    self.malformed = str(error)
                elif code in _NO_RIGHTS and not self.immutable:
                    if size_of(beside(self.path, WAL)):
                        raise no_access(self.path) from error  # its last acts cannot be read
                    self.immutable = True
                else:
                    raise from_sqlite(error, self.path) from error

    def _try_to_connect(self) -> None:
        connection = connect_read_only(self.path, immutable=self.immutable)
        try:
            if self.malformed:  # the only way to read what is left of a file that was cut off
                connection.execute("PRAGMA writable_schema = ON")
            (self.application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (self.user_version,) = connection.execute("PRAGMA user_version").fetchone()
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _ask(self, pragma: str) -> int:
        (value,) = self._connection.execute(f"PRAGMA {pragma}").fetchone()
        return int(value)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        if medium.is_too_long(error):
            raise from_system(error, path) from error
        raise NoConference(
            f"There is no conference at {named(path)}.",
            "Make one with `plenary new`, or choose another.",
        ) from None
    except PermissionError:
        raise no_access(path) from None
    except OSError as error:
        raise from_system(error, path) from error
    if not S_ISREG(status.st_mode):
        raise not_a_conference(path, "is not even a file")
    if not status.st_size:  # SQLite would take it for a new database and delete its -wal file
        raise not_a_conference(path, "is an empty file, not a conference")


def replaced(path: Path) -> JournalReplaced:
    """What is said when another file has taken the place of the one that was read."""
    return JournalReplaced(
        f"{named(path)} is no longer the journal that was opened.", "Close this and open it again."
    )


def not_a_conference(path: Path, what: str) -> NotAConference:
    """What is said of a file that is something else."""
    return NotAConference(f"{named(path)} {what}.", "Choose the database of a conference.")


def _means_damage(error: sqlite3.Error) -> bool:
    """Whether the file is at fault; a table that is missing or text that is none says so too.

    A connection that is closed is the program's fault: what is whole is never to be recovered.
    """
    if isinstance(error, sqlite3.ProgrammingError):
        return False
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _file_state(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_size, status.st_mtime_ns, size_of(beside(path, WAL))
