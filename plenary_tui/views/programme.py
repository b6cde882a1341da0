"""The week's programme: its meetings and the events beside them, as rows, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from math import ceil
from typing import Literal

from plenary_tui.procedure.ground.calendar import local, ordinal, say_day
from plenary_tui.procedure.programme.clashes import Clash, clashes, hit_by_overrun
from plenary_tui.procedure.programme.rooms import ends_of
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting, SideEvent
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, EventKind, MeetingStatus

NAMED = 3
"""How many events that the meeting runs into are named in one line."""


class ProgrammeRow(Value):
    """A row of the programme: a day, a meeting, an event, or what stands against the event above.

    Attributes:
        text: the day; the title of an event; a meeting and its items; of a flag what it says.
        number: of an event, by which acts name it; 0 for other kinds.
        hours: e.g. `13:00-13:50`; "" where there is no date.
        mode: `in person` or `online`; of an event that is held both ways, the first of them.
        titled: of a meeting, the text with the titles of its items.
        what: the kind of event where the title does not say it, and the other way in which it is
            held; how a meeting stands.
        urgent: of a flag, whether the meeting that sits runs into the event; of a meeting or an
            event, whether it is held now.
        cancelled: in words; "" if it is held.
    """

    kind: Literal["day", "meeting", "event", "flag"]
    text: str
    number: int = 0
    hours: str = ""
    room: str = ""
    mode: str = ""
    organizers: str = ""
    titled: str = ""
    what: str = ""
    urgent: bool = False
    cancelled: str = ""


def programme_rows(conference: Conference, now: Instant) -> tuple[ProgrammeRow, ...]:
    """The whole week, day by day in the order of time; events without a date stand last."""
    found = clashes(conference, now)
    numbered = tuple(enumerate(zip(conference.side_events, found, strict=True), start=1))
    timed: list[tuple[datetime, int, tuple[ProgrammeRow, ...]]] = [
        (one.starts, 0, (_meeting_row(conference, one),)) for one in conference.programme
    ]
    undated: list[ProgrammeRow] = []
    for number, (event, clash) in numbered:
        rows = tuple(_event_rows(conference, number, event, clash, now))
        if event.starts is None:
            undated += rows
        else:
            timed.append((event.starts, number, rows))
    timed.sort(key=lambda one: one[:2])
    return (*_by_day(conference, timed), *_headed("No date yet", undated))


def _by_day(
    conference: Conference, timed: list[tuple[datetime, int, tuple[ProgrammeRow, ...]]]
) -> Iterator[ProgrammeRow]:
    day: date | None = None
    for starts, _, rows in timed:
        if (its_day := local(conference, starts).date()) != day:
            day = its_day
            yield ProgrammeRow("day", say_day(day))
        yield from rows


def _headed(title: str, rows: list[ProgrammeRow]) -> tuple[ProgrammeRow, ...]:
    return (ProgrammeRow("day", title), *rows) if rows else ()


def _meeting_row(conference: Conference, planned: PlannedMeeting) -> ProgrammeRow:
    ends, status, is_open = planned.ends, "", False
    opened = conference.opened(Body.PLENARY)
    meeting = next((one for one in opened if one.number == planned.number), None)
    if meeting is not None:
        is_open = meeting.is_open
        stands_still = is_open and conference.plenary is not None
        status = MeetingStatus.SUSPENDED.value if stands_still else meeting.status.value
        ends = meeting.ends_at or ends
    found = (conference.item_named(symbol) for symbol in planned.items)
    titles = tuple(f"{item.symbol} {item.title}" for item in found if item is not None)
    return ProgrammeRow(
        "meeting",
        f"{ordinal(planned.number)} meeting{_items(planned.items)}",
        titled=f"{ordinal(planned.number)} meeting{_items(titles)}",
        hours=f"{local(conference, planned.starts):%H:%M}-{local(conference, ends):%H:%M}",
        what=status,
        urgent=is_open,
    )


def _items(named: tuple[str, ...]) -> str:
    """The items of a meeting, after its number."""
    noun = "item" if len(named) == 1 else "items"
    return f", {noun} {', '.join(named)}" if named else ""


def _event_rows(
    conference: Conference, number: int, event: SideEvent, clash: Clash, now: Instant
) -> Iterator[ProgrammeRow]:
    ends = ends_of(event)
    cancelled = ""
    if event.cancelled:
        because = event.cancelled_because
        cancelled = f"CANCELLED: {because}" if because else "CANCELLED"
    yield ProgrammeRow(
        "event",
        event.title,
        number=number,
        hours=hours_of(conference, event),
        room=event.room,
        mode=event.modes[0] if event.modes else "",
        organizers=event.organizers,
        what=_what(event),
        urgent=event.starts is not None
        and ends is not None
        and event.starts <= now.utc < ends
        and not event.cancelled,
        cancelled=cancelled,
    )
    for place, words in enumerate(clash.words):
        yield ProgrammeRow("flag", words, urgent=bool(clash.overrun) and place == 0)


def _what(event: SideEvent) -> str:
    """Its kind, unless it is a side event or its title says so; the other way it is held."""
    said = event.kind == EventKind.SIDE_EVENT or folded(event.kind) in folded(event.title)
    also = f"and {event.modes[1]}" if len(event.modes) > 1 else ""
    return ", ".join(part for part in ("" if said else event.kind, also) if part)


def hours_of(conference: Conference, event: SideEvent) -> str:
    """When it is held, in the conference's zone: `13:00-13:50`, `18:30`; "" without a date."""
    if event.starts is None:
        return ""
    starts = f"{local(conference, event.starts):%H:%M}"
    return f"{starts}-{local(conference, event.ends):%H:%M}" if event.ends else starts


def overrun_line(conference: Conference, now: Instant) -> str:
    """Which events the meeting that sits would run into, in words; "" for none."""
    hit = hit_by_overrun(conference, now)
    if not hit:
        return ""
    named = []
    for number, overrun in hit[:NAMED]:
        room = conference.side_events[number - 1].room
        where = f"{room}, " if room else ""
        named.append(f"{number} ({where}{ceil(overrun.total_seconds() / 60)} min)")
    more = f" and {len(hit) - NAMED} more" if len(hit) > NAMED else ""
    what = "side event" if len(hit) == 1 else "side events"
    return f"Meeting runs into {what} {', '.join(named)}{more}"


def today_lines(conference: Conference, now: Instant) -> tuple[str, ...]:
    """Today's events that are not over nor cancelled, in the order of time, a line each."""
    today = local(conference, now.utc).date()
    coming = []
    for event in conference.side_events:
        ends = ends_of(event)
        if event.starts is None or ends is None or event.cancelled or ends <= now.utc:
            continue
        if local(conference, event.starts).date() == today:
            coming.append(event)
    coming.sort(key=lambda one: (one.starts or now.utc, one.title))
    return tuple(
        " ".join(part for part in (hours_of(conference, one), one.room, one.title) if part)
        for one in coming
    )
