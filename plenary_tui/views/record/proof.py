"""Whether a file was made from a journal: its foot is read, and what is made again compared.

That says that the file and the journal are of the same mind. It says nothing of who made either,
and so is no signature.
"""

from __future__ import annotations

import re

from plenary_tui.procedure.state.frozen import Value

FOOT = re.compile(
    r"As of row (\d+) of the journal, whose hash is\W+([0-9a-f]{64})\W+"
    r"Made by plenary_tui (\S+): (plenary (?:record|export) .*? --at \1)(?!\d)"
)
_COMMENT = re.compile(r"^#", re.MULTILINE)
_FOLD = re.compile(r"\r?\n ")
_TAG = re.compile(r"</?[a-z][^<>]*>")


class Foot(Value):
    """The foot of a file.

    Attributes:
        command: what made it, as typed.
    """

    row: int
    hash: str
    version: str
    command: str


def read_foot(text: str) -> Foot | None:
    """The foot of a file in whatever format; the last if there are several, None if there is none.

    What formats put around it is taken off: folds, tags, quotation marks, signs of emphasis.
    """
    for unfolded in (text, _FOLD.sub("", text)):
        plain = re.sub(r'[\\"]', "", _TAG.sub(" ", unfolded)).replace("X-PLENARY-FOOT:", " ")
        plain = " ".join(_COMMENT.sub(" ", plain).split())
        if found := list(FOOT.finditer(plain)):
            row, hash_, version, command = found[-1].groups()
            return Foot(int(row), hash_, version, command)
    return None


def difference(text: str, again: str) -> int | None:
    """The first line in which a file differs from what was made again; None if in none.

    Ends of lines and the mark of UTF-8 may differ: a copy by mail or by hand changes them.
    """
    ours, theirs = _lines(again), _lines(text)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), start=1):
        if one != other:
            return number
    return None if len(ours) == len(theirs) else min(len(ours), len(theirs)) + 1


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n").split("\n")
