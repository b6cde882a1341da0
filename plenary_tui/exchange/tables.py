"""Rows of the CSV files of a pack, as a spreadsheet or a text editor saves them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Generic

from pydantic import BaseModel

from plenary_tui.exchange.files import read_text
from plenary_tui.exchange.problems import (
    Model,
    Problem,
    closest,
    keys_of,
    meant,
    quoted,
    validated,
)
from plenary_tui.procedure.state.frozen import Value

MOST_ROWS = 20_000
"""Rows of a table that are read: a hundred times what any conference has."""
DELIMITERS = ",;\t"
"""What may separate cells; spreadsheets write a semicolon where the comma is a decimal sign."""


class Row(Value):
    """A row of a CSV file: the line on which it begins, and its cells that are not empty."""

    file: str
    line: int
    cells: dict[str, str]

    def problem(self, key: str, what: str, expected: str = "") -> Problem:
        """A problem with the cell of that column."""
        what = "is empty" if what == "is missing" else what
        return Problem(self.file, self.line, key, what, expected)


class Read(Value, Generic[Model]):
    """A row and what it says; `model` is None if that does not fit."""

    row: Row
    model: Model | None


class Sheet(Value, Generic[Model]):
    """The rows of a CSV file; `whole` is False if some of them, or a column, could not be read."""

    rows: tuple[Read[Model], ...] = ()
    whole: bool = False


def read_table(
    folder: Path, name: str, model: type[Model], problems: list[Problem]
) -> Sheet[Model]:
    """The rows of a CSV file of a pack; whatever is wrong with them is added to the problems."""
    text = read_text(folder, name, problems)
    if text is None:
        return Sheet()
    keys = keys_of(model)
    broken: list[Problem] = []
    delimiter = delimiter_of(text, keys)
    records = _records(name, _with_straight_marks(text, delimiter), delimiter, broken)
    line, header = next(records, (1, []))
    columns = _columns(name, line, header, model, problems)
    if columns is None:
        problems.extend(broken)
        return Sheet()
    absent = _required(model) - set(columns)
    read: list[Read[Model]] = []
    for line, record in records:
        if len(read) == MOST_ROWS:
            broken.append(Problem(name, line, "", f"has more than {MOST_ROWS:,} rows before it"))
            break
        row = _row(name, line, record, columns, keys, problems)
        wrong: list[Problem] = []
        known = None
        if len(record) == len(columns):
            known = validated(model, row, row.cells, wrong)
        problems.extend(one for one in wrong if one.field not in absent)
        read.append(Read(row, known))
    problems.extend(broken)
    return Sheet(tuple(read), whole=not absent and not broken)


def delimiter_of(text: str, keys: tuple[str, ...]) -> str:
    """The delimiter that finds most known columns in the first line; a comma if in doubt."""
    first = text.partition("\n")[0]

    def found(delimiter: str) -> int:
        return sum(cell.strip().strip('"').casefold() in keys for cell in first.split(delimiter))

    return max(DELIMITERS, key=found)


def _with_straight_marks(text: str, delimiter: str) -> str:
    """The text with curly quotation marks around a whole cell made those that CSV knows.

    Lines with straight ones are left as they are: there the curly ones belong to the text.
    """
    if not re.search("[\u201c\u201e\u00ab]", text):
        return text
    edge, closing = re.escape(delimiter), "\u201c\u201d\u00bb"
    marked = rf"[\u201c\u201e\u00ab]([^{closing}]{{0,500}})[{closing}]"
    cell = re.compile(rf"(^|{edge}) *{marked} *(?={edge}|\r?$)")
    return "\n".join(
        line if '"' in line else cell.sub(lambda found: f'{found[1]}"{found[2].strip()}"', line)
        for line in text.split("\n")
    )


def _records(
    name: str, text: str, delimiter: str, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(_csv_problem(name, line, str(error)))
            continue
        if any(cell.strip() for cell in record):
            yield line, record


def _csv_problem(name: str, line: int, why: str) -> Problem:
    if "field larger" in why:
        return Problem(
            name, line, "", "has a cell that is too long", "less than 131,072 characters"
        )
    if "unexpected end" in why:
        return Problem(name, line, "", "a quotation mark that opens here is never closed")
    return Problem(
        name,
        line,
        "",
        "the quotation marks do not match",
        'a value with quotation marks as "He said ""yes"""',
    )


def _required(model: type[BaseModel]) -> set[str]:
    return {
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    }


def _columns(
    name: str, line: int, header: list[str], model: type[BaseModel], problems: list[Problem]
) -> list[str] | None:
    """The column of each cell; None if nothing can be made of the header line.

    A misspelt column counts as the one it was probably meant to be, so that its cells are checked.
    """
    keys = keys_of(model)
    columns = [cell.strip().casefold() for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if not set(columns) & set(keys):
        what = "has no header line with known columns" if columns else "is empty"
        problems.append(Problem(name, None, "", what, f"a header line of {', '.join(keys)}"))
        return None
    unused = [key for key in keys if key not in columns]
    for place, column in enumerate(columns):
        if column in columns[:place]:
            problems.append(Problem(name, line, column, "is the name of two columns", "one"))
            columns[place] = f"{column} ({place + 1})"
        elif column not in keys:
            what = f"{quoted(header[place])} is not a known column"
            problems.append(
                Problem(name, line, column, what, meant(column, unused) if unused else "none")
            )
            if (close := closest(column, unused)) is not None:
                columns[place] = close
                unused.remove(close)
    missing = sorted(_required(model) & set(unused), key=keys.index)
    problems.extend(
        Problem(name, line, key, "this column is missing", f"the columns {', '.join(keys)}")
        for key in missing
    )
    return columns


def _row(
    name: str,
    line: int,
    record: list[str],
    columns: list[str],
    keys: tuple[str, ...],
    problems: list[Problem],
) -> Row:
    """The row, without the cells of unknown columns; too many or too few cells are reported."""
    while len(record) > len(columns) and not record[-1].strip():
        record.pop()
    if len(record) != len(columns):
        cells = "1 cell" if len(record) == 1 else f"{len(record)} cells"
        problems.append(
            Problem(name, line, "", f"has {cells}", f"{len(columns)}, as in the header line")
        )
    pairs = zip(columns, record, strict=False)
    filled = {column: cell for column, cell in pairs if column in keys and cell.strip()}
    return Row(name, line, filled)
