"""The page on which a vote by name is keyed in: a key for each State, down the roll.

Nothing is recorded by these keys. Enter shows what it comes to in the dialog of the vote, where the
numbers that were counted are typed and checked against the names; that records it, as one act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from plenary_tui.actions import On, Page, key_name, on_page
from plenary_tui.actions.action import Task
from plenary_tui.actions.reached import fields_at_once
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.page_keys import acting, leaving
from plenary_tui.screens.picks import HEIGHTS, stay_or_do
from plenary_tui.screens.presses import Press
from plenary_tui.views.podium import roll_call
from plenary_tui.views.podium.roll_call import RollCall
from plenary_tui.widgets.bottom import FilterLine, LineField, MessageLine
from plenary_tui.widgets.bottom import Said as Told
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled
from plenary_tui.widgets.roll_lines import RollLines

Recorded = Callable[[Conference], Mapping[str, roll_call.Said]]
"""Who voted how on record, by id; empty where that is not known."""
Record = Callable[[RollCall, Callable[[], None]], None]
"""Asks for the numbers of a vote and records it; calls the second once it is recorded."""
STAYS = 4
"""Steps for which what was said stays: a key that was not done, perhaps."""
NOBODY = "Nobody has voted yet: key in who voted how first."
HELD = "A key that is held down votes once."
PASTED = "“{letters}” came all at once, as pasted text does: nobody voted by it."
NOT_FOUND = "No party that votes is called so."


class ByNameScreen(LiveScreen[None]):
    """Keys in who voted how; answers nothing, and records only through the dialog of the vote."""

    PAGE = Page.ROLL_CALL
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "RollLines"
    takes_bursts = True
    BINDINGS: ClassVar[list[BindingType]] = [
        leaving(PAGE),
        *acting(PAGE),
        Binding("backspace", "back", "One back", show=False),
        Binding("enter", "confirm", "The numbers", show=False),
    ]

    def __init__(
        self,
        conference: Conference,
        now: Instant,
        what: str,
        record: Record,
        pressed: Callable[[str], Press],
        recorded: Recorded,
        *,
        asked: str = "",
    ) -> None:
        """Make the page.

        Args:
            what: on what the vote is, in words.
            pressed: tells what the key is that is being done.
            recorded: tells who voted how where that was recorded, now or by another meanwhile.
            asked: what is done at first, by the id of the action; "" for nothing.
        """
        super().__init__(conference, now)
        self._what, self._record, self._pressed = what, record, pressed
        self._asked = asked
        self._recorded, self._begun = recorded, recorded(conference)
        self._roll = RollCall(roll_call.called(conference), self._begun)
        self._unless_held: RollCall | None = None
        self._was_held, self._said, self._since_said = "", False, 0

    def compose(self) -> ComposeResult:
        """The clock, what it comes to, the roll, and the keys."""
        with Vertical(classes="dialog whole by-name"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="sum")
            yield FilterLine("letters of a name: goes there   (Escape leaves)")
            yield RollLines()
            yield MessageLine()
            keys = (*self._votes_line(), *self.may_do.line(self.PAGE), "Backspace back")
            ends = ("Enter record", "Escape leave")
            yield KeysNamed("  ".join((*keys, *ends)))

    def _voting(self) -> On:
        """The keys by which States vote."""
        (at,) = (at for _, at in on_page(self.PAGE) if at.at_once)
        return at

    def _votes_line(self) -> tuple[str, ...]:
        """The keys of the votes, with what each says."""
        at = self._voting()
        votes = (f"{key_name(key)} {given['vote']}" for key, given in at.at_once.items())
        return (*votes, f"{key_name(at.key)} none")

    def on_mount(self) -> None:
        """Show the roll, the cursor on whoever is called first."""
        super().on_mount()
        if self._asked:
            self.call_after_refresh(self.action_act, self._asked)

    @property
    def subject(self) -> str:
        """The title."""
        return f"Vote by name on {self._what}"

    @property
    def roll(self) -> RollCall:
        """Who voted how so far."""
        return self._roll

    def show_state(self, before: Conference | None) -> None:
        """Show the roll at first, and another one where it became another meanwhile.

        So it does where parties were registered, or where another corrects who voted how; a vote
        that is taken back leaves what was keyed in.
        """
        was, self._begun = self._begun, self._recorded(self.conference)

        def as_it_is(roll: RollCall) -> RollCall:
            roll = roll.among(roll_call.called(self.conference))
            return roll.followed(was, self._begun) if self._begun else roll

        roll = as_it_is(self._roll)
        if before is self.conference or roll is not self._roll:
            self._unless_held = as_it_is(self._unless_held) if self._unless_held else None
            self._go_on(roll)

    def say(self, said: Told) -> None:
        """Say what was recorded or refused."""
        self._said, self._since_said = bool(said.text), 0
        self.query_one(MessageLine).value = said.in_keys(self.where)

    def _go_on(self, roll: RollCall) -> None:
        """Show another state of the roll."""
        self._roll = roll
        self.query_one("#sum", Static).update(styled(roll.line, "strong"), layout=False)
        self.query_one(RollLines).show(roll)

    def on_drawn_lines_moved(self) -> None:
        """Arrows and clicks go to another State."""
        place = self.query_one(RollLines).cursor
        if place is not None:
            self._roll = self._roll.goes_to(place)

    def on_paste(self, event: events.Paste) -> None:
        """So many letters at once are no votes; it is told, for the roll has not gone on."""
        event.stop()
        self.say(Told(PASTED.format(letters=shown(event.text[:20])), "warn"))

    def _is_held(self, key: str) -> bool:
        """Whether a key is still the press before it; then nothing is done.

        The first repeat comes as late as the same key pressed again by a quick hand. So it is taken
        for that, and what it did is taken back when more of the same follow at once.
        """
        press = self._pressed(key)
        if press is Press.HELD:
            if self._unless_held is not None:
                self._go_on(self._unless_held)
            self._unless_held, self._was_held = None, key
            self.say(Told(HELD, "warn"))
            return True
        in_doubt = press is Press.DOUBTFUL or self._was_held == key
        self._unless_held, self._was_held = (self._roll if in_doubt else None), ""
        if self._said and self._since_said >= STAYS:
            self.say(Told(""))
        self._since_said += 1
        return False

    def action_act(self, identity: str) -> None:
        """The State under the cursor does not vote; or letters of a name are asked for."""
        if identity == Task.FIND_VOTER:
            self.query_one(FilterLine).open()
        elif not self._is_held(self._voting().key):
            self._go_on(self._roll.says(None))

    def action_act_at_once(self, identity: str, key: str) -> None:
        """The State under the cursor votes as the key says."""
        if not self._is_held(key):
            said = roll_call.Said(str(fields_at_once(self.PAGE, key)["vote"]))
            self._go_on(self._roll.says(said))

    def action_back(self) -> None:
        """Take the last step back."""
        if not self._is_held("backspace"):
            self._go_on(self._roll.back())

    @on(FilterLine.Changed, "FilterLine")
    def go_to_found(self, event: FilterLine.Changed) -> None:
        """Go to the State that the letters mean."""
        event.stop()
        place = self._roll.place_of(self.conference, event.value)
        if place is not None:
            self._go_on(self._roll.goes_to(place))
        nobody = event.value.strip() and place is None
        self.say(Told(NOT_FOUND, "warn") if nobody else Told(""))

    def on_line_field_released(self, event: LineField.Released) -> None:
        """The letters are done: the keys vote again."""
        event.stop()
        line = self.query_one(FilterLine)
        if line.value:
            line.action_close()
        self.query_one(RollLines).focus()

    def action_confirm(self) -> None:
        """Ask for the numbers that were counted, and record the vote."""
        if not self._roll.votes:
            self.say(Told(NOBODY, "warn"))
        else:
            self._record(self._roll, self._leave_soon)

    def action_leave(self) -> None:
        """Back; where anything was keyed in, only if that is meant."""
        if self._roll.votes == self._begun:
            self._left()
            return
        why = f"{self._roll.line}. Nothing of it is recorded; it is lost."
        self.app.push_screen(
            stay_or_do(self.subject, why, "Leave", "l"),
            lambda meant: self._left() if meant else None,
        )

    def _leave_soon(self) -> None:
        """Leave once the dialog over this page is gone."""
        self.app.call_later(self._left)

    def _left(self) -> None:
        self.dismiss(None)
