"""A whole database is written under another name first, which nobody opens."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plenary_tui.storage import layout
from plenary_tui.storage.chain import Row
from plenary_tui.storage.errors import plainly
from plenary_tui.storage.layout import beside
from plenary_tui.storage.locks import WriterLock


def alone(path: Path) -> WriterLock:
    """The writer lock, for who makes a whole database; what that needs is imported before."""
    import plenary_tui.storage.whole_database  # noqa: F401

    return WriterLock(path)


def write_beside(path: Path, rows: Sequence[Row]) -> Path:
    """Write a whole, durable database under another name; whoever calls holds the writer lock.

    What an earlier try left there is removed. Raises `StorageError`.
    """
    from plenary_tui.storage.whole_database import write_new

    unfinished = beside(path, layout.UNFINISHED)
    files = [unfinished, *(beside(unfinished, end) for end in (layout.WAL, layout.SHM))]
    with plainly(path):
        for file in files:
            file.unlink(missing_ok=True)
        try:
            write_new(unfinished, rows)
        except BaseException:
            for file in files:
                with suppress(OSError):
                    file.unlink(missing_ok=True)
            raise
    return unfinished
