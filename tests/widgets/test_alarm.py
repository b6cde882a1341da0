"""Something to be done after a while is done for certain, and never on what is closed."""

from __future__ import annotations

import asyncio
import time

import pytest
from textual import _time
from textual.app import App
from textual.widgets import Label

from plenary_tui.widgets.alarm import Alarm


@pytest.fixture
def preempted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processor is elsewhere for 5 ms whenever a timer of Textual's reads the time."""

    def late() -> float:
        time.sleep(0.005)
        return time.monotonic()

    monkeypatch.setattr(_time, "get_time", late)


async def test_it_rings_whenever_the_processor_was_elsewhere(preempted: None) -> None:
    rung: list[int] = []
    app: App[None] = App()
    async with app.run_test():
        alarm = Alarm(app, lambda: rung.append(1))
        for _ in range(3):
            alarm.set(0.001)
            assert alarm.is_set
            await asyncio.sleep(0.05)
            assert not alarm.is_set
    assert len(rung) == 3


async def test_one_of_textuals_is_lost_then(preempted: None) -> None:
    """Why there is an alarm of ours; once this fails it may go."""
    rung: list[int] = []
    app: App[None] = App()
    async with app.run_test():
        app.set_timer(0.001, lambda: rung.append(1))
        await asyncio.sleep(0.05)
    assert not rung


async def test_set_anew_it_rings_once() -> None:
    rung: list[int] = []
    app: App[None] = App()
    async with app.run_test():
        alarm = Alarm(app, lambda: rung.append(1))
        alarm.set(0.001)
        alarm.set(0.002)
        await asyncio.sleep(0.05)
        alarm.set(0.001)
        alarm.stop()
        await asyncio.sleep(0.02)
    assert len(rung) == 1


async def test_it_does_not_ring_on_what_is_closed() -> None:
    rung: list[int] = []
    app: App[None] = App()
    async with app.run_test():
        alarm = Alarm(app, lambda: rung.append(1))
        alarm.set(0.001)
    await asyncio.sleep(0.02)
    assert not rung


async def test_it_does_not_ring_in_an_app_whose_widgets_are_going() -> None:
    rung: list[int] = []

    class Going(Label):
        def on_unmount(self) -> None:
            alarm._ring()

    app: App[None] = App()
    async with app.run_test() as pilot:
        await app.screen.mount(Going("what it would have been said on"))
        await pilot.pause()
        alarm = Alarm(app, lambda: rung.append(1))
    assert not rung
