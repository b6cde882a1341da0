"""`plenary webcast`, up to the screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.apps.pane import WebcastApp
from plenary_tui.commands import launch
from tests.commands.conftest import Plenary


@pytest.fixture
def panes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """A terminal whose screen closes at once: what each pane had read, and what troubled it."""
    opened: list[Any] = []
    monkeypatch.setattr(launch, "require_terminal", lambda what: None)
    monkeypatch.setattr(
        WebcastApp,
        "run",
        lambda self: opened.append((self._watching.conference, self._watching.trouble)),
    )
    monkeypatch.setenv("TEXTUAL_FPS", os.environ.get("TEXTUAL_FPS", "60"))
    yield opened
    gc.enable()


def test_on_the_conference_in_use(in_session: Path, plenary: Plenary, panes: list[Any]) -> None:
    before = recorded(in_session)
    assert plenary("webcast").status == 0
    [(conference, trouble)] = panes
    assert conference.name == "Small conference" and trouble is None
    assert recorded(in_session) == before


def recorded(database: Path) -> dict[str, bytes]:
    """All that stands beside and in a database, but for what SQLite makes for its readers."""
    files = [one for one in database.parent.iterdir() if one.is_file()]
    return {one.name: one.read_bytes() for one in files if not one.name.endswith(("-shm", "-wal"))}


@pytest.mark.parametrize("words", [("--rehearsal",), ("--db", "nowhere.db"), ()])
def test_it_opens_before_there_is_a_conference(
    words: tuple[str, ...], plenary: Plenary, panes: list[Any]
) -> None:
    assert plenary("webcast", *words).status == 0
    [(conference, trouble)] = panes
    assert conference is None and "There is no conference at" in trouble.why


def test_without_a_terminal_it_says_what_it_needs(plenary: Plenary) -> None:
    answer = plenary("webcast")
    assert answer.status == 1 and "The webcast pane needs a terminal." in answer.err
