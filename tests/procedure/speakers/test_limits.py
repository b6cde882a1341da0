"""Time limits: three minutes, and what is decided otherwise (row 10)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.state.conference import Policies
from plenary_tui.procedure.state.vocabulary import Timing
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); one of each tier waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


def test_row_10_three_minutes_for_every_tier(chamber: Chamber) -> None:
    for seconds in (180, 240, 10):
        chamber.speak(seconds)
    chamber.do("end-statement")
    assert [one.limit for one in chamber.conference.statements] == [timedelta(minutes=3)] * 3
    assert [one.elapsed.total_seconds() for one in chamber.conference.statements] == [180, 240, 10]


def test_row_10_a_recorded_decision_changes_the_limit_of_statements_to_come(
    chamber: Chamber,
) -> None:
    chamber.speak(10)
    before = chamber.conference
    (limit,) = chamber.do("set-limit", seconds=120, tier="IGOs", decision="Agreed by the Bureau")
    assert limit.sentence(before) == "The time limit for IGOs is 2:00 (Agreed by the Bureau)."
    assert chamber.reading.limit == timedelta(seconds=180)
    chamber.speak(0)
    assert (chamber.speaker, chamber.reading.limit) == ("INTERPOL", timedelta(seconds=120))
    chamber.speak(0)
    assert (chamber.speaker, chamber.reading.limit) == ("WATCH", timedelta(seconds=180))


def test_row_10_the_most_specific_decision_holds_and_of_those_the_latest(chamber: Chamber) -> None:
    chamber.do("set-limit", seconds=60, item="1(f)", tier="NGOs")
    chamber.do("set-limit", seconds=90, item="1(f)")
    chamber.do("set-limit", seconds=100, tier="IGOs")
    chamber.do("set-limit", seconds=240)
    chamber.do("set-limit", seconds=30, item="2")
    chamber.do("set-limit", seconds=91, item="1(f)")
    limits = []
    for _ in range(3):
        chamber.speak(0)
        limits.append(chamber.reading.limit.total_seconds())  # type: ignore[union-attr]
    assert limits == [91, 91, 60]


@pytest.mark.parametrize("seconds", [0, -1, 3601])
def test_row_10_a_limit_out_of_reason_is_refused(chamber: Chamber, seconds: int) -> None:
    assert "from 1 to 3600 seconds" in chamber.refused("set-limit", seconds=seconds).why


def test_row_10_the_limit_of_the_conference_is_a_policy() -> None:
    chamber = Chamber(policies=Policies(limit=timedelta(seconds=300), wrap_up=timedelta(minutes=1)))
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(240)
    assert chamber.reading.timing is Timing.WRAP_UP
