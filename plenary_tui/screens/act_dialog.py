"""One dialog for every act that asks for something: fields, refusals in place, and their remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from plenary_tui.acts import Field, WrongUsage, amended, fields_of, make_command
from plenary_tui.procedure.act import Command, Refused
from plenary_tui.procedure.events import ACTS
from plenary_tui.widgets.fields import Candidate, ChoiceField, DelegationPicker, TextField
from plenary_tui.widgets.panels import styled_lines

Attempt = Callable[[Command], Refused | None]
Search = Callable[[str], tuple[Candidate, ...]]

ASKED = {
    "override": "Reason to make an exception (it is recorded):",
    "reason": "Reason (it is recorded):",
    "confirm": "Press Enter once more to do it, Escape to leave it.",
}


class ActDialog(ModalScreen[None]):
    """Asks for the fields of one act and does it; stays open, with the reason, if it is refused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("enter", "submit", "Do it", show=False),
    ]

    def __init__(
        self,
        title: str,
        act: str,
        attempt: Attempt,
        *,
        asks: tuple[str, ...] = (),
        given: Mapping[str, object] | None = None,
        start: Mapping[str, str] | None = None,
        search: Search | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            asks: the fields to ask for, by attribute.
            given: values that are not asked for.
            start: what the fields hold at first.
            search: finds delegations; where given, the field `delegation` picks one.
            refused: a refusal to begin with, when only its remedy is asked for.
        """
        super().__init__()
        self._title = title
        self._act = act
        self._attempt = attempt
        self._asks = asks
        self._given = dict(given or {})
        self._start = dict(start or {})
        self._search = search
        self._refused = refused
        self._required = frozenset(
            one.attribute for one in fields_of(ACTS[act]) if one.required and one.attribute in asks
        )

    def compose(self) -> ComposeResult:
        """Title, fields, the refusal with its remedy, and the keys."""
        fields = {one.attribute: one for one in fields_of(ACTS[self._act])}
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            with Grid(classes="fields"):
                for attribute in self._asks:
                    yield Label(fields[attribute].name.replace("-", " "), classes="name")
                    yield self._widget(fields[attribute])
            yield Static(id="refusal")
            yield TextField("remedy")
            yield Label("Enter do it   Tab next field   Escape leave", classes="keys")

    def _widget(self, field: Field) -> Widget:
        value = self._start.get(field.attribute, "")
        if field.attribute == "delegation" and self._search is not None:
            return DelegationPicker(self._search, value)
        if field.choices:
            return ChoiceField(field.attribute, field.choices, value)
        return TextField(field.attribute, value)

    def on_mount(self) -> None:
        """Show the refusal it began with; else begin with the first field."""
        if self._refused is not None:
            self.refuse(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in any field does the act."""
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Do the act with what the fields hold."""
        try:
            command = self._command()
        except WrongUsage as wrong:
            self.refuse(Refused(str(wrong)))
            return
        except Refused as refused:
            self.refuse(refused)
            return
        refused_now = self._attempt(command)
        if refused_now is None:
            self.dismiss()
        else:
            self.refuse(refused_now)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss()

    def refuse(self, refused: Refused) -> None:
        """Say why it was refused, and ask for the remedy if there is one."""
        self._refused = refused
        ask = ASKED.get(refused.remedy, "")
        self.query_one("#refusal", Static).update(
            styled_lines("\n".join(part for part in (str(refused), ask) if part), "bad")
        )
        wants_text = refused.remedy in ("override", "reason")
        remedy = self.query_one("#remedy", TextField)
        remedy.set_class(wants_text and "reason" not in self._asks, "-asked")
        if wants_text and "reason" in self._asks and refused.remedy == "reason":
            self.query_one("#reason").focus()
        elif wants_text:
            remedy.focus()

    def _command(self) -> Command:
        values = dict(self._given)
        for attribute in self._asks:
            answer = self._answer(attribute)
            if answer != self._start.get(attribute, "") or attribute in self._required:
                values[attribute] = answer
        for attribute in self._required:
            if values.get(attribute) == "":
                del values[attribute]
        command = make_command(self._act, values)
        remedy = self._refused.remedy if self._refused else ""
        if remedy == "confirm":
            return amended(command, confirm=True)
        if remedy in ("override", "reason"):
            typed = self.query_one("#remedy", TextField).answer
            return amended(command, **{remedy: typed}) if typed else command
        return command

    def _answer(self, attribute: str) -> str:
        if attribute == "delegation" and self._search is not None:
            return self.query_one(DelegationPicker).answer
        return self.query_one(f"#{attribute}", TextField).answer
