"""The command line in a home of its own, as its own tests have it; brisk podiums; the journal."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.done import Record
from tests.commands.conftest import home, plenary
from tests.sitting.replay import replay
from tests.ui.opening import brisk, styled, unpainted

__all__ = ["brisk", "home", "plenary", "records", "styled", "unpainted"]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    """The journal of the sitting, each act done at its time."""
    return replay(tmp_path_factory.mktemp("sitting") / "conference.db")
