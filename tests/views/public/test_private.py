"""What is for the officer alone never leaves the house (row 14)."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Ground, Language
from plenary_tui.views import public
from plenary_tui.views.podium.reminded import officers_script
from plenary_tui.views.public.caption import caption
from plenary_tui.views.public.flat import VALUES, flat
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


def test_row_14_a_reminder_is_for_the_officer_alone() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    entry = str(chamber.entry("WATCH").id)
    chamber.do("note", text="speaks of one country", entry=entry)
    chamber.do("give-floor", entry=entry, reason="leaves early")
    chamber.do("start-clock")
    chamber.do("call-to-order", ground="language")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in()).to_json()
    assert [one.text for one in chamber.conference.notes] == ["speaks of one country"]
    for word in ("one country", "calls_to_order", "language)"):
        assert word not in snapshot
    assert "country" not in caption(chamber.conference).words


FOLDER = Path(public.__path__[0])
NAMED = {"take_snapshot", "live", "webcast_view", "feed_files", "caption", "lower_third", "flat"}
"""The views that are handed out: snapshot, pages, pane, files, captions, control surfaces."""


def public_views() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function that makes something public of a conference."""
    for file in sorted(FOLDER.glob("[!_]*.py")):
        module = importlib.import_module(f"{public.__name__}.{file.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                first = next(iter(inspect.signature(function).parameters), "")
                if first == "conference":
                    yield name, function


def every_address(conference: Conference, now: Instant, language: Language) -> dict[str, str]:
    """What a control surface may ask for, all of it."""
    return {name: flat(conference, now, language, built_in(), name) for name in VALUES}


VIEWS = {**dict(public_views()), "flat": every_address}


def arguments(view: Callable[..., Any], chamber: Chamber) -> dict[str, Any] | None:
    """What a view is called with beside the conference; None if it is a part of another."""
    conference, now = chamber.conference, chamber.clock.now()
    known = {
        "now": now,
        "at": now,
        "phrases": built_in(),
        "language": Language.ENGLISH,
        "snapshot": take_snapshot(conference, now, built_in()),
        "entry": conference.entry_with_floor,
    }
    wanted = [
        one.name
        for one in list(inspect.signature(view).parameters.values())[1:]
        if one.default is inspect.Parameter.empty
    ]
    return {name: known[name] for name in wanted} if known.keys() >= set(wanted) else None


def test_every_view_that_is_handed_out_is_among_those_that_are_looked_at() -> None:
    chamber = called_to_order(Ground.TIME, 60)
    assert {name for name in NAMED if arguments(VIEWS[name], chamber) is None} == set()


def called_to_order(ground: Ground, spoken: float) -> Chamber:
    """Niger speaks, was called to order a second ago, and the officer has taken notes."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    chamber.do("note", text="speaks of one country", entry=str(chamber.entry("WATCH").id))
    chamber.speak(spoken)
    chamber.do("call-to-order", ground=ground)
    chamber.clock.advance(1)
    return chamber


@pytest.mark.parametrize("spoken", [60, 300])
@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("name", VIEWS)
def test_row_14_what_is_public_is_the_same_without_calls_to_order_and_notes(
    name: str, ground: Ground, spoken: float
) -> None:
    chamber = called_to_order(ground, spoken)
    conference, now = chamber.conference, chamber.clock.now()
    floor = conference.floor
    assert floor is not None and floor.reminder is not None
    reminded = officers_script(conference, now).lines
    assert any(one.key.startswith("remind.") for one in reminded), "the podium is told"
    unminded = replace(floor, reminder=None, calls_to_order=0)
    without = replace(conference, floor=unminded, notes=())
    given = arguments(VIEWS[name], chamber)
    if given is not None:
        assert VIEWS[name](conference, **given) == VIEWS[name](without, **given)


def test_row_14_nothing_public_looks_at_what_is_for_the_officer_alone() -> None:
    private = {"reminder", "notes", "calls_to_order"}
    rooms = (FOLDER, FOLDER.parent / "script", FOLDER.parent / "record")
    for file in sorted(file for room in rooms for file in room.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in private, f"{file.name} looks at {node.attr}"
            if isinstance(node, ast.keyword):
                assert node.arg not in {"officer", "reminder"}, f"{file.name} asks for {node.arg}"
