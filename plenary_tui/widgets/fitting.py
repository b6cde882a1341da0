"""Words put into so many columns: what has no room gives way whole, the least important first."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from plenary_tui.views.wording.telling import Named, Words

LEAST_NAME = 10
"""Columns that a single name keeps, however long it is."""
AT_LEAST = 3
"""So many names are given, if need be cut."""
CUT = 26
"""Columns of a name that is cut so that others have room."""


def cropped(text: str, width: int) -> str:
    """The text in at most so many columns; no wide character is cut in half."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fitted(said: Iterable[Words], width: int, between: str = " · ") -> str:
    """As much of what is said, the most important first, as has room, the longest words that fit.

    The first is cut if it has no room at all.
    """
    kept: list[Words] = []
    for words in said:
        if _columns([*(one[-1] for one in kept), words[-1]], between) <= width:
            kept.append(words)
        elif not kept:
            return cropped(words[-1], width)
    shown = [one[-1] for one in kept]
    for place, words in enumerate(kept):
        for longer in words:
            longest = [*shown[:place], longer, *shown[place + 1 :]]
            if _columns(longest, between) <= width:
                shown = longest
                break
    return between.join(shown)


def _columns(parts: list[str], between: str) -> int:
    return cell_len(between.join(parts))


def fitted_names(named: Named, width: int) -> str:
    """As many names as have room, and how many there are besides.

    Names are whole, unless long ones leave room for fewer than `AT_LEAST`: then those are cut.
    """
    if not named.names:
        return cropped(named.head, width)
    whole = _fitting(named.head, named.names, width)
    if whole < min(AT_LEAST, len(named.names)):
        short = tuple(cropped(name, CUT) for name in named.names)
        if (more := _fitting(named.head, short, width)) > whole:
            return _listed(named.head, short, more)
    if whole:
        return _listed(named.head, named.names, whole)
    room = width - cell_len(_listed(named.head, ("", *named.names[1:]), 1))
    only = (cropped(named.names[0], max(LEAST_NAME, room)), *named.names[1:])
    return cropped(_listed(named.head, only, 1), width)


def _fitting(head: str, names: tuple[str, ...], width: int) -> int:
    """How many of the names have room; of long lists no more are looked at than columns allow."""
    counts = range(min(len(names), max(1, width)), 0, -1)
    return next((one for one in counts if cell_len(_listed(head, names, one)) <= width), 0)


def _listed(head: str, names: tuple[str, ...], count: int) -> str:
    left = len(names) - count
    return f"{head}: {', '.join(names[:count])}{f' and {left} more' if left else ''}"
