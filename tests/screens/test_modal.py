"""Two keys at once, of which the first leaves a dialog: the second does nothing."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, StillPodium
from tests.ui.scenes import floor_open, speaking


async def at_once(app: StillPodium, room: Chamber, *keys: str) -> None:
    """Press keys so fast that all have come before the first does anything."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    await room.rest()


@pytest.mark.parametrize(
    ("opens", "keys"),
    [
        ("q", ("n", "y")),
        ("q", ("n", "n")),
        ("q", ("enter", "enter")),
        ("i", ("enter", "enter")),
    ],
)
async def test_of_two_answers_the_first_counts(
    podium: OpenPodium, opens: str, keys: tuple[str, str]
) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press(opens)
        assert app.screen is not app.podium
        room.clock.advance(1)  # Enter is nothing just after the key that opened a page
        await at_once(app, room, *keys)
        assert app.screen is app.podium and app.is_running


async def test_enter_twice_acts_once(podium: OpenPodium) -> None:
    async with podium(floor_open) as (app, _, room):
        await room.press("N")
        await room.answer(*"once")
        await at_once(app, room, "enter", "enter")
        assert app.screen is app.podium
        assert [note.text for note in app.conference.notes] == ["once"]


async def test_what_is_typed_after_the_podium_was_closed_does_nothing(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, _):
        app.close_podium()
        last, floor = app.conference.seq, app.conference.floor
        for key in "enlq":
            app.action_press(key)
        app.tick()
        assert (app.conference.seq, app.conference.floor) == (last, floor)
