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
from plenary_tui.views.wording.clock_face import clock_face
from plenary_tui.widgets.panels import styled_lines


class MotionsScreen(LiveScreen[str | None]):
    """Shows points, motions and replies as they stand; answers the id of the action chosen."""

    PAGE = Page.MOTIONS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [leaving(PAGE)]

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__()
        self._conference, self._now = conference, now
        self._choices: tuple[Choice[str], ...] = ()

    def compose(self) -> ComposeResult:
        """Title with the clock, what waits, and the choices."""
        with Vertical(classes="dialog motions"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="page", classes="text page")
            yield OptionList(compact=True)
            yield Label("Enter choose   ↑↓ go through   Escape leave", classes="keys")

    def on_mount(self) -> None:
        """Offer what can be done."""
        self._show_clock()
        self._show_page()

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the clock, and the page once more where anything happened."""
        same = conference is self._conference and bool(self._choices)
        self._conference, self._now = conference, now
        self._show_clock()
        if not same:
            self._show_page()

    def _show_clock(self) -> None:
        face = clock_face(self._conference, self._now)
        self.query_one("#clock", Label).update(
            f"Points, motions, replies      {face.digits} {face.word}"
        )

    def _show_page(self) -> None:
        """What waits, and what can be done; the choice under the cursor stays under it."""
        page = in_keys(motions_page(self._conference), self.PAGE)
        self.query_one("#page", Static).update(styled_lines(page))
        options = self.query_one(OptionList)
        before = self._choices[options.highlighted or 0].value if self._choices else ""
        self._choices = tuple(
            Choice(row.id, row.label, at.words, at.key)
            for row, at in on_page(self.PAGE)
            if row.applies(self._conference)
        )
        options.clear_options()
        options.add_options(Option(picture(one)) for one in self._choices)
        places = [one.value for one in self._choices]
        options.highlighted = places.index(before) if before in places else 0

    def on_key(self, event: events.Key) -> None:
        """A choice's own key chooses it."""
        for one in self._choices:
            if event.character == one.key:
                event.stop()
                self.dismiss(one.value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer what was chosen."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss(None)
