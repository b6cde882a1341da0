"""Which clock a podium goes by that is linked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from plenary_tui.clock import SystemClock, TimeScale, awake
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.rehearsal.own_time import ChargeClock, FollowedClock
from plenary_tui.storage.heartbeat import Heartbeat


def test_a_podium_goes_by_its_own_clock_in_charge_and_else_by_that_of_who_is(
    tmp_path: Path,
) -> None:
    system, database = SystemClock(), tmp_path / "conference.db"
    there = replace(system.now().before(timedelta(seconds=37)), boot="another machine's")
    scale = TimeScale(there, awake(), system.boot, 1.0)
    clock = ChargeClock(
        system, FollowedClock(Heartbeat(database), lambda: None, system), follows=True
    )
    assert clock.now().boot == system.boot, "nothing is known of the other yet"
    Heartbeat(database, lambda: scale).beat(there)
    assert clock.now().boot == "another machine's"
    assert abs(clock.now().since(scale.at(awake())).total_seconds()) < 0.1
    assert clock.speed == 1.0 and clock.real() > 0
    clock.follows = False
    assert clock.now().boot == system.boot and clock.speed == 1.0
