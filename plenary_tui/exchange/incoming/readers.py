"""Any file that an office has, read into what it offers."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from plenary_tui.exchange.incoming import ics, indico, ontime, openslides
from plenary_tui.exchange.incoming.cells import cleaned
from plenary_tui.exchange.incoming.columntitles import is_title
from plenary_tui.exchange.incoming.delimited import Record, read_records
from plenary_tui.exchange.incoming.encodings import Text, read_encoded
from plenary_tui.exchange.incoming.grid import Grid, likeness, make_grid
from plenary_tui.exchange.incoming.loose import mapping, read_json
from plenary_tui.exchange.incoming.offer import Offer, Overruled, Role
from plenary_tui.exchange.incoming.rawfile import Kind, Unreadable, kind_of, read_raw
from plenary_tui.exchange.incoming.spreadsheet import read_workbook
from plenary_tui.exchange.incoming.tabled import offer_of
from plenary_tui.exchange.problems import Problem, in_order
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import shown

ACCENTED = 3
"""Cells with letters beyond ASCII that are shown."""
_NO_CONTENT = ""


def read_offer(path: Path, told: Overruled, recognise: Callable[[str], bool]) -> Offer:
    """What a file offers to a conference. Whatever is wrong with it is among its problems.

    Args:
        told: what somebody says of the file that is otherwise guessed.
        recognise: whether a text is certainly a delegation of the conference.
    """
    known = lru_cache(maxsize=None)(recognise)
    offer = Offer(shown(path.name or str(path)), _NO_CONTENT, "a file")
    try:
        raw = read_raw(path)
        offer = replace(offer, file=raw.name, sha256=raw.sha256)
        if kind_of(raw.content) is Kind.WORKBOOK:
            offer = replace(offer, source="a spreadsheet")
            sheet = read_workbook(raw.content, told.sheet, likeness)
            offer = replace(offer, sheet=shown(sheet.name), sheets=sheet.beside)
            offer = _of_table(sheet.records, offer, told, known, [])
        else:
            offer = _of_text(raw.content, offer, told, known)
    except Unreadable as error:
        offer = replace(offer, problems=(*offer.problems, error.problem(offer.file)))
    return replace(offer, problems=tuple(in_order(offer.problems)))


def _of_text(
    content: bytes, offer: Offer, told: Overruled, recognise: Callable[[str], bool]
) -> Offer:
    """What a text offers: a calendar, JSON, or a table."""
    text = read_encoded(offer.file, content, told.encoding, recognise, is_title)
    start = text.text[:1000].lstrip()
    if start[:15].upper() == "BEGIN:VCALENDAR":
        return ics.read(text.text, replace(offer, source="a calendar"), told)
    if start.startswith(("{", "[")):
        offer = replace(offer, source="a JSON file")
        return _of_json(read_json(_json_text(content, text)), offer, told, recognise)
    offer = replace(offer, source="a CSV file", saved=text.saved)
    problems = list(text.damaged)
    try:
        records = read_records(offer.file, text.text, problems)
        offer = _of_table(records, offer, told, recognise, problems)
    except Unreadable as error:
        problems.append(error.problem(offer.file))
        return replace(offer, problems=tuple(problems))
    if openslides.is_destroyed(offer, text, records):
        return replace(offer, problems=(openslides.destroyed(offer.file), *offer.problems))
    return offer


def _json_text(content: bytes, text: Text) -> str:
    """The text of JSON, which has encodings of its own."""
    try:
        return content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return text.text


def _of_json(
    value: object, offer: Offer, told: Overruled, recognise: Callable[[str], bool]
) -> Offer:
    """What a JSON file offers, by the system that wrote it."""
    if (grid := indico.registrants(offer.file, value)) is not None:
        offer = replace(offer, source="Indico, registrations")
        return offer_of(grid, told, recognise, offer)
    if indico.is_event(value):
        return indico.read(value, offer, told)
    top = mapping(value)
    if openslides.is_meeting(top):
        return openslides.read(top, offer, told)
    if ontime.is_project(top):
        return ontime.read(top, offer, told)
    raise Unreadable(
        "is JSON of no system that is known",
        "an export of Indico, OpenSlides or Ontime, or a table",
    )


def _of_table(
    records: list[Record],
    offer: Offer,
    told: Overruled,
    recognise: Callable[[str], bool],
    problems: list[Problem],
) -> Offer:
    """What a table offers."""
    if ontime.is_sheet(records):
        return ontime.read_sheet(records, replace(offer, source="Ontime, spreadsheet"), told)
    grid = make_grid(offer.file, records, recognise)
    if not (source := indico.source_of(grid)) and (source := openslides.source_of(grid)):
        told = openslides.without_groups(grid, told)
    source = source or offer.source
    offer = offer_of(grid, told, recognise, replace(offer, source=source))
    return replace(offer, accented=_accented(grid, offer), problems=(*problems, *offer.problems))


def _accented(grid: Grid, offer: Offer) -> tuple[str, ...]:
    """The first cells with letters beyond ASCII, of the columns that are read."""
    places = [
        at
        for at, column in enumerate(offer.columns)
        if column.role is not None and column.role is not Role.NOT_READ
    ]
    persons = {Role.SPEAKER, Role.FIRST, Role.LAST} if not offer.entries else set()
    places = [at for at in places if offer.columns[at].role not in persons]
    found: dict[str, None] = {}
    for _, cells in grid.rows:
        for at in places:
            if at < len(cells) and not cells[at].isascii():
                found[shown(cleaned(cells[at]))[:60]] = None
                if len(found) == ACCENTED:
                    return tuple(found)
    return tuple(found)
