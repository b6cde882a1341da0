"""The President's words on the podium and on their page, which stays live and can be acted on."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from plenary_tui.actions import Page, passed_on
from plenary_tui.apps.terminal import LARGEST
from plenary_tui.screens.script import ScriptScreen
from plenary_tui.settings import Settings
from plenary_tui.widgets import script
from plenary_tui.widgets.pixel_type import big_lines
from plenary_tui.widgets.script import set_sentence
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber

SIZES = [(80, 24), (120, 36), (200, 60)]
CALL = "I now give the floor to the distinguished representative of"


def words(room: Chamber) -> tuple[str, ...]:
    """The sentences that the podium shows, or would if there were room."""
    podium = room.podium
    return podium.podium.words_to_say(podium.conference, room.clock.now()).lines


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_as_it_is_read(
    podium: OpenPodium, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.called, size=size) as (_, _, room):
        await room.press("l")
        assert room.lines_text == snapshot


async def test_the_page_while_somebody_speaks_and_without_colour(
    podium: OpenPodium, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("l")
        assert "When Nigeria has ended:" in room.screen, "a word says it, not a colour"
        assert room.lines_text == snapshot


async def test_the_page_of_a_draft_tells_what_is_said_otherwise(
    podium: OpenPodium, snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.draft_taken_up, size=(120, 36)) as (_, _, room):
        await room.press("l")
        assert "If a vote is requested:" in room.screen
        assert room.lines_text == snapshot


async def test_the_clock_goes_on_and_its_keys_work_on_the_page(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (_, _, room):
        await room.press("l")
        assert "3:00 CALLED Nigeria" in room.screen
        await room.press("space")
        await room.pass_time(10)
        assert "2:50 ON TIME Nigeria" in room.screen
        assert "When Nigeria has ended: I thank" in room.screen
        await room.press("n")
        assert room.speaker == "GIN" and "CALLED Guinea" in room.screen
        assert f"Now: I thank the distinguished representative of Nigeria. {CALL} Guinea" in (
            room.screen
        )
        assert "The floor was given to Guinea" in room.screen
        await room.press("f6")
        await room.press("f8")
        assert "NOBODY HAS THE FLOOR" in room.screen
        await room.press("u")
        assert room.speaker == "GIN"
        assert isinstance(room.podium.screen, ScriptScreen)
        await room.press("escape")
        assert room.podium.screen is room.podium.podium


async def test_another_station_s_acts_are_followed_on_the_page(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press("l")
        assert f"{CALL} Nigeria, to be followed by" in room.screen
        room.do("withdraw", entry="NGA")
        await room.hear()
        assert f"{CALL} Guinea" in room.screen and "Nigeria, to be" not in room.screen


async def test_a_dialog_stands_on_the_page_and_gives_it_back(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("l", "o")
        await room.answer(*"tür", "enter")
        assert isinstance(room.podium.screen, ScriptScreen)
        assert "I give the floor to the distinguished representative of Türkiye" in room.screen


async def test_an_act_on_a_row_that_cannot_be_seen_is_not_done(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press("l", "enter")
        assert isinstance(room.podium.screen, ScriptScreen)
    assert {"space", "n", "e", "f5", "f6", "f8", "u"} <= set(passed_on(Page.SCRIPT))


async def test_a_call_to_order_is_said_only_once_it_was_chosen(podium: OpenPodium) -> None:
    async with podium(scenes.speaking, size=(120, 36)) as (_, _, room):
        await room.pass_time(300)
        assert "conclude" not in " ".join(words(room))
        room.do("call-to-order")
        await room.hear()
        assert "“I would kindly ask the distinguished representative of Nigeria to conclude." in (
            room.screen
        )


async def test_an_office_s_words_and_what_is_wrong_with_them(
    podium: OpenPodium, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[call]\nstatement = "{who}, please."\nvideo = "{whom}"\n', encoding="utf-8")
    async with podium(scenes.called, settings=Settings(script=own)) as (_, _, room):
        assert words(room)[-1] == "The distinguished representative of Nigeria, please."
        assert "call.video: {whom} is not filled in here" in room.said


def test_a_sentence_that_does_not_fit_or_cannot_be_drawn_is_not_large() -> None:
    assert set_sentence("I thank Ghana.", 100, 3)
    assert not set_sentence("I thank Ghana.", 100, 2)
    assert not set_sentence("I thank Ghana.", 10, 40), "one word is wider than the room"
    assert not set_sentence("感谢加纳", 100, 40) and not set_sentence("", 100, 40)
    assert max(map(len, set_sentence("I thank the representative of Ghana.", 80, 40))) <= 80


def test_in_the_largest_room_a_sentence_is_not_drawn_in_every_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []

    def draw(text: str, scale: int) -> list[str]:
        drawn.append(scale)
        return big_lines(text, scale)

    monkeypatch.setattr(script, "big_lines", draw)
    sentence = "I now give the floor to the representative of the Plurinational State of Bolivia."
    rows = set_sentence(sentence, *LARGEST)
    assert 0 < len(rows) <= LARGEST[1] and max(map(len, rows)) <= LARGEST[0]
    assert len({scale for scale in drawn if scale > 1}) < 6
