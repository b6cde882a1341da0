"""The clock of whoever has the floor, read under the conference's thresholds."""

from __future__ import annotations

from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.timing import Instant, Reading, read_clock


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
