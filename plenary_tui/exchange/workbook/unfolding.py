"""A workbook read as a pack: its sheets become the files of a folder, and their rows are told.

Every sheet is read by the same models as the files of a folder are; what is wrong is said with the
workbook's name, the sheet, its row and column.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from plenary_tui.exchange.files import CONFERENCE as TOML
from plenary_tui.exchange.incoming.rawfile import Kind, Unreadable, kind_of, read_raw
from plenary_tui.exchange.incoming.spreadsheet import Sheet, read_sheets
from plenary_tui.exchange.problems import PackError, Problem, closest, quoted
from plenary_tui.exchange.workbook.sheets import (
    CONFERENCE,
    DELEGATIONS,
    ENTRIES,
    EXAMPLE,
    KEYS,
    LISTED,
    LISTS,
    NOTE,
    POLICIES,
    SHEETS,
    CellKind,
    Column,
    SheetOf,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import folded, shown
from plenary_tui.procedure.state.vocabulary import Tier

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
HOURS: tuple[str, ...] = ("opens", "closes")
README = "Read me"
READ = (CONFERENCE, README, *(sheet.name for sheet in SHEETS))
_SHEET_OF = {sheet.table: sheet.name for sheet in SHEETS if sheet.table} | {
    "files": DELEGATIONS.name,
    "[files], delegations": DELEGATIONS.name,
}
"""The sheet that a part of conference.toml is, where it has none at all."""
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
"""A spreadsheet's midnight: the day alone."""
_SHORT_TIME = re.compile(r"^0?([1-9]\d?):(\d\d):00$")
"""A length of 3:00 that a spreadsheet took for three o'clock."""
_NUMBERED = re.compile(r"\[\[(?P<table>\w+)\]\] (?P<number>\d+)(?:, (?P<rest>.*))?")


def is_workbook(name_or_path: str | Path) -> bool:
    """Whether a pack that is named is a workbook."""
    return Path(name_or_path).suffix.casefold() in SUFFIXES


@dataclass(slots=True)
class Origin:
    """Where in the workbook each line of the folder's files comes from.

    Attributes:
        name: of the workbook.
        sheets: the sheet that each CSV file comes from.
        keys: the row of each key of the first sheet.
        rows: the rows that the tables of each array come from, in order.
        problems: what the folder no longer shows.
    """

    name: str
    sheets: dict[str, str] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, problem: Problem) -> Problem:
        """The same problem, where it stands in the workbook."""
        if (sheet := self.sheets.get(problem.file)) is not None:
            return replace(problem, file=f"{self.name}, {sheet}")
        if problem.file != TOML:
            return problem
        if (numbered := _NUMBERED.fullmatch(problem.field)) is not None:
            rows = self.rows.get(numbered["table"], [])
            number = int(numbered["number"])
            if number <= len(rows):
                sheet, row = rows[number - 1]
                rest = (numbered["rest"] or "").rpartition(", ")[2]
                return replace(problem, file=f"{self.name}, {sheet}", line=row, field=rest)
        if (sheet := _SHEET_OF.get(problem.field)) is not None:
            where = replace(problem, file=f"{self.name}, {sheet}", line=None, field="")
            return replace(where, what="has no row", expected="a row for each")
        key = problem.field.rpartition(", ")[2].strip("[]")
        where = replace(problem, file=f"{self.name}, {CONFERENCE}", field=key)
        return replace(where, line=self.keys.get(key))


@contextmanager
def unfolded(path: Path) -> Iterator[tuple[Path, Origin]]:
    """A folder with the pack that a workbook holds, for as long as it is read.

    Raises `PackError` where the workbook itself cannot be read.
    """
    with TemporaryDirectory(prefix="plenary-") as place:
        folder = Path(place)
        yield folder, unfold(path, folder)


