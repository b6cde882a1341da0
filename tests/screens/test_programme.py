"""The week's programme on the screen: read at every size, changed by its keys (row 35)."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from plenary_tui.desk.writing import Desk
from plenary_tui.screens.programme import ProgrammeScreen
from plenary_tui.widgets.programme import ProgrammeList
from tests.chamber import FakeClock, vienna
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, cop12_chamber, podium_on
from tests.ui.scenes import act, floor_open

SIZES = [(80, 24), (120, 36), (200, 60)]


def third_meeting(desk: Desk, clock: FakeClock) -> None:
    """The third meeting of the sample conference, which will run into its side events at lunch."""
    clock.until(vienna(15, 12, 50))
    act(desk, "open-meeting", number=3)
    act(desk, "take-up-item", item="1(f)")
    act(desk, "set-meeting-end", ends="13:15")


def chosen(room: Chamber) -> int:
    return room.podium.screen.query_one(ProgrammeList).chosen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_week_is_read_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with podium_on(cop12_chamber(tmp_path, third_meeting), size) as (_, _, room):
        assert "Meeting runs into side events 1 (CR3, 15 min), 2 (CR7, 15 min)" in room.screen
        await room.press("H")
        assert "Tuesday 15 October 2024" in room.screen
        title = " General discussion" if size == (200, 60) else ""
        assert f"10:00-13:15 3rd meeting, item 1(f){title} in session" in room.screen
        assert "▶ 1 13:00-13:50 CR3 in person Firearms and gender-based violence" in room.screen
        assert "⚠ the 3rd plenary meeting runs 15 min into it" in room.screen
        await room.press("home")
        assert "Monday 14 October 2024" in room.screen
        assert "! during the 1st meeting" in room.screen
        await room.press("end")
        assert "No date yet" in room.screen
        assert "Informal dialogue with the President" in room.screen
        assert all(len(line) <= size[0] for line in room.lines_text.splitlines())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_week_as_it_is_read(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium_on(cop12_chamber(tmp_path, third_meeting), size) as (_, _, room):
        room.do("cancel-side-event", event="4", reason="the organizers asked")
        await room.hear()
        await room.press("H")
        assert room.lines_text == snapshot


async def test_an_event_is_added_moved_edited_cancelled_and_that_undone(
    podium: OpenPodium,
) -> None:
    async with podium(floor_open) as (_, _, room):
        await room.press("H")
        assert "No event is planned" in room.screen
        await room.press("m")
        assert "No event is chosen" in room.screen
        await room.press("a")
        await room.answer(*"Firearms", "tab", *"13:00", "tab", *"13:50", "tab", *"CR3", "enter")
        assert "13:00-13:50 CR3 in person Firearms" in room.screen
        assert "The side event “Firearms” was added" in room.screen
        await room.press("m")
        await room.answer("end", *["backspace"] * 5, *"14:20", "enter")
        assert "14:20-15:10 CR3" in room.screen and "during the 2nd meeting" in room.screen
        await room.press("e")
        await room.answer("tab", *"Sample Watch", "enter")
        assert "side event, Sample Watch" in room.screen
        await room.press("x")
        await room.answer(*"illness", "enter")
        assert "CANCELLED: illness Firearms" in room.screen
        await room.press("u")
        assert "CANCELLED" not in room.screen
        await room.press("r")
        assert "CANCELLED" in room.screen
        await room.press("escape")
        assert room.podium.screen is room.podium.podium


async def test_a_refusal_stands_in_its_dialog(podium: OpenPodium) -> None:
    async with podium(floor_open) as (_, _, room):
        room.do("add-side-event", title="Firearms", starts="13:00", ends="13:50", room="CR3")
        await room.hear()
        await room.press("H", "a")
        await room.answer(*"Other", "tab", *"13:30", "tab", *"14:20", "tab", *"cr3", "enter")
        assert "CR3 is taken then: 13:00 to 13:50, “Firearms”." in room.refusal
        await room.answer("escape")
        assert len(room.conference.side_events) == 1


async def test_what_another_station_records_is_shown_and_the_cursor_stays(
    tmp_path: Path,
) -> None:
    async with podium_on(cop12_chamber(tmp_path, third_meeting)) as (_, pilot, room):
        await room.press("H", "down")
        assert chosen(room) == 2
        room.do("cancel-side-event", event="1", reason="a strike")
        await room.hear()
        assert "CANCELLED: a strike" in room.screen and chosen(room) == 2
        assert isinstance(room.podium.screen, ProgrammeScreen)
        await pilot.click(ProgrammeList, offset=(5, 0))
        assert chosen(room) == 2, "a day cannot be chosen"


async def test_hostile_titles_disturb_nothing(podium: OpenPodium) -> None:
    async with podium(floor_open) as (_, _, room):
        for title in ("[b]x[/b]", "مرحبا " * 20, "漢字" * 60):
            room.do("add-side-event", title=title, kind="dialogue", room="A very long room indeed")
        await room.hear()
        await room.press("H")
        assert "[b]x[/b]" in room.screen and "漢字" in room.screen


async def test_the_dialog_leaves_the_programme_in_view(podium: OpenPodium) -> None:
    async with podium(floor_open) as (_, _, room):
        await room.press("H", "a")
        assert "Add an event beside the meetings" in room.screen
        assert "Enter do it" in room.screen and "10:00-13:00 1st meeting" in room.screen
