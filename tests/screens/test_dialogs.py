"""What dialogs show: a choice whole, a reason while it is typed, the item most likely meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from plenary_tui.desk.writing import Desk
from plenary_tui.screens.picks import AskLine
from plenary_tui.widgets.fields import TextField
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.podium import cop12_chamber, podium_on
from tests.ui.scenes import Prepare, act, draft_taken_up, meeting_open, speaking


async def test_a_choice_is_shown_whole_once_its_field_is_left(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        await room.press("a")
        await room.answer(*"niger", "tab", "tab", "tab", *"min")
        field = app.screen.query_one("#rank", TextField)
        assert field.value == "min"
        await room.answer("tab")
        assert field.value == "minister"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_reason_is_seen_while_it_is_typed(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    def reply_asked_for(desk: Desk, clock: FakeClock) -> None:
        speaking(desk, clock)
        act(desk, "request-reply", delegation="NER")

    async with podium(reply_asked_for, size=size) as (_, _, room):
        await room.press("G", "y")
        await room.answer(*"she must leave")
        assert "she must leave" in room.screen


async def test_a_dialog_ends_after_its_last_field_whatever_the_field_is_called(
    podium: OpenPodium,
) -> None:
    def moved(desk: Desk, clock: FakeClock) -> None:
        speaking(desk, clock)
        act(desk, "move-motion", motion="close-debate", delegation="GIN")

    async with podium(moved) as (_, _, room):
        await room.press("j", "s")
        assert "Enter do it Tab next field Escape leave" in room.screen
        assert "CLOCK" not in room.screen and "ON TIME" in room.screen, "the clock stays in view"


async def test_the_agenda_opens_at_what_is_planned_and_then_at_what_is_next(
    tmp_path: Path,
) -> None:
    async with podium_on(cop12_chamber(tmp_path, meeting_open)) as (_, _, room):
        await room.press("i")
        assert "1(a) Opening of the session planned now" in room.screen
        await room.press("enter")
        assert room.conference.item == "1(a)"
        await room.press("g", "g", "y", "i", "enter")
        assert room.conference.item == "1(b)", "1(a) was concluded"
        await room.press("c", "i", "enter")
        assert room.conference.item == "1(b)", "the Committee begins with the plenary's item"


def event_beside(desk: Desk, clock: FakeClock) -> None:
    """A side event at noon, while Nigeria speaks."""
    speaking(desk, clock)
    act(desk, "add-side-event", title="Sample event", starts="12:00", ends="12:45", room="Room 1")


PREFILLED: list[tuple[Prepare, tuple[str, ...], tuple[str, ...]]] = [
    (speaking, ("E",), ("delivery",)),
    (speaking, ("edit",), ("delegation", "delivery")),
    (speaking, ("move",), ("to",)),
    (speaking, ("t",), ("decision",)),
    (speaking, ("h",), ("tier", "decision")),
    (event_beside, ("H", "m"), ("starts", "ends", "room")),
    (event_beside, ("H", "e"), ("title", "mode")),
    (event_beside, ("H", "a"), ("mode",)),
    (draft_taken_up, ("d", "c"), ("symbol", "item", "title")),
    (draft_taken_up, ("d", "v"), ("majority",)),
    (draft_taken_up, ("d", "n"), ("item",)),
]
"""Dialogs whose fields hold something at first: the keys that open them, or a row's action."""


@pytest.mark.parametrize(("before", "keys", "names"), PREFILLED)
async def test_what_is_typed_takes_the_place_of_what_a_field_holds(
    podium: OpenPodium, before: Prepare, keys: tuple[str, ...], names: tuple[str, ...]
) -> None:
    async with podium(before, size=(120, 36)) as (app, _, room):
        if len(keys[0]) > 1:
            room.select("GIN")
            await room.choose_in_menu(keys[0])
        else:
            await room.press(*keys)
        fields = list(app.screen.query(Input))
        filled = [one for one in fields if one.value]
        assert {one.id for one in filled} >= set(names)
        for _ in fields:
            field = app.focused
            assert isinstance(field, Input)
            if field in filled:
                await room.answer(*"15:30")
                assert field.value == "15:30"
                filled.remove(field)
            await room.answer("tab")
        assert not filled, "each is come to by Tab"


async def test_what_a_question_holds_gives_way_to_what_is_typed(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        app.push_screen(AskLine("From when on?", "2024-10-14"))
        await room.rest()
        await room.answer(*"15:30")
        assert app.screen.query_one(TextField).value == "15:30"


async def test_the_item_a_file_is_presumed_for_gives_way_to_what_is_typed(
    podium: OpenPodium,
) -> None:
    async with podium() as (app, _, room):
        await room.press("b")
        field = app.screen.query_one("#item", TextField)
        assert field.value == "1(f)"
        await room.answer("tab", *"2")
        assert app.focused is field and field.value == "2"


async def test_a_letter_typed_into_a_choice_begins_another(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("E")
        field = app.screen.query_one("#delivery", TextField)
        assert field.value == "in-person"
        field.focus()
        await room.answer(*"vid", "tab")
        assert field.value == "video"


async def test_what_is_missing_or_wrong_is_said_without_dashes(podium: OpenPodium) -> None:
    async with podium(speaking) as (_, _, room):
        await room.press("j", "m")
        await room.answer("enter")
        assert "Fill in the field “motion”." in room.screen
        await room.answer(*"guinea", "tab", *"nonsense", "enter")
        assert "The field “motion”: “nonsense” is not one of suspend the meeting" in room.screen
        assert "--" not in room.screen


async def test_the_whole_agenda_leaves_room_for_the_keys(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, meeting_open), (80, 24)) as (_, _, room):
        await room.press("i")
        assert "Enter choose" in room.screen
