"""The foot of the podium: what was done last, the keys that apply now, and the `:` line."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input

from plenary_tui.actions import Action, Where, in_footer, in_keys, key_name, to_type
from plenary_tui.actions.may_do import MayDo
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.fitting import cropped
from plenary_tui.widgets.panels import Panel, styled


class Said(Value):
    """The last thing said to the officer."""

    text: str
    tone: Tone = "plain"

    def in_keys(self, where: Where) -> Said:
        """The same with keys in place of the acts that it names."""
        return Said(in_keys(self.text, where), self.tone)

    def to_type(self) -> Said:
        """The same for whoever types acts."""
        return Said(to_type(self.text), self.tone)


class MessageLine(Panel[Said]):
    """What was done last, or why it was refused; it stays until the next."""

    MOST = 3
    """Rows that it has at most; what is longer ends with a sign that it goes on."""
    DEFAULT_CSS = f"MessageLine {{ height: auto; max-height: {MOST}; padding: 0 1; }}"

    def picture(self, value: Said) -> Content:
        mark = {"bad": "✗ ", "good": "✓ ", "warn": "! "}.get(value.tone, "")
        said = mark + value.text
        if width := self.content_size.width:
            lines = [line.plain.rstrip() for line in Content(said).wrap(width)]
            if len(lines) > self.MOST:
                last = cropped(f"{lines[self.MOST - 1]}{' ' * width}", width)
                said = " ".join((*lines[: self.MOST - 1], last))
        return styled(said, value.tone)


class KeysNow(Value):
    """The keys that apply now: their actions, the likeliest first, and last Help.

    Attributes:
        closed: the ids of those that this station may not do.
    """

    rows: tuple[Action, ...]
    closed: frozenset[str] = frozenset()

    def label(self, row: Action) -> str:
        """What stands on the line for an action: in brackets where it may not be done."""
        label = f"{key_name(row.keys[0])} {row.label}"
        return f"({label})" if row.id in self.closed else label


def keys_now(conference: Conference, may_do: MayDo) -> KeysNow:
    """What the last line names now; what may not be done stands behind the rest."""
    rows = in_footer(conference)
    closed = [row for row in rows if may_do.refusal(row) is not None]
    *likely, last = (row for row in rows if row not in closed)
    return KeysNow((*likely, *closed, last), frozenset(row.id for row in closed))


class KeysLine(Panel[KeysNow]):
    """The keys that apply now; a click does what the key does, or says why it may not be done."""

    DEFAULT_CSS = "KeysLine { height: 1; background: $panel; padding: 0 1; }"

    class Clicked(Message):
        """A key's label was clicked."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def picture(self, value: KeysNow) -> Content:
        return Content("  ").join(self._named(value, row) for row in self._in_sight(value))

    def _named(self, value: KeysNow, row: Action) -> Content:
        if row.id in value.closed:
            return styled(value.label(row), "quiet")
        return Content.assemble(
            styled(key_name(row.keys[0]), "strong"), " ", styled(row.label, "quiet")
        )

    def _in_sight(self, value: KeysNow) -> tuple[Action, ...]:
        """The actions there is room for, the likeliest first; the last one, Help, always."""
        *likely, last = value.rows
        left = self.content_size.width - len(value.label(last))
        shown = []
        for row in likely:
            left -= len(value.label(row)) + 2
            if left < 0:
                break
            shown.append(row)
        return (*shown, last)

    def on_click(self, event: events.Click) -> None:
        """Find the label under the mouse; of a double click the first is meant."""
        if event.chain > 1:
            return
        value, start = self.value, self.gutter.left
        if value is None:
            return
        for row in self._in_sight(value):
            end = start + len(value.label(row))
            if start <= event.x < end:
                self.post_message(self.Clicked(row))
                return
            start = end + 2


class LineField(Input):
    """A line that is hidden until it is opened, and hidden again by Escape."""

    DEFAULT_CSS = """
    LineField { display: none; }
    LineField.-open { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Leave", show=False)]

    class Released(Message):
        """The line needs no keys any longer."""

    def open(self) -> None:
        """Show the line and let it take what is typed."""
        self.add_class("-open")
        self.display = True
        self.screen.set_focus(self)

    def action_close(self) -> None:
        """Empty and hide the line."""
        self.value = ""
        self.remove_class("-open")
        self.display = False
        self.release()

    def release(self) -> None:
        """Give the keys back to the screen."""
        self.post_message(self.Released())


class FilterLine(LineField):
    """The letters that rows of the list must have; Enter keeps them, Escape shows all."""

    def __init__(self, placeholder: str = "letters of a name   (Escape shows all)") -> None:
        super().__init__(placeholder=placeholder, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the letters; without any, hide the line."""
        event.stop()
        if event.value.strip():
            self.release()
        else:
            self.action_close()


class CommandLine(LineField):
    """The `:` line, where any act can be typed.

    It lies over the keys, which do not apply while letters are typed, so that nothing else moves,
    nor is painted anew, when it is opened and closed.
    """

    DEFAULT_CSS = "CommandLine { layer: over; dock: bottom; }"

    class Typed(Message):
        """A line was typed."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    def __init__(self) -> None:
        super().__init__(
            placeholder="an act, e.g. extend-time --seconds 60   (Escape leaves)",
            compact=True,
            suggester=SuggestFromList(tuple(ACTS), case_sensitive=False),
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the line on; whoever takes it closes it if it was done."""
        event.stop()
        if event.value.strip():
            self.post_message(self.Typed(event.value))
        else:
            self.action_close()
