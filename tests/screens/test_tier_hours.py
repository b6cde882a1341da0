"""NGOs at an hour, on the podium: at the hour itself the list and the next speaker change."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.actions.trials import DECIDED
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.vocabulary import Body, Tier
from tests.chamber import FakeClock, vienna
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import chamber as on_disk
from tests.ui.podium import podium_on
from tests.ui.scenes import act, after


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


async def test_h_presumes_ngos_and_who_decides_so_that_the_hour_alone_is_typed(
    podium: OpenPodium,
) -> None:
    async with podium() as (_, _, room):
        await room.press("h")
        assert "NGOs" in room.screen and DECIDED in room.screen
        await room.answer("tab", *"12:00", "enter")
        (hour,) = room.conference.list_of("1(f)", Body.PLENARY).tier_hours
        assert (hour.tier, hour.decision) == (Tier.NGOS, DECIDED)
        await room.press("h")
        assert DECIDED in room.screen, "and as much of the decision that ends it"
        await room.answer("enter")
        assert DECIDED in room.said


async def test_h_presumes_igos_where_no_ngo_waits_and_other_words_take_the_place_of_the_presumed(
    podium: OpenPodium,
) -> None:
    async with podium(after(scenes.floor_open, "withdraw", entry="Sample Watch")) as (_, _, room):
        await room.press("h")
        await room.answer("tab", *"12:00", "tab", *"The Bureau", "enter")
        (hour,) = room.conference.list_of("1(f)", Body.PLENARY).tier_hours
        assert (hour.tier, hour.decision) == (Tier.IGOS, "The Bureau")


@pytest.mark.parametrize(("key", "typed"), [("t", "90"), ("M", "13:30")])
async def test_every_decision_by_key_has_the_words_that_the_forecast_gives_it(
    podium: OpenPodium, key: str, typed: str
) -> None:
    async with podium() as (_, _, room):
        await room.press(key)
        assert DECIDED in room.screen
        await room.answer(*typed, "enter")
        assert DECIDED in room.said
