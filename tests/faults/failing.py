"""A disk that fills up, and syncs that fail, at a chosen moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .vfs import shim


@dataclass(slots=True)
class Failure:
    """The n-th write and/or sync since the start fails; with `forever` all later ones too.

    Attributes:
        only: end of the paths concerned ("-wal" for the WAL alone); others are not counted.
        writes, syncs: how many were asked for so far.
        hits: how many of them failed. None, at the end of a scenario, says that n is past its end.
    """

    write: int | None = None
    sync: int | None = None
    forever: bool = False
    only: str = ""
    writes: int = 0
    syncs: int = 0
    hits: int = 0

    def refuses_write(self, path: str) -> bool:
        if not path.endswith(self.only):
            return False
        self.writes += 1
        return self._hit(self.write, self.writes)

    def refuses_sync(self, path: str) -> bool:
        if not path.endswith(self.only):
            return False
        self.syncs += 1
        return self._hit(self.sync, self.syncs)

    def _hit(self, chosen: int | None, count: int) -> bool:
        hit = chosen is not None and (count == chosen or (self.forever and count > chosen))
        self.hits += hit
        return hit


@contextmanager
def failing(
    *, write: int | None = None, sync: int | None = None, forever: bool = False, only: str = ""
) -> Iterator[Failure]:
    """Fail SQLite's n-th write (SQLITE_FULL) or n-th sync (SQLITE_IOERR_FSYNC), counted from 1.

    It concerns connections opened inside it, or inside a `recording` around it. A failed sync
    within a recording is recorded as such: what was written before it stays in doubt for good, as
    on a system that drops the pages it could not write.
    """
    the_shim = shim()
    failure = Failure(write, sync, forever, only)
    with the_shim.installed():
        the_shim.saboteurs.append(failure)
        try:
            yield failure
        finally:
            the_shim.saboteurs.remove(failure)
