"""Several delegations align themselves with a statement, in one dialog (row 31)."""

from __future__ import annotations

from plenary_tui.desk.writing import Desk
from plenary_tui.widgets.fields import TextField
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber
from tests.ui.scenes import act, speaking


def for_a_group(desk: Desk, clock: FakeClock) -> None:
    """Nigeria speaks on behalf of the African Group."""
    speaking(desk, clock)
    act(desk, "edit", entry="NGA", on_behalf_of="the African Group")


def aligned(room: Chamber) -> list[str]:
    return [one.delegation for one in room.conference.alignments]


async def test_row_31_a_comma_takes_the_delegation_and_the_next_is_found(
    podium: OpenPodium,
) -> None:
    async with podium(for_a_group) as (_, _, room):
        await room.press("equals_sign")
        await room.answer(*"tür,")
        assert "✓ Türkiye" in room.screen
        await room.answer(*"gui", "down", *",niger", "enter")
        assert aligned(room) == ["TUR", "GNB", "NER"]
        assert "aligned: Türkiye, Guinea-Bissau, Niger" in room.screen


async def test_row_31_what_is_pasted_at_once_names_the_same_delegations(
    podium: OpenPodium,
) -> None:
    async with podium(for_a_group) as (app, pilot, room):
        await room.press("equals_sign")
        app.screen.query_one("#delegation", TextField).insert_text_at_cursor("tür,niger, guinea")
        await pilot.pause()
        assert "✓ Türkiye, Niger" in room.screen
        await room.answer("enter")
        assert aligned(room) == ["TUR", "NER", "GIN"]


async def test_row_31_one_is_still_given_as_before(podium: OpenPodium) -> None:
    async with podium(for_a_group) as (_, _, room):
        await room.press("equals_sign")
        await room.answer(*"tür", "enter")
        assert aligned(room) == ["TUR"]
        await room.press("equals_sign")
        await room.answer(*"niger,", "enter")
        assert aligned(room) == ["TUR", "NER"], "a comma at the end is no delegation"


async def test_row_31_what_is_not_found_is_marked_and_refused(podium: OpenPodium) -> None:
    async with podium(for_a_group) as (_, _, room):
        await room.press("equals_sign")
        await room.answer(*"tür,atlantis,")
        assert "✓ Türkiye, atlantis?" in room.screen
        await room.answer("enter")
        assert "atlantis" in room.refusal and aligned(room) == []


async def test_row_31_a_taken_delegation_can_be_deleted_again(podium: OpenPodium) -> None:
    async with podium(for_a_group) as (_, _, room):
        await room.press("equals_sign")
        await room.answer(*"tür,", *["backspace"] * 4, *"niger", "enter")
        assert aligned(room) == ["NER"]
