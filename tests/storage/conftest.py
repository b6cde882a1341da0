"""A conference on disk."""

from pathlib import Path

import pytest

from tests.systems import ON_WINDOWS

from .chamber import make_conference


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a conference may stand: a name that a URL would misread."""
    folder = tmp_path / f"Plénière #1 100% {'' if ON_WINDOWS else '?'}mode=rw"
    folder.mkdir()
    return folder / "conference.db"


@pytest.fixture
def conference(database: Path) -> Path:
    """A conference of eight acts."""
    make_conference(database, 8)
    return database
