"""The head of the journal, kept outside the database: it tells when rows have vanished.

It is written after each commit and never synced, so after a crash it may be behind; that is
normal. A head that is ahead of the journal, or differs, is put to the officer.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from plenary_tui import medium
from plenary_tui.storage.layout import HEAD, OVERWRITE, PRIVATE, beside, content

_LINE = re.compile(rb"(\d{18}) ([0-9a-f]{64}) ([0-9a-f]{8})\n")
_LENGTH = 18 + 1 + 64 + 1 + 8 + 1
UNKNOWN = "0" * 64
"""Stands for the hash of a row that was made and is lost."""


class Head(NamedTuple):
    """The number and the hash of a journal's last row."""

    seq: int
    hash: str


def write_head(path: Path, head: Head, *, durable: bool = False) -> None:
    """Put a head beside the database at `path`. Raises OSError.

    One short line is overwritten in place, which costs a tenth of replacing the file; whoever
    reads it half written sees it by its checksum.

    Args:
        durable: outlive a power cut, for a head that takes the place of one of another journal.
    """
    text = f"{head.seq:018d} {head.hash}".encode("ascii")
    descriptor = os.open(beside(path, HEAD), OVERWRITE, PRIVATE)
    try:
        os.write(descriptor, b"%b %08x\n" % (text, crc32(text)))
        if durable:
            medium.sync(descriptor)
    finally:
        os.close(descriptor)


def read_head(path: Path) -> Head | None:
    """The head beside the database at `path`; None if there is none or it cannot be read."""
    try:
        line = content(beside(path, HEAD), _LENGTH)
    except OSError:
        return None
    match = _LINE.fullmatch(line)
    if match is None or crc32(line[: match.end(2)]) != int(match[3], 16):
        return None
    return Head(int(match[1]), match[2].decode("ascii"))
