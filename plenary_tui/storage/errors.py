"""What can go wrong with the journal, said to officers: what is wrong, where, and what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plenary_tui import medium
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.text import shown


class StorageError(Explained):
    """The journal cannot do what was asked; it says on which file."""


class NoConference(StorageError):
    """There is no file of that name."""


class AlreadyThere(StorageError):
    """A file of that name exists and is not overwritten."""


class NotAConference(StorageError):
    """The file is something else, or empty."""


class WrittenByNewer(StorageError):
    """A newer version of this program wrote it."""


class WrittenByOlder(StorageError):
    """An older version of this program wrote it, and it may not be migrated here."""


class ReadOnly(StorageError):
    """It can be read, and not be written."""


class NoAccess(StorageError):
    """This account may not open it."""


class DiskFull(StorageError):
    """There is no room; nothing was recorded."""


class DiskFailed(StorageError):
    """The disk reported an error."""


class Busy(StorageError):
    """Another program holds it."""


class PodiumBusy(StorageError):
    """Another podium holds the conference."""


class JournalReplaced(StorageError):
    """Another file now has the journal's name, or it has become shorter."""


class OtherState(StorageError):
    """The state that was kept beside it is not what it makes."""


class NotRecordable(StorageError):
    """What was to be recorded cannot be stored."""


class JournalMoved(StorageError):
    """Another station was faster: read on from there and decide again.

    Attributes:
        head: the number of the journal's last row.
    """

    def __init__(self, head: int) -> None:
        super().__init__("Another station has just recorded an act.", "Look, and do it again.")
        self.head = head


class Damaged(StorageError):
    """The journal is damaged after its first `kept` rows.

    Attributes:
        kept: how many rows from the start are sound.
    """

    def __init__(self, why: str, instead: str = "", *, kept: int = 0) -> None:
        super().__init__(why, instead)
        self.kept = kept


def named(path: Path) -> str:
    """The path as it may be shown."""
    return shown(str(path))


def disk_full() -> DiskFull:
    """The refusal when there is no room."""
    return DiskFull("The disk is full; nothing was recorded.", "Free some space and do it again.")


def read_only(path: Path) -> ReadOnly:
    """The refusal to write to what can only be read."""
    return ReadOnly(
        f"{named(path)} can only be read; nothing was recorded.",
        "Use the account that owns it, or copy it with `plenary backup` to where you may write.",
    )


def other_state(path: Path) -> OtherState:
    """What is said when a podium began with a state that its journal does not make."""
    return OtherState(
        f"What was kept beside {named(path)} to open it quickly was not what its journal says.",
        "It was deleted, and nothing was recorded: what you see now is the journal's.",
    )


def no_access(path: Path) -> NoAccess:
    """The refusal to open what this account may not open."""
    return NoAccess(
        f"This account cannot open {named(path)}.",
        "Use the account that runs the podium, or `plenary serve` there.",
    )


def no_folder(path: Path) -> NoConference:
    """The refusal of a name in a folder that is missing."""
    return NoConference(f"There is no folder {named(path.parent)}.", "Make it, or choose another.")


def busy(path: Path) -> Busy:
    """The refusal when another program holds the database."""
    return Busy(
        f"Another program holds {named(path)}; nothing was recorded.",
        "Close it, or wait a moment and do it again.",
    )


def in_doubt(path: Path) -> DiskFailed:
    """What is said when a disk failed that may have taken what was written all the same."""
    return DiskFailed(
        f"The disk reported an error on {named(path)}; what was done may not be recorded.",
        "Make a copy with `plenary backup` on another disk.",
    )


def from_sqlite(error: sqlite3.Error, path: Path) -> StorageError:
    """An error of SQLite in plain words."""
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return disk_full()
        case sqlite3.SQLITE_READONLY:
            return read_only(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return no_access(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_NOTADB:
            return NotAConference(
                f"{named(path)} is not a conference.", "Choose the database of a conference."
            )
        case sqlite3.SQLITE_CORRUPT:
            return Damaged(
                f"{named(path)} is damaged.", "Open it with `plenary podium` to recover it."
            )
        case sqlite3.SQLITE_IOERR:
            return in_doubt(path)
        case _:
            return StorageError(f"{named(path)} cannot be used ({shown(str(error))}).")


def from_system(error: OSError, path: Path) -> StorageError:
    """An error of the operating system in plain words."""
    if medium.is_too_long(error):
        return StorageError(
            f"{named(path)} cannot be used ({medium.TOO_LONG}).", "Choose a shorter one."
        )
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return disk_full()
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return read_only(path)
        case errno.ENOENT | errno.ENOTDIR:
            return no_folder(path)
        case errno.EIO:
            return DiskFailed(f"The disk reported an error on {named(path)}.")
        case _:
            reason = medium.why(error)
            return StorageError(f"{named(path)} cannot be used ({reason}).")


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Say errors of SQLite and of the operating system in plain words."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error
    except OSError as error:
        raise from_system(error, path) from error
