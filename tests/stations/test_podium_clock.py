"""The podium's clock on another machine: right to a tenth, whatever its own clock says."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.stations.podium_clock import PodiumClock
from plenary_tui.storage.head import Head
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.server.told_by_server import Beat, Look, Standing
from tests.chamber import FakeClock

NOON = datetime(2030, 9, 3, 12, tzinfo=UTC)
STANDING = Standing(Head(1, "x"), 1, "podium@a")


class World:
    """Three machines whose steady clocks began at different times; true time is `now`."""

    def __init__(self, there: float, here: float, chance: random.Random) -> None:
        self.there, self.here, self.chance = there, here, chance
        self.now = 0.0
        self.server_ahead = 1e9
        self.podium_boot = "podium-1"
        self.beat: Beat | None = None

    def way(self, mean: float) -> float:
        return mean + self.chance.expovariate(1 / mean)

    def podium(self) -> Instant:
        return Instant(NOON + timedelta(seconds=self.now), 5000.0 + self.now, self.podium_boot)

    def reading(self) -> float:
        """This machine's steady clock, which drifts."""
        return 70000.0 + self.now * (1 + 50e-6)

    def second(self, clock: PodiumClock) -> None:
        """The podium gives a sign of life, and this machine asks."""
        at = self.podium()
        came = self.now + self.way(self.there)
        self.beat = Beat(at, self.server_ahead + came)
        self.now = came + self.chance.random()
        before = self.reading()
        self.now += self.way(self.here)
        server = self.server_ahead + self.now
        self.now += self.way(self.here)
        clock.hear(before, self.reading(), Look(STANDING, server, self.beat))


def error_of(clock: PodiumClock, world: World) -> float:
    scale = clock.scale("this boot")
    assert scale is not None
    found, true = scale.at(world.reading()), world.podium()
    assert found.boot == true.boot
    apart = abs((found.utc - true.utc).total_seconds())
    return max(abs(found.steady - true.steady), apart)


@pytest.mark.parametrize(
    ("there", "here", "most"), [(0.0002, 0.0002, 0.01), (0.004, 0.002, 0.02), (0.02, 0.02, 0.06)]
)
def test_it_is_right_to_a_tenth_of_a_second(there: float, here: float, most: float) -> None:
    world, clock = World(there, here, random.Random(7)), PodiumClock()
    for _ in range(900):
        world.second(clock)
        assert error_of(clock, world) < 0.1
    assert error_of(clock, world) < most


def test_it_goes_on_by_itself_while_nothing_is_heard() -> None:
    world, clock = World(0.001, 0.001, random.Random(1)), PodiumClock()
    for _ in range(20):
        world.second(clock)
    world.now += 120.0
    assert error_of(clock, world) < 0.02


def test_it_finds_its_way_when_the_servers_clock_is_set_or_the_podium_is_another() -> None:
    world, clock = World(0.001, 0.001, random.Random(2)), PodiumClock()
    for _ in range(20):
        world.second(clock)
    for change in (-40.0, 3600.0):
        world.server_ahead += change
        for _ in range(3):
            world.second(clock)
        assert error_of(clock, world) < 0.02
    world.podium_boot = "podium-2"
    world.second(clock)
    assert error_of(clock, world) < 0.02


def test_before_anything_is_heard_nothing_is_known() -> None:
    assert PodiumClock().scale("this boot") is None


def test_whoever_reads_the_conference_here_goes_by_the_podiums_clock(tmp_path: Path) -> None:
    own = FakeClock(NOON - timedelta(seconds=37))  # a wall clock that is wrong
    world, clock = World(0.001, 0.001, random.Random(3)), PodiumClock()
    for _ in range(5):
        world.second(clock)
    scale = clock.scale(own.boot)
    assert scale is not None
    Heartbeat(tmp_path / "copy.db", lambda: scale).beat(scale.instant)
    last = world.podium()
    read = FollowedClock(Heartbeat(tmp_path / "copy.db"), lambda: last, own, reading=world.reading)
    world.now += 12.0
    assert abs(read.now().since(last).total_seconds() - 12.0) < 0.1
    assert abs((read.now().utc - world.podium().utc).total_seconds()) < 0.1
    beat = read.last_beat()
    assert beat is not None and 11.5 < read.now().since(beat).total_seconds() < 14.0
    assert read.speed == 1.0
