"""The week's programme: meetings and the events beside them, which are added and changed here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from plenary_tui.actions import in_keys
from plenary_tui.actions.typed import make_command
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.programme.rooms import event_numbered
from plenary_tui.procedure.state.conference import Conference, SideEvent
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Mode
from plenary_tui.screens.act_dialog import ActDialog, Attempt
from plenary_tui.screens.live import LiveScreen
from plenary_tui.views.programme import programme_rows
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.panels import styled
from plenary_tui.widgets.programme import ProgrammeList

ADD_ASKS = ("title", "starts", "ends", "room", "mode", "organizers", "kind")
EDIT_ASKS = ("title", "organizers", "mode", "kind")
MOVE_ASKS = ("starts", "ends", "room")


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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,H,q", "leave", "Leave", show=False),
        Binding("a", "add", "Add", show=False),
        Binding("m,enter", "move", "Move", show=False),
        Binding("e", "edit", "Edit", show=False),
        Binding("x", "cancel", "Cancel", show=False),
        Binding("u", "ledger('undo')", "Undo", show=False),
        Binding("r", "ledger('redo')", "Redo", show=False),
    ]
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
        with Vertical(classes="dialog programme"):
            yield Label(id="clock", classes="title", markup=False)
            yield ProgrammeList()
            yield Static(id="detail")
            yield Static(id="said")
            yield Label(
                "↑↓ go through  m move  e edit  x cancel  a add  u undo  Escape leave",
                classes="keys",
            )

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
            self.query_one("#said", Static).update(styled(said.text, said.tone))

    def on_programme_list_chosen(self) -> None:
        """Say more of the event under the cursor."""
        self._show_detail()

    def _show_detail(self) -> None:
        """The whole title and the organizers, which a row may have to cut."""
        event = event_numbered(self.conference, self.query_one(ProgrammeList).chosen)
        if event is None:
            words = styled("No event is planned beside the meetings. Press a to add one.", "quiet")
        else:
            organizers = event.organizers or "organizers not given"
            words = Content.assemble(
                styled(event.title, "strong"), styled(f"  {event.kind}, {organizers}", "quiet")
            )
        self.query_one("#detail", Static).update(words)

    def _ask(self, title: str, act: str, asks: tuple[str, ...]) -> None:
        """Ask for what changes of the event under the cursor."""
        number = self.query_one(ProgrammeList).chosen
        event = event_numbered(self.conference, number)
        if event is None:
            self.say(Said("No event is chosen. Press a to add one.", "bad"))
            return
        self.app.push_screen(
            ActDialog(
                f"{title} {number}: {event.title}",
                act,
                self._attempt,
                asks=asks,
                given={"event": str(number)},
                start=start_of(self.conference, event),
            )
        )

    def action_add(self) -> None:
        """Add an event."""
        title = "Add an event beside the meetings"
        start = {"mode": Mode.IN_PERSON.value}
        self.app.push_screen(
            ActDialog(title, "add-side-event", self._attempt, asks=ADD_ASKS, start=start)
        )

    def action_move(self) -> None:
        """Move the event to another time or room."""
        self._ask("Move", "move-side-event", MOVE_ASKS)

    def action_edit(self) -> None:
        """Correct the event."""
        self._ask("Edit", "edit-side-event", EDIT_ASKS)

    def action_cancel(self) -> None:
        """Cancel the event."""
        self._ask("Cancel", "cancel-side-event", ("reason",))

    def action_ledger(self, act: str) -> None:
        """Take the last act back, or do it again."""
        if (refused := self._attempt(make_command(act, {}))) is not None:
            self.say(Said(f"Refused: {in_keys(str(refused))}", "bad"))

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()
