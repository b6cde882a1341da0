"""What is written to be printed is opened where there is a screen for it, and nowhere else."""

from __future__ import annotations

import re
import stat
from functools import partial
from pathlib import Path

import pytest

from plenary_tui.apps.opener import NotOpened, Opener, by_program, opener
from plenary_tui.exchange.outgoing import typeset
from tests.systems import ON_WINDOWS
from tests.ui import scenes
from tests.ui.podium import Chamber, chamber, podium_on
from tests.ui.scenes import after

SCRIPTS = pytest.mark.skipif(ON_WINDOWS, reason="Windows has no such programs")
FAR = {"SSH_CONNECTION": "192.0.2.1 50022 192.0.2.2 22"}


def program_of(found: Opener | None) -> str:
    """By what program it opens files; "" where it does not."""
    if found is None:
        return ""
    return str(found.args[0]) if isinstance(found, partial) else "Windows"


@pytest.mark.parametrize(
    ("platform", "environ", "program"),
    [
        ("linux", {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
        ("linux", {"DISPLAY": "localhost:10.0", **FAR}, "xdg-open"),
        ("linux", {}, ""),
        ("linux", {"DISPLAY": ""}, ""),
        ("darwin", {}, "open"),
        ("darwin", FAR, ""),
        ("win32", {}, "Windows"),
        ("win32", FAR, ""),
    ],
)
def test_files_are_opened_only_where_there_is_a_screen_for_it(
    platform: str, environ: dict[str, str], program: str
) -> None:
    assert program_of(opener(platform, environ)) == program


def script(folder: Path, *lines: str) -> str:
    """A program that does these lines."""
    path = folder / "program"
    path.write_text("\n".join(("#!/bin/sh", *lines)))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@SCRIPTS
def test_a_program_is_given_the_path_as_one_word_and_this_terminal_hears_nothing_of_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    seen = tmp_path / "seen"
    program = script(tmp_path, "echo talks; echo complains >&2", f'printf "%s" "$1" > {seen}')
    by_program(program, tmp_path / "the list.txt")
    assert seen.read_text() == str(tmp_path / "the list.txt")
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="cannot be started"):
        by_program("no-such-program", tmp_path)


@SCRIPTS
def test_a_program_that_fails_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="found no program for it"):
        by_program(script(tmp_path, "exit 3"), tmp_path)


async def printed(room: Chamber) -> Path:
    """The list is printed; the file."""
    await room.press("p")
    await room.podium.workers.wait_for_complete()
    await room.rest()
    (file,) = room.folder.iterdir()
    return file


async def test_the_list_that_is_printed_is_opened_and_the_folder_told(tmp_path: Path) -> None:
    opened: list[Path] = []
    room = chamber(tmp_path, scenes.speaking)
    async with podium_on(room, (200, 60), open_file=opened.append) as (_, _, room):
        file = await printed(room)
        assert opened == [file]
        told = f"The list was written to {file.name} in the folder {file.parent}, and is being"
        assert told in room.said and told in room.screen


async def test_the_folder_is_opened_where_the_file_cannot_be(tmp_path: Path) -> None:
    opened: list[Path] = []

    def folders_alone(path: Path) -> None:
        if path.is_file():
            raise NotOpened("xdg-open found no program for it")
        opened.append(path)

    room = chamber(tmp_path, scenes.speaking)
    async with podium_on(room, open_file=folders_alone) as (_, _, room):
        file = await printed(room)
        assert opened == [file.parent]
        why = "could not be opened (xdg-open found no program for it), but its folder is."
        assert room.said == f"{file.name} {why}"


async def test_what_cannot_be_opened_is_told_in_words_with_where_it_is(tmp_path: Path) -> None:
    def nothing(path: Path) -> None:
        raise NotOpened("xdg-open cannot be started (No such file or directory)")

    room = chamber(tmp_path, scenes.speaking)
    async with podium_on(room, open_file=nothing) as (_, _, room):
        file = await printed(room)
        assert "could not be opened: xdg-open cannot be started" in room.said
        assert room.said.endswith(f"It is in {file.parent}.")


async def test_without_a_screen_nothing_is_opened_and_the_folder_is_told(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (_, _, room):
        file = await printed(room)
        assert room.said == f"The list was written to {file.name} in the folder {file.parent}."
        assert re.search("written to.*in the folder", room.screen)


async def recorded(room: Chamber) -> None:
    """The record is asked for, and written."""
    await room.press("F")
    await room.podium.workers.wait_for_complete()
    await room.rest()


async def test_an_adjourned_meeting_offers_its_record_which_is_put_in_a_folder(
    tmp_path: Path,
) -> None:
    opened: list[Path] = []
    room = chamber(tmp_path, after(scenes.floor_open, "adjourn-meeting"))
    async with podium_on(room, (200, 60), open_file=opened.append) as (_, _, room):
        assert "F for the record of the last" in room.screen
        await recorded(room)
        folder = room.folder / f"{room.conference.id}-meeting-1"
        assert opened == [folder] and (folder / "meeting-1-report.html").exists()
        for name in ("report.docx", "list.pdf", "statistics.xlsx"):
            assert (folder / f"meeting-1-{name}").exists()
        assert room.said == f"The record of the 1st plenary meeting is in the folder {folder}."


async def test_what_one_format_cannot_do_is_told_and_the_others_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "TEMPLATE", "nothing.typ")
    room = chamber(tmp_path, after(scenes.floor_open, "adjourn-meeting"))
    async with podium_on(room, (200, 60)) as (_, _, room):
        await recorded(room)
        folder = room.folder / f"{room.conference.id}-meeting-1"
        begins = f"The record of the 1st plenary meeting is in the folder {folder}. "
        assert room.said.startswith(f"{begins}The PDF could not be made (")
        assert (folder / "meeting-1-list.txt").exists()
        assert (folder / "meeting-1-statistics.xlsx").exists()


async def test_without_a_meeting_there_is_no_record_and_the_podium_says_so(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.nothing)) as (_, _, room):
        assert "for the record" not in room.screen
        await recorded(room)
        assert room.said.startswith("The record was not written: No meeting has been opened yet")


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path, scenes.speaking)) as (_, _, room):
        room.folder.write_text("in the way")
        await recorded(room)
        assert room.said.startswith("The record was not written: ")
        assert "cannot be written" in room.said and "print_folder" in room.said
