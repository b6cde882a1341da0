"""Every action does what it says, by each of its keys and from the menu of a row."""

from __future__ import annotations

import pytest

from plenary_tui.actions import ACTIONS, Action, Page, opening_keys
from tests.actions.cases import CASES
from tests.ui.opening import OpenPodium

WAYS = [(row, key) for row in ACTIONS for key in row.keys] + [
    (row, "menu") for row in ACTIONS if row.on_row
]
WAYS += [
    (row, f"{opening_keys(at.page)[0]} {at.key}")
    for row in ACTIONS
    for at in row.on_pages
    if at.page is not Page.PROGRAMME
]
WAYS += [
    (row, "palette")
    for row in ACTIONS
    if {at.page for at in row.on_pages} <= {Page.PROGRAMME} and not (row.keys or row.on_row)
]


def test_every_action_is_tested_and_can_be_reached() -> None:
    assert set(CASES) == {row.id for row in ACTIONS}
    assert {row.id for row, _ in WAYS} == set(CASES)


@pytest.mark.parametrize(("action", "way"), WAYS, ids=[f"{row.id}-{way}" for row, way in WAYS])
async def test_an_action_does_what_it_says(podium: OpenPodium, action: Action, way: str) -> None:
    case = CASES[action.id]
    async with podium(case.before) as (_, _, room):
        assert not case.done(room)
        if way == "menu":
            await room.choose_in_menu(action.id)
        elif way == "palette":
            await room.choose_in_palette(action.label)
        else:
            await room.press(*way.split())
        room.clock.advance(1)  # an Enter at once would be taken for a doubled key
        await room.answer(*case.answers[:-1])
        room.clock.advance(1)
        await room.answer(*case.answers[-1:])
        await room.podium.workers.wait_for_complete()
        assert case.done(room)
