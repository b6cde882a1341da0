"""The records of a delimited text: what separates its cells, and where its quotation marks fail."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from plenary_tui.exchange.incoming.numbered import is_numbered
from plenary_tui.exchange.incoming.rawfile import COLUMNS, ROWS, Unreadable
from plenary_tui.exchange.problems import Problem

Record = tuple[int, list[str]]
"""The line on which a record begins, and its cells."""

DELIMITERS = ",;\t|"
NONE = "\x1f"
"""What separates the cells of a text without any: a character that no text has."""
_LOOKED_AT = 50
"""Records by which the delimiter is chosen."""
_TOLD = re.compile(r'"?sep=(.)"?\s*?(?:\r\n|\r|\n)', re.IGNORECASE)
_SPACED = re.compile(r'"[^"]*"(?: "[^"]*")+')
_MOST_TOLD = 200
"""Records with wrong quotation marks that are named."""


def read_records(file: str, text: str, problems: list[Problem]) -> list[Record]:
    """The records that are not blank; raises `Unreadable` if there are far too many."""
    first_line = 1
    if found := _TOLD.match(text):
        delimiter, text, first_line = found[1], text[found.end() :], 2
    else:
        delimiter = delimiter_of(text)
    records: list[Record] = []
    wrong = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return records
        except csv.Error as error:
            wrong += 1
            if wrong <= _MOST_TOLD:
                problems.append(_wrong(file, line, str(error)))
            continue
        if any(cell.strip() for cell in cells):
            records.append((line, cells))
        if len(records) > ROWS + 50:
            raise Unreadable(
                f"has more than {ROWS:,} rows", "fewer: split it, or keep the rows that are needed"
            )
        if len(cells) > COLUMNS and any(cell.strip() for cell in cells[COLUMNS:]):
            raise Unreadable(
                f"has {len(cells):,} columns", f"{COLUMNS} at most", line if line > 1 else None
            )


def _wrong(file: str, line: int, why: str) -> Problem:
    if "field larger" in why:
        return Problem(file, line, "", "has a cell that is too long", "less than 131,072 letters")
    if "unexpected end" in why:
        return Problem(file, line, "", "a quotation mark that opens here is never closed")
    if "new-line" in why:
        return Problem(file, line, "", "has a line break outside quotation marks")
    what = "the quotation marks do not match"
    return Problem(file, line, "", what, 'a value with such marks as "He said ""yes"""')


def delimiter_of(text: str) -> str:
    """What separates the cells: that by which most of the first records are of one width."""
    sample = "".join(text[: 1 << 17].splitlines(keepends=True)[: 4 * _LOOKED_AT])

    def fit(delimiter: str) -> tuple[float, int]:
        widths: Counter[int] = Counter()
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        try:
            for number, cells in enumerate(reader):
                if number >= _LOOKED_AT:
                    break
                if any(cell.strip() for cell in cells):
                    widths[len(cells)] += 1
        except csv.Error:
            return 0.0, 0
        several = {width: count for width, count in widths.items() if width > 1}
        if not several:
            return 0.0, 0
        width, count = max(several.items(), key=lambda one: (one[1], one[0]))
        return count / widths.total(), width

    best = max(DELIMITERS, key=fit)
    lines = [line for line in sample.splitlines()[1:_LOOKED_AT] if line.strip()]
    spaced = sum(1 for line in lines if _SPACED.fullmatch(line.strip()))
    if lines and spaced >= len(lines) / 2 and fit(best)[0] < 0.9:
        return " "
    if is_numbered(lines) and fit(best)[0] < 0.5:
        return NONE
    return best
