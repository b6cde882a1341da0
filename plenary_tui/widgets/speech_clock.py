"""The speech clock: the largest thing on the screen, with a word, a bar and a colour."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from plenary_tui.views.podium import ClockFace
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import STYLES, Panel, styled

BAR = "█"
TRACK = "░"
LONGEST = "+0:00"
"""Digits for which room is kept, so that they do not change size when overrun begins."""


class TimeBar(Panel[ClockFace]):
    """How much of the time is used, as a bar as wide as the widget."""

    DEFAULT_CSS = "TimeBar { height: 1; }"

    def picture(self, value: ClockFace) -> Content:
        width = self.size.width
        used = round(width * value.hundredths / 100)
        return Content.assemble(
            (BAR * used, STYLES[value.tone]), (TRACK * (width - used), STYLES["quiet"])
        )


class ClockWord(Panel[ClockFace]):
    """The word for where the statement stands."""

    DEFAULT_CSS = "ClockWord { height: 1; }"

    def picture(self, value: ClockFace) -> Content:
        word = styled(f" {value.word} ", "strong").stylize("reverse")
        if value.tone in ("warn", "bad", "good"):
            word = styled(f" {value.word} ", value.tone).stylize("reverse bold")
        return Content.assemble(word, " ", styled(value.hint, "quiet"))


class SpeechClock(Vertical):
    """Digits, word and bar of one clock face."""

    DEFAULT_CSS = """
    SpeechClock { height: auto; }
    SpeechClock BigType { height: 1fr; }
    SpeechClock BigType.-good { color: $text-success; }
    SpeechClock BigType.-warn { color: $text-warning; }
    SpeechClock BigType.-bad { color: $text-error; }
    SpeechClock BigType.-quiet { color: $text-muted; }
    """

    face: var[ClockFace] = var(ClockFace())

    def compose(self) -> ComposeResult:
        """Digits above, then word and bar."""
        digits = BigType()
        digits.reserve = LONGEST
        yield digits
        yield ClockWord()
        yield TimeBar()

    def watch_face(self, old: ClockFace, new: ClockFace) -> None:
        """Hand the face to the parts; each repaints only if it shows something else."""
        if not self.is_mounted:
            return
        digits = self.query_one(BigType)
        digits.text = new.digits
        if old.tone != new.tone:
            digits.remove_class(f"-{old.tone}")
        digits.add_class(f"-{new.tone}")
        word, bar = self.query_one(ClockWord), self.query_one(TimeBar)
        word.value = new
        bar.value = new
