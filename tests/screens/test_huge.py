"""On a huge screen what the officer needs most is read from two metres, and the room is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from plenary_tui.actions import Page, opening_keys
from plenary_tui.apps.lobby import LobbyApp
from plenary_tui.desk.writing import Desk
from plenary_tui.screens.drafts import DraftsScreen
from plenary_tui.settings import Settings
from plenary_tui.widgets.big_type import set_large
from plenary_tui.widgets.cards import NextName
from plenary_tui.widgets.floor_panel import FloorPanel
from plenary_tui.widgets.script import set_sentence
from plenary_tui.widgets.speech_clock import SpeechClock
from tests.apps.test_lobby import PATHS
from tests.chamber import FakeClock, vienna
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, cop12_chamber, podium_on
from tests.ui.scenes import Prepare, act, after

HUGE = (200, 60)
SMALLER = [(80, 24), (120, 36), (169, 60), (200, 49)]
READ = 5
"""Pixels of a letter: half of them are rows, on a large screen some 10 mm: read from two metres."""


def monday(desk: Desk, clock: FakeClock) -> None:
    """The sample conference's first general discussion."""
    clock.until(vienna(14, 10))
    act(desk, "open-meeting")
    act(desk, "take-up-item", item="1(f)")
    act(desk, "open-floor")


def is_large(room: Chamber, text: str, within: Widget) -> bool:
    """Whether a text can be read in large type in a widget, at any size that fits there."""
    size = within.content_size
    sizes = (
        set_large(text, width, height)
        for width in (size.width, size.width - 24)
        for height in range(READ // 2, size.height + 1)
    )
    return any(lines is not None and shows(room, lines) for lines in sizes)


def shows(room: Chamber, lines: tuple[str, ...]) -> bool:
    """Whether rows of large type stand below one another."""
    rows = room.lines_text.splitlines()
    starts = range(len(rows) - len(lines) + 1)
    return any(
        all(line.rstrip() in rows[at + place] for place, line in enumerate(lines)) for at in starts
    )


def region(room: Chamber, kind: type[Widget]) -> Region:
    return room.podium.podium.query_one(kind).region


@pytest.mark.parametrize("scene", [scenes.floor_open, scenes.called, scenes.speaking])
async def test_who_is_next_is_large_beside_the_word(podium: OpenPodium, scene: Prepare) -> None:
    async with podium(scene, size=HUGE) as (app, _, room):
        name = "Nigeria" if scene is scenes.floor_open else "Guinea"
        block = app.podium.query_one(NextName)
        assert is_large(room, "NEXT", block) and is_large(room, name, block)
        assert f"NEXT {name}" in room.screen, "and stands below it as it is spelled"


@pytest.mark.parametrize("size", SMALLER, ids=str)
async def test_where_there_is_less_room_the_next_keeps_its_line(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking, size=size) as (app, _, room):
        assert not app.podium.query_one(NextName).display
        assert "NEXT Guinea" in room.screen


@pytest.mark.parametrize("size", SMALLER[1:], ids=str)
async def test_while_nobody_has_the_floor_who_is_next_has_the_rows_of_the_name(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.floor_open, size=size) as (app, _, room):
        block = app.podium.query_one(NextName)
        assert is_large(room, "NEXT", block) and is_large(room, "Nigeria", block)
        assert "NEXT Nigeria" in room.screen, "and stands below it as it is spelled"
        clock = region(room, SpeechClock).height
        await room.press("n")
        assert not block.display and is_large(room, "Nigeria", app.podium.query_one(FloorPanel))
        assert region(room, SpeechClock).height >= clock - 3, "the clock keeps about its room"


async def test_with_nobody_on_the_floor_no_room_is_left_empty(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, monday), (120, 36)) as (_, _, room):
        glance = [row[:66] for row in room.lines_text.splitlines()[1:-2]]
        empty = [len(one) for one in "".join(" x"[bool(row.strip())] for row in glance).split("x")]
        assert max(empty) <= 2


async def test_a_name_that_is_no_letters_of_ours_is_next_in_its_line_alone(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.speaking, size=HUGE) as (app, _, room):
        app.podium.query_one(NextName).text = "阿拉伯叙利亚共和国"
        await room.rest()
        assert region(room, NextName).height == 0, "no empty rows for it"


@pytest.mark.parametrize("scene", [scenes.floor_open, scenes.called])
async def test_what_the_president_says_now_is_large(podium: OpenPodium, scene: Prepare) -> None:
    async with podium(scene, size=HUGE) as (app, _, room):
        width = app.podium.query_one(FloorPanel).content_size.width
        call = "I now give the floor to the distinguished representative of Nigeria."
        assert shows(room, set_sentence(call, width, 30))
        assert "…, to be followed by the distinguished representative of Guinea." in room.screen


