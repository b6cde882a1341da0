"""The page of the President's lines: in large type, live, and the clock's keys work on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Label

from plenary_tui.actions import Page, in_keys
from plenary_tui.procedure.ground.called import holder_name, in_the_chair, person_words
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import leaving, passing
from plenary_tui.views.script.said import Words
from plenary_tui.views.wording.clock_face import clock_face
from plenary_tui.widgets.bottom import MessageLine, Said
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled
from plenary_tui.widgets.script import ScriptPanel

LINE = (
    "Escape leave  [give-floor] next  [start-clock] clock  [end-statement] end  [open-floor] item"
    "  [undo] undo  [help] all keys"
)


class ScriptScreen(LiveScreen[None]):
    """Shows the words to say next, and whoever has the floor with the clock above them."""

    PAGE = Page.SCRIPT
    BINDINGS: ClassVar[list[BindingType]] = [
        leaving(PAGE),
        *passing(PAGE),
    ]

    def __init__(
        self,
        conference: Conference,
        now: Instant,
        words_to_say: Callable[[Conference, Instant], Words],
    ) -> None:
        super().__init__(conference, now)
        self._words_to_say = words_to_say

    def compose(self) -> ComposeResult:
        """The clock, the words, what was done last, and the keys."""
        yield Label(id="clock", markup=False)
        yield ScriptPanel()
        yield MessageLine()
        yield KeysNamed(in_keys(LINE, self.where))

    @property
    def heading(self) -> Content:
        """The clock, and who has the floor."""
        face, floor = clock_face(self.conference, self.now, officer=True), self.conference.floor
        who = holder_name(self.conference, floor) if floor is not None else ""
        chair = person_words(in_the_chair(self.conference.sitting))
        who += f"   in the chair: {chair}" if chair else ""
        rehearsal = "REHEARSAL   " if self.conference.rehearsal else ""
        digits = "" if face.instead else f"{face.digits}  "
        return styled(f"{rehearsal}{digits}{face.word}  {who}".rstrip(), "strong")

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the clock, and the words as of now."""
        super().show(conference, now)
        self.query_one(ScriptPanel).value = self._words_to_say(conference, now)

    def show_state(self, before: Conference | None) -> None:
        """The words, which may change with each second, are all there is."""

    def say(self, said: Said) -> None:
        """Say what was done or refused."""
        self.query_one(MessageLine).value = said.in_keys(self.where)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()
