"""The same sitting, run from the podium by its keys alone: the journal comes out the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.storage.open_journal import open_journal
from tests.chamber import FakeClock
from tests.sitting.replay import JOURNAL, START, conference_at, replay, steps, written_journal
from tests.ui.podium import Chamber, podium_on


class Unhurried(FakeClock):
    """A clock on whose time the officer presses each key well after the one before."""

    presses = 0.0

    def real(self) -> float:
        """Another second each time it is asked for."""
        self.presses += 1
        return self.presses


def rows_after_each_act(path: Path) -> list[int]:
    """How many rows the journal has after each act of the sitting."""
    last = {record.act: record.seq for record in replay(path)}
    return list(last.values())[2:]  # not the convening, nor the podium's opening


@pytest.mark.parametrize("size", [(80, 24)])
async def test_the_sitting_is_run_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    rows = rows_after_each_act(tmp_path / "replayed.db")
    clock, path = Unhurried(), tmp_path / "conference.db"
    conference_at(path, clock)
    clock.until(START)
    room = Chamber(path, clock, tmp_path / "printed")
    async with podium_on(room, size):
        for step, row in zip(steps(), rows, strict=True):
            await room.pass_time((step.at - clock.utc).total_seconds())
            await room.answer(*step.keys)
            assert room.conference.seq == row, f"line {step.number}: {step.line}\n{room.lines_text}"
        assert room.podium.screen is room.podium.podium, "no dialog is left open"
        opened = open_journal(path)
        opened.journal.close()
        assert written_journal(opened.records) == JOURNAL.read_text(encoding="utf-8")
