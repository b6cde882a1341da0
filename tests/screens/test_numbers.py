"""On the podium the number that is shown is the number that is taken."""

from __future__ import annotations

from typing import Any

import pytest

from plenary_tui.widgets.bottom import CommandLine
from plenary_tui.widgets.fields import TextField
from plenary_tui.widgets.speakers_list import SpeakersList
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.scenes import act

ON_ONE_F = ("Niger", "Guinea", "INTERPOL", "WATCH")


def two_lists(desk: Any, clock: Any) -> None:
    """Four wait on item 1(f), inscribed in another order than they are called, and two on 2."""
    scenes.meeting_open(desk, clock)
    act(desk, "take-up-item", item="1(f)")
    act(desk, "open-floor")
    for delegation in reversed(ON_ONE_F):
        act(desk, "inscribe", delegation=delegation, speaker="Sample Speaker", function="Director")
    for delegation in ("EU", "Iran"):
        act(desk, "inscribe", delegation=delegation, item="2")


def number_shown(room: Any, code: str) -> str:
    """The number that stands before a delegation on the list."""
    listing = room.podium.podium.query_one(SpeakersList).listing
    return str(next(row.number for row in listing if row.entry and row.entry.delegation == code))


@pytest.mark.parametrize("code", ["GIN", "NER", "INTERPOL", "WATCH"])
async def test_the_number_shown_is_taken_on_the_line(podium: OpenPodium, code: str) -> None:
    async with podium(two_lists) as (app, _, room):
        assert [number_shown(room, one) for one in room.waiting()] == ["1", "2", "3", "4"]
        line = app.podium.query_one(CommandLine)
        await room.press("colon")
        line.value = f"withdraw {number_shown(room, code)}"
        await room.answer("enter")
        assert code not in room.waiting() and len(room.waiting()) == 3


async def test_a_number_is_that_of_the_list_that_is_looked_at(podium: OpenPodium) -> None:
    async with podium(two_lists) as (app, _, room):
        await room.press("right", "colon")
        app.podium.query_one(CommandLine).value = "withdraw 2"
        await room.answer("enter")
        assert room.waiting("2") == ["EU"] and len(room.waiting()) == 4


async def test_the_line_says_whom_a_number_means_before_it_is_done(podium: OpenPodium) -> None:
    async with podium(two_lists) as (app, _, room):
        await room.press("colon")
        app.podium.query_one(CommandLine).value = "swap 4 --with 1"
        await room.press("space")
        assert room.said == "4 is Sample Watch. 1 is Guinea."
        assert len(room.waiting()) == 4


async def test_a_number_that_is_not_shown_is_refused(podium: OpenPodium) -> None:
    async with podium(two_lists) as (app, _, room):
        ids = [entry.id for entry in room.conference.current_list.waiting]
        await room.press("colon")
        for number in (5, *ids):
            if number <= 4:
                continue
            app.podium.query_one(CommandLine).value = f"withdraw {number}"
            await room.answer("enter")
            assert f"Nobody waits under the number {number}" in room.said
        assert len(room.waiting()) == 4


async def test_the_number_shown_is_taken_in_a_dialog(podium: OpenPodium) -> None:
    async with podium(two_lists) as (app, _, room):
        room.select("GIN")
        await room.choose_in_menu("swap")
        app.screen.query_one("#other", TextField).value = number_shown(room, "NER")
        await room.press("enter", "enter")
        assert room.waiting()[:2] == ["NER", "GIN"]
