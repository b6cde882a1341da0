"""A form of the record as PDF, by typst: tagged, PDF/A-2a and PDF/UA-1, with fonts of our own.

A character that no font has is an error of those standards. It is told, and the form is set again
without them, with a remark in the file itself.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from plenary_tui.exchange.outgoing.library import CannotWrite, NoLibrary, Written
from plenary_tui.paths import data_folder
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.drawing import ALONE, drawn
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.record.sheet import (
    Block,
    Chart,
    Curves,
    Heading,
    Paragraph,
    Sheet,
    Table,
    foot,
    short_foot,
)
from plenary_tui.views.record.writing_runs import LANGUAGES, Writing, reads_from_right, runs
from plenary_tui.views.wording.tongue import harmless, upright

STANDARDS = ("a-2a", "ua-1")
"""What the file conforms to: archives, and readers that speak."""
TEMPLATE = "record.typ"
MOST = 5
"""Characters without a glyph that are named."""
_LETTER, _ROOM = 4.6, 10.0
"""Points that a letter of a table takes, and the room beside the text of a column."""
PART = 900
"""Rows of a table, twenty pages of them, from which it goes on as another on a new page: parts are
set side by side, and each costs less than its share of the whole."""
_TEXT, _EM = 493.2, 8.5
"""Points that the text of a page is wide, and that a letter of a table is high."""
_PADDING = 8.0
"""Points that a cell is narrower than its column."""
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class NotTypeset(CannotWrite):
    """Something of which typst makes no PDF."""


def typeset(sheet: Sheet) -> Written:
    """The PDF of a form, the same bytes for the same form. Raises `NoLibrary`, `NotTypeset`.

    Fonts of the system are looked at only for what those that come with the program have not.
    """
    try:
        import typst
    except ImportError:
        raise NoLibrary("pdf", "pdf") from None
    data = _data(sheet)
    why = ""
    for system in (False, True):
        try:
            return Written(_compiled(typst, data, STANDARDS, system=system))
        except RuntimeError as error:  # typst's own, and what its library has no class for
            lacking = _without_glyph(error)
            why = f"No font has {lacking}: a box stands there" if lacking else _in_short(error)
    data["remark"] = remark = f"{why}. The file is neither PDF/A nor PDF/UA."
    try:
        return Written(_compiled(typst, data, (), system=True), remark)
    except RuntimeError as error:
        raise NotTypeset(
            f"The PDF could not be made ({_in_short(error)}).", "Take html, and print that."
        ) from None


def written_with() -> str:
    """The library and its version, on which the bytes depend as well."""
    from importlib.metadata import version

    return f"Written with typst {version('typst')}"


def _compiled(typst: Any, data: dict[str, Any], standards: Sequence[str], *, system: bool) -> bytes:
    """Have typst make the PDF. Raises its error."""
    folder = data_folder()
    at = data["at"]
    told = json.dumps(data, ensure_ascii=False).encode(errors="replace").decode()
    compiler = typst.Compiler(
        str(folder / "typst" / TEMPLATE),
        root=str(folder / "typst"),
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=not system,
        sys_inputs={"data": told},
    )
    made: bytes = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=at)
    return made


def _without_glyph(error: Exception) -> str:
    """The characters that an error says no font can show; "" if it says something else."""
    told = f"{getattr(error, 'message', '')}\n{getattr(error, 'diagnostic', '')}"
    signs = dict.fromkeys(sign for text in _NO_GLYPH.findall(told) for sign in text)
    named = [f"“{sign}” (U+{ord(sign):04X})" for sign in signs]
    more = f" and {len(named) - MOST} more" if len(named) > MOST else ""
    return ", ".join(named[:MOST]) + more


def _in_short(error: Exception) -> str:
    lines = str(getattr(error, "message", error)).splitlines()
    return shown(lines[0] if lines else "no reason given").rstrip(".")


def _data(sheet: Sheet) -> dict[str, Any]:
    """What the template is given: the form, in which every text is data."""
    at = sheet.made.at
    said = partial(_said, from_right=sheet.from_right)
    return {
        "title": shown(sheet.title),
        "heading": said(sheet.title),
        "lang": sheet.language.code,
        "dir": "rtl" if sheet.from_right else "ltr",
        "lines": [said(one) for one in sheet.lines],
        "draft": said(sheet.notice) if sheet.draft else None,
        "blocks": list(_blocks(sheet.blocks, said)),
        "foot": [*foot(sheet.made), written_with()],
        "short": short_foot(sheet),
        "version": sheet.made.version,
        "date": {
            **{"year": at.year, "month": at.month, "day": at.day},
            **{"hour": at.hour, "minute": at.minute, "second": at.second},
        },
        "at": int(at.timestamp()),
        "remark": "",
    }


def _blocks(blocks: Sequence[Block], said: Callable[[str], Any]) -> Iterator[dict[str, Any]]:
    """The blocks; paragraphs with numbers that follow each other are one list."""
    items: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            items.append({"number": block.number, "text": said(block.text)})
            continue
        if items:
            yield {"kind": "numbered", "items": items}
            items = []
        match block:
            case Heading():
                yield {"kind": "heading", "level": block.level, "text": said(block.text)}
            case Paragraph():
                yield {"kind": "paragraph", "text": said(block.text)}
            case Table():
                yield from _tables(block, said)
            case Chart() | Curves():
                yield {
                    "kind": "picture",
                    "caption": said(block.caption),
                    "alt": shown(block.told)
                    or f"{shown(block.caption)}; a table beside it has the figures",
                    "svg": "\n".join(drawn(block, ALONE)),
                }
    if items:
        yield {"kind": "numbered", "items": items}


def _tables(table: Table, said: Callable[[str], Any]) -> Iterator[dict[str, Any]]:
    """A table, in parts where it is very long.

    It has the width of each column in points, None taking what the others leave, and which rows
    are a line high for certain: to measure all of them takes half of the time.
    """
    widths = [
        None
        if one.wide
        else _ROOM
        + _LETTER * max([width_of(one.head), *(width_of(row[place]) for row in table.rows)])
        for place, one in enumerate(table.columns)
    ]
    shared = _TEXT - sum(one for one in widths if one is not None)
    each = shared / max(1, widths.count(None))
    room = [(each if one is None else one) - _PADDING for one in widths]
    for first in range(0, max(1, len(table.rows)), PART):
        rows = table.rows[first : first + PART]
        yield {
            "kind": "table",
            "caption": said(table.caption),
            "goes_on": first > 0,
            "widths": widths,
            "heads": [said(one.head) for one in table.columns],
            "right": [one.right for one in table.columns],
            "cells": [said(cell) for row in rows for cell in row],
            "one_line": [all(map(fits, row, room)) for row in rows],
        }


def fits(text: str, points: float) -> bool:
    """Whether a text of a table is sure to have room on one line; never said of other scripts."""
    return (len(text) <= 2 or _EM * sum(map(_ems, text)) <= points) and all(map(_is_latin, text))


@cache
def _ems(sign: str) -> float:
    """How wide a letter is at most, in its height; as the widest of its kind."""
    base = unicodedata.normalize("NFD", sign)[0]
    if base in " .,:;()'-/il":
        return 0.35
    if base.isdigit():
        return 0.47
    if base.isascii() and base.islower() and base not in "mw":
        return 0.56
    return 0.75 if base.isascii() and base.isalpha() and base not in "mwMW" else 1.0


@cache
def _is_latin(sign: str) -> bool:
    """Whether a letter is of the font whose height is known."""
    return unicodedata.normalize("NFD", sign)[0].isascii()


def _said(text: str, *, from_right: bool = False) -> Any:
    """A text as the template takes it: as it is, or in runs with their languages."""
    if text.isascii():
        return upright(shown(text)) if from_right else shown(text)
    text = upright(harmless(text)) if from_right else harmless(text)
    parts = list(runs(text, from_right=from_right))
    if all(one.writing is Writing.LATIN for one in parts):
        return text
    return {
        "right": from_right or reads_from_right(text),
        "runs": [(one.text, LANGUAGES[one.writing]) for one in parts],
    }
