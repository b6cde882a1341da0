"""How an action is reached by key: by keys of its own, or by those of the screen that has it."""

from __future__ import annotations

import re

from plenary_tui.actions.action import Action, key_name
from plenary_tui.actions.drafts import SCREEN_KEY
from plenary_tui.actions.motions import ON_PAGE, PAGE_KEY
from plenary_tui.actions.programme import ON_SCREEN, PROGRAMME_KEY
from plenary_tui.actions.registry import ACTIONS

PALETTE = "Ctrl+P"
"""Opens the palette, which has every act."""
_NAMED = re.compile(r"\(([a-z]+(?:-[a-z]+)*)\)")
"""An act that a refusal names in brackets."""


def keys_of(row: Action) -> str:
    """The keys of an action in words; of one without a key of its own, how it is reached."""
    if row.keys:
        return " ".join(key_name(key) for key in row.keys)
    if row.on_row:
        return "Enter"
    return _on_screen(row) or PALETTE


def _on_screen(row: Action) -> str:
    """The key of a screen and the one that does it there; "" if no screen has it."""
    if row.local:
        return f"{key_name(SCREEN_KEY)} {row.local}"
    if row.id in ON_PAGE:
        return f"{PAGE_KEY} {ON_PAGE[row.id][0]}"
    if row.id in ON_SCREEN:
        return f"{PROGRAMME_KEY} {ON_SCREEN[row.id]}"
    return ""


def in_keys(text: str) -> str:
    """A refusal for the screen: for the acts that it names in brackets, the keys that do them."""
    return _NAMED.sub(lambda named: _press(named[1]) or named[0], text)


def _press(act: str) -> str:
    """What to press for an act, in brackets; "" for what is no act or has no key."""
    for row in ACTIONS:
        if row.act != act:
            continue
        if row.keys:
            return f"(press {key_name(row.keys[0])})"
        if keys := _on_screen(row):
            return f"(press {', then '.join(keys.split())})"
    return ""
