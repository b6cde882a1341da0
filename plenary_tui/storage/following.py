"""Notices within a tenth of a second that anybody has recorded something."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from plenary_tui.storage.errors import Busy, StorageError
from plenary_tui.storage.reading import Reader

POLL_SECONDS = 0.06
"""How often a follower looks; a look costs some microseconds."""


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
            while not self._stopped.wait(self._every):
                with suppress(Busy):  # the next look will tell
                    if reader.changed():
                        self._changed()
        except StorageError as error:
            self._failed(error)
        finally:
            reader.close()
