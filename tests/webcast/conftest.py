"""A served conference, and one that is fed to files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.webcast.feeding import Room
from tests.webcast.served import Booth, booth


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Booth]:
    """A small conference with the floor open, on a server."""
    with booth(tmp_path / "small.db") as found:
        yield found


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A feed in a folder that was just made; the meeting sits and three States wait."""
    room = Room(tmp_path)
    room.folder.take(make=True)
    for act, fields in (
        ("open-meeting", {}),
        ("take-up-item", {"item": "1(f)"}),
        ("open-floor", {}),
        *(("inscribe", {"delegation": name}) for name in ("Guinea", "Niger", "Nigeria")),
    ):
        room.do(act, **fields)
    yield room
    room.journal.close()
    room.watching.close()
    room.folder.free()
