"""Two keys at once, of which the first leaves a dialog: the second does nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from textual import events
from textual.command import CommandList
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Input, OptionList

from plenary_tui import screens
from plenary_tui.actions.may_do import MayDo
from plenary_tui.apps.keys import A_FEW, DEEPEST
from plenary_tui.exchange.founding.drafting import Drafting
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.alone import AloneScreen
from plenary_tui.screens.by_name import ByNameScreen
from plenary_tui.screens.drafts import DraftsScreen
from plenary_tui.screens.help import HelpScreen
from plenary_tui.screens.incoming import IncomingScreen
from plenary_tui.screens.live import LiveScreen, Modal
from plenary_tui.screens.own_conference import OwnConference
from plenary_tui.screens.palette import Palette
from plenary_tui.screens.picks import AskLine, Choice, Pick
from plenary_tui.screens.programme import ProgrammeScreen
from plenary_tui.screens.script import ScriptScreen
from plenary_tui.screens.what_was_heard import HeardScreen
from plenary_tui.widgets.bottom import MessageLine
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, StillPodium
from tests.ui.scenes import floor_open, speaking


async def at_once(app: StillPodium, room: Chamber, *keys: str) -> None:
    """Press keys so fast that all have come before the first does anything."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    await room.rest()


@pytest.mark.parametrize(
    ("opens", "keys"),
    [
        ("q", ("n", "y")),
        ("q", ("n", "n")),
        ("q", ("enter", "enter")),
        ("i", ("enter", "enter")),
    ],
)
async def test_of_two_answers_the_first_counts(
    podium: OpenPodium, opens: str, keys: tuple[str, str]
) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press(opens)
        assert app.screen is not app.podium
        room.clock.advance(1)  # Enter is nothing just after the key that opened a page
        await at_once(app, room, *keys)
        assert app.screen is app.podium and app.is_running


async def test_enter_twice_acts_once(podium: OpenPodium) -> None:
    async with podium(floor_open) as (app, _, room):
        await room.press("N")
        await room.answer(*"once")
        await at_once(app, room, "enter", "enter")
        assert app.screen is app.podium
        assert [note.text for note in app.conference.notes] == ["once"]


def is_one(subclass: type[Modal[Any]]) -> bool:
    """Whether it is a page or dialog of the program, no part of one that others are made of."""
    ours = subclass.__module__.startswith("plenary_tui.")
    return ours and not any(map(is_one, subclass.__subclasses__())) and "compose" in vars(subclass)


def all_modals(base: type[Modal[Any]] = Modal) -> set[type[Modal[Any]]]:
    """Every page and dialog that opens upon another, in whatever module it is."""
    for module in iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    below = {one for sub in base.__subclasses__() for one in all_modals(sub)}
    return below | ({base} if is_one(base) else set())


def opened(modal: type[Modal[Any]], app: StillPodium, folder: Path) -> Modal[Any]:
    """One of them, not shown yet; each that takes something of its own has a line here."""
    shown = (app.conference, app.clock.now())
    made: dict[type[Modal[Any]], Callable[[], Modal[Any]]] = {
        ActDialog: lambda: ActDialog("A note", "note", app.acts.attempt),
        AloneScreen: lambda: AloneScreen(*shown, lambda row, number: None),
        AskLine: lambda: AskLine("A line"),
        DraftsScreen: lambda: DraftsScreen(*shown, lambda row, entry, given: None),
        ByNameScreen: lambda: ByNameScreen(
            *shown, "L.4", lambda cast, done: None, app.pressed, lambda conference: {}
        ),
        HelpScreen: lambda: HelpScreen(MayDo()),
        HeardScreen: lambda: HeardScreen(
            *shown, lambda happening: None, lambda: ((), lambda: None)
        ),
        IncomingScreen: lambda: IncomingScreen(*shown, app),
        OwnConference: lambda: OwnConference(Drafting(folder, date(2026, 10, 1))),
        Pick: lambda: Pick("One of two", "", (Choice("a", "A", ""), Choice("b", "B", ""))),
        ProgrammeScreen: lambda: ProgrammeScreen(*shown, app.acts.attempt),
        ScriptScreen: lambda: ScriptScreen(*shown, app.podium.words_to_say),
    }
    if modal in made:
        return made[modal]()
    return modal(*shown) if issubclass(modal, LiveScreen) else modal()


