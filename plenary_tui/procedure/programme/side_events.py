"""Events beside the meetings: announced, moved, corrected and cancelled (rule 35)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.calendar import Looking, local, read_time, say_moment
from plenary_tui.procedure.programme.rooms import event_numbered, find_event, require_sound
from plenary_tui.procedure.state.conference import Conference, SideEvent
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import EventKind, Mode


def not_in_days(conference: Conference, event: SideEvent) -> str:
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
    """Start and end as typed: as times of day the next such from now, and from the start."""
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
        require_sound(conference, event, None)
        why = not_in_days(conference, event)
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
    require_sound(conference, changed, number)
    why = not_in_days(conference, changed) if changed.starts != before.starts else ""
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
            starts = (
                read_time(conference, self.starts, on, Looking.NEAREST) if self.starts else None
            )
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
