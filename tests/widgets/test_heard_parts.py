"""Rows of what was heard: each fits its width, and who spoke and for how long stays in sight."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.views.heard.heard_rows import HeardRow
from plenary_tui.views.heard.time_used import Bar, Times
from plenary_tui.widgets.heard_parts import AMENDED, columns_line, heard_parts
from tests.chamber import LONGEST_NAME

ROW = HeardRow(
    "statement",
    LONGEST_NAME,
    ("statement", 1),
    start="10:00",
    length="1:03:20",
    over="+53:20",
    language="Chinese",
    code="zh",
    what=("explanation before action", "expl."),
    group="Western European and Others",
    behalf="the Group of 77 and China",
    who="Mr. Sample Speaker 1, Minister for Foreign Affairs",
    amended=True,
)
TIMES = Times(12, timedelta(hours=12), timedelta(minutes=40), timedelta(hours=1), 3)
text = st.text(max_size=80)


def line_of(row: HeardRow, width: int) -> str:
    return "".join(part.text for part in heard_parts(row, width))


@pytest.mark.parametrize("width", [56, 75, 115, 195])
def test_name_times_and_mark_are_in_sight_at_any_width(width: int) -> None:
    line = line_of(ROW, width)
    assert line.startswith("  10:00 1:03:20 +53:20 " + AMENDED + "United Kingdom of")
    assert cell_len(line) <= width
    assert ("Western Europ" in line) is (width >= 110)
    assert ("zh" in line, "Chinese" in line) == (width < 110, width >= 110)
    assert LONGEST_NAME in line or width < 195


def test_heads_stand_over_their_columns() -> None:
    for width, head in ((75, "in"), (115, "language"), (195, "language")):
        short = HeardRow("statement", "Peru", start="10:00", language="French", code="fr")
        said = "fr" if width < 110 else "French"
        assert columns_line(width).index(head) == line_of(short, width).index(said)


@pytest.mark.parametrize("width", [75, 115, 195])
@pytest.mark.parametrize("name", [LONGEST_NAME, "الجزائر", "阿拉伯叙利亚共和国" * 4, "Fiji"])
def test_no_name_shifts_the_columns(name: str, width: int) -> None:
    row = HeardRow("statement", name, start="10:00", language="French", code="fr", who="Mr. Sample")
    line = line_of(row, width)
    said = "fr" if width < 110 else "French"
    head = "in" if width < 110 else "language"
    assert cell_len(line[: line.index(said)]) == columns_line(width).index(head)
    assert cell_len(line[: line.index("Mr. ")]) == columns_line(width).index("speaker")


@given(text, text, text, text, st.integers(1, 220))
def test_no_row_is_wider_than_there_is_room(
    name: str, who: str, behalf: str, group: str, width: int
) -> None:
    bar = Bar(name, TIMES, timedelta(hours=14), cell_len(name), 2, 20)
    for row in (
        HeardRow("statement", name, who=who, behalf=behalf, group=group, what=ROW.what),
        HeardRow("event", name, amended=True),
        HeardRow("correction", name, start="14.10. 10:00"),
        HeardRow("header", name),
        HeardRow("sentence", name),
        HeardRow("bar", name, bar=bar),
    ):
        assert cell_len(line_of(row, width)) <= width
