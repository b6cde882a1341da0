"""A row of what has been heard laid out in a number of columns, as texts with their looks.

Start, length, overrun and the mark of a correction always have their columns. As the width shrinks
what stands on the right goes first; the line below the list has it whole.
"""

from __future__ import annotations

from rich.cells import cell_len

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.heard.heard_rows import HeardRow
from plenary_tui.views.heard.time_used import Bar
from plenary_tui.widgets.fitting import cropped
from plenary_tui.widgets.list_rows import NO_CURSOR, Part

WIDE = 110
"""Columns from which languages are written out and regional groups named."""
START, LENGTH, OVER = 6, 7, 8
"""Columns of the start, the length and the overrun, each with a blank."""
AMENDED = "✎ "
"""Marks what was corrected; the line below says it in words."""
NAME, WIDE_NAME = 27, 36
"""Columns of a name, where what follows it stands in line; a longer one pushes it on."""
LANGUAGE, GROUP = 9, 35
"""Columns of a language written out, and of the longest regional group."""
LEAST_NAME, LEAST_REST = 18, 8
"""Columns that a name keeps, and below which what follows is left out."""
BAR_NAME, BAR_WORDS = 35, 26
"""Columns of a bar's name, and of its figures."""
AT = 12
"""Columns of when something was corrected."""


def columns_line(width: int) -> str:
    """The heads of the columns of statements."""
    times = f"{NO_CURSOR}{'start':<{START}}{'length':>{LENGTH - 1}}{'over':>{OVER - 1}}   "
    if width < WIDE:
        return cropped(f"{times}{'delegation':<{NAME}} in  speaker, function, for", width)
    return cropped(
        f"{times}{'delegation':<{WIDE_NAME}}{'language':<{LANGUAGE}}{'group':<{GROUP}}"
        "speaker, function, for",
        width,
    )


def heard_parts(row: HeardRow, width: int) -> list[Part]:
    """The row in at most `width` columns, without the mark of the cursor."""
    match row.kind:
        case "header":
            text = cropped(f"━━ {shown(row.text)} ", width)
            return [Part(text + "━" * (width - cell_len(text)), "header")]
        case "statement":
            return _statement(row, width)
        case "event":
            mark = AMENDED if row.amended else ""
            head = f"{NO_CURSOR}{row.start:<{START}}"
            left = width - cell_len(head) - cell_len(mark)
            return _kept(
                Part(head, "quiet"), Part(mark, "mark"), Part(_cut(row.text, left), "event")
            )
        case "correction":
            head = f"{NO_CURSOR}{row.start:<{AT}} "
            return _kept(Part(head, "quiet"), Part(_cut(row.text, width - cell_len(head)), "name"))
        case "bar":
            assert row.bar is not None
            return _bar(row.bar, width)
        case "sentence":
            return [Part(_cut(f"{NO_CURSOR}{row.text}", width), "quiet")]


def _statement(row: HeardRow, width: int) -> list[Part]:
    wide = width >= WIDE
    times = f"{NO_CURSOR}{row.start:<{START}}{row.length:>{LENGTH - 1}}"
    over = f"{row.over:>{OVER - 1}} "
    mark = AMENDED if row.amended else "  "
    left = width - cell_len(times) - cell_len(over) - cell_len(mark)
    what = row.what[0 if wide else 1]
    marks = (
        [(row.language, LANGUAGE), (row.group, GROUP)] if wide else [(row.code, cell_len(row.code))]
    )
    needed = sum(columns + 1 for _, columns in marks) + (cell_len(what) + 2 if what else 0)
    name = _cut(row.text, max(LEAST_NAME, left - needed))
    column = WIDE_NAME if wide else NAME
    line = f"{'':<{max(1, column - cell_len(name))}}"
    parts = [Part(times, "quiet"), Part(over, "over"), Part(mark, "mark"), Part(name, "name")]
    rest = line + "".join(_filled(shown(text), columns) for text, columns in marks)
    details = [shown(row.who), f"for {shown(row.behalf)}" if row.behalf else ""]
    words = ", ".join(one for one in details if one)
    left -= cell_len(name)
    rest = cropped(rest if wide else f"{rest}  ", max(0, left))
    parts.append(Part(rest, "quiet"))
    left -= cell_len(rest)
    if what:
        told = cropped(f"{what}  ", max(0, left))
        parts.append(Part(told, "event"))
        left -= cell_len(told)
    if left >= min(LEAST_REST, cell_len(words)):
        parts.append(Part(cropped(words, left), "who"))
    return _kept(*parts)


def _bar(bar: Bar, width: int) -> list[Part]:
    name = _filled(_cut(bar.name, BAR_NAME - 1), BAR_NAME)
    words = f"{bar.times.count:>5}  {bar.times.words:>{BAR_WORDS - 9}}  "
    left = width - cell_len(NO_CURSOR) - cell_len(name) - cell_len(words)
    if left < BAR_WORDS // 2:  # the figures matter more than the picture
        return _kept(Part(_cut(f"{NO_CURSOR}{name}{words}", width), "name"))
    within, over, unused = bar.cells(left)
    return _kept(
        Part(f"{NO_CURSOR}{name}", "name"),
        Part(words, "quiet"),
        Part(within, "within"),
        Part(over, "over"),
        Part(unused, "quiet"),
    )


def _cut(text: str, width: int) -> str:
    return cropped(shown(text), max(0, width))


def _filled(text: str, columns: int) -> str:
    return text + " " * max(0, columns - cell_len(text))


def _kept(*parts: Part) -> list[Part]:
    return [part for part in parts if part.text]
