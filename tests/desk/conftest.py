"""A conference on disk, as the tests of the journal have it, and two stations of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.storage.open_journal import create, open_journal
from tests.chamber import FakeClock, small_conference
from tests.storage.conftest import database

__all__ = ["database"]


@pytest.fixture
def desks(database: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two stations of one conference."""
    clock = FakeClock()
    create(database, [small_conference(clock.now())], "pack")
    with (
        closing(open_journal(database).journal) as one,
        closing(open_journal(database).journal) as two,
    ):
        yield Desk(one, clock, "podium"), Desk(two, clock, "list desk")
