"""When a crashed podium was last alive."""

from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.clock import REHEARSAL, RehearsalClock, TimeScale
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.heartbeat import Heartbeat

from .chamber import instant


@pytest.fixture
def heartbeat(database: Path) -> Heartbeat:
    return Heartbeat(database)


def test_last_beat_is_read_back(heartbeat: Heartbeat) -> None:
    for second in range(3):
        heartbeat.beat(instant(second))
        assert heartbeat.read() == instant(second)
    assert heartbeat.path.stat().st_size == 160


def test_boot_that_is_unknown_or_has_spaces(heartbeat: Heartbeat) -> None:
    for boot in ("", "a b"):
        heartbeat.beat(replace(instant(1), boot=boot))
        assert heartbeat.read() == replace(instant(1), boot=boot)


def test_no_beat_after_an_end_in_order(heartbeat: Heartbeat) -> None:
    heartbeat.beat(instant(1))
    heartbeat.clear()
    heartbeat.clear()
    assert heartbeat.read() is None


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 160, b"x" * 159 + b"\n", b"2030-01-01 1.0 b".ljust(159) + b"\n", b"\xff"]
)
def test_rubbish_is_no_beat(heartbeat: Heartbeat, data: bytes) -> None:
    heartbeat.path.write_bytes(data)
    assert heartbeat.read() is None


def test_beat_that_cannot_be_written_stops_nobody(database: Path) -> None:
    Heartbeat(database.parent / "nowhere" / "c.db").beat(instant(1))
    heartbeat = Heartbeat(database)
    heartbeat.beat(replace(instant(1), boot="long" * 99))
    assert heartbeat.read() is None


def test_a_rehearsals_own_time_stands_beside_its_beat(database: Path) -> None:
    moments = iter((5.0, 5.0, 8.0))
    clock = RehearsalClock(instant(1), "this boot", reading=lambda: next(moments))
    clock.go_at(60.0)
    heartbeat = Heartbeat(database, clock.scale)
    heartbeat.beat(instant(99))
    later = replace(instant(1).before(timedelta(seconds=-3 * 60)), boot=REHEARSAL)
    assert heartbeat.read_scale() == TimeScale(later, 8.0, "this boot", 60.0)
    assert heartbeat.read() == later


def test_no_time_of_its_own_is_left_of_a_rehearsal_before(database: Path) -> None:
    clock = RehearsalClock(instant(1), "this boot", reading=lambda: 5.0)
    Heartbeat(database, clock.scale).beat(instant(1))
    plain = Heartbeat(database)
    plain.beat(instant(2))
    assert plain.read() == instant(2)
    assert plain.read_scale() is None


@pytest.mark.parametrize("data", [b"\0" * 320, b"x" * 319 + b"\n", b" ".ljust(319) + b"\n"])
def test_rubbish_is_no_time(database: Path, data: bytes) -> None:
    heartbeat = Heartbeat(database)
    heartbeat.path.write_bytes(data)
    assert heartbeat.read_scale() is None
