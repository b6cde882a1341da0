"""The records of a workbook (.xlsx, .xls, .ods), each cell as text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.rawfile import COLUMNS, ROWS, Unreadable
from plenary_tui.exchange.problems import meant, quoted
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.wording.extras import install

MISSING = (
    f"reading spreadsheets needs the office extra: {install('office')}",
    "that, or the sheet saved as CSV UTF-8",
)
"""What is said where the library is not installed."""
_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*(?<!/)>")
_REPEATED = re.compile(
    rb"<table:table-cell\b[^>]*number-columns-repeated=\"(\d+)\"[^>]*value-type"
    rb"|<table:table-cell\b[^>]*value-type[^>]*number-columns-repeated=\"(\d+)\""
)
_ROWS_REPEATED = re.compile(
    rb"<table:table-row\b[^>]*number-rows-repeated=\"(\d+)\"[^>]*(?<!/)>(.*?)</table:table-row>",
    re.DOTALL,
)
_DAMAGED = Unreadable("is damaged, or no spreadsheet", "it opened and saved again")
_MOST_SHEETS = 50
"""Sheets that are looked at for the one that is meant."""


class Sheet(Value):
    """A sheet and its records that are not blank.

    Attributes:
        beside: the names of all sheets that are not hidden.
    """

    name: str
    records: list[Record]
    beside: tuple[str, ...] = ()


def read_workbook(content: bytes, told: str, likeness: Callable[[list[Record]], int]) -> Sheet:
    """The sheet that is told, else the visible one that is most like a table that is known.

    Raises `Unreadable`.

    Args:
        told: the sheet's name; "" if nobody says it.
        likeness: how many titles that are known a sheet has.
    """
    best: tuple[int, Sheet] | None = None
    with _opened(content) as (workbook, visible):
        if told:
            by_name = {name.casefold(): name for name in workbook.sheet_names}
            if told.casefold() not in by_name:
                raise Unreadable(f"has no sheet {quoted(told)}", meant(told, visible))
        looked_at = [by_name[told.casefold()]] if told else visible
        for name in looked_at[:_MOST_SHEETS]:
            records = _records(workbook.get_sheet_by_name(name))
            sheet = Sheet(name, records, tuple(visible))
            if sheet.records and (best is None or likeness(sheet.records) > best[0]):
                best = likeness(sheet.records), sheet
    if best is None:
        which = f"its sheet {quoted(told)}" if told else "every sheet that is not hidden"
        raise Unreadable(f"is empty: nothing stands in {which}", "a sheet with rows")
    return best[1]


def read_sheets(content: bytes) -> list[Sheet]:
    """Every sheet that is not hidden; raises `Unreadable`."""
    with _opened(content) as (workbook, visible):
        return [
            Sheet(name, _records(workbook.get_sheet_by_name(name)))
            for name in visible[:_MOST_SHEETS]
        ]


@contextmanager
def _opened(content: bytes) -> Iterator[tuple[Any, list[str]]]:
    """The workbook, and the names of its sheets that are not hidden; raises `Unreadable`."""
    try:
        import python_calamine as calamine
    except ImportError:
        raise Unreadable(*MISSING) from None
    _check_size(content)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        yield workbook, visible
    except calamine.PasswordError:
        raise Unreadable("is protected with a password", "it saved without one") from None
    except calamine.CalamineError:
        raise _DAMAGED from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # which the library does not name
            raise _DAMAGED from None
        raise


def _records(sheet: object) -> list[Record]:
    """The records of a sheet of calamine that are not blank."""
    height, width = getattr(sheet, "height", 0), getattr(sheet, "width", 0)
    if height > ROWS + 50:
        raise _too_many_rows(height)
    if width > COLUMNS:
        raise _too_many_columns(width)
    start = getattr(sheet, "start", None) or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)  # type: ignore[attr-defined]
    return [
        (line, cells)
        for line, row in enumerate(rows, start=start[0] + 1)
        if any(cells := [one if type(one) is str else as_text(one) for one in row])
    ]


def as_text(value: object) -> str:
    """A cell as it would be written in a CSV file: whole numbers whole, dates in ISO's order."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            midnight = value.time() == time()
            return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds")
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case None:
            return ""
        case _:
            return str(value)


def _too_many_rows(rows: int) -> Unreadable:
    return Unreadable(f"has {rows:,} rows", f"{ROWS:,} at most")


def _too_many_columns(columns: int) -> Unreadable:
    return Unreadable(f"has {columns:,} columns", f"{COLUMNS} at most")


def _check_size(content: bytes) -> None:
    """Refuse sheets whose cells stand so far apart that what is between them fills the memory."""
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                _check_cells(archive.read(name))
            elif re.fullmatch(r"xl/worksheets/[^/]+\.bin", name):
                raise Unreadable("is a binary workbook (.xlsb)", "it saved again as .xlsx")
            elif name == "content.xml":
                _check_repeated(archive.read(name))


def _check_cells(sheet: bytes) -> None:
    rows, columns = 0, set()
    for column, row in _CELL.findall(sheet):
        columns.add(column)
        rows = max(rows, int(row))
    if rows > ROWS + 50:
        raise _too_many_rows(rows)
    most = max((_number(column) for column in columns), default=0)
    if most > COLUMNS:
        raise _too_many_columns(most)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _check_repeated(content: bytes) -> None:
    cells = (int(one or other) for one, other in _REPEATED.findall(content))
    if (most := max(cells, default=0)) > COLUMNS:
        raise _too_many_columns(most)
    for count, row in _ROWS_REPEATED.findall(content):
        if int(count) > ROWS and b"value-type" in row:
            raise _too_many_rows(int(count))
