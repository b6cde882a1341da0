"""Which feeds of a conference have ended: told by each as it ends, for a podium that is open."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from plenary_tui import medium
from plenary_tui.storage.layout import FEED_ENDS, OVERWRITE, PRIVATE, beside, size_of

LONGEST = 65536
"""Bytes that are read at most; whatever stands there is no reason for a podium to wait."""


class FeedEnds:
    """A short text beside the database, a line for each feed that has ended.

    One that looks has to ask only for its size. What cannot be written or read is left out.
    """

    def __init__(self, database: Path) -> None:
        """Stand beside the database."""
        self._database = database
        self._path = beside(database, FEED_ENDS)
        self._known = size_of(self._path)

    def tell(self, folder: Path) -> None:
        """A feed in that folder has ended; nothing is told of a conference that is not there."""
        line = f"{folder.absolute()}\n".encode("utf-8", "replace")
        with suppress(OSError):
            if medium.is_there(self._database):
                descriptor = os.open(self._path, OVERWRITE | os.O_APPEND, PRIVATE)
                with os.fdopen(descriptor, "ab") as file:
                    file.write(line)

    def news(self) -> tuple[str, ...]:
        """The folders of those that have ended since this began, or since the last look."""
        size = size_of(self._path)
        if size <= self._known:
            self._known = size
            return ()
        known, self._known = self._known, size
        try:
            with self._path.open("rb") as file:
                file.seek(known)
                data = file.read(min(size - known, LONGEST))
        except OSError:
            return ()
        return tuple(line for line in data.decode("utf-8", "replace").splitlines() if line)
