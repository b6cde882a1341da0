"""The speech clock: what it shows when, what rings, and that no other clock can move it."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.floor.giving import GiveFloor
from plenary_tui.procedure.floor.statement import StartClock
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.podium import Podium
from plenary_tui.settings import Settings
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import StillPodium
from tests.ui.scenes import after

FACES = [
    (0.0, "3:00", "ON TIME"),
    (0.9, "3:00", "ON TIME"),
    (1.0, "2:59", "ON TIME"),
    (149.0, "0:31", "ON TIME"),
    (149.9, "0:31", "ON TIME"),
    (150.0, "0:30", "WRAP UP"),
    (179.9, "0:01", "WRAP UP"),
    (180.0, "+0:00", "OVER TIME"),
    (180.9, "+0:00", "OVER TIME"),
    (209.9, "+0:29", "OVER TIME"),
    (210.0, "+0:30", "CALL TO ORDER?"),
    (3840.0, "+1:01:00", "CALL TO ORDER?"),
]


async def test_the_face_says_where_the_statement_stands(podium: OpenPodium) -> None:
    async with podium(scenes.called, size=(120, 36)) as (_, _, room):
        assert (room.digits, room.word) == ("3:00", "CALLED of 3:00")
        await room.pass_time(40)
        assert room.digits == "3:00", "the changeover is not the speaker's"
        await room.answer("space")
        for at, digits, word in FACES:
            await room.pass_time(at - room.elapsed)
            assert room.digits == digits
            assert room.word.startswith(f"{word} of 3:00")
            assert word in room.screen


async def test_nobody_has_the_floor(podium: OpenPodium) -> None:
    async with podium(size=(120, 36)) as (_, _, room):
        assert room.digits == "3:00", "no blanks that say nothing"
        assert room.word == "NOBODY HAS THE FLOOR the next has 3:00", "and what it is, in words"


@pytest.mark.parametrize(
    ("size", "said"), [((80, 24), "the time"), ((120, 36), "the time of day")], ids=str
)
async def test_the_figures_are_the_time_of_day_where_nobody_is_next(
    podium: OpenPodium, size: tuple[int, int], said: str
) -> None:
    async with podium(scenes.meeting_open, size=size) as (_, _, room):
        await room.pass_time(70)
        assert (room.digits, room.word) == ("10:01", f"NOBODY HAS THE FLOOR {said}")


async def test_the_figures_are_the_time_of_day_while_no_meeting_sits(podium: OpenPodium) -> None:
    async with podium(after(scenes.floor_open, "suspend-meeting")) as (_, _, room):
        assert room.word == "NOBODY HAS THE FLOOR the time", "nobody may be called"


async def test_more_time_and_a_correction_show_at_once(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        await room.press("plus")
        assert room.digits == "3:19"
        await room.press("left_square_bracket", "right_square_bracket", "right_square_bracket")
        assert room.digits == "3:11"


async def test_the_president_has_no_limit(podium: OpenPodium) -> None:
    async with podium() as (_, _, room):
        await room.press("P", "space")
        await room.pass_time(200)
        assert (room.digits, room.word) == ("3:20", "SPEAKING no limit, spoken 3:20")


async def test_a_paused_clock_stands_still_and_says_so(podium: OpenPodium) -> None:
    async with podium(scenes.paused) as (_, _, room):
        await room.pass_time(600)
        assert (room.digits, room.word) == ("2:50", "PAUSED, ON TIME spoken 0:10")
        await room.answer("space")
        await room.pass_time(5)
        assert room.digits == "2:45"


@pytest.mark.parametrize("columns", (80, 100))
async def test_where_there_is_little_room_whole_words_give_way(
    podium: OpenPodium, columns: int
) -> None:
    async with podium(scenes.paused, size=(columns, 24)) as (app, pilot, room):
        assert room.word == "PAUSED, ON TIME spoken 0:10"
        await pilot.press("e")
        app.tick()
        await pilot.pause()
        assert room.word == "NOBODY HAS THE FLOOR next 3:00"


async def test_the_title_of_the_window_has_speaker_and_time(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        assert app.showing.title == "2:50 Nigeria"
        await room.pass_time(5)
        assert app.showing.title == "2:45 Nigeria"
        await room.press("e")
        assert app.showing.title == "Small conference: nobody has the floor"


async def test_the_title_is_written_to_the_terminal_once(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        written: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        monkeypatch.setattr(StillPodium, "is_headless", property(lambda _: False))
        room.clock.advance(1)
        app.tick()
        app.tick()
        monkeypatch.undo()
        assert [one for one in written if one.startswith("\x1b]2")] == ["\x1b]2;2:49 Nigeria\x07"]


# The bell


async def test_the_bell_rings_once_at_the_warning_and_once_at_the_limit(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.called, settings=Settings(bell=True)) as (app, _, room):
        await room.answer("space")
        await room.pass_time(149)
        assert app.bells == 0
        await room.pass_time(1)
        assert app.bells == 1
        await room.pass_time(29)
        assert app.bells == 1
        await room.pass_time(1)
        assert app.bells == 2
        await room.pass_time(300)
        assert app.bells == 2


async def test_the_bell_is_silent_unless_it_is_set(podium: OpenPodium) -> None:
    async with podium(scenes.called) as (app, _, room):
        await room.answer("space")
        await room.pass_time(400)
        assert app.bells == 0


# Other clocks


@pytest.mark.parametrize("step", [3600, -3600])
async def test_a_clock_that_was_set_moves_no_countdown_and_is_told(
    podium: OpenPodium, step: int
) -> None:
    async with podium(scenes.speaking) as (app, _, room):
        await room.pass_time(5)
        room.clock.step_wall(step)
        await room.settle()
        assert isinstance(app.screen, Podium)
        assert (room.digits, room.elapsed) == ("2:45", 15)
        assert f"The computer's clock was set by {step:+} s." in room.screen
        await room.pass_time(5)
        assert room.digits == "2:40"
        assert ("11:00" if step > 0 else "09:00") in room.screen


@pytest.mark.parametrize(
    ("keys", "phase", "elapsed"),
    [
        (("k",), Phase.SPEAKING, 255),
        (("escape",), Phase.SPEAKING, 255),
        (("p",), Phase.PAUSED, 255),
        (("down", "down", "down", "enter"), Phase.PAUSED, 10),
    ],
    ids=str,
)
async def test_a_sleep_is_told_and_the_officer_chooses(
    podium: OpenPodium, keys: tuple[str, ...], phase: Phase, elapsed: int
) -> None:
    bell = Settings(bell=True)
    async with podium(scenes.speaking, settings=bell) as (app, _, room):
        room.clock.sleep(240)
        await room.settle()
        assert isinstance(app.screen, Pick)
        assert "The computer slept" in room.screen
        assert "The computer stood still for 4 min 0 s; time went on." in room.screen
        assert "Nigeria was speaking: 0:10 spoken then, 4:10 by now" in room.screen
        assert room.digits == "+1:10"
        await room.pass_time(5)
        assert room.elapsed == 255 and app.bells == 0, "nothing rings or stops by itself"
        await room.answer(*keys)
        assert isinstance(app.screen, Podium)
        assert room.conference.floor is not None and room.conference.floor.phase is phase
        assert room.elapsed == pytest.approx(elapsed)


@pytest.mark.parametrize(("key", "elapsed"), [("p", 10 + 240 + 5 + 600 + 5), ("b", 10)])
async def test_however_often_it_sleeps_unanswered_the_officer_is_asked_once(
    podium: OpenPodium, key: str, elapsed: int
) -> None:
    """Of a laptop that sleeps on and on, each time would else be one more page upon the others."""
    async with podium(scenes.speaking, size=(120, 36)) as (app, _, room):
        for seconds in (240, 600):
            room.clock.sleep(seconds)
            await room.settle()
            await room.pass_time(5)
        assert len(app.screen_stack) == 2
        assert "stood still 2 times, for 14 min 0 s; time went on." in room.screen
        assert "Nigeria was speaking: 0:10 spoken then, 14:15 by now" in room.screen
        await room.answer(key)
        assert app.screen is app.podium
        assert room.elapsed == pytest.approx(elapsed)


async def test_who_began_to_speak_while_it_is_asked_is_not_put_back_before_that(
    podium: OpenPodium,
) -> None:
    async with podium(scenes.floor_open, size=(120, 36)) as (app, _, room):
        room.clock.sleep(240)
        await room.settle()
        assert "Go on" in room.screen and "Pause" not in room.screen
        app.acts.attempt(GiveFloor())
        app.acts.attempt(StartClock())
        await room.pass_time(5)
        room.clock.sleep(60)
        await room.settle()
        assert len(app.screen_stack) == 2 and "2 times, for 5 min 0 s" in room.screen
        await room.answer("b")
        assert room.conference.floor is not None and room.elapsed == pytest.approx(5)


async def test_what_a_sleep_missed_does_not_ring(podium: OpenPodium) -> None:
    async with podium(scenes.speaking, settings=Settings(bell=True)) as (app, _, room):
        room.clock.sleep(180)
        await room.settle()
        assert (room.digits, app.bells) == ("+0:10", 0)


async def test_a_sleep_while_nobody_speaks_asks_nothing_to_be_decided(podium: OpenPodium) -> None:
    async with podium() as (app, _, room):
        was = room.conference
        room.clock.sleep(240)
        await room.settle()
        assert [one.split()[1:3] for one in room.choices] == [["Go", "on"]]
        await room.answer("enter")
        assert isinstance(app.screen, Podium) and room.conference is was
