"""The two locks of a conference: *podium*, held while one is open, and *writer*, for each append.

Each is a lock of the operating system on a file of its own, and is free again as soon as its holder
ends, however it ends. The file is never deleted but on Windows, which deletes none that is held.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from plenary_tui.medium import ON_WINDOWS
from plenary_tui.procedure.state.text import shown
from plenary_tui.storage.errors import Busy, PodiumBusy, from_system, named, no_folder
from plenary_tui.storage.layout import (
    PODIUM_HOLDER,
    PODIUM_LOCK,
    WRITER_LOCK,
    beside,
    content,
    write_short,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

WRITER_PATIENCE = 2.0
"""Seconds that a podium waits for another station that is recording."""
PASSER_BY_PATIENCE = 10.0
"""The same for an act from the command line, which has nobody's keys waiting behind it."""

_POLL_SECONDS = 0.002


class _Lock:
    """A lock whose library is imported when it is first taken."""

    def __init__(self, database: Path, lock_path: Path) -> None:
        self._database = database
        self._path = lock_path
        self._lock: BaseFileLock | None = None

    def prepare(self) -> BaseFileLock:
        """Import what taking the lock needs."""
        if self._lock is None:
            from filelock import FileLock

            self._lock = FileLock(self._path, thread_local=False)
        return self._lock

    def take(self, patience: float) -> bool:
        """Take the lock within `patience` seconds; False if another keeps it.

        Raises `StorageError` where no lock can be made.
        """
        if not os.path.isdir(self._path.parent):  # the library would make it anew
            raise no_folder(self._database)
        lock = self.prepare()
        from filelock import Timeout

        try:
            lock.acquire(timeout=patience, poll_interval=_POLL_SECONDS)
        except Timeout:
            return False
        except OSError as error:
            raise from_system(error, self._database) from error
        return True

    def release(self) -> None:
        """Give the lock back; nothing happens if it is not held."""
        if self._lock is not None:
            self._lock.release(force=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


class SideLock(_Lock):
    """Held by whichever program does something beside a conference that one alone may do."""


class WriterLock(_Lock):
    """Held for the milliseconds of an append, or while another database takes this one's name.

    A context manager. Raises `Busy` once nobody is waited for any more, `ReadOnly` where no lock
    can be made.
    """

    def __init__(self, path: Path, patience: float = WRITER_PATIENCE) -> None:
        """The lock of the database at `path`; it is waited for `patience` seconds."""
        super().__init__(path, beside(path, WRITER_LOCK))
        self._patience = patience

    def __enter__(self) -> Self:
        if not self.take(self._patience):
            raise Busy(
                f"Another station is still recording in {named(self._database)}; "
                "nothing was recorded.",
                "Wait a moment and do it again.",
            )
        return self


class PodiumLock(_Lock):
    """Held for the life of a podium; `release` it, or use it as a context manager."""

    def __init__(self, path: Path, station: str) -> None:
        """Take charge of the database at `path`. Raises `PodiumBusy` at once if another has it."""
        super().__init__(path, beside(path, PODIUM_LOCK))
        self._holder = beside(path, PODIUM_HOLDER)
        if not self.take(0):
            raise PodiumBusy(
                f"A podium is already open on {named(path)}{_held_by(self._holder)}.",
                "Use that one, or follow it with `plenary webcast`.",
            )
        with suppress(OSError):
            write_short(self._holder, f"{os.getpid()} {station}".encode("utf-8", "replace"))

    def release(self) -> None:
        """Give the conference free for another podium."""
        if self._lock is not None and self._lock.is_locked:
            with suppress(OSError):
                self._holder.unlink()
        super().release()

    def __enter__(self) -> Self:
        return self


def podium_is_open(path: Path) -> bool:
    """Whether a podium of another process has the database at `path` open, as far as it tells."""
    return bool(_held_by(beside(path, PODIUM_HOLDER)))


def _held_by(holder: Path) -> str:
    """Who holds the podium, in words; "" where the text is missing or is of one that has ended."""
    try:
        number, _, station = content(holder, 1000).decode("utf-8").partition(" ")
        pid = int(number)
    except (OSError, ValueError):
        return ""
    return f" (by {shown(station)}, process {pid})" if _runs(pid) else ""


def _runs(process: int) -> bool:
    """Whether there is a process of that number."""
    if ON_WINDOWS:
        from plenary_tui import windows

        return 0 < process < 1 << 32 and windows.runs(process)
    try:
        os.kill(process, 0)
    except PermissionError:
        pass  # it runs, under another account
    except (OSError, OverflowError):
        return False
    return True
