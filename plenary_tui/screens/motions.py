"""The page of points, motions and replies: what waits, in order, and what can be done with it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.actions import Page, in_keys, on_page
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import leaving
from plenary_tui.screens.picks import HEIGHTS, Choice, picture
from plenary_tui.views.podium.motions import motions_page
from plenary_tui.widgets.choices import Choices
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled_lines


class MotionsScreen(LiveScreen[str | None]):
    """Shows points, motions and replies as they stand; answers the id of the action chosen."""

    PAGE = Page.MOTIONS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [leaving(PAGE, opener=False)]

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__(conference, now)
        self._choices: tuple[Choice[str], ...] = ()

    def compose(self) -> ComposeResult:
        """Title with the clock, what waits, and the choices."""
        with Vertical(classes="dialog motions"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="page", classes="text page")
            yield Choices(compact=True)
            yield KeysNamed("Enter choose   ↑↓ go through   Escape leave")

    @property
    def subject(self) -> str:
        """The title."""
        return "Points, motions, replies"

    def show_state(self, before: Conference | None) -> None:
        """What waits, and what can be done; the choice under the cursor stays under it."""
        if before is None:
            return
        page = in_keys(motions_page(self.conference), self.where)
        self.query_one("#page", Static).update(styled_lines(page))
        options = self.query_one(OptionList)
        at_cursor = options.highlighted
        chosen = self._choices[at_cursor].value if at_cursor is not None else ""
        rows = [pair for pair in on_page(self.PAGE) if pair[0].applies(self.conference)]
        self._choices = tuple(
            Choice(row.id, row.label, self.may_do.why_not(row) or at.words, at.key)
            for row, at in rows
        )
        options.clear_options()
        options.add_options(Option(picture(one)) for one in self._choices)
        places = [one.value for one in self._choices]
        likely = None if not rows or rows[0][0].acts_at_once else 0  # no slip does what acts
        options.highlighted = places.index(chosen) if chosen in places else likely

    def on_key(self, event: events.Key) -> None:
        """A choice's own key chooses it."""
        for one in self._choices:
            if event.key == one.key:
                event.stop()
                self.dismiss(one.value)
                return
        if event.character and event.key in {at.key for _, at in on_page(self.PAGE)}:
            self.no_key(f"“{event.character}”: no key here as things stand.")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer what was chosen."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss(None)
