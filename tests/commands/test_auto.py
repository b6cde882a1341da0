"""`plenary rehearse --auto`: what it takes, and what it gives the podium."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.apps.simulated import SimulatedRoom
from plenary_tui.clock import REHEARSAL, RehearsalClock
from plenary_tui.commands.auto import Auto, read_auto
from plenary_tui.commands.failures import Misused
from plenary_tui.commands.parser import ROOMS
from plenary_tui.desk.writing import Desk
from plenary_tui.rehearsal.room.habits import KINDS, USUAL
from plenary_tui.storage.open_journal import open_journal
from tests.commands.conftest import Plenary
from tests.commands.test_podium import Screen
from tests.commands.test_podium import screen as screen

REHEARSED = "rehearse --auto 60 --seed 7 --room brisk"


def room_of(screen: Screen) -> SimulatedRoom:
    """The room of the podium that was opened last."""
    room = screen.apps[-1]._room
    assert isinstance(room, SimulatedRoom)
    return room


def last_record(path: Path) -> str:
    """By which clock the last record of a journal was made."""
    opened = open_journal(path)
    opened.journal.close()
    return opened.records[-1].event.at.boot


def test_kinds_named_in_help_are_those_that_there_are() -> None:
    assert tuple(KINDS) == ROOMS
    assert ROOMS[0] == USUAL.name


class TestOptions:
    """What is typed."""

    @pytest.mark.parametrize("speed", ["1", "1.5", "60", "600", " 2 "])
    def test_a_speed(self, speed: str) -> None:
        auto = read_auto(speed, None, None)
        assert auto is not None and auto.speed == float(speed)

    @pytest.mark.parametrize(
        "speed", ["0", "-1", "0.5", "601", "fast", "", "nan", "inf", "1e9", "6\u06600x"]
    )
    def test_no_speed(self, plenary: Plenary, speed: str) -> None:
        answer = plenary("rehearse", f"--auto={speed}")
        assert answer.status == 2
        assert "--auto takes a speed from 1" in answer.err

    @pytest.mark.parametrize("seed", ["-1", "1.5", "x", "", "9" * 25, "\u0663"])
    def test_no_seed(self, plenary: Plenary, seed: str) -> None:
        answer = plenary("rehearse", "--auto", "60", f"--seed={seed}")
        assert answer.status == 2
        assert "--seed takes a whole number" in answer.err

    def test_no_kind_of_room(self, plenary: Plenary) -> None:
        answer = plenary("rehearse", "--auto", "60", "--room", "noisy")
        assert answer.status == 2
        assert "--room is one of typical, brisk" in answer.err

    @pytest.mark.parametrize("option", ["--seed", "--room"])
    def test_what_is_for_a_room_needs_one(self, plenary: Plenary, option: str) -> None:
        answer = plenary("rehearse", option, "1")
        assert answer.status == 2
        assert f"{option} is for a simulated room: give --auto SPEED as well." in answer.err

    def test_no_meeting(self, plenary: Plenary) -> None:
        answer = plenary("rehearse", "--meeting", "two")
        assert answer.status == 2
        assert "--meeting: “two” is not a whole number" in answer.err

    def test_it_is_for_rehearsals_only(self, plenary: Plenary) -> None:
        assert plenary("podium", "--auto", "60").status == 2

    def test_without_it_no_room_acts(self) -> None:
        assert read_auto(None, None, None) is None
        with pytest.raises(Misused):
            read_auto(None, "1", None)


class TestPodium:
    """What the podium is given."""

    def test_a_room_and_a_time_of_its_own(self, plenary: Plenary, screen: Screen) -> None:
        assert plenary(*REHEARSED.split()).status == 0
        room = room_of(screen)
        assert room.speed == 60
        assert (room._room.habits.name, room._room.seed) == ("brisk", 7)
        assert isinstance(screen.app.clock, RehearsalClock)

    def test_without_a_seed_a_rehearsal_that_is_resumed_has_the_same_room(
        self, plenary: Plenary, screen: Screen
    ) -> None:
        seeds = []
        for _ in range(2):
            assert plenary("rehearse", "--auto", "5").status == 0
            seeds.append(room_of(screen)._room.seed)
        assert seeds[0] == seeds[1]

    def test_a_rehearsal_without_a_room_has_the_computers_time(
        self, plenary: Plenary, screen: Screen
    ) -> None:
        assert plenary("rehearse").status == 0
        assert not isinstance(screen.app.clock, RehearsalClock)

    def test_its_time_is_kept_where_it_is_opened_without_a_room(
        self, plenary: Plenary, screen: Screen, home: Path
    ) -> None:
        assert plenary(*REHEARSED.split()).status == 0
        (database,) = home.rglob("rehearsal.db")
        clock = screen.app.clock
        clock.leap(timedelta(hours=3))
        opened = open_journal(database)
        try:
            Desk(opened.journal, clock, "podium", opened.records).open_podium()
            Desk(opened.journal, clock, "podium").close_podium()
        finally:
            opened.journal.close()
        ended = clock.now()
        assert last_record(database) == REHEARSAL
        assert plenary("rehearse").status == 0
        later = screen.apps[-1].clock
        assert isinstance(later, RehearsalClock) and later.speed == 1
        assert abs(later.now().since(ended)) < timedelta(minutes=1)

    def test_acts_from_the_command_line_go_by_that_time_too(
        self, plenary: Plenary, screen: Screen, home: Path
    ) -> None:
        assert plenary(*REHEARSED.split()).status == 0
        (database,) = home.rglob("rehearsal.db")
        opened = open_journal(database)
        try:
            Desk(opened.journal, screen.app.clock, "podium", opened.records).open_podium()
        finally:
            opened.journal.close()
        assert plenary("do", "--rehearsal", "note", "--text", "by hand").status == 0
        assert last_record(database) == REHEARSAL
        assert plenary("status", "--rehearsal").status == 0


def test_a_room_leaves_alone_what_was_stopped_for_long_enough_to_be_seen() -> None:
    slow, fast = Auto(1.0), Auto(600.0)
    assert slow.hands_off.total_seconds() == 120
    assert fast.hands_off.total_seconds() / 600 == 20
