"""The time of a rehearsal that has one of its own."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

import plenary_tui.clock
from plenary_tui.clock import REHEARSAL, RehearsalClock
from plenary_tui.procedure.state.timing import Instant
from tests.chamber import vienna


class Machine:
    """What drives the clock: a reading that a test moves on."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> RehearsalClock:
    return RehearsalClock(Instant(vienna(14, 10), 7.0, "real"), "this boot", reading=machine)


def test_it_begins_where_it_is_told_and_as_fast_as_time_goes(
    clock: RehearsalClock, machine: Machine
) -> None:
    machine.seconds += 5
    assert clock.now() == Instant(vienna(14, 10, 0, 5), 12.0, REHEARSAL)
    assert clock.speed == 1


@pytest.mark.parametrize("speed", [1.0, 1.5, 60.0, 600.0])
def test_both_its_clocks_go_so_many_times_as_fast(
    clock: RehearsalClock, machine: Machine, speed: float
) -> None:
    clock.go_at(speed)
    before = clock.now()
    machine.seconds += 10
    now = clock.now()
    assert now.since(before) == timedelta(seconds=10 * speed)
    assert now.utc - before.utc == timedelta(seconds=10 * speed)


def test_it_never_leaps_when_its_speed_changes(clock: RehearsalClock, machine: Machine) -> None:
    clock.go_at(60.0)
    machine.seconds += 3
    before = clock.now()
    clock.go_at(1.0)
    assert clock.now() == before


def test_it_leaps_when_it_is_told(clock: RehearsalClock) -> None:
    before = clock.now()
    clock.leap(timedelta(hours=2))
    assert clock.now().since(before) == timedelta(hours=2)


def test_who_reads_its_scale_knows_the_time(clock: RehearsalClock, machine: Machine) -> None:
    clock.go_at(60.0)
    machine.seconds += 3
    scale = clock.scale()
    machine.seconds += 4
    assert scale.at(machine()) == clock.now()


def test_it_waits_where_it_is_told_and_goes_on_from_there(
    clock: RehearsalClock, machine: Machine
) -> None:
    clock.go_at(60.0)
    moment = clock.now().before(timedelta(seconds=-90))
    clock.wait_at(moment)
    machine.seconds += 1
    assert moment.since(clock.now()) == timedelta(seconds=30)
    machine.seconds += 5
    assert clock.now() == moment
    assert clock.scale().at(machine() + 9) == moment
    clock.wait_at(None)
    machine.seconds += 1
    assert clock.now().since(moment) == timedelta(seconds=60)


def test_nothing_else_in_the_package_reads_the_time() -> None:
    package = Path(plenary_tui.clock.__file__).parent
    reads = re.compile(r"datetime\.now|date\.today|\btime\.(?:time|monotonic|perf_counter)\b")
    found = [
        file.relative_to(package).as_posix()
        for file in sorted(package.rglob("*.py"))
        if reads.search(file.read_text(encoding="utf-8"))
    ]
    assert found == ["clock.py"]
