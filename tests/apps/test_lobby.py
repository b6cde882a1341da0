"""The lobby of a first run: three ways to begin, and one to leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from plenary_tui.apps.lobby import LobbyApp
from plenary_tui.paths import Paths
from plenary_tui.rehearsal.preparing import Beginning, MakeNew, OpenOne, Rehearse
from plenary_tui.settings import Settings

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
