"""Fixtures: a podium on the small conference, for every test one of its own, in colours."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot

from plenary_tui.apps import beginning
from plenary_tui.apps.shell import Shell
from plenary_tui.screens import foreseeing
from plenary_tui.settings import Settings
from tests.ui.messages import look_up_once
from tests.ui.podium import Chamber, StillPodium, chamber, podium_on
from tests.ui.scenes import Prepare, floor_open
from tests.ui.styles import styled

__all__ = ["OpenPodium", "Opened", "brisk", "coloured", "podium", "styled", "unpainted"]

Opened = AbstractAsyncContextManager[tuple[StillPodium, Pilot[None], Chamber]]
OpenPodium = Callable[..., Opened]

TURNS = 3
"""Turns of the loop in which nothing was due, after which an app is at rest."""
WHILE_WORKING = 1 / 1000
"""Seconds between two looks while a worker works."""
PATIENCE = 1.0
"""Seconds after which the pilot goes on whatever is still due."""


@pytest.fixture(autouse=True)
def coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests: colours are shown unless a test takes them away."""
    monkeypatch.delenv("NO_COLOR", raising=False)


async def at_rest(*_: float) -> None:
    """Wait until nothing is due in the loop, no worker works and the screen has been painted.

    What the pilot does otherwise is to watch for 20 ms, twice a key, whether the processor is idle:
    most of the time of these tests. What an app puts off to its next frame is done at once.
    """
    loop, app = asyncio.get_running_loop(), active_app.get()
    until = loop.time() + PATIENCE
    quiet = 0
    while quiet < TURNS and loop.time() < until:
        busy = any(worker.is_running for worker in app.workers)
        await asyncio.sleep(WHILE_WORKING if busy else 0)
        quiet = 0 if busy or loop._ready else quiet + 1  # type: ignore[attr-defined]
        if quiet == TURNS and _put_off(app):
            quiet = 0


def _put_off(app: App[Any]) -> bool:
    """Do what the app put off to its next frame; whether there was anything."""
    if app._resize_timer:
        app._check_resize()
        return True
    if app.screen_stack and app.screen._update_timer._active.is_set():
        app.screen._on_timer_update()
        return True
    return False


def unseen(compositor: Compositor, *_: object, **__: object) -> None:
    """Paint nothing: no terminal is there to be painted. A test that looks paints what it sees."""
    compositor._dirty_regions.clear()


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a key the pilot goes on as soon as the app has come to rest; letters do not wait.

    Nor does the first key wait until a hand can have seen the podium. A forecast that is due is
    made when a test comes to rest, and not before, however slow the machine is.
    """
    monkeypatch.setattr(Shell, "LETTERS_WAIT", 0.0)
    monkeypatch.setattr(beginning, "SOONEST", 0.0)
    monkeypatch.setattr(foreseeing, "AFTER_FRAME", 3600.0)
    monkeypatch.setattr("textual.app.wait_for_idle", at_rest)
    monkeypatch.setattr("textual.pilot.wait_for_idle", at_rest)
    look_up_once(monkeypatch)


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame is painted that nobody looks at."""
    monkeypatch.setattr(Compositor, "render_update", unseen)


@pytest.fixture
def podium(tmp_path: Path) -> OpenPodium:
    """Opens the podium after some acts, at a size; other keywords change the conference."""

    def opens(
        prepare: Prepare = floor_open,
        *,
        size: tuple[int, int] = (80, 24),
        settings: Settings | None = None,
        findings: tuple[str, ...] = (),
        **changes: Any,
    ) -> Opened:
        room = chamber(tmp_path, prepare, **changes)
        return podium_on(room, size, settings=settings, findings=findings)

    return opens
