"""What a slip of one key would change for the whole room is asked about once, and says whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.vocabulary import Phase
from tests.chamber import FakeClock
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.scenes import act, floor_open, speaking


def a_reply_asked_for(desk: Desk, clock: FakeClock) -> None:
    """Nigeria speaks, and Guinea has asked to reply."""
    speaking(desk, clock)
    act(desk, "request-reply", delegation="GIN")


@pytest.mark.parametrize(
    ("before", "keys", "told"),
    [
        (speaking, "P", "This ends Nigeria at 0:"),
        (speaking, "S", "This ends Nigeria at 0:"),
        (a_reply_asked_for, "G", "This ends Nigeria at 0:"),
        (scenes.called, "c", "was called and has not begun."),
        (speaking, "c", "Nigeria has the floor, at 0:"),
        (speaking, "v", "Captions and pages go empty."),
        (floor_open, "m", "delegations still wait on the list in the 1st"),
        (floor_open, "i down", "delegations still wait on the list of item 1(f)"),
    ],
)
async def test_one_key_asks_says_whom_and_stays_unless_it_is_told_to_go_on(
    podium: OpenPodium, before: Callable[[Desk, FakeClock], None], keys: str, told: str
) -> None:
    async with podium(before) as (app, _, room):
        was = room.conference.seq
        for leaves in ("enter", "escape", "n"):
            await room.press(*keys.split())
            if keys.startswith("i"):
                await room.press("enter")
            assert told in room.screen
            assert room.conference.seq == was
            await room.press(leaves)
            assert app.screen is app.podium and room.conference.seq == was
        await room.press(*keys.split())
        if keys.startswith("i"):
            await room.press("enter")
        await room.press("y")
        if "exception" in room.screen:  # a reply before its time takes a reason
            await room.answer(*"asked", "enter")
        assert room.conference.seq > was


async def test_the_next_speaker_is_called_without_a_question(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.speaker
        await room.press("n")
        assert app.screen is app.podium and room.speaker != before


async def test_the_menu_of_a_row_offers_nothing_to_a_stray_enter(podium: OpenPodium) -> None:
    async with podium(speaking) as (_, _, room):
        was = room.conference.seq
        await room.press("enter", "enter", "enter")
        assert room.conference.seq == was and "Give the floor" in room.screen
        await room.press("1")
        assert "This ends Nigeria at 0:" in room.screen and room.conference.seq == was


async def test_undo_names_the_station_that_acted_last_and_offers_the_own_act(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("space")
        room.do("inscribe", delegation="TUR", station="list desk")
        await room.hear()
        was = room.conference.seq
        await room.press("u")
        assert "list desk did this last: Türkiye was inscribed" in room.screen
        await room.press("enter")
        assert app.screen is app.podium and room.conference.seq == was
        await room.press("u", "o")
        floor = room.conference.floor
        assert floor is not None and floor.phase is Phase.SPEAKING
        assert "TUR" in room.waiting()


async def test_undo_asks_nothing_where_the_own_act_is_the_last(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("space", "u")
        floor = room.conference.floor
        assert floor is not None and floor.phase is Phase.SPEAKING
        assert app.screen is app.podium
