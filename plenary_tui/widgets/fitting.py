"""Words put into so many columns: what has no room gives way whole, the least important first."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from plenary_tui.views.phrases import Named, Words

LEAST_NAME = 10
"""Columns that a single name keeps, however long it is."""


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
    """As many whole names as have room, and how many there are besides; one is cut if it must."""
    for count in range(len(named.names), 0, -1):
        more = _more(len(named.names) - count)
        text = f"{named.head}: {', '.join(named.names[:count])}{more}"
        if cell_len(text) <= width:
            return text
    if not named.names:
        return cropped(named.head, width)
    more = _more(len(named.names) - 1)
    room = max(LEAST_NAME, width - cell_len(f"{named.head}: {more}"))
    return cropped(f"{named.head}: {cropped(named.names[0], room)}{more}", width)


def _more(count: int) -> str:
    return f" and {count} more" if count else ""
