"""What has been heard, line by line: only the lines in sight are worded and drawn."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.views.heard.heard_rows import HeardRow, Rows
from plenary_tui.widgets.heard_parts import heard_parts
from plenary_tui.widgets.list_rows import CURSOR, NO_CURSOR


class HeardLines(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows; the cursor keeps to its row by its key while others come and go."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heard--cursor",
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
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .heard--cursor { background: $primary-muted; text-style: bold; }
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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
    ]

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """A row was chosen by a double click."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows()
        self._cursor: int | None = None

    @property
    def chosen(self) -> HeardRow | None:
        """The row under the cursor; None if there is none."""
        return self._rows.row(self._cursor) if self._cursor is not None else None

    def show(self, rows: Rows, *, wanted: Hashable, at_end: bool) -> None:
        """Show rows, the cursor where it was.

        Args:
            wanted: the key of the row to which it goes if its own is not there.
            at_end: whether it goes to the last row, and not to the first, if that is not either.
        """
        key = self._key
        top = self._cursor - self.scroll_offset.y if self._cursor is not None else 0
        self._rows = rows
        self.virtual_size = Size(0, len(rows))
        places = (rows.place_of(one) for one in (key, wanted) if one is not None)
        place = next((one for one in places if one is not None), None)
        self._cursor = place
        if place is not None:
            self.scroll_to(y=place - top, animate=False, force=True)
        else:
            self._cursor = self._near(len(rows) - 1, -1) if at_end else self._near(0, 1)
        self._bring_into_sight()
        self.refresh()
        self.post_message(self.Moved())

    @property
    def _key(self) -> Hashable:
        held = self._cursor is not None and self._cursor < len(self._rows)
        return self._rows.key_at(self._cursor) if held and self._cursor is not None else None

    def _near(self, place: int, direction: int) -> int | None:
        """The row there on which the cursor can stand, else the next in that direction, or back."""
        last = len(self._rows) - 1
        if last < 0:
            return None
        place = max(0, min(last, place))
        onward = range(place, last + 1) if direction > 0 else range(place, -1, -1)
        back = range(place, -1, -1) if direction > 0 else range(place, last + 1)
        for places in (onward, back):
            for one in places:
                if self._rows.key_at(one) is not None:
                    return one
        return None

    def _bring_into_sight(self) -> None:
        """Scroll as little as shows the cursor, and the heading right above it."""
        place, height = self._cursor, self.scrollable_content_region.height
        if place is None or height < 1:
            return
        headed = place > 0 and self._rows.key_at(place - 1) is None
        first = place - 1 if headed and height > 1 else place
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._bring_into_sight()

    def _go(self, place: int | None) -> None:
        if place is not None and place != self._cursor:
            self._cursor = place
            self._bring_into_sight()
            self.refresh()
            self.post_message(self.Moved())

    def action_step(self, by: int) -> None:
        """Go to the row above or below, past headings."""
        if self._cursor is not None:
            self._go(self._near(self._cursor + by, by))

    def action_page(self, direction: int) -> None:
        """Go a screenful up or down."""
        self.action_step(direction * max(1, self.scrollable_content_region.height - 1))

    def action_end(self, direction: int) -> None:
        """Go to the first or the last row."""
        self._go(self._near(direction * len(self._rows), -direction))

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to the row clicked; a double click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = offset.y + self.scroll_offset.y
        if place < len(self._rows) and self._rows.key_at(place) is not None:
            self._go(place)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width, place = self.scrollable_content_region.width, y + self.scroll_offset.y
        if place >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        parts = heard_parts(self._rows.row(place), width)
        if place != self._cursor:
            segments = [
                Segment(one.text, self.get_component_rich_style(f"heard--{one.look}"))
                for one in parts
            ]
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        style = self.get_component_rich_style("heard--cursor")
        text = CURSOR + "".join(one.text for one in parts)[len(NO_CURSOR) :]
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
