"""Calendars (iCalendar, .ics): the meetings and the events beside them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime

from plenary_tui.exchange.incoming.cells import cleaned, fault_of
from plenary_tui.exchange.incoming.indico import of_contents
from plenary_tui.exchange.incoming.loose import Taker
from plenary_tui.exchange.incoming.moments import in_utc
from plenary_tui.exchange.incoming.offer import Offer, OfferedConference, Overruled
from plenary_tui.exchange.incoming.rawfile import ROWS, Unreadable
from plenary_tui.exchange.incoming.rowreader import unknown_zone, zone_of
from plenary_tui.exchange.incoming.timetable import Slot, sort_out
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.wording.extras import install

MISSING = (
    f"reading calendars (.ics) needs the office extra: {install('office')}",
    "that, or the programme as CSV UTF-8",
)
WHOLE_DAYS = "of whole days"
REPEATED = "that repeat: the first is taken"
_LABEL = re.compile(r"\s*\[[^\]]*\]$")
_VENUE = re.compile(r"^(?P<room>[^()]+?)\s*\([^()]*\)$")
_BEGIN = re.compile(r"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)


def read(text: str, offer: Offer, told: Overruled) -> Offer:
    """What a calendar offers; raises `Unreadable`."""
    try:
        import icalendar
    except ImportError:
        raise Unreadable(*MISSING) from None
    lines = [text.count("\n", 0, found.start()) + 1 for found in _BEGIN.finditer(text)]
    if len(lines) > ROWS:
        raise Unreadable(f"has {len(lines):,} events", f"{ROWS:,} at most")
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError, TypeError, RecursionError):
        what = "is no calendar that can be read, or is cut off"
        raise Unreadable(what, "it exported again") from None
    if not re.search(r"END:VCALENDAR\s*$", text[-200:], re.IGNORECASE):
        raise Unreadable("is cut off: it ends in the middle", "it exported again")
    if not events:
        raise Unreadable("has no events", "a calendar with events")
    if "INDICO" in text[:500].upper():
        offer = replace(offer, source="Indico, calendar")
    taker, left_out = Taker(offer.file), Counter[str]()
    slots = []
    for line, event in zip(lines, events, strict=False):
        slot = _slot(event, line, taker, told, left_out)
        if slot is not None:
            slots.append(slot)
    found = sort_out(offer.file, slots, taker.problems, agenda=False)
    offer = replace(
        offer,
        event=_event(calendars[0], slots),
        meetings=found.meetings,
        events=found.events,
        left_out=dict(left_out + found.left_out),
        problems=(*offer.problems, *taker.problems),
    )
    return of_contents(offer, told.contents)


def _event(calendar: object, slots: list[Slot]) -> OfferedConference:
    """What the calendar says of the conference; its one event is it, if it has one alone."""
    name = cleaned(_value(calendar, "X-WR-CALNAME"))
    if not name and len(slots) == 1:
        name = slots[0].title
    usable = fault_of(name, True) is None
    return OfferedConference(name if usable else "", timezone=_value(calendar, "X-WR-TIMEZONE"))


def _slot(
    event: object, line: int, taker: Taker, told: Overruled, left_out: Counter[str]
) -> Slot | None:
    """An event of the calendar; None if it is left out."""
    before = len(taker.problems)
    title = _LABEL.sub("", taker.text(_value(event, "SUMMARY"), "SUMMARY"))
    room = taker.text(_value(event, "LOCATION"), "LOCATION", True)
    if found := _VENUE.fullmatch(room):
        room = found["room"]
    taker.problems[before:] = [replace(one, line=line) for one in taker.problems[before:]]
    starts, ends = _moment(event, "start", told), _moment(event, "end", told)
    if isinstance(starts, str):
        left_out[WHOLE_DAYS] += 1
        return None
    if (zone := _unknown_zone(event)) and len(taker.problems) == before:
        taker.problems.append(unknown_zone(taker.file, line, "DTSTART", zone))
        return None
    if starts is None or not title:
        what, wanted = ("has no time", "DTSTART") if title else ("has no title", "SUMMARY")
        if len(taker.problems) == before:
            taker.problems.append(Problem(taker.file, line, "", what, wanted))
        return None
    if _value(event, "RRULE"):
        left_out[REPEATED] += 1
    kind = " ".join(re.findall(r"\w+", _value(event, "CATEGORIES")))
    return Slot(line, title, starts, ends if isinstance(ends, datetime) else None, room, kind)


def _unknown_zone(event: object) -> str:
    """The time zone of an event that nobody knows; "" if there is none such."""
    for name, of in (("DTSTART", "start"), ("DTEND", "end")):
        found = event.get(name) if hasattr(event, "get") else None
        zone = str(getattr(found, "params", {}).get("TZID", ""))
        moment = _given(event, of)
        if zone and isinstance(moment, datetime) and moment.tzinfo is None:
            return zone
    return ""


def _value(event: object, name: str) -> str:
    found = event.get(name) if hasattr(event, "get") else None
    return "" if found is None else str(found)[:2000]


def _moment(event: object, name: str, told: Overruled) -> datetime | str | None:
    """A time in UTC; "day" where only a day is given, None where there is none."""
    found = _given(event, name)
    if isinstance(found, datetime):
        return in_utc(found, zone_of(told.timezone)).astimezone(UTC)
    return "day" if isinstance(found, date) else None


def _given(event: object, name: str) -> object:
    """A day or a time as it is given; None if it cannot be read."""
    try:
        return getattr(event, name, None)
    except Exception:  # the library has errors of its own for each fault of an event
        return None
