"""Words put into so many columns: what has no room gives way whole, the least important first."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from plenary_tui.views.warned import Named

LEAST_NAME = 10
"""Columns that a single name keeps, however long it is."""


def cropped(text: str, width: int) -> str:
    """The text in at most so many columns; no wide character is cut in half."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fitted(parts: Iterable[str], width: int, between: str = " · ") -> str:
    """As many parts, the most important first, as have room; a first that has none is cut."""
    text = ""
    for part in parts:
        longer = f"{text}{between}{part}" if text else part
        if cell_len(longer) <= width:
            text = longer
        elif not text:
            return cropped(part, width)
    return text


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
