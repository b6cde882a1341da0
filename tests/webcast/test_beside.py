"""The feed of an open podium: another process, which ends when the podium does."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.views.public.feed import FILES, LIVE, NEXT_SPEAKER, NOW_SPEAKER, STATUS
from plenary_tui.webcast.beside import FeedBeside
from plenary_tui.webcast.folder import FeedFolder
from tests.chamber import FakeClock, command_of, small_conference, vienna
from tests.systems import MOVES_WHAT_IS_OPEN, ON_WINDOWS

PATIENCE = 30.0


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A conference whose meeting sits."""
    path, clock = tmp_path / "small.db", FakeClock(vienna(14, 10))
    create(path, (small_conference(clock.now()),), "test")
    act(path, "open-meeting")
    act(path, "take-up-item", item="1(f)")
    act(path, "open-floor")
    return path


def act(database: Path, name: str, **fields: str) -> None:
    """Do an act in the conference."""
    opened = open_journal(database)
    with closing(opened.journal):
        clock = FakeClock(vienna(14, 10))
        Desk(opened.journal, clock, "podium", opened.records).dispatch(command_of(name, **fields))


class Podium:
    """What an open podium has: a feed beside it, and what that told."""

    def __init__(self, database: Path, folder: Path) -> None:
        self.told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.folder = folder
        self.feed = FeedBeside(database, folder)
        self.feed.start(self.told.put)

    def hears(self) -> str:
        """The next sentence."""
        return self.told.get(timeout=PATIENCE)

    def wait_for(self, name: str, text: str) -> None:
        """Wait until a file says so."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            if (self.folder / name).exists() and text in (self.folder / name).read_text("utf-8"):
                return
            time.sleep(0.01)
        raise AssertionError(f"{name} never says {text}")


@pytest.fixture
def podium(database: Path, tmp_path: Path) -> Iterator[Podium]:
    """A podium with a feed, which was never started anywhere else."""
    podium = Podium(database, tmp_path / "feed")
    yield podium
    podium.feed.stop()


def test_it_follows_and_ends_with_the_last_act(podium: Podium, database: Path) -> None:
    podium.wait_for(STATUS, "ON AIR: 1st plenary meeting, in session")
    act(database, "inscribe", delegation="Guinea")
    podium.wait_for(NEXT_SPEAKER, "Guinea")
    act(database, "suspend-meeting", reason="lunch")
    podium.feed.stop()
    podium.feed.stop()
    assert "suspended (lunch)" in (podium.folder / STATUS).read_text("utf-8")
    assert {one.name for one in podium.folder.iterdir() if one.name[0] != "."} == set(FILES)
    assert podium.told.empty(), "an end that was asked for is no news"


def test_what_is_in_the_way_is_told_once(database: Path, tmp_path: Path) -> None:
    other = FeedFolder(tmp_path / "feed")
    other.take(make=True)
    podium = Podium(database, tmp_path / "feed")
    assert "Another feed is being written to" in podium.hears()
    other.free()
    assert podium.hears() == "The webcast files are written again."
    podium.wait_for(STATUS, "ON AIR")
    podium.feed.stop()


def test_no_folder_to_make_it_in(database: Path, tmp_path: Path) -> None:
    podium = Podium(database, tmp_path / "no" / "feed")
    assert podium.hears() == (
        f"The feed is not being written: There is no folder {tmp_path / 'no' / 'feed'}. "
        "Make it, or name another."
    )
    podium.feed.stop()


@pytest.mark.parametrize("name", ["SIGTERM"] if ON_WINDOWS else ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_process_that_is_ended_is_told_and_leaves_no_name_in_a_caption(
    podium: Podium, database: Path, name: str
) -> None:
    act(database, "inscribe", delegation="Guinea")
    act(database, "give-floor")
    podium.wait_for(NOW_SPEAKER, "Guinea")
    podium.wait_for(LIVE, '"now_speaker": "Guinea"')
    process = podium.feed._process
    assert process is not None
    process.send_signal(signal.Signals[name])
    told = podium.hears()
    where = podium.folder
    assert told == (
        f"The feed in {where} is no longer written, and its captions are empty. "
        "Write it with `plenary feed` in another terminal."
    )
    assert (where / NOW_SPEAKER).read_text("utf-8") == ""
    assert (where / STATUS).read_text("utf-8").startswith("FEED ENDED (ON AIR")
    assert '"now_speaker": ""' in (where / LIVE).read_text("utf-8")


def test_a_podium_that_closes_leaves_no_name_in_a_caption(podium: Podium, database: Path) -> None:
    act(database, "inscribe", delegation="Guinea")
    act(database, "give-floor")
    podium.wait_for(NOW_SPEAKER, "Guinea")
    podium.feed.stop()
    assert (podium.folder / NOW_SPEAKER).read_text("utf-8") == ""
    assert podium.told.empty(), "an end that was asked for is no news"


@MOVES_WHAT_IS_OPEN
def test_a_folder_that_is_gone_too_is_told(podium: Podium) -> None:
    podium.wait_for(STATUS, "ON AIR")
    process = podium.feed._process
    assert process is not None
    podium.folder.rename(podium.folder.with_name("away"))
    process.kill()
    told = podium.hears()
    while "is no longer written" not in told:
        told = podium.hears()
    assert "captions are empty" not in told and "`plenary feed`" in told


def test_a_process_that_cannot_be_started_is_told(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    podium = Podium(database, tmp_path / "feed")
    assert "no longer written (" in podium.hears()
    podium.feed.stop()


def test_on_windows_it_is_on_a_console_of_its_own(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would end with the podium's, and nobody would empty the captions."""
    asked: list[int] = []

    def refuse(*words: object, creationflags: int = 0, **more: object) -> None:
        asked.append(creationflags)
        raise FileNotFoundError(2, "File not found")

    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    podium = Podium(database, tmp_path / "feed")
    assert "no longer written" in podium.hears()
    assert asked == [0x08000000]


def test_stopped_before_it_started(database: Path, tmp_path: Path) -> None:
    feed = FeedBeside(database, tmp_path / "feed")
    feed.stop()
    feed.start(lambda sentence: None)
    assert not (tmp_path / "feed").exists()
