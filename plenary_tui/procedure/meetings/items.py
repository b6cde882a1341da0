"""Items come on the agenda, and are corrected while nothing was done on them."""

from __future__ import annotations

import re
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.naming import find_item, item_called
from plenary_tui.procedure.state.conference import AgendaItem, Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line, bare
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import ItemKind, Stage

LONGEST_SYMBOL = 32
"""Characters in a symbol; a longer one is sooner a title."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


class ItemAdded(Event):
    """An item came on the agenda."""

    kind: ClassVar[str] = "item added"

    item: AgendaItem

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, items=_placed(conference.items, self.item))

    def sentence(self, before: Conference) -> str:
        return f"Item {self.item.symbol}, {self.item.title}, came on the agenda."


def _placed(items: tuple[AgendaItem, ...], item: AgendaItem) -> tuple[AgendaItem, ...]:
    """The agenda with an item behind the last one that goes before it."""
    place = _order(item.symbol)
    after = [at for at, one in enumerate(items, start=1) if _order(one.symbol) <= place]
    at = max(after, default=0)
    return (*items[:at], item, *items[at:])


def _order(symbol: str) -> tuple[tuple[int, int, str], ...]:
    """Where a symbol stands among others: `2` before `2(a)`, `2(b)` before `10`."""
    parts = _PARTS.findall(symbol.casefold())
    return tuple(_part(depth, part) for depth, part in enumerate(parts))


def _part(depth: int, part: str) -> tuple[int, int, str]:
    if part.isdecimal():
        return (0, int(part), "")
    if depth > 1 and _ROMAN.fullmatch(part):
        values = [_ROMAN_VALUES[letter] for letter in part]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return (0, sum(-one if one < after else one for one, after in pairs), "")
    return (1, len(part), part)


class AddItem(Command):
    """Add an item to the agenda; it stands where its symbol belongs."""

    act: ClassVar[str] = "add-item"

    symbol: Line
    title: Line
    kind: ItemKind = ItemKind.THEMATIC

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_free_symbol(conference, self.symbol)
        if not self.title:
            raise Refused("An item needs a title.", "Type it as the agenda has it.")
        return (ItemAdded(at=at, item=AgendaItem(self.symbol, self.title, self.kind)),)


def require_free_symbol(conference: Conference, symbol: str) -> None:
    """It must be a symbol, and no item's; raises `Refused`."""
    if not bare(symbol):
        raise Refused("An item needs a symbol.", "Type it as the agenda has it, such as 2(a).")
    if len(symbol) > LONGEST_SYMBOL:
        raise Refused(
            f"A symbol has at most {LONGEST_SYMBOL} characters; this has {len(symbol)}.",
            "Give the title as its title.",
        )
    if (taken := item_called(conference, symbol)) is not None:
        raise Refused(
            f"Item {taken.symbol} is on the agenda already: {taken.title}.",
            "Give another symbol, or correct that item (edit-item).",
        )


class ItemEdited(Event):
    """The title or the symbol of an item was corrected, wherever the symbol is named."""

    kind: ClassVar[str] = "item edited"

    item: str
    symbol: str
    title: str

    def apply(self, conference: Conference) -> Conference:
        items = tuple(
            replace(one, symbol=self.symbol, title=self.title) if one.symbol == self.item else one
            for one in conference.items
        )
        conference = replace(conference, items=items)
        return conference if self.symbol == self.item else self._renamed(conference)

    def _renamed(self, conference: Conference) -> Conference:
        return replace(
            conference,
            lists=tuple(
                replace(one, item=self.symbol) if one.item == self.item else one
                for one in conference.lists
            ),
            documents=tuple(
                replace(one, item=self.symbol) if one.item == self.item else one
                for one in conference.documents
            ),
            limits=tuple(
                replace(one, item=self.symbol) if one.item == self.item else one
                for one in conference.limits
            ),
            programme=tuple(
                replace(
                    one,
                    items=tuple(self._now(symbol) for symbol in one.items),
                    rehearse_item=one.rehearse_item and self._now(one.rehearse_item),
                )
                for one in conference.programme
            ),
        )

    def _now(self, symbol: str) -> str:
        return self.symbol if symbol == self.item else symbol

    def sentence(self, before: Conference) -> str:
        was = before.item_named(self.item)
        changes = [f"symbol {self.symbol}"] if self.symbol != self.item else []
        if was is None or was.title != self.title:
            changes.append(f"title {self.title}")
        return f"Item {self.item} was corrected: {', '.join(changes)}."


class EditItem(Command):
    """Correct an item's title, or its symbol while nothing was done on it."""

    act: ClassVar[str] = "edit-item"

    item: Line
    title: Line = ""
    symbol: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.item:
            raise Refused("No agenda item was named.", "Give the symbol of the one to correct.")
        item = find_item(conference, self.item)
        title, symbol = self.title or item.title, self.symbol or item.symbol
        if (title, symbol) == (item.title, item.symbol):
            raise Refused("Nothing of it would change.", "Give another title or symbol.")
        if symbol != item.symbol:
            if bare(symbol) != bare(item.symbol):
                require_free_symbol(conference, symbol)
            if why := _in_use(conference, item):
                raise Refused(why, "Its title can be corrected; its symbol stays.")
        return (ItemEdited(at=at, item=item.symbol, symbol=symbol, title=title),)


def _in_use(conference: Conference, item: AgendaItem) -> str:
    """Why the symbol of an item stays what it is; "" if it may change."""
    symbol, plenary = item.symbol, conference.plenary
    if symbol == conference.item or (plenary is not None and symbol == plenary.item):
        return f"Item {symbol} is being considered."
    if any(speakers.item == symbol and speakers.waiting for speakers in conference.lists):
        return f"Delegations wait on the list for item {symbol}."
    named = (
        *(one.item for one in conference.statements),
        *(one.item for one in conference.decisions),
        *(one.item for one in conference.motions),
        *(one.motion.item for one in conference.outcomes),
        *(one.point.item for one in conference.rulings),
    )
    if symbol in named or {item.stage, item.committee_stage} != {Stage.NOT_TAKEN_UP}:
        return f"Item {symbol} was taken up, and the record names it so."
    return ""
