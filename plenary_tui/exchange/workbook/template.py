"""The workbook that an office fills in: a sheet for each part, with lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plenary_tui.exchange.workbook.sheets import (
    CONFERENCE,
    DELEGATIONS,
    ENTRIES,
    EXAMPLE,
    KEYS,
    LISTED,
    MOST,
    NOTE,
    SHEETS,
    CellKind,
    Column,
    SheetOf,
)
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.views.wording.extras import install

README = "Read me"
SAYS = (
    "This workbook describes a conference. Fill in the sheets, then:",
    "    plenary check FILE.xlsx        tells all that is wrong, with sheet, row and column",
    "    plenary rehearse --pack FILE.xlsx",
    "    plenary new --pack FILE.xlsx   sets the conference up",
    "Rows with “example” in the first column are left out; they may be deleted.",
    "First entries of a list stand in a sheet called “List” and the item's symbol: “List 2(a)”.",
    "Days as 2027-03-01, days and times as 2027-03-01 10:00, local. Several values: ; between two.",
)
WIDTH = 20
FORMATS = {CellKind.DAY: "yyyy-mm-dd", CellKind.MOMENT: "yyyy-mm-dd hh:mm"}


class NoWriter(Explained):
    """The library that writes workbooks is not installed."""


def write_template(path: Path, states: Iterable[Mapping[str, str]]) -> None:
    """Write the workbook, with the States filled in.

    Raises `NoWriter` without the library, and `OSError`.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise NoWriter(
            f"Writing a workbook needs the office extra: {install('office')}.",
            "Or name a folder: plenary new --template FOLDER writes CSV files.",
        ) from None
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    _Writer(book).write(states)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(getattr(error.args[0], "errno", 5), str(error)) from None


class _Writer:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._grey = book.add_format({"font_color": "#808080", "italic": True})
        self._wrapped = book.add_format({"text_wrap": True})
        self._formats = {
            value: book.add_format({"num_format": form}) for value, form in FORMATS.items()
        } | {CellKind.TEXT: book.add_format({"num_format": "@"})}

    def write(self, states: Iterable[Mapping[str, str]]) -> None:
        sheet = self._book.add_worksheet(README)
        sheet.set_column(0, 0, 100, self._wrapped)
        for row, line in enumerate(SAYS):
            sheet.write_string(row, 0, line)
        self._conference()
        for one in SHEETS:
            self._table(one, states if one is DELEGATIONS else ())
        self._table(SheetOf(f"{LISTED}2(a)", ENTRIES), ())

    def _conference(self) -> None:
        sheet = self._book.add_worksheet(CONFERENCE)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate((NOTE, "key", "value", "what it is")):
            sheet.write_string(0, column, title, self._bold)
        sheet.set_column(1, 2, 2 * WIDTH)
        sheet.set_column(3, 3, 3 * WIDTH, self._grey)
        for row, key in enumerate(KEYS, start=1):
            sheet.write_string(row, 1, key.key)
            sheet.write_blank(row, 2, None, self._formats.get(key.value))
            example = f", e.g. {key.example}" if key.example else ""
            sheet.write_string(row, 3, f"{key.about}{example}", self._grey)

    def _table(self, of: SheetOf, rows: Iterable[Mapping[str, str]]) -> None:
        sheet = self._book.add_worksheet(of.name)
        sheet.freeze_panes(1, 0)
        sheet.write_string(0, 0, NOTE, self._bold)
        sheet.write_string(1, 0, EXAMPLE, self._grey)
        for place, column in enumerate(of.columns, start=1):
            sheet.write_string(0, place, column.key, self._bold)
            sheet.write_comment(0, place, column.about)
            sheet.write_string(1, place, column.example, self._grey)
            sheet.set_column(place, place, WIDTH, self._formats.get(column.value))
            self._choices(sheet, place, column)
        for row, cells in enumerate(rows, start=2):
            for place, column in enumerate(of.columns, start=1):
                if cells.get(column.key):
                    sheet.write_string(row, place, cells[column.key])

    def _choices(self, sheet: Any, place: int, column: Column) -> None:
        if column.key == "delegation":
            # Too many to stand in the cell: what the sheet of delegations has, and others too.
            at = 1 + [one.key for one in DELEGATIONS.columns].index("name")
            names = f"='{DELEGATIONS.name}'!${chr(65 + at)}$3:${chr(65 + at)}$5001"
            rule = {"validate": "list", "source": names, "error_type": "information"}
            sheet.data_validation(1, place, 5000, place, rule)
            return
        choices = [str(one) for one in column.choices]
        if choices and len(",".join(choices)) <= MOST:
            sheet.data_validation(
                1, place, 5000, place, {"validate": "list", "source": choices, "ignore_blank": True}
            )
