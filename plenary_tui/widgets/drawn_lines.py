"""Rows of which only those in sight are drawn, with a cursor that goes past headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.widgets.list_rows import CURSOR, NO_CURSOR


class DrawnLines(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows as many rows as `count` says; what stands on them is asked for as they are drawn."""

    DEFAULT_CSS = """
    DrawnLines {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .lines--cursor { background: $primary-muted; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
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
        self._cursor: int | None = None

    @property
    def cursor(self) -> int | None:
        """The place of the row it is on, from 0; None if there is none."""
        return self._cursor

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def takes_cursor(self, place: int) -> bool:
        """Whether the cursor can stand on a row."""
        return True

    def parts(self, place: int, width: int) -> Iterable[tuple[str, str]]:
        """What stands on a row: texts, each with its component class.

        The first begins with as many cells as the cursor takes.
        """
        raise NotImplementedError

    def count_anew(self) -> None:
        """There are more rows, or fewer."""
        self.virtual_size = Size(0, self.count)

    def near(self, place: int, direction: int) -> int | None:
        """The row there on which the cursor can stand, else the next in that direction, or back."""
        last = self.count - 1
        if last < 0:
            return None
        place = max(0, min(last, place))
        onward = range(place, last + 1) if direction > 0 else range(place, -1, -1)
        back = range(place, -1, -1) if direction > 0 else range(place, last + 1)
        return next(
            (one for places in (onward, back) for one in places if self.takes_cursor(one)), None
        )

    def put_cursor(self, place: int | None) -> None:
        """Put the cursor on a row and bring it into sight, without a word of it."""
        self._cursor = place
        self.bring_into_sight()
        self.refresh()

    def bring_into_sight(self) -> None:
        """Scroll as little as shows the cursor, and the heading right above it."""
        place, height = self._cursor, self.scrollable_content_region.height
        if place is None or height < 1:
            return
        headed = place > 0 and not self.takes_cursor(place - 1)
        first = place - 1 if headed and height > 1 else place
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif place >= top + height:
            self.scroll_to(y=place - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.bring_into_sight()

    def _go(self, place: int | None) -> None:
        if place is not None and place != self._cursor:
            self.put_cursor(place)
            self.post_message(self.Moved())

    def action_step(self, by: int) -> None:
        """Go to the row above or below, past headings."""
        if self._cursor is not None:
            self._go(self.near(self._cursor + by, by))

    def action_page(self, direction: int) -> None:
        """Go a screenful up or down."""
        self.action_step(direction * max(1, self.scrollable_content_region.height - 1))

    def action_end(self, direction: int) -> None:
        """Go to the first or the last row."""
        self._go(self.near(direction * self.count, -direction))

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to the row clicked; a double click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = offset.y + self.scroll_offset.y
        if place < self.count and self.takes_cursor(place):
            self._go(place)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width, place = self.scrollable_content_region.width, y + self.scroll_offset.y
        if place >= self.count:
            return Strip.blank(self.size.width, self.rich_style)
        parts = self.parts(place, width)
        if place != self._cursor:
            segments = [Segment(text, self.get_component_rich_style(look)) for text, look in parts]
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        style = self.get_component_rich_style("lines--cursor")
        text = CURSOR + "".join(text for text, _ in parts)[len(NO_CURSOR) :]
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
