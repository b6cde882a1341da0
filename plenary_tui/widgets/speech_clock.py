"""The speech clock: the largest thing on the screen, with a word, a bar and a colour."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from plenary_tui.views.wording.clock_face import ClockFace
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import STYLES, Panel, styled

BAR = "█"
TRACK = "░"
LONGEST = "+0:00"
"""Digits for which room is kept, so that they do not change size when overrun begins."""


class TimeBar(Panel[ClockFace]):
    """How much of the time is used, as a bar as wide as the widget."""

    DEFAULT_CSS = "TimeBar { height: 1; }"

    _drawn: tuple[int, Tone] | None = None

    def watch_value(self) -> None:
        """Repaint if another part of it is used, or in another tone."""
        if self.value is None or self._drawn != (self._used(self.value), self.value.tone):
            self.refresh()

    def _used(self, face: ClockFace) -> int:
        """Columns of it that are used."""
        return round(self.size.width * face.hundredths / 100)

    def picture(self, value: ClockFace) -> Content:
        width, used = self.size.width, self._used(value)
        self._drawn = used, value.tone
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
        room = self.content_size.width - word.cell_length - 1
        hint = next((one for one in (value.hint, value.brief) if len(one) <= room), "")
        return Content.assemble(word, " ", styled(hint, "quiet"))


class SpeechClock(Vertical):
    """Digits, word and bar of one clock face."""

    DEFAULT_CSS = """
    SpeechClock { height: auto; }
    SpeechClock BigType { height: 1fr; }
    """

    face: var[ClockFace] = var(ClockFace())

    def compose(self) -> ComposeResult:
        """Digits above, then word and bar."""
        digits = BigType()
        digits.reserve = LONGEST
        yield digits
        yield ClockWord()
        yield TimeBar()

    def watch_face(self, face: ClockFace) -> None:
        """Hand the face to the parts; each repaints only if it shows something else."""
        if not self.is_mounted:
            return
        digits = self.query_one(BigType)
        digits.text, digits.tone = face.instead or face.digits, face.tone
        self.query_one(ClockWord).value = face
        self.query_one(TimeBar).value = face
