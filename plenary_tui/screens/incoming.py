"""The page on which a file of an office is looked at and taken over, beside the clock."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from plenary_tui import medium
from plenary_tui.actions import Page
from plenary_tui.exchange.incoming.looking import Looking, path_of
from plenary_tui.exchange.incoming.preview import Preview, State
from plenary_tui.exchange.incoming.previewed import WIDTH, told
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import item_called
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import ItemKind
from plenary_tui.screens.live import LiveScreen, is_there
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.otherwise import Otherwise
from plenary_tui.screens.settling import Settling
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.fields import TextField
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled, styled_lines

FIRST = (
    "Registrations, requests for the floor, an agenda, a timetable, drafts:\n"
    "a CSV file, a spreadsheet, a calendar, or what Indico, OpenSlides and\nOntime write.\n"
    "Type or paste its path. Nothing is recorded before it was shown and\ntaken over."
)
KEYS = "Enter {}   Tab next field   ↑↓ preview   Escape leave, nothing changes"
KEYS_LOOKED = "Enter {}   F2 read otherwise   ↑↓ preview   Escape leave"
_OPTION = re.compile(r"--(?:column|as|sheet|encoding) (?:\"[^\"]*\"|[\w ]+)")
"""What the command line is told instead of the page."""
LOOK, ANSWER, TAKE, WAIT = "look", "answer what is asked", "take it over", "wait"
TONES: dict[str, Tone] = {State.ASKED: "warn", State.REFUSED: "bad"}
WIDEST = 120
"""Columns beyond which lines of a preview are not read with ease."""


class IncomingScreen(LiveScreen[None]):
    """Asks for a file, shows what it would do, asks what is open, and has it taken over."""

    PAGE = Page.INCOMING
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("f2", "read_otherwise", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
    ]

    class Looked(Message):
        """A file was looked at; None where that is told by `how_far` alone."""

        def __init__(self, looking: Looking, looked: Preview | None, how_far: str = "") -> None:
            super().__init__()
            self.looking, self.looked, self.how_far = looking, looked, how_far

    class Failed(Message):
        """A file could not be looked at, for a reason nobody foresaw."""

        def __init__(self, looking: Looking, why: str) -> None:
            super().__init__()
            self.looking, self.why = looking, why

    def __init__(
        self,
        conference: Conference,
        now: Instant,
        officer: Officer,
    ) -> None:
        """Make the page; the officer has what is taken over recorded, beside the podium."""
        super().__init__(conference, now)
        self._officer, self._names = officer, officer.names
        self._is_taking = False
        self._looking: Looking | None = None
        self._looked: Preview | None = None
        self._settling: Settling | None = None
        self._typed = ("", "")
        self._began: Instant | None = None
        self._how_far = ""

    @property
    def subject(self) -> str:
        """The title."""
        return "A file of an office"

    def compose(self) -> ComposeResult:
        """The clock, the fields, the preview, what is wrong, and the keys."""
        with Vertical(classes="dialog whole incoming"):
            yield Label(id="clock", classes="title", markup=False)
            with Grid(classes="fields"):
                yield Label("file", classes="name")
                yield TextField("path", hint="its path, typed or pasted")
                yield Label("item", classes="name")
                hint = "on whose list requests come that do not say it"
                yield TextField("item", _presumed_item(self.conference), hint=hint)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(styled_lines(FIRST, "quiet"), id="lines")
            yield Static(id="refusal")
            yield KeysNamed(KEYS.format(LOOK))

    def show_state(self, before: Conference | None) -> None:
        """What stands is compared with the file when that is looked at, and when it is taken."""

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the time, and how long a file that is being read takes."""
        super().show(conference, now)
        if self._began is not None:
            self._tell_how_far()

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._looked is not None:
            self._show_preview(self._looked)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another file, or item: it has to be looked at first."""
        if self._began is None:
            self._show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look at the file; once that was done, ask what is open; then take it over."""
        event.stop()
        if self._began is not None or not is_there(self):
            return
        if self._looked is None or self._answers != self._typed:
            self._begin()
        elif self._is_sound(self._looked):
            self._go_on(self._looked)
        else:
            self._begin()

    @property
    def _answers(self) -> tuple[str, str]:
        return (
            self.query_one("#path", TextField).answer,
            self.query_one("#item", TextField).answer,
        )

    def _begin(self) -> None:
        """Look at another file, or at one that was corrected."""
        self._typed = typed, symbol = self._answers
        self._looked = None
        if not typed:
            self._tell("Type or paste the path of a file.")
            return
        item = item_called(self.conference, symbol) if symbol else None
        if symbol and item is None:
            items = ", ".join(one.symbol for one in self.conference.items) or "no items"
            self._tell(f"“{symbol}” is no item. The agenda has {items}.")
            return
        self._looking = Looking(
            path_of(typed), item.symbol if item is not None else "", self.conference.timezone
        )
        self._settling = Settling(self._looking, self._ask, self._look)
        self._look()

    def _ask(self, dialog: Any, answered: Any) -> None:
        self.app.push_screen(dialog, answered)

    def _look(self) -> None:
        """Have the file read and compared beside the page."""
        assert self._looking is not None
        self._began, self._how_far = self.now, f"Reading {self._looking.path.name}"
        self._tell("")
        self._show_keys()
        self._tell_how_far()
        self._look_beside(self._looking, self.conference, self.now)

    @work(thread=True, group="incoming", description="a file")
    def _look_beside(self, looking: Looking, conference: Conference, now: Instant) -> None:
        def progress(how_far: str) -> None:
            self.post_message(self.Looked(looking, None, how_far))

        try:
            looked = looking.look(conference, now, self._names, progress, self._officer.give_way)
        except Exception as error:  # whatever a file does, it must not end the podium
            why = f"{looking.path.name} cannot be read ({type(error).__name__}: {error})."
            self.post_message(self.Failed(looking, f"{why} Nothing has changed."))
        else:
            self.post_message(self.Looked(looking, looked))

    def on_incoming_screen_failed(self, event: Failed) -> None:
        """Say that a file cannot be read, for a reason nobody foresaw."""
        event.stop()
        if event.looking is self._looking:
            self._began = None
            self.query_one("#lines", Static).update("")
            self._tell(event.why)
            self._show_keys()

    def on_incoming_screen_looked(self, event: Looked) -> None:
        """Show how far it has come, or what the file would do."""
        event.stop()
        if event.looking is not self._looking:
            return
        if event.looked is None:
            self._how_far = event.how_far
            self._tell_how_far()
            return
        self._began, self._looked = None, event.looked
        self._show_preview(event.looked)
        self._show_keys()

    def _show_preview(self, looked: Preview) -> None:
        if looked.faults:
            said = " ".join(f"{str(one).rstrip('.')}." for one in looked.faults)
            self._tell(_OPTION.sub("F2 to say it", said))
        elif not self._is_sound(looked):
            self._tell(f"{looked.offer.file} has nothing that could be taken over.")
        elif not looked.changes and looked.goes_through:
            self._tell(f"{looked.offer.file} changes nothing: all it has stands already.", "good")
        else:
            self._tell("")
        preview = self.query_one("#preview", VerticalScroll)
        width = max(40, min(WIDEST, preview.content_size.width or WIDTH) - 2)
        lines = told(looked, width=width, options=False)
        self.query_one("#lines", Static).update(Content("\n").join(map(_line, lines)))

    def _is_sound(self, looked: Preview) -> bool:
        """Whether the file as a whole can be read."""
        return not looked.faults and bool(looked.rows or looked.wants_item)

    def _go_on(self, looked: Preview) -> None:
        """Ask the next thing; where nothing is open, take the file over."""
        assert self._looking is not None and self._settling is not None
        if looked.wants_item:
            self._tell("Say on the list of which item the requests come.")
            self.query_one("#item").focus()
        elif self._settling.goes_on(looked, self.conference):
            return
        elif not looked.changes:
            self._keep()
            self._show_preview(looked)
        else:
            self._began, self._how_far = self.now, f"Taking {looked.offer.file} over"
            self._is_taking = True
            self._show_keys()
            self._officer.take_beside(looked.command.stepping(self._officer.give_way), self._taken)

    def _taken(self, refused: Refused | None) -> None:
        """It is recorded; where it was refused, say why and compare the file once more."""
        self._began, self._is_taking = None, False
        if not is_there(self) or self._looked is None:
            return
        if refused is None:
            self._keep()
            self.dismiss(None)
        else:
            self._show_preview(self._looked)
            self._show_keys()
            self._tell(str(refused))

    def _keep(self) -> None:
        """Keep the answers about names; a file that cannot be written is no reason to stop."""
        assert self._looking is not None
        try:
            self._looking.keep(self.conference, self._names, self.now)
        except OSError as error:
            self._officer.murmur(
                f"The answers about names could not be kept ({medium.why(error)}).", "warn"
            )

    def _tell(self, text: str, tone: Tone = "bad") -> None:
        self.query_one("#refusal", Static).update(styled_lines(text, tone))

    def _tell_how_far(self) -> None:
        assert self._began is not None
        seconds = int(self.now.since(self._began).total_seconds())
        so_long = f", {seconds} seconds so far" if seconds else ""
        text = f"{self._how_far}{so_long} ..."
        self.query_one("#lines", Static).update(styled(text, "quiet"))

    def _show_keys(self) -> None:
        """What Enter does now."""
        does = LOOK
        if self._began is not None:
            does = WAIT
        elif self._looked is not None and self._answers == self._typed:
            looked = self._looked
            if self._is_sound(looked):
                asks = self._settling is not None and self._settling.asks(looked)
                does = ANSWER if asks else TAKE if looked.changes else LOOK
        keys = KEYS if self._looked is None or self._began is not None else KEYS_LOOKED
        self.query_one(".keys", Label).update(keys.format(does))

    def action_scroll(self, rows: int) -> None:
        """Go through the preview."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_read_otherwise(self) -> None:
        """Ask what the file is, which sheet is read, what a column holds, how it is saved."""
        if self._looked is None or self._looking is None or self._began is not None:
            self._tell("Look at a file first: type its path, and press Enter.")
            return
        Otherwise(self._looking, self._ask, self._look).begin(self._looked.offer)

    def action_leave(self) -> None:
        """Back to the podium; nothing was recorded, unless it is being recorded now."""
        if not self._is_taking:
            self.dismiss(None)


def _presumed_item(conference: Conference) -> str:
    """The item before the meeting, else that of the general discussion."""
    general = (one.symbol for one in conference.items if one.kind is ItemKind.GENERAL_DISCUSSION)
    return conference.item or next(general, "")


def _line(line: str) -> Content:
    """A line of a preview, in the tone of what it says."""
    return styled(line, TONES.get(line.strip().partition(" ")[0], "plain"))