async def test_the_longest_name_is_large_and_leaves_the_clock_its_room(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, monday), HUGE) as (app, _, room):
        room.select("GBR")
        await room.choose_in_menu("give-floor-to-row")
        await room.type("leaves early")
        await room.answer("enter")
        assert room.speaker == "GBR"
        panel = app.podium.query_one(FloorPanel)
        assert is_large(room, "United Kingdom of Great Britain and Northern Ireland", panel)
        figures = region(room, SpeechClock).height - 2
        assert figures >= 6, "no row less than at 80x24"


async def test_once_the_speaker_begins_the_clock_takes_the_room_of_the_words(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.called, size=HUGE) as (_, _, room):
        before = region(room, SpeechClock).height
        await room.press("space")
        assert region(room, SpeechClock).height >= before + 10
        assert "Then: “I thank the distinguished representative of Nigeria." in room.screen


async def test_with_everything_said_at_once_nothing_is_pushed_off_the_screen(
    tmp_path: Path,
) -> None:
    def full(desk: Desk, clock: FakeClock) -> None:
        monday(desk, clock)
        act(desk, "hear-tier-at", tier="NGOs", at="10:15")
        act(desk, "set-meeting-end", ends="14:30")
        act(desk, "request-reply", delegation="Türkiye")
        act(desk, "give-floor")
        act(desk, "call-to-order", ground="time")

    async with podium_on(cop12_chamber(tmp_path, full), HUGE) as (_, _, room):
        await room.press("space", "s", "enter", "y", "s", "o")
        await room.answer(*"tür", "enter")
        for text in ("POINT OF ORDER", "Replies asked for", "NEXT ", "then ", "⚑", "NGOs from"):
            assert text in room.screen, text
        assert "PAUSED" in room.screen and "Press D to record the ruling." in room.screen


async def test_functions_are_read_in_full_beside_the_names(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, monday), HUGE) as (_, _, room):
        assert room.screen.count("Permanent Representative") > 20
        assert "Permanent Representativ…" not in room.screen
        assert "Deputy Permanent Representative" in room.screen


# Dialogs and pages


@pytest.mark.parametrize("keys", ["a", "i", "enter", "j", "t", "s", "q"])
async def test_a_dialog_stands_in_the_middle_larger_and_below_the_clock(
    podium: OpenPodium, keys: str
) -> None:
    async with podium(scenes.speaking, size=HUGE) as (app, _, room):
        await room.press(*keys.split())
        dialog = app.screen.query_one(".dialog").region
        assert dialog.width == 120 and abs(dialog.center[0] - 100) <= 1
        assert dialog.y >= region(room, SpeechClock).bottom
        below = HUGE[1] - dialog.bottom
        assert abs((dialog.y - 27) - below) <= 1, "in the middle of the room below the clock"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_at_other_sizes_dialogs_stand_at_the_bottom(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking, size=size) as (app, _, room):
        await room.press("t")
        dialog = app.screen.query_one(".dialog").region
        assert dialog.bottom == size[1] and dialog.width == min(84, size[0])


async def test_the_lobby_stands_in_the_middle_of_a_huge_screen_under_its_name() -> None:
    app = LobbyApp(paths=PATHS, settings=Settings(), report=str)
    async with app.run_test(size=HUGE) as pilot:
        await pilot.pause()
        dialog = app.screen.query_one(".dialog").region
        assert dialog.width == 120 and abs(dialog.center[0] - 100) <= 1
        assert abs(dialog.center[1] - HUGE[1] / 2) <= 1
        name = app.screen_stack[0].query_one("#name")
        assert name.display and name.region.bottom <= dialog.y


async def test_the_page_of_drafts_tells_of_each_all_that_is_known(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, monday), HUGE) as (app, _, room):
        await room.press(opening_keys(Page.DRAFTS)[0])
        assert room.screen.count("Sponsors: ") == len(room.conference.documents) == 7
        assert "Draft decision, item 6, tabled 30.09.2024" in room.screen
        await room.press("down", "down")
        assert isinstance(app.screen, DraftsScreen)
        assert app.screen.chosen is room.conference.documents[2]


async def test_a_title_too_long_for_its_line_is_read_below_it(podium: OpenPodium) -> None:
    title = " ".join(["On the implementation of the Convention"] * 6)
    draft = after(scenes.drafts, "table-document", title=title, sponsor="GIN", symbol="L.9")
    async with podium(draft, size=HUGE) as (_, _, room):
        await room.press(opening_keys(Page.DRAFTS)[0])
        assert title in room.screen


async def test_the_week_fills_its_page_with_titles_and_whole_organizers(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, monday), HUGE) as (_, _, room):
        await room.press(opening_keys(Page.PROGRAMME)[0])
        assert "7th meeting, items 2(d) Firearms Protocol, 3 Other serious crimes" in room.screen
        assert "Criminal Justice (co-organizer)" in room.screen
        rows = room.lines_text.splitlines()
        last = max(place for place, row in enumerate(rows) if "dialogue with the President" in row)
        assert last > 45, "the days stand apart down to the foot of the page"
