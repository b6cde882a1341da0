"""The agenda on the podium: what is true of all its items is told once."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from plenary_tui.procedure.state.business import AgendaItem
from tests.ui.opening import OpenPodium
from tests.ui.scenes import meeting_open

ADOPTED, SAMPLE = AgendaItem("1(f)", "General discussion"), "sample data, not the adopted agenda."


def items(*illustrative: str) -> tuple[AgendaItem, ...]:
    return (ADOPTED, *(AgendaItem(one, f"Item {one}", illustrative=True) for one in illustrative))


@pytest.mark.parametrize(
    ("agenda", "told"),
    [
        (items(), ""),
        (items("2"), f"2 is illustrative: {SAMPLE}"),
        (items("2", "3", "4"), f"All items but 1(f) are illustrative: {SAMPLE}"),
        (items("2", "3")[1:], f"All items are illustrative: {SAMPLE}"),
    ],
)
async def test_that_items_are_sample_data_is_told_once_and_on_no_row(
    podium: OpenPodium, agenda: tuple[AgendaItem, ...], told: str
) -> None:
    async with podium(meeting_open, size=(100, 30), items=agenda, programme=()) as (app, _, room):
        await room.press("i")
        assert told in room.screen
        assert room.screen.count("illustrative") == (1 if told else 0)
        rows = app.screen.query_one(OptionList)
        assert all("illustrative" not in str(one.prompt) for one in rows.options)
