"""Notices within a tenth of a second that anybody has recorded something."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from plenary_tui.storage.errors import Busy, StorageError
from plenary_tui.storage.layout import WAL, beside
from plenary_tui.storage.reading import Reader

POLL_SECONDS = 0.06
"""How often a follower looks; mostly at the times of one file, which costs some microseconds."""
THOROUGH_SECONDS = 1.0
"""How often it asks SQLite, and whether the file is still the same, whatever those times say."""
SETTLED_SECONDS = 0.05
"""How old a file's time must be to tell it from that of a later write; systems round them."""


class LogWatch:
    """Tells whether SQLite's log has been written to, without opening it.

    Every commit writes to the log, also when it begins anew at its old size.
    """

    def __init__(self, path: Path) -> None:
        """Watch the log of the database at `path`."""
        self._log = os.fspath(beside(path, WAL))
        self._state: tuple[int, int, int] | None = None
        self._thorough_at = 0.0

    def stirred(self) -> bool:
        """Whether there may have been a commit since the last call; True where it cannot tell."""
        now = time.monotonic()
        try:
            status = os.stat(self._log)
        except OSError:
            return True
        state = status.st_ino, status.st_size, status.st_mtime_ns
        if state == self._state and now < self._thorough_at:
            return False
        self._thorough_at = now + THOROUGH_SECONDS
        # Windows tells the time of a file that is open only when it is closed.
        settled = os.name != "nt" and time.time() - status.st_mtime > SETTLED_SECONDS
        self._state = state if settled else None
        return True


class Follower:
    """A thread of its own that looks for commits, with a read-only connection of its own.

    It only tells; whoever is told reads. Both functions are called in that thread.
    """

    def __init__(
        self,
        path: Path,
        changed: Callable[[], None],
        failed: Callable[[StorageError], None],
        *,
        every: float = POLL_SECONDS,
    ) -> None:
        """Start looking.

        Args:
            changed: called once at the start, so that nothing falls between reading and
                following, and then after every commit.
            failed: called once with the reason if following has come to an end by itself.
            every: seconds between looks.
        """
        self._path = path
        self._changed = changed
        self._failed = failed
        self._every = every
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="journal follower", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop looking, and wait until the thread has ended. May be called again."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            reader = Reader(self._path)
        except StorageError as error:
            self._failed(error)
            return
        try:
            self._changed()
            log, missed = LogWatch(self._path), False
            while not self._stopped.wait(self._every):
                if not (log.stirred() or missed):
                    continue
                missed = True
                with suppress(Busy):  # the next look will tell
                    if reader.changed():
                        self._changed()
                    missed = False
        except StorageError as error:
            self._failed(error)
        finally:
            reader.close()
