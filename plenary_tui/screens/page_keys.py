"""The keys of a page over the podium, bound from the registry: a screen names none itself."""

from __future__ import annotations

from textual.binding import Binding

from plenary_tui.actions import Page, on_page, opening_keys


def leaving(page: Page, *, opener: bool = True) -> Binding:
    """What leaves a page: Escape, `q`, and the keys that opened it.

    Args:
        opener: whether the keys that open it leave it too.
    """
    keys = ("escape", "q", *(opening_keys(page) if opener else ()))
    return Binding(",".join(keys), "leave", "Leave", show=False)


def acting(page: Page) -> tuple[Binding, ...]:
    """The keys of a page's actions: its `action_act` is given the id of the one to do.

    A key that does the same on the podium does it there, so that it acts once if it is held down.
    """
    return tuple(
        Binding(
            at.key,
            f"app.press('{at.key}')" if at.key in row.keys else f"act('{row.id}')",
            show=False,
        )
        for row, at in on_page(page)
    )
