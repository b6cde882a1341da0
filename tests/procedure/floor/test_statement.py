"""Statements: the clock of whoever speaks, overrun, more time, corrections (rows 10 and 31)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.state.vocabulary import Language, Phase, Timing
from tests.chamber import Chamber, FakeClock


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); one of each tier waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


def test_row_10_the_statement_begins_when_the_speaker_starts(chamber: Chamber) -> None:
    chamber.do("give-floor")
    chamber.clock.advance(20)
    assert (chamber.elapsed, chamber.conference.floor.phase) == (0, Phase.CALLED)  # type: ignore[union-attr]
    assert "has not begun" in chamber.refused("pause-clock").why
    assert "has not begun" in chamber.refused("give-floor").why, "a held key calls one only"
    assert "has not begun" in chamber.refused("end-statement").why
    chamber.do("start-clock")
    chamber.clock.advance(30)
    assert chamber.elapsed == 30
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].changeover == timedelta(seconds=20)


def test_row_10_the_overrun_counts_up_and_nothing_is_cut_off(chamber: Chamber) -> None:
    chamber.speak(149.9)
    seen = [chamber.reading.timing]
    for seconds in (0.1, 29.9, 0.1, 29.9, 0.1, 3600):
        chamber.clock.advance(seconds)
        seen.append(chamber.reading.timing)
    assert seen == [
        Timing.ON_TIME,
        Timing.WRAP_UP,
        Timing.WRAP_UP,
        Timing.OVER,
        Timing.OVER,
        Timing.CALL_TO_ORDER,
        Timing.CALL_TO_ORDER,
    ]
    assert chamber.speaker == "NER"
    assert chamber.reading.overrun == timedelta(seconds=3630)
    assert chamber.reading.remaining == -chamber.reading.overrun
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].elapsed == timedelta(seconds=3810)


def test_row_10_more_time_is_given_and_recorded(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("extend-time").why
    chamber.speak(190)
    before = chamber.conference
    (extended,) = chamber.do("extend-time", reason="Interpretation failed")
    assert extended.sentence(before) == "Niger was given 30 s more (Interpretation failed)."
    assert chamber.reading.remaining == timedelta(seconds=20)
    for seconds in (0, -30, 3601):
        assert "1 to 3600" in chamber.refused("extend-time", seconds=seconds).why


# The clock in the officer's hand.


def test_the_clock_is_paused_and_goes_on(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.do("pause-clock")
    chamber.clock.advance(100)
    assert chamber.elapsed == 60
    assert "paused already" in chamber.refused("pause-clock").why
    assert "resume-clock" in chamber.refused("start-clock").instead
    chamber.do("resume-clock")
    assert "runs already" in chamber.refused("resume-clock").why
    assert "runs already" in chamber.refused("start-clock").why
    chamber.clock.advance(5)
    assert chamber.elapsed == 65


def test_a_pause_may_lie_in_the_past_but_not_before_the_start(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.do("pause-clock", seconds_ago=12.5)
    assert chamber.elapsed == 47.5
    chamber.do("resume-clock")
    chamber.clock.advance(10)
    chamber.do("pause-clock", seconds_ago=3600)
    assert chamber.elapsed == 47.5
    chamber.do("resume-clock")
    assert "in the future" in chamber.refused("pause-clock", seconds_ago=-1).why


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300, 1e12])
def test_a_pause_at_no_possible_moment_is_refused(chamber: Chamber, seconds: float) -> None:
    chamber.speak(60)
    chamber.refused("pause-clock", seconds_ago=seconds)


def test_the_time_spoken_is_corrected_never_below_zero(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("adjust-clock", seconds=5).why
    chamber.speak(60)
    chamber.do("adjust-clock", seconds=5)
    assert chamber.elapsed == 65
    chamber.do("adjust-clock", seconds=-100)
    assert chamber.elapsed == 0
    chamber.clock.advance(7)
    assert chamber.elapsed == 7, "what lay below zero is not held against the speaker"
    assert "would not change" in chamber.refused("adjust-clock", seconds=0).why
    for seconds in (float("nan"), float("inf"), 86401):
        assert "24 hours" in chamber.refused("adjust-clock", seconds=seconds).why


def test_a_stepped_wall_clock_moves_no_countdown(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.step_wall(-7200)
    assert chamber.elapsed == 60
    chamber.clock.step_wall(+9000)
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].elapsed == timedelta(seconds=60)


def test_a_sleeping_machine_does_not_stop_the_speaker(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.sleep(45)
    assert chamber.elapsed == 105


def test_a_statement_goes_on_across_a_reboot(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.reboot(40)
    assert chamber.elapsed == 100
    chamber.do("pause-clock", seconds_ago=30)
    assert chamber.elapsed == 70


def test_a_calendar_set_back_across_a_reboot_counts_nothing() -> None:
    chamber = Chamber(FakeClock())
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    chamber.clock.reboot(-3600)
    assert chamber.elapsed == 0
    chamber.do("pause-clock")
    chamber.do("resume-clock")
    chamber.clock.advance(9)
    assert chamber.elapsed == 9


def test_who_has_the_floor_is_corrected_while_speaking(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("edit", speaker="Minister").why
    chamber.speak(30)
    chamber.do("edit", speaker="Minister", language="fr")
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert (floor.entry.speaker, floor.entry.language) == ("Minister", Language.FRENCH)
    assert chamber.elapsed == 30
    chamber.do("edit", delegation="Nigeria")
    assert chamber.speaker == "NGA" and chamber.elapsed == 30


# Row 31: groups.


def test_row_31_a_group_is_named_and_has_no_longer_time(chamber: Chamber) -> None:
    chamber.inscribe("Guinea", on_behalf_of="the Group of 77 and China")
    chamber.do("move", entry="Guinea", to=1, reason="Groups first")
    chamber.speak(0)
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert floor.entry.on_behalf_of == "the Group of 77 and China"
    assert floor.limit == timedelta(minutes=3)