def unfold(path: Path, folder: Path) -> Origin:
    """Write the pack that a workbook holds into a folder. Raises `PackError` and `OSError`."""
    name = shown(path.name)
    try:
        content = read_raw(path).content
        if kind_of(content) is not Kind.WORKBOOK:
            raise Unreadable("is no workbook, whatever its name says", "an .xlsx or .ods file")
        sheets = read_sheets(content)
    except Unreadable as error:
        raise PackError([error.problem(name)]) from None
    unfolding = _Unfolding(name, {folded(sheet.name): sheet for sheet in sheets})
    files = unfolding.files()
    if unfolding.problems:
        raise PackError(unfolding.problems)
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return unfolding.origin


class _Unfolding:
    def __init__(self, name: str, sheets: dict[str, Sheet]) -> None:
        self.origin = Origin(name)
        self.problems: list[Problem] = []
        self._sheets = sheets
        self._entries = [
            sheet.name
            for sheet in sheets.values()
            if folded(sheet.name).startswith(LISTED.casefold())
        ]
        self._file_of: dict[str, str] = {}
        self._items_with_list: set[str] = set()

    def files(self) -> dict[str, str]:
        """The text of each file of the folder."""
        self._check_names()
        files = self._lists()
        top = self._top()
        tables: list[str] = []
        for sheet in SHEETS:
            if sheet.table:
                tables += self._tables(sheet)
            elif (text := self._csv(sheet.name, sheet.columns, sheet.file)) is not None:
                files[sheet.file] = text
        self._check_lists()
        delegations = [one for one in files if one == "delegations.csv"]
        parts = {"delegations": delegations} | (
            {"side_events": "side-events.csv"} if "side-events.csv" in files else {}
        )
        named = [f"{key} = {json.dumps(value)}" for key, value in parts.items()]
        return files | {TOML: "\n".join([*top, "", "[files]", *named, "", *tables, ""])}

    def _lists(self) -> dict[str, str]:
        """The file of each sheet with first entries that has any."""
        files: dict[str, str] = {}
        for number, name in enumerate(self._entries, start=1):
            file = f"list-{number}.csv"
            if (text := self._csv(name, ENTRIES, file)) is not None:
                files[file] = text
                self._file_of[folded(name[len(LISTED) :])] = file
        return files

    def _check_lists(self) -> None:
        """Entries of an item that has no list would be lost."""
        for item in self._file_of.keys() - self._items_with_list:
            where = f"{self.origin.name}, {self.origin.sheets[self._file_of[item]]}"
            what = f"has entries, and no row of the sheet {quoted(LISTS.name)} is for its item"
            row_there = "a row there with the item"
            self.origin.problems.append(Problem(where, None, "", what, row_there))

    def _check_names(self) -> None:
        for sheet in self._sheets.values():
            if sheet.name in READ or sheet.name in self._entries:
                continue
            expected = closest(sheet.name, READ)
            meant = f"{expected}, or a name that begins with “{LISTED}”" if expected else ""
            if expected:
                what = f"the sheet {quoted(sheet.name)} is not known"
                self.problems.append(Problem(self.origin.name, None, "", what, meant))
        if folded(CONFERENCE) not in self._sheets:
            what = f"has no sheet {quoted(CONFERENCE)}"
            how = "a workbook as plenary new --template FILE.xlsx makes it"
            self.problems.append(Problem(self.origin.name, None, "", what, how))

    def _top(self) -> list[str]:
        """The keys of the first sheet as lines of TOML."""
        sheet = self._sheets.get(folded(CONFERENCE))
        known = {column.key for column in KEYS}
        found: dict[str, str] = {}
        for row, cells in sheet.records if sheet else []:
            note, key, value = (*(cell.strip() for cell in cells[:3]), "", "", "")[:3]
            if folded(note) == EXAMPLE or not key or folded(key) == "key":
                continue
            if key not in known:
                expected = closest(key, sorted(known)) or "a key of the template"
                where = f"{self.origin.name}, {CONFERENCE}"
                self.problems.append(Problem(where, row, key, "is not known", expected))
                continue
            self.origin.keys[key] = row
            if value:
                found[key] = _SHORT_TIME.sub(r"\1:\2", value) if key in POLICIES else value
        lines = ["format = 1"]
        lines += [f"{key} = {_toml(value)}" for key, value in found.items() if key not in POLICIES]
        policies = [f"{key} = {_toml(found[key])}" for key in POLICIES if key in found]
        return [*lines, *(["", "[policies]", *policies] if policies else [])]

    def _rows(self, name: str, columns: tuple[Column, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a sheet that are no example: cells by the key of their column."""
        sheet = self._sheets.get(folded(name))
        if sheet is None or not sheet.records:
            return
        (line, header), *records = sheet.records
        titles = [folded(cell).replace(" ", "_") for cell in header]
        keys = {column.key for column in columns}
        moments = {column.key for column in columns if column.value is CellKind.MOMENT}
        for title in filter(None, titles):
            if title not in keys | {NOTE}:
                where = f"{self.origin.name}, {name}"
                expected = closest(title, sorted(keys)) or "a column of the template"
                self.problems.append(Problem(where, line, title, "is not known", expected))
        for row, cells in records:
            found = {
                title: " ".join(cell.split())
                for title, cell in zip(titles, cells, strict=False)
                if title
            }
            note = found.pop(NOTE, "")
            for key in moments & found.keys():
                found[key] = _DAY.sub(r"\g<0> 00:00", found[key])
            if folded(note) != EXAMPLE and any(found.values()):
                yield row, {key: value for key, value in found.items() if value and key in keys}

    def _tables(self, sheet: SheetOf) -> list[str]:
        several = {one.key for one in sheet.columns if one.value is CellKind.SEVERAL}
        lines: list[str] = []
        for row, cells in self._rows(sheet.name, sheet.columns):
            self.origin.rows.setdefault(sheet.table, []).append((sheet.name, row))
            hours: dict[str, str] = {}
            if sheet is LISTS:
                hours = {key: cells.pop(key) for key in ("opens", "closes") if key in cells}
            lines += ["", f"[[{sheet.table}]]"]
            for key, value in cells.items():
                parts = [part.strip() for part in re.split(r"[;\n]", value) if part.strip()]
                lines.append(f"{key} = {_toml(parts if key in several else value)}")
            if sheet is LISTS:
                lines += self._hours(cells.get("item", ""), hours)
        return lines

    def _hours(self, item: str, hours: dict[str, str]) -> list[str]:
        """The file of a list's first entries, and the hours of each of its tiers."""
        self._items_with_list.add(folded(item))
        file = self._file_of.get(folded(item))
        return [*([f"file = {_toml(file)}"] if file else []), *_tiers(hours)]

    def _csv(self, name: str, columns: tuple[Column, ...], file: str) -> str | None:
        """A sheet as the text of a CSV file, each row on the line of its number."""
        rows = list(self._rows(name, columns))
        if not rows:
            return None
        self.origin.sheets[file] = name
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        filled = {key for _, cells in rows for key in cells}
        keys = [column.key for column in columns if column.key in filled]
        writer.writerow(keys)
        for line, (row, cells) in _spaced(rows):
            out.write("\n" * (row - line))
            writer.writerow([cells.get(key, "") for key in keys])
        return out.getvalue()


def _spaced(
    rows: list[tuple[int, dict[str, str]]],
) -> Iterator[tuple[int, tuple[int, dict[str, str]]]]:
    """Each row with the line that comes next in the file."""
    line = 2
    for row, cells in rows:
        yield line, (row, cells)
        line = max(row, line) + 1


def _tiers(hours: dict[str, str]) -> list[str]:
    times = [f"{key} = {_toml(value)}" for key, value in hours.items()]
    return [line for tier in Tier for line in ("", f"[list.{tier}]", *times)] if times else []


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
