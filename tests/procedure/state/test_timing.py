"""The arithmetic of a countdown, and times of day in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plenary_tui.procedure.state.timing import (
    UNSTARTED,
    ZERO,
    Instant,
    Span,
    StatementClock,
    in_journal,
    read_clock,
)
from plenary_tui.procedure.state.vocabulary import Phase, Timing
from tests.chamber import FakeClock

START = datetime(2024, 10, 14, 8, tzinfo=UTC)


def at(seconds: float, *, boot: str = "a", wall: float | None = None) -> Instant:
    """The instant some seconds after the start; `wall` where the calendar says otherwise."""
    return Instant(START + timedelta(seconds=seconds if wall is None else wall), seconds, boot)


def timing(elapsed: float, *, call_to_order: float = 30) -> Timing:
    """What the clock says of a three-minute statement after some seconds."""
    clock = UNSTARTED.start(at(0))
    return read_clock(
        clock,
        timedelta(seconds=180),
        at(elapsed),
        wrap_up=timedelta(seconds=30),
        call_to_order=timedelta(seconds=call_to_order),
    ).timing


@pytest.mark.parametrize(
    ("elapsed", "expected"),
    [
        (0, Timing.ON_TIME),
        (149.999, Timing.ON_TIME),
        (150, Timing.WRAP_UP),
        (179.999, Timing.WRAP_UP),
        (180, Timing.OVER),
        (209.999, Timing.OVER),
        (210, Timing.CALL_TO_ORDER),
        (86400, Timing.CALL_TO_ORDER),
    ],
)
def test_thresholds_at_their_exact_edges(elapsed: float, expected: Timing) -> None:
    assert timing(elapsed) is expected


def test_with_no_grace_a_call_to_order_comes_with_the_first_overrun() -> None:
    assert timing(180, call_to_order=0) is Timing.OVER
    assert timing(180.001, call_to_order=0) is Timing.CALL_TO_ORDER


def test_remaining_and_overrun() -> None:
    clock = UNSTARTED.start(at(0))
    policies = {"wrap_up": timedelta(30), "call_to_order": timedelta(30)}
    for seconds, remaining, overrun in ((170, 10, 0), (180, 0, 0), (200, -20, 20)):
        reading = read_clock(clock, timedelta(seconds=180), at(seconds), **policies)
        assert reading.remaining == timedelta(seconds=remaining)
        assert reading.overrun == timedelta(seconds=overrun)
    reading = read_clock(clock, None, at(9999), **policies)
    assert (reading.remaining, reading.overrun, reading.timing) == (None, ZERO, Timing.ON_TIME)
    assert reading.elapsed == timedelta(seconds=9999)


def test_a_clock_goes_from_called_to_speaking_to_paused() -> None:
    clock = UNSTARTED
    assert (clock.phase, clock.started, clock.elapsed(at(9))) == (Phase.CALLED, None, ZERO)
    assert clock.pause(at(1)) is clock
    clock = clock.start(at(10))
    assert (clock.phase, clock.started) == (Phase.SPEAKING, at(10))
    clock = clock.pause(at(15))
    assert clock.phase is Phase.PAUSED and clock.pause(at(20)) is clock
    assert clock.elapsed(at(1000)) == timedelta(seconds=5)
    clock = clock.start(at(100))
    assert (clock.phase, clock.started) == (Phase.SPEAKING, at(10))
    assert clock.elapsed(at(103)) == timedelta(seconds=8)


def test_durations_are_steady_within_a_boot() -> None:
    clock = UNSTARTED.start(at(0, wall=0))
    assert clock.elapsed(at(60, wall=-7200)) == timedelta(seconds=60)
    assert clock.elapsed(at(60, wall=+7200)) == timedelta(seconds=60)


def test_durations_are_the_calendars_across_boots() -> None:
    clock = UNSTARTED.start(at(0, wall=0))
    assert clock.elapsed(at(5, boot="b", wall=90)) == timedelta(seconds=90)
    assert at(5, boot="", wall=90).since(at(0, boot="")) == timedelta(seconds=90), "unknown boots"


def test_a_negative_gap_counts_nothing_and_spoils_no_other_stretch() -> None:
    clock = StatementClock((Span(at(0), at(50)), Span(at(60), at(5, boot="b", wall=-3600))))
    assert clock.elapsed(at(0)) == timedelta(seconds=50)
    assert Span(at(60)).length(at(50)) == ZERO


def test_a_correction_never_makes_time_negative() -> None:
    clock = UNSTARTED.start(at(0)).correct(timedelta(seconds=-100))
    assert clock.elapsed(at(40)) == ZERO
    assert clock.elapsed(at(101)) == timedelta(seconds=1)


def test_an_instant_before_another_is_earlier_on_both_clocks() -> None:
    before = at(100).before(timedelta(seconds=30))
    assert (before.steady, before.utc, before.boot) == (70, START + timedelta(seconds=70), "a")


moves = st.lists(st.tuples(st.sampled_from("sp-"), st.integers(0, 300)), max_size=12)


@given(moves)
def test_elapsed_never_runs_backwards_while_time_goes_on(steps: list[tuple[str, int]]) -> None:
    clock, seconds, last = UNSTARTED, 0, ZERO
    spoken = 0
    for step, passes in steps:
        if step == "s" and clock.phase is not Phase.SPEAKING:
            clock = clock.start(at(seconds))
        elif step == "p":
            clock = clock.pause(at(seconds))
        seconds += passes
        spoken += passes if clock.phase is Phase.SPEAKING else 0
        elapsed = clock.elapsed(at(seconds))
        assert elapsed >= last and elapsed == timedelta(seconds=spoken)
        last = elapsed


def test_the_clock_of_the_tests_does_what_it_says() -> None:
    clock = FakeClock()
    first = clock.now()
    clock.advance(10)
    clock.step_wall(-100)
    assert clock.now().since(first) == timedelta(seconds=10)
    assert clock.now().utc - first.utc == timedelta(seconds=-90)
    clock.reboot(30)
    assert clock.now().since(first) == timedelta(seconds=-60)
    assert clock.now().boot != first.boot


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(seconds=150), "PT2M30S"),
        (timedelta(seconds=10), "PT10S"),
        (timedelta(hours=2), "PT2H"),
        (timedelta(days=1, hours=2), "P1DT2H"),
        (timedelta(days=3), "P3D"),
        (timedelta(microseconds=250_000), "PT0.25S"),
        (timedelta(microseconds=-250_000), "-PT0.25S"),
        (timedelta(seconds=20, microseconds=1), "PT20.000001S"),
        (-timedelta(days=2, seconds=5), "-P2DT5S"),
    ],
)
def test_a_length_is_written_as_journals_have_it_and_read_back(
    length: timedelta, written: str
) -> None:
    assert in_journal(length) == written == TypeAdapter(timedelta).dump_python(length, mode="json")
    assert msgspec.convert(written, timedelta) == length
