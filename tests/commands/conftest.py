"""A home of its own for every test, and a way to call `plenary` in it."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plenary_tui import windows
from plenary_tui.cli import main
from plenary_tui.paths import Paths
from plenary_tui.storage.open_journal import create
from tests.chamber import FakeClock, small_conference

FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the home of an account which never ran `plenary`."""
    home = tmp_path / "home"
    for name in FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(home / "appdata"))
    for name in ("PLENARY_DB", "PLENARY_TOKEN", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "__stdin__", io.StringIO())  # no terminal, whoever runs the tests
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", os.environ.get("PYDANTIC_DISABLE_PLUGINS", ""))
    # No command called in this process slows the tests that come after it.
    monkeypatch.setattr(os, "nice", lambda steps: steps, raising=False)
    monkeypatch.setattr(windows, "give_way", lambda: None)
    return home


@pytest.fixture
def paths(home: Path) -> Paths:
    """Every path in that home."""
    return Paths.find()


@dataclass(frozen=True)
class Answer:
    """What a call of `plenary` gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


Plenary = Callable[..., Answer]


@pytest.fixture
def plenary(capsys: pytest.CaptureFixture[str]) -> Plenary:
    """Calls `plenary` with some words."""

    def call(*words: str) -> Answer:
        capsys.readouterr()
        status = main(words)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert "Something went wrong inside" not in err
        if status == 0:
            assert err == "" or err.startswith("Note: ")
        else:
            assert err.strip(), "a failure says why"
            assert len(err.splitlines()) == 1 or err.startswith("The pack cannot be used.")
        return Answer(status, out, err)

    return call


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small conference, which the environment names; nothing has been done in it."""
    path = tmp_path / "small.db"
    create(path, (small_conference(FakeClock().now()),), "test")
    monkeypatch.setenv("PLENARY_DB", str(path))
    return path


@pytest.fixture(scope="session")
def kept_in_session() -> dict[str, bytes]:
    """The files of the conference in session, once it was made."""
    return {}


@pytest.fixture
def in_session(database: Path, plenary: Plenary, kept_in_session: dict[str, bytes]) -> Path:
    """The small conference with the floor open on item 1(f); done once, and copied from then on."""
    if not kept_in_session:
        for line in (
            "open-meeting --number 1 --override rehearsing",
            "take-up-item 1(f)",
            "open-floor",
            "open-list",
        ):
            assert plenary("do", *line.split()).status == 0
        for name in (database.name, f"{database.name}.head"):
            kept_in_session[name] = database.with_name(name).read_bytes()
        assert not database.with_name(f"{database.name}-wal").exists()
    for name, content in kept_in_session.items():
        database.with_name(name).write_bytes(content)
    return database
