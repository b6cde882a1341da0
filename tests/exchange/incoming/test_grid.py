"""Where the header is, headers that stand twice, tables that are too large."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.grid import HEADER_AGAIN
from tests.exchange.incoming.offices import names, read, roles, told, workbook


def test_the_header_is_found_below_title_lines(tmp_path: Path) -> None:
    text = "Conference of the Parties,,\nList of States,,\n,,\nNo.,Country,Region\n1,Ghana,Africa\n"
    offer = read(tmp_path, "a.csv", text)
    assert [(one.line, one.name, one.group) for one in offer.delegations] == [
        (5, "Ghana", "Africa")
    ]


def test_a_list_without_a_header_loses_no_row(tmp_path: Path) -> None:
    assert names(read(tmp_path, "a.csv", "Ghana\nFrance\nUK\n")) == ["Ghana", "France", "UK"]
    assert names(read(tmp_path, "b.csv", "1,Ghana\n2,France\n")) == ["Ghana", "France"]


def test_a_second_header_line_is_left_out_and_counted(tmp_path: Path) -> None:
    text = (
        "Delegation,Speaker,Language\nDélégation,Orateur,Langue\nGhana,A B,English\n"
        "Delegation,Speaker,Language\nPeru,X Y,Spanish\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert [one.delegation for one in offer.entries] == ["Ghana", "Peru"]
    assert offer.left_out == {HEADER_AGAIN: 2}


def test_of_a_header_in_two_lines_each_column_has_what_says_more(tmp_path: Path) -> None:
    text = "Participant data,,Statement,\nDelegation,Speaker,Language,Item\nGhana,A,English,1\n"
    assert list(roles(read(tmp_path, "a.csv", text)).values()) == [
        "delegation",
        "speaker",
        "language",
        "item",
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_20_000_rows_are_read_and_one_more_is_refused(tmp_path: Path, kind: str) -> None:
    def made(rows: int) -> bytes:
        if kind == "csv":
            return b"Country,x\n" + b"Ghana,1\n" * rows
        return workbook(["Country"], *([["Ghana"]] * rows))

    assert not told(read(tmp_path, f"a.{kind}", made(20_000)))
    assert told(read(tmp_path, f"a.{kind}", made(20_001))) == [
        f"a.{kind}, line 20002: has 20,001 rows; expected 20,000 at most; split it"
    ]


def test_over_200_columns_are_refused(tmp_path: Path) -> None:
    titles = ",".join(["Country", *(f"c{n}" for n in range(200))])
    assert "has 201 columns; expected 200 at most" in told(read(tmp_path, "a.csv", titles))[0]


def test_a_last_row_that_ends_early_is_a_file_cut_off(tmp_path: Path) -> None:
    rows = "".join(f"{name},State,x\n" for name in ("Ghana", "Kenya", "Peru", "Mali"))
    whole = f"Country,Class,Group\n{rows}"
    assert not read(tmp_path, "a.csv", whole).problems
    offer = read(tmp_path, "a.csv", whole[:-9])
    assert told(offer) == [
        "a.csv, line 5: ends after 1 of 3 cells, so the file may be cut off; "
        "expected it saved or sent again"
    ]
    assert names(offer) == ["Ghana", "Kenya", "Peru"]


def test_a_first_row_with_two_cells_that_are_titles_too_is_no_second_header(
    tmp_path: Path,
) -> None:
    text = (
        "ID,Last Name,My role,Delegation,Email,Registration state\n"
        "No,A,Head of delegation,Ghana,a@example.org,Completed\n"
        "2,B,Adviser,Peru,b@example.org,Completed\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert "My role" in [column.title for column in offer.columns]
    assert names(offer) == ["Ghana", "Peru"]
