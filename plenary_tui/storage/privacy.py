"""A conference is its account's alone: what is private in it, notes above all, nobody else reads.

Files are made so; what comes from an older version, or was copied, is made so when a podium opens.
Windows keeps the folders of an account from others by itself.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from plenary_tui.storage import layout

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_BESIDE = (
    "",
    layout.WAL,
    layout.SHM,
    layout.HEAD,
    layout.FIRST_ACT,
    layout.KEPT_STATE,
    layout.HEARTBEAT,
    layout.PODIUM_HOLDER,
    layout.FEED_ENDS,
    layout.LINK,
)


def make_private(database: Path, *also: Path) -> bool:
    """Take from other accounts what they may do with a conference; whether they could read it.

    What cannot be changed is left: it is another account's. No link is followed.

    Args:
        also: folders and files that are to be private as well, where they are there; of these
            nothing is told.
    """
    if os.name == "nt":
        return False
    for path in also:
        _keep_from_others(path)
    own = [_keep_from_others(layout.beside(database, ending)) for ending in _BESIDE]
    return any(own)


def _keep_from_others(path: Path) -> bool:
    """Take from others what they may do with a file; whether they could do anything."""
    with suppress(OSError):
        mode = path.lstat().st_mode
        if not stat.S_ISLNK(mode) and mode & _OTHERS:
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
            return True
    return False