@pytest.mark.parametrize("modal", sorted(all_modals(), key=lambda one: one.__name__))
async def test_every_page_and_dialog_may_be_left_before_it_is_there_twice_and_in_one_read(
    podium: OpenPodium, modal: type[Modal[Any]], tmp_path: Path
) -> None:
    async with podium(speaking) as (app, _, room):
        before = app.conference
        answers: list[object] = []
        done_since: list[str] = []
        first = opened(modal, app, tmp_path)
        app.push_screen(first, answers.append)
        first.dismiss(None)
        first.dismiss(None)
        await room.rest()
        assert app.screen is app.podium and answers == [None]

        for keys in ((), ("escape", "escape"), ("enter", "escape", "escape")):
            asked = opened(modal, app, tmp_path)
            app.push_screen(asked)
            if not keys:
                await room.rest()
                asked.call_after_refresh(done_since.append, "once painted")
                asked.dismiss(None)
                asked.dismiss(None)
            await at_once(app, room, *keys, *(["escape"] * 3 if keys else ()))
            assert asked not in app.screen_stack and app.is_running
            assert app.screen is app.podium
        assert app.conference.floor == before.floor and not done_since


async def test_what_came_to_a_page_before_it_was_left_does_nothing_after(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its widgets are gone before it."""
    done_since: list[Resize] = []
    monkeypatch.setattr(HeardScreen, "on_resize", lambda _, event: done_since.append(event))
    async with podium(speaking) as (app, pilot, room):
        page = opened(HeardScreen, app, Path())
        app.push_screen(page)
        await room.rest()
        await pilot.resize_terminal(100, 30)
        assert done_since
        done_since.clear()
        page.post_message(Resize(Size(90, 30), Size(90, 30)))
        page.dismiss(None)
        await room.rest()
        assert not done_since and app.screen is app.podium


async def test_what_the_palette_found_is_done_once_and_the_podium_stays(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        before = app.conference.seq
        await room.press("ctrl+p")
        await room.answer(*"pause")
        palette = app.screen
        assert isinstance(palette, Palette)
        chosen = palette.query_one(CommandList)
        chosen.highlighted = 0
        option = chosen.get_option_at_index(0)
        for _ in range(3):
            chosen.post_message(OptionList.OptionSelected(chosen, option, 0))
            palette.query_one(Input).post_message(Input.Submitted(palette.query_one(Input), "x"))
        await room.rest()
        palette.dismiss()
        await room.rest()
        assert app.screen is app.podium and app.podium.query(MessageLine)
        assert app.conference.seq == before + 1


@pytest.mark.parametrize("opens", ["ctrl+p", "q", "i"])
@pytest.mark.parametrize("size", [(1, 1), (80, 1), (1, 24)])
async def test_page_keys_do_nothing_where_no_row_has_room(
    podium: OpenPodium, opens: str, size: tuple[int, int]
) -> None:
    async with podium(speaking) as (app, pilot, room):
        await room.press(opens)
        await pilot.resize_terminal(*size)
        await at_once(app, room, "pagedown", "pageup", "down", "pagedown")
        assert app.is_running
        app.screen.query_one(OptionList).highlighted = 0
        await at_once(app, room, "pagedown", "pageup", "escape")
        assert app.is_running


async def test_no_more_pages_are_opened_upon_many(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        for _ in range(DEEPEST + 3):
            app.push_screen(Pick("One", "", (Choice("a", "A", ""),)))
            await room.rest()
        before = len(app.screen_stack)
        for key in ("f6", "ctrl+p", "f8", "a"):
            await room.answer(key)
        assert len(app.screen_stack) == before and app.conference.floor is not None
        while len(app.screen_stack) <= DEEPEST + A_FEW:
            app.push_screen(Pick("One", "", (Choice("a", "A", ""),)))
            await room.rest()
        before = len(app.screen_stack)
        await room.answer("enter", "a", "enter")
        assert len(app.screen_stack) == before, "neither ended nor opened"
        await room.answer(*["escape"] * before)
        assert app.screen is app.podium


async def test_what_is_typed_after_the_podium_was_closed_does_nothing(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, _):
        app.close_podium()
        last, floor = app.conference.seq, app.conference.floor
        for key in "enlq":
            app.action_press(key)
        app.tick()
        assert (app.conference.seq, app.conference.floor) == (last, floor)


async def test_the_palette_is_the_same_while_a_line_takes_letters(podium: OpenPodium) -> None:
    """Textual's own falls where a page key finds no room, and does what was found twice."""
    async with podium(speaking) as (app, pilot, room):
        await room.press(":")
        room.clock.advance(2)
        await pilot.press("ctrl+p")
        await room.rest()
        assert isinstance(app.screen, Palette)
        room.clock.advance(2)
        await pilot.press("ctrl+p", "pagedown", "pageup", "escape")
        await room.rest()
        assert app.screen is app.podium
