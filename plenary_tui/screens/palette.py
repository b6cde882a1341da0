"""The command palette: every action of the registry, found by its words."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import (
    Command,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import Screen
from textual.widgets import Button, Input

from plenary_tui.actions import ACTIONS, Action, Page, key_name
from plenary_tui.screens.live import is_there
from plenary_tui.screens.officer import Officer
from plenary_tui.widgets.choices import has_room

BY_NAME = 100.0
"""What is typed as it is called comes before all that only has the letters."""


class Palette(CommandPalette):
    """Textual's palette, which does what was chosen once, and is left once, whatever is pressed."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave it; nothing once it is left."""
        return super().dismiss(result) if is_there(self) else AwaitComplete()

    def _select_or_command(self, event: Input.Submitted | Button.Pressed | None = None) -> None:
        super()._select_or_command(event)
        if not is_there(self):
            self._selected_command = None

    def _action_command_list(self, action: str) -> None:
        if has_room(self.query_one(CommandList)) or not action.startswith("page"):
            super()._action_command_list(action)


def open_palette(app: App[Any]) -> None:
    """Open the palette, unless it is open."""
    if not isinstance(app.screen, Palette):
        app.push_screen(Palette())


class ActionProvider(Provider):
    """Finds actions; those on a row act on the row that is selected."""

    async def discover(self) -> Hits:
        """All of them, while nothing has been typed."""
        for row in ACTIONS:
            if row.id != Page.PALETTE:
                title, why = self._as_it_may_be_done(row, Content(_title(row)))
                yield DiscoveryHit(title, self._call(row), _title(row), why or row.help)

    async def search(self, query: str) -> Hits:
        """Those whose words match what was typed."""
        matcher = self.matcher(query)
        for row in ACTIONS:
            text = f"{_title(row)} {row.help}"
            best = max((text, *row.words), key=matcher.match)
            shown = text if best == text else f"{text} ({best})"
            if (score := matcher.match(best)) > 0:
                if row.label.casefold().startswith(query.casefold()):
                    score += BY_NAME
                found, why = self._as_it_may_be_done(row, matcher.highlight(shown))
                yield Hit(score, found, self._call(row), help=why or row.act)

    def _as_it_may_be_done(self, row: Action, display: Content) -> tuple[Content, str]:
        """How an action is shown, and why it may not be done here; "" if it may."""
        why = self._officer.podium.may_do.why_not(row)
        return display.stylize("dim") if why else display, why

    def _call(self, row: Action) -> partial[None]:
        entry = getattr(self.screen, "selected", None) if row.on_row else None
        return partial(self._officer.ask, row, entry)

    @property
    def _officer(self) -> Officer:
        return cast(Officer, self.app)


def _title(row: Action) -> str:
    keys = ", ".join(key_name(key) for key in row.keys)
    return f"{row.label} ({keys})" if keys else row.label


def is_for_another_word(palette: Screen[Any]) -> bool:
    """Whether the action that Enter would take was found by a word that has been changed since.

    What was found stays for a moment where nothing has the letters typed.
    """
    found = palette.query_one(CommandList)
    if found.highlighted is None:
        return False
    option = found.get_option_at_index(found.highlighted)
    typed = palette.query_one(Input).value.strip()
    if not typed or not isinstance(option, Command):
        return False
    return Matcher(typed).match(str(option.hit.text)) <= 0
