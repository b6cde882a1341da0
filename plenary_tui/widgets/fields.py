"""Fields of a dialog: text, a word from a closed set, a delegation found as one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.widgets.fitting import cropped
from plenary_tui.widgets.panels import styled

SHOWN = 4
"""Rows in which candidates are shown, where there is no more room."""
ROOM = 60
"""Columns that are reckoned with until it is known how many there are."""


class TextField(Input):
    """One line of text; what it holds is selected once one comes to it, and gives way to typing."""

    def __init__(self, name: str, value: str = "", hint: str = "") -> None:
        super().__init__(value, placeholder=hint, id=name, compact=True, select_on_focus=True)

    @property
    def answer(self) -> str:
        """What was typed."""
        return self.value.strip()


class ChoiceField(TextField):
    """Words to choose from: type the beginning of one, or go through them with the arrow keys.

    What else is typed stays as it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    def __init__(self, name: str, choices: tuple[str, ...], value: str = "") -> None:
        super().__init__(name, value, hint="↓ " + ", ".join(choices))
        self.choices = choices
        self.suggester = SuggestFromList(choices, case_sensitive=False)

    def action_step(self, by: int) -> None:
        """Put the next or previous choice into the field."""
        now = (
            self.choices.index(self.answer) if self.answer in self.choices else -1 if by > 0 else 0
        )
        self.value = self.choices[(now + by) % len(self.choices)]
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """Show the choice whole whose beginning was typed."""
        self.value = self.answer

    @property
    def answer(self) -> str:
        """The one choice whose beginning was typed; what was typed if there is not just one."""
        typed = self.value.strip()
        matches = [
            one for one in self.choices if one.casefold().startswith(typed.casefold()) and typed
        ]
        return matches[0] if len(matches) == 1 else typed


class Candidate(Value):
    """A delegation that may be meant.

    Attributes:
        remark: what to know about it.
        doubtful: whether it is meant only when it is chosen with the arrows.
    """

    id: str
    name: str
    remark: str
    doubtful: bool = False


NOBODY = -1
"""The place of the candidate that is chosen, where none is."""
CHOOSE = "Choose with ↓, or type on."


class Candidates(Static):
    """The candidates, the chosen one marked and whole; or that there is none."""

    DEFAULT_CSS = f"Candidates {{ height: {SHOWN}; }}"


class DelegationPicker(Vertical):
    """Finds a delegation as one types; the first found is chosen until the arrows move on.

    Where all that is found is doubtful, none is chosen before the arrows choose it.
    Where several may be given, a comma takes the one that is chosen, and the next is found.
    """

    DEFAULT_CSS = "DelegationPicker { height: auto; }"

    chosen: var[int] = var(0)

    def __init__(
        self,
        search: Callable[[str], tuple[Candidate, ...]],
        value: str = "",
        *,
        several: bool = False,
        instead: str = "",
    ) -> None:
        """Make the picker.

        Args:
            several: whether several may be given, parted by commas.
            instead: what can be done where nothing is found.
        """
        super().__init__()
        self._search = search
        self._instead = instead
        self._start = value
        self._several = several
        self._typed = ""
        self._found: tuple[Candidate, ...] = ()
        self._taken: dict[str, Candidate] = {}

    def compose(self) -> ComposeResult:
        """The field, and the candidates below it."""
        more = "; a comma, and the next" if self._several else ""
        hint = f"three letters of its name, or its code{more}"
        yield TextField("delegation", self._start, hint=hint)
        yield Candidates()

    def _parts(self, text: str) -> tuple[list[str], str]:
        """What was typed before the last comma, and what after it."""
        *before, last = text.split(",") if self._several else [text]
        return [one.strip() for one in before if one.strip()], last.strip()

    @property
    def answer(self) -> str:
        """The id of the delegation chosen, or what was typed if nothing was found.

        Where several are given, those taken before it, and commas between them.
        """
        before, _ = self._parts(self.query_one(TextField).answer)
        last = self._found[self.chosen].id if self._is_chosen else self._typed
        taken = [self._taken[one].id if one in self._taken else one for one in before]
        return ",".join((*taken, last)) if last or not taken else ",".join(taken)

    @property
    def _is_chosen(self) -> bool:
        return bool(self._found) and self.chosen != NOBODY

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search anew; what is typed before a comma is taken as it was chosen."""
        event.stop()
        before, typed = self._parts(event.value)
        for one in before:
            if one == self._typed and self._is_chosen:
                self._taken[one] = self._found[self.chosen]
            elif one not in self._taken and (found := self._search(one)) and not found[0].doubtful:
                self._taken[one] = found[0]
        self._typed = typed
        self._found = self._search(typed) if typed or not before else ()
        self.chosen = NOBODY if self._found and self._found[0].doubtful else 0
        self._show(before)

    def on_key(self, event: events.Key) -> None:
        """Let the arrows choose."""
        step = {"down": 1, "up": -1}.get(event.key)
        if step is None or not self._found:
            return
        event.stop()
        event.prevent_default()
        self.chosen = max(0, min(len(self._found) - 1, self.chosen + step))
        self._show(self._parts(self.query_one(TextField).value)[0])

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._show(self._parts(self.query_one(TextField).value)[0])

    def _show(self, before: list[str]) -> None:
        """The candidates, under those taken already; or that nothing was found."""
        shown = self.query_one(Candidates)
        width, rows = shown.size.width or ROOM, shown.size.height or SHOWN
        lines = []
        if before:
            names = (self._taken[one].name if one in self._taken else f"{one}?" for one in before)
            lines.append(styled(cropped(f"✓ {', '.join(names)}", width), "good"))
        if self._found:
            lines += self._candidates(width, rows - len(lines))
        elif self._typed:
            lines.append(styled(f"No delegation has “{self._typed}”. {self._instead}", "warn"))
        shown.update(Content("\n").join(lines))

    def _candidates(self, width: int, rows: int) -> list[Content]:
        """Those found, a line each; the chosen one whole, if need be in more lines than one."""
        if self._is_chosen:
            chosen = _whole(self._found[self.chosen], width)
        else:
            chosen = [styled(cropped(f"“{self._typed}”? {CHOOSE}", width), "warn")]
        others = max(0, rows - len(chosen))
        first = max(0, self.chosen - others)
        lines: list[Content] = [] if self._is_chosen else chosen
        if not self._is_chosen:
            others -= 1
        for place, one in enumerate(self._found[first : first + others + 1], start=first):
            if place == self.chosen:
                lines += chosen
            else:
                name, remark = styled(f"  {one.name}  "), styled(one.remark, "quiet")
                lines.append(Content.assemble(name, remark).truncate(width, ellipsis=True))
        return lines


def _whole(one: Candidate, width: int) -> list[Content]:
    """The chosen candidate with its name and remark in full, in lines of so many columns."""
    name, remark = styled(f"▶ {one.name}", "strong"), styled(one.remark, "quiet")
    line = Content.assemble(name, "  ", remark)
    if line.cell_length <= width:
        return [line]
    return [*name.wrap(width), *Content.assemble("  ", remark).wrap(width)]
