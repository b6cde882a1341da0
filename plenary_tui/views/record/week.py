"""The programme of a conference for calendars (iCalendar, RFC 5545): meetings and side events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.programme.rooms import ends_of
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting, SideEvent
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.facts import Made
from plenary_tui.views.record.sheet import foot

LONGEST = 75
"""Octets of a line; what is longer goes on in the next, which begins with a blank."""


def week(conference: Conference, made: Made) -> str:
    """The planned meetings and the side events that have a date; the foot in a comment."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//plenary_tui//{made.version}//EN",
        f"X-WR-CALNAME:{_text(_name(conference))}",
    ]
    stamp = f"DTSTAMP:{_moment(made.at)}"
    for planned in conference.programme:
        lines += _event(conference, _meeting(conference, planned), stamp)
    for number, event in enumerate(conference.side_events, start=1):
        if event.starts is not None:
            lines += _event(conference, _side_event(conference, number, event), stamp)
    lines += [f"X-PLENARY-FOOT:{_text(one)}" for one in foot(made)]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _name(conference: Conference) -> str:
    return f"{conference.name}{' REHEARSAL' if conference.rehearsal else ''}"


def _event(conference: Conference, fields: Iterator[str], stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield stamp
    yield from fields
    yield "END:VEVENT"


def _meeting(conference: Conference, planned: PlannedMeeting) -> Iterator[str]:
    yield f"UID:{_text(conference.id)}-meeting-{planned.number}@plenary-tui"
    yield f"DTSTART:{_moment(planned.starts)}"
    yield f"DTEND:{_moment(planned.ends)}"
    title = f"{_name(conference)}: {ordinal(planned.number)} plenary meeting"
    yield f"SUMMARY:{_text(title)}"
    items = [conference.item_named(symbol) for symbol in planned.items]
    if items:
        words = "\n".join(f"{one.symbol} {one.title}" for one in items if one is not None)
        yield f"DESCRIPTION:{_text(words)}"
    if conference.place:
        yield f"LOCATION:{_text(conference.place)}"


def _side_event(conference: Conference, number: int, event: SideEvent) -> Iterator[str]:
    ends = ends_of(event)
    assert event.starts is not None and ends is not None
    yield f"UID:{_text(conference.id)}-event-{number}@plenary-tui"
    yield f"DTSTART:{_moment(event.starts)}"
    yield f"DTEND:{_moment(ends)}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield f"CATEGORIES:{_text(event.kind)}"
    how = ", ".join(part for part in (event.organizers, *event.modes) if part)
    yield f"DESCRIPTION:{_text(how)}"
    if event.room:
        yield f"LOCATION:{_text(event.room)}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A text in which nothing means more than itself."""
    clean = "\n".join(shown(line) for line in text.split("\n"))
    for sign in ("\\", ";", ","):
        clean = clean.replace(sign, f"\\{sign}")
    return clean.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of 75 octets, cut between characters."""
    piece, octets = "", 0
    for sign in line:
        takes = len(sign.encode())
        if octets + takes > LONGEST:
            yield piece
            piece, octets = " ", 1
        piece += sign
        octets += takes
    yield piece
