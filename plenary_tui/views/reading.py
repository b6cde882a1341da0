"""The clock of whoever has the floor, read under the conference's thresholds."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.order import next_change
from plenary_tui.procedure.timing import Instant, Reading, read_clock
from plenary_tui.procedure.vocabulary import Phase


def read_floor(conference: Conference, now: Instant) -> Reading | None:
    """What the clock of whoever has the floor says; None if nobody has."""
    floor = conference.floor
    if floor is None:
        return None
    policies = conference.policies
    return read_clock(
        floor.clock,
        floor.limit,
        now,
        wrap_up=policies.wrap_up,
        call_to_order=policies.call_to_order,
    )


FRAME = 1 / 15
"""Seconds between two pictures of a time that goes faster than time does, at least."""


def until_shown_changes(conference: Conference, now: Instant, speed: float) -> float:
    """Seconds until what is shown changes, for people whose time the clock outruns `speed` times.

    No sooner than can be seen; a second where the clock stands still.
    """
    if speed <= 0:
        return 1.0
    wait = until_next_second(conference, now) / speed
    return max(FRAME, wait) if speed > 1 else wait


def until_next_second(conference: Conference, now: Instant) -> float:
    """Seconds until what is shown changes: the statement's next second, else the clock's.

    Sooner if the order of the list changes before that, so that no screen names who was next.
    """
    floor, change = conference.floor, next_change(conference, now.utc)
    second = 1.0 - now.utc.microsecond / 1_000_000
    if floor is not None and floor.phase is Phase.SPEAKING:
        second = 1.0 - floor.clock.elapsed(now).total_seconds() % 1.0
    return second if change is None else min(second, (change - now.utc).total_seconds())


def minute_of(now: Instant) -> datetime:
    """The minute of an instant; a forecast is made anew in each."""
    return now.utc.replace(second=0, microsecond=0)
