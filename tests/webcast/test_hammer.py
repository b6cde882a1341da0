"""A thousand speakers in a few seconds, while a reader polls the files without pause."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.views.public.feed import (
    FILES,
    LIVE,
    NEXT_SPEAKER,
    NOW_SPEAKER,
    NOW_TITLE,
    QUEUE_CSV,
    QUEUE_JSON,
    SNAPSHOT,
    feed_files,
)
from tests.chamber import FakeClock, small_conference
from tests.systems import ON_WINDOWS

T = TypeVar("T")
TIMES = 1000
STATES = ("Guinea", "Niger", "Nigeria", "T\u00fcrkiye")
PATIENCE = 120.0
"""Seconds after which something hangs."""

SPEAKERS = f"""
import sys
from pathlib import Path
from plenary_tui.desk.writing import Desk
from plenary_tui.storage.open_journal import open_journal
from tests.chamber import FakeClock, command_of, vienna

clock = FakeClock(vienna(14, 10))
opened = open_journal(Path(sys.argv[1]))
desk = Desk(opened.journal, clock, "podium", opened.records)

def do(act, **fields):
    desk.dispatch(command_of(act, **fields))
    clock.advance(0.5)

def inscribe(name):
    fields = {{"speaker": "Speaker of " + name, "override": "speaks again"}}
    do("inscribe", delegation=name, **fields)

do("open-meeting")
do("take-up-item", item="1(f)")
do("open-floor")
states = {STATES!r}
inscribe(states[0])
inscribe(states[1])
for number in range({TIMES}):
    do("give-floor")
    if number % 7 == 3:
        do("undo")
        do("redo")
    if number % 11 == 5:
        do("mark-absent")
        do("undo")
    do("start-clock")
    inscribe(states[(number + 2) % len(states)])
do("end-statement")
opened.journal.close()
"""


@contextmanager
def process(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A process of Python's, which does not outlive the test."""
    made = subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True)
    try:
        yield made
    finally:
        made.kill()
        made.communicate()


def unless_it_is_replaced(ask: Callable[[], T]) -> T:
    """What is asked of a file; Windows refuses that for the moment in which another replaces it."""
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except PermissionError:
            if not ON_WINDOWS or time.monotonic() > limit:
                raise
            time.sleep(0.001)


@dataclass
class Reader:
    """Graphics software that reads more often than any does, and believes what it reads."""

    folder: Path
    generations: dict[str, int] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)
    sure: int = 0

    def poll(self) -> None:
        """Read every file once."""
        self.captions()
        (live,) = json.loads(self.text(LIVE))
        assert all(isinstance(value, str) for value in live.values())
        self.together(LIVE, int(live["generation"]), live["now_speaker"], live["next_speaker"])
        queue = json.loads(self.text(QUEUE_JSON))
        self.together(QUEUE_JSON, queue["generation"], *both(queue["floor"], queue["queue"]))
        snapshot = json.loads(self.text(SNAPSHOT))
        now_and_next = both(snapshot["floor"], snapshot["next"])
        self.together(SNAPSHOT, snapshot["journal"]["seq"], *now_and_next)
        table = self.text(QUEUE_CSV)
        assert table.startswith("position,") and table.endswith("\n")
        for name in FILES:
            self.text(name)

    def text(self, name: str) -> str:
        """A file, which is always there and whole."""
        return unless_it_is_replaced((self.folder / name).read_bytes).decode("utf-8")

    def together(self, name: str, generation: int, now: str, after: str) -> None:
        """What stands in one file stands there at once."""
        assert generation >= self.generations.get(name, 0), f"{name} went back"
        self.generations[name] = generation
        assert not now or now != after, f"{name} has {now} now and next"
        self.seen.add((now, after))

    def captions(self) -> None:
        """The text files, as far as they certainly stood there at the same time."""
        before = self.identity(NOW_SPEAKER)
        now, title = self.text(NOW_SPEAKER), self.text(NOW_TITLE)
        after = self.text(NEXT_SPEAKER)
        assert now in ("", *STATES) and after in ("", *STATES)
        assert title in ("", *(f"Speaker of {name}" for name in STATES))
        if before == self.identity(NOW_SPEAKER):
            self.sure += 1
            assert not now or now != after, f"{now} is now and next"
            assert not now or title in ("", f"Speaker of {now}"), f"{now} has the title {title}"

    def identity(self, name: str) -> tuple[int, int]:
        """What tells a file from the one that takes its place."""
        status = unless_it_is_replaced((self.folder / name).stat)
        return status.st_ino, status.st_mtime_ns


def both(floor: Any, queue: Any) -> tuple[str, str]:
    """Who is now and who is next."""
    return floor["delegation"] if floor else "", queue[0]["delegation"] if queue else ""


def poll_until(done: Callable[[], bool], reader: Reader) -> None:
    """Poll without pause."""
    limit = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < limit, "it takes too long"
        reader.poll()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A conference in which nothing has been done."""
    path = tmp_path / "small.db"
    create(path, (small_conference(FakeClock().now()),), "test")
    return path


def test_a_thousand_speakers(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    with (
        process("-m", "plenary_tui", "feed", str(folder), "--db", str(database)) as feed,
        process("-c", SPEAKERS, str(database)) as speakers,
    ):
        assert feed.stdout is not None
        assert "is written to" in feed.stdout.readline()
        reader = Reader(folder)
        poll_until(lambda: speakers.poll() is not None, reader)
        assert speakers.returncode == 0
        opened = open_journal(database)
        opened.journal.close()
        last = opened.records[-1].seq
        poll_until(lambda: reader.generations.get(SNAPSHOT, 0) >= last, reader)
        assert feed.poll() is None
    assert last > 3 * TIMES
    assert len(reader.seen) > len(STATES) and reader.sure > 10
    conference = Ledger(opened.records).conference
    expected = feed_files(conference, opened.records[-1].event.at, built_in())
    assert {name: reader.text(name) for name in FILES} == expected
