"""A form of the record as text of 80 columns, and as Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from plenary_tui.views.record.sheet import (
    Chart,
    Column,
    Curves,
    Heading,
    Paragraph,
    Sheet,
    Table,
    foot,
)
from plenary_tui.views.wording.tongue import harmless

WIDTH = 80
"""Columns of a page of text."""
_GAP = "  "
_LEAST = 12
"""Columns that a wide column has at least."""


def width_of(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(sign: str) -> int:
    """How many columns a sign takes; what is not seen takes none."""
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    return 2 if _is_wide(sign) else 1


def as_text(sheet: Sheet) -> str:
    """The form as text of 80 columns, with its foot."""
    lines = list(wrapped(sheet.title.upper(), WIDTH))
    lines += [line for one in sheet.lines for line in wrapped(one, WIDTH)]
    if sheet.draft:
        lines.append(f"** {sheet.notice} **")
    for block in sheet.blocks:
        match block:
            case Heading(level=1):
                lines += ["", *(head := list(wrapped(block.text, WIDTH))), "=" * _longest(head)]
            case Heading():
                lines += ["", *(head := list(wrapped(block.text, WIDTH))), "-" * _longest(head)]
            case Paragraph():
                number = f"{block.number}. " if block.number is not None else ""
                lines += ["", *wrapped(f"{number}{block.text}", WIDTH)]
            case Table():
                lines += ["", *_table(block)]
            case Chart() | Curves():
                pass
    lines += ["", "-" * WIDTH, *(line for one in foot(sheet.made) for line in wrapped(one, WIDTH))]
    return "\n".join(harmless(line).rstrip() for line in lines) + "\n"


def _longest(lines: Sequence[str]) -> int:
    return max(map(width_of, lines), default=0)


def wrapped(text: str, width: int) -> Iterator[str]:
    """A text in lines of so many columns at most, cut between words where that can be."""
    if len(text) <= width and text.isascii():
        if short := " ".join(text.split()):
            yield short
        return
    line = ""
    for word in _WORDS.findall(text):
        word = word.translate(_KEPT)
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        room = width - width_of(line) - 1
        if line and room >= _LEAST and any(map(_is_wide, word)):
            place = _good_place(word, _fitting(word, room))
            yield f"{line} {word[:place]}"
            word = word[place:]
        elif line:
            yield line
        while width_of(word) > width:
            place = _good_place(word, _fitting(word, width))
            yield word[:place]
            word = word[place:]
        line = word
    if line:
        yield line


_WORDS = re.compile(r"(?:[^\s«]*« )*(?:\S|[\u00a0\u202f])+(?: [:;!?»]+[).,]*(?!\S))*")
"""What is never parted at the end of a line: a blank that does not break, or that stands before a
sign or behind a quotation mark, as French has it, belongs to a word."""
_KEPT = {0xA0: " ", 0x202F: " "}


def _is_wide(sign: str) -> bool:
    """Whether a sign takes two columns: such texts have no blanks between words."""
    return unicodedata.east_asian_width(sign) in "WF"


def _fitting(word: str, width: int) -> int:
    """How many signs of a text fit into so many columns, at least one."""
    place = 1
    while place < len(word) and width_of(word[: place + 1]) <= width:
        place += 1
    return place


_ENDING = "\uff0c\u3002\uff1a\uff1b\uff09\u201d\u3001\u300d"
"""Signs of Chinese that begin no line."""
_BEGINNING = "\uff08\u201c\u300c"
"""Signs of Chinese that end no line."""


def _good_place(word: str, most: int) -> int:
    """Where a text without blanks is best cut: not within a number or a name, nor before a stop."""
    if word.isascii():
        return most
    for place in range(min(most, len(word) - 1), most // 2, -1):
        before, after = word[place - 1], word[place]
        within = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        if not within and after not in _ENDING and before not in _BEGINNING:
            return place
    return most


def _table(table: Table) -> Iterator[str]:
    widths = _widths(table)
    yield from wrapped(table.caption, WIDTH)
    yield _line([one.head for one in table.columns], widths, table.columns)
    yield _GAP.join("-" * width for width in widths)
    for row in table.rows:
        cells = [
            list(wrapped(cell, width)) or [""] for cell, width in zip(row, widths, strict=True)
        ]
        for place in range(max(map(len, cells))):
            parts = [cell[place] if place < len(cell) else "" for cell in cells]
            yield _line(parts, widths, table.columns)


def _line(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    padded = []
    for cell, width, column in zip(cells, widths, columns, strict=True):
        room = " " * (width - width_of(cell))
        padded.append(room + cell if column.right else cell + room)
    return _GAP.join(padded).rstrip()


def _widths(table: Table) -> list[int]:
    """What each column takes: what is in it; the wide ones share what is left."""
    needed = [
        max(width_of(one.head), *(width_of(row[place]) for row in table.rows))
        if table.rows
        else width_of(one.head)
        for place, one in enumerate(table.columns)
    ]
    wide = [place for place, one in enumerate(table.columns) if one.wide]
    left = WIDTH - len(_GAP) * (len(needed) - 1)
    left -= sum(width for place, width in enumerate(needed) if place not in wide)
    for done, place in enumerate(sorted(wide, key=lambda one: needed[one])):
        share = max(_LEAST, left // (len(wide) - done))
        needed[place] = min(needed[place], share)
        left -= needed[place]
    return needed


_MEANS_SOMETHING = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})


def as_markdown(sheet: Sheet) -> str:
    """The form as Markdown, with its foot."""
    lines = [f"# {_marked(sheet.title)}", "", *(f"{_marked(one)}  " for one in sheet.lines)]
    if sheet.draft:
        lines.append(f"**{sheet.notice}**")
    for block in sheet.blocks:
        match block:
            case Heading():
                lines += ["", f"{'#' * (block.level + 1)} {_marked(block.text)}"]
            case Paragraph():
                number = f"{block.number}. " if block.number is not None else ""
                lines += ["", f"{number}{_marked(block.text)}"]
            case Table():
                lines += ["", f"**{_marked(block.caption)}**", "", *_markdown_table(block)]
            case Chart() | Curves():
                pass
    lines += ["", "---", "", *(f"{_marked(one)}  " for one in foot(sheet.made))]
    return "\n".join(lines) + "\n"


def _marked(text: str) -> str:
    """A text in which nothing means more than itself."""
    return harmless(text).translate(_MEANS_SOMETHING)


def _markdown_table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(_marked(one.head) for one in table.columns)} |"
    yield f"| {' | '.join('---:' if one.right else '---' for one in table.columns)} |"
    for row in table.rows:
        yield f"| {' | '.join(map(_marked, row))} |"
