"""A simulated room at work on a podium: it acts as by key, in a time of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.apps.simulated import SimulatedRoom
from plenary_tui.clock import REHEARSAL, RehearsalClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.rehearsal.own_time import FollowedClock, clock_of_rehearsal
from plenary_tui.rehearsal.room.habits import KINDS
from plenary_tui.rehearsal.room.room import Room
from plenary_tui.storage.errors import disk_full
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.views.public.on_air import gone_since
from tests.chamber import PROGRAMME, vienna
from tests.ui import scenes
from tests.ui.podium import Chamber, chamber, podium_on
from tests.ui.scenes import Prepare


def room_on(desk: Desk, clock: RehearsalClock) -> SimulatedRoom:
    """A punctual room at sixty times the pace of time."""
    return SimulatedRoom(Room(KINDS["punctual"], 1), desk, clock, 60.0)


def own_time(room: Chamber) -> RehearsalClock:
    """The time of the rehearsal, as a podium that opens now takes it up."""
    opened = open_journal(room.path)
    opened.journal.close()
    last = opened.records[-1].event.at
    beat = Heartbeat(room.path).read()
    return clock_of_rehearsal(last, beat, room.clock, reading=lambda: room.clock.steady)


@asynccontextmanager
async def rehearsal(
    folder: Path, prepare: Prepare = scenes.floor_open, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Chamber, RehearsalClock]]:
    """A podium on which the room acts."""
    room = chamber(folder, prepare, rehearsal=True)
    clock = own_time(room)
    async with podium_on(room, size, clock=clock, simulated=room_on):
        yield room, clock


async def passes(room: Chamber, seconds: float, step: float = 0.1) -> None:
    """Let the officer's time pass, in steps at which the podium looks at the clock."""
    for _ in range(round(seconds / step)):
        room.clock.advance(step)
        room.podium.tick()
    await room.settle()


def done_by(room: Chamber, station: str) -> list[str]:
    """What that station did, by the kinds of its records."""
    opened = open_journal(room.path)
    opened.journal.close()
    return [one.event.kind for one in opened.records if one.station == station]


async def test_it_acts_in_time_that_goes_so_many_times_as_fast(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, clock):
        began = clock.now()
        await passes(room, 10)
        passed = clock.now().since(began)  # less what it waited for ticks on which to act
        assert timedelta(seconds=540) < passed <= timedelta(seconds=600)
        done = done_by(room, "simulated room")
        assert done[:3] == ["floor given", "clock started", "statement ended"]
        heard = [one for one in room.conference.statements if one.entry]
        assert len(heard) >= 2
        assert all(150 < one.elapsed.total_seconds() < 220 for one in heard)


