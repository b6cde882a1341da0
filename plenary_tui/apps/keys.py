"""Keys of the podium: those that cannot wait, and those that are held down."""

from __future__ import annotations

from plenary_tui.actions import ACTIONS, Action
from plenary_tui.actions.action import STATEMENT

HELD = 0.3
"""Seconds within which a key is taken to be held down, so that it acts once."""
CRITICAL_KEYS = tuple(
    {
        key: None
        for row in ACTIONS
        for key in row.keys
        if row.group == STATEMENT and key.startswith("f") and key[1:]
    }
)
"""Function keys of what cannot wait: they work while a dialog is open and a field has focus."""


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
        return held and not asked.repeats
