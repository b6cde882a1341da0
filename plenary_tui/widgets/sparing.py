"""Textual's compositor, which draws of each widget only the rows that are to be painted.

Textual's own draws all rows of all widgets near the box around everything that has changed, those
that others hide too, and cuts each of them at the edges of all. Here each place is drawn once, by
the widget in front. It rests on what Textual keeps to itself, so it is made only for releases with
which `tests/widgets/test_sparing.py` has compared its frames; with others Textual's own draws.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import textual
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

COMPARED_WITH = ("8.2.",)
"""Beginnings of the releases of Textual whose frames have been compared."""

Span = tuple[int, int, int]
"""A row, the first column, and the one behind the last."""
Piece = tuple[int, int, Strip]
"""The first column, the one behind the last, and what stands there."""


def draw_sparingly(screen: Screen[Any]) -> None:
    """Have a screen that is being made drawn like that, where that is known to draw the same."""
    if release_of_textual().startswith(COMPARED_WITH):
        screen._compositor = Sparing()


def release_of_textual() -> str:
    """Which release draws, told by the folder that is installed beside it.

    Where there is none Textual is asked, which takes 10 ms of the start to find out.
    """
    before, after = "textual-", ".dist-info"
    beside = Path(textual.__file__).parents[1].glob(f"{before}[0-9]*{after}")
    found = [one.name.removeprefix(before).removesuffix(after) for one in beside]
    return found[0] if len(found) == 1 else textual.__version__


class Sparing(Compositor):
    """Draws front to back, and nothing twice."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last frame; None if nothing has."""
        regions = [one.intersection(self.size.region) for one in self._dirty_regions]
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(one for one in regions if one))
        if not spans:
            return None
        rows = self._drawn(spans)
        chops = [{left: strip for left, _, strip in rows[y]} for y in range(self.size.height)]
        ends = [[right for _, right, _ in rows[y]] for y in range(self.size.height)]
        return ChopsUpdate(chops, spans, ends)

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """The whole frame."""
        self._dirty_regions.clear()
        strips = self.render_strips()
        if simplify:
            strips = [one.simplify().discard_meta() for one in strips]
        return LayoutUpdate([[one] for one in strips], self.size.region)

    def render_strips(self, size: Size | None = None) -> list[Strip]:
        """The whole frame, or so much of it, row by row."""
        width, height = self.size if size is None else size
        rows = self._drawn((y, 0, width) for y in range(height))
        return [Strip.join([strip for _, _, strip in rows[y]]) for y in range(height)]

    def _drawn(self, spans: Iterable[Span]) -> defaultdict[int, list[Piece]]:
        """What stands in the spans, by row, from left to right."""
        drawn = defaultdict[int, list[Piece]](list)
        left_over = defaultdict[int, list[tuple[int, int]]](list)
        for y, left, right in spans:
            left_over[y].append((left, right))
        for widget, (region, clip) in self.visible_widgets.items():
            if not left_over:
                break
            shown = region.intersection(clip)
            wanted = _wanted(left_over, shown)
            if not wanted:
                continue
            first, last = wanted[0], wanted[-1]
            x, y = shown.x - region.x, first - region.y
            strips = widget.render_lines(Region(x, y, shown.width, last - first + 1))
            for row in wanted:
                strip = strips[row - first]
                right = min(shown.right, shown.x + strip.cell_length)
                rest = []
                for start, end in left_over[row]:
                    begins, ends = max(start, shown.x), min(end, right)
                    if begins >= ends:
                        rest.append((start, end))
                        continue
                    insort(drawn[row], (begins, ends, strip.crop(begins - shown.x, ends - shown.x)))
                    rest += [one for one in ((start, begins), (ends, end)) if one[0] < one[1]]
                if rest:
                    left_over[row] = rest
                else:
                    del left_over[row]
        return drawn


def _wanted(left_over: dict[int, list[tuple[int, int]]], shown: Region) -> list[int]:
    """The rows of a widget of which something is left to be drawn."""
    left, right = shown.column_span
    return [
        row
        for row in shown.line_range
        if row in left_over and any(a < right and b > left for a, b in left_over[row])
    ]


def unframed_lines(
    widget: Widget, crop: Region, line: Callable[[int], Strip] | None = None
) -> list[Strip]:
    """Lines of a widget as it makes them, where Textual would put nothing around or upon them.

    It is for widgets that keep the lines they have made, which Textual would make anew.

    Args:
        line: gives a line; the widget's own `render_line` unless another is quicker.
    """
    if widget.styles.gutter or not isinstance(widget.screen._compositor, Sparing):
        return Widget.render_lines(widget, crop)
    line, filters = line or widget.render_line, widget.get_line_filters()
    background, (left, right) = widget.background_colors[1], crop.column_span
    strips: list[Strip] = []
    blank: Style | None = None
    for y in crop.line_range:
        strip = line(y)
        for one in filters:
            strip = strip.apply_filter(one, background)
        if left or right != strip.cell_length:
            blank = blank or Style(bgcolor=widget.rich_style.bgcolor)
            strip = strip.crop_extend(left, right, blank)
        strips.append(strip)
    return strips
