"""A pack completed: its files with what files of an office add to the conference it describes.

Comments, columns for people and the order of what stands there are kept. Nothing is written that
would not be a pack: what is written is first read as one, elsewhere.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from plenary_tui import medium
from plenary_tui.exchange.files import CONFERENCE
from plenary_tui.exchange.founding.invited import CLASSES
from plenary_tui.exchange.founding.new_pack import ORGANIZATIONS
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.packing import (
    DELEGATION_COLUMNS,
    ENTRY_COLUMNS,
    EVENT_COLUMNS,
    SIDE_EVENTS,
    csv_of,
    delegation_row,
    document_table,
    entry_rows,
    filled,
    meeting_table,
    side_event_row,
)
from plenary_tui.exchange.problems import PackError, Problem
from plenary_tui.exchange.tables import delimiter_of
from plenary_tui.exchange.values import YES
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import folded

BOM = "\ufeff"
CORRECTED = ("class", "group", "registered")
"""The columns of a delegation that a file of an office corrects."""


def complete(folder: Path, before: Conference, after: Conference) -> tuple[str, ...]:
    """Write the files of a pack that differ; their names.

    Args:
        before: what the pack describes.
        after: what it shall describe; delegations, items, meetings, drafts, events beside the
            meetings and first entries may have come, or differ.

    Raises `PackError` if it would be no pack, and `OSError`; nothing is changed then.
    """
    files = completed(folder, before, after)
    with tempfile.TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "pack"
        shutil.copytree(folder, copy)
        for name, content in files.items():
            (copy / name).write_bytes(content)
        load_pack(copy)
    _write(folder, files)
    return tuple(files)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none."""
    there = {name: folder / name for name in files}
    old = {
        name: path.read_bytes() if medium.is_there(path) else None for name, path in there.items()
    }
    written: list[str] = []
    try:
        for name, content in files.items():
            like = folder / CONFERENCE if old[name] is None else there[name]
            rights = like.stat().st_mode
            medium.keep_file(there[name], content)
            there[name].chmod(rights)
            written.append(name)
    except OSError:
        for name in written:
            if (content_before := old[name]) is None:
                there[name].unlink(missing_ok=True)
            else:
                medium.keep_file(there[name], content_before)
        raise


def completed(folder: Path, before: Conference, after: Conference) -> dict[str, bytes]:
    """The files that differ, by their names. Raises `PackError` and `OSError`."""
    text = (folder / CONFERENCE).read_bytes().decode("utf-8-sig")
    try:
        top: dict[str, Any] = tomlkit.parse(text)
    except TOMLKitError as error:
        what = f"is mended when it is read, but cannot be completed ({error})"
        raise PackError([Problem(CONFERENCE, None, "", what, "it corrected first")]) from None
    made = _Completing(folder, top, before, after)
    made.items()
    made.meetings()
    made.drafts()
    made.delegations()
    made.side_events()
    made.lists()
    if (now := tomlkit.dumps(top)) != text:
        made.files[CONFERENCE] = now.encode()
    return made.files


