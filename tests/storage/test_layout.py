"""What stands beside a database is a plain file, or is as if it were not there."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from plenary_tui.storage import layout
from plenary_tui.storage.errors import PodiumBusy
from plenary_tui.storage.feed_ends import FeedEnds
from plenary_tui.storage.head import read_head
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.kept_state import take_up
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.recovery import recover
from tests.systems import MODES, ON_WINDOWS

from .chamber import MORNING, STATION, by_hand, event, instant

BESIDE = (
    layout.HEAD,
    layout.FIRST_ACT,
    layout.KEPT_STATE,
    layout.HEARTBEAT,
    layout.PODIUM_HOLDER,
    layout.FEED_ENDS,
    layout.UNFINISHED,
    layout.FIRST_ACT + layout.UNFINISHED,
)


def use(conference: Path) -> None:
    """Do all with a conference that reads or writes what stands beside it, a recovery too."""
    heartbeat, ends = Heartbeat(conference), FeedEnds(conference)
    with PodiumLock(conference, STATION):
        with pytest.raises(PodiumBusy):
            PodiumLock(conference, STATION)
        assert take_up(conference) is None, "no state was kept"
        with closing(open_journal(conference, migrate=True).journal) as journal:
            heartbeat.read()
            heartbeat.beat(instant(9))
            journal.append(8, [event(9)], STATION)
            ends.tell(conference.parent)
            ends.news()
        with by_hand(conference) as connection:
            connection.execute("UPDATE journal SET payload = 'x' WHERE seq = 9")
        assert recover(conference, MORNING).kept == 8
    with closing(open_journal(conference, migrate=True).journal) as journal:
        assert len(journal.read()) == 8


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Fail what waits for ever."""

    def late(*_: object) -> None:
        raise AssertionError("it is waited for")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no such pipes")
@pytest.mark.parametrize("ending", BESIDE)
def test_a_pipe_that_bears_its_name_is_not_waited_for(conference: Path, ending: str) -> None:
    pipe = layout.beside(conference, ending)
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    with no_longer_than(30):
        use(conference)


@MODES
@pytest.mark.parametrize("ending", BESIDE)
def test_what_a_link_leads_to_is_neither_read_nor_written(
    conference: Path, tmp_path: Path, ending: str
) -> None:
    victim, link = tmp_path / "victim", layout.beside(conference, ending)
    if link.exists():
        link.rename(victim)
    else:
        victim.write_bytes(b"as it was")
    link.symlink_to(victim)
    before = victim.read_bytes()
    if ending == layout.HEAD:
        assert read_head(conference) is None
    use(conference)
    assert victim.read_bytes() == before


def test_what_is_larger_than_anything_there_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(layout.LARGEST + 1)
    with pytest.raises(OSError, match="too large"):
        layout.content(large)
    assert layout.content(large, 3) == bytes(3)
