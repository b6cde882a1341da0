"""Names are indexed beside the screen, whenever the delegations are others."""

from __future__ import annotations

from plenary_tui.procedure.ground import known_names as names
from tests.ui import scenes
from tests.ui.opening import OpenPodium


def is_made(room: object) -> bool:
    """Whether the names of the conference that is shown are ready."""
    delegations = room.conference.delegations  # type: ignore[attr-defined]
    return any(one.delegations is delegations for one in names._kept)


async def test_a_registration_finds_the_names_ready_for_the_next_letter(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.floor_open) as (app, _, room):
        await app.workers.wait_for_complete()
        names._kept.clear()
        room.do("register", delegation="River Forum", **{"class": "NGO"})
        await room.hear()
        await app.workers.wait_for_complete()
        assert is_made(room)
