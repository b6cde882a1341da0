"""Other stations learn of an act within a tenth of a second."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue
from threading import Event, current_thread, main_thread

import pytest

from plenary_tui.storage.errors import JournalReplaced, NoConference, StorageError
from plenary_tui.storage.following import Follower
from plenary_tui.storage.journal import SqliteJournal

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
