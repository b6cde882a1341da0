"""The webcast files beside an open podium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from plenary_tui.storage.feed_ends import FeedEnds
from tests.ui.podium import chamber, podium_on


class Feed:
    """Stands for a feed; tells what a test lets it."""

    def __init__(self) -> None:
        self.tell: Callable[[str], None] | None = None
        self.stopped = False

    def start(self, tell: Callable[[str], None]) -> None:
        """Keep whom to tell."""
        self.tell = tell

    def stop(self) -> None:
        """Be stopped."""
        self.stopped = True


async def test_what_comes_in_its_way_is_said_and_stops_nothing(tmp_path: Path) -> None:
    feed: Any = Feed()
    async with podium_on(chamber(tmp_path), feed=feed) as (_, pilot, room):
        assert feed.tell is not None and not feed.stopped
        feed.tell("The feed is not being written: The disk of /feed is full.")
        await pilot.pause()
        assert room.said == "The feed is not being written: The disk of /feed is full."
        await room.press("n")
        assert room.speaker is not None and "full" not in room.said
    assert feed.stopped


async def test_a_podium_without_one(tmp_path: Path) -> None:
    async with podium_on(chamber(tmp_path)) as (_, _, room):
        await room.press("n")
        assert room.speaker is not None


async def test_the_end_of_a_feed_in_another_terminal_is_told(tmp_path: Path) -> None:
    room = chamber(tmp_path)
    FeedEnds(room.path).tell(tmp_path / "before")
    async with podium_on(room) as (_, _, room):
        await room.settle()
        assert "has ended" not in room.said
        FeedEnds(room.path).tell(tmp_path / "captions")
        await room.settle()
        assert f"The feed in {tmp_path / 'captions'} has ended" in room.said
