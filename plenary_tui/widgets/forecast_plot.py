"""The plot of the list against the clock, drawn line by line."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.views.forecast.plot import Line, Plot


class ForecastPlot(Widget):
    """Shows a forecast against the clock."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "plot--late",
        "plot--name",
        "plot--quiet",
        "plot--stop",
        "plot--sure",
    }
    DEFAULT_CSS = """
    ForecastPlot {
        height: 1fr;
        & > .plot--late { color: $text-warning; text-style: bold; }
        & > .plot--name { color: $text-accent; text-style: bold; }
        & > .plot--quiet { color: $text-muted; }
        & > .plot--stop { color: $text-error; text-style: bold; }
        & > .plot--sure { color: $text-success; }
    }
    """

    plot: var[Plot | None] = var(None)
    """What is drawn; None for nothing."""

    _lines: tuple[Line, ...] = ()

    def watch_plot(self) -> None:
        """Lay the lines out anew."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = self.plot.lines(*self.size) if self.plot is not None else ()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the plot."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        segments = [
            Segment(piece.text, self.get_component_rich_style(f"plot--{piece.look}"))
            for piece in self._lines[y]
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
