"""A point of order by key: the clock stands at once, and it is said by whom afterwards (row 26)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import Phase
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber
from tests.ui.scenes import after, speaking

SIZES = [(80, 24), (120, 36), (200, 60)]


def phase(room: Chamber) -> Phase:
    assert room.conference.floor is not None
    return room.conference.floor.phase


@pytest.mark.parametrize("size", SIZES)
async def test_row_26_one_key_pauses_the_clock_and_then_it_is_said_by_whom(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(speaking, size=size) as (_, _, room):
        await room.press("o")
        assert phase(room) is Phase.PAUSED and room.elapsed == 11
        assert "Point of order: by whom?" in room.screen and "PAUSED" in room.screen
        await room.pass_time(9)
        await room.answer(*"tür", "enter")
        assert room.podium.screen is room.podium.podium
        assert "POINT OF ORDER: Türkiye" in room.screen
        await room.press("D")
        await room.answer(*"Upheld", "enter")
        assert phase(room) is Phase.SPEAKING and room.elapsed == 11, "Nigeria goes on"


RULINGS = [
    (("down",), "upheld"),
    (("down", "down"), "not upheld"),
    (("n",), "not upheld"),
    (tuple("out of order"), "out of order"),
]


@pytest.mark.parametrize(("keys", "ruled"), RULINGS, ids=str)
async def test_row_26_a_ruling_offers_upheld_and_not_upheld_and_takes_other_words(
    podium: OpenPodium, keys: tuple[str, ...], ruled: str
) -> None:
    async with podium(after(speaking, "raise-point", delegation="Guinea")) as (_, _, room):
        await room.press("D")
        assert "↓ upheld, not upheld" in room.screen
        await room.answer(*keys, "enter")
        assert [one.ruling for one in room.conference.rulings] == [ruled]
        assert f"the President ruled: {ruled}." in room.said


async def test_row_26_escape_lets_the_statement_go_on_as_if_nothing_had_been(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (_, _, room):
        await room.press("o")
        await room.pass_time(9)
        await room.answer("escape")
        assert not room.conference.points
        assert phase(room) is Phase.SPEAKING and room.elapsed == 20, "the time was spoken"
        assert "No point of order was raised" in room.said


async def test_row_26_who_may_not_raise_one_is_refused_in_the_dialog_while_the_clock_stands(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (_, _, room):
        await room.press("o")
        await room.answer(*"watch", "enter")
        assert "Only States parties raise points of order" in room.refusal
        assert phase(room) is Phase.PAUSED
        await room.answer("escape")
        assert phase(room) is Phase.SPEAKING


async def test_row_26_a_point_whose_dialog_was_lost_is_named_with_the_same_key(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (_, _, room):
        room.do("raise-point")
        await room.hear()
        assert "POINT OF ORDER: by whom?" in room.screen and "o By whom?" in room.screen
        await room.press("o")
        await room.answer("escape")
        assert room.conference.points, "another's point is not taken back by Escape"
        await room.press("o")
        await room.answer(*"guinea", "enter")
        assert [one.delegation for one in room.conference.points] == ["GIN"]


async def test_row_26_what_was_named_at_another_station_is_not_taken_back_by_escape(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (_, _, room):
        await room.press("o")
        room.do("name-point", delegation="GIN")
        await room.hear()
        await room.answer("escape")
        assert [one.delegation for one in room.conference.points] == ["GIN"]
        assert phase(room) is Phase.PAUSED


async def test_row_26_while_a_point_waits_neither_the_next_nor_the_clock_is_offered(
    podium: OpenPodium,
) -> None:
    async with podium(speaking, size=(120, 36)) as (_, _, room):
        assert "Space Pause" in room.screen and "n Next" in room.screen
        await room.press("o")
        await room.answer(*"tür", "enter")
        foot = room.lines_text.splitlines()[-1]
        assert "D Ruling" in foot
        assert not any(word in foot for word in ("Space", "n Next"))
        for key in ("space", "n"):
            await room.press(key)
            assert "Türkiye has raised a point of order" in room.said
            assert phase(room) is Phase.PAUSED


async def test_row_26_a_point_is_withdrawn_from_the_page_of_points_and_motions(
    podium: OpenPodium,
) -> None:
    async with podium(speaking, size=(80, 24)) as (_, _, room):
        await room.press("o")
        await room.answer(*"tür", "enter")
        await room.press("j")
        assert "POINTS OF ORDER, in order of receipt: 1" in room.screen
        assert not any(one.startswith("m ") for one in room.choices), "no motion meanwhile"
        await room.press("x")
        assert not room.conference.points and phase(room) is Phase.SPEAKING
