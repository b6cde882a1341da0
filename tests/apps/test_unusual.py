"""What a slip of one key would change for the whole room is asked about once, and says whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.vocabulary import Phase
from tests.chamber import FakeClock, vienna
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.scenes import act, after, called, floor_open, speaking, suspended


def a_reply_asked_for(desk: Desk, clock: FakeClock) -> None:
    """Nigeria speaks, and Guinea has asked to reply."""
    speaking(desk, clock)
    act(desk, "request-reply", delegation="GIN")


president_called = after(floor_open, "give-floor", to="president")


def lunch_until_eight(desk: Desk, clock: FakeClock) -> None:
    """The meeting is suspended long before it is to go on."""
    floor_open(desk, clock)
    act(desk, "suspend-meeting", reason="Lunch", until="20:00")


def lunch_nearly_over(desk: Desk, clock: FakeClock) -> None:
    """The same, ten minutes before it is to go on."""
    lunch_until_eight(desk, clock)
    clock.until(vienna(14, 19, 50))


@pytest.mark.parametrize(
    ("before", "keys", "told"),
    [
        (speaking, "P", "This ends Nigeria at 0:"),
        (speaking, "S", "This ends Nigeria at 0:"),
        (a_reply_asked_for, "G", "This ends Nigeria at 0:"),
        (called, "c", "was called and has not begun."),
        (speaking, "c", "Nigeria has the floor, at 0:"),
        (speaking, "c", "This suspends the plenary and the room goes off air."),
        (floor_open, "c", "4 delegations still wait on the list."),
        (scenes.committee, "c", "the plenary goes on and the room goes on air."),
        (scenes.committee, "v", "The room goes on air at once."),
        (speaking, "v", "Captions and pages go empty."),
        (floor_open, "v", "4 delegations still wait on the list. Captions and pages go empty."),
        (scenes.meeting_open, "v", "The 1st plenary meeting is in session."),
        (scenes.meeting_open, "m", "ends at 13:00; it is 10:00."),
        (president_called, "S", "has not begun. The floor goes to the Secretariat."),
        (floor_open, "C", "All 4 who wait on the list of item 1(f) are carried over"),
        (floor_open, "g", "4 still wait on the list for item 1(f)."),
        (floor_open, "g", "Carry the list over (press Escape, then C)"),
        (lunch_until_eight, "s", "suspended until 20:00 (Lunch); it is 10:00. The room goes on"),
        (scenes.stages_done(3), "g", "Nobody has been heard on the list of item 2(a)."),
        (floor_open, "g", "Nobody has been heard on the list of item 1(f)."),
        (floor_open, "u", "The floor is open on item 1(f). This changes the item"),
        (suspended, "u", "The meeting was suspended (consultations). This changes the meeting"),
        (suspended, "u", "The room goes on air at once."),
        (scenes.committee, "u", "The room goes on air at once."),
        (after(suspended, "undo"), "r", "The room goes off air at once."),
        (floor_open, "m", "delegations still wait on the list in the 1st"),
        (floor_open, "i down", "delegations still wait on the list of item 1(f)"),
    ],
)
async def test_one_key_asks_says_whom_and_stays_unless_it_is_told_to_go_on(
    podium: OpenPodium, before: Callable[[Desk, FakeClock], None], keys: str, told: str
) -> None:
    async with podium(before) as (app, _, room):
        was = room.conference.seq
        for leaves in ("enter", "escape", "n"):
            await room.press(*keys.split())
            if keys.startswith("i"):
                await room.press("enter")
            assert told in room.screen
            assert room.conference.seq == was
            await room.press(leaves)
            assert app.screen is app.podium and room.conference.seq == was
        await room.press(*keys.split())
        if keys.startswith("i"):
            await room.press("enter")
        await room.press("y")
        if "exception" in room.screen:  # a reply before its time takes a reason
            await room.answer(*"asked", "enter")
        assert room.conference.seq > was


async def test_the_next_speaker_is_called_without_a_question(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.speaker
        await room.press("n")
        assert app.screen is app.podium and room.speaker != before


async def test_the_menu_of_a_row_offers_nothing_to_a_stray_enter(podium: OpenPodium) -> None:
    async with podium(speaking) as (_, _, room):
        was = room.conference.seq
        await room.press("enter", "enter", "enter")
        assert room.conference.seq == was and "Give the floor" in room.screen
        await room.press("1")
        assert "This ends Nigeria at 0:" in room.screen and room.conference.seq == was


async def test_undo_names_the_station_that_acted_last_and_offers_the_own_act(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("space")
        room.do("inscribe", delegation="TUR", station="list desk")
        await room.hear()
        was = room.conference.seq
        await room.press("u")
        assert "list desk did this last: Türkiye was inscribed" in room.screen
        await room.press("enter")
        assert app.screen is app.podium and room.conference.seq == was
        await room.press("u", "o")
        floor = room.conference.floor
        assert floor is not None and floor.phase is Phase.SPEAKING
        assert "TUR" in room.waiting()


async def test_redo_names_the_station_whose_act_it_is_and_asks(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        room.do("inscribe", delegation="TUR", station="list desk")
        await room.hear()
        await room.press("u", "y")
        assert "TUR" not in room.waiting()
        was = room.conference.seq
        await room.press("r")
        assert "list desk had done this: Türkiye was inscribed" in room.screen
        await room.press("enter")
        assert app.screen is app.podium and room.conference.seq == was
        await room.press("r", "y")
        assert "TUR" in room.waiting()


async def test_the_own_act_is_done_again_without_a_question(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("space", "u", "r")
        floor = room.conference.floor
        assert floor is not None and floor.phase is Phase.PAUSED
        assert app.screen is app.podium


async def test_undo_asks_nothing_where_the_own_act_is_the_last(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("space", "u")
        floor = room.conference.floor
        assert floor is not None and floor.phase is Phase.SPEAKING
        assert app.screen is app.podium


@pytest.mark.parametrize("gap", [0.03, 0.3])
@pytest.mark.parametrize(("before", "opens"), [(speaking, "s"), (scenes.meeting_open, "s")])
async def test_an_enter_at_once_after_s_suspends_nothing(
    podium: OpenPodium, before: Callable[[Desk, FakeClock], None], opens: str, gap: float
) -> None:
    async with podium(before) as (_, _, room):
        was = room.conference.seq
        await room.press(opens)
        room.clock.advance(gap)
        await room.answer("enter")
        assert room.conference.seq == was and "Press Enter once more" in room.screen
        await room.press("enter")
        if before is speaking:
            assert "Nigeria has the floor, at 0:" in room.screen
            assert "The room goes off air at once." in room.screen and room.conference.seq == was
            await room.press("enter")
            assert room.conference.seq == was, "Enter stays"
            await room.press("enter", "y")
        assert room.conference.seq == was + 1 and not room.conference.on_air


async def test_an_enter_held_down_after_s_suspends_nothing(podium: OpenPodium) -> None:
    async with podium(scenes.meeting_open) as (_, _, room):
        was = room.conference.seq
        await room.press("s")
        for gap in (0.03, 0.5, *(0.033,) * 20):
            room.clock.advance(gap)
            await room.answer("enter")
        assert room.conference.seq == was and "Press Enter once more" in room.screen
        await room.press("enter")
        assert room.conference.seq == was + 1


async def test_an_enter_at_once_after_i_takes_up_nothing(podium: OpenPodium) -> None:
    async with podium(scenes.meeting_open) as (_, _, room):
        await room.press("i")
        room.clock.advance(0.03)
        await room.answer("enter")
        assert room.conference.item is None and "Press Enter once more" in room.screen
        await room.press("enter")
        assert room.conference.item is not None


async def test_an_enter_at_once_after_g_concludes_nothing(podium: OpenPodium) -> None:
    async with podium(floor_open) as (app, _, room):
        was = room.conference.seq
        await room.press("g")
        room.clock.advance(0.03)
        await room.answer("enter", "enter")
        assert room.conference.seq == was and app.screen is app.podium


async def test_the_hour_that_was_announced_is_kept_without_a_question(podium: OpenPodium) -> None:
    async with podium(lunch_nearly_over) as (app, _, room):
        await room.press("s")
        assert room.conference.in_session and app.screen is app.podium


async def test_what_cannot_be_done_is_refused_before_anything_is_asked(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        await room.press("G")
        assert app.screen is app.podium and "has asked to reply" in room.said
        await room.press("m")
        assert app.screen is app.podium and "Nigeria has the floor" in room.said


async def test_the_menu_of_a_row_says_who_gets_the_floor(podium: OpenPodium) -> None:
    async with podium(speaking) as (_, _, room):
        room.select("INTERPOL")
        await room.press("enter")
        name = room.podium.screen._title  # type: ignore[attr-defined]
        await room.press("1")
        assert f"Give the floor to {name}." in room.screen
        assert f"The floor goes to {name}." in room.screen


async def test_an_undo_that_has_come_to_mean_another_act_takes_nothing_back(
    podium: OpenPodium,
) -> None:
    async with podium(suspended) as (_, _, room):
        await room.press("u")
        room.do("inscribe", delegation="TUR")
        await room.hear()
        was = room.conference.seq
        await room.press("y")
        assert room.conference.seq == was and "Another act was recorded" in room.said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("give-floor --to president", "This ends Nigeria at 0:"),
        ("give-floor --to guest --name Sample", "This ends Nigeria at 0:"),
        ("suspend-meeting --reason lunch", "Nigeria has the floor, at 0:"),
        ("convene-committee", "the room goes off air"),
        ("set-on-air --off", "Captions and pages go empty."),
    ],
)
async def test_a_line_that_is_typed_asks_what_its_key_asks(
    podium: OpenPodium, line: str, told: str
) -> None:
    async with podium(speaking) as (app, _, room):
        was = room.conference.seq
        await room.press(":")
        await room.type(line)
        await room.answer("enter")
        assert app.screen is not app.podium and told in room.screen
        room.clock.advance(2)
        await room.answer("enter")
        assert app.screen is app.podium and room.conference.seq == was, "Enter leaves it as it is"
        room.clock.advance(2)
        await room.answer("enter")
        room.clock.advance(2)
        await room.answer("y")
        assert room.conference.seq > was
