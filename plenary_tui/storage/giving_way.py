"""On Windows a file that any program has open is not renamed: who follows a conference gives way.

Whoever sets one aside keeps a mark beside it open meanwhile. Those who see it close the database
and look again later. A mark that a crash has left can be deleted, for nobody has it open.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from plenary_tui import medium
from plenary_tui.medium import ON_WINDOWS
from plenary_tui.storage.errors import Busy, named
from plenary_tui.storage.layout import OVERWRITE, PRIVATE, SHM, WAL, beside

MARK = ".set-aside"
PATIENCE = 3.0
"""Seconds in which all must have given way."""
AGAIN = 0.02
"""Seconds between two tries."""


def is_set_aside(path: Path) -> bool:
    """Whether the database at `path` is just being set aside, so that it must be closed."""
    if not ON_WINDOWS or not os.path.lexists(mark := beside(path, MARK)):
        return False
    _delete(mark)
    return os.path.lexists(mark)


@contextmanager
def others_give_way(path: Path) -> Iterator[None]:
    """Let everybody close the database at `path` for a while.

    Nothing is changed yet where somebody does not. Raises `Busy`, and OSError.
    """
    if not ON_WINDOWS:
        yield
        return
    mark = beside(path, MARK)
    descriptor = os.open(mark, OVERWRITE, PRIVATE)
    try:
        for ending in ("", WAL, SHM):
            name = beside(path, ending)
            with suppress(FileNotFoundError):  # what can be renamed, to itself too, is not open
                patiently(path, partial(medium.rename, name, name))
        yield
    finally:
        os.close(descriptor)
        _delete(mark)


def patiently(path: Path, rename: Callable[[], None]) -> None:
    """Do it once nobody has the database at `path` open. Raises `Busy`, and OSError."""
    for left in reversed(range(round(PATIENCE / AGAIN) if ON_WINDOWS else 1)):
        try:
            rename()
            return
        except PermissionError as error:
            if not ON_WINDOWS:
                raise
            if not left:
                raise open_elsewhere(path) from error
            time.sleep(AGAIN)


def _delete(mark: Path) -> None:
    """Delete it, if nobody has it open."""
    with suppress(OSError):
        mark.unlink()


def open_elsewhere(path: Path) -> Busy:
    """The refusal when a program that does not give way has it open."""
    return Busy(
        f"Another program has {named(path)} open, so it cannot be set aside; nothing was changed.",
        "Close whatever shows or copies it, and do it again.",
    )


def just_set_aside(path: Path) -> Busy:
    """The refusal to open what is being set aside."""
    return Busy(f"{named(path)} is just being set aside.", "Wait a moment and look again.")
