"""Events beside the meetings: which one is meant, when it is held, what it must be (rule 35)."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.calendar import local, say_moment
from plenary_tui.procedure.state.conference import Conference, SideEvent
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import EventKind, Mode

BOTH_MODES = (EventKind.BRIEFING, EventKind.DIALOGUE)
"""What may be held in person and online at once; a side event never (rule 35)."""
USUAL_LENGTH = timedelta(minutes=50)
"""How long a room is taken to be in use by an event of which no end is known."""
HALL = ("plenary hall", "plenary room", "plenary", "hall")
"""What the room in which the plenary meets is called; a conference names it in no other way."""


def needs_hall(event: SideEvent) -> bool:
    """Whether an event is held in the room in which the plenary meets."""
    return (
        not event.cancelled and Mode.IN_PERSON.value in event.modes and folded(event.room) in HALL
    )


def ends_of(event: SideEvent) -> datetime | None:
    """When an event ends, as planned or else as usual; None without a start."""
    if event.starts is None:
        return None
    try:
        return event.ends or event.starts + USUAL_LENGTH
    except OverflowError:  # on the last day of the calendar
        return event.starts


def overlap(one: SideEvent, other: SideEvent) -> bool:
    """Whether two events are held at the same time."""
    ends, other_ends = ends_of(one), ends_of(other)
    if one.starts is None or ends is None or other.starts is None or other_ends is None:
        return False
    return one.starts < other_ends and other.starts < ends


def find_event(conference: Conference, text: str) -> int:
    """The number of the event that `text` names by number or by words of its title.

    Numbers count from 1 in the order of announcement and are never used again, for events are
    cancelled and not deleted. Raises `Refused`.
    """
    events = conference.side_events
    if text.strip().isdecimal():
        number = int(text)
        if 1 <= number <= len(events):
            return number
        raise Refused(f"There is no side event {number}.", "Look at the programme for the numbers.")
    wanted = folded(text)
    found = [place for place, event in enumerate(events, 1) if wanted in folded(event.title)]
    exact = [number for number in found if folded(events[number - 1].title) == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found or not wanted:
        raise Refused(f"There is no side event called “{text}”.", "Name it by its number.")
    names = ", ".join(f"{number} {events[number - 1].title}" for number in found[:4])
    raise Refused(f"“{text}” may be {names}.", "Name it by its number.")


def require_sound(conference: Conference, event: SideEvent, number: int | None) -> None:
    """The rules of one event: one mode, times in order, a room nobody else has (rule 35)."""
    if not event.title:
        raise Refused("A side event needs a title.")
    if event.kind == EventKind.SIDE_EVENT and len(event.modes) != 1:
        raise Refused(
            "A side event is held in person or online, never both.",
            "Give one of the two; a briefing or a dialogue may be both.",
        )
    if len(event.modes) > 1 and event.kind not in BOTH_MODES:
        raise Refused(
            f"A {event.kind} is held in person or online.",
            "A briefing or a dialogue may be both.",
        )
    if event.kind == EventKind.SIDE_EVENT and (event.starts is None or event.ends is None):
        raise Refused(
            "A side event has a start and an end.",
            "Give both; other kinds of events may have no date yet.",
        )
    if event.ends is not None and (event.starts is None or event.ends <= event.starts):
        raise Refused(
            f"The end, {say_moment(conference, event.ends)}, is not after the start.",
            "Give a later end.",
        )
    _require_room(conference, event, number)


def _require_room(conference: Conference, event: SideEvent, number: int | None) -> None:
    """The same room is never booked twice for one time; raises `Refused`."""
    if not event.room:
        return
    for place, other in enumerate(conference.side_events, start=1):
        if place == number or other.cancelled or folded(other.room) != folded(event.room):
            continue
        if overlap(event, other):
            assert other.starts is not None
            until = f"to {local(conference, other.ends):%H:%M}" if other.ends else "on"
            raise Refused(
                f"{other.room} is taken then: {local(conference, other.starts):%H:%M} {until}, "
                f"“{other.title}”.",
                "Give another room or time.",
            )


def event_numbered(conference: Conference, number: int) -> SideEvent | None:
    """The event of that number, from 1; None if there is none."""
    events = conference.side_events
    return events[number - 1] if 1 <= number <= len(events) else None
