"""A workbook is read as a pack, and what is wrong is told by sheet, row and column."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
import xlsxwriter

from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.problems import PackError
from plenary_tui.procedure.state.vocabulary import Language, Tier

Rows = list[list[object]]
CONFERENCE: Rows = [
    ["note", "key", "value"],
    ["", "id", "sample"],
    ["", "name", "Sample Congress"],
    ["", "timezone", "Europe/Vienna"],
    ["", "first_day", "2027-03-01"],
    ["", "last_day", "2 March 2027"],
    ["", "limit_seconds", "2:30"],
]
MEETINGS: Rows = [
    ["note", "number", "starts", "ends", "items"],
    ["example", "1", "2020-01-01 10:00", "2020-01-01 13:00", "9"],
    ["", 1, "2027-03-01 10:00", "2027-03-01 13h", "1; 2(a)"],
    [],
    ["", 2, "2027-03-01 15:00", "2027-03-01 18:00", ""],
]
AGENDA: Rows = [
    ["note", "symbol", "title", "kind"],
    ["", 1, "Opening", "procedural"],
    ["", "2(a)", "General debate", "General Discussion"],
]
DELEGATIONS: Rows = [
    ["note", "code", "name", "class", "registered", "m49", "also"],
    ["example", "ABC", "Sample", "NGO", "yes", "", ""],
    ["", "AUT", "Austria", "State party", "yes", 40, ""],
    ["", "CIV", "Côte d'Ivoire", "State party", "oui", 384, ""],
    [],
    ["", "HELP", "Help Society", "NGO", "yes", "", "Helpers; HS"],
]
LISTS: Rows = [
    ["note", "item", "opens", "closes"],
    ["", "2(a)", "2027-02-01", "2027-03-01 12:00"],
]
ENTRIES: Rows = [
    ["note", "delegation", "speaker", "language", "received at"],
    ["", "Ivory Coast", "N.N.", "French", "2027-02-02 9:30"],
    ["", "Helpers", "", "", "2027-02-03 10:00"],
]
SHEETS = {
    "Conference": CONFERENCE,
    "Meetings": MEETINGS,
    "Agenda": AGENDA,
    "Delegations": DELEGATIONS,
    "Lists": LISTS,
    "List 2(a)": ENTRIES,
}


def workbook(folder: Path, **changed: Rows | None) -> Path:
    """The workbook with some sheets changed, or left out; a name's blanks are underscores."""
    sheets: dict[str, Rows | None] = {**SHEETS}
    sheets |= {name.replace("_", " "): rows for name, rows in changed.items()}
    path = folder / "office.xlsx"
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "hh:mm"})
    for name, rows in sheets.items():
        if rows is not None:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    book.close()
    return path


def told(path: Path) -> list[str]:
    """What is wrong in it."""
    with pytest.raises(PackError) as error:
        load_pack(path)
    return list(error.value.lines)


def test_every_sheet_is_read_as_the_files_of_a_folder_are(tmp_path: Path) -> None:
    conference = load_pack(workbook(tmp_path)).conference
    assert (conference.name, conference.policies.limit.seconds) == ("Sample Congress", 150)
    assert [one.items for one in conference.programme] == [("1", "2(a)"), ()]
    assert {one.id: one.codes for one in conference.delegations} == {
        "AUT": ("040",),
        "CIV": ("384",),
        "HELP": (),
    }
    (speakers,) = conference.lists
    assert [one.delegation for one in speakers.waiting] == ["CIV", "HELP"]
    assert speakers.waiting[0].language is Language.FRENCH
    assert speakers.queue(Tier.NGOS).closes_at is not None


def test_a_row_that_is_wrong_is_told_by_sheet_row_and_column(tmp_path: Path) -> None:
    rows: Rows = [*DELEGATIONS[:3], ["", "GHA", "Ghana", "Sate party", "perhaps"]]
    lines = told(workbook(tmp_path, Delegations=rows, Lists=None, List_2_a_=None))
    assert any(
        line.startswith("office.xlsx, Delegations, line 4, class: “Sate party” is not known")
        for line in lines
    )
    assert any("office.xlsx, Delegations, line 4, registered" in line for line in lines)


def test_a_row_of_a_table_is_told_too(tmp_path: Path) -> None:
    rows: Rows = [*MEETINGS[:3], [], ["", 2, "2027-03-01 15:00", "later", ""]]
    (line,) = told(workbook(tmp_path, Meetings=rows))
    assert line.startswith("office.xlsx, Meetings, line 5, ends: “later” is not")


def test_a_key_of_the_first_sheet_is_told_where_it_stands(tmp_path: Path) -> None:
    rows = [row if row[1:2] != ["timezone"] else ["", "timezone", "Wien"] for row in CONFERENCE]
    (line,) = told(workbook(tmp_path, Conference=rows))
    assert line.startswith("office.xlsx, Conference, line 4, timezone: “Wien”")


def test_what_is_not_known_is_told_with_what_is_meant(tmp_path: Path) -> None:
    lines = told(
        workbook(
            tmp_path,
            Agenda=[["note", "symbol", "titel"], ["", "1", "Opening"]],
            Meetngs=[["note"]],
            Conference=[*CONFERENCE, ["", "placee", "Vienna"]],
        )
    )
    assert "office.xlsx, Agenda, line 1, titel: is not known; expected title" in "\n".join(lines)
    assert any("the sheet “Meetngs” is not known" in line for line in lines)
    assert any("Conference, line 8, placee: is not known" in line for line in lines)


def test_an_empty_part_is_told_as_a_sheet_without_rows(tmp_path: Path) -> None:
    lines = told(workbook(tmp_path, Agenda=None, Lists=None, Delegations=[["note", "code"]]))
    assert "office.xlsx, Agenda: has no row; expected a row for each" in lines
    assert any(line.startswith("office.xlsx, Delegations: has no ") for line in lines)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04half of it", "is damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture"),
        (b"code,name\nAUT,Austria\n", "is no workbook"),
    ],
)
def test_what_is_no_workbook_is_told_in_one_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "office.xlsx"
    path.write_bytes(content)
    (line,) = told(path)
    assert said in line and line.startswith("office.xlsx")


def test_a_workbook_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no such file" in told(tmp_path / "none.xlsx")[0]


def test_a_list_that_nobody_is_on_yet_is_a_list(tmp_path: Path) -> None:
    rows: Rows = [*ENTRIES[:1], ["example", "Ghana"]]
    (speakers,) = load_pack(workbook(tmp_path, **{"List_2(a)": rows})).conference.lists
    assert speakers.queue(Tier.NGOS).closes_at is not None
    assert not speakers.waiting


def test_entries_of_an_item_without_a_list_are_told(tmp_path: Path) -> None:
    assert told(workbook(tmp_path, **{"List_1": ENTRIES})) == [
        "office.xlsx, List 1: has entries, and no row of the sheet “Lists” is for its item; "
        "expected a row there with the item"
    ]


@pytest.mark.parametrize(
    ("typed", "seconds"), [(time(3), 180), (time(0, 3), 180), (time(2, 30), 150), (180, 180)]
)
def test_a_limit_that_a_spreadsheet_took_for_a_time_of_day_is_minutes(
    tmp_path: Path, typed: object, seconds: int
) -> None:
    rows = [row if row[1:2] != ["limit_seconds"] else ["", row[1], typed] for row in CONFERENCE]
    conference = load_pack(workbook(tmp_path, Conference=rows)).conference
    assert conference.policies.limit.seconds == seconds
