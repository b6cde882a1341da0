"""`plenary record`: to standard output and into a folder, as of any row, three times the same."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from tests.commands.conftest import Plenary
from tests.commands.test_processes import HEAVY, modules_of, run

HEARD = (
    "inscribe Nigeria --speaker Sample --function Minister --override late",
    "give-floor",
    "start-clock",
    "end-statement",
)


@pytest.fixture
def heard(in_session: Path, plenary: Plenary) -> Path:
    """A meeting in which one delegation was heard, adjourned."""
    for line in (*HEARD, "adjourn-meeting"):
        words = line.split(" --override ")
        more = ("--override", words[1]) if len(words) > 1 else ()
        answer = plenary("do", *words[0].split(), *more)
        assert answer.status == 0, answer.err
    return in_session


def test_the_list_of_the_last_meeting_is_printed(heard: Path, plenary: Plenary) -> None:
    answer = plenary("record")
    assert answer.status == 0
    assert answer.out.startswith("SMALL CONFERENCE: LIST OF SPEAKERS AS DELIVERED\n")
    assert "Nigeria" in answer.out and "plenary record --meeting 1 --form list" in answer.out


def test_a_folder_gets_every_form_and_the_chapters(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "folder"
    answer = plenary("record", "--to", str(folder))
    assert answer.out.startswith(f"Recorded in {folder} (1st plenary meeting): meeting-1-list.txt")
    forms = ("list", "summary", "report", "statistics", "gaps")
    expected = {f"meeting-1-{form}.{end}" for form in forms for end in ("txt", "html")}
    found = {path.name for path in folder.iterdir()}
    assert found == {*expected, "meeting-1-chapters.vtt"}
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert plenary("record", "--to", str(folder)).status == 0
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_gets_what_was_asked_for(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    words = ("record", "--all", "--format", "csv,JSON", "--to", str(tmp_path / "a"))
    assert plenary(*words).status == 0
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == [
        *(
            "conference-chapters.vtt",
            "conference-gaps.csv",
            "conference-gaps.json",
            "conference-list.csv",
        ),
        *("conference-list.json", "conference-report.json", "conference-statistics.csv"),
        *("conference-statistics.json", "conference-summary.json"),
    ]
    words = ("record", "--form", "gaps", "--format", "md", "--to", str(tmp_path / "b"))
    assert plenary(*words).status == 0
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["meeting-1-gaps.md"]


def test_as_of_a_row_it_is_the_same_for_ever(heard: Path, plenary: Plenary) -> None:
    before = plenary("record", "--form", "report")
    row = json.loads(plenary("status", "--json").out)["journal"]["seq"]
    assert plenary("do", "open-meeting", "--number", "2", "--override", "more").status == 0
    assert plenary("record", "--meeting", "1", "--form", "report", "--at", str(row)) == before
    assert plenary("record", "--meeting", "1", "--form", "report") != before


def test_three_processes_write_the_same_bytes(heard: Path) -> None:
    for form, format_ in (("report", "md"), ("statistics", "html"), ("list", "json")):
        words = ("record", "--all", "--form", form, "--format", format_)
        written = {
            run(*words, env={"PYTHONHASHSEED": seed, "TZ": zone, "COLUMNS": columns}).stdout
            for seed, zone, columns in (
                ("1", "UTC", "40"),
                ("2", "Asia/Tokyo", "200"),
                ("3", "America/Lima", ""),
            )
        }
        assert len(written) == 1 and b"Small conference" in written.pop()


def test_three_processes_write_the_same_files_of_office_programs(
    heard: Path, tmp_path: Path
) -> None:
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/Lima")):
        words = ("record", "--format", "docx,pdf,xlsx", "--to", str(tmp_path / seed))
        assert run(*words, env={"PYTHONHASHSEED": seed, "TZ": zone}).returncode == 0
    names = {path.name for path in (tmp_path / "1").iterdir()}
    assert len(names) == 5 + 5 + 1 + 1
    for name in names:
        assert len({(tmp_path / seed / name).read_bytes() for seed in "123"}) == 1, name


def test_a_template_that_cannot_be_used_is_said_in_a_sentence(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    words = ("record", "--format", "docx", "--to", str(tmp_path / "t"), "--template")
    (tmp_path / "bad.docx").write_text("text")
    for name, why in (
        ("bad.docx", "bad.docx cannot be used as a template: it is no Word file. Save it in"),
        (
            "none.docx",
            "cannot be read (there is no such file or folder). Name a Word file of",
        ),
        (".", "cannot be read (it is a folder). Name a Word file of"),
    ):
        answer = plenary(*words, str(tmp_path / name))
        assert (answer.status, answer.out) == (1, "") and why in answer.err
    answer = plenary(*words, str(tmp_path / "bad.docx"), "--style", "poem=A")
    assert answer.status == 2 and "--style takes PART=NAME, where PART is of title," in answer.err


@pytest.mark.parametrize(
    ("format_", "library", "extra"),
    [("docx", "docx", "office"), ("xlsx", "xlsxwriter", "office"), ("pdf", "typst", "pdf")],
)
def test_without_its_library_a_format_says_what_to_install(
    heard: Path,
    plenary: Plenary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: str,
    library: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    answer = plenary("record", "--format", format_, "--to", str(tmp_path / "x"))
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        f"Writing {format_} needs the extra {extra}, which is not installed. "
        f"Install it with: pip install 'plenary-tui[{extra}]' "
        f"(in a copy of the project: '.[{extra}]').\n"
    )


def test_a_character_that_no_font_has_is_noted(
    in_session: Path, plenary: Plenary, tmp_path: Path
) -> None:
    words = ("inscribe", "Nigeria", "--speaker", "\U00012000", "--override", "late")
    for line in (words, ("give-floor",), ("start-clock",), ("end-statement",)):
        assert plenary("do", *line).status == 0
    answer = plenary("record", "--form", "list", "--format", "pdf", "--to", str(tmp_path / "g"))
    assert answer.status == 0 and answer.err.startswith("Note: meeting-1-list.pdf: No font has")
    path = tmp_path / "g" / "meeting-1-list.pdf"
    assert plenary("check", "--record", str(path)).status == 0


def test_a_form_that_is_no_workbook(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    words = ("record", "--form", "report", "--format", "xlsx", "--to", str(tmp_path / "x"))
    answer = plenary(*words)
    assert answer.status == 1
    assert "There is no workbook of the report. xlsx is of the statistics" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("--form", "report", "--format", "txt,csv"),
        ("--form", "list", "--format", "txt,html,xlsx", "--language", "en,fr"),
        ("--form", "all", "--format", "txt,docx", "--template", "bad.docx"),
    ],
)
def test_of_what_cannot_all_be_made_nothing_is_written(
    heard: Path,
    plenary: Plenary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.docx").write_bytes(b"text")
    answer = plenary("record", *words, "--to", "x")
    assert (answer.status, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--at", "999"), "There is no row 999: the journal has the rows 1 to "),
        (("--at", "0"), "There is no row 0: "),
        (("--at", "1"), "No meeting has been opened yet, so there is nothing to record."),
        (("--meeting", "7"), "The 7th plenary meeting has not been opened. Opened so far: 1."),
        (("--day", "2024-10-18"), "No meeting was opened on Friday 18 October 2024."),
        (("--day", "tomorrow"), "“tomorrow” is not a date."),
        (("--item", "2"), "Item 2 has not been considered at any meeting."),
        (("--item", "88"), "There is no agenda item"),
        (("--form", "report", "--format", "csv"), "The report is prose and has no table."),
    ],
)
def test_what_cannot_be_recorded_is_said_in_a_sentence(
    heard: Path, plenary: Plenary, words: tuple[str, ...], why: str
) -> None:
    answer = plenary("record", *words)
    assert (answer.status, answer.out) == (1, "")
    assert why.removeprefix("There is no agenda item") in answer.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ("--format", "txt,doc"),
            "--format takes txt, md, html, csv, json, docx, pdf, xlsx, parted by commas;",
        ),
        (("--format", "pdf"), "pdf is no text; name a folder for it with --to FOLDER."),
        (("--template", "a.docx"), "--template and --style are of docx; ask for it with"),
        (("--style", "title=A"), "--style names a style of the file that --template names."),
        (("--format", "txt,md"), "Standard output takes one form in one format; name a folder"),
        (("--form", "all"), "Standard output takes one form in one format; name a folder"),
        (("--form", "poem"), "invalid choice: 'poem'"),
        (("--meeting", "1", "--all"), "not allowed with argument --meeting"),
        (("--to", ""), "--to needs a path."),
    ],
)
def test_wrong_usage(heard: Path, plenary: Plenary, words: tuple[str, ...], why: str) -> None:
    answer = plenary("record", *words)
    assert (answer.status, answer.out) == (2, "") and why in answer.err


@pytest.mark.parametrize("format_", ["txt", "docx"])
def test_a_folder_that_cannot_be_written(
    heard: Path, plenary: Plenary, tmp_path: Path, format_: str
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    for folder in (in_the_way, in_the_way / "monday"):
        answer = plenary("record", "--format", format_, "--to", str(folder))
        assert answer.status == 1
        assert f"cannot be written ({in_the_way} is a file, and no folder)" in answer.err
    assert in_the_way.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="a full device of Linux")
@pytest.mark.parametrize("format_", ["txt", "docx", "pdf", "xlsx"])
def test_a_disk_that_is_full_leaves_no_half_file(
    heard: Path, plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    class Full(io.FileIO):
        def write(self, content: Any) -> int:
            super().write(bytes(content)[:10])
            raise OSError(28, "No space left on device")

    opened = os.fdopen

    def on_a_full_disk(descriptor: int, mode: str = "r", **how: Any) -> IO[Any]:
        return Full(descriptor, "w") if mode == "wb" else opened(descriptor, mode, **how)

    monkeypatch.setattr(os, "fdopen", on_a_full_disk)
    answer = plenary("record", "--format", format_, "--to", str(tmp_path / "full"))
    assert answer.status == 1 and "(the disk is full)" in answer.err
    assert list((tmp_path / "full").iterdir()) == []
    shutil.rmtree(tmp_path / "full")


def test_recording_loads_no_screen_and_writes_nothing(heard: Path, plenary: Plenary) -> None:
    before = heard.read_bytes()
    assert not {"textual", "rich", "sqlalchemy"} & HEAVY & modules_of("record")
    assert heard.read_bytes() == before
