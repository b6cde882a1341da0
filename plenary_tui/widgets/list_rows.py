"""A row of the list of speakers laid out in a number of columns, as texts with their looks.

As the width shrinks what stands on the right goes first: group, speaker, words for ready marks and
languages. The number, the ready mark, the name and why a moved entry stands where it does remain.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.podium.list_row import Row
from plenary_tui.widgets.fitting import cropped, fitted

WIDE = 110
"""Columns from which ready marks and languages are written out and groups named."""

MIDDLE = 80
"""Columns from which speakers and their functions are shown where there is room."""

LEAST_NAME = 18
"""Columns of a name below which marks give way to it."""

TIMED = 44
"""Columns from which the expected time is shown."""

REMARKED = 64
"""Columns from which it is said in words who may slip or not be heard, and not by a mark."""

LEAST_REASON = 12
"""Columns kept for the reason of a move, or for an absence."""

LEAST_DETAIL = 6
"""Columns below which a text after the name says nothing, and is left out."""

CURSOR, NO_CURSOR = "▶ ", "  "
BETWEEN = " · "


class Part(NamedTuple):
    """A text and its look, the last word of a component class."""

    text: str
    look: str


class Tabs(NamedTuple):
    """Columns at which things stand, counted from the name; a longer name pushes them on."""

    ready: int
    video: int
    language: int
    details: int


NARROW_TABS = Tabs(ready=0, video=32, language=39, details=43)
MIDDLE_TABS = Tabs(ready=0, video=26, language=33, details=37)
"""So that functions are read whole; the few names that are longer push them on."""
WIDE_TABS = Tabs(ready=36, video=50, language=57, details=67)


class Mark(NamedTuple):
    """A short text that is shown whole or not at all, from column `start` or after the last."""

    start: int
    text: str
    look: str


def row_parts(row: Row, width: int, number_width: int) -> list[Part]:
    """The row laid out in exactly `width` columns, without the mark of the cursor."""
    match row.kind:
        case "header":
            (longest, shortest), *more = row.said
            name = row.name.upper()
            said = ((f"━━ {name}  {longest}", f"━━ {name} {shortest}"), *more)
            text = cropped(f"{shown(fitted(said, width - 1, '  '))} ", width)
            return [Part(text + "━" * (width - cell_len(text)), "header")]
        case "stop":
            text = cropped(f"╌╌ {shown(fitted(row.said, width - 4))} ", width)
            return [Part(text + "╌" * (width - cell_len(text)), "moved")]
        case "sentence":
            text = cropped(NO_CURSOR + shown(row.name), width)
            return [Part(text + " " * (width - cell_len(text)), "quiet")]
        case "entry":
            return _entry_parts(row, width, number_width)


def _entry_parts(row: Row, width: int, number_width: int) -> list[Part]:
    wide = width >= WIDE
    tabs = WIDE_TABS if wide else MIDDLE_TABS if width >= MIDDLE else NARROW_TABS
    time = _time(row, width)
    line = _Line(width - cell_len(time))
    line.add(*number_part(row, number_width))
    line.add("✓ " if row.ready else "  ", "ready")
    origin, name = line.at, shown(row.name)
    marks, details = _marks(row, tabs, wide), _details(row, width)
    kept = bool(row.moved or row.absent)
    reason = 2 + min(LEAST_REASON, cell_len(details[0].text)) if kept else 0
    while marks and min(LEAST_NAME, cell_len(name)) + _needed(marks) > line.room - reason:
        marks.pop()
    room = line.room - _needed(marks)
    if kept:
        reason = max(reason, min(2 + cell_len(details[0].text), room - cell_len(name)))
    line.add(cropped(name, max(1, room - reason)), "next" if row.next else "name")
    for place, mark in enumerate(marks):
        latest = line.width - reason - _needed(marks[place:]) + 2
        line.tab(min(origin + mark.start, latest))
        line.add(mark.text, mark.look)
    if details:
        first = cell_len(details[0].text) if kept else 0
        line.tab(min(origin + tabs.details, line.width - first))
    for place, detail in enumerate(details):
        if not (place or kept) and line.room < min(LEAST_DETAIL, cell_len(detail.text)):
            break
        if place:
            if line.room < len(BETWEEN) + min(LEAST_REASON, cell_len(detail.text)):
                break
            line.add(BETWEEN, "quiet")
        line.add(cropped(detail.text, line.room), detail.look)
    look = "moved" if row.remark else "quiet"
    return [*line.filled(), Part(time, look)] if time else line.filled()


def number_part(row: Row, number_width: int) -> Part:
    """What an entry's row begins with."""
    return Part(f"{NO_CURSOR}{row.number:>{number_width}} ", "quiet")


def _time(row: Row, width: int) -> str:
    """When it is expected to speak, at the end of the line; "" where that is not shown."""
    if width < TIMED or not (row.expected or row.remark):
        return ""
    if width < REMARKED:
        return f" {row.mark:<1}{row.expected or '--':>5}"
    return f"  {row.remark}{' ' if row.remark and row.expected else ''}{row.expected}"


def _needed(marks: list[Mark]) -> int:
    """Columns that marks take at the least, each after two blanks."""
    return sum(2 + cell_len(mark.text) for mark in marks)


def _marks(row: Row, tabs: Tabs, wide: bool) -> list[Mark]:
    """What stands after the name; the last is left out first."""
    language = "" if row.language is None else row.language.value if wide else row.language.code
    explains = row.explains if wide else row.explains.partition(" ")[0]
    marks = (
        Mark(0, "next" if row.next else "", "next"),
        Mark(0, explains, "mark"),
        Mark(tabs.ready, row.ready if wide else "", "ready"),
        Mark(tabs.video, "VIDEO" if row.video else "", "mark"),
        Mark(tabs.language, language, "quiet"),
    )
    return [mark for mark in marks if mark.text]


def _details(row: Row, width: int) -> list[Part]:
    """Texts that may be cut, the most important first."""
    wide = width >= WIDE
    aligned = f" +{row.aligned} aligned" if row.aligned else ""
    texts = (
        Part(f"↕ {shown(row.moved)}" if row.moved else "", "moved"),
        Part(shown(row.absent), "moved"),
        Part(f"group{aligned}" if row.group and not wide else "", "quiet"),
        Part(shown(row.who) if width >= MIDDLE else "", "mark"),
        Part(f"for {shown(row.group)}{aligned}" if row.group and wide else "", "quiet"),
    )
    return [part for part in texts if part.text]


class _Line:
    """Parts put one after another into so many columns."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.at = 0
        self._parts: list[Part] = []

    @property
    def room(self) -> int:
        return max(0, self.width - self.at)

    def add(self, text: str, look: str) -> None:
        """Put a text; what has no room is cut."""
        if text := cropped(text, self.room):
            self._parts.append(Part(text, look))
            self.at += cell_len(text)

    def tab(self, column: int) -> None:
        """Go on to a column, at least two columns on."""
        self.add(" " * max(2, column - self.at), "name")

    def filled(self) -> list[Part]:
        """The parts, filled up with blanks."""
        self.add(" " * self.room, "name")
        return self._parts
