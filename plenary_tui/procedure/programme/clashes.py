"""Which side events meet a meeting or each other: derived, never recorded (rule 35)."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.called import title_of
from plenary_tui.procedure.programme.rooms import ends_of, overlap
from plenary_tui.procedure.state.conference import Conference, SideEvent
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body


class Clash(Value):
    """What stands against an event as it is planned.

    Attributes:
        room_of: the number of another event in the same room at the same time; 0 for none.
        during: the number of the planned meeting during which it is held; 0 for none.
        overrun: how far the meeting that sits runs into it, as things stand; zero for not at all.
        overrun_by: which meeting that is, in words.
    """

    room_of: int = 0
    during: int = 0
    overrun: timedelta = timedelta(0)
    overrun_by: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Each in a few words, the most urgent first."""
        minutes = ceil(self.overrun.total_seconds() / 60)
        return tuple(
            text
            for said, text in (
                (self.overrun, f"{self.overrun_by} runs {minutes} min into it"),
                (self.room_of, f"same room as event {self.room_of}"),
                (self.during, f"during the {ordinal(self.during)} meeting"),
            )
            if said
        )


NO_CLASH = Clash()


def expected_end(conference: Conference, now: Instant) -> datetime | None:
    """When the meeting that is open ends, as things stand; None if none is open.

    That is its end as set, or later if it sits past it or whoever has the floor would.
    """
    if conference.sitting is None or conference.suspended:
        return conference.ends_at
    end = max(conference.ends_at or now.utc, now.utc)
    floor = conference.floor
    if floor is None or floor.limit is None:
        return end
    left = floor.limit - floor.clock.elapsed(now)
    return max(end, now.utc + left)


def clashes(conference: Conference, now: Instant) -> tuple[Clash, ...]:
    """For each event, in the order of their numbers, what stands against it."""
    events, end = conference.side_events, expected_end(conference, now)
    rooms: dict[str, list[int]] = {}
    for place, event in enumerate(events):
        if event.room and not event.cancelled:
            rooms.setdefault(folded(event.room), []).append(place)
    found = []
    for place, event in enumerate(events):
        if event.cancelled or event.starts is None:
            found.append(NO_CLASH)
            continue
        shared = rooms.get(folded(event.room), ()) if event.room else ()
        others = (other for other in shared if other != place and overlap(event, events[other]))
        overrun = _overrun(conference, event, end, now.utc)
        found.append(
            Clash(
                next(others, -1) + 1,
                _during(conference, event),
                overrun,
                _sitting(conference) if overrun else "",
            )
        )
    return tuple(found)


def _sitting(conference: Conference) -> str:
    return f"the {title_of(conference.meeting)}" if conference.meeting else ""


def _overrun(
    conference: Conference, event: SideEvent, end: datetime | None, now: datetime
) -> timedelta:
    """How far the meeting that is open runs into an event; zero for not at all.

    One that is held during the meeting on purpose is not overrun by it, nor one that is over.
    """
    meeting, starts, ends = conference.sitting, event.starts, ends_of(event)
    if meeting is None or end is None or starts is None or ends is None or now >= ends:
        return NO_CLASH.overrun
    plenary = conference.sitting_of(Body.PLENARY)  # which the Committee of the Whole sits within
    on_purpose = plenary is not None and _during(conference, event) == plenary.number
    if on_purpose or not meeting.opened_at <= starts < end:
        return NO_CLASH.overrun
    return min(end, ends) - starts


def _during(conference: Conference, event: SideEvent) -> int:
    """The first planned meeting that is held at the time of an event; 0 for none."""
    ends = ends_of(event)
    if event.starts is None or ends is None:
        return 0
    return next(
        (
            planned.number
            for planned in conference.programme
            if planned.starts < ends and event.starts < planned.ends
        ),
        0,
    )


def hit_by_overrun(conference: Conference, now: Instant) -> tuple[tuple[int, timedelta], ...]:
    """The events, by number, into which the meeting that sits would run, and how far."""
    end = expected_end(conference, now)
    found = (
        (place, _overrun(conference, event, end, now.utc))
        for place, event in enumerate(conference.side_events, start=1)
        if not event.cancelled
    )
    return tuple((place, overrun) for place, overrun in found if overrun)
