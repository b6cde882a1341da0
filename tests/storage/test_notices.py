"""Who follows a journal sleeps until its log is written to, where the system tells."""

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from plenary_tui.storage import following
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.layout import WAL, beside
from plenary_tui.storage.notices import Notices

from .chamber import STATION, event

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
LONG = 10.0


@pytest.fixture
def journal(conference: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(conference)) as opened:
        yield opened


@pytest.fixture
def notices(conference: Path, journal: SqliteJournal) -> Iterator[Notices]:
    journal.append(8, [event(9)], STATION)
    with closing(Notices(conference)) as opened:
        yield opened


def test_of_a_commit_it_is_told(journal: SqliteJournal, notices: Notices) -> None:
    assert notices.sees_the_log
    assert not notices.wait(0)
    journal.append(9, [event(10)], STATION)
    assert notices.wait(LONG)
    assert not notices.wait(0)


def test_of_a_file_beside_the_log_it_is_not(conference: Path, notices: Notices) -> None:
    conference.with_name("beside").write_text("nothing")
    assert not notices.wait(0)


def test_a_log_that_went_and_came_again_is_watched(conference: Path) -> None:
    with closing(Notices(conference)) as notices:
        assert not notices.sees_the_log
        with closing(SqliteJournal(conference)) as journal:
            journal.append(8, [event(9)], STATION)
            assert notices.wait(LONG) and notices.sees_the_log
            journal.append(9, [event(10)], STATION)
            assert notices.wait(LONG)
        assert not beside(conference, WAL).exists()
        notices.wait(0)
        assert not notices.sees_the_log
        with closing(sqlite3.connect(conference)) as other:
            other.execute("PRAGMA user_version")
            other.execute("CREATE TABLE more (one)")
            assert notices.wait(LONG) and notices.sees_the_log


def test_who_sleeps_is_woken(notices: Notices) -> None:
    began = time.monotonic()
    sleeper = Thread(target=lambda: notices.wait(LONG))
    sleeper.start()
    notices.wake()
    sleeper.join()
    assert time.monotonic() - began < LONG / 2


def test_of_more_than_the_system_keeps_it_is_told_all_the_same(
    conference: Path, notices: Notices
) -> None:
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    if most > 100_000:
        pytest.skip("the system keeps too many")
    for number in range(most // 2 + 1):
        one = conference.with_name(f"{number % 2}")
        one.touch()
        one.unlink()
    assert any(notices.wait(0) for _ in range(most))


def test_where_nothing_more_can_be_watched_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="watched"):
        Notices(tmp_path / "nowhere" / "conference.db")


def test_once_told_a_follower_looks_again_soon_and_again(
    conference: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written may be seen only once it is on the disk."""
    waits: list[float] = []
    told = iter([False, True, False, False, True])

    class Told:
        sees_the_log = True

        def __init__(self, path: Path) -> None:
            pass

        def wait(self, seconds: float) -> bool:
            waits.append(seconds)
            time.sleep(0.001)
            return next(told, False)

        def wake(self) -> None:
            pass

        close = wake

    monkeypatch.setattr(following, "Notices", Told)
    follower = following.Follower(conference, lambda: None, lambda error: None)
    until = time.monotonic() + LONG
    again = [*following.AGAIN_SECONDS]
    while len(waits) < len(again) + 8 and time.monotonic() < until:
        time.sleep(0.01)
    follower.stop()
    first, second, third, *_ = again
    assert waits[:5] == [first, second, first, second, third]
    assert waits[5 : 7 + len(again)] == [*again, *[following.THOROUGH_SECONDS] * 2]
    assert sum(again) >= following.THOROUGH_SECONDS and max(again) <= 0.1, "a slow disk is seen"
