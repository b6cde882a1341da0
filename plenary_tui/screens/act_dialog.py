"""One dialog for every act that asks for something: fields, refusals in place, and their remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, assert_never

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from plenary_tui.actions import in_keys
from plenary_tui.actions.on_screen import as_meant, hint_of, label_of
from plenary_tui.actions.typed import Field, WrongUsage, amended, fields_of, make_command
from plenary_tui.procedure.decisions.sponsors import AddSponsor, RemoveSponsor
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Command, Refused, Remedy
from plenary_tui.procedure.speakers.alignment import Align, WithdrawAlignment
from plenary_tui.screens.live import Modal, is_there, where_in_dialog
from plenary_tui.screens.picks import Pick
from plenary_tui.widgets.fields import Candidate, ChoiceField, DelegationPicker, TextField
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled_lines

Attempt = Callable[[Command], Refused | None]
Search = Callable[[str], tuple[Candidate, ...]]
Question = Callable[[Command], Pick[bool] | None]

LEAVING = "Escape leave"
"""What Escape does in most dialogs, in words."""
FEW = 7
"""Up to so many fields have a line each, with room for what they are for."""
NOT_FOUND = (
    "Type other letters of its name, or its code; one that is late is registered first (register)."
)
"""What can be done where no delegation has the letters typed."""
SEVERAL = (Align.act, WithdrawAlignment.act, AddSponsor.act, RemoveSponsor.act)
"""Acts that take several delegations at once."""


class ActDialog(Modal[bool]):
    """Asks for the fields of one act and does it; stays open, with the reason, if it is refused.

    Answers whether the act was done.
    """

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
        leaving: str = LEAVING,
        question: Question = lambda command: None,
        careful: bool = False,
    ) -> None:
        """Make the dialog.

        Args:
            asks: the fields to ask for, by attribute.
            given: values that are not asked for.
            start: what the fields hold at first.
            search: finds delegations; where given, the field `delegation` picks one.
            refused: a refusal to begin with, when only its remedy is asked for.
            leaving: what Escape does, in words.
            question: what is asked before the act that the fields make is done.
            careful: whether Enter does nothing just after the key that opened it.
        """
        super().__init__()
        self.careful = careful
        self._question = question
        self._title = title
        self._act = act
        self._attempt = attempt
        self._asks = asks
        self._given = dict(given or {})
        self._start = dict(start or {})
        self._search = search
        self._refused = refused
        self._leaving = leaving
        self._remedies: dict[str, object] = {}
        self._tried: Command | None = None
        self._required = frozenset(
            one.attribute for one in fields_of(ACTS[act]) if one.required and one.attribute in asks
        )

    def compose(self) -> ComposeResult:
        """Title, fields, the refusal with its remedy, and the keys."""
        fields = {one.attribute: one for one in fields_of(ACTS[self._act])}
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            with Grid(classes="fields -few" if self._few else "fields"):
                for attribute in self._asks:
                    name = label_of(self._act, attribute, fields[attribute].name)
                    yield Label(name, classes="name")
                    yield self._widget(fields[attribute])
            yield Static(id="refusal")
            yield TextField("remedy")
            several = "   Tab next field" if len(self._asks) > 1 else ""
            yield KeysNamed(f"Enter do it{several}   {self._leaving}")

    def _widget(self, field: Field) -> Widget:
        value = self._start.get(field.attribute, "")
        if field.attribute == "delegation" and self._search is not None:
            instead = in_keys(NOT_FOUND, where_in_dialog(self))
            several = self._act in SEVERAL
            return DelegationPicker(self._search, value, several=several, instead=instead)
        if words := field.choices or field.offered:
            return ChoiceField(field.attribute, words, value)
        hint = hint_of(self._act, field.attribute, field.help)
        return TextField(field.attribute, value, hint=hint if self._few else "")

    @property
    def _few(self) -> bool:
        return len(self._asks) <= FEW

    def on_mount(self) -> None:
        """Show the refusal it began with; else begin with the first field."""
        if self._refused is not None:
            self.refuse(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in any field does the act."""
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Do the act with what the fields hold, once."""
        if not is_there(self):
            return
        try:
            command = self._command()
        except WrongUsage as wrong:
            self.refuse(Refused(wrong.plain))
            return
        except Refused as refused:
            self.refuse(refused)
            return
        asked = self._question(command)
        if asked is None:
            self._do(command)
        else:
            self.app.push_screen(asked, lambda meant: self._do(command) if meant else None)

    def _do(self, command: Command) -> None:
        """Do the act and leave, or say why it was refused."""
        refused = self._attempt(command)
        if refused is None:
            self.dismiss(True)
        else:
            self.refuse(refused)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(False)

    def refuse(self, refused: Refused) -> None:
        """Say why it was refused, and ask for the remedy if there is one."""
        before = self._refused.remedy if self._refused else Remedy.NONE
        self._refused = refused
        self.wants_confirming = refused.remedy is Remedy.CONFIRM
        ask = _asked(refused.remedy)
        self.query_one("#refusal", Static).update(
            styled_lines(
                "\n".join(
                    part for part in (in_keys(str(refused), where_in_dialog(self)), ask) if part
                ),
                "bad",
            )
        )
        wants_text = refused.remedy.is_reason
        remedy = self.query_one("#remedy", TextField)
        if wants_text and before.is_reason and before is not refused.remedy:
            remedy.clear()
        in_field = refused.remedy is Remedy.REASON and "reason" in self._asks
        remedy.set_class(wants_text and not in_field, "-asked")
        if in_field:
            self.query_one("#reason").focus()
        elif wants_text:
            remedy.focus()

    def _command(self) -> Command:
        command = make_command(self._act, self._values())
        self._take_remedy(command)
        self._tried = command
        return amended(command, **self._remedies) if self._remedies else command

    def _values(self) -> dict[str, object]:
        """What was given, and what the fields hold where that was changed or is needed."""
        values = dict(self._given)
        for attribute in self._asks:
            answer = self._answer(attribute)
            if answer != self._start.get(attribute, "") or attribute in self._required:
                values[attribute] = answer
        for attribute in self._required:
            if values.get(attribute) == "":
                del values[attribute]
        return values

    def _take_remedy(self, command: Command) -> None:
        """Keep what answers the last refusal, beside what answered those before it.

        What is to be confirmed is exactly what was refused: after a change it is asked anew.
        """
        if self._tried is not None and command != self._tried:
            self._remedies.pop("confirm", None)
        elif self._refused is not None and self._refused.remedy is Remedy.CONFIRM:
            self._remedies["confirm"] = True
        if self._refused is not None and self._refused.remedy.is_reason:
            typed = self.query_one("#remedy", TextField).answer
            if typed:
                self._remedies[self._refused.remedy.value] = typed

    def _answer(self, attribute: str) -> str:
        if attribute == "delegation" and self._search is not None:
            return self.query_one(DelegationPicker).answer
        answer = self.query_one(f"#{attribute}", TextField).answer
        return as_meant(self._act, attribute, answer)


def _asked(remedy: Remedy) -> str:
    """What is asked so that the act is not refused again; "" where nothing helps."""
    match remedy:
        case Remedy.NONE:
            return ""
        case Remedy.OVERRIDE:
            return "Reason to make an exception (it is recorded):"
        case Remedy.REASON:
            return "Reason (it is recorded):"
        case Remedy.CONFIRM:
            return "Press Enter once more to do it, Escape to leave it."
        case _:
            assert_never(remedy)
