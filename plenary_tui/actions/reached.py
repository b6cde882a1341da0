"""How an action is reached by key, and how a sentence that names it says so.

A sentence of the law or of a view knows no keys. It names an act after what is to be done, as in
“Resume it first (resume-meeting).”, or an action in place of its key: “Press [undo] to go back.”
The screen puts the keys in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plenary_tui.actions.action import SCREEN, Action, On, Page, key_name
from plenary_tui.actions.registry import ACTIONS
from plenary_tui.procedure.state.frozen import Value

_ID = r"[a-z]+(?:-[a-z]+)*"
_NAMED = re.compile(rf"\((?P<act>{_ID})\)|\[(?P<id>{_ID})\]")
THEN = ", then "
"""Parts two keys that are pressed one after the other."""
LEAVE = "escape"
"""What leaves a page, and a dialog."""
_OPENERS = {row.id: row.keys for row in ACTIONS if row.id in set(Page)}


def opening_keys(page: Page) -> tuple[str, ...]:
    """The keys that open a page; they leave it too."""
    return _OPENERS[page]


def on_page(page: Page) -> tuple[tuple[Action, On], ...]:
    """The actions that have a key on a page, in order, each with that key."""
    return tuple((row, at) for row in ACTIONS for at in row.on_pages if at.page is page)


def fields_at_once(page: Page, key: str) -> Mapping[str, object]:
    """What a key of a page gives of the act that it does at once; nothing if it is none such."""
    return next((at.at_once[key] for _, at in on_page(page) if key in at.at_once), {})


def line_of(page: Page) -> tuple[tuple[Action, str], ...]:
    """A page's line of keys: each action with its key and the page's words for what it does."""
    return tuple((row, f"{at.name} {at.words}") for row, at in on_page(page) if at.words)


def keys_of(row: Action) -> str:
    """The keys of an action in words; of one without a key of its own, how it is reached."""
    if row.keys:
        return " ".join(key_name(key) for key in row.keys)
    if row.on_row:
        return key_name("enter")
    return " ".join(map(key_name, _pressed(row, PODIUM))) or key_name(opening_keys(Page.PALETTE)[0])


def passed_on(page: Page) -> tuple[str, ...]:
    """The keys of the podium that do the same on a page without keys of its own for them.

    On the President's lines all do but those about what cannot be seen there: a row of the list,
    and what else a screen can show. `q` leaves it.
    """
    if page is not Page.SCRIPT:
        return ()
    elsewhere = (
        row for row in ACTIONS if row.on_row or (row.group == SCREEN and row.id != Page.HELP)
    )
    about_else = {key for row in elsewhere for key in row.keys}
    every = {key: None for row in ACTIONS for key in row.keys}
    return tuple(key for key in every if key not in about_else)


class Where(Value):
    """Where a sentence is shown, and so which keys work for whoever reads it.

    Attributes:
        page: the page that is open; None for the podium.
        in_dialog: whether a dialog stands upon that, in which letters are typed.
    """

    page: Page | None = None
    in_dialog: bool = False


PODIUM = Where()


def in_keys(text: str, where: Where = PODIUM) -> str:
    """A sentence for the screen: for the acts that it names in brackets, the keys that do them."""

    def put_in(named: re.Match[str]) -> str:
        if act := named["act"]:
            pressed = _pressed_first([row for row in ACTIONS if row.act == act], where)
            return f"(press {pressed})" if pressed else named[0]
        return _pressed_first([row for row in ACTIONS if row.id == named["id"]], where) or named[0]

    return _NAMED.sub(put_in, text)


def to_type(text: str) -> str:
    """A sentence for whoever types acts: it names them as they are typed, and no keys."""

    def put_in(named: re.Match[str]) -> str:
        row = next((row for row in ACTIONS if row.id == named["id"]), None)
        return row.act or row.id if row is not None else named[0]

    return _NAMED.sub(put_in, text)


def _pressed_first(rows: list[Action], where: Where) -> str:
    """What to press for the first of some actions that has a key, in words; "" if none has."""
    return _in_words(next((found for row in rows if (found := _pressed(row, where))), ()))


def _in_words(keys: tuple[str, ...]) -> str:
    """Keys that are pressed one after the other."""
    left = 0
    while keys[left : left + 1] == (LEAVE,):
        left += 1
    leaving = key_name(LEAVE) if left == 1 else f"{key_name(LEAVE)} twice"
    return THEN.join((*((leaving,) if left else ()), *map(key_name, keys[left:])))


def _pressed(row: Action, where: Where) -> tuple[str, ...]:
    """The keys of an action, one after the other; () if it has none."""
    if where.in_dialog:
        after = _pressed(row, Where(where.page))
        return (LEAVE, *after) if after else ()
    here = next((at for at in row.on_pages if at.page is where.page), None)
    if here is not None:
        return (here.key,)
    if where.page is not None:
        passed = next((key for key in row.keys if key in passed_on(where.page)), None)
        if passed is not None:
            return (passed,)
        elsewhere = _pressed(row, PODIUM)
        return (LEAVE, *elsewhere) if elsewhere else ()
    if row.keys:
        return row.keys[:1]
    if row.on_pages:
        there = row.on_pages[0]
        return (opening_keys(there.page)[0], there.key)
    return ()
