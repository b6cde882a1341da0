"""How an action is reached by key, and how a sentence that names it says so.

A sentence of the law or of a view knows no keys. It names an act after what is to be done, as in
“Resume it first (resume-meeting).”, or an action in place of its key: “Press [undo] to go back.”
The screen puts the keys in.
"""

from __future__ import annotations

import re

from plenary_tui.actions.action import Action, On, Page, key_name
from plenary_tui.actions.registry import ACTIONS

_ID = r"[a-z]+(?:-[a-z]+)*"
_NAMED = re.compile(rf"\((?P<act>{_ID})\)|\[(?P<id>{_ID})\]")
THEN = ", then "
"""Parts two keys that are pressed one after the other."""
_OPENERS = {row.id: row.keys for row in ACTIONS if row.id in set(Page)}


def opening_keys(page: Page) -> tuple[str, ...]:
    """The keys that open a page; they leave it too."""
    return _OPENERS[page]


def on_page(page: Page) -> tuple[tuple[Action, On], ...]:
    """The actions that have a key on a page, in order, each with that key."""
    return tuple((row, at) for row in ACTIONS for at in row.on_pages if at.page is page)


def line_of(page: Page) -> tuple[str, ...]:
    """What a page's line of keys says: each key with the page's words for what it does."""
    return tuple(
        f"{at.named or key_name(at.key)} {at.words}" for _, at in on_page(page) if at.words
    )


def keys_of(row: Action) -> str:
    """The keys of an action in words; of one without a key of its own, how it is reached."""
    if row.keys:
        return " ".join(key_name(key) for key in row.keys)
    if row.on_row:
        return key_name("enter")
    return " ".join(map(key_name, _pressed(row, None))) or key_name(opening_keys(Page.PALETTE)[0])


def in_keys(text: str, page: Page | None = None) -> str:
    """A sentence for the screen: for the acts that it names in brackets, the keys that do them.

    Args:
        page: where it is shown; None for the podium and the pages on which its keys work.
    """

    def put_in(named: re.Match[str]) -> str:
        if act := named["act"]:
            pressed = _pressed_first([row for row in ACTIONS if row.act == act], page)
            return f"(press {pressed})" if pressed else named[0]
        return _pressed_first([row for row in ACTIONS if row.id == named["id"]], page) or named[0]

    return _NAMED.sub(put_in, text)


def _pressed_first(rows: list[Action], page: Page | None) -> str:
    """What to press for the first of some actions that has a key, in words; "" if none has."""
    pressed = next((found for row in rows if (found := _pressed(row, page))), ())
    return THEN.join(map(key_name, pressed))


def _pressed(row: Action, page: Page | None) -> tuple[str, ...]:
    """The keys of an action, one after the other; () if it has none."""
    here = next((at for at in row.on_pages if at.page is page), None)
    if here is not None:
        return (here.key,)
    if page is not None:
        elsewhere = _pressed(row, None)
        return ("escape", *elsewhere) if elsewhere else ()
    if row.keys:
        return row.keys[:1]
    if row.on_pages:
        there = row.on_pages[0]
        return (opening_keys(there.page)[0], there.key)
    return ()
