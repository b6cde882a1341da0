"""A short text as large as it fits, so that it reads across a room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.procedure.state.text import shown
from plenary_tui.widgets.pixel_type import HEIGHT, Cut, big_lines, covers, figures_width, is_figures
from plenary_tui.widgets.sparing import unframed_lines

__all__ = ["BigType", "big_lines", "covers", "fits", "set_large"]

AUTO_HEIGHT = 4
"""Rows a text may take where the height is left to it: a line of letters with accents."""


@lru_cache(maxsize=256)
def set_large(text: str, width: int, height: int, reserve: str = "") -> tuple[str, ...] | None:
    """The text as large as it fits; None if it cannot be drawn or does not fit.

    Words wrap to more lines where that makes them larger. Figures fill the room.

    Args:
        width, height: the room, in columns and rows.
        reserve: text that must fit at the same size, so that figures do not change size.
    """
    if not text.strip() or not covers(text) or "\n" in text:
        return None
    if is_figures(text):
        cut = _best_cut(re.sub(r"\d", "0", text), width, height, reserve)
        return tuple(big_lines(text, cut)) if cut else None
    for scale in range(height * 2 // HEIGHT, 0, -1):
        for broken in _breaks(text.split()):
            columns, rows = _smallest(broken)
            if columns * scale > width or (rows - 1) * scale > height:
                continue
            lines = big_lines(broken, scale)
            if len(lines) <= height and len(lines[0]) <= width:
                return tuple(lines)
    return None


@lru_cache(maxsize=1024)
def _smallest(text: str) -> tuple[int, int]:
    """Columns and rows of the text at scale 1; each larger scale takes about as many times that."""
    lines = big_lines(text, 1)
    return len(lines[0]), len(lines)


def fits(text: str, width: int, height: int) -> bool:
    """Whether the text can be set in large type in so many columns and rows."""
    return set_large(text, width, height) is not None


@lru_cache(maxsize=64)
def _best_cut(text: str, width: int, height: int, reserve: str) -> Cut | None:
    """The largest cut in which the figures fit; all digits are alike for it."""
    for cut in _cuts(height * 2):
        if max(figures_width(text, cut), figures_width(reserve, cut)) <= width:
            return cut
    return None


def _cuts(pixels: int) -> Iterator[Cut]:
    """Ways to draw figures in so many pixels of height, the best first."""
    for stroke in range(pixels // HEIGHT, 0, -1):
        height, usual = min(pixels, 6 * stroke), 3 * stroke
        for width in range(max(usual, height * 7 // 10), usual - 1, -1):
            yield Cut(stroke, width, height, stroke)
        for gap in range(stroke - 1, (stroke - 1) // 2, -1):
            yield Cut(stroke, usual, height, gap)
        for width in range(usual - 1, (5 * stroke - 1) // 2, -1):
            yield Cut(stroke, width, height, (stroke + 1) // 2)


def _breaks(words: list[str]) -> Iterator[str]:
    """The words on one line, on two, on three; the most even break first."""
    for lines in range(min(3, len(words))):
        ways = []
        for places in combinations(range(1, len(words)), lines):
            ends = (0, *places, len(words))
            parts = [" ".join(words[a:b]) for a, b in pairwise(ends)]
            ways.append((max(map(len, parts)), "\n".join(parts)))
        yield min(ways)[1]


def _changed(before: tuple[str, ...], after: tuple[str, ...]) -> Region | None:
    """The columns that differ between two pictures of one size, as of a clock's last digit."""
    sizes = {size for line in (*before, *after) for size in (len(line), cell_len(line))}
    if len(before) != len(after) or len(sizes) != 1:
        return None  # of other sizes, or with wide characters
    columns = [
        place
        for one, other in {*zip(before, after, strict=True)}
        for place, (was, now) in enumerate(zip(one, other, strict=True))
        if was != now
    ]
    left, right = min(columns), max(columns)
    return Region(left, 0, right - left + 1, len(after))


