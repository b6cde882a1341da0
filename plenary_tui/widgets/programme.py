"""The week's programme drawn line by line, with a cursor on its events."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

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
"""How much of what is left is the title's at most, where organizers are shown."""
TITLED = 160
"""Columns from which the items of a meeting are named where they fit."""
APART = 3
"""Rows between two days, where there are so many to spare."""


class Columns(NamedTuple):
    """The columns that the widest number, room and title of an event take."""

    number: int
    room: int
    title: int


def columns_of(rows: tuple[ProgrammeRow, ...]) -> Columns:
    """How wide the columns of a programme are."""
    room = max((cell_len(row.room) for row in rows), default=0)
    titles = (row for row in rows if row.kind == "event")
    return Columns(
        len(str(max((row.number for row in rows), default=0))),
        min(room, WIDEST_ROOM),
        max((cell_len(shown(row.text)) + cell_len(_said_of(row)) for row in titles), default=0),
    )


def set_apart(rows: tuple[ProgrammeRow, ...], height: int) -> tuple[ProgrammeRow | None, ...]:
    """The rows with empty ones (None) between the days, as many as there is height for."""
    days = sum(row.kind == "day" for row in rows[1:])
    apart = max(0, min(APART, (height - len(rows)) // days)) if days else 0
    lines: list[ProgrammeRow | None] = []
    for place, row in enumerate(rows):
        if place and row.kind == "day":
            lines += [None] * apart
        lines.append(row)
    return tuple(lines)


def parts_of(row: ProgrammeRow, width: int, columns: Columns) -> list[Part]:
    """A row laid out, without the mark of the cursor, in at most `width` columns."""
    indent = " " * (len(NO_CURSOR) + columns.number + 1)
    match row.kind:
        case "day":
            text = cropped(f"━━ {shown(row.text)} ", width)
            return [Part(text + "━" * (width - cell_len(text)), "day")]
        case "meeting":
            now = f"  {row.what}" if row.what else ""
            before = f"{indent}{row.hours:<{HOURS}}"
            titled, line = (f"{before}{shown(one)}{now}" for one in (row.titled, row.text))
            if width >= TITLED and cell_len(titled) <= width:
                line = titled
            return [Part(cropped(line, width), "now" if row.urgent else "quiet")]
        case "flag":
            text = f"{indent}{' ' * HOURS}{'⚠' if row.urgent else '!'} {shown(row.text)}"
            return [Part(cropped(text, width), "urgent" if row.urgent else "flag")]
        case "event":
            return _event_parts(row, width, columns)


def _event_parts(row: ProgrammeRow, width: int, columns: Columns) -> list[Part]:
    look = "quiet" if row.cancelled else "now" if row.urgent else "title"
    head = f"{NO_CURSOR}{row.number:>{columns.number}} "
    hours = f"{row.hours:<{HOURS}}"
    room = cropped(shown(row.room), columns.room)
    place = room + " " * (columns.room + 2 - cell_len(room))
    parts = [Part(head, "quiet"), Part(hours, look), Part(place, look)]
    parts.append(Part(f"{row.mode:<{MODE}}", "quiet"))
    left = width - sum(cell_len(part.text) for part in parts)
    organizers = shown(row.organizers) if width >= ORGANIZED else ""
    titled = min(int(left * TITLE_SHARE), columns.title) if width >= ORGANIZED else left
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
    what = _said_of(row)
    title = cropped(shown(row.text), max(0, width - len(what)))
    return [*parts, Part(title, look), Part(cropped(what, width - cell_len(title)), "quiet")]


def _said_of(row: ProgrammeRow) -> str:
    """What stands after the title of an event."""
    return f" · {row.what}" if row.what else ""


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
    _lines: tuple[ProgrammeRow | None, ...] = ()

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
        height = self.size.height
        lines = self._lines = set_apart(self.rows, height)
        places = [place for place, row in enumerate(lines) if row and row.number == self.chosen]
        if places and self.chosen and height:
            kinds = [row.kind if row else "" for row in lines]
            first = last = places[0]
            while last + 1 < len(lines) and kinds[last + 1] == "flag":
                last += 1
            while first and kinds[first - 1] in ("day", "meeting"):
                first -= 1
            self._top = max(min(self._top, first), last - height + 1)
        self._top = max(0, min(self._top, len(lines) - height))
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
        row = self._lines[place] if place < len(self._lines) else None
        if row is not None and row.number:
            self.chosen = row.number

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes on."""
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel goes back."""
        self.action_step(-1)

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, place = self.size.width, y + self._top
        row = self._lines[place] if place < len(self._lines) else None
        if row is None:
            return Strip.blank(width, self.rich_style)
        parts = parts_of(row, width, columns_of(self.rows))
        if not row.number or row.number != self.chosen:
            segments = [Segment(one.text, self._look(one.look)) for one in parts]
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        cursor = self.get_component_rich_style("programme--cursor")
        text = CURSOR + "".join(one.text for one in parts)[len(NO_CURSOR) :]
        return Strip([Segment(text, cursor)]).adjust_cell_length(width, cursor)

    def _look(self, look: str) -> Style:
        return self.get_component_rich_style(f"programme--{look}")
