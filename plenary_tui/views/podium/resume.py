"""What the officer is told after a podium ended without closing, or the laptop slept."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.ground.calendar import say_moment, say_seconds
from plenary_tui.procedure.ground.called import holder_name
from plenary_tui.procedure.ground.on_record import Redone, Undone
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.views.wording.words import meeting_words

PLAUSIBLE = timedelta(hours=4)
"""A longer gap over a restart of the computer is put to the officer as doubtful."""


STALE = timedelta(seconds=10)
"""A heartbeat that much older than the podium's opening is of an earlier podium."""


class Interruption(Value):
    """A gap in the podium's life.

    Attributes:
        lines: what was last recorded and how long ago, and what the clock says; a line each.
        speaking: whether somebody's clock runs.
        alive: when the podium was last alive.
        doubtful: whether the gap makes no sense, so that the clock cannot be trusted.
        ended: what a podium that ended in it had last recorded; nothing if none did.
        times: how often the computer slept in it.
        asleep: how long, in all.
    """

    lines: tuple[str, ...]
    speaking: bool
    alive: Instant
    doubtful: bool
    ended: tuple[str, ...] = ()
    times: int = 0
    asleep: timedelta = ZERO


def interruption(ledger: Ledger, heartbeat: Instant | None, now: Instant) -> Interruption | None:
    """What happened since the podium was last alive; None if it was closed in order.

    Args:
        heartbeat: its last sign of life; without one, the last recorded act counts, which
            another station may have done since.
    """
    last, opened = ledger.last, ledger.podium_opened
    if last is None or opened is None:
        return None
    alive = last.event.at
    if heartbeat is not None and opened.since(heartbeat) < STALE:
        alive = heartbeat
    step = ledger.last_step or last
    lines = [
        f"Last recorded, {_ago(now.since(step.event.at))}: {_recorded(ledger)}",
        f"The podium was last alive {_ago(now.since(alive))}; {meeting_words(ledger.conference)}.",
    ]
    return replace(_told(ledger, alive, now, lines), ended=tuple(lines[:2]))


def _recorded(ledger: Ledger) -> str:
    """What was last recorded, in words: an act, or that one was taken back or done again."""
    match ledger.last_step.event if ledger.last_step else None:
        case Undone(what=what):
            return f"this was taken back: {what}"
        case Redone(what=what):
            return f"this was done again: {what}"
        case _:
            return ledger.describe_last() or "nothing"


def slept(
    ledger: Ledger, awake: Instant, now: Instant, within: Interruption | None = None
) -> Interruption:
    """The same for a laptop that slept while the podium was open.

    Args:
        within: the gap that the officer is still being asked about, of which the sleep is part.
    """
    asleep, times = now.since(awake), 1
    if within is not None:
        asleep, times = asleep + within.asleep, times + within.times
    often = f"{times} times, " if times > 1 else ""
    ended = within.ended if within is not None else ()
    lines = [*ended, f"The computer stood still {often}for {_length(asleep)}; time went on."]
    floor, alive = ledger.conference.floor, awake
    if within is not None and (floor is None or floor.called_at.since(within.alive) <= ZERO):
        alive = within.alive  # whoever speaks did so then
    gap = _told(ledger, alive, now, lines)
    return replace(gap, ended=ended, times=times, asleep=asleep)


def _told(ledger: Ledger, alive: Instant, now: Instant, lines: list[str]) -> Interruption:
    conference, gap = ledger.conference, now.since(alive)
    same_boot = bool(now.boot) and now.boot == alive.boot
    doubtful = not same_boot and (gap < ZERO or gap > PLAUSIBLE)
    if doubtful:
        lines.append(
            f"The computer was restarted and its clock now says {say_moment(conference, now.utc)}, "
            f"but the podium was last alive at {say_moment(conference, alive.utc)}: "
            "that makes no sense, so please check."
        )
    floor = conference.floor
    speaking = floor is not None and floor.phase is Phase.SPEAKING
    if floor is not None and speaking:
        spoken = floor.clock.elapsed(now)
        at_crash = floor.clock.pause(alive).elapsed(now)
        lines.append(
            f"{holder_name(conference, floor)} was speaking: {_clock(at_crash)} spoken then, "
            f"{_clock(spoken)} by now if the statement went on."
        )
    return Interruption(tuple(lines), speaking, alive, doubtful)


def _clock(length: timedelta) -> str:
    return say_seconds(length.total_seconds())


def _ago(length: timedelta) -> str:
    return f"{_length(length)} ago" if length >= ZERO else f"{_length(-length)} in the future"


def _length(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    days, hours, minutes = seconds // 86400, seconds // 3600 % 24, seconds // 60 % 60
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"
