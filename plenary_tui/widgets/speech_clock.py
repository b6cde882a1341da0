"""The speech clock: the largest thing on the screen, with a word, a bar and a colour."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.wording.clock_face import ClockFace
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.panels import STYLES, PanelLine, Piece

BAR = "█"
TRACK = "░"
LONGEST = "+0:00"
"""Digits for which room is kept, so that they do not change size when overrun begins."""


class TimeBar(PanelLine[ClockFace]):
    """How much of the time is used, as a bar as wide as the widget."""

    _drawn: tuple[int, Tone] | None = None

    def watch_value(self) -> None:
        """Repaint if another part of it is used, or in another tone."""
        if self.value is None or self._drawn != (self._used(self.value), self.value.tone):
            self.refresh()

    def _used(self, face: ClockFace) -> int:
        """Columns of it that are used."""
        return round(self.size.width * face.hundredths / 100)

    def pieces(self, value: ClockFace) -> list[Piece]:
        width, used = self.size.width, self._used(value)
        self._drawn = used, value.tone
        return [(BAR * used, STYLES[value.tone]), (TRACK * (width - used), STYLES["quiet"])]


class ClockWord(PanelLine[ClockFace]):
    """The word for where the statement stands."""

    def pieces(self, value: ClockFace) -> list[Piece]:
        word = f" {shown(value.word)} "
        tone = value.tone if value.tone in ("warn", "bad", "good") else "strong"
        room = self.content_size.width - cell_len(word) - 1
        hint = next((one for one in (value.hint, value.brief) if len(one) <= room), "")
        return [(word, f"{STYLES[tone]} bold reverse"), (" ", ""), (shown(hint), STYLES["quiet"])]


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
