"""The clock on screen cannot stand still."""

from __future__ import annotations

from plenary_tui.apps.ticker import STANDS_STILL, Ticker
from tests.ui.opening import OpenPodium
from tests.ui.scenes import speaking


async def test_a_screen_that_stands_still_is_woken(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, pilot, room):
        before = room.digits
        room.clock.advance(STANDS_STILL - 0.1)
        Ticker.watch(app._ticker)
        await pilot.pause()
        assert room.digits == before, "a second more or less is no reason"

        room.clock.advance(0.2)
        Ticker.watch(app._ticker)
        await pilot.pause()
        assert room.digits != before
        seen = room.digits
        Ticker.watch(app._ticker)
        await pilot.pause()
        assert room.digits == seen
