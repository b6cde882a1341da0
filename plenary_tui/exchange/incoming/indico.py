"""What Indico writes: its tables by their columns, and the JSON of its interfaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.loose import (
    Object,
    Taker,
    day_of,
    mapping,
    objects,
    raw_text,
)
from plenary_tui.exchange.incoming.offer import Contents, Offer, OfferedConference, Overruled
from plenary_tui.exchange.incoming.rawfile import COLUMNS, ROWS, Unreadable
from plenary_tui.exchange.incoming.rowreader import unknown_zone, zone_of
from plenary_tui.exchange.incoming.timetable import Slot, is_online, sort_out
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import replace

_REGISTRATIONS = {
    "registration date",
    "modification date",
    "registration state",
    "checked in",
    "check in date",
    "payment date",
    "email address",
}
_CONTRIBUTIONS = {"presenters", "program code", "materials", "track", "session"}
_SESSIONS = ("id", "title", "description", "type", "code")
UNPUBLISHED = "the timetable is not published, or empty"


def source_of(grid: Grid) -> str:
    """Which of Indico's tables it is, in words; "" if it is none."""
    titles = [plain(title) for title in grid.titles]
    if not grid.headed and grid.titles[-1:] == ("Email Address",):
        return "Indico, a file for its import"
    if titles[:2] == ["id", "name"] and _REGISTRATIONS & set(titles):
        return "Indico, registrations"
    if titles[:2] == ["id", "title"] and len(_CONTRIBUTIONS & set(titles)) >= 2:
        return "Indico, contributions"
    return "Indico, sessions" if tuple(titles) == _SESSIONS else ""


# Registrations


def registrants(file: str, value: object) -> Grid | None:
    """The registrations of a JSON file as a table, without persons; None if it has none."""
    top = mapping(value)
    if isinstance(top.get("registrants"), list):
        people, rows = top["registrants"], _of_registrants
    elif "registration_data" in top:
        people, rows = [top], _of_check_in
    elif isinstance(value, list) and any("registration_data" in one for one in objects(value)):
        people, rows = value, _of_check_in
    elif isinstance(value, list) and any("regform_id" in one for one in objects(value)):
        raise Unreadable(
            "has the names of persons only, not what they filled in",
            "the registrations as CSV or XLSX",
        )
    else:
        return None
    found = [rows(one) for one in objects(people)]
    if len(found) > ROWS:
        raise Unreadable(f"has {len(found):,} registrations", f"{ROWS:,} at most")
    if not found:
        raise Unreadable("has no registrations", "at least one")
    titles = tuple(dict.fromkeys(title for one in found for title in one))[:COLUMNS]
    records = [
        (line, [one.get(title, "") for title in titles]) for line, one in enumerate(found, start=1)
    ]
    return Grid(file, titles, records, headed=False)


def _of_registrants(one: Object) -> dict[str, str]:
    """A person of the registrants' interface: what the file says of the delegation."""
    data = mapping(one.get("personal_data"))
    row = {"Affiliation": raw_text(data.get("affiliation")), "First Name": ""}
    country, code = raw_text(data.get("country")), raw_text(data.get("country_code"))
    if country or code:
        row |= {"Country": country or code, "Country code": code}
    return row


def _of_check_in(one: Object) -> dict[str, str]:
    """A person of the interface for checking in: the fields of the form under their titles."""
    row = {"Registration state": raw_text(one.get("state")), "First Name": ""}
    for section in objects(one.get("registration_data")):
        for field in objects(section.get("fields")):
            title, kind = raw_text(field.get("title")), raw_text(field.get("input_type"))
            if title and kind not in ("email", "phone", "file", "picture"):
                row[title] = _answer(field)
                if kind == "country":
                    row["Country code"] = row[title]
    return row


def _answer(field: Object) -> str:
    """What was answered to a field; of a choice its caption."""
    data = field.get("data")
    if not isinstance(data, dict):
        texts = [raw_text(data)] if not isinstance(data, list) else map(raw_text, data)
        return "; ".join(filter(None, texts))
    captions = {
        raw_text(one.get("id")): raw_text(one.get("caption"))
        for one in objects(field.get("choices"))
    }
    return "; ".join(captions.get(choice, "") for choice in data if captions.get(choice))


# Events and timetables


def is_event(value: object) -> bool:
    """Whether a JSON file is of Indico's event or timetable interface."""
    top = mapping(value)
    return "results" in top and (top.get("_type") == "HTTPAPIResult" or "additionalInfo" in top)


def read(value: object, offer: Offer, told: Overruled) -> Offer:
    """What an event or a timetable offers."""
    results = mapping(value).get("results")
    reader = _EventReader(offer.file, zone_of(told.timezone))
    if isinstance(results, dict):
        offer = replace(offer, source="Indico, timetable")
        slots = list(reader.timetable(results))
    else:
        offer = replace(offer, source="Indico, event")
        events = list(objects(results))
        if len(events) > 1:
            raise Unreadable(f"has {len(events)} events", "one event")
        slots = [slot for event in events for slot in reader.event(event)]
        offer = replace(offer, event=next(map(reader.conference, events), offer.event))
    problems = reader.taker.problems
    problems += (unknown_zone(offer.file, None, "tz", zone) for zone in reader.unknown_zones)
    if not slots:
        problems.append(Problem(offer.file, None, "", UNPUBLISHED, "it published in Indico"))
    found = sort_out(offer.file, slots, problems)
    offer = replace(
        offer,
        items=found.items,
        meetings=found.meetings,
        events=found.events,
        left_out=dict(found.left_out),
        problems=(*offer.problems, *problems),
    )
    return of_contents(offer, told.contents)


