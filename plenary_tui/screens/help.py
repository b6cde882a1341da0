"""All keys and acts, from the one registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from plenary_tui.actions import ACTIONS, GROUPS, Action, key_name
from plenary_tui.actions.drafts import SCREEN_KEY
from plenary_tui.widgets.panels import styled


class HelpScreen(ModalScreen[None]):
    """Every action with its keys, under the heading of its group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,f1", "leave", "Leave", show=False)
    ]

    def compose(self) -> ComposeResult:
        """A scrolling page."""
        with Vertical(classes="dialog help"):
            yield Label("Keys and acts", classes="title")
            with VerticalScroll():
                yield Static(help_page())
            yield Label("↑↓ PgUp PgDn scroll   Escape leave", classes="keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        """Back to the podium."""
        self.dismiss()


def help_page() -> Content:
    """The page of help."""
    lines: list[Content] = []
    for group in GROUPS:
        lines.append(styled(group.upper(), "strong"))
        lines.extend(_line(row) for row in ACTIONS if row.group == group)
        lines.append(Content(""))
    lines.append(styled("Every act can also be typed after : or as `plenary do ACT`.", "quiet"))
    return Content("\n").join(lines)


def _line(row: Action) -> Content:
    keys = " ".join(key_name(key) for key in row.keys) or ("Enter" if row.on_row else "")
    keys = keys or (f"{key_name(SCREEN_KEY)} {row.local}" if row.local else "")
    typed = f"  :{row.act}" if row.act else ""
    return Content.assemble(
        styled(f" {keys:<10} ", "strong"), styled(row.help), styled(typed, "quiet")
    )
