"""A key that a sentence names does what it says where the sentence is read: on every page."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Label

from plenary_tui.actions import ACTIONS, Page, Where, in_keys, key_name, opening_keys
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.podium import Podium
from plenary_tui.widgets.bottom import MessageLine, Said
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, plain

REFUSED = "No item is taken up. Choose one first (take-up-item)."
PAGES = [one for one in Page if one not in (Page.PALETTE, Page.HELP)]
"""Pages on which something is said; the palette and help only name what there is."""
SAY = [Page.DRAFTS, Page.PROGRAMME, Page.HEARD, Page.SCRIPT, Page.WEBCAST]
"""Those with a line for what is said to the officer."""
KEYS = {key_name(key): key for row in ACTIONS for key in row.keys}


def pressed(sentence: str) -> list[str]:
    """The keys that a sentence says to press, one after the other."""
    named = re.search(r"\(press ([^)]+)\)", sentence)
    assert named is not None, sentence
    keys: list[str] = []
    for word in named[1].split(", then "):
        name, _, twice = word.partition(" ")
        keys += [KEYS.get(name, name.lower())] * (2 if twice else 1)
    return keys


async def follow(room: Chamber, sentence: str) -> None:
    """Do what the sentence says; it is about the agenda."""
    for key in pressed(sentence):
        await room.press(key)
    agenda = room.podium.screen
    assert isinstance(agenda, Pick), sentence
    assert plain(agenda.query_one(".title", Label).render()) == "Agenda", sentence


@pytest.mark.parametrize("page", PAGES)
async def test_what_is_said_on_a_page_names_keys_that_work_on_it(
    podium: OpenPodium, page: Page
) -> None:
    scene = scenes.draft_taken_up if page is Page.ROLL_CALL else scenes.drafts
    async with podium(scene) as (app, _, room):
        await room.press(opening_keys(page)[0])
        assert not isinstance(app.screen, Podium)
        await follow(room, in_keys(REFUSED, Where(page)))


@pytest.mark.parametrize("page", SAY)
async def test_a_refusal_that_a_page_shows_is_read_with_keys_that_work_there(
    podium: OpenPodium, page: Page
) -> None:
    async with podium(scenes.drafts, size=(200, 60)) as (app, _, room):
        await room.press(opening_keys(page)[0])
        app.podium.say(Said(REFUSED, "bad"))
        await room.rest()
        shown = re.search(r"No item is taken up\. Choose one first \([^)]*\)", room.screen)
        assert shown is not None, page
        await follow(room, shown[0])


async def test_a_page_of_which_the_podium_is_told_knows_what_page_it_is(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (app, _, room):
        for page in PAGES:
            await room.press(opening_keys(page)[0])
            if isinstance(app.screen, LiveScreen):
                assert app.screen.where == Where(page)
            await room.press("escape")
            assert isinstance(app.screen, Podium)


@pytest.mark.parametrize(
    "keys", ["a", "d n", "H a", "l a"], ids=["podium", "drafts", "programme", "words"]
)
async def test_a_refusal_in_a_dialog_is_read_with_keys_that_leave_it_first(
    podium: OpenPodium, keys: str
) -> None:
    async with podium(scenes.drafts) as (app, _, room):
        await room.press(*keys.split())
        assert isinstance(app.screen, ActDialog)
        app.screen.refuse(Refused(*REFUSED.split(". ", 1)))
        await room.rest()
        assert pressed(room.refusal)[0] == "escape", "a letter would be typed"
        await follow(room, room.refusal)


async def test_a_refusal_of_what_was_typed_names_the_act_to_type(podium: OpenPodium) -> None:
    async with podium(scenes.suspended) as (app, _, room):
        await room.press("colon")
        await room.type("give-floor")
        await room.answer("enter")
        assert "(resume-meeting)" in room.said and "(press" not in room.said
        await room.answer("escape")
        await room.press("n")
        assert "(press s)" in room.said, "once it is left, keys are keys again"
        assert app.podium.query_one(MessageLine).value is not None
