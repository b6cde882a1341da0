"""What has been heard, line by line: only the lines in sight are worded and drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import ClassVar

from plenary_tui.views.heard.heard_rows import HeardRow, Rows
from plenary_tui.widgets.drawn_lines import DrawnLines
from plenary_tui.widgets.heard_parts import heard_parts


class HeardLines(DrawnLines):
    """Shows rows; the cursor keeps to its row by its key while others come and go."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heard--event",
        "heard--header",
        "heard--mark",
        "heard--name",
        "heard--over",
        "heard--quiet",
        "heard--who",
        "heard--within",
    }
    DEFAULT_CSS = """
    HeardLines {
        & > .heard--event { color: $text-accent; }
        & > .heard--header { color: $text-accent; text-style: bold; }
        & > .heard--mark { color: $text-warning; text-style: bold; }
        & > .heard--name { color: $foreground; }
        & > .heard--over { color: $text-warning; }
        & > .heard--quiet { color: $text-muted; }
        & > .heard--who { color: $text; }
        & > .heard--within { color: $text-success; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows()

    @property
    def chosen(self) -> HeardRow | None:
        """The row under the cursor; None if there is none."""
        return self._rows.row(self.cursor) if self.cursor is not None else None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def takes_cursor(self, place: int) -> bool:
        """Whether it is no heading."""
        return self._rows.key_at(place) is not None

    def parts(self, place: int, width: int) -> Iterable[tuple[str, str]]:
        """What stands on a row."""
        row = self._rows.row(place)
        return [(one.text, f"heard--{one.look}") for one in heard_parts(row, width)]

    def show(self, rows: Rows, *, wanted: Hashable, at_end: bool) -> None:
        """Show rows, the cursor where it was.

        Args:
            wanted: the key of the row to which it goes if its own is not there.
            at_end: whether it goes to the last row, and not to the first, if that is not either.
        """
        key = self._key
        top = self.cursor - self.scroll_offset.y if self.cursor is not None else 0
        self._rows = rows
        self.count_anew()
        places = (rows.place_of(one) for one in (key, wanted) if one is not None)
        place = next((one for one in places if one is not None), None)
        if place is not None:
            self.scroll_to(y=place - top, animate=False, force=True)
        else:
            place = self.near(len(rows) - 1, -1) if at_end else self.near(0, 1)
        self.put_cursor(place)
        self.post_message(self.Moved())

    @property
    def _key(self) -> Hashable:
        at = self.cursor
        return self._rows.key_at(at) if at is not None and at < len(self._rows) else None
