"""What separates cells, and quotation marks that do not match."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.delimited import delimiter_of
from tests.exchange.incoming.offices import names, read, told


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_which_gives_rows_of_one_width(
    tmp_path: Path, delimiter: str
) -> None:
    rows = [("Delegation", "Speaker"), ("“Korea”, Republic of", "A"), ("Ghana", "B")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert delimiter_of(text) == delimiter


def test_names_with_commas_do_not_make_a_comma_the_delimiter() -> None:
    assert delimiter_of("Delegation;Speaker\nKorea, Republic of;A\nIran, Rep. of;B\n") == ";"


def test_blanks_separate_where_values_stand_in_quotation_marks() -> None:
    text = 'title first_name structure_level\n"" "Ama" "Ghana"\n"" "Bo" "Côte d\'Ivoire"\n'
    assert delimiter_of(text) == " "


def test_a_line_that_says_the_delimiter_is_honoured_and_dropped(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", 'sep=;\r\nDelegation;Speaker\r\n"Ghana";"A, B"\r\n')
    assert offer.entries[0].line == 3 and offer.entries[0].speaker == "A, B"


def test_a_row_of_several_lines_is_told_by_its_first(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", 'Country,x\n"Gha\nna",1\nPeru,2\n')
    assert [(one.line, one.name) for one in offer.delegations] == [(2, "Gha na"), (4, "Peru")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('Country,x\nPeru,1\nGhana,"A\n', "line 3: a quotation mark that opens here is never"),
        ('Country,x\nGhana,"A"B"\nPeru,1\n', "line 2: the quotation marks do not match"),
        ("Country,x\nGhana,1,2,3\nPeru,1\n", "line 2: has 4 cells where the header has 2"),
        (f"Country,x\nGhana,{'y' * 140_000}\nPeru,1\n", "line 2: has a cell that is too long"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read(
    tmp_path: Path, text: str, sentence: str
) -> None:
    offer = read(tmp_path, "a.csv", text)
    assert told(offer)[0].startswith(f"a.csv, {sentence}")
    assert names(offer) == ["Peru"]
