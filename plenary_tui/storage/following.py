"""Notices within a tenth of a second that anybody has recorded something."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from pathlib import Path
from threading import Event, Thread

from plenary_tui.storage.errors import Busy, StorageError
from plenary_tui.storage.layout import WAL, beside
from plenary_tui.storage.notices import Notices
from plenary_tui.storage.reading import Reader

POLL_SECONDS = 0.06
"""How often a follower looks where nobody tells it; mostly at the times of one file."""
THOROUGH_SECONDS = 1.0
"""How often it asks SQLite, and whether the file is still the same, whatever it sees or is told."""
AGAIN_SECONDS = (0.01, 0.04, *[0.1] * 10)
"""After how long it looks again, and again, where it was told that the log was written to: a commit
can be seen only some time after its last write, once that is on the disk, and some take a second
for that."""
SETTLED_SECONDS = 0.05
"""How long a file's time must be the same to tell it from that of a later write; systems round."""


class LogWatch:
    """Tells whether SQLite's log has been written to, without opening it.

    Every commit writes to the log, also when it begins anew at its old size.
    """

    def __init__(self, path: Path, every: float = POLL_SECONDS) -> None:
        """Watch the log of the database at `path`.

        Args:
            every: seconds between looks; what takes a time is counted in looks.
        """
        self._log = os.fspath(beside(path, WAL))
        self._state: tuple[int, int, int] | None = None
        self._since = 0
        self._settled = ceil(SETTLED_SECONDS / every)
        self._thorough = max(1, round(THOROUGH_SECONDS / every))

    def stirred(self) -> bool:
        """Whether there may have been a commit since the last call; True where it cannot tell."""
        try:
            status = os.stat(self._log)
        except OSError:
            return True
        state = status.st_ino, status.st_size, status.st_mtime_ns
        self._since = self._since + 1 if state == self._state else 0
        self._state = state
        # Windows tells the time of a file that is open only when it is closed.
        return (
            os.name == "nt"
            or self._since <= self._settled
            or (self._since - self._settled) % self._thorough == 0
        )


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
        self._notices: Notices | None = None
        self._again = iter(AGAIN_SECONDS)
        self._thread = Thread(target=self._run, name="journal follower", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop looking, and wait until the thread has ended. May be called again."""
        self._stopped.set()
        if self._notices is not None:
            self._notices.wake()
        self._thread.join()
        if self._notices is not None:
            self._notices.close()
            self._notices = None

    def _run(self) -> None:
        try:
            reader = Reader(self._path)
        except StorageError as error:
            self._failed(error)
            return
        try:
            if not reader.immutable:
                with suppress(OSError):
                    self._notices = Notices(self._path)
            self._changed()
            log, missed = LogWatch(self._path, self._every), False
            while not self._stopped.is_set():
                if not (self._is_time(log) or missed) or self._stopped.is_set():
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

    def _is_time(self, log: LogWatch) -> bool:
        """Wait a while, or until something is told; whether it is time to look then."""
        notices = self._notices
        if notices is None:
            self._stopped.wait(self._every)
            return log.stirred()
        sees = notices.sees_the_log
        if notices.wait(next(self._again, THOROUGH_SECONDS) if sees else self._every):
            self._again = iter(AGAIN_SECONDS)
        return sees or log.stirred()