class _Completing:
    """Puts into the files of a pack what its conference has become.

    Attributes:
        files: those that differ, but for conference.toml.
    """

    def __init__(
        self, folder: Path, top: dict[str, Any], before: Conference, after: Conference
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._folder, self._top = folder, top
        self._before, self._after = before, after
        self._zone = ZoneInfo(after.timezone)

    def _tables(self, name: str) -> Any:
        """The tables of that name, in the order of the file; made if there are none."""
        if name not in self._top:
            self._top[name] = tomlkit.aot()
        tables = self._top[name]
        if not isinstance(tables, AoT):
            what = "is written in brackets, and cannot be completed"
            raise PackError([Problem(CONFERENCE, None, name, what, f"[[{name}]] for each")])
        return tables

    def items(self) -> None:
        """New items, and titles that differ."""
        if self._after.items == self._before.items:
            return
        tables = self._tables("item")
        by_symbol = {str(table.get("symbol")): table for table in tables}
        for item in self._after.items:
            table = by_symbol.get(item.symbol)
            if table is None:
                values = {"symbol": item.symbol, "title": item.title}
                tables.append(filled(values | {"documents": list(item.documents)}))
                continue
            if str(table.get("title")) != item.title:
                _put(table, "title", item.title)
            if list(table.get("documents", ())) != list(item.documents):
                _put(table, "documents", list(item.documents))

    def meetings(self) -> None:
        """New meetings, and those that were moved; all numbered in the order of time."""
        if self._after.programme == self._before.programme:
            return
        tables = self._tables("meeting")
        by_number = {table.get("number"): table for table in tables}
        there = {one.number: one for one in self._before.programme}
        ordered = sorted(self._after.programme, key=lambda one: one.starts)
        whole = tomlkit.aot()
        for number, meeting in enumerate(ordered, start=1):
            values = meeting_table(meeting, self._zone)
            table = by_number.get(meeting.number)
            if table is None:
                table = filled(values)
            elif there.get(meeting.number) != meeting:
                for key in ("starts", "ends", "items"):
                    if values[key] or key in table:
                        _put(table, key, values[key])
            if len(ordered) > len(there):
                _put(table, "number", number)
            whole.append(table)
        self._top["meeting"] = whole

    def drafts(self) -> None:
        """New drafts, and what was corrected of others."""
        before = self._before.documents
        if self._after.documents == before:
            return
        tables = self._tables("document")
        for place, draft in enumerate(self._after.documents):
            values = document_table(draft)
            if place >= len(before):
                tables.append(filled(values))
            elif draft != before[place]:
                for key in ("title", "symbol", "item"):
                    if values[key]:
                        _put(tables[place], key, values[key])

    def delegations(self) -> None:
        """New delegations, and what was corrected of others."""
        before = {one.id: one for one in self._before.delegations}
        rows = {
            one.id: delegation_row(one)
            for one in self._after.delegations
            if before.get(one.id) != one
        }
        if not rows:
            return
        names = [str(name) for name in self._top["files"]["delegations"]]
        tables = {
            name: _Table((self._folder / name).read_bytes().decode("utf-8")) for name in names
        }
        for table in tables.values():
            for row in table.rows:
                code = table.cell(row, "code").upper()
                if code in rows:
                    corrected = rows.pop(code)
                    for column in CORRECTED:
                        table.put(row, column, corrected[column])
        for new in rows.values():
            self._table_for(new, tables).add(new)
        for name, table in tables.items():
            if table.changed:
                self.files[name] = table.content

    def _table_for(self, new: dict[str, str], tables: dict[str, _Table]) -> _Table:
        """The file that has others of its class; organizations get one of their own."""
        wanted = new["class"]
        for table in tables.values():
            if any(table.cell(row, "class") == wanted for row in table.rows):
                return table
        if wanted in CLASSES:
            if ORGANIZATIONS not in tables:
                tables[ORGANIZATIONS] = _Table(csv_of(DELEGATION_COLUMNS, ()))
                self._top["files"]["delegations"].append(ORGANIZATIONS)
            return tables[ORGANIZATIONS]
        return next(reversed(tables.values()))

    def side_events(self) -> None:
        """Events beside the meetings, in their file."""
        before, after = self._before.side_events, self._after.side_events
        if after == before:
            return
        above = len(self._top.get("side_event", ()))
        if after[:above] != before[:above]:
            first = next(one for one, was in zip(after, before, strict=False) if one != was)
            what = f"“{first.title}” would change"
            raise PackError([Problem(CONFERENCE, None, "side_event", what, "it changed by hand")])
        name = self._top["files"].get("side_events")
        if name is None:
            name = SIDE_EVENTS
            _put(self._top["files"], "side_events", name)
        rows = (side_event_row(one, self._zone) for one in after[above:])
        self.files[str(name)] = csv_of(EVENT_COLUMNS, rows).encode()

    def lists(self) -> None:
        """First entries, each list in its file."""
        before = {speakers.item: speakers.waiting for speakers in self._before.lists}
        for number, speakers in enumerate(self._after.lists, start=1):
            if speakers.waiting == before.get(speakers.item, ()):
                continue
            tables = self._tables("list")
            table = next((one for one in tables if one.get("item") == speakers.item), None)
            if table is None:
                tables.append(filled({"item": speakers.item}))
                table = tables[-1]
            if "file" not in table:
                _put(table, "file", f"list-{number}.csv")
            text = csv_of(ENTRY_COLUMNS, entry_rows(speakers, self._zone))
            self.files[str(table["file"])] = text.encode()


def _put(table: Any, key: str, value: object) -> None:
    """Put a value in a table: in its place, or before the comments that belong to what follows."""
    if key in table or not hasattr(table, "value"):
        table[key] = value
        return
    body = table.value.body
    after = []
    while body and body[-1][0] is None:
        after.append(body.pop())
    table[key] = value
    body.extend(reversed(after))


class _Table:
    """A CSV file of a pack, to be corrected and added to as it is saved.

    Attributes:
        rows: the cells of each row, its header not counted.
        changed: whether anything is not as it was.
    """

    def __init__(self, text: str) -> None:
        self._bom = BOM if text.startswith(BOM) else ""
        text = text.removeprefix(BOM)
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._delimiter = delimiter_of(text, ("code", "name", *CORRECTED))
        records = csv.reader(io.StringIO(text, newline=""), delimiter=self._delimiter)
        self._header, *self.rows = list(records)
        self._columns = [title.strip().casefold() for title in self._header]
        self.changed = False

    def cell(self, row: list[str], column: str) -> str:
        """The cell of a row; "" if there is none."""
        if column not in self._columns:
            return ""
        place = self._columns.index(column)
        return row[place].strip() if place < len(row) else ""

    def put(self, row: list[str], column: str, value: str) -> None:
        """Correct a cell, if it differs; a column that is missing is made."""
        if column == "registered" and (value == "yes") == (folded(self.cell(row, column)) in YES):
            return
        if self.cell(row, column) == value:
            return
        if column not in self._columns:
            self._header.append(column)
            self._columns.append(column)
            for one in self.rows:
                one.append("")
        row[self._columns.index(column)] = value
        self.changed = True

    def add(self, cells: dict[str, str]) -> None:
        """Add a row."""
        self.rows.append([""] * len(self._columns))
        for column, value in cells.items():
            if value:
                self.put(self.rows[-1], column, value)
        if "registered" in self._columns and cells["registered"] != "yes":
            self.rows[-1][self._columns.index("registered")] = cells["registered"]
        self.changed = True

    @property
    def content(self) -> bytes:
        """The file as it is to be saved."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self._delimiter, lineterminator=self._end)
        written: Iterable[list[str]] = (self._header, *self.rows)
        writer.writerows(written)
        return f"{self._bom}{out.getvalue()}".encode()
