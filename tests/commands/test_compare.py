"""`plenary check --record`: whether a file was made from this journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui import __version__
from plenary_tui.commands.export import PACK
from plenary_tui.commands.going_out import EXPORTS
from plenary_tui.exchange.outgoing.archive import members, packed
from tests.commands.conftest import Answer, Plenary
from tests.commands.test_record import heard
from tests.exchange.outgoing.samples import template as sample_template

__all__ = ["heard"]


FILES = tuple(one for one in EXPORTS if one != PACK)
"""Exports that are one file, with a foot."""


def checked(plenary: Plenary, path: Path) -> Answer:
    """What is said of a file."""
    return plenary("check", "--record", str(path))


@pytest.fixture
def folder(heard: Path, plenary: Plenary, tmp_path: Path) -> Path:
    """A folder with the record in every form and format, and every export."""
    folder = tmp_path / "all"
    words = ("record", "--all", "--format", "txt,md,html,csv,json", "--to", str(folder))
    assert plenary(*words).status == 0
    for what in FILES:
        assert plenary("export", what, "--to", str(folder)).status == 0
    assert plenary("export", "journal", "--internal", "--to", str(folder / "whole")).status == 0
    return folder


def test_all_that_was_made_is_recognized_also_when_the_conference_has_gone_on(
    folder: Path, plenary: Plenary
) -> None:
    assert plenary("do", "open-meeting", "--number", "2", "--override", "more").status == 0
    files = sorted(folder.iterdir())
    assert len(files) == 5 * 5 - 2 + 1 + len(FILES) + 1
    answer = plenary("check", "--record", *map(str, files))
    assert answer.status == 0, answer.err
    for path in files:
        assert f"{path} is what this journal gives as of row " in answer.out
    assert answer.out.count("it is no signature") == 1


def test_of_several_files_each_is_told_and_none_keeps_another_from_it(
    folder: Path, plenary: Plenary
) -> None:
    first, second, *_ = sorted(folder.glob("*.txt"))
    second.write_bytes(second.read_bytes().replace(b"a", b"e", 1))
    for other, why in (
        (second, f"{second}: it was changed after it was made"),
        (folder / "none", "none cannot be read (there is no such file or folder)"),
    ):
        answer = plenary("check", "--record", str(other), str(first))
        assert answer.status == 1 and f"{first} is what this journal gives" in answer.out
        assert why in answer.err


def test_an_item_with_brackets_is_found_again(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    words = ("--item", "1(f)", "--format", "txt,md,html,csv,json", "--to", str(tmp_path / "i"))
    assert plenary("record", *words).status == 0
    for path in (tmp_path / "i").iterdir():
        assert checked(plenary, path).status == 0, path


def test_ends_of_lines_may_change(folder: Path, plenary: Plenary) -> None:
    path = folder / "conference-report.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(plenary, path).status == 0


def test_files_of_office_programs_are_recognized_and_changes_in_them_told(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    words = ("record", "--format", "docx,pdf,xlsx", "--to", str(tmp_path / "o"))
    assert plenary(*words).status == 0
    assert plenary("do", "open-meeting", "--number", "2", "--override", "more").status == 0
    files = sorted((tmp_path / "o").iterdir())
    assert len(files) == 5 + 5 + 1 + 1
    for path in files:
        answer = checked(plenary, path)
        assert answer.status == 0, answer.err
    word = tmp_path / "o" / "meeting-1-report.docx"
    content = members(word.read_bytes())
    word.write_bytes(packed(dict(reversed(content.items()))) + b"")
    assert checked(plenary, word).status == 0
    content["word/document.xml"] = content["word/document.xml"].replace(b"Nigeria", b"Niger")
    word.write_bytes(packed(content))
    why = "it was changed after it was made: it differs in word/document.xml."
    assert why in checked(plenary, word).err
    content["docProps/core.xml"] = content["docProps/core.xml"].replace(b"docx 1", b"docx 0")
    word.write_bytes(packed(content))
    assert "and was written with python-docx 0." in checked(plenary, word).err
    pdf = tmp_path / "o" / "meeting-1-list.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    assert "it differs in the file." in checked(plenary, pdf).err
    pdf.write_bytes(b"%PDF-1.7\n")
    assert "has no foot that names a row of a journal." in checked(plenary, pdf).err


def test_a_word_file_in_a_template_is_checked_with_that(
    heard: Path, plenary: Plenary, tmp_path: Path
) -> None:
    template = tmp_path / "of the office.docx"
    template.write_bytes(sample_template().content)
    words = ("--form", "report", "--format", "docx", "--style", "numbered=Body Text")
    words += ("--template", str(template), "--to", str(tmp_path / "t"))
    assert plenary("record", *words).status == 0
    (path,) = (tmp_path / "t").iterdir()
    with_it = ("check", "--record", str(path), "--template")
    assert plenary(*with_it, str(template)).status == 0
    assert "it was written into of the office.docx; name that" in checked(plenary, path).err
    other = tmp_path / "other.docx"
    other.write_bytes(template.read_bytes() + b"\0")
    why = "it was written into another template than other.docx."
    assert why in plenary(*with_it, str(other)).err
    assert plenary("check", "--template", str(other)).status == 2


def change(path: Path, old: str, new: str) -> None:
    """Replace a text in a file that has it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Nigeria", "Niger", "it was changed after it was made: it differs from line "),
        ("--form report", "--form list", "it was changed after it was made"),
        ("--form report", "--form poem", "its foot was changed: nothing can be made from"),
        ("--all", "--meeting 8", "its foot was changed: nothing can be made from"),
        ("--format txt", "--format doc", "its foot was changed: nothing can be made from"),
        ("--format txt", "--format pdf", "its foot was changed: what it names is of another"),
        ("--format txt", "'", "its foot was changed: nothing can be made from"),
        (f"plenary_tui {__version__}", "plenary_tui 0.0.9", "was made by version 0.0.9 of this"),
    ],
)
def test_what_was_changed_is_told(
    folder: Path, plenary: Plenary, old: str, new: str, why: str
) -> None:
    path = folder / "conference-report.txt"
    change(path, old, new)
    answer = checked(plenary, path)
    assert (answer.status, answer.out) == (1, "") and why in answer.err


def test_another_journal(
    folder: Path, plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLENARY_DB", str(tmp_path / "other.db"))
    assert plenary("new", "--pack", "cop12", "--starting", "now").status == 0
    path = folder / "conference-report.txt"
    assert "and this journal ends with row 1." in checked(plenary, path).err
    for line in ("open-meeting", *("set-on-air --off", "set-on-air") * 10):
        assert plenary("do", *line.split()).status == 0
    assert "it was made from another journal: row " in checked(plenary, path).err


def test_what_is_no_record(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("As of row 3 of the journal\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    (tmp_path / "old").write_bytes("As of row 3 of the journal".encode("utf-16"))
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff")
    for name, why in (
        ("text", "has no foot that names a row of a journal."),
        ("bytes", "is not UTF-8 text."),
        ("old", "is not UTF-8 text. Save it as UTF-8."),
        ("picture", "has no foot that names a row of a journal."),
        ("nothing", "cannot be read (there is no such file or folder)."),
    ):
        answer = checked(plenary, tmp_path / name)
        assert answer.status == 1 and why in answer.err
    assert plenary("check", "--record", "").status == 2
