"""In a whole sitting, what stands after a quiet second is what would be shown anew."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.actions.typed import read_line
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.podium.quiet import Quiet
from plenary_tui.widgets.floor_panel import FloorPanel
from tests.chamber import FakeClock
from tests.sitting.replay import START, conference_at, steps
from tests.ui.podium import Chamber, podium_on

SECOND = 1.0


class Counted(Quiet):
    """Counts the seconds that were quiet."""

    quiet = 0

    def lasts(self, *args: object) -> bool:
        """As it is, counted."""
        lasts = super().lasts(*args)  # type: ignore[arg-type]
        Counted.quiet += lasts
        return lasts


async def test_what_stands_is_what_would_be_shown_anew(tmp_path: Path) -> None:
    clock, path = FakeClock(), tmp_path / "conference.db"
    conference_at(path, clock)
    clock.until(START)
    room = Chamber(path, clock, tmp_path / "printed")
    async with podium_on(room, (120, 36)) as (app, _, _):
        desk, podium = room.desk(), app.podium
        await app.workers.wait_for_complete()  # the words are read
        for step in steps():
            left = (step.at - clock.utc).total_seconds()
            for seconds in (min(SECOND, left), max(0.0, left - 2 * SECOND), SECOND):
                if seconds <= 0:
                    continue
                podium._quiet.__class__ = Counted
                await room.pass_time(seconds)
                shown = room.lines_text
                podium._quiet = Quiet()
                await room.settle()
                assert room.lines_text == shown, f"before line {step.number}"
                assert podium.query_one(FloorPanel).card == floor_card(room.conference, app.now)
            desk.dispatch(read_line(step.line))
            await room.hear()
    assert Counted.quiet > len(steps()) / 2
