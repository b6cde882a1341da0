"""The line of a page that says what its keys do."""

from __future__ import annotations

import re

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Label

_PART = re.compile(r"( {2,})?(\S+(?: \S+)*)")
"""A key with what it does, and the gap before it: two blanks or more."""


def in_lines(text: str, width: int) -> list[str]:
    """Keys with what they do in lines of so many columns; none is parted from what it does.

    Words that are too long for a line of their own are broken between them.
    """
    lines: list[str] = []
    for gap, part in _PART.findall(text):
        longer = f"{lines[-1]}{gap}{part}" if lines else part
        if cell_len(longer) <= width:
            lines[-1:] = [longer]
        elif cell_len(part) <= width:
            lines.append(part)
        else:
            lines += [one.plain for one in Content(part).wrap(max(1, width))]
    return lines


class KeysNamed(Label):
    """What the keys of a page do, each key on one line with what it does."""

    def __init__(self, said: str = "") -> None:
        super().__init__(said, classes="keys", markup=False)

    def render(self) -> Content:
        """The keys, in as many lines as they need."""
        return Content("\n".join(in_lines(str(self.content), self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines they need."""
        return max(1, len(in_lines(str(self.content), width)))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.refresh()
