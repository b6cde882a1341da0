"""Letters that come faster than a hand presses keys do nothing, and are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from operator import attrgetter

import pytest
from textual import events

from plenary_tui.apps.beginning import TOO_EARLY
from plenary_tui.apps.bursts import Bursts
from plenary_tui.desk.writing import Desk
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.podium import LATER, Chamber, StillPodium
from tests.ui.scenes import called, floor_open, speaking


@pytest.fixture(autouse=True)
def as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys come when the test says."""
    monkeypatch.setattr(StillPodium, "CAME", attrgetter("time"))


def key(character: str, when: float) -> events.Key:
    """A key that came at a time."""
    pressed = events.Key("space" if character == " " else character, character)
    pressed.time = when
    return pressed


async def sent(app: StillPodium, room: Chamber, text: str, gap: float) -> None:
    """Letters that come so far apart, each given out before the next has come."""
    for place, letter in enumerate(text):
        app.post_message(key(letter, LATER + gap * place))
        await room.rest()
        room.clock.advance(gap)
    await room.rest()
    assert room.said != TOO_EARLY


TEXTS = ["next", "end", "en", "n p", "ok", "no e", "+ +", "np", "n ", "lene", "cy", "my", "sv"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("before", [speaking, called, floor_open])
async def test_letters_in_one_write_do_nothing(
    podium: OpenPodium,
    monkeypatch: pytest.MonkeyPatch,
    before: Callable[[Desk, FakeClock], None],
    text: str,
) -> None:
    monkeypatch.setattr(StillPodium, "LETTERS_WAIT", 0.012)
    async with podium(before) as (app, _, room):
        was = room.conference
        for letter in text:
            app.post_message(key(letter, LATER))
        await asyncio.sleep(0.05)
        await room.rest()
        assert room.conference is was
        assert text == "sv" or "Faster than a hand types" in room.said or text == "ok"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("gap", [0.012, 0.02, 0.029])
async def test_of_letters_that_no_hand_types_only_the_first_may_act(
    podium: OpenPodium, text: str, gap: float
) -> None:
    async with podium(speaking) as (alone, _, room):
        await sent(alone, room, text[0], gap)
        floor, on_air = room.conference.floor, room.conference.on_air
        acted = room.conference.seq
    room.path.unlink()
    async with podium(speaking) as (app, _, room):
        await sent(app, room, text, gap)
        assert room.conference.seq == acted and room.conference.on_air is on_air
        then = room.conference.floor
        assert (then and then.phase) == (floor and floor.phase)
        assert (then and then.entry) == (floor and floor.entry)


async def test_function_keys_are_for_what_cannot_wait(podium: OpenPodium) -> None:
    async with podium(floor_open) as (app, _, room):
        for place, name in enumerate(("f5", "f6", "f8")):
            pressed = events.Key(name, None)
            pressed.time = LATER + 0.02 * place
            app.post_message(pressed)
            await room.rest()
            room.clock.advance(0.02)
        assert room.conference.floor is None and len(room.conference.statements) == 1


@pytest.mark.parametrize("gap", [0.04, 0.11])
async def test_a_key_that_acts_after_a_moment_is_taken(podium: OpenPodium, gap: float) -> None:
    async with podium(speaking) as (app, _, room):
        await sent(app, room, "n ", gap)
        assert room.conference.floor is not None and room.conference.floor.clock.started


async def test_a_page_is_opened_by_the_first_letter_and_takes_what_follows(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StillPodium, "LETTERS_WAIT", 0.012)
    async with podium(speaking) as (app, _, room):
        was = room.conference
        for letter in "agui":
            app.post_message(key(letter, LATER))
        await asyncio.sleep(0.05)
        await room.rest()
        assert "delegation gui" in room.screen and "Guinea-Bissau" in room.screen
        assert room.conference is was


def test_a_letter_held_down_is_no_burst() -> None:
    bursts = Bursts()
    for place in range(20):
        bursts.came("n", 0.4 + 0.033 * place)
        assert not bursts.is_joined


def test_doubled_letters_are_part_of_a_text() -> None:
    bursts = Bursts()
    joined = []
    for place, letter in enumerate("see"):
        bursts.came(letter, 0.02 * place)
        joined.append(bursts.is_joined)
    assert joined == [False, True, True]


def test_a_burst_ends_with_a_pause_or_another_kind_of_key() -> None:
    bursts = Bursts()
    bursts.came("n", 0.0)
    bursts.came("e", 0.04)
    assert not bursts.is_joined
    bursts.came("", 0.05)
    bursts.came("x", 0.06)
    assert not bursts.is_joined
