"""What marks a file as a conference, and the files that stand beside it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG

from plenary_tui import medium

APPLICATION_ID = 0x504C4E59
"""Marks a SQLite file as a conference ("PLNY")."""

VERSION = 1
"""The version of the tables that this program writes; stands in SQLite's user_version."""

NO_VERSION = 1000
"""No version will ever be so high: what says so is damaged."""

BUSY_SECONDS = 0.25
"""How long one try waits while a program that is none of ours locks the database."""

WAL = "-wal"
SHM = "-shm"
HEAD = ".head"
FIRST_ACT = ".first"
KEPT_STATE = ".state"
HEARTBEAT = ".heartbeat"
WRITER_LOCK = ".writer.lock"
PODIUM_LOCK = ".podium.lock"
PODIUM_HOLDER = ".podium"
FEED_ENDS = ".feeds-ended"
LINK = ".link"
ASKED = ".asked"
LINK_LOCK = ".link.lock"
UNFINISHED = ".new"


def beside(path: Path, ending: str) -> Path:
    """The file that stands beside the database under its name and an ending."""
    return path.with_name(path.name + ending)


def identity(path: Path) -> tuple[int, int] | None:
    """Tells a file from another that takes its name later; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def written(path: Path) -> tuple[int, int] | None:
    """Tells a file from itself before it was written again; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 if there is none. Never opens it."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def free_name(wanted: Path) -> Path:
    """The name wanted, or the first with a number after it that nothing bears."""
    name, number = wanted, 2
    while os.path.lexists(name) or os.path.lexists(beside(name, WAL)):
        name = beside(wanted, f"-{number}")
        number += 1
    return name


OVERWRITE = os.O_WRONLY | os.O_CREAT | medium.PLAIN
"""How a short file is opened to be overwritten in place."""
LARGEST = 1 << 28
"""Bytes: more stands in none of the files beside a database, whatever bears the name."""
PRIVATE = 0o600
"""What others than the account may do with a conference, its notes among it: nothing."""


def make_empty(path: Path) -> None:
    """Make a file that is nobody else's, where nothing is. Raises OSError."""
    medium.create(path, PRIVATE).close()


def content(path: Path, most: int | None = None) -> bytes:
    """What stands in a file, or so much of its beginning. Raises OSError.

    What bears the name and is no file, but a link or a pipe, is as if it were not there.
    """
    status = path.lstat()
    if not S_ISREG(status.st_mode):
        raise FileNotFoundError(errno.ENOENT, "it is no file", str(path))
    if most is None and status.st_size > LARGEST:
        raise OSError(errno.EFBIG, "it is too large", str(path))
    with os.fdopen(os.open(path, os.O_RDONLY | medium.PLAIN), "rb") as file:
        return file.read() if most is None else file.read(most)


def write_short(path: Path, data: bytes) -> None:
    """Write a file of a line or two in place; never what a link leads to. Raises OSError."""
    descriptor = os.open(path, OVERWRITE | os.O_TRUNC, PRIVATE)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


def write_durably(path: Path, data: bytes, mine: str = "") -> None:
    """Write a file that is whole or as it was, durable on return. Raises OSError."""
    write_whole(path, data, mine, durable=True)


def write_whole(path: Path, data: bytes, mine: str = "", *, durable: bool = False) -> None:
    """Write a file that is whole or as it was; nothing is left where it cannot be. Raises OSError.

    Not durable, a power cut may leave part of it: whoever reads it must see that by itself.

    Args:
        mine: part of its name until it is whole, where several may write it at once.
    """
    unfinished = beside(path, mine + UNFINISHED)
    medium.write_whole(path, data, unfinished, mode=PRIVATE, durable=durable)
    if durable:
        medium.sync_directory(path.parent)
