"""The questions for one's own conference on a page: answered, gone back in, left, taken up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from plenary_tui.apps.lobby import LobbyApp
from plenary_tui.exchange.founding.drafting import DRAFT
from plenary_tui.exchange.pack import load_pack
from plenary_tui.paths import Paths
from plenary_tui.rehearsal.preparing import Beginning, MakeNew
from plenary_tui.screens.own_conference import AnswerField, OwnConference
from plenary_tui.settings import Settings
from tests.ui.podium import painted

TODAY = date(2026, 11, 26)
SIZES = [(80, 24), (120, 36), (200, 60)]
MOST = ("Sample Congress", "", "Vienna", "", "2027-03-01", "2", "10-13", "", "3", "all", "")


@asynccontextmanager
async def lobby(
    tmp_path: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[LobbyApp, Pilot[Beginning]]]:
    """The lobby with its page of questions open."""
    paths = Paths(tmp_path, None, tmp_path / "s.toml", tmp_path / "log", tmp_path / "state")
    app = LobbyApp(paths=paths, settings=Settings(), report=str, today=lambda: TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c")
        yield app, pilot


async def answer(pilot: Pilot[Beginning], *lines: str) -> None:
    """Type answers; where one is empty, what is ready is taken."""
    for line in lines:
        if line:
            await pilot.press(*line)
        await pilot.press("enter")


def lines_of(app: LobbyApp) -> str:
    """The page, a line each."""
    strips = painted(app)
    return "\n".join("".join(part.text for part in strip) for strip in strips)


def wrong(app: LobbyApp) -> str:
    """What is said under the field."""
    return str(app.screen.query_one("#refusal", Static).content)


async def test_a_conference_stands_after_a_few_answers(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, *MOST, "1 Opening", "2 General debate", "", "", "", "")
        page = " ".join(lines_of(app).split())
        assert "Sample Congress, Monday" in page and "Enter make it" in page
        await pilot.press("enter")
    folder = tmp_path / "packs" / "sample-congress"
    assert app.return_value == MakeNew(pack=str(folder), asked_for=True)
    conference = load_pack(folder).conference
    assert (conference.name, conference.timezone) == ("Sample Congress", "Europe/Vienna")
    assert [one.symbol for one in conference.items] == ["1", "2"]


async def test_what_is_wrong_is_told_and_what_was_typed_stays(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await pilot.press("enter")
        assert wrong(app) == "A name is needed. Type a few words."
        await answer(pilot, "Sample", "", "", "Atlantis")
        assert "“Atlantis” is no time zone." in wrong(app)
        assert app.screen.query_one(AnswerField).value == "Atlantis"


async def test_one_goes_back_and_the_answer_is_ready(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await pilot.press("up")
        assert wrong(app) == "This is the first question."
        await answer(pilot, "Smaple")
        await pilot.press("up")
        assert app.screen.query_one(AnswerField).value == "Smaple"
        await answer(pilot, "Sample", "<", "")
    assert '"Sample"' in (tmp_path / DRAFT).read_text(encoding="utf-8")


async def test_what_was_answered_is_kept_and_taken_up_or_forgotten(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, *MOST)
        await pilot.press("escape", "c")
        assert "11 answers for “Sample Congress” were kept" in " ".join(lines_of(app).split())
        await pilot.press("g")
        assert "What is on the agenda?" in lines_of(app)
        await pilot.press("escape", "c", "b")
        assert "question 1" in lines_of(app)
        await answer(pilot, "New")
    assert "Sample" not in (tmp_path / DRAFT).read_text(encoding="utf-8")


async def test_an_agenda_is_pasted_taken_back_and_typed(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        app.post_message(Paste("one\ntwo"))
        await pilot.pause()
        assert "nothing was taken" in wrong(app)
        await answer(pilot, *MOST)
        app.post_message(Paste("1 Opening\n\n2 Elections\n3 General debate\n"))
        await pilot.pause()
        await pilot.press("backspace", *["backspace"] * len("debate"), *"talk", "enter")
        page = " ".join(lines_of(app).split())
        assert "2 Elections" in page and "3 General talk" in page
        await pilot.press("enter")
        assert isinstance(app.screen, OwnConference)
        assert "Which item has a list of speakers?" in lines_of(app)
        await pilot.press("up", "backspace")
        assert app.screen.query_one(AnswerField).value == "3 General talk"


@pytest.mark.parametrize("line", ["1 " + "Opening of the session " * 20, "~nobody at all"])
async def test_a_line_that_could_be_no_path_is_a_line(tmp_path: Path, line: str) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, *MOST)
        app.screen.query_one(AnswerField).value = line
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, OwnConference)
        assert "Which item has a list of speakers?" in lines_of(app)


async def test_of_a_long_agenda_the_last_lines_are_seen_above_the_field(tmp_path: Path) -> None:
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, *MOST)
        app.post_message(Paste("\n".join(f"{number} Item {number}" for number in range(1, 31))))
        await pilot.pause()
        page = lines_of(app)
        assert "30 lines; the last:" in page and "30 Item 30" in page
        assert "Escape" in page and "What is on the agenda?" in page
        await pilot.press("1", " ", "x", "enter", "enter")
        assert wrong(app) == "There are two items 1. Type each number once."
        assert app.screen.query_one(AnswerField).region.bottom <= 24


async def test_without_colour_the_words_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, "Sample", "", "", "Atlantis")
        assert lines_of(app) == snapshot


async def test_a_folder_that_cannot_be_written_keeps_the_page(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file, no folder")
    async with lobby(tmp_path) as (app, pilot):
        await answer(pilot, *MOST, "1 Opening", "", "", "")
        assert "cannot be written" in wrong(app)
        (tmp_path / "packs").unlink()
        await pilot.press("enter")
    assert isinstance(app.return_value, MakeNew)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("answers", [MOST, (*MOST, "", "", "", "")], ids=["agenda", "summary"])
async def test_the_page_as_it_is_read(
    tmp_path: Path, size: tuple[int, int], answers: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    async with lobby(tmp_path, size) as (app, pilot):
        await answer(pilot, *answers)
        assert lines_of(app) == snapshot
