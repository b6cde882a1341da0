"""All keys and acts, from the one registry; letters typed show those alone that have them."""

from __future__ import annotations

import textwrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from plenary_tui.actions import ACTIONS, GROUPS, Action, Page, key_name, keys_of, opening_keys
from plenary_tui.actions.may_do import MayDo
from plenary_tui.actions.typed import fields_of
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.text import folded
from plenary_tui.screens.live import Modal, is_there
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import styled

TYPED = "Every act can also be typed after : or as `plenary do ACT`."
BRACKETS = "In brackets is what this station may not ask for."
ALL = MayDo()
UNSAID = frozenset({"override", "confirm", "reason", "entry", "item", "body", "to"})
"""Fields by which no act is looked for: too many have them."""
KEYS_WIDTH = 11
"""Columns of the keys, with the space after them."""


OPENING = opening_keys(Page.HELP)
"""The keys that open the page; they leave it too, a sign where it would be typed."""


class HelpScreen(Modal[None]):
    """Every action with its keys, under the heading of its group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(("escape", *OPENING)), "leave", "Leave", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
    ]

    def __init__(self, may_do: MayDo) -> None:
        """Make it for what may be done here."""
        super().__init__()
        self._may_do = may_do

    def compose(self) -> ComposeResult:
        """What is looked for, and a scrolling page."""
        with Vertical(classes="dialog whole help"):
            yield Label("Keys and acts", classes="title")
            yield Input(placeholder="type to find: reply, vote, absent, ...", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="page")
            yield KeysNamed("type to find   ↑↓ PgUp PgDn scroll   Escape leave")

    def on_mount(self) -> None:
        """Let letters find."""
        self.query_one(Input).focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._show)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the letters; the key that opened the page leaves it."""
        event.stop()
        if event.value.endswith(tuple(map(key_name, OPENING))):
            self.dismiss()
            return
        self._show()

    def _show(self) -> None:
        if not is_there(self):
            return  # it was left before its first frame
        width = self.query_one("#page", Static).size.width
        matching = self.query_one(Input).value
        self.query_one("#page", Static).update(help_page(width, matching, self._may_do))

    def action_scroll(self, step: int) -> None:
        """A line up or down."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """A page up or down."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=step * (scroll.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()


def help_page(width: int, matching: str = "", may_do: MayDo = ALL) -> Content:
    """The page of help, its lines broken at that width; of actions that have all words typed."""
    wanted = folded(matching).split()
    lines: list[Content] = []
    for group in GROUPS:
        rows = [row for row in ACTIONS if row.group == group and _has(row, wanted)]
        if rows:
            lines.append(styled(group.upper(), "strong"))
            for row in rows:
                lines.extend(_lines(row, width, closed=may_do.refusal(row) is not None))
            lines.append(Content(""))
    if not lines:
        lines = [styled(f"Nothing here has “{matching.strip()}”.", "warn"), Content("")]
    told = TYPED if may_do.acts is None else f"{BRACKETS} {TYPED}"
    lines.extend(styled(line, "quiet") for line in textwrap.wrap(told, max(20, width)))
    return Content("\n").join(lines)


def _has(row: Action, wanted: list[str]) -> bool:
    text = folded(
        f"{row.label} {row.help} {row.act} {row.group} {' '.join(row.words)} {_told(row)}"
    )
    return all(word in text for word in wanted)


def _told(row: Action) -> str:
    """What can be told with its act, such as a video, a rank or a group, in words."""
    fields = fields_of(ACTS[row.act]) if row.act else ()
    return " ".join(
        f"{one.name} {' '.join(one.choices)} {one.help}"
        for one in fields
        if one.attribute not in row.preset and one.attribute not in UNSAID
    )


def _lines(row: Action, width: int, *, closed: bool) -> list[Content]:
    """An action: its keys, what it does, and how it is typed where there is room for it.

    Args:
        closed: whether it may not be done here: it is grey, and its keys are in brackets.
    """
    room = max(20, width - KEYS_WIDTH - 1)
    first, *rest = textwrap.wrap(row.help, room)
    typed = f"  :{row.act}" if row.act else ""
    if rest or len(first) + len(typed) > room:
        typed = ""
    keys = f"({keys_of(row)})" if closed else keys_of(row)
    named: Tone = "quiet" if closed else "strong"
    plain: Tone = "quiet" if closed else "plain"
    under = " " * (KEYS_WIDTH + 1)
    return [
        Content.assemble(
            styled(f" {keys:<{KEYS_WIDTH}}", named), styled(first, plain), styled(typed, "quiet")
        ),
        *(styled(f"{under}{line}", plain) for line in rest),
    ]
