"""Files as offices have them and what is read of them; the conference is that of cop12."""

from __future__ import annotations

import io
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from plenary_tui.exchange.incoming.offer import Offer, Overruled
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground.naming import certain_delegation
from plenary_tui.procedure.state.conference import Conference


@cache
def conference() -> Conference:
    """The conference whose delegations are recognised."""
    return load_pack("cop12").conference


def recognise(text: str) -> bool:
    """Whether a text is certainly a delegation."""
    return certain_delegation(conference(), text) is not None


def read(folder: Path, name: str, content: bytes | str | object, **told: Any) -> Offer:
    """What a file offers: bytes, a text (UTF-8), or a value that is written as JSON."""
    if isinstance(content, str):
        content = content.encode()
    if not isinstance(content, bytes):
        content = json.dumps(content).encode()
    (folder / name).write_bytes(content)
    told.setdefault("timezone", "Europe/Vienna")
    return read_offer(folder / name, Overruled(**told), recognise)


def workbook(*rows: list[object], sheet: str = "Sheet1", hidden: str = "") -> bytes:
    """A workbook of one sheet, or a hidden one before it; "=A1" is a formula not calculated."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        dated = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        first = book.add_worksheet(hidden) if hidden else None
        shown = book.add_worksheet(sheet)
        if first is not None:
            first.write_row(0, 0, ["Country", "Delegation", "Speaker", "Language"])
            shown.activate()
            shown.set_first_sheet()
            first.hide()
        for line, row in enumerate(rows):
            for place, value in enumerate(row):
                match value:
                    case datetime():
                        shown.write_datetime(line, place, value, dated)
                    case str() if value.startswith("="):
                        shown.write_formula(line, place, value, None, "")
                    case None:
                        pass
                    case _:
                        shown.write(line, place, value)
    return made.getvalue()


def roles(offer: Offer) -> dict[str, str]:
    """The role of each column that has one."""
    return {column.title: column.role.value for column in offer.columns if column.role}


def told(offer: Offer) -> list[str]:
    """The problems, a sentence each."""
    return [str(problem) for problem in offer.problems]


def names(offer: Offer) -> list[str]:
    """The delegations, as written."""
    return [one.name for one in offer.delegations]
