"""The agenda of a pack: its items and their documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from plenary_tui.exchange.delegations import Roll
from plenary_tui.exchange.models import DocumentTable, ItemTable, Part
from plenary_tui.exchange.problems import Problem, meant, quoted, validated
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.ground.taking_part import DRAFTERS
from plenary_tui.procedure.state.conference import AgendaItem, Document
from plenary_tui.procedure.state.vocabulary import Language

PartModel = TypeVar("PartModel", bound=Part)


def sound(
    tables: Iterable[Table], model: type[PartModel], problems: list[Problem]
) -> list[tuple[Table, PartModel]]:
    """The tables that fit the model, with what they hold."""
    found = ((table, validated(model, table, table.values, problems)) for table in tables)
    return [(table, model) for table, model in found if model is not None]


def symbols_of(tables: Iterable[Table]) -> tuple[str, ...]:
    """The symbols that tables bear, whether or not the rest of them fits."""
    return tuple(symbol for table in tables for symbol in table.texts("symbol"))


def refer(
    table: Table, key: str, symbols: Iterable[str], known: tuple[str, ...], problems: list[Problem]
) -> None:
    """Report symbols that nothing in the pack bears, and those named twice."""
    seen: set[str] = set()
    for symbol in symbols:
        if symbol not in known:
            expected = meant(symbol, known) if known else "none, for the pack has none"
            problems.append(table.problem(key, f"{quoted(symbol)} is not known", expected))
        elif symbol in seen:
            problems.append(table.problem(key, f"{quoted(symbol)} is named twice", "once"))
        seen.add(symbol)


def refer_to_items(
    table: Table, key: str, symbols: Iterable[str], top: Table, problems: list[Problem]
) -> None:
    """The same for agenda items; nothing if there are none, which is reported once."""
    if known := symbols_of(top.tables("item", [])):
        refer(table, key, symbols, known, problems)


class Taken:
    """What only one table may bear, and on which line it stands."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._lines: dict[str, int | None] = {}

    def take(self, table: Table, key: str, value: str, shown: object) -> None:
        """Note the value of a key; report it if another table bears it."""
        if value in self._lines:
            line = self._lines[value]
            where = f" (line {line})" if line is not None else ""
            self._problems.append(
                table.problem(key, f"{quoted(shown)} is used already{where}", "another")
            )
        self._lines.setdefault(value, table.line((*table.path, key)))


def read_items(top: Table, problems: list[Problem]) -> tuple[AgendaItem, ...]:
    """The agenda items; what a list requires of NGOs is not set yet."""
    tables = top.tables("item", problems)
    if not top.values.get("item"):
        problems.append(top.problem("item", "is missing", "at least one [[item]]"))
    documents = symbols_of(top.tables("document", []))
    taken = Taken(problems)
    items = []
    for table, item in sound(tables, ItemTable, problems):
        plain = "".join(one for one in item.symbol.casefold() if one.isalnum())
        taken.take(table, "symbol", plain, item.symbol)
        refer(table, "documents", item.documents, documents, problems)
        items.append(
            AgendaItem(
                symbol=item.symbol,
                title=item.title,
                kind=item.kind,
                documents=item.documents,
                illustrative=item.illustrative,
            )
        )
    return tuple(items)


def read_documents(
    top: Table, roll: Roll, items: tuple[AgendaItem, ...], problems: list[Problem]
) -> tuple[Document, ...]:
    """The documents before the conference."""
    taken = Taken(problems)
    documents = []
    for table, document in sound(top.tables("document", problems), DocumentTable, problems):
        if document.symbol is not None:
            taken.take(table, "symbol", document.symbol.casefold(), document.symbol)
        if document.item is not None:
            refer_to_items(table, "item", (document.item,), top, problems)
            _check_item_names_it(table, document, items, problems)
        missing = set(Language) - set(document.languages)
        if document.status == "published" and missing:
            problems.append(
                table.problem(
                    "languages",
                    "is published, but not in all official languages",
                    f"also {', '.join(one for one in Language if one in missing)}",
                )
            )
        sponsors = _read_sponsors(table, document.sponsors, roll, problems)
        documents.append(Document(**(document.model_dump() | {"sponsors": sponsors})))
    return tuple(documents)


def _read_sponsors(
    table: Table, codes: tuple[str, ...], roll: Roll, problems: list[Problem]
) -> tuple[str, ...]:
    """The delegations that sponsor a draft; only parties and signatories may (rule 3)."""
    known = {one.id.casefold(): one for one in roll.delegations}
    sponsors: list[str] = []
    for code in codes:
        delegation = known.get(roll.code_of(code))
        if delegation is None:
            if roll.whole:
                what = f"{quoted(code)} is not the code or the name of a delegation"
                expected = meant(code, tuple(roll.codes.values()))
                problems.append(table.problem("sponsors", what, expected))
        elif delegation.id in sponsors:
            problems.append(table.problem("sponsors", f"{quoted(code)} is named twice", "once"))
        elif delegation.participant not in DRAFTERS:
            what = f"{quoted(code)} takes part as {delegation.participant.described}"
            problems.append(table.problem("sponsors", what, "a party or a signatory"))
        else:
            sponsors.append(delegation.id)
    return tuple(sponsors)


def _check_item_names_it(
    table: Table, document: DocumentTable, items: tuple[AgendaItem, ...], problems: list[Problem]
) -> None:
    item = next((one for one in items if one.symbol == document.item), None)
    if item is None or document.symbol is None or document.symbol in item.documents:
        return
    what = f"item {item.symbol} does not list {quoted(document.symbol)}"
    problems.append(table.problem("item", what, "the same in both places"))
