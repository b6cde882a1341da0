"""Tuesday afternoon, rehearsed: in one look who is not reached, and what a shorter limit saves."""

from __future__ import annotations

import re
from pathlib import Path

from plenary_tui.forecast.forecast import forecast
from tests.chamber import vienna
from tests.ui.podium import podium_on, rehearsal

TUESDAY = vienna(15, 15)


def unreached(words: str) -> int:
    """How many NGOs will not be reached, as a screen says."""
    found = re.search(r"(\d+) of 48 NGOs will not be reached", words)
    assert found is not None, words
    return int(found.group(1))


async def test_nine_or_so_are_not_reached_two_or_so_at_two_and_a_half_which_is_announced(
    tmp_path: Path,
) -> None:
    async with podium_on(rehearsal(tmp_path, TUESDAY, 4), (80, 24)) as (app, _, room):
        assert re.search(r"⚑ Warn \d+ not reached, \d+ may not be heard: ", room.screen)
        await room.press("f")
        missed = unreached(room.screen)
        assert 7 <= missed <= 12
        await room.press("down")
        assert "▶ Limit 2:30" in room.screen
        left = unreached(room.screen)
        assert 1 <= left <= 4 and f"Gets in ({missed - left}): " in room.screen
        await room.press("enter", "enter")
        (limit,) = room.conference.limits
        assert (limit.limit.total_seconds(), limit.item) == (150, "1(f)")
        assert limit.decision == "The President, with no objection"
        assert app.screen is app.podium
        assert f"Warn {left} not reached" in room.screen, "the podium tells the same at once"
        found = forecast(room.conference, room.clock.now())
        assert sum(one.unreached for one in found.tiers) == left


async def test_escape_leaves_no_trace_of_what_was_tried(tmp_path: Path) -> None:
    async with podium_on(rehearsal(tmp_path, TUESDAY, 4), (80, 24)) as (app, _, room):
        seq = room.conference.seq
        await room.press("f", "down", "right", "down", "up", "escape")
        assert room.conference.seq == seq and app.screen is app.podium


async def test_nobody_undoes_their_way_into_the_meetings_before(tmp_path: Path) -> None:
    async with podium_on(rehearsal(tmp_path, TUESDAY, 4), (80, 24)) as (_, _, room):
        for _ in range(3):
            await room.press("u", "y")
        await room.settle()
        await room.press("u")
        assert "nothing to undo" in room.said
        assert [one.number for one in room.conference.meetings] == [1, 2, 3]
