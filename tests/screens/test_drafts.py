"""The screen of drafts: what stands, the keys that act, and what the podium shows of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.screens.drafts import DraftsScreen
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import cop12_chamber, podium_on

SIZES = [(60, 18), (80, 24), (120, 36), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_samples_drafts_with_two_of_one_title(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with podium_on(cop12_chamber(tmp_path, scenes.meeting_open), size) as (_, _, room):
        await room.press("d")
        rows = [line.split() for line in room.lines_text.splitlines() if " L." in line]
        assert [row[1] for row in rows[:4]] == ["L.4", "L.5", "L.6", "L.7"]
        assert ("AR ZH EN FR RU ES" in room.screen) is (size[0] >= 100), "else they are counted"
        assert "Co-Chairs of the Working Group on International Cooperation" in room.screen
        await room.press("down")
        assert "Co-Chairs of the Working Group on Technical Assistance" in room.screen


async def test_adopted_by_keys_alone_and_undone(podium: OpenPodium) -> None:
    async with podium(scenes.drafts, size=(120, 36)) as (_, _, room):
        await room.press("d", "t")
        assert "L.1, On fraud, was taken up under item 2." in room.screen
        assert "before the meeting" in room.screen
        await room.press("a")
        assert "is not published yet" in room.refusal
        await room.type("no objection")
        await room.press("enter")
        assert "L.1 was adopted without a vote" in room.screen
        assert isinstance(room.podium.screen, DraftsScreen)
        await room.press("u")
        assert room.conference.decisions == ()
        assert "before the meeting" in room.screen
        await room.press("escape")
        assert "DRAFT BEFORE THE MEETING: L.1, On fraud" in room.screen
        assert "Press d to take" in room.screen
        assert "May I take it that the Conference wishes to" in room.screen


async def test_a_refusal_is_read_on_the_screen_of_drafts(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (_, _, room):
        await room.press("d", "down", "t")
        assert "L.2 comes under item 2(a); the current item is 2." in room.screen
        assert all(one.before == () for one in room.conference.documents)


async def test_the_menu_has_what_makes_sense_now(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (_, _, room):
        await room.press("d", "enter")
        assert room.choices[0].startswith("t Take up")
        assert not any("Adopt" in one for one in room.choices)
        await room.press("t", "enter")
        assert room.choices[0].startswith("a Adopt")
        await room.press("f", "enter", "enter")
        assert room.choices[0].startswith("t Take up"), "what was deferred is taken up again"
        await room.press("x", "enter", "enter")
        assert [one[0] for one in room.choices] == ["c"], "it was withdrawn"


async def test_six_keys_tick_six_languages(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (_, _, room):
        await room.press("d", "e", "1", "2", "3", "4", "5", "p")
        assert "Spanish is missing" in room.screen
        await room.press("6", "p")
        assert room.conference.documents[0].languages == tuple(Language)
        assert "6 of 6" in room.screen and "Published; in all six" in room.screen
        await room.press("6")
        assert "is there in Spanish already" in room.screen


async def test_a_sponsor_that_may_not_be_one_is_refused_in_the_dialog(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (_, _, room):
        await room.press("d", "s")
        await room.type("tuvalu")
        assert "may not sponsor" in room.screen
        await room.press("enter")
        assert "takes part as an observer State" in room.refusal
        await room.press("escape", "s")
        await room.type("niger")
        await room.press("enter")
        assert "Sponsors: Nigeria, Niger" in room.screen


async def test_a_vote_that_the_numbers_reject(podium: OpenPodium) -> None:
    async with podium(scenes.draft_taken_up) as (_, _, room):
        await room.press("d", "v")
        await room.answer("5", "tab", "3", "enter")
        await room.answer(*"no objection", "enter")
        assert "rejected by 5 in favour, 3 against" in room.screen and "6 needed" in room.screen


async def test_without_drafts_the_screen_says_what_to_do(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press("d")
        assert "No draft is known yet. Press n to record one." in room.screen
        await room.press("enter", "1", "a")
        assert "document" in room.screen, "which draft is asked for"
        await room.press("escape", "n")
        await room.type("On fraud")
        await room.press("tab")
        await room.type("Nigeria")
        await room.press("enter")
        assert "draft resolution 1: On fraud" in room.screen or "Draft resolution 1" in room.screen
        await room.press("u")
        assert "No draft is known yet" in room.screen


async def test_what_others_record_appears_and_the_cursor_stays(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (app, _, room):
        await room.press("d", "down")
        room.do("add-sponsor", document="L.2", delegation="Türkiye")
        await room.hear()
        assert isinstance(app.screen, DraftsScreen)
        assert app.screen.chosen is room.conference.documents[1]
        assert "Sponsors: Guinea, Türkiye" in room.screen


async def test_the_countdown_goes_on_above_the_drafts(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("d")
        await room.pass_time(60)
        assert "1:49 ON TIME" in room.screen
        await room.press("f8")
        assert room.conference.floor is None


async def test_titles_are_shown_as_they_are_typed(podium: OpenPodium) -> None:
    hostile = Document("[b]bold[/b] [/] \x1b[2J$x " + "科" * 80, "L.1", tabled=date(2024, 10, 2))
    async with podium(scenes.meeting_open, documents=(hostile,)) as (_, _, room):
        await room.press("d")
        assert "LATE [b]bold" in room.screen and "AFTER THE DEADLINE" in room.screen
        assert "\x1b" not in room.lines_text


async def test_drafts_and_decisions_are_written_to_a_file(podium: OpenPodium) -> None:
    async with podium(scenes.drafts) as (_, _, room):
        await room.press("d", "w")
        (written,) = room.folder.glob("decisions-*.txt")
        text = written.read_text(encoding="utf-8")
        assert "DECISIONS\n  none" in text and "  L.1: On fraud" in text
        assert "written to" in room.screen
