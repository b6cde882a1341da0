"""Help: every action with how it is reached, and found by a word of the chamber."""

from __future__ import annotations

import pytest

from plenary_tui.actions import ACTIONS, Page, Where, in_keys, keys_of, to_type
from plenary_tui.actions.may_do import MayDo
from plenary_tui.actions.registry import action
from plenary_tui.screens.help import HelpScreen, help_page
from plenary_tui.screens.palette import ActionProvider
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


@pytest.mark.parametrize("width", [56, 76, 100])
def test_what_a_station_may_not_ask_for_is_grey_and_in_brackets(width: int) -> None:
    page = help_page(width, "", MayDo(("inscribe",)))
    lines = plain(page).splitlines()
    assert max(len(line) for line in lines) <= width
    assert any(line.startswith(" (n F5) ") for line in lines)
    assert any(line.startswith(" a  ") for line in lines), "this it may"
    assert any(line.startswith(" d  ") for line in lines), "and look at a page"
    assert "In brackets is what this station may not ask for." in " ".join(plain(page).split())
    assert "In brackets" not in plain(help_page(width)) and " (n F5)" not in plain(help_page(width))


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


SOUGHT = {
    "lunch": "suspend-meeting",
    "coffee": "suspend-meeting",
    "dinner": "suspend-meeting",
    "break": "suspend-meeting",
    "wrong": "undo",
    "mistake": "undo",
    "oops": "undo",
    "delete": "withdraw",
    "skip": "mark-absent",
    "not here": "mark-absent",
    "missing": "mark-absent",
    "late": "register",
    "finish": "end-statement",
    "stop": "end-statement",
    "cut off": "end-statement",
    "typo": "edit-floor",
    "microphone": "start-clock",
    "go": "start-clock",
    "talk": "start-clock",
    "bigger": "script",
    "vote": "vote-document",
    "reset": "undo",
    "restore": "redo",
    "silence": "bell",
    "camera": "set-on-air",
    "freeze": "pause-clock",
    "amendment": "revise-document",
}
"""What somebody looks for who does not know the chamber's word, and what it is."""


@pytest.mark.parametrize(("word", "wanted"), SOUGHT.items())
async def test_an_everyday_word_finds_the_row(podium: OpenPodium, word: str, wanted: str) -> None:
    row = action(wanted)
    found = " ".join(plain(help_page(200, word)).split())
    assert f"{keys_of(row)} {row.help}" in found
    assert len(found) < len(" ".join(plain(help_page(200)).split())) / 3, "and few others"
    async with podium() as (app, _, _):
        hits = [hit async for hit in ActionProvider(app.screen).search(word)]
        hits.sort(key=lambda hit: hit.score, reverse=True)
        likeliest = [plain(hit.match_display) for hit in hits[:8]]
        assert any(row.help in text for text in likeliest), likeliest


def test_a_refusal_on_the_screen_names_keys_in_place_of_acts() -> None:
    assert in_keys("Resume it first (resume-meeting).") == "Resume it first (press s)."
    assert in_keys("Take it up first (take-up-document).") == "Take it up first (press d, then t)."
    assert in_keys("Record that (withdraw-motion).") == "Record that (press j, then w)."
    assert in_keys("Set it (set-quorum-base).") == "Set it (set-quorum-base).", "it has no key"
    assert in_keys("The list (closed) is kept.") == "The list (closed) is kept."


def test_a_sentence_may_speak_of_the_key_itself() -> None:
    assert in_keys("Press [start-clock] to begin.") == "Press Space to begin."
    assert in_keys("[move-motion] records it.") == "j, then m records it."
    assert in_keys("The draft [advance copy] is kept.") == "The draft [advance copy] is kept."
    assert in_keys("Set it with [set-quorum-base].") == "Set it with [set-quorum-base]."


def test_on_a_page_a_sentence_has_the_page_s_keys_and_leaves_it_for_the_others() -> None:
    text = "Take it up first (take-up-document), under its item (take-up-item)."
    here = "Take it up first (press t), under its item (press Escape, then i)."
    assert in_keys(text, Where(Page.DRAFTS)) == here
    assert in_keys("Press [move-motion].", Where(Page.DRAFTS)) == "Press Escape, then j, then m."


def test_in_a_dialog_where_letters_are_typed_a_sentence_leaves_it_first() -> None:
    upon_podium, upon_drafts = Where(in_dialog=True), Where(Page.DRAFTS, in_dialog=True)
    assert in_keys("(take-up-item)", upon_podium) == "(press Escape, then i)"
    assert in_keys("(take-up-document)", upon_drafts) == "(press Escape, then t)"
    assert in_keys("(take-up-item)", upon_drafts) == "(press Escape twice, then i)"
    assert in_keys("Set it (set-quorum-base).", upon_drafts) == "Set it (set-quorum-base)."


def test_where_acts_are_typed_a_sentence_names_no_key() -> None:
    assert to_type("Take it up first (take-up-item).") == "Take it up first (take-up-item)."
    assert to_type("Type [elapsed-back] or [filter-list].") == "Type adjust-clock or filter-list."
    assert to_type("The draft [advance copy] is kept.") == "The draft [advance copy] is kept."


async def test_a_key_that_is_refused_says_which_key_comes_first(podium: OpenPodium) -> None:
    async with podium(scenes.suspended) as (_, _, room):
        await room.press("n")
        assert "The meeting is suspended" in room.screen
        assert "(press s)" in room.screen and "resume-meeting" not in room.screen
