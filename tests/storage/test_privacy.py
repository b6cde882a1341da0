"""Private notes are private: nobody else reads a conference, and no link is written through."""

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.storage.errors import NoConference
from plenary_tui.storage.feed_ends import FeedEnds
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.locks import PodiumLock, WriterLock
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.privacy import make_private

from .chamber import STATION, event, instant, make_conference

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def modes(folder: Path) -> dict[str, int]:
    return {
        file.name: stat.S_IMODE(file.stat().st_mode)
        for file in folder.iterdir()
        if not file.name.endswith(".lock")
    }


def test_nothing_of_a_conference_is_readable_by_others(database: Path) -> None:
    before = os.umask(0o022)
    try:
        make_conference(database, 3)
        FeedEnds(database).tell(database.parent)
        Heartbeat(database).beat(instant(9))
        with PodiumLock(database, STATION), closing(SqliteJournal(database)) as journal:
            journal.append(3, [event(4)], STATION)
            journal.backup(database.with_name("copy.db"))
            found = modes(database.parent)
    finally:
        os.umask(before)
    assert {name.removeprefix("conference.db") for name in found} == {
        *("", "-wal", "-shm", ".first", ".head", ".heartbeat", ".podium", ".feeds-ended"),
        "copy.db",
    }
    assert set(found.values()) == {0o600}


def test_what_others_could_read_is_made_private_and_told_once(conference: Path) -> None:
    for file in conference.parent.iterdir():
        file.chmod(0o664)
    conference.parent.chmod(0o755)

    assert make_private(conference, conference.parent)
    assert set(modes(conference.parent).values()) == {0o600}
    assert stat.S_IMODE(conference.parent.stat().st_mode) == 0o700
    conference.parent.chmod(0o755)
    assert not make_private(conference, conference.parent), "of a folder alone nothing is told"
    assert stat.S_IMODE(conference.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("ending", [".head", ".heartbeat", ".podium", ".feeds-ended", ".first.new"])
def test_nothing_is_written_through_a_link(conference: Path, ending: str) -> None:
    victim = conference.with_name("victim")
    victim.write_bytes(b"dear to somebody")
    link = conference.with_name(f"conference.db{ending}")
    link.unlink(missing_ok=True)
    link.symlink_to(victim)
    conference.with_name("conference.db.first").unlink()

    with closing(open_journal(conference, migrate=True).journal) as journal:
        journal.append(8, [event(9)], STATION)
    Heartbeat(conference).beat(instant(9))
    PodiumLock(conference, STATION).release()
    FeedEnds(conference).tell(conference)

    assert victim.read_bytes() == b"dear to somebody"


def test_a_folder_that_was_moved_is_not_made_again(conference: Path) -> None:
    moved = conference.parent.rename(conference.parent.with_name("moved"))
    for take in (WriterLock(conference).__enter__, lambda: PodiumLock(conference, STATION)):
        with pytest.raises(NoConference, match="no folder"):
            take()
    Heartbeat(conference).beat(instant(9))
    FeedEnds(conference).tell(conference)

    assert not conference.parent.exists()
    moved.rename(conference.parent)
