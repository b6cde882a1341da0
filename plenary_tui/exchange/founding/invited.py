"""Who takes part: the States that are built in, or those that a file names, and organizations.

A file is one as packs have it (a header line with code, name, class, registered), or names, one a
line, with the class of an organization after a comma.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from plenary_tui import medium
from plenary_tui.exchange.files import LARGEST, built_in_packs
from plenary_tui.exchange.incoming.columntitles import is_title
from plenary_tui.exchange.pack import load_pack
from plenary_tui.paths import data_folder
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.ground.naming import certain_delegation, close_to
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.meetings.convening import new_code
from plenary_tui.procedure.state.text import folded

COLUMNS = (
    *("code", "name", "spoken", "class", "iso2", "iso3", "m49", "group", "registered"),
    *("name_ar", "name_zh", "name_fr", "name_ru", "name_es", "also"),
)
"""The columns of the files of delegations that are written."""
Rows = list[dict[str, str]]
STATES = "states.csv"
PARTY, REIO = "State party", "REIO party"
CLASSES = ("IGO", "NGO")
TOLD = 5
"""How many names that nobody has are told."""


def all_states() -> Rows:
    """The 197 States and the European Union that come with the program, all of them parties."""
    text = (data_folder() / built_in_packs()[0] / STATES).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    return [
        {column: row.get(column, "") for column in COLUMNS}
        | {"class": REIO if row["class"] == REIO else PARTY, "registered": "yes"}
        for row in rows
    ]


def states_of(path: Path) -> Rows:
    """The States that a file names; raises `Unread` with those nobody knows."""
    lines = _lines(path)
    if (rows := _as_packs_have_it(lines)) is not None:
        return rows
    known = load_pack(built_in_packs()[0]).conference
    by_code = {row["code"]: row for row in all_states()}
    found: dict[str, dict[str, str]] = {}
    unknown = []
    for number, line in enumerate(lines, start=1):
        cells = next(csv.reader([line], delimiter=_delimiter(line)), [])
        named = next((one for cell in cells if (one := certain_delegation(known, cell))), None)
        if named is not None and named.id in by_code:
            found[named.id] = by_code[named.id]
        elif number > 1 or not any(map(is_title, cells)):
            close = [one.name for _, one in close_to(known, cells[0] if cells else line)[:1]]
            unknown.append(f"line {number}, “{line}”{f' ({close[0]}?)' if close else ''}")
    if unknown:
        more = f" and {len(unknown) - TOLD} more" if len(unknown) > TOLD else ""
        raise Unread(
            f"{path.name} names no State in {'; '.join(unknown[:TOLD])}{more}",
            "a State's name or code a line",
        )
    return list(found.values())


def organizations_of(path: Path) -> Rows:
    """The organizations that a file names: name, and IGO or NGO where it is no NGO."""
    lines = _lines(path)
    if (rows := _as_packs_have_it(lines)) is not None:
        return rows
    known, lines_of = load_pack(built_in_packs()[0]).conference, dict[str, int]()
    states = {row["code"] for row in all_states()}
    rows, codes = [], {row[key] for row in all_states() for key in ("code", "iso2", "iso3")}
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=_delimiter(line)), [])]
        name, kind = (cells[0] if cells else ""), (cells[1].upper() if len(cells) > 1 else "NGO")
        if kind and kind not in CLASSES:
            if number == 1 and any(map(is_title, cells)):
                continue
            raise Unread(f"{path.name}, line {number}: “{cells[1]}” is no class", "IGO or NGO")
        if name:
            where = f"{path.name}, line {number}: “{name}”"
            state = certain_delegation(known, name)
            if state is not None and state.id in states and state.participant != REIO:
                raise Unread(f"{where} is a State", "an organization a line, then IGO or NGO")
            if (first := lines_of.setdefault(plain(name), number)) != number:
                raise Unread(f"{where} stands in line {first} already", "each organization once")
            code = new_code(codes, name)
            codes.add(code)
            rows.append(
                dict.fromkeys(COLUMNS, "")
                | {"code": code, "name": name, "class": kind or "NGO", "registered": "yes"}
            )
    if not rows:
        raise Unread(f"{path.name} names nobody", "an organization a line, then IGO or NGO")
    return rows


def _lines(path: Path) -> list[str]:
    if path.suffix.casefold() in (".xlsx", ".xls", ".ods"):
        raise Unread(f"{path.name} is a workbook", "the sheet saved as CSV (UTF-8)")
    try:
        text = medium.read(path, LARGEST).decode("utf-8-sig")
    except OSError as error:
        why = medium.why(error)
        raise Unread(f"{path} cannot be read ({why})", "the path of a file") from None
    except UnicodeDecodeError:
        raise Unread(f"{path.name} is not UTF-8 text", "the list saved as CSV (UTF-8)") from None
    return [line for line in text.splitlines() if line.strip(" ,;\t")]


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _as_packs_have_it(lines: list[str]) -> Rows | None:
    """The rows of a file whose header line has the columns of a pack; None for another."""
    if not lines:
        return None
    titles = [folded(cell) for cell in re.split(r"[,;\t]", lines[0])]
    if not {"code", "name", "class"} <= {title.strip(' "') for title in titles}:
        return None
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=_delimiter(lines[0]))
    return [
        {column: (row.get(column) or "").strip() for column in COLUMNS}
        | {"registered": (row.get("registered") or "yes").strip()}
        for row in rows
    ]


def as_csv(rows: Iterable[dict[str, str]]) -> str:
    """The rows as the text of a CSV file with its header line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
