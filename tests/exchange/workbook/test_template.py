"""The template is written with the States, and read back as nothing but what was filled in."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
import python_calamine

from plenary_tui.exchange.founding.invited import all_states
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.problems import PackError
from plenary_tui.exchange.workbook.sheets import SHEETS
from plenary_tui.exchange.workbook.template import NoWriter, write_template


def test_it_has_a_sheet_for_each_part_and_the_states(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path, all_states())
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == [
        "Read me", "Conference", *(sheet.name for sheet in SHEETS), "List 2(a)",
    ]  # fmt: skip
    rows = book.get_sheet_by_name("Delegations").to_python()
    assert len(rows) == 2 + 198
    assert rows[1][0] == "example"


def test_what_is_not_filled_in_is_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path, all_states())
    with pytest.raises(PackError) as error:
        load_pack(path)
    assert all("is missing" in line or "has no row" in line for line in error.value.lines)
    assert not any("Delegations" in line for line in error.value.lines)


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(NoWriter, match="plenary-tui\\[office\\]"):
        write_template(tmp_path / "t.xlsx", ())


def test_whose_request_it_is_is_chosen_from_the_sheet_of_delegations(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path, all_states())
    with zipfile.ZipFile(path) as book:
        listed = book.read("xl/worksheets/sheet9.xml").decode()
    assert "<formula1>'Delegations'!$C$3:$C$5001</formula1>" in listed
    name = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Delegations")
    assert name.to_python()[2][2] == "Afghanistan"
