"""The podium as it is read, at three sizes, in and without colours, as text to compare with.

After a change that is meant: `python -m pytest tests/screens/test_snapshots.py
--snapshot-update`, then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from plenary_tui.desk.writing import Desk
from tests.chamber import FakeClock, vienna
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import cop12_chamber, podium_on, rehearsal
from tests.ui.scenes import act


def ngos_at_five(desk: Desk, clock: FakeClock) -> None:
    """Monday afternoon; NGOs are to be heard from five o'clock on."""
    clock.until(vienna(14, 16, 30))
    act(desk, "open-meeting", number=2, ends="18:00")
    act(desk, "take-up-item", item="1(f)")
    act(desk, "open-floor")
    act(desk, "hear-tier-at", tier="NGOs", at="17:00", decision="The President")


SIZES = [(80, 24), (120, 36), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nobody_has_the_floor(
    podium: OpenPodium, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.floor_open, size=size) as (_, _, room):
        assert room.lines_text == snapshot


@pytest.mark.parametrize("seconds", [10, 155, 192], ids=["on time", "wrap up", "over"])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_somebody_speaks(
    podium: OpenPodium, size: tuple[int, int], seconds: int, snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.speaking, size=size) as (_, _, room):
        await room.pass_time(seconds)
        assert room.lines_text == snapshot


@pytest.mark.parametrize("seconds", [155, 192], ids=["wrap up", "over"])
async def test_how_it_is_coloured_while_somebody_speaks(
    podium: OpenPodium, seconds: int, snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.pass_time(seconds)
        assert room.styles_text == snapshot


async def test_the_meeting_is_suspended(podium: OpenPodium, snapshot: SnapshotAssertion) -> None:
    async with podium(scenes.suspended) as (_, _, room):
        assert room.lines_text == snapshot


async def test_the_committee_sits(podium: OpenPodium, snapshot: SnapshotAssertion) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("c")
        await room.answer("y")
        assert room.lines_text == snapshot


async def test_a_refusal_stands_in_its_dialog(
    podium: OpenPodium, snapshot: SnapshotAssertion
) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("a")
        await room.answer(*"gui", "enter")
        assert room.lines_text == snapshot


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_forecast(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium_on(rehearsal(tmp_path, vienna(15, 15), 4), size) as (_, _, room):
        await room.press("f", "down")
        assert room.lines_text == snapshot


async def test_the_forecast_without_colour(
    tmp_path: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium_on(rehearsal(tmp_path, vienna(15, 15), 4)) as (_, _, room):
        await room.press("f")
        assert room.lines_text == snapshot


async def test_those_at_risk_are_named_on_the_podium(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    async with podium_on(rehearsal(tmp_path, vienna(15, 15), 4)) as (_, _, room):
        assert room.lines_text == snapshot


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_ngos_are_to_be_heard_from_five(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with podium_on(cop12_chamber(tmp_path, ngos_at_five), size) as (_, _, room):
        assert room.lines_text == snapshot


async def test_without_colour_the_words_say_the_same(
    podium: OpenPodium, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(scenes.speaking) as (_, _, room):
        await room.pass_time(192)
        assert room.lines_text == snapshot
