"""`plenary export`: data for other programs."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plenary_tui.commands.export import PACK
from plenary_tui.commands.going_out import EXPORTS
from tests.commands.conftest import Plenary
from tests.commands.test_record import heard

__all__ = ["heard"]


@pytest.mark.parametrize("what", [one for one in EXPORTS if one != PACK])
def test_everything_can_be_exported_and_read_back(heard: Path, plenary: Plenary, what: str) -> None:
    answer = plenary("export", what)
    assert answer.status == 0
    assert f"plenary export {what}" in answer.out.replace("\r\n ", "")


def test_tables_are_json_too(heard: Path, plenary: Plenary) -> None:
    for what in ("statements", "agenda", "list"):
        found = plenary("export", what, "--format", "json").json
        assert found["schema"] == 1 and isinstance(found[what], list)


def test_the_journal_is_a_line_a_row(heard: Path, plenary: Plenary) -> None:
    lines = [json.loads(line) for line in plenary("export", "journal").out.splitlines()]
    assert [line["seq"] for line in lines[:-1]] == list(range(1, len(lines)))
    assert sum("withheld" in line for line in lines) == 1, "a refusal was overruled"
    whole = plenary("export", "journal", "--internal").out
    assert '"kind":"overruled"' in whole and "withheld" not in whole
    assert [json.loads(line)["hash"] for line in whole.splitlines()[:-1]] == [
        line["hash"] for line in lines[:-1]
    ]


def test_to_a_file_and_to_a_folder(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    answer = plenary("export", "programme", "--to", str(tmp_path / "a" / "x.ics"))
    assert answer.out.startswith("The programme as of row ")
    assert (tmp_path / "a" / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    answer = plenary("export", "statements", "--to", str(tmp_path / "s.csv"))
    assert answer.out.startswith("The statements as of row ") and " are in " in answer.out
    for what, name in (("journal", "journal.jsonl"), ("list", "list.csv")):
        assert plenary("export", what, "--to", str(tmp_path)).status == 0
        assert (tmp_path / name).exists()
    assert plenary("export", "agenda", "--format", "json", "--to", str(tmp_path)).status == 0
    assert json.loads((tmp_path / "agenda.json").read_text(encoding="utf-8"))["agenda"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name")
def test_a_pipe_is_not_replaced_by_a_file(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    answer = plenary("export", "statements", "--to", str(pipe))
    assert answer.status == 1 and "cannot be written (it is no file" in answer.err
    assert pipe.is_fifo()


def test_a_pack_is_a_folder_from_which_the_conference_can_be_made_anew(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second"):
        monkeypatch.setenv("PLENARY_DB", str(tmp_path / f"{name}.db"))
        pack = "cop12" if name == "first" else str(tmp_path / "pack")
        starting = ("--starting", "now") if name == "first" else ()
        assert plenary("new", "--pack", pack, *starting).status == 0
        if name == "first":
            answer = plenary("export", "pack", "--to", str(tmp_path / "pack"))
            assert answer.out.startswith(f"The pack of COP12 UNTOC is in {tmp_path / 'pack'};")
            assert plenary("check", str(tmp_path / "pack")).status == 0
    agendas = []
    for name in ("first", "second"):
        monkeypatch.setenv("PLENARY_DB", str(tmp_path / f"{name}.db"))
        agendas.append(plenary("export", "list", "--format", "json").json["list"])
    assert agendas[0] == agendas[1] and len(agendas[0]) > 180


def test_a_name_that_is_too_long(heard: Path, plenary: Plenary, tmp_path: Path) -> None:
    for what in ("agenda", "pack"):
        answer = plenary("export", what, "--to", str(tmp_path / ("x" * 300)))
        assert answer.status == 1 and "its name is too long" in answer.err


def test_an_earlier_row(heard: Path, plenary: Plenary) -> None:
    assert len(plenary("export", "journal", "--at", "3").out.splitlines()) == 4
    assert "There is no row 400" in plenary("export", "journal", "--at", "400").err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("poem",), "invalid choice"),
        (("journal", "--format", "csv"), "The journal has one format alone"),
        (("agenda", "--internal"), "--internal is of the journal"),
        (("pack",), "A pack is a folder of files; name one with --to FOLDER."),
        (("pack", "--to", "x", "--at", "2"), "The pack is that of the first row"),
        (("pack", "--to", "x", "--format", "csv"), "The pack has one format alone"),
        (("agenda", "--all"), "The agenda is that of the whole conference."),
        (("list", "--meeting", "1"), "whole conference; the list takes --item alone."),
    ],
)
def test_what_makes_no_sense(
    heard: Path, plenary: Plenary, words: tuple[str, ...], why: str
) -> None:
    answer = plenary("export", *words)
    assert (answer.status, answer.out) == (2, "") and why in answer.err


def test_chapters_of_what_has_no_recording(heard: Path, plenary: Plenary) -> None:
    answer = plenary("export", "chapters", "--item", "1(f)")
    assert answer.status == 1 and answer.err.startswith("Chapters are those of one meeting")
