"""`plenary feed`, as a command and as a process."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.apps.podium import PodiumApp
from plenary_tui.commands import launch
from plenary_tui.paths import Paths
from plenary_tui.storage.feed_ends import FeedEnds
from plenary_tui.views.public.feed import FILES, NEXT_SPEAKER
from plenary_tui.webcast.feeder import Feeder
from plenary_tui.webcast.folder import FeedFolder
from tests.commands.conftest import Plenary


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ctrl+C as soon as the files have been written for the first time."""

    run = Feeder.run

    def interrupt(self: Feeder) -> None:
        signal.raise_signal(signal.SIGINT)
        run(self)

    monkeypatch.setattr(Feeder, "run", interrupt)
    yield
    gc.unfreeze()


def written(folder: Path) -> set[str]:
    """The files that are seen there."""
    return {one.name for one in folder.iterdir() if not one.name.startswith(".")}


def test_it_says_where_it_writes_and_how_it_ends(
    in_session: Path, plenary: Plenary, tmp_path: Path, interrupted: None
) -> None:
    plenary("do", "inscribe", "Guinea")
    folder = tmp_path / "feed"
    answer = plenary("feed", str(folder))
    assert answer.status == 0
    assert f"Small conference is written to {folder}. Ctrl+C ends it." in answer.out
    assert "The feed has ended; no caption names anybody." in answer.out
    assert written(folder) == set(FILES)
    assert (folder / NEXT_SPEAKER).read_text(encoding="utf-8") == ""
    ends = FeedEnds(in_session)
    answer = plenary("feed", str(folder), "--keep")
    assert answer.status == 0, "the folder is free again"
    assert ends.news() == (str(folder),), "a podium is told"
    assert "The feed has ended; its files stay as they are." in answer.out
    assert (folder / NEXT_SPEAKER).read_text(encoding="utf-8") == "Guinea"


def test_it_records_nothing(
    in_session: Path, plenary: Plenary, tmp_path: Path, interrupted: None
) -> None:
    before = plenary("status", "--json").json["journal"]
    assert plenary("feed", str(tmp_path / "feed")).status == 0
    assert plenary("status", "--json").json["journal"] == before


def test_it_waits_for_a_conference(plenary: Plenary, tmp_path: Path, interrupted: None) -> None:
    folder = tmp_path / "feed"
    for words in (("--db", str(tmp_path / "none.db")), ("--rehearsal",)):
        answer = plenary("feed", str(folder), *words)
        assert answer.status == 0 and "There is no conference at" in answer.err
        assert f"The feed in {folder} waits for a conference. Ctrl+C ends it." in answer.out
        assert (folder / NEXT_SPEAKER).read_text(encoding="utf-8") == ""
    assert not (tmp_path / "none.db").exists()


def test_a_folder_is_needed(in_session: Path, plenary: Plenary) -> None:
    assert plenary("feed").status == 2
    assert plenary("feed", "").status == 2


