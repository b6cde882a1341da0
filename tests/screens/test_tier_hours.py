"""NGOs at an hour, on the podium: at the hour itself the list and the next speaker change."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from tests.chamber import FakeClock, vienna
from tests.ui.podium import chamber as on_disk
from tests.ui.podium import podium_on
from tests.ui.scenes import act


def monday_afternoon(desk: Desk, clock: FakeClock) -> None:
    """States, an IGO and an NGO wait; NGOs are heard from five o'clock on; it is ten seconds to."""
    clock.until(vienna(14, 9))
    for delegation in ("NGA", "GIN", "INTERPOL"):
        act(desk, "inscribe", delegation=delegation, item="1(f)")
    watch = {"delegation": "WATCH", "speaker": "Sample Speaker 1", "function": "Director"}
    act(desk, "inscribe", item="1(f)", **watch)
    clock.until(vienna(14, 15))
    act(desk, "open-meeting")
    act(desk, "take-up-item", item="1(f)")
    act(desk, "open-floor")
    act(desk, "hear-tier-at", tier="NGOs", at="17:00")
    clock.until(vienna(14, 16, 59, 50))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_tick_at_the_hour_repaints_list_and_next_speaker(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with podium_on(on_disk(tmp_path, monday_afternoon), size) as (app, _, room):
        assert "NGOs from 17:00" in room.screen and "NEXT Nigeria" in room.screen
        assert "To the table: Sample Watch" in room.screen, "prompted in time"
        assert app.podium.selected == room.entry("NGA").id
        await room.pass_time(9)
        assert "NEXT Nigeria" in room.screen
        await room.pass_time(1)
        assert "NEXT Sample Watch" in room.screen and "first since 17:00" in room.screen
        assert "Press n to give the floor to Sample Watch" in room.screen
        assert app.podium.selected == room.entry("WATCH").id, "the cursor follows the next"
        await room.press("n")
        assert room.speaker == "WATCH"


async def test_who_looks_further_down_keeps_the_place_at_the_hour(tmp_path: Path) -> None:
    async with podium_on(on_disk(tmp_path, monday_afternoon), (120, 36)) as (app, _, room):
        room.select("GIN")
        await room.pass_time(10)
        assert app.podium.selected == room.entry("GIN").id
