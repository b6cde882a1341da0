"""The panels of the podium: each is given a value, and repaints only when it changes."""

from __future__ import annotations

from typing import Generic, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.sparing import unframed_lines

V = TypeVar("V")

HIGH = 30
"""Rows of the screen from which it is not low."""
HUGE, TALL = 170, 50
"""Columns and rows of the screen from which what matters most is read from two metres."""
WIDTHS, HEIGHTS = [(0, "-narrow"), (HUGE, "-huge")], [(0, "-low"), (TALL, "-tall")]
"""The same as classes of a screen."""
WORDS = 2
"""Rows for the President's words; the clock needs the others."""
BESIDE_WORDS, BELOW_NAME = 32, 9
"""Rows of a tall screen that all else needs, and those of a name on the floor besides, so that the
words may be large in the others."""
FORESEEN = 22
"""Rows of the screen from which the forecast has a line; below, the list needs it more."""
ROOMY = 30
"""Rows of the screen from which it has that line also while somebody is to be warned."""

STYLES: dict[Tone, str] = {
    "quiet": "$text-muted",
    "plain": "",
    "good": "$text-success",
    "warn": "bold $text-warning",
    "bad": "bold $text-error",
    "strong": "bold",
}
"""How a tone looks; a word always says the same."""


class Panel(Widget, Generic[V]):
    """A widget that shows one value."""

    value: var[V | None] = var(None)

    def watch_value(self) -> None:
        """Repaint, since the value is another; lay the screen out anew only if the size changes."""
        self.refresh()  # forgets the height of the old value
        if self.styles.auto_dimensions and self._takes_other_room():
            self.refresh(layout=True)

    def _takes_other_room(self) -> bool:
        width, height = self.content_size
        if not width or self.styles.is_auto_width:
            return True
        least = self.styles.min_height
        needed = self.get_content_height(self.container_size, self.screen.size, width)
        return max(needed, int(least.value) if least is not None else 0) != height

    def render(self) -> Content:
        """The value, or nothing before there is one."""
        return Content("") if self.value is None else self.picture(self.value)

    def picture(self, value: V) -> Content:
        """The value as it is shown."""
        raise NotImplementedError


Piece = tuple[str, str]
"""A text without line breaks, and the style it has."""


class PanelLine(Panel[V]):
    """A panel of one line that changes often: its styles are made out once, and not its text."""

    DEFAULT_CSS = "PanelLine { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._looks: dict[str, Style] = {}

    def pieces(self, value: V) -> list[Piece]:
        """The value as it is shown, in at most as many columns as there are."""
        raise NotImplementedError

    def picture(self, value: V) -> Content:
        return Content.assemble(*self.pieces(value))

    def notify_style_update(self) -> None:
        """The styles are others: make them out anew."""
        super().notify_style_update()
        self._looks = {}

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, found = (
            self.content_size.width,
            [] if self.value is None else self.pieces(self.value),
        )
        columns = sum(cell_len(text) for text, _ in found)
        found.append((" " * max(0, width - columns), ""))
        line = Strip([Segment(text, self._look(style)) for text, style in found if text])
        return line.crop(0, width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, as it is painted."""
        return unframed_lines(self, crop)

    def _look(self, style: str) -> Style:
        """A style as Textual draws a text in it."""
        if (look := self._looks.get(style)) is None:
            text = Content.styled("·", style)
            (strip,) = Visual.to_strips(self, text, 1, 1, self.visual_style)
            look = self._looks[style] = next(iter(strip)).style or Style()
        return look


def styled(text: str, tone: Tone = "plain") -> Content:
    """Text that people typed, in a tone, with nothing in it that could disturb a screen."""
    return Content.styled(shown(text), STYLES[tone])


def styled_lines(text: str, tone: Tone = "plain") -> Content:
    """Several lines of text in a tone."""
    return Content("\n").join(styled(line, tone) for line in text.split("\n"))