async def test_however_late_it_comes_to_act_what_it_does_is_in_time(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        await passes(room, 60, step=1.5)  # ninety seconds of the rehearsal each
        heard = [one for one in room.conference.statements if one.entry]
        assert len(heard) >= 4
        assert all(one.changeover < timedelta(seconds=30) for one in heard)
        assert all(one.elapsed < timedelta(seconds=220) for one in heard)


async def test_the_screen_says_all_the_time_that_it_acts(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        assert "REHEARSAL SIMULATED ROOM \u00d760 (Z stops it)" in room.screen
        assert "punctual, seed 1. Z stops it" in room.said
        await passes(room, 6)
        assert room.said.startswith("Simulated room: ")


async def test_on_eighty_columns_nothing_of_the_status_is_lost_for_it(tmp_path: Path) -> None:
    async with rehearsal(tmp_path, size=(80, 24)) as (room, _):
        first = room.lines_text.splitlines()[0]
        assert "REHEARSAL  ROOM \u00d760 (Z)  ● ON AIR  PLENARY" in first
        assert "IN SESSION  saved" in first


async def test_stopped_it_does_nothing_and_time_goes_as_it_does(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, clock):
        await passes(room, 2)
        await room.press("Z")
        assert "SIMULATED ROOM STOPPED (Z: go on)" in room.screen
        before, done = clock.now(), len(done_by(room, "simulated room"))
        await passes(room, 5)
        assert abs(clock.now().since(before).total_seconds() - 5) < 0.01
        assert len(done_by(room, "simulated room")) == done
        await room.press("Z")
        await passes(room, 10)
        assert len(done_by(room, "simulated room")) > done


async def test_the_officers_keys_work_and_are_the_officers(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        while room.conference.floor is None or room.conference.floor.phase is not Phase.SPEAKING:
            await passes(room, 0.1)
        await room.answer("e")
        assert "statement ended" in done_by(room, "podium")
        assert room.said.endswith("ended.")
        await passes(room, 5)
        assert len(room.conference.statements) >= 2


async def test_what_was_said_to_the_officer_is_not_talked_over(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        await passes(room, 6)
        await room.answer("B")
        assert "bell" in room.said
        await passes(room, 3)
        assert "bell" in room.said
        await passes(room, 5)
        assert room.said.startswith("Simulated room: ")


async def test_after_an_undo_it_lets_the_officer_be(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, clock):
        await passes(room, 3)
        await room.answer("u", "y")
        done, before = len(done_by(room, "simulated room")), clock.now()
        await passes(room, 9)
        assert len(done_by(room, "simulated room")) == done
        assert clock.now().since(before) < timedelta(seconds=10), "time does not run away"
        await passes(room, 10)
        assert len(done_by(room, "simulated room")) > done


async def test_no_gap_is_taken_for_a_sleep_of_the_computer(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        await passes(room, 8, step=2.0)
        await room.press("Z")
        await room.press("Z")
        assert "The computer slept" not in room.screen


async def test_it_comes_back_as_soon_as_it_wants_to_act(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        await passes(room, 0.2)
        turn = room.podium._room.until_turn()
        assert turn is not None
        before = len(done_by(room, "simulated room"))
        room.clock.advance(turn + 0.001)
        room.podium.tick()
        assert len(done_by(room, "simulated room")) == before + 1


async def test_a_disk_that_fails_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with rehearsal(tmp_path) as (room, _):

        def fail(*_: object) -> None:
            raise disk_full()

        with monkeypatch.context() as broken:
            broken.setattr(room.podium.others.journal, "append", fail)
            await passes(room, 5)
            assert "NOT SAVED" in room.status
            assert "STOPPED" in room.status
        await room.press("Z")
        await passes(room, 5)
        assert "NOT SAVED" not in room.status


async def test_an_act_that_is_refused_is_told_and_not_tried_again_and_again(
    tmp_path: Path,
) -> None:
    async with rehearsal(tmp_path) as (room, _):
        simulated = room.podium._room
        assert isinstance(simulated, SimulatedRoom)
        await room.press("Z")
        room.do("move-motion", motion="close the debate", delegation="NGA")
        await room.hear()
        await room.press("Z")
        await passes(room, 10)
        assert simulated._room.refused < 20


async def test_between_two_meetings_time_leaps_to_shortly_before_the_next(tmp_path: Path) -> None:
    async with rehearsal(tmp_path, scenes.meeting_open) as (room, clock):
        await room.press("Z")
        room.do("adjourn-meeting")
        await room.hear()
        await room.press("Z")
        await passes(room, 12)
        assert clock.now().utc > vienna(14, 14, 50)
        assert "The computer slept" not in room.screen
        await passes(room, 10)
        assert "meeting opened" in done_by(room, "simulated room")


async def test_once_the_agenda_is_done_it_leaves(tmp_path: Path) -> None:
    room = chamber(tmp_path, scenes.meeting_open, rehearsal=True, programme=PROGRAMME[:1])
    clock = own_time(room)
    async with podium_on(room, (120, 36), clock=clock, simulated=room_on):
        await room.press("Z")
        room.do("adjourn-meeting")
        await room.hear()
        await room.press("Z")
        await passes(room, 1)
        assert "The agenda is done" in room.said
        assert clock.speed == 1


async def test_after_a_crash_it_goes_on_where_it_was(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, clock):
        while room.conference.floor is None or room.conference.floor.phase is not Phase.SPEAKING:
            await passes(room, 0.1)
        await passes(room, 0.5)
        ended_at, speaker = clock.now(), room.speaker
    room.clock.advance(3600)
    clock = own_time(room)
    assert abs(clock.now().since(ended_at)) <= timedelta(seconds=6)
    async with podium_on(room, (120, 36), clock=clock, simulated=room_on):
        assert "The podium ended without closing" in room.screen
        assert "was last alive 0 s ago" in room.screen
        before = clock.now()
        room.clock.advance(1)
        assert clock.now().since(before) == timedelta(seconds=1), "nothing runs before the answer"
        await room.answer("k")
        assert room.speaker == speaker
        await passes(room, 10)
        assert len(room.conference.statements) >= 1


async def test_closed_and_opened_without_a_room_time_goes_on_from_there(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, clock):
        await passes(room, 10)
        room.podium.close_podium()
        last = clock.now()
    room.clock.advance(10_000)
    clock = own_time(room)
    assert abs(clock.now().since(last)) < timedelta(seconds=1)
    async with podium_on(room, (120, 36), clock=clock):
        assert "The podium ended" not in room.screen
        assert "REHEARSAL ●" in room.screen


class TestFollowers:
    """Whoever only reads goes by the podium's time."""

    def followed(self, room: Chamber) -> FollowedClock:
        opened = open_journal(room.path)
        opened.journal.close()
        return FollowedClock(
            Heartbeat(room.path),
            lambda: opened.records[-1].event.at,
            room.clock,
            reading=lambda: room.clock.steady,
        )

    async def test_while_it_acts(self, tmp_path: Path) -> None:
        async with rehearsal(tmp_path) as (room, clock):
            await passes(room, 2)
            follower = self.followed(room)
            assert abs(follower.now().since(clock.now())) < timedelta(seconds=0.01)
            room.clock.advance(0.3)
            assert abs(follower.now().since(clock.now())) < timedelta(seconds=0.01)
            assert follower.speed == 60
            alive = follower.last_beat()
            assert alive is not None
            assert 0.29 < follower.now().since(alive).total_seconds() < 0.31
            assert gone_since(opened=True, beat=alive, now=follower.now()) is None

    async def test_while_it_is_stopped(self, tmp_path: Path) -> None:
        async with rehearsal(tmp_path) as (room, clock):
            await room.press("Z")
            assert self.followed(room).speed == 1
            assert abs(self.followed(room).now().since(clock.now())) < timedelta(seconds=0.01)

    async def test_once_the_podium_is_gone(self, tmp_path: Path) -> None:
        async with rehearsal(tmp_path) as (room, clock):
            await passes(room, 2)
            ended_at = clock.now()
        room.clock.advance(45)
        follower = self.followed(room)
        assert timedelta(0) <= follower.now().since(ended_at) < timedelta(seconds=60)
        assert follower.speed == 0
        alive = follower.last_beat()
        assert alive is not None
        assert 44 < follower.now().since(alive).total_seconds() < 46
        assert gone_since(opened=True, beat=alive, now=follower.now()) is not None
        beaten_at = follower.beaten_at()
        assert beaten_at is not None and beaten_at.since(ended_at) <= timedelta(0)
        room.clock.advance(5)
        assert follower.beaten_at() == beaten_at

    async def test_once_it_is_closed(self, tmp_path: Path) -> None:
        async with rehearsal(tmp_path) as (room, clock):
            await passes(room, 2)
            room.podium.close_podium()
            last = clock.now()
        room.clock.advance(1000)
        assert abs(self.followed(room).now().since(last)) < timedelta(seconds=0.01)
        assert self.followed(room).speed == 0

    async def test_a_conference_in_earnest_goes_by_the_computers_clock(
        self, tmp_path: Path
    ) -> None:
        room = chamber(tmp_path, scenes.floor_open)
        assert self.followed(room).now() == room.clock.now()
        assert self.followed(room).speed == 1


def test_the_time_of_a_rehearsal_never_begins_before_its_last_record(tmp_path: Path) -> None:
    room = chamber(tmp_path, scenes.floor_open, rehearsal=True)
    last = room.clock.now()
    room.clock.step_wall(-3600)
    clock = clock_of_rehearsal(last, None, room.clock)
    assert clock.now().utc >= last.utc
    assert clock.now().boot == REHEARSAL


async def test_a_key_held_down_acts_once_however_fast_time_goes(tmp_path: Path) -> None:
    async with rehearsal(tmp_path) as (room, _):
        for _ in range(4):
            room.clock.advance(0.1)
            await room.answer("B")
        assert len(room.kept) == 1
        room.clock.advance(0.8)
        await room.answer("B")
        assert len(room.kept) == 2


async def test_the_room_waits_while_a_key_is_being_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key is done once all is quiet, which a quick room on a slow machine never is."""
    async with rehearsal(tmp_path) as (room, _):
        before = room.conference.seq
        with monkeypatch.context() as typed:
            typed.setattr(room.podium, "is_typing", lambda: True)
            await passes(room, 5)
            assert room.conference.seq == before
        await passes(room, 5)
        assert room.conference.seq > before
        assert not room.podium.keyboard.is_busy()
