"""A conference for each test, on the server of the run and in the database of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.server.conftest import server, tables
from tests.storage.server.private_server import PrivateServer

from .stations import Stations

__all__ = ["server", "tables"]


@pytest.fixture
def stations(server: PrivateServer, tables: str, tmp_path: Path) -> Iterator[Stations]:
    """A conference on the podium's disk, not yet shared."""
    made = Stations(server, tables, tmp_path)
    yield made
    made.end()
