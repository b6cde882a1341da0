"""The workbook: its sheets, that nothing is a formula, charts, and the same bytes twice."""

from __future__ import annotations

import io
import sys
from datetime import datetime, timedelta

import pytest
from python_calamine import CalamineWorkbook

from plenary_tui.exchange.outgoing.archive import members
from plenary_tui.exchange.outgoing.figures_book import figures_book, written_with
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.record.facts import ConferenceRecord
from tests.exchange.outgoing.samples import ARABIC, CHINESE, many_writings
from tests.views.record.recorded import DRAFT, record_of, spoken_on

Rows = list[list[object]]


def sheets(record: ConferenceRecord) -> dict[str, Rows]:
    """The sheets of a record's workbook, by name, as a reader of workbooks has them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(figures_book(record)))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_every_statement_with_moments_and_lengths_that_can_be_reckoned_with() -> None:
    record = many_writings()
    heads, first, *_ = sheets(record)["Statements"]
    row = dict(zip(map(str, heads), first, strict=True))
    assert (row["Delegation"], row["Speaker"], row["Code"]) == ("Nigeria", ARABIC, "NGA")
    began = row["Began"]
    assert isinstance(began, datetime)
    assert abs(began - datetime(2024, 10, 14, 10)) < timedelta(hours=2)  # local
    length = row["Length"]
    assert isinstance(length, timedelta) and length == timedelta(seconds=170)
    assert sheets(record)["Statements"][2][heads.index("Speaker")] == CHINESE


def test_nothing_is_a_formula() -> None:
    content = members(figures_book(many_writings()))
    assert all(b"<f>" not in data for name, data in content.items() if "worksheets" in name)
    cells = [cell for row in sheets(many_writings())["Statements"] for cell in row]
    assert "=HYPERLINK(1)" in cells and "@SUM(A1)" in cells


def test_figures_by_group_tier_and_delegation_end_with_all_of_them() -> None:
    found = sheets(many_writings())
    assert list(found)[:3] == ["Statements", "By group", "By tier"]
    assert list(found)[-3:] == ["By delegation", "Decisions", "Read me"]
    assert [row[:2] for row in found["By tier"]] == [["Tier", "Heard"], ["States", 4.0]]
    assert [row[0] for row in found["By delegation"]] == [
        *("Delegation", "Guinea", "Niger", "Nigeria", "Türkiye"),
    ]
    niger = dict(zip(map(str, found["By delegation"][0]), found["By delegation"][2], strict=True))
    assert (niger["Over"], niger["Overrun"]) == (1.0, timedelta(seconds=20))


def test_decisions_with_their_votes() -> None:
    chamber = spoken_on("2", "Nigeria")
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", document="L.4", in_favour=5, against=1, abstaining=1)
    heads, row = sheets(record_of(chamber))["Decisions"]
    found = dict(zip(map(str, heads), row, strict=True))
    assert (found["Draft"], found["Title"]) == ("L.4", DRAFT.title)
    assert [found[one] for one in ("In favour", "Against", "Abstaining")] == [5, 1, 1]
    assert found["Outcome"] == "adopted"


def test_charts_are_the_workbooks_own_and_described() -> None:
    content = members(figures_book(many_writings()))
    charts = [data for name, data in content.items() if name.startswith("xl/charts/chart")]
    assert len(charts) >= 2 and all(b"barChart" in one for one in charts[:2])
    drawings = [data for name, data in content.items() if name.startswith("xl/drawings/drawing")]
    assert all(b"the table beside it has the figures" in one for one in drawings)


def test_bars_begin_at_nothing_so_that_their_lengths_are_what_they_say() -> None:
    content = members(figures_book(many_writings()))
    bars = [data for name, data in content.items() if b"barChart" in data]
    assert bars and all(b'<c:min val="0"/>' in one for one in bars)


def test_the_foot_is_in_it_and_the_bytes_are_the_same_twice() -> None:
    record = many_writings()
    assert figures_book(record) == figures_book(record)
    said = [str(row[0]) for row in sheets(record)["Read me"]]
    assert record.made.hash in said and f"Made by plenary_tui 9.9: {record.made.command}" in said
    assert written_with() in members(figures_book(record))["docProps/core.xml"].decode()


def test_a_rehearsal_says_so_and_nobody_heard_is_no_error() -> None:
    record = replace(record_of(spoken_on()), **{"rehearsal": True})
    assert ["** REHEARSAL **"] in sheets(record)["Read me"]


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(NoLibrary, match=r"pip install 'plenary-tui\[office\]'"):
        figures_book(many_writings())
