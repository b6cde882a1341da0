"""What a person can do, by key, by click and by name."""

from __future__ import annotations

from plenary_tui.actions.action import GROUPS, Action, On, Page, key_name
from plenary_tui.actions.reached import (
    Where,
    in_keys,
    keys_of,
    line_of,
    on_page,
    opening_keys,
    passed_on,
    to_type,
)
from plenary_tui.actions.registry import ACTIONS, KEYS, action, for_key, in_footer

__all__ = [
    "ACTIONS",
    "GROUPS",
    "KEYS",
    "Action",
    "On",
    "Page",
    "Where",
    "action",
    "for_key",
    "in_footer",
    "in_keys",
    "key_name",
    "keys_of",
    "line_of",
    "on_page",
    "opening_keys",
    "passed_on",
    "to_type",
]
