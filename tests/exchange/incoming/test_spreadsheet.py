"""Workbooks: the sheet that is meant, values as they would be written, sizes that are refused."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from plenary_tui.exchange.incoming.spreadsheet import as_text
from tests.exchange.incoming.offices import names, read, told, workbook


def test_a_list_below_title_lines_is_read_from_the_sheet_that_is_shown(tmp_path: Path) -> None:
    received = datetime(2024, 9, 2, 9, 30)
    content = workbook(
        ["List of speakers, draft"],
        [],
        ["Delegation", "Speaker", "Received", "Item", "Language"],
        ["Côte d’Ivoire", "Mme Awa Koné", received, "1(f)", "French"],
        ["中国", "王小明", 45537.5, 2.0, "中文"],
        ["الجزائر", "أحمد بن علي", "2024-09-02 12:00", "1 (f)", "العربية"],
        ["Россия", "Иван Щукин", "02.09.2024 12:00", "1(f)", "русский"],
        sheet="Requests",
        hidden="Old",
    )
    offer = read(tmp_path, "requests.xlsx", content)
    assert not offer.problems and offer.sheet == "Requests"
    assert [one.delegation for one in offer.entries] == [
        "Côte d’Ivoire",
        "中国",
        "الجزائر",
        "Россия",
    ]
    assert [one.line for one in offer.entries] == [4, 5, 6, 7]
    assert [one.item for one in offer.entries] == ["1(f)", "2", "1(f)", "1(f)"]
    assert offer.entries[0].received_at == datetime(2024, 9, 2, 7, 30, tzinfo=UTC)
    assert {one.received_at for one in offer.entries[1:]} == {datetime(2024, 9, 2, 10, tzinfo=UTC)}


def test_a_sheet_that_is_told_is_read(tmp_path: Path) -> None:
    content = workbook(["Country"], ["Ghana"], sheet="States")
    assert names(read(tmp_path, "a.xlsx", content, sheet="states")) == ["Ghana"]
    offer = read(tmp_path, "a.xlsx", content, sheet="Satets")
    assert told(offer) == ["a.xlsx: has no sheet “Satets”; expected “States”"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.0, "4"),
        (1.5, "1.5"),
        (True, "TRUE"),
        (False, ""),
        (datetime(2024, 10, 14), "2024-10-14"),
        (datetime(2024, 10, 14, 9, 30), "2024-10-14 09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=26), "26:00:00"),
        (None, ""),
    ],
)
def test_a_value_is_as_it_would_be_written(value: object, text: str) -> None:
    assert as_text(value) == text


def test_a_column_of_formulas_never_calculated_is_told(tmp_path: Path) -> None:
    content = workbook(["Delegation", "Speaker"], ["=B2", "Ama"], ["=B3", "Bo"])
    (sentence,) = told(read(tmp_path, "a.xlsx", content))
    assert sentence.startswith("a.xlsx, Delegation: is empty in every row")


def test_cells_far_apart_are_refused_before_the_memory_is_full(tmp_path: Path) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Delegation")
        sheet.write(1_048_575, 16_383, "x")
    assert told(read(tmp_path, "a.xlsx", made.getvalue())) == [
        "a.xlsx: has 1,048,576 rows; expected 20,000 at most"
    ]
    wide = workbook(["Delegation", *range(210)], ["Ghana"])
    assert "has 211 columns; expected 200 at most" in told(read(tmp_path, "a.xlsx", wide))[0]


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    assert "is empty" in told(read(tmp_path, "a.xlsx", workbook()))[0]


def test_without_the_library_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    (sentence,) = told(read(tmp_path, "a.xlsx", workbook(["Country"], ["Ghana"])))
    assert "pip install 'plenary-tui[office]'" in sentence and "CSV UTF-8" in sentence
    assert names(read(tmp_path, "a.csv", "Country\nGhana\n")) == ["Ghana"]


def open_document(rows: str) -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}:office:1.0" '
        f'xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Liste">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{office}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>'
        "</manifest:manifest>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("mimetype", mimetype)
        zipped.writestr("META-INF/manifest.xml", manifest)
        zipped.writestr("content.xml", content)
    return made.getvalue()


def cell(text: str, repeated: int = 1) -> str:
    """A cell of an OpenDocument spreadsheet."""
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" '
        f'office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def row(*cells: str, repeated: int = 1) -> str:
    """A row of it."""
    many = f'table:number-rows-repeated="{repeated}"'
    return f"<table:table-row {many}>{''.join(cells)}</table:table-row>"


def test_an_open_document_spreadsheet_is_read(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = row(cell("Pays"), cell("Groupe")) + row(cell("Algérie"), cell("Afrique"))
    offer = read(tmp_path, "a.ods", open_document(rows + row(empty, repeated=1_048_574)))
    assert not offer.problems and offer.sheet == "Liste"
    assert [(one.name, one.group) for one in offer.delegations] == [("Algérie", "Afrique")]


def test_cells_that_are_repeated_until_the_memory_is_full_are_refused(tmp_path: Path) -> None:
    rows = row(cell("Pays")) + row(cell("Ghana"), repeated=1_000_000)
    assert "has 1,000,000 rows" in told(read(tmp_path, "a.ods", open_document(rows)))[0]
    rows = row(cell("Pays")) + row(cell("Ghana", 16_000))
    assert "has 16,000 columns" in told(read(tmp_path, "a.ods", open_document(rows)))[0]
