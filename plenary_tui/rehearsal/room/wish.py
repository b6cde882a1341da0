"""What a room wants done, and when; and the reckoning of that moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant


class Wish(Value):
    """An act that somebody in the room wants done.

    Attributes:
        command: the act.
        at: when; not before the instant at which the room was asked.
    """

    command: Command
    at: Instant


def later(at: Instant, seconds: float) -> Instant:
    """The instant so many seconds after `at`; `at` itself if they are past."""
    return at.before(timedelta(seconds=-seconds)) if seconds > 0 else at


def seconds_after(since: Instant | datetime, seconds: float, at: Instant) -> float:
    """How many seconds from `at` it is until so many seconds after `since`; negative if past."""
    gone = at.since(since) if isinstance(since, Instant) else at.utc - since
    return seconds - gone.total_seconds()
