"""Keys typed while a page opens or closes: all go to the page then shown, in order."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.live import Modal
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, StillPodium
from tests.ui.scenes import floor_open, speaking

GAPS = (0.0, 0.01, 0.05, 0.1)
"""Seconds between two keys."""


async def typed(app: StillPodium, room: Chamber, *keys: str, gap: float) -> None:
    """Type keys as a terminal tells them, whatever the app is doing."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(gap)
    for _ in range(5):
        await room.rest()


class Slow(Modal[None]):
    """A page that takes its time to open."""

    got = ""

    async def on_mount(self) -> None:
        """Be long in coming."""
        await asyncio.sleep(0.3)

    def compose(self) -> ComposeResult:
        """A field for what is typed."""
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed, and leave."""
        Slow.got = event.value
        self.dismiss()


@pytest.mark.parametrize("gap", GAPS)
async def test_keys_wait_for_a_page_that_is_slow_to_open_and_to_close(
    podium: OpenPodium, gap: float
) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.conference.seq
        app.push_screen(Slow())
        await typed(app, room, *"next", "enter", "N", *"said", "enter", gap=gap)
        await asyncio.sleep(0.4)
        await room.rest()
        assert Slow.got == "next"
        assert room.conference.seq == before + 1
        assert room.conference.notes[-1].text == "said"


@pytest.mark.parametrize("gap", GAPS)
async def test_a_delegation_typed_at_once_is_inscribed_and_nothing_else_is_done(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch, gap: float
) -> None:
    mounted = ActDialog.on_mount

    async def slowly(dialog: ActDialog) -> None:
        await asyncio.sleep(0.3)
        mounted(dialog)

    monkeypatch.setattr(ActDialog, "on_mount", slowly)
    async with podium(speaking) as (app, _, room):
        before, floor = room.conference.seq, room.conference.floor
        await typed(app, room, *"atür", "enter", gap=gap)  # a opens the dialog, tür is typed there
        await asyncio.sleep(0.4)
        await room.rest()
        assert room.conference.floor == floor and app.screen is app.podium
        assert room.conference.seq == before + 1 and "TUR" in room.waiting()


@pytest.mark.parametrize("opens", ["d", "H", "f", "i", "j", "l", "question_mark", "q", "c"])
@pytest.mark.parametrize("gap", [0.0, 0.05])
async def test_a_key_after_one_that_opens_a_page_never_reaches_the_podium(
    podium: OpenPodium, opens: str, gap: float
) -> None:
    async with podium(floor_open) as (app, _, room):
        floor = room.conference.floor
        await typed(app, room, opens, "escape", opens, "down", "escape", gap=gap)
        assert app.screen is app.podium
        assert room.conference.floor == floor
