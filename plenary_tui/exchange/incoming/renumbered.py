"""Items to which a file gives no symbol: known by their title, or put after the others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plenary_tui.exchange.incoming.numbered import letter
from plenary_tui.exchange.incoming.offer import OfferedItem
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import folded

_SUB = re.compile(r"(?P<heading>.+)\([^()]+\)")
_NUMBER = re.compile(r"\d+")


def symbols_here(items: Iterable[OfferedItem], conference: Conference) -> dict[str, str]:
    """The symbol in the conference of each symbol that was counted, as far as it is another.

    A symbol that was only counted never means an item of another title: the item is found by its
    title, and one that is not there gets a symbol that nothing has.
    """
    given = list(items)
    by_title = {folded(one.title): one.symbol for one in conference.items}
    used = {folded(one.symbol) for one in conference.items}
    used |= {folded(one.symbol) for one in given if not one.counted}
    here: dict[str, str] = {}
    for one in given:
        if not one.counted:
            continue
        symbol = by_title.get(folded(one.title)) or _free(one.symbol, here, used)
        used.add(folded(symbol))
        if symbol != one.symbol:
            here[one.symbol] = symbol
    return here


def _free(symbol: str, here: dict[str, str], used: set[str]) -> str:
    """The symbol if nothing has it, else the next that nothing has."""
    sub = _SUB.fullmatch(symbol)
    if sub is None:
        if folded(symbol) not in used:
            return symbol
        numbers = [int(found[0]) for one in used if (found := _NUMBER.match(one))]
        return str(max(numbers, default=0) + 1)
    heading = here.get(sub["heading"], sub["heading"])
    symbol = heading + symbol[len(sub["heading"]) :]
    count = 0
    while folded(symbol) in used:
        count += 1
        symbol = f"{heading}({letter(count)})"
    return symbol
