"""A row of what has been heard laid out in a number of columns, as texts with their looks.

Start, length, overrun and the mark of a correction always have their columns. As the width shrinks
what stands on the right goes first; the line below the list has it whole.
"""

from __future__ import annotations

from typing import NamedTuple, assert_never

from rich.cells import cell_len

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.heard.heard_rows import HeardRow
from plenary_tui.views.heard.kept_promises import CountBar
from plenary_tui.views.heard.time_used import Bar
from plenary_tui.widgets.fitting import cropped
from plenary_tui.widgets.list_rows import NO_CURSOR, Part

WIDE, HUGE = 110, 160
"""Columns from which languages are written out and regional groups named, and from which the
longest of these and of the names of States have room."""
START, LENGTH, OVER = 6, 7, 8
"""Columns of the start, the length and the overrun, each with a blank."""
AMENDED = "✎ "
"""Marks what was corrected; the line below says it in words."""
NAME, WIDE_NAME, HUGE_NAME = 27, 30, 54
"""Columns of a name, so that what follows it stands in line; the line below has it whole."""
CODE, LANGUAGE, GROUP, HUGE_GROUP = 3, 9, 17, 30
"""Columns of a language's code, of one written out, and of a regional group, with a blank."""
LEAST_NAME, LEAST_REST = 18, 8
"""Columns that a name keeps, and below which what follows is left out."""
BAR_NAME = 36
"""Columns of the longest name of a bar."""
LEAST_BAR = 16
"""Columns of a bar that its name gives way to."""
AT = 12
"""Columns of when something was corrected."""


class Tabs(NamedTuple):
    """The columns of name, language and group in a width; no group where there is no room."""

    name: int
    language: int
    group: int


def _tabs(width: int) -> Tabs:
    if width < WIDE:
        return Tabs(NAME, CODE, 0)
    if width < HUGE:
        return Tabs(WIDE_NAME, LANGUAGE, GROUP)
    return Tabs(HUGE_NAME, LANGUAGE, HUGE_GROUP)


def columns_line(width: int) -> str:
    """The heads of the columns of statements."""
    tabs = _tabs(width)
    language = "language" if tabs.group else "in"
    heads = (
        f"{NO_CURSOR}{'start':<{START}}{'length':>{LENGTH - 1}}{'over':>{OVER - 1}}   "
        f"{'delegation':<{tabs.name}}{language:<{tabs.language}}"
        f"{'group' if tabs.group else '':<{tabs.group}}speaker, function"
    )
    return cropped(heads, width)


def heard_parts(row: HeardRow, width: int) -> list[Part]:
    """The row in at most `width` columns, without the mark of the cursor."""
    if row.kind == "header":
        text = cropped(f"━━ {shown(row.text)} ", width)
        return [Part(text + "━" * (width - cell_len(text)), "header")]
    line = _Line(width)
    match row.kind:
        case "statement":
            _statement(line, row, width)
        case "event":
            line.add(f"{NO_CURSOR}{row.start:<{START}}", "quiet")
            line.add(AMENDED if row.amended else "", "mark")
            line.add(row.text, "event")
        case "correction":
            line.add(f"{NO_CURSOR}{row.start:<{AT}} ", "quiet")
            line.add(row.text, "name")
        case "bar":
            assert row.bar is not None
            _bar(line, row.bar)
        case "sentence":
            line.add(f"{NO_CURSOR}{row.text}", "quiet")
        case _:
            assert_never(row.kind)
    return line.parts


def _statement(line: _Line, row: HeardRow, width: int) -> None:
    tabs = _tabs(width)
    what = row.what[0 if width >= HUGE else 1]
    line.add(f"{NO_CURSOR}{row.start:<{START}}{row.length:>{LENGTH - 1}}", "quiet")
    line.add(f"{row.over:>{OVER - 1}} ", "over")
    line.add(AMENDED if row.amended else " " * cell_len(AMENDED), "mark")
    name = cropped(shown(row.text), tabs.name - 1)
    line.add(f"{_filled(name, tabs.name - 1)} ", "name")
    line.add(_filled(row.language if tabs.group else row.code, tabs.language), "quiet")
    if tabs.group:
        line.add(_filled(cropped(shown(row.group), tabs.group - 1), tabs.group), "quiet")
    line.add(f"{what}  " if what else "", "event")
    words = ", ".join(part for part in (row.who, f"for {row.behalf}" if row.behalf else "") if part)
    if line.room >= min(LEAST_REST, cell_len(words)):
        line.add(words, "who")


def _bar(line: _Line, bar: Bar | CountBar) -> None:
    words = bar.told
    left = line.room - cell_len(NO_CURSOR) - cell_len(words)
    columns = max(LEAST_NAME, min(bar.named, BAR_NAME, left - LEAST_BAR))
    line.add(f"{NO_CURSOR}{_filled(cropped(shown(bar.name), columns), columns)}", "name")
    line.add(words, "quiet")
    for part, look in zip(bar.cells(line.room), ("within", "over", "quiet"), strict=True):
        line.add(part, look)


class _Line:
    """Parts put one after another into so many columns; what has no room is cut."""

    def __init__(self, width: int) -> None:
        self.room = width
        self.parts: list[Part] = []

    def add(self, text: str, look: str) -> None:
        """Put a text."""
        if text := cropped(shown(text), self.room):
            self.parts.append(Part(text, look))
            self.room -= cell_len(text)


def _filled(text: str, columns: int) -> str:
    return text + " " * max(0, columns - cell_len(text))