def test_a_file_is_no_folder(in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
    (tmp_path / "feed").write_text("precious")
    answer = plenary("feed", str(tmp_path / "feed"))
    assert answer.status == 1 and "is not a folder. Name a folder" in answer.err
    assert (tmp_path / "feed").read_text() == "precious"


def test_only_the_last_folder_is_made(in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
    answer = plenary("feed", str(tmp_path / "no" / "feed"))
    assert answer.status == 1 and "There is no folder" in answer.err
    assert not (tmp_path / "no").exists()


def test_a_folder_in_the_place_of_a_file(
    in_session: Path, plenary: Plenary, tmp_path: Path
) -> None:
    (tmp_path / NEXT_SPEAKER).mkdir()
    answer = plenary("feed", str(tmp_path))
    assert (
        answer.status == 1
        and f"{tmp_path / NEXT_SPEAKER} cannot be written (it is a folder)." in answer.err
    )


def test_a_name_that_is_too_long(in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
    answer = plenary("feed", str(tmp_path / ("x" * 300)))
    assert answer.status == 1 and "cannot be written (its name is too long). Name" in answer.err


def test_another_feed_has_it(in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
    first = FeedFolder(tmp_path / "feed")
    first.take(make=True)
    answer = plenary("feed", str(tmp_path / "feed"))
    assert answer.status == 1 and "Another feed is being written to" in answer.err
    first.free()


@pytest.mark.skipif(
    os.name != "posix" or not os.path.exists("/proc/self"), reason="needs a folder of the system's"
)
def test_where_nobody_may_write(in_session: Path, plenary: Plenary) -> None:
    answer = plenary("feed", "/proc/self")
    assert answer.status == 1 and "/proc/" in answer.err


class TestPodiumsOwn:
    """A podium that writes the feed itself."""

    @pytest.fixture
    def feeds(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path | None]]:
        """A terminal whose screen closes at once: the folder of each podium's feed."""
        opened: list[Path | None] = []

        def run(app: Any) -> None:
            opened.append(feed._folder if (feed := app.others.feed) else None)

        monkeypatch.setattr(launch, "require_terminal", lambda: None)
        monkeypatch.setattr(PodiumApp, "run", run)
        monkeypatch.setenv("TEXTUAL_FPS", os.environ.get("TEXTUAL_FPS", "60"))
        yield opened
        gc.enable()

    def test_asked_for(
        self, in_session: Path, plenary: Plenary, feeds: list[Path | None], tmp_path: Path
    ) -> None:
        folder = str(tmp_path / "feed")
        for words in (
            ("--feed", folder),
            ("podium", "--feed", folder),
            ("--feed", folder, "podium"),
            ("podium",),
        ):
            assert plenary(*words).status == 0
        assert plenary("rehearse", "--db", str(tmp_path / "r.db"), "--feed", folder).status == 0
        assert feeds == [tmp_path / "feed"] * 3 + [None, tmp_path / "feed"]
        assert not (tmp_path / "feed").exists(), "nothing is written before the first frame"

    def test_as_the_settings_say_but_in_no_rehearsal(
        self,
        in_session: Path,
        plenary: Plenary,
        feeds: list[Path | None],
        paths: Paths,
        tmp_path: Path,
    ) -> None:
        paths.settings.parent.mkdir(parents=True)
        paths.settings.write_text(f'feed_folder = "{tmp_path.as_posix()}"\n')
        plenary("podium")
        plenary("podium", "--feed", str(tmp_path / "other"))
        plenary("rehearse", "--db", str(tmp_path / "r.db"))
        assert feeds == [tmp_path, tmp_path / "other", None]
        assert str(tmp_path) in plenary("where").out

    @pytest.mark.parametrize("words", [("status",), ("do", "note", "x"), ("webcast",)])
    def test_only_the_podium_has_one(
        self, in_session: Path, plenary: Plenary, words: tuple[str, ...]
    ) -> None:
        answer = plenary("--feed", "folder", *words)
        assert answer.status == 2 and "`plenary feed DIR`" in answer.err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("keep", [False, True])
def test_however_it_is_ended_the_process_empties_its_captions(
    in_session: Path, plenary: Plenary, tmp_path: Path, number: str, keep: bool
) -> None:
    plenary("do", "inscribe", "Guinea")
    command = [sys.executable, "-m", "plenary_tui", "feed", str(tmp_path / "feed")]
    feed = subprocess.Popen(
        [*command, *(("--keep",) if keep else ())],
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"},
    )
    try:
        assert feed.stdout is not None
        assert "is written to" in feed.stdout.readline()
        feed.send_signal(getattr(signal, number))
        out, err = feed.communicate(timeout=20)
    finally:
        feed.kill()
        feed.wait()
    assert (feed.returncode, err) == (0, "")
    assert "The feed has ended; " in out
    assert written(tmp_path / "feed") == set(FILES)
    left = (tmp_path / "feed" / NEXT_SPEAKER).read_text(encoding="utf-8")
    assert left == ("Guinea" if keep else "")
