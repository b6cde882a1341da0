"""Rows that ask for the floor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from plenary_tui.exchange.incoming.cellwords import (
    delivery_of,
    language_of,
    rank_of,
    registration_of,
)
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.gathered import named, the_known
from plenary_tui.exchange.incoming.numbered import symbol_of
from plenary_tui.exchange.incoming.offer import OfferedEntry, Role
from plenary_tui.exchange.incoming.rowreader import RowReader
from plenary_tui.exchange.problems import quoted
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.vocabulary import Delivery, Rank


def read_entries(
    reader: RowReader, recognise: Callable[[str], bool], left_out: Counter[str]
) -> tuple[OfferedEntry, ...]:
    """The requests of a table, in the order of its rows.

    Args:
        left_out: is given how many were rejected or withdrawn.
    """
    several = plain(reader.grid.titles[reader.roles.places[Role.DELEGATION]]) == "structure level"
    entries = []
    for row in reader.grid.rows:
        state = registration_of(reader.text(row, Role.STATE))
        if state in ("rejected", "withdrawn"):
            left_out[state] += 1
            continue
        before = len(reader.problems)
        delegation, _ = named(reader, row, recognise)
        if not delegation:
            if len(reader.problems) == before:
                reader.wrong(row, Role.DELEGATION, "is empty", "a delegation")
            continue
        if several and "," in delegation and not recognise(delegation):
            delegation = the_known(delegation, recognise)
        entries.append(_entry(reader, row, delegation))
    return tuple(entries)


def _entry(reader: RowReader, row: Record, delegation: str) -> OfferedEntry:
    item = reader.text(row, Role.ITEM)
    return OfferedEntry(
        line=row[0],
        delegation=delegation,
        item=symbol_of(item) if item else "",
        speaker=reader.speaker(row),
        function=reader.text(row, Role.FUNCTION),
        rank=rank_of(reader.text(row, Role.RANK)) or Rank.OTHER,
        on_behalf_of=reader.text(row, Role.ON_BEHALF_OF),
        language=language_of(reader.text(row, Role.LANGUAGE)),
        delivery=_delivery(reader, row),
        media=reader.text(row, Role.MEDIA),
        received_at=reader.moment(row, Role.RECEIVED_AT),
    )


def _delivery(reader: RowReader, row: Record) -> Delivery:
    text = reader.text(row, Role.DELIVERY)
    if not text:
        return Delivery.IN_PERSON
    found = delivery_of(text)
    if found is None:
        reader.wrong(row, Role.DELIVERY, f"{quoted(text)} is neither", "in person or video")
    return found or Delivery.IN_PERSON
