"""Events beside the meetings: announced, moved, corrected and cancelled (rule 35)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.calendar import local, read_time, say_moment
from plenary_tui.procedure.conference import Conference, SideEvent
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.text import Line, folded
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import EventKind, Mode

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
    found = [place for place, one in enumerate(events, 1) if wanted in folded(one.title)]
    exact = [number for number in found if folded(events[number - 1].title) == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found or not wanted:
        raise Refused(f"There is no side event called “{text}”.", "Name it by its number.")
    names = ", ".join(f"{number} {events[number - 1].title}" for number in found[:4])
    raise Refused(f"“{text}” may be {names}.", "Name it by its number.")


def _require_sound(conference: Conference, event: SideEvent, number: int | None) -> None:
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


def _days(conference: Conference, event: SideEvent) -> str:
    """Why an event is not in the days of the conference; "" if it is."""
    if event.starts is None:
        return ""
    day = local(conference, event.starts).date()
    if conference.first_day <= day <= conference.last_day:
        return ""
    return f"{say_moment(conference, event.starts)} is outside the days of the conference."


def read_times(
    conference: Conference, at: Instant, starts: str, ends: str
) -> tuple[datetime | None, datetime | None]:
    """Start and end as typed; an end given as a time of day is on the day of the start."""
    begins = read_time(conference, starts, at.utc) if starts else None
    return begins, read_time(conference, ends, begins or at.utc) if ends else None


class SideEventAdded(Event):
    """An event beside the meetings was announced."""

    kind: ClassVar[str] = "side event added"

    event: SideEvent

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, side_events=(*conference.side_events, self.event))

    def sentence(self, before: Conference) -> str:
        return f"The {self.event.kind} “{self.event.title}” was added{_when(before, self.event)}."


def _when(conference: Conference, event: SideEvent) -> str:
    when = f": {say_moment(conference, event.starts)}" if event.starts else ", without a date"
    return f"{when}, {event.room}" if event.room else when


class AddSideEvent(OverridableCommand):
    """Add an event to the week's programme: one room, one mode, strict times (rule 35)."""

    act: ClassVar[str] = "add-side-event"

    title: Line
    starts: Line = ""
    ends: Line = ""
    room: Line = ""
    mode: Mode = Mode.IN_PERSON
    organizers: Line = ""
    kind: EventKind = EventKind.SIDE_EVENT

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        starts, ends = read_times(conference, at, self.starts, self.ends)
        event = SideEvent(
            title=self.title,
            kind=self.kind.value,
            starts=starts,
            ends=ends,
            room=self.room,
            modes=self.mode.parts,
            organizers=self.organizers,
        )
        _require_sound(conference, event, None)
        why = _days(conference, event)
        overruled = (self.overrule(at, why, "Give another day."),) if why else ()
        return (*overruled, SideEventAdded(at=at, event=event))


class SideEventChanged(Event):
    """An event was moved or corrected; `event` is what it became."""

    kind: ClassVar[str] = "side event changed"

    number: int
    event: SideEvent

    def apply(self, conference: Conference) -> Conference:
        return _with_event(conference, self.number, self.event)

    def sentence(self, before: Conference) -> str:
        old = event_numbered(before, self.number)
        title = self.event.title if old is None else old.title
        if old is not None and (old.starts, old.ends, old.room) == (
            self.event.starts,
            self.event.ends,
            self.event.room,
        ):
            return f"The {self.event.kind} “{title}” was corrected."
        return f"The {self.event.kind} “{title}” was moved{_when(before, self.event)}."


def event_numbered(conference: Conference, number: int) -> SideEvent | None:
    """The event of that number, from 1; None if there is none."""
    events = conference.side_events
    return events[number - 1] if 1 <= number <= len(events) else None


def _with_event(conference: Conference, number: int, event: SideEvent) -> Conference:
    events = list(conference.side_events)
    events[number - 1] = event
    return replace(conference, side_events=tuple(events))


def _standing(conference: Conference, text: str) -> tuple[int, SideEvent]:
    """The event that `text` names, with its number; raises `Refused` if it was cancelled."""
    number = find_event(conference, text)
    event = conference.side_events[number - 1]
    if event.cancelled:
        raise Refused(
            f"“{event.title}” was cancelled.", "Undo that, or add the event anew (add-side-event)."
        )
    return number, event


def _changed(
    command: OverridableCommand,
    conference: Conference,
    at: Instant,
    number: int,
    changed: SideEvent,
) -> tuple[Event, ...]:
    """What records that an event is another now; raises `Refused`."""
    before = conference.side_events[number - 1]
    if changed == before:
        raise Refused(f"Nothing about “{before.title}” would change.")
    _require_sound(conference, changed, number)
    why = _days(conference, changed) if changed.starts != before.starts else ""
    overruled = (command.overrule(at, why, "Give another day."),) if why else ()
    return (*overruled, SideEventChanged(at=at, number=number, event=changed))


class MoveSideEvent(OverridableCommand):
    """Move an event to another time or room; with a start alone it keeps its length (rule 35)."""

    act: ClassVar[str] = "move-side-event"

    event: Line
    starts: Line | None = None
    ends: Line | None = None
    room: Line | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        number, event = _standing(conference, self.event)
        on = event.starts or at.utc
        changed = event
        if self.starts is not None:
            starts = read_time(conference, self.starts, on) if self.starts else None
            changed = replace(changed, starts=starts, ends=_same_length(event, starts))
        if self.ends is not None:
            day = changed.starts or on
            ends = read_time(conference, self.ends, day) if self.ends else None
            changed = replace(changed, ends=ends)
        if self.room is not None:
            changed = replace(changed, room=self.room)
        return _changed(self, conference, at, number, changed)


def _same_length(event: SideEvent, starts: datetime | None) -> datetime | None:
    """When an event that lasts as long as before ends after another start; None if unknown."""
    if starts is None or event.starts is None or event.ends is None:
        return None
    try:
        return starts + (event.ends - event.starts)
    except OverflowError:
        return None


class EditSideEvent(OverridableCommand):
    """Correct an event's title, organizers, mode or kind."""

    act: ClassVar[str] = "edit-side-event"

    event: Line
    title: Line | None = None
    organizers: Line | None = None
    mode: Mode | None = None
    kind: EventKind | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        number, event = _standing(conference, self.event)
        changed = event
        if self.title is not None:
            changed = replace(changed, title=self.title)
        if self.organizers is not None:
            changed = replace(changed, organizers=self.organizers)
        if self.mode is not None:
            changed = replace(changed, modes=self.mode.parts)
        if self.kind is not None:
            changed = replace(changed, kind=self.kind.value)
        return _changed(self, conference, at, number, changed)


class SideEventCancelled(Event):
    """An event will not be held; it stays in the programme, marked, and its room is free."""

    kind: ClassVar[str] = "side event cancelled"

    number: int
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        event = event_numbered(conference, self.number)
        assert event is not None
        cancelled = replace(event, cancelled=True, cancelled_because=self.reason)
        return _with_event(conference, self.number, cancelled)

    def sentence(self, before: Conference) -> str:
        event = event_numbered(before, self.number)
        what = f"The {event.kind} “{event.title}”" if event else f"Side event {self.number}"
        return f"{what} was cancelled{f' ({self.reason})' if self.reason else ''}."


class CancelSideEvent(Command):
    """Cancel an event; it stays in the programme, marked, and its room is free again."""

    act: ClassVar[str] = "cancel-side-event"

    event: Line
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        number, _ = _standing(conference, self.event)
        return (SideEventCancelled(at=at, number=number, reason=self.reason),)
