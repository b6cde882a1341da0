"""Reading a file that is named on the command line: one sentence says why it cannot be."""

from __future__ import annotations

from pathlib import Path

from plenary_tui import medium
from plenary_tui.commands.failures import Failed


def read_named(path: Path, largest: int, instead: str = "Name another file.") -> bytes:
    """The bytes of a file, at most `largest`. Raises `Failed`, with what to do instead."""
    try:
        return medium.read(path, largest, pipes=True)
    except OSError as error:
        raise Failed(f"{path} cannot be read ({medium.why(error)}).", instead) from None


def read_named_text(path: Path, largest: int, instead: str = "Name another file.") -> str:
    """The text of a file, without a byte order mark. Raises `Failed`."""
    return text_of(path, read_named(path, largest, instead))


def text_of(path: Path, content: bytes) -> str:
    """What bytes of a file say, without a byte order mark. Raises `Failed`."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failed(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from None
