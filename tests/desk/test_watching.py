"""Who watches a conference follows it once, and not when it is closed."""

from __future__ import annotations

import threading
from pathlib import Path

from plenary_tui.desk.watching import Watching
from plenary_tui.storage.open_journal import create
from tests.chamber import FakeClock, small_conference


def followers() -> int:
    """How many threads look for what is recorded."""
    return sum(one.name == "journal follower" for one in threading.enumerate())


def test_who_follows_anew_follows_once_and_nobody_is_left_when_it_is_closed(
    tmp_path: Path,
) -> None:
    path, before = tmp_path / "small.db", followers()
    create(path, (small_conference(FakeClock().now()),), "test")
    watching = Watching(path)
    assert watching.open()
    for _ in range(3):
        watching.follow(lambda: None, lambda error: None)
        assert followers() == before + 1
    watching.close()
    assert followers() == before
