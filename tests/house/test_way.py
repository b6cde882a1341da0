"""A key goes from press to disk and screen as docs/building.md says, and enters the app once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from textual.events import Key, Paste

import plenary_tui
from plenary_tui.apps.podium import PodiumApp
from tests.actions.cases import ready
from tests.ui import opening
from tests.ui.opening import OpenPodium

podium, styled = opening.podium, opening.styled

PACKAGE = Path(plenary_tui.__file__).parent
PAGE = (PACKAGE.parent / "docs" / "building.md").read_text(encoding="utf-8")
WAY = PAGE.partition("\n## The way of a key\n")[2].partition("\nUp to the disk")[0]
STEPS = re.findall(r"^\d+\. `plenary_tui/([\w/]+\.py)`", WAY, re.M)
NAMED = set(re.findall(r"`plenary_tui/([\w/]+\.py)`", WAY))
ON_DISK = "storage/head.py"
"""The last file that an act passes before it is on disk."""
WHAT_STANDS = "procedure/state/"
ASKED_ALL_ALONG = {"conference", "now"}
"""Properties of the app and of the desk: the state and the time, which every part asks for."""
ONLY_READ = {"actions/statement.py", "procedure/events.py", "apps/podium.py"}
"""Tables that a step looks things up in, and the app that made the parts: nothing runs there."""
MOST_METHODS = 20


@dataclass
class Trace:
    """What ran in the package while a key was done.

    Attributes:
        files: each once, in the order in which they were first entered.
        entries: the methods of the app that were called, each time.
    """

    files: dict[str, None] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)


@contextmanager
def traced(app: PodiumApp) -> Iterator[Trace]:
    """Trace what this thread does."""
    found = Trace()

    def called(frame: FrameType, event: str, arg: object) -> None:
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(f"{PACKAGE}/"):
            return
        if code.co_name in ASKED_ALL_ALONG:
            return
        found.files.setdefault(code.co_filename.removeprefix(f"{PACKAGE}/"))
        if frame.f_locals.get("self") is app and enters(frame.f_locals):
            found.entries.append(code.co_qualname)

    sys.setprofile(called)
    try:
        yield found
    finally:
        sys.setprofile(None)


def enters(given: dict[str, Any]) -> bool:
    """Whether a method of the app was called by more than Textual's own pump of events.

    All events pass the app, those too by which Textual calls back what another part has asked for.
    """
    event = given.get("event")
    return event is None or isinstance(event, Key | Paste)


@pytest.fixture
async def way(podium: OpenPodium) -> Trace:
    """What ran when the floor was given by its key."""
    async with podium(ready) as (app, pilot, room):
        room.clock.advance(1)
        app.podium.foresee()  # or its time may come while the key is on its way
        await pilot.pause()
        with traced(app) as found:
            await pilot.press("n")
        assert room.speaker == "NGA"
    return found


async def test_a_key_passes_the_files_of_the_page_in_their_order(way: Trace) -> None:
    assert len(STEPS) > 20
    assert [one for one in way.files if one in STEPS] == STEPS


async def test_a_key_passes_no_file_before_the_disk_that_the_page_leaves_out(way: Trace) -> None:
    files = list(way.files)
    before = files[: files.index(ON_DISK) + 1]
    assert not [one for one in before if one not in NAMED and not one.startswith(WHAT_STANDS)]
    assert not NAMED - set(files) - ONLY_READ


async def test_a_key_enters_the_app_once(way: Trace) -> None:
    assert way.entries == ["Shell.on_event"]


def test_the_app_is_small_with_all_that_it_is_made_of() -> None:
    ours = [one for one in PodiumApp.__mro__ if one.__module__.startswith("plenary_tui.")]
    assert len(ours) > 1
    methods = {
        name
        for one in ours
        for name, value in vars(one).items()
        if callable(getattr(value, "__func__", value)) or isinstance(value, property)
        if not isinstance(value, type)
    }
    assert "on_event" in methods and "conference" in methods
    assert len(methods) <= MOST_METHODS, sorted(methods)
