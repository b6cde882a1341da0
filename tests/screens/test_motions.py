"""The page of motions and replies (`j`) and the quorum (`Q`), by hand from the podium."""

from __future__ import annotations

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.vocabulary import MeetingStatus, Stage
from plenary_tui.screens.motions import MotionsScreen
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.scenes import act, speaking

SIZES = [(80, 24), (120, 36), (200, 60)]


def much_is_moved(desk: Desk, clock: FakeClock) -> None:
    """All four motions wait, one was decided, and six have asked to reply."""
    speaking(desk, clock)
    act(desk, "move-motion", motion="suspend-meeting", delegation="GIN")
    act(desk, "decide-motion", in_favour=1, against=4)
    for motion in ("close-debate", "adjourn-debate", "adjourn-meeting", "suspend-meeting"):
        act(desk, "move-motion", motion=motion, delegation="GBR")
    for delegation in ("NER", "NGA", "TUR", "CIV", "GIN", "GNB"):
        act(desk, "request-reply", delegation=delegation)


@pytest.mark.parametrize("size", SIZES)
async def test_row_33_the_page_holds_all_that_waits(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(much_is_moved, size=size) as (_, _, room):
        await room.press("j")
        places = [
            room.screen.index(f"to {one}")
            for one in ("suspend the meeting", "adjourn the meeting", "adjourn the debate", "close")
        ]
        assert places == sorted(places), "in order of precedence"
        assert "1. round 1, 10:00: Niger" in room.screen and "request: 6" in room.screen
        assert "Escape leave" in room.screen
        await room.press("escape")
        assert room.podium.screen is room.podium.podium


async def test_row_33_the_debate_is_closed_by_hand_from_the_podium(podium: OpenPodium) -> None:
    async with podium(speaking, size=(120, 36)) as (app, _, room):
        await room.press("j", "m")
        await room.answer(*"tür", "tab", *"close", "enter")
        assert isinstance(app.screen, MotionsScreen), "a motion waits, so its page comes back"
        await room.press("j", "escape")
        assert "MOTION to close the debate on item 1(f) (Türkiye, 0 for" in room.screen
        await room.press("n")
        assert "which is decided first" in room.said
        await room.press("j", "s")
        await room.answer(*"guinea", "tab", *"aga", "enter")
        assert "0 for, 1 against" in room.screen
        await room.press("s")
        assert room.conference.in_session, "s is the page's: who spoke, not to suspend"
        await room.answer(*"guinea-b", "tab", *"for", "enter")
        assert "1 for, 1 against" in room.screen
        await room.press("v")
        await room.answer("4", "tab", "1", "enter")
        assert app.screen is app.podium, "nothing waits any more"
        item = room.conference.current_item
        assert item is not None and item.stage is Stage.DEBATE_CLOSED
        assert "DEBATE CLOSED" in room.screen and room.conference.floor is None
        await room.press("u")
        assert "The room" not in room.screen and "This changes the item" in room.screen
        await room.press("y")
        assert room.speaker == "NGA" and room.conference.motions != ()


async def test_row_33_without_numbers_it_is_asked_whether_nobody_objects(
    podium: OpenPodium,
) -> None:
    def moved(desk: Desk, clock: FakeClock) -> None:
        speaking(desk, clock)
        act(desk, "move-motion", motion="suspend-meeting", delegation="GIN")

    async with podium(moved) as (_, _, room):
        assert "MOTION to suspend the meeting (Guinea)" in room.screen
        await room.press("j", "v")
        await room.answer("enter")
        assert "nobody objects" in room.refusal and room.conference.in_session
        await room.press("enter")
        meeting = room.conference.meeting
        assert meeting is not None and meeting.status is MeetingStatus.SUSPENDED


async def test_enter_withdraws_no_point_that_nobody_is_named_for(podium: OpenPodium) -> None:
    def raised(desk: Desk, clock: FakeClock) -> None:
        speaking(desk, clock)
        act(desk, "raise-point")

    async with podium(raised, size=(120, 36)) as (app, _, room):
        await room.press("j")
        assert "Point withdrawn" in room.screen and len(room.conference.points) == 1
        await room.press("enter")
        await room.press("enter")
        assert isinstance(app.screen, MotionsScreen) and len(room.conference.points) == 1
        await room.press("down")
        await room.press("enter")
        assert not room.conference.points, "what is chosen by hand is meant"


@pytest.mark.parametrize("size", SIZES)
async def test_row_25_the_quorum_is_explained_counted_and_shown(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(speaking, size=size) as (_, _, room):
        await room.press("Q")
        assert "3 to open and debate (one third of the 8 parties taking part)" in room.screen
        assert "5 to decide (a majority of the 9 parties)" in room.screen
        await room.answer("4", "enter")
        assert "NO DECISIONS (4 of 5)" in room.status
        await room.press("Q")
        await room.answer("2", "enter")
        assert "NO QUORUM (2 of 3)" in room.screen
