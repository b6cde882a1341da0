"""Help: every action with how it is reached, and found by a word of the chamber."""

from __future__ import annotations

import pytest

from plenary_tui.actions import ACTIONS, in_keys, keys_of
from plenary_tui.screens.help import HelpScreen, help_page
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import plain


@pytest.mark.parametrize("width", [56, 76, 100])
def test_every_action_stands_there_with_its_keys(width: int) -> None:
    lines = plain(help_page(width)).splitlines()
    assert max(len(line) for line in lines) <= width
    for row in ACTIONS:
        first = row.help.split()[0]
        found = [line for line in lines if line.startswith(f" {keys_of(row)}") and first in line]
        assert found, row.id


def test_what_has_no_key_of_its_own_says_how_it_is_reached() -> None:
    reached = {row.id: keys_of(row) for row in ACTIONS}
    assert reached["move-motion"] == "j m" and reached["vote-document"] == "d v"
    assert reached["add-side-event"] == "H a" and reached["swap"] == "Enter"
    assert reached["set-quorum-base"] == "Ctrl+P"


async def test_a_word_of_the_chamber_finds_the_key(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("question_mark")
        await room.type("vote motion")
        assert "j v" in room.screen and "Inscribe a delegation" not in room.screen
        await room.answer(*["backspace"] * 11, *"zebra")
        assert "Nothing here has “zebra”." in room.screen
        await room.press("question_mark")
        assert not isinstance(app.screen, HelpScreen)


async def test_the_page_scrolls_while_one_types(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        await room.press("question_mark")
        before = room.lines_text
        await room.press("pagedown")
        assert room.lines_text != before
        await room.press("pageup")
        assert room.lines_text == before
        await room.press("down")
        assert room.lines_text != before
        await room.press("escape")
        assert room.podium.screen is room.podium.podium


@pytest.mark.parametrize("word", ["video", "rank", "group", "language"])
def test_what_is_told_with_an_act_finds_it(word: str) -> None:
    assert " a          Inscribe a delegation" in plain(help_page(76, word))
    assert "give-floor" not in plain(help_page(76, word))


def test_a_refusal_on_the_screen_names_keys_in_place_of_acts() -> None:
    assert in_keys("Resume it first (resume-meeting).") == "Resume it first (press s)."
    assert in_keys("Take it up first (take-up-document).") == "Take it up first (press d, then t)."
    assert in_keys("Record that (withdraw-motion).") == "Record that (press j, then w)."
    assert in_keys("Set it (set-quorum-base).") == "Set it (set-quorum-base).", "it has no key"
    assert in_keys("The list (closed) is kept.") == "The list (closed) is kept."


async def test_a_key_that_is_refused_says_which_key_comes_first(podium: OpenPodium) -> None:
    async with podium(scenes.suspended) as (_, _, room):
        await room.press("n")
        assert "The meeting is suspended" in room.screen
        assert "(press s)" in room.screen and "resume-meeting" not in room.screen
