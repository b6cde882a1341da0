"""The page of what podiums recorded alone while another was in charge."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static
from textual.widgets.option_list import Option

from plenary_tui.actions import Action, Page
from plenary_tui.actions.registry import action
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Became
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import acting, leaving
from plenary_tui.screens.picks import HEIGHTS
from plenary_tui.views.podium.alone_rows import alone_rows
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.choices import Choices
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled

Decide = Callable[[Action, int], None]
"""Does an action on what was recorded alone under a number."""
WHAT_IT_IS = (
    "Recorded by a podium while another was in charge: the room there saw it, and it is not in the "
    "journal. What is done again is done now, by the rules of now."
)
NONE = "Nothing was recorded alone."


class AloneScreen(LiveScreen[None]):
    """Shows each act, who did it and when; its keys do again or leave the one under the cursor."""

    PAGE = Page.ALONE
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [leaving(PAGE), *acting(PAGE)]

    def __init__(self, conference: Conference, now: Instant, decide: Decide) -> None:
        super().__init__(conference, now)
        self._decide = decide
        self._numbers: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """The clock, what this is, the acts, the one under the cursor whole, what was said."""
        with Vertical(classes="dialog whole alone"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(WHAT_IT_IS, id="page", classes="text", markup=False)
            yield Choices(compact=True)
            yield Static(id="detail")
            yield Static(id="said")
            keys = ("↑↓ go through", *self.may_do.line(self.PAGE), "Escape leave")
            yield KeysNamed("  ".join(keys))

    @property
    def subject(self) -> str:
        """The title."""
        return action(self.PAGE).label

    def show_state(self, before: Conference | None) -> None:
        """Show the acts as they stand; the cursor goes on to the next that waits."""
        if before is not None and before.alone is self.conference.alone and self._numbers:
            return
        options = self.query_one(Choices)
        rows = alone_rows(self.conference, self.now)
        self._numbers = tuple(row.number for row in rows)
        at = options.highlighted or 0
        options.clear_options()
        options.add_options(Option(styled(row.line, row.tone)) for row in rows)
        waits = [
            place for place, one in enumerate(self.conference.alone) if one.became is Became.OPEN
        ]
        if rows:
            options.highlighted = next((one for one in waits if one >= at), min(at, len(rows) - 1))
        self._show_detail()

    def on_option_list_option_highlighted(self) -> None:
        """Say all that is known of what is under the cursor."""
        self._show_detail()

    def _show_detail(self) -> None:
        at = self.query_one(Choices).highlighted
        what = self.conference.alone[at].what if at is not None and self._numbers else NONE
        self.query_one("#detail", Static).update(styled(what))

    def say(self, said: Said) -> None:
        """Say what was recorded or refused."""
        told = said.in_keys(self.where)
        self.query_one("#said", Static).update(styled(told.text, told.tone))

    def action_act(self, identity: str) -> None:
        """Do again what is under the cursor, or leave it."""
        at = self.query_one(Choices).highlighted
        if at is None or not self._numbers:
            self.say(Said(NONE, "warn"))
        else:
            self._decide(action(identity), self._numbers[at])

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()
