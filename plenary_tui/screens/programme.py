"""The week's programme: meetings and the events beside them, which are added and changed here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from plenary_tui.actions import Page, in_keys
from plenary_tui.actions.registry import action
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.programme.rooms import event_numbered
from plenary_tui.procedure.state.conference import Conference, SideEvent
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Mode
from plenary_tui.screens.act_dialog import ActDialog, Attempt
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import acting, leaving
from plenary_tui.views.programme import programme_rows
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled
from plenary_tui.widgets.programme import ProgrammeList

EVENT = "event"
"""The field of an act that says which event it is about: the one under the cursor."""
NO_EVENT = "No event is planned beside the meetings. Press [add-side-event] to add one."
NONE_CHOSEN = "No event is chosen. Press [add-side-event] to add one."


def start_of(conference: Conference, event: SideEvent) -> dict[str, str]:
    """What the fields of a dialog about an event hold at first."""
    times = {
        name: f"{local(conference, moment):%Y-%m-%dT%H:%M}" if moment else ""
        for name, moment in (("starts", event.starts), ("ends", event.ends))
    }
    mode = next((one.value for one in Mode if one.parts == event.modes), "")
    return {
        **times,
        "title": event.title,
        "organizers": event.organizers,
        "room": event.room,
        "mode": mode,
        "kind": event.kind,
    }


class ProgrammeScreen(LiveScreen[None]):
    """Shows the week; its keys act on the event under the cursor."""

    PAGE = Page.PROGRAMME
    BINDINGS: ClassVar[list[BindingType]] = [leaving(PAGE), *acting(PAGE)]
    AUTO_FOCUS = "ProgrammeList"

    def __init__(self, conference: Conference, now: Instant, attempt: Attempt) -> None:
        """Make the screen.

        Args:
            attempt: does an act; the refusal if it was not recorded.
        """
        super().__init__(conference, now)
        self._attempt = attempt

    def compose(self) -> ComposeResult:
        """The clock, the week, the event under the cursor, what was said, and the keys."""
        with Vertical(classes="dialog whole programme"):
            yield Label(id="clock", classes="title", markup=False)
            yield ProgrammeList()
            yield Static(id="detail")
            yield Static(id="said")
            keys = ("↑↓ go through", *self.may_do.line(self.PAGE), "Escape leave")
            yield KeysNamed("  ".join(keys))

    def on_mount(self) -> None:
        """Show it, with the cursor on the first event of today that is not over."""
        super().on_mount()
        self.query_one(ProgrammeList).chosen = self._nearest()

    def _nearest(self) -> int:
        coming = [
            (event.starts, number)
            for number, event in enumerate(self.conference.side_events, start=1)
            if event.starts is not None and (event.ends or event.starts) > self.now.utc
        ]
        return min(coming)[1] if coming else self.query_one(ProgrammeList).chosen

    @property
    def subject(self) -> str:
        """The title."""
        return "Programme of the week"

    def show_state(self, before: Conference | None) -> None:
        """Show the week as it stands; the cursor stays on its event."""
        self.query_one(ProgrammeList).rows = programme_rows(self.conference, self.now)
        self._show_detail()

    def say(self, said: Said | None) -> None:
        """Say what was recorded or refused."""
        if said is not None:
            told = said.in_keys(self.where)
            self.query_one("#said", Static).update(styled(told.text, told.tone))

    def on_programme_list_chosen(self) -> None:
        """Say more of the event under the cursor."""
        self._show_detail()

    def _show_detail(self) -> None:
        """The whole title and the organizers, which a row may have to cut."""
        event = event_numbered(self.conference, self.query_one(ProgrammeList).chosen)
        if event is None:
            words = styled(in_keys(NO_EVENT, self.where), "quiet")
        else:
            organizers = event.organizers or "organizers not given"
            words = Content.assemble(
                styled(event.title, "strong"), styled(f"  {event.kind}, {organizers}", "quiet")
            )
        self.query_one("#detail", Static).update(words)

    def action_act(self, identity: str) -> None:
        """Ask for what an action needs; most act on the event under the cursor."""
        row = action(identity)
        about_one = EVENT in row.asks
        number = self.query_one(ProgrammeList).chosen
        event = event_numbered(self.conference, number) if about_one else None
        if about_one and event is None:
            self.say(Said(NONE_CHOSEN, "bad"))
            return
        title, given, start = row.help, {}, {"mode": Mode.IN_PERSON.value}
        if event is not None:
            title = f"{row.label} {number}: {event.title}"
            given, start = {EVENT: str(number)}, start_of(self.conference, event)
        asks = tuple(one for one in row.asks if one != EVENT)
        self.app.push_screen(
            ActDialog(title, row.act, self._attempt, asks=asks, given=given, start=start)
        )

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()
