"""A served conference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.webcast.served import Booth, booth


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Booth]:
    """A small conference with the floor open, on a server."""
    with booth(tmp_path / "small.db") as found:
        yield found
