"""What every app of the house has: themes, keys in their order, words for what nobody foresaw."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from plenary_tui.apps.courtesy import Courtesy
from plenary_tui.apps.keyboard import FASTER_THAN_A_HAND, Keyboard, Pressed
from plenary_tui.settings import Settings
from plenary_tui.widgets.themes import THEMES

Answer = TypeVar("Answer")
DIALOGS = Path(__file__).with_name("dialogs.tcss")
"""How pages and dialogs look that stand over the first screen of an app."""


class Shell(App[Answer]):
    """An app with the themes of the settings that never ends with a traceback.

    Attributes:
        courtesy: knows when a key came, so that work beside the screen gives way.
        keyboard: takes what is typed, in its order.
    """

    REASSURANCE = "Open it again: nothing is lost."
    LETTERS_WAIT: ClassVar[float] = FASTER_THAN_A_HAND

    def __init__(self, *, settings: Settings, report: Callable[[Exception], str]) -> None:
        """Make the app; `report` is called with an error nobody foresaw and returns a sentence."""
        super().__init__(driver_class=terminal())
        self.courtesy = Courtesy()
        self._settings = settings
        self._report = report
        self.keyboard = Keyboard(self, self.give, self.LETTERS_WAIT)
        for theme in THEMES.values():
            self.register_theme(theme)
        dress(self, THEMES[settings.theme])

    async def on_event(self, event: events.Event) -> None:
        """Whatever happens; what is typed waits until what was typed before is done."""
        if isinstance(event, Pressed) and not event.is_forwarded:
            self.courtesy.came()
            await self.keyboard.take(as_typed(event))
        else:
            await super().on_event(event)

    async def give(self, pressed: Pressed) -> bool:
        """Give a key or a paste to the page that is shown; whether something may come of it."""
        await super().on_event(pressed)
        return True

    def action_hang_up(self) -> None:
        """The terminal is gone: end in order."""
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Leave one sentence instead of a traceback."""
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self._return_code = 1
            self.panic(Text(f"{self._report(error)} {self.REASSURANCE}"))

    def panic(self, *renderables: RenderableType) -> None:
        """End with these words; what fails after that, for want of memory maybe, adds none."""
        if self._exit_renderables:
            self._close_messages_no_wait()
        else:
            super().panic(*renderables)


def terminal() -> type[Driver] | None:
    """How what is typed is read; None for Textual's own way."""
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from plenary_tui.apps.terminal import Terminal

    return Terminal


def dress(app: Shell[Answer], theme: Theme) -> None:
    """Give an app a theme before anything has a style; set later, all styles are made anew."""
    app.set_reactive(App.theme, theme.name)
    app.set_class(True, f"-theme-{theme.name}", update=False)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())


def add_dialogs(app: App[Any]) -> None:
    """Have an app know how dialogs look; its first frame, which has none, does not wait for it."""
    app.stylesheet.read(DIALOGS)
    app.stylesheet.parse()


class Escaped(events.Key):
    """Escape with a letter right behind it.

    Attributes:
        lost: the letter.
    """

    def __init__(self, lost: str) -> None:
        super().__init__("escape", "\x1b")
        self.lost = lost


Escaped.handler_name = events.Key.handler_name  # to all of Textual it is a key


def as_typed(pressed: Pressed) -> Pressed:
    """Escape with a letter right behind it, which a terminal tells as one key, is Escape.

    The letter is dropped: whether it was meant with Alt, or for what Escape left, is not known. A
    terminal that tells Alt apart gives such a key no character.
    """
    if isinstance(pressed, events.Key) and pressed.key.startswith("alt+") and pressed.character:
        escaped = Escaped(pressed.character)
        escaped.time = pressed.time
        return escaped
    return pressed
