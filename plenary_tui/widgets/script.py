"""The President's words in large type: what matters most as large as it fits, the rest in plain."""

from __future__ import annotations

from functools import lru_cache

from textual.content import Content

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.script.said import Words
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.panels import Panel, styled
from plenary_tui.widgets.pixel_type import HEIGHT, big_lines, covers, is_to_scale

WIDEST = 100
"""Columns of a line of plain words; longer ones are hard to read aloud."""


class ScriptPanel(Panel[Words]):
    """All that is said next, in its order; below it, quieter, what is said instead."""

    DEFAULT_CSS = "ScriptPanel { height: 1fr; padding: 0 2; }"

    def picture(self, value: Words) -> Content:
        width, height = self.content_size
        if not value.lines or not width:
            return styled("Nothing is to be said now.", "quiet")
        when = f"When {value.after} has ended:" if value.after else "Now:"
        head = [styled(when, "warn" if not value.after else "quiet"), Content("")]
        tail = self._otherwise(value, width)
        room = height - len(head)
        lines, _ = set_words(value, width, room - len(tail), "quiet" if value.after else "strong")
        if len(lines) + len(tail) > room:
            tail = []
        return Content("\n").join([*head, *lines, *tail][:height])

    def _otherwise(self, value: Words, width: int) -> list[Content]:
        rows = [row for words in value.otherwise for row in wrapped(words, min(width, WIDEST))]
        return [Content(""), *(styled(row, "quiet") for row in rows)] if rows else []


def set_words(value: Words, width: int, height: int, tone: Tone) -> tuple[list[Content], bool]:
    """The sentences, an empty row between them, the main one large if all of it fits.

    Returns the rows, and whether it is large.
    """
    parts = [
        [styled(row, tone) for row in wrapped(words, min(width, WIDEST))] for words in value.lines
    ]
    others = sum(len(part) for place, part in enumerate(parts) if place != value.main)
    spare = height - others - (len(parts) - 1)
    large = _large(value, width, spare)
    if large:
        parts[value.main] = [styled(row, tone) for row in large]
    rows: list[Content] = []
    for part in parts:
        rows += [Content(""), *part] if rows else part
    return rows, bool(large)


def _large(value: Words, width: int, height: int) -> tuple[str, ...]:
    """The main sentence in large type; if need be without who is to follow, who stands below."""
    if large := set_sentence(value.lines[value.main], width, height):
        return large
    tail = ("", *wrapped(f"…{value.tail}.", min(width, WIDEST))) if value.tail else ()
    large = set_sentence(value.brief, width, height - len(tail))
    return (*large, *tail) if large else ()


def wrapped(words: str, width: int) -> list[str]:
    """A sentence in rows of so many columns."""
    return [row.plain.rstrip() for row in Content(shown(words)).wrap(max(1, width))]


@lru_cache(maxsize=32)
def set_sentence(sentence: str, width: int, height: int) -> tuple[str, ...]:
    """A sentence in large type, in as many rows as it takes; () if that does not fit.

    Args:
        width, height: the room, in columns and rows.
    """
    words = shown(sentence).replace("“", "'").replace("”", "'").split()
    if not words or not covers("".join(words)):
        return ()
    for scale in range(max(0, height) * 2 // HEIGHT, 0, -1):
        rows: list[str] = []
        lines = _broken(words, scale, width)
        if len(lines) * (HEIGHT * scale // 2 + scale) - scale > height:
            continue  # too high even without accents: not worth to be drawn
        for broken in lines:
            rows += [*([""] * scale if rows else ()), *big_lines(broken, scale)]
        if rows and len(rows) <= height:
            return tuple(rows)
    return ()


def _broken(words: list[str], scale: int, width: int) -> list[str]:
    """The words broken to lines that are no wider than the room; none if one word is wider."""
    blank = _columns(". .", scale) - 2 * _columns(".", scale)
    lines, left = [""], width
    for word in words:
        columns = _columns(word, scale)
        if columns > width:
            return []
        if lines[-1] and columns + blank <= left:
            lines[-1] += f" {word}"
            left -= columns + blank
        elif lines[-1]:
            lines.append(word)
            left = width - columns
        else:
            lines[-1] = word
            left = width - columns
    return lines


def _columns(word: str, scale: int) -> int:
    """The columns of a word, which need not be drawn so large for it."""
    drawn = 1 if is_to_scale(word) else scale
    return scale // drawn * _columns_drawn(word, drawn)


@lru_cache(maxsize=512)
def _columns_drawn(word: str, scale: int) -> int:
    return len(big_lines(word, scale)[0])
