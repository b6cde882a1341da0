"""A feed to test: real files of a real journal, brought up by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plenary_tui.desk.watching import Watching
from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.script import built_in
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.views.public.feed import LIVE, NEXT_SPEAKER, NOW_SPEAKER, NOW_TITLE
from plenary_tui.webcast.feeder import Feeder
from plenary_tui.webcast.folder import FeedFolder
from tests.chamber import FakeClock, command_of, small_conference, vienna


class Room:
    """A conference on disk, acts done in it, and a feed of it that is brought up by hand."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(vienna(14, 10))
        self.database, self.path = folder / "small.db", folder / "feed"
        create(self.database, (small_conference(self.clock.now()),), "test")
        opened = open_journal(self.database)
        self.journal = opened.journal
        self.desk = Desk(opened.journal, self.clock, "test", opened.records)
        self.watching = Watching(self.database)
        self.folder = FeedFolder(self.path)
        self.told: list[str] = []
        self.beats = Heartbeat(self.database)
        self.feeder = self.another()

    def another(self, *, keep: bool = False) -> Feeder:
        """One more of the same folder."""
        clock = self.followed(self.watching)
        return Feeder(self.watching, self.folder, self.told.append, clock, built_in(), keep=keep)

    def followed(self, watching: Watching) -> FollowedClock:
        """The podium's clock, as who watches knows it."""
        return FollowedClock(
            self.beats, lambda: watching.last, self.clock, reading=lambda: self.clock.steady
        )

    def do(self, act: str, **fields: Any) -> None:
        """Do an act, and bring the files up to it."""
        self.desk.dispatch(command_of(act, **fields))
        self.clock.advance(60)
        self.feeder.update()

    def read(self, name: str) -> str:
        """What a file says."""
        return (self.path / name).read_bytes().decode("utf-8")

    def files(self) -> dict[str, tuple[int, int]]:
        """Every file that is seen, and what tells it from one that took its place."""
        seen = [one for one in self.path.iterdir() if not one.name.startswith(".")]
        return {one.name: (one.stat().st_ino, one.stat().st_mtime_ns) for one in seen}


def captions(room: Room) -> tuple[str, ...]:
    """The text files of now and next, and what `live.json` says of them."""
    (live,) = json.loads(room.read(LIVE))
    texts = tuple(room.read(name) for name in (NOW_SPEAKER, NOW_TITLE, NEXT_SPEAKER))
    assert texts == (live["now_speaker"], live["now_title"], live["next_speaker"])
    return texts
