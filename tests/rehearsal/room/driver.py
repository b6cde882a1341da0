"""A room played through without waiting: time leaps from one act to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.room.room import Room


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a simulated room.

    Attributes:
        conference: the state after it.
        at: when it was done.
        command: the act.
        events: what it brought about; empty where it was refused.
        refusal: why it was refused; None where it was not.
    """

    conference: Conference
    at: Instant
    command: Command
    events: tuple[Event, ...]
    refusal: Refused | None = None


def run(
    conference: Conference, room: Room, start: datetime, until: datetime | None = None
) -> Iterator[Step]:
    """Play a conference from one moment to another, with all that the room wants done.

    Args:
        start: aware UTC; not before the last act of the conference.
        until: aware UTC; None until the room wants nothing more.
    """
    at = artificial(start)
    while (wish := room.next(conference, at)) is not None:
        if until is not None and wish.at.utc > until:
            return
        at = wish.at
        try:
            events = wish.command.decide(conference, at)
        except Refused as refusal:
            room.was_refused(wish, at)
            yield Step(conference, at, wish.command, (), refusal)
            continue
        conference = applied(conference, events)
        yield Step(conference, at, wish.command, events)


def artificial(moment: datetime) -> Instant:
    """The instant of a moment on clocks that agree, whenever they are read."""
    return Instant(moment, moment.timestamp(), "simulated")


def applied(conference: Conference, events: tuple[Event, ...]) -> Conference:
    """The state after the events of an act, numbered as in a journal."""
    for event in events:
        conference = event.apply(conference)
    return replace(conference, seq=conference.seq + len(events), last_at=events[-1].at.utc)
