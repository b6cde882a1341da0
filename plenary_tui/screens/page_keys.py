"""The keys of a page over the podium, bound from the registry: a screen names none itself."""

from __future__ import annotations

from textual.binding import Binding

from plenary_tui.actions import Page, on_page, opening_keys, passed_on
from plenary_tui.actions.action import Task
from plenary_tui.actions.reached import LEAVE
from plenary_tui.actions.registry import action


def leaving(page: Page, *, opener: bool = True) -> Binding:
    """What leaves a page: Escape, the key that leaves the podium, and the keys that opened it.

    Args:
        opener: whether the keys that open it leave it too.
    """
    keys = (LEAVE, action(Task.QUIT).keys[0], *(opening_keys(page) if opener else ()))
    return Binding(",".join(keys), "leave", "Leave", show=False)


def acting(page: Page) -> tuple[Binding, ...]:
    """The keys of a page's actions: its `action_act` is given the id of the one to do.

    A key that does the same on the podium does it there, so that it acts once if it is held down.
    One that gives fields of the act has the page's `action_act_at_once` given itself, too.
    """
    at_once = (
        Binding(key, f"act_at_once('{row.id}', '{key}')", show=False)
        for row, at in on_page(page)
        for key in at.at_once
    )
    alone = (
        Binding(
            at.key,
            f"app.press('{at.key}')" if at.key in row.keys else f"act('{row.id}')",
            show=False,
        )
        for row, at in on_page(page)
    )
    return (*alone, *at_once)


def passing(page: Page) -> tuple[Binding, ...]:
    """The keys of the podium that do the same on a page without keys of its own for them."""
    return tuple(Binding(key, f"app.press('{key}')", show=False) for key in passed_on(page))
