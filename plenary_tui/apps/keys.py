"""What a key means on the podium: which action it asks for, and whether it is only held down."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.screen import Screen

from plenary_tui.actions import Action, for_key
from plenary_tui.clock import Clock
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Pick

HELD = 0.3
"""Seconds within which a key is taken to be held down, so that it acts once."""
DOUBLED = 0.7
"""Seconds for which Enter does nothing on a page that came by Enter: a doubled or held key."""
CRITICAL_KEYS = ("f5", "f6", "f8")
"""Keys for what cannot wait, so that they work while a dialog is open and a field has focus."""
MAY_REPEAT = frozenset({"elapsed-back", "elapsed-on", "next-list", "previous-list"})
"""Actions that a key held down does again and again."""


class Keys:
    """The keys of one podium."""

    def __init__(self, officer: Officer, clock: Clock) -> None:
        self._officer = officer
        self._clock = clock
        self._held = HeldKey()
        self._entered_on: Screen[Any] | None = None
        self._entered_at = -DOUBLED

    def press(self, key: Key) -> bool:
        """Do what a key asks for on the podium; whether it is not for the page that is shown."""
        podium = self._officer.podium
        if self._is_doubled(key):
            return True
        if key.key not in CRITICAL_KEYS and not podium.has_the_keys:
            return False
        asked = for_key(key.key, self._officer.conference)
        if asked is None or key.key == "enter":
            return False
        if not podium.too_small or key.key == "q":
            self.ask(asked)
        return True

    def _is_doubled(self, key: Key) -> bool:
        """Whether Enter, or a letter in a menu, comes so soon after an Enter that led here.

        It was not meant for the page that is shown; an Enter that is held down never is. After any
        other key Enter is meant again.
        """
        screen, real = self._officer.podium.app.screen, self._clock.real()
        led_here = self._entered_on is not None and self._entered_on is not screen
        soon = led_here and real - self._entered_at < DOUBLED
        if key.key == "enter":
            self._entered_at = real
            if not soon:
                self._entered_on = screen
            return soon
        if soon and isinstance(screen, Pick) and key.is_printable:
            return True
        self._entered_on = None
        return False

    def ask(self, asked: Action) -> None:
        """Do what a key asks for, unless it is the repeat of a key held down."""
        if not self._held.repeats(asked, self._clock.real()):
            self._officer.ask(asked, self._officer.podium.selected)


class HeldKey:
    """Tells a key that is pressed again from one that is held down."""

    def __init__(self) -> None:
        self._last = ""
        self._when = 0.0

    def repeats(self, asked: Action, real: float) -> bool:
        """Whether an action is only asked for because its key is held down.

        Args:
            real: seconds as they pass for the officer.
        """
        key = asked.keys[0] if asked.keys else asked.id
        held = key == self._last and real - self._when < HELD
        self._last, self._when = key, real
        return held and asked.id not in MAY_REPEAT