class BigType(Widget):
    """A text as large as it fits, where `content-align` says; plain and bold if it does not fit."""

    DEFAULT_CSS = """
    BigType { height: 1fr; text-style: bold; }
    BigType > .big-type--good { color: $text-success; text-style: bold; }
    BigType > .big-type--warn { color: $text-warning; text-style: bold; }
    BigType > .big-type--bad { color: $text-error; text-style: bold; }
    BigType > .big-type--quiet { color: $text-muted; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "big-type--good",
        "big-type--warn",
        "big-type--bad",
        "big-type--quiet",
    }

    tone: var[str] = var("")
    """The tone it is drawn in; the widget's own style if it names none of its component classes."""
    text: var[str] = var("")
    """What is shown; never read as markup."""
    reserve: var[str] = var("")
    """A text that must fit at the same size, e.g. `+0:00`, so that a clock keeps its size."""

    _style: Style | None = None
    _kept: tuple[object, tuple[Strip, ...]] = (None, ())

    def watch_text(self, old: str, new: str) -> None:
        """Repaint only if other lines come of it."""
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
            return
        room = self.content_size
        if not room:  # hidden: what was drawn before must not come back with it
            self.refresh()
            return
        before, after = (self._drawn(text, room) for text in (old, new))
        if before == after:
            return
        aligned = self.styles.content_align_horizontal, self.styles.content_align_vertical
        changed = _changed(before, after) if aligned == ("left", "top") else None
        if changed is None or self.gutter != Spacing():
            self.refresh()
        else:
            self.refresh(changed)

    def watch_tone(self) -> None:
        """Repaint in the other tone; setting a class instead would match all styles anew."""
        self._style = None
        self.refresh()

    def watch_reserve(self) -> None:
        """Draw anew, perhaps at another size."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        return self._picture()[y]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the picture, as they are painted."""
        return unframed_lines(self, crop, self._picture().__getitem__)

    def _picture(self) -> tuple[Strip, ...]:
        """All rows, as large as the room is; those that were drawn last are kept."""
        size, styles = self.content_size, self.styles
        style, text, reserve = self._style_now(), self.text, self.reserve
        across, down = styles.content_align_horizontal, styles.content_align_vertical
        key = (text, reserve, size, style, across, down)
        if self._kept[0] != key:
            self._kept = key, _laid(self._drawn(text, size), size, style, across, down)
        return self._kept[1]

    def notify_style_update(self) -> None:
        """The style is another: look it up anew."""
        super().notify_style_update()
        self._style = None

    def _style_now(self) -> Style:
        if self._style is None:
            name = f"big-type--{self.tone}"
            named = name in self.COMPONENT_CLASSES
            self._style = self.get_component_rich_style(name) if named else self.rich_style
        return self._style

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As much as the text takes in the room there is."""
        lines = self._drawn(self.text, Size(container.width, AUTO_HEIGHT))
        return max(map(cell_len, lines), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes at that width."""
        return len(self._drawn(self.text, Size(width, AUTO_HEIGHT)))

    def _drawn(self, text: str, size: Size) -> tuple[str, ...]:
        text = shown(text)
        large = set_large(text, size.width, size.height, self.reserve)
        return large or _plain_lines(text, size.width, size.height)


def _laid(
    lines: tuple[str, ...], size: Size, style: Style, across: str, down: str
) -> tuple[Strip, ...]:
    """Lines laid into the room, where they are to stand in it."""
    width, height = size
    spare = max(0, height - len(lines))
    top = {"middle": spare // 2, "bottom": spare}.get(down, 0)
    room = max(0, width - max(map(cell_len, lines), default=0))
    left = " " * {"center": room // 2, "right": room}.get(across, 0)
    blank = Strip.blank(width, style)
    rows = [_row(left + line, width, style) for line in lines]
    return (*[blank] * top, *rows, *[blank] * (height - top - len(rows)))


@lru_cache(maxsize=256)
def _row(text: str, width: int, style: Style) -> Strip:
    """A row in one style; many rows of large figures are alike, and come again."""
    return Strip([Segment(set_cell_size(text, width), style)], width)


@lru_cache(maxsize=64)
def _plain_lines(text: str, width: int, height: int) -> tuple[str, ...]:
    """The text as it is, wrapped; what does not fit ends in an ellipsis."""
    if not text.strip() or not width or not height:
        return ()
    lines = [line.plain.rstrip() for line in Content(text).wrap(width)]
    if len(lines) > height:
        lines[height - 1] = set_cell_size(lines[height - 1], width - 1).rstrip() + "…"
    return tuple(lines[:height])
