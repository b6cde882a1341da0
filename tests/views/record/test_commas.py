"""Comma-separated values that spreadsheets take for what they are."""

from __future__ import annotations

import csv
import io

from plenary_tui.views.record.commas import MARK, STATEMENTS, sheet_as_csv, statements_as_csv
from plenary_tui.views.record.figures import figures
from tests.views.record.recorded import record_of, spoken_on


def read(text: str) -> list[list[str]]:
    """The rows of a file."""
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))


def test_a_statement_is_a_row_with_all_that_is_known() -> None:
    chamber = spoken_on("1(f)", "Nigeria", language="French", on_behalf_of="the African Group")
    chamber.do("align", delegation="Niger, Guinea")
    heads, row, *rest = read(statements_as_csv(record_of(chamber)))
    assert tuple(heads) == STATEMENTS
    found = dict(zip(heads, row, strict=True))
    assert (found["delegation"], found["aligned"]) == ("Nigeria", "Niger; Guinea")
    assert found["started_at"] == "2024-10-14T10:01:00+02:00"
    assert (found["seconds"], found["limit"], found["over"]) == ("170", "180", "0")
    assert [one[0][:2] for one in rest] == ["# ", "# ", "# "]


def test_nothing_is_taken_for_a_formula() -> None:
    chamber = spoken_on("1(f)", "Nigeria", speaker='=HYPERLINK("x")', function="@SUM(1)")
    heads, row, *_ = read(statements_as_csv(record_of(chamber)))
    found = dict(zip(heads, row, strict=True))
    assert found["speaker"] == '\'=HYPERLINK("x")' and found["function"] == "'@SUM(1)"


def test_tables_stand_one_below_the_other() -> None:
    rows = read(sheet_as_csv(figures(record_of(spoken_on("1(f)", "Nigeria")))))
    assert rows[0] == ["By tier"] and rows[1][0] == "Tier" and rows[2][:2] == ["States", "1"]
    assert rows[3] == [] and rows[4] == ["States by regional group"]
