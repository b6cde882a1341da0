"""Other stations learn of an act within a tenth of a second."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue
from threading import Event, current_thread, main_thread

import pytest

from plenary_tui.storage.errors import JournalReplaced, NoConference, StorageError
from plenary_tui.storage.following import (
    POLL_SECONDS,
    SETTLED_SECONDS,
    THOROUGH_SECONDS,
    Follower,
    LogWatch,
)
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.layout import WAL, beside
from tests.systems import MOVES_WHAT_IS_OPEN, TELLS_TIMES

from .chamber import STATION, event

PATIENCE = 10.0


@pytest.fixture
def journal(conference: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(conference)) as opened:
        yield opened


def test_follower_is_told_at_the_start_and_of_every_act(
    conference: Path, journal: SqliteJournal
) -> None:
    told: Queue[object] = Queue()
    follower = Follower(conference, lambda: told.put(current_thread()), told.put, every=0.002)
    try:
        assert told.get(timeout=PATIENCE) is not main_thread()
        for number in range(9, 12):
            journal.append(number - 1, [event(number)], STATION)
            told.get(timeout=PATIENCE)
    finally:
        follower.stop()
        follower.stop()
    journal.append(11, [event(12)], STATION)
    assert told.empty()


@MOVES_WHAT_IS_OPEN
def test_follower_ends_and_says_why_when_the_journal_is_set_aside(
    conference: Path, journal: SqliteJournal
) -> None:
    failures: Queue[StorageError] = Queue()
    started = Event()
    following = journal.follow(started.set, failures.put)
    try:
        assert started.wait(PATIENCE)
        conference.rename(conference.with_name("aside.db"))
        assert isinstance(failures.get(timeout=PATIENCE), JournalReplaced)
    finally:
        following.stop()


def test_follower_of_nothing_says_so(database: Path) -> None:
    failures: Queue[StorageError] = Queue()
    follower = Follower(database, lambda: None, failures.put)
    assert isinstance(failures.get(timeout=PATIENCE), NoConference)
    follower.stop()


def let_it_settle(conference: Path) -> LogWatch:
    """A watch of a log that has been looked at until nobody can have written unnoticed."""
    watch = LogWatch(conference, POLL_SECONDS)
    for _ in range(round(SETTLED_SECONDS / POLL_SECONDS) + 1):
        assert watch.stirred()
    return watch


@TELLS_TIMES
def test_log_that_nobody_writes_to_needs_no_look(conference: Path, journal: SqliteJournal) -> None:
    journal.append(8, [event(9)], STATION)
    watch = let_it_settle(conference)
    assert not watch.stirred()
    journal.append(9, [event(10)], STATION)
    assert watch.stirred()


def test_act_in_a_log_that_began_anew_at_its_old_size_is_noticed(
    conference: Path, journal: SqliteJournal
) -> None:
    for number in range(9, 12):
        journal.append(number - 1, [event(number)], STATION)
    with closing(sqlite3.connect(conference)) as other:
        other.execute("PRAGMA wal_checkpoint(RESTART)")
        size = beside(conference, WAL).stat().st_size
        watch = let_it_settle(conference)
        journal.append(11, [event(12)], STATION)
        assert beside(conference, WAL).stat().st_size == size
        assert watch.stirred()


def test_log_written_to_just_now_is_looked_at_again(
    conference: Path, journal: SqliteJournal
) -> None:
    """Two commits within what a system rounds a file's time to leave the same time."""
    journal.append(8, [event(9)], STATION)
    watch = LogWatch(conference, POLL_SECONDS)
    assert watch.stirred()
    assert watch.stirred()


@TELLS_TIMES
def test_every_second_a_look_is_thorough(conference: Path, journal: SqliteJournal) -> None:
    journal.append(8, [event(9)], STATION)
    watch = let_it_settle(conference)
    looks = [watch.stirred() for _ in range(2 * round(THOROUGH_SECONDS / POLL_SECONDS))]
    assert looks.count(True) == 2


def test_without_a_log_every_look_is_thorough(database: Path) -> None:
    watch = LogWatch(database)
    assert watch.stirred()
    assert watch.stirred()
