"""The week's programme drawn line by line, with a cursor on its events."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.programme import ProgrammeRow
from plenary_tui.widgets.fitting import cropped
from plenary_tui.widgets.list_rows import CURSOR, NO_CURSOR, Part

HOURS, MODE = 13, 11
"""Columns of the hours and of the mode, with the blanks after them."""
WIDEST_ROOM = 12
ORGANIZED = 110
"""Columns from which organizers have a column of their own."""
TITLE_SHARE = 0.6
"""How much of what is left is the title's, where organizers are shown."""


def parts_of(row: ProgrammeRow, width: int, room_width: int, number_width: int) -> list[Part]:
    """A row laid out, without the mark of the cursor, in at most `width` columns."""
    indent = " " * (len(NO_CURSOR) + number_width + 1)
    match row.kind:
        case "day":
            text = cropped(f"━━ {shown(row.text)} ", width)
            return [Part(text + "━" * (width - cell_len(text)), "day")]
        case "meeting":
            now = f"  {row.what}" if row.what else ""
            text = cropped(f"{indent}{row.hours:<{HOURS}}{shown(row.text)}{now}", width)
            return [Part(text, "now" if row.urgent else "quiet")]
        case "flag":
            text = f"{indent}{' ' * HOURS}{'⚠' if row.urgent else '!'} {shown(row.text)}"
            return [Part(cropped(text, width), "urgent" if row.urgent else "flag")]
        case "event":
            return _event_parts(row, width, room_width, number_width)


def _event_parts(row: ProgrammeRow, width: int, room_width: int, number_width: int) -> list[Part]:
    look = "quiet" if row.cancelled else "now" if row.urgent else "title"
    head = f"{NO_CURSOR}{row.number:>{number_width}} "
    hours = f"{row.hours:<{HOURS}}"
    room = cropped(shown(row.room), room_width)
    place = room + " " * (room_width + 2 - cell_len(room))
    parts = [Part(head, "quiet"), Part(hours, look), Part(place, look)]
    parts.append(Part(f"{row.mode:<{MODE}}", "quiet"))
    left = width - sum(cell_len(part.text) for part in parts)
    organizers = shown(row.organizers) if width >= ORGANIZED else ""
    titled = int(left * TITLE_SHARE) if width >= ORGANIZED else left
    title = _title_parts(row, titled, look)
    parts += title
    if organizers:
        gap = titled - sum(cell_len(part.text) for part in title) + 2
        parts.append(Part(" " * gap + cropped(organizers, left - titled - 2), "quiet"))
    return [part for part in parts if part.text]


def _title_parts(row: ProgrammeRow, width: int, look: str) -> list[Part]:
    """That it was cancelled, the title and the kind, in at most so many columns."""
    parts = []
    if row.cancelled:
        parts.append(Part(f"{cropped(shown(row.cancelled), width // 2)}  ", "flag"))
        width -= cell_len(parts[0].text)
    what = f" · {row.what}" if row.what else ""
    title = cropped(shown(row.text), max(0, width - len(what)))
    return [*parts, Part(title, look), Part(cropped(what, width - cell_len(title)), "quiet")]


class ProgrammeList(Widget, can_focus=True):
    """Shows the rows of the programme; the cursor goes from event to event."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "programme--cursor",
        "programme--day",
        "programme--flag",
        "programme--now",
        "programme--quiet",
        "programme--title",
        "programme--urgent",
    }
    DEFAULT_CSS = """
    ProgrammeList {
        height: 1fr;
        & > .programme--cursor { background: $primary-muted; text-style: bold; }
        & > .programme--day { color: $text-accent; text-style: bold; }
        & > .programme--flag { color: $text-warning; }
        & > .programme--now { color: $text-success; text-style: bold; }
        & > .programme--quiet { color: $text-muted; }
        & > .programme--title { color: $foreground; }
        & > .programme--urgent { color: $text-error; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup", "step(-10)", "Page up", show=False),
        Binding("pagedown", "step(10)", "Page down", show=False),
        Binding("home", "step(-9999)", "First", show=False),
        Binding("end", "step(9999)", "Last", show=False),
    ]

    rows: var[tuple[ProgrammeRow, ...]] = var(())
    """What is shown."""
    chosen: var[int] = var(0)
    """The number of the event under the cursor; 0 for none."""

    class Chosen(Message):
        """The cursor is on another event."""

    _top = 0

    def watch_rows(self) -> None:
        """Keep the cursor on its event, or put it on the first."""
        numbers = [row.number for row in self.rows if row.number]
        if self.chosen not in numbers:
            self.chosen = numbers[0] if numbers else 0
        self._show_cursor()

    def watch_chosen(self) -> None:
        """Bring the event into view."""
        self._show_cursor()
        self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Bring the event into view."""
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scroll as little as shows the event, what is flagged of it, and at the top its day."""
        places = [place for place, row in enumerate(self.rows) if row.number == self.chosen]
        height = self.size.height
        if places and self.chosen and height:
            first = last = places[0]
            while last + 1 < len(self.rows) and self.rows[last + 1].kind == "flag":
                last += 1
            while first and self.rows[first - 1].kind in ("day", "meeting"):
                first -= 1
            self._top = max(min(self._top, first), last - height + 1)
        self._top = max(0, min(self._top, len(self.rows) - height))
        self.refresh()

    def action_step(self, by: int) -> None:
        """Go so many events on, or back; past the last and the first it stays."""
        numbers = [row.number for row in self.rows if row.number]
        if numbers:
            place = numbers.index(self.chosen) + by
            self.chosen = numbers[max(0, min(len(numbers) - 1, place))]

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on an event."""
        place = event.y + self._top
        if place < len(self.rows) and self.rows[place].number:
            self.chosen = self.rows[place].number

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes on."""
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel goes back."""
        self.action_step(-1)

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, place = self.size.width, y + self._top
        if place >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[place]
        room = max((cell_len(one.room) for one in self.rows), default=0)
        digits = len(str(max((one.number for one in self.rows), default=0)))
        parts = parts_of(row, width, min(room, WIDEST_ROOM), digits)
        if not row.number or row.number != self.chosen:
            segments = [Segment(one.text, self._look(one.look)) for one in parts]
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        cursor = self.get_component_rich_style("programme--cursor")
        text = CURSOR + "".join(one.text for one in parts)[len(NO_CURSOR) :]
        return Strip([Segment(text, cursor)]).adjust_cell_length(width, cursor)

    def _look(self, look: str) -> Style:
        return self.get_component_rich_style(f"programme--{look}")
