"""Small dialogs that ask one thing: what to do with a row, which item, how to go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.screens.live import Modal
from plenary_tui.widgets.choices import Choices
from plenary_tui.widgets.fields import TextField
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import TALL, styled, styled_lines

T = TypeVar("T")
HEIGHTS = [(0, "-low"), (24, "-high"), (TALL, "-tall")]
"""Rows from which on a page with a few choices below it has room for both."""
ROOMY = [(0, "-low"), (27, "-high"), (TALL, "-tall")]
"""Rows from which on the longest choice leaves room for the line of keys below it."""


class Choice(Value, Generic[T]):
    """One thing that may be chosen.

    Attributes:
        value: what is answered.
        label: how it is shown.
        remark: what more to know of it.
        key: a key that chooses it at once; "" for the next free number.
    """

    value: T
    label: str
    remark: str = ""
    key: str = ""


class Pick(Modal[T | None], Generic[T]):
    """Asks to choose one; Escape answers None.

    Attributes:
        keys: those of the choices, each of which chooses its own at once.
    """

    VERTICAL_BREAKPOINTS = ROOMY
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(
        self,
        title: str,
        text: str,
        choices: tuple[Choice[T], ...],
        at: int | None = 0,
        *,
        numbered: bool = True,
        wraps: bool = True,
        careful: bool = False,
    ) -> None:
        """Make the dialog.

        Args:
            at: the place of the choice that Enter takes at first; None where it takes none.
            numbered: whether choices without a key of their own get a number.
            wraps: whether a long line of the text goes on in the next, or is cut off.
            careful: whether Enter does nothing just after the key that opened it.
        """
        super().__init__()
        self.careful = careful
        self._title = title
        self._text = text
        keys = iter("123456789" if numbered else "")
        self._choices = tuple(
            one if one.key else replace(one, key=next(keys, "")) for one in choices
        )
        self.keys = frozenset(one.key for one in self._choices if one.key)
        self._at = at
        self._wraps = wraps

    def compose(self) -> ComposeResult:
        """Title, a text, and the choices."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            if self._text:
                yield Static(
                    styled_lines(self._text), classes="text" if self._wraps else "text page"
                )
            yield Choices(*(Option(picture(one)) for one in self._choices), compact=True)
            yield KeysNamed("Enter choose   ↑↓ go through   Escape leave")

    def on_mount(self) -> None:
        """Offer the choice that is likely, if any is."""
        self.query_one(OptionList).highlighted = self._at

    def ask_anew(self, text: str, choices: tuple[Choice[T], ...], at: int | None) -> None:
        """Ask about what has changed meanwhile; each choice has a key of its own, as all had."""
        self._text, self._choices, self._at = text, choices, at
        self.keys = frozenset(one.key for one in choices)
        if not self.is_mounted:
            return  # it is made of that
        self.query_one(".text", Static).update(styled_lines(text))
        offered = self.query_one(Choices)
        if [picture(one) for one in choices] != [one.prompt for one in offered.options]:
            offered.set_options(Option(picture(one)) for one in choices)
            offered.highlighted = at

    def on_key(self, event: events.Key) -> None:
        """A choice's own key chooses it."""
        for one in self._choices:
            if one.key and event.key == one.key:
                event.stop()
                self.dismiss(one.value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer what was chosen."""
        self.dismiss(self._choices[event.option_index].value)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def stay_or_do(title: str, why: str, label: str, key: str = "y") -> Pick[bool]:
    """Asks whether something is meant; what Enter takes leaves everything as it is.

    Args:
        why: what is to be said of it first.
        label: it in a word or two.
        key: what means it; another one where `y` means something else on the page below.
    """
    choices = (Choice(False, "Stay", "nothing changes", "n"), Choice(True, label, "", key))
    return Pick(title, why, choices)


Trouble = Callable[[str], Sequence[str]]
"""What is wrong with a line that was typed, in lines; () if nothing is."""
TROUBLES_SHOWN = 8
"""How many lines of trouble a question shows."""


class AskLine(Modal[str | None]):
    """Asks for one line of text; Escape answers None.

    A line that something is wrong with stays there, with what that is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(
        self, title: str, value: str = "", trouble: Trouble = lambda typed: (), hint: str = ""
    ) -> None:
        """Make the question.

        Args:
            hint: where all that is wrong can be read, if it is more than is shown.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._trouble = trouble
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title and field."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            yield TextField("line", self._value)
            yield Static(id="refusal")
            yield KeysNamed("Enter take it   Escape leave")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer what was typed, if nothing is wrong with it."""
        typed = event.value.strip()
        wrong = list(self._trouble(typed)) if typed else []
        if not wrong:
            self.dismiss(typed)
            return
        if len(wrong) > TROUBLES_SHOWN:
            more = len(wrong) - TROUBLES_SHOWN + 1
            wrong = [*wrong[: TROUBLES_SHOWN - 1], f"and {more} more. {self._hint}".rstrip()]
        self.query_one("#refusal", Static).update(styled_lines("\n".join(wrong), "bad"))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


def picture(choice: Choice[T]) -> Content:
    """A choice in a line: its key, its label, and the remark."""
    key = styled(f"{choice.key or ' '}  ", "quiet")
    remark = Content.assemble("  ", styled(choice.remark, "quiet")) if choice.remark else ""
    return Content.assemble(key, styled(choice.label), remark)
