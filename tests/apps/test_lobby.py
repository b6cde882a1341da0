"""The lobby of a first run: four ways to begin, and one to leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from plenary_tui.apps.lobby import LobbyApp
from plenary_tui.paths import Paths
from plenary_tui.rehearsal.preparing import (
    Beginning,
    MakeNew,
    OpenOne,
    Rehearse,
    trouble_with,
)
from plenary_tui.settings import Settings
from plenary_tui.storage.open_journal import create
from tests.chamber import FakeClock, small_conference
from tests.exchange.packs import write_pack

HERE = Path("/home/officer")
PATHS = Paths(
    data=HERE / "data",
    named=None,
    settings=HERE / "settings.toml",
    log=HERE / "plenary.log",
    state=HERE / "last-conference",
)

WAYS: list[tuple[tuple[str, ...], Beginning | None]] = [
    (("enter",), Rehearse()),
    (("r",), Rehearse()),
    (("n", "enter"), MakeNew(pack="cop12")),
    (("down", "enter", "enter"), MakeNew(pack="cop12")),
    (("o", "enter"), OpenOne(path=PATHS.default)),
    (("down", "down", "enter", "enter"), OpenOne(path=PATHS.default)),
    (("escape",), None),
    (("q",), None),
    (("n", "escape", "escape"), None),
    (("c", "escape", "escape"), None),
    (("o", "escape", "r"), Rehearse()),
]


@pytest.mark.parametrize(("keys", "begun"), WAYS, ids=[" ".join(keys) for keys, _ in WAYS])
async def test_a_way_to_begin(keys: tuple[str, ...], begun: Beginning | None) -> None:
    app = LobbyApp(paths=PATHS, settings=Settings(), report=str)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
    assert app.return_value == begun


async def test_what_is_typed_is_taken() -> None:
    for key, typed, begun in (
        ("n", " packs/mine ", MakeNew(pack="packs/mine")),
        ("o", "~/conference.db", OpenOne(path=Path.home() / "conference.db")),
    ):
        app = LobbyApp(paths=PATHS, settings=Settings(), report=str)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(key)
            app.screen.query_one(Input).value = typed
            await pilot.press("enter")
        assert app.return_value == begun


def lobby() -> LobbyApp:
    """The lobby as the command line opens it."""
    return LobbyApp(paths=PATHS, settings=Settings(), report=str, trouble=trouble_with)


def read(app: LobbyApp) -> str:
    """What is said under the question."""
    return str(app.screen.query_one("#refusal", Static).content)


async def test_a_pack_with_problems_keeps_the_question_and_shows_them(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        ("states.csv", "040,yes", "040,perhaps"),
        ("states.csv", "384,yes", "384,perhaps"),
        ("list.csv", "AUT,,", "Atlantis,,"),
    )
    app = lobby()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n")
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("enter")
        assert "states.csv, lines 2-3, registered: “perhaps” is neither" in read(app)
        assert "list.csv, line 5, delegation: “Atlantis” is not the code or the name" in read(app)
        assert app.screen.query_one(Input).value == str(folder), "the question is still there"
        write_pack(tmp_path)
        await pilot.press("enter")
    assert app.return_value == MakeNew(pack=str(folder))


async def test_many_problems_are_counted(tmp_path: Path) -> None:
    changes = [
        ("states.csv", old, f"{old}x")
        for old in ("Austria,,State party", "Croatia,,State party", "AT,040,yes", "CI,384,yes")
    ]
    folder = write_pack(
        tmp_path,
        *changes,
        ("conference.toml", "format = 1", "format = 9\nodd = 1"),
        ("conference.toml", "first_day = 2024-10-14", "first_day = never"),
        ("conference.toml", "number = 2", "number = two"),
        ("conference.toml", "limit_seconds = 180", "limit_seconds = long"),
        ("conference.toml", "requires_ngo_details = true", "requires_ngo_details = perhaps"),
        ("list.csv", "AUT,,", "Atlantis,,"),
        ("list.csv", "2024-09-02T10:30:00", "never"),
    )
    app = lobby()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("enter")
        *_, last = read(app).split("\n")
        assert last.startswith("and ") and "`plenary check`" in last
        assert app.screen.query_one(Input).region.y >= 0


@pytest.mark.parametrize("typed", ["packs/mine", "cop13"])
async def test_a_pack_that_is_not_there_keeps_the_question(typed: str) -> None:
    app = lobby()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        assert f"There is no pack “{typed}”" in read(app)
        await pilot.press("escape", "r")
    assert app.return_value == Rehearse()


async def test_a_database_that_is_none_keeps_the_question(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Secretary")
    app = lobby()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o")
        for path in (letter, tmp_path / "gone.db"):
            app.screen.query_one(Input).value = str(path)
            await pilot.press("enter")
            assert path.name in " ".join(read(app).split())
        create(tmp_path / "there.db", (small_conference(FakeClock().now()),), "test")
        app.screen.query_one(Input).value = str(tmp_path / "there.db")
        await pilot.press("enter")
    assert app.return_value == OpenOne(path=tmp_path / "there.db")


async def test_nothing_typed_asks_again() -> None:
    app = LobbyApp(paths=PATHS, settings=Settings(), report=str)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        app.screen.query_one(Input).value = " "
        await pilot.press("enter", "r")
    assert app.return_value == Rehearse()


async def test_the_lobby_ends_with_one_sentence_on_an_error_nobody_foresaw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = LobbyApp(paths=PATHS, settings=Settings(), report=lambda error: f"It broke: {error}.")
    said: list[str] = []
    monkeypatch.setattr(LobbyApp, "is_headless", False)
    monkeypatch.setattr(app, "panic", lambda words: said.append(str(words)))
    app._handle_exception(RuntimeError("a wire came loose"))
    assert said == ["It broke: a wire came loose. Open it again: nothing is lost."]
    assert app.return_code == 1


def test_of_all_that_breaks_the_first_is_told_alone() -> None:
    """As where memory or files run out: Textual would say that there are more, in its own words."""
    app = LobbyApp(paths=PATHS, settings=Settings(), report=str)
    for what in ("It broke.", "So did what came after."):
        app.panic(what)
    assert len(app._exit_renderables) == 1
    with app.console.capture() as told:
        app.console.print(app._exit_renderables[0])
    assert told.get().strip() == "It broke."