def of_contents(offer: Offer, told: Contents | None) -> Offer:
    """The offer with its contents named; only those that are told, if somebody says it."""
    there = {
        Contents.DELEGATIONS: bool(offer.delegations),
        Contents.AGENDA: bool(offer.items),
        Contents.PROGRAMME: bool(offer.meetings or offer.events),
        Contents.LIST: bool(offer.entries),
    }
    found = tuple(contents for contents, is_there in there.items() if is_there)
    if told is None:
        return replace(offer, contents=found)
    problems = offer.problems
    if told not in found and not problems:
        expected = f"--as {' or '.join(found)}" if found else ""
        problems = (Problem(offer.file, None, "", f"offers nothing as {told}", expected),)
    return replace(
        offer,
        contents=(told,),
        delegations=offer.delegations if told is Contents.DELEGATIONS else (),
        entries=offer.entries if told is Contents.LIST else (),
        items=offer.items if told is Contents.AGENDA else (),
        meetings=offer.meetings if told is Contents.PROGRAMME else (),
        events=offer.events if told is Contents.PROGRAMME else (),
        problems=problems,
    )


class _EventReader:
    """Reads one event or its timetable.

    Attributes:
        unknown_zones: time zones of the file that nobody knows, so that its times are not told.
    """

    def __init__(self, file: str, zone: ZoneInfo) -> None:
        self.taker = Taker(file)
        self.unknown_zones: dict[str, None] = {}
        self._zone = zone
        self._lines = count(1)

    def conference(self, event: Object) -> OfferedConference:
        """What the event says of the conference."""
        first, last = (
            mapping(event.get(key)).get("date") or "" for key in ("startDate", "endDate")
        )
        return OfferedConference(
            self.taker.text(event.get("title"), "event, title"),
            self.taker.text(event.get("location"), "event, location", is_name=True),
            raw_text(event.get("timezone")),
            day_of(first),
            day_of(last),
        )

    def event(self, event: Object) -> Iterator[Slot]:
        """The sessions and contributions of an event, those inside of sessions within them."""
        sessions = list(objects(event.get("sessions")))
        inside = set()
        for session in sessions:
            talks = (self._talk(one) for one in objects(session.get("contributions")))
            inside |= {raw_text(one.get("id")) for one in objects(session.get("contributions"))}
            yield self._slot(session, talks)
        for talk in objects(event.get("contributions")):
            if raw_text(talk.get("id")) not in inside:
                yield self._talk(talk)

    def timetable(self, results: Object) -> Iterator[Slot]:
        """The entries of a timetable, in order of time, one that passes midnight once."""
        seen = set()
        entries = [
            entry for event in objects(results) for day in objects(event) for entry in objects(day)
        ]
        entries.sort(key=self._order)
        for entry in entries:
            key = raw_text(entry.get("uniqueId")) or raw_text(entry.get("id"))
            if not key or key not in seen:
                seen.add(key)
                inner = sorted(objects(entry.get("entries")), key=self._order)
                talks = (self._slot(one) for one in inner if one.get("entryType") != "Break")
                yield self._slot(entry, talks)

    def _order(self, entry: Object) -> str:
        starts = self._time(entry.get("startDate"))
        return starts.isoformat() if starts else "9"

    def _talk(self, talk: Object) -> Slot:
        below = (self._slot(one) for one in objects(talk.get("subContributions")))
        return self._slot(talk, below)

    def _slot(self, one: Object, inside: Iterable[Slot] = ()) -> Slot:
        line = next(self._lines)
        where = f"{raw_text(one.get('entryType')) or 'entry'} {line}".lower()
        title = self.taker.text(one.get("title"), f"{where}, title")
        more = self.taker.text(one.get("slotTitle"), f"{where}, slotTitle")
        if more and more != title and more not in title:
            title = f"{title}: {more}" if title and not title.endswith(more) else more
        kind = "break" if one.get("entryType") == "Break" else raw_text(one.get("type"))
        return Slot(
            line,
            title or where,
            self._time(one.get("startDate")),
            self._time(one.get("endDate")),
            self._room(one, where),
            kind,
            raw_text(one.get("code")) if _SYMBOL.fullmatch(raw_text(one.get("code"))) else "",
            tuple(inside),
            False if kind == "break" else None,
        )

    def _room(self, one: Object, where: str) -> str:
        room = self.taker.text(one.get("room"), f"{where}, room", is_name=True)
        place = self.taker.text(one.get("location"), f"{where}, location", is_name=True)
        return room or (place if is_online(place) else "")

    def _time(self, value: object) -> datetime | None:
        """A time of Indico: day, time of day, and the zone they are in."""
        found = mapping(value)
        day, hour = raw_text(found.get("date")), raw_text(found.get("time"))
        zone, name = self._zone, raw_text(found.get("tz"))
        try:
            zone = ZoneInfo(name) if name else zone
        except (ValueError, OSError, KeyError):
            self.unknown_zones[name] = None
            return None
        try:
            local = datetime.fromisoformat(f"{day}T{hour}")
            return local.replace(tzinfo=local.tzinfo or zone).astimezone(UTC)
        except (ValueError, OverflowError):
            return None


_SYMBOL = re.compile(r"[\w().\- /]{1,32}")
