"""A podium that ended without closing: the next one says so, and the officer decides about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.screens.picks import Pick
from plenary_tui.screens.podium import Podium
from plenary_tui.settings import Settings
from plenary_tui.storage.heartbeat import Heartbeat
from tests.ui import scenes
from tests.ui.podium import Chamber, chamber, podium_on

CHOICES = [("k", Phase.SPEAKING), ("p", Phase.PAUSED), ("b", Phase.PAUSED)]


async def crashed(folder: Path, alive: float = 20.0) -> Chamber:
    """A podium ended without closing, 30 seconds into a statement of Nigeria."""
    room = chamber(folder, scenes.speaking)
    async with podium_on(room) as (_, _, room):
        await room.pass_time(alive)
    return room


@pytest.mark.parametrize(("key", "phase"), CHOICES)
async def test_the_officer_is_told_and_chooses(tmp_path: Path, key: str, phase: Phase) -> None:
    room = await crashed(tmp_path)
    room.clock.advance(65)
    async with podium_on(room, settings=Settings(bell=True)) as (app, _, room):
        assert isinstance(app.screen, Pick)
        assert "The podium ended without closing" in room.screen
        assert "Last recorded, 1 min 35 s ago: Nigeria began." in room.screen
        assert "The podium was last alive 1 min 5 s ago; 1st plenary meeting, in session." in (
            room.screen
        )
        assert "Nigeria was speaking: 0:30 spoken then, 1:35 by now" in room.screen
        assert room.digits == "1:25", "the clock above the question goes on"
        await room.pass_time(5)
        assert room.elapsed == 100 and room.conference.floor is not None
        await room.answer(key)
        assert isinstance(app.screen, Podium)
        assert room.conference.floor.phase is phase
        assert room.elapsed == pytest.approx(30 if key == "b" else 100)
        assert room.digits == ("2:30" if key == "b" else "1:20")
        assert app.bells == 0


async def test_a_stray_enter_decides_nothing_about_the_time_meanwhile(tmp_path: Path) -> None:
    room = await crashed(tmp_path)
    room.clock.advance(65)
    async with podium_on(room) as (app, _, room):
        was = room.conference.seq
        await room.answer("enter", "enter")
        assert isinstance(app.screen, Pick) and room.conference.seq == was
        room.clock.advance(1)
        await room.answer("down", "enter")
        assert isinstance(app.screen, Podium)
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.SPEAKING


async def test_an_act_that_was_taken_back_before_the_crash_is_told_as_taken_back(
    tmp_path: Path,
) -> None:
    room = chamber(tmp_path, scenes.speaking)
    async with podium_on(room) as (_, _, room):
        await room.pass_time(20)
        await room.press("u")
    room.clock.advance(40)
    async with podium_on(room) as (_, _, room):
        assert "Last recorded, 40 s ago: this was taken back: Nigeria began." in room.screen
        await room.answer("k")
        await room.press("r")
    room.clock.advance(30)
    async with podium_on(room) as (_, _, room):
        assert "Last recorded, 30 s ago: this was done again: Nigeria began." in room.screen
        assert "Nigeria was speaking" in room.screen


@pytest.mark.parametrize(("key", "elapsed"), [("k", 95), ("b", 10)])
async def test_without_a_heartbeat_the_last_recorded_act_counts(
    tmp_path: Path, key: str, elapsed: int
) -> None:
    room = await crashed(tmp_path)
    Heartbeat(room.path).clear()
    room.clock.advance(65)
    async with podium_on(room) as (_, _, room):
        assert "The podium was last alive 1 min 25 s ago" in room.screen
        await room.answer(key)
        assert room.elapsed == pytest.approx(elapsed)


@pytest.mark.parametrize(("key", "elapsed"), [("k", 90), ("b", 30)])
async def test_after_a_restart_of_the_computer_the_calendar_counts(
    tmp_path: Path, key: str, elapsed: int
) -> None:
    room = await crashed(tmp_path)
    room.clock.reboot(60)
    async with podium_on(room) as (_, _, room):
        assert "The podium was last alive 1 min 0 s ago" in room.screen
        assert "makes no sense" not in room.screen
        await room.answer(key)
        assert room.elapsed == pytest.approx(elapsed)
        await room.press("space", "space")
        assert room.elapsed == pytest.approx(elapsed + 1)


@pytest.mark.parametrize("down", [5 * 3600, -3600], ids=["five hours", "an hour back"])
async def test_a_gap_that_makes_no_sense_is_put_to_the_officer(tmp_path: Path, down: int) -> None:
    room = await crashed(tmp_path)
    room.clock.reboot(down)
    async with podium_on(room) as (app, _, room):
        assert isinstance(app.screen, Pick)
        assert "The computer was restarted and its clock now says" in room.screen
        assert "that makes no sense, so please check." in room.screen
        assert "0:30 spoken then" in room.screen
        assert room.conference.floor is not None
        assert room.conference.floor.phase is Phase.SPEAKING, "nothing was decided for the officer"


@pytest.mark.parametrize(
    "down",
    [5 * 3600, -3600],
    ids=["five hours", "an hour back"],
)
async def test_back_is_where_it_was_however_long_the_gap(tmp_path: Path, down: int) -> None:
    room = await crashed(tmp_path)
    room.clock.reboot(down)
    async with podium_on(room) as (_, _, room):
        await room.answer("b")
        assert room.elapsed == pytest.approx(30)


async def test_a_choice_that_is_refused_is_told(tmp_path: Path) -> None:
    room = await crashed(tmp_path)
    room.clock.advance(65)
    async with podium_on(room) as (_, _, room):
        room.do("end-statement")
        await room.hear()
        await room.answer("p")
        assert "Refused: Nobody has the floor." in room.screen


async def test_a_statement_that_ran_over_meanwhile_does_not_ring(tmp_path: Path) -> None:
    room = await crashed(tmp_path)
    room.clock.advance(155)
    async with podium_on(room, settings=Settings(bell=True)) as (app, _, room):
        assert room.digits == "+0:05"
        await room.answer("k")
        await room.pass_time(5)
        assert app.bells == 0


async def test_nobody_speaking_there_is_nothing_to_choose(tmp_path: Path) -> None:
    room = chamber(tmp_path, scenes.floor_open)
    async with podium_on(room):
        pass
    room.clock.advance(30)
    async with podium_on(room) as (app, _, room):
        assert "Last recorded, 30 s ago: The floor is open on item 1(f)." in room.screen
        assert len(room.choices) == 1
        await room.answer("enter")
        assert isinstance(app.screen, Podium)
        await room.press("n")
        assert room.speaker == "NGA"


async def test_a_podium_that_was_closed_asks_nothing(tmp_path: Path) -> None:
    room = chamber(tmp_path, scenes.speaking)
    async with podium_on(room) as (_, _, room):
        await room.press("q")
        await room.answer("y")
    room.clock.advance(60)
    async with podium_on(room) as (app, _, room):
        assert isinstance(app.screen, Podium)
        assert room.elapsed == 71, "a running clock goes on while the podium is closed"


async def test_undo_reaches_back_over_a_crash(tmp_path: Path) -> None:
    room = await crashed(tmp_path)
    async with podium_on(room) as (_, _, room):
        await room.answer("k")
        await room.press("u", "u", "u", "y")
        assert room.conference.floor is None
        assert room.said == "Undone: The floor is open on item 1(f)."
        await room.press("r", "y")
        assert room.said == "Done again: The floor is open on item 1(f)."


async def test_findings_about_the_database_are_read_first(tmp_path: Path) -> None:
    room = chamber(tmp_path, scenes.floor_open)
    finding = "Records 1 to 7 were recovered [b]as they are[/b]."
    async with podium_on(room, findings=(finding,)) as (app, _, room):
        assert "About the database" in room.screen and finding in room.screen
        await room.answer("enter")
        assert isinstance(app.screen, Podium)


async def test_who_has_read_what_was_found_has_not_said_yet_how_to_go_on(tmp_path: Path) -> None:
    room = await crashed(tmp_path)
    async with podium_on(room, findings=("Records 1 to 7 were recovered.",)) as (app, _, room):
        await room.answer("k")
        assert "The podium ended without closing" in room.screen
        assert not app._charge.taken
        await room.answer("k")
        assert app._charge.taken
