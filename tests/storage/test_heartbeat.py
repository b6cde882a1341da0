"""When a crashed podium was last alive."""

from dataclasses import replace
from pathlib import Path

import pytest

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
