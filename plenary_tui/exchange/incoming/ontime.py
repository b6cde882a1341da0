"""What Ontime writes: a project as JSON (versions 3 and 4), or a rundown as a spreadsheet.

Groups are meetings, what is in them is on the agenda, what stands alone is beside them. There are
times of the day, and no days.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from plenary_tui.exchange.incoming.cells import cleaned
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.grid import HEADER_WITHIN
from plenary_tui.exchange.incoming.indico import of_contents
from plenary_tui.exchange.incoming.loose import (
    Object,
    Taker,
    mapping,
    number,
    objects,
    raw_text,
    sequence,
)
from plenary_tui.exchange.incoming.moments import in_utc
from plenary_tui.exchange.incoming.offer import Offer, OfferedConference, Overruled
from plenary_tui.exchange.incoming.rawfile import ROWS, Unreadable
from plenary_tui.exchange.incoming.rowreader import zone_of
from plenary_tui.exchange.incoming.timetable import Slot, sort_out
from plenary_tui.exchange.problems import Problem, quoted
from plenary_tui.procedure.state.frozen import replace

DAY_ASKED = ("On which day is it? The file has times and no days", "--day 2027-03-04")
LONGEST_LIMIT = timedelta(minutes=15)
"""The longest duration that may be a time limit of statements."""
_SHEET_TITLES = {"time start", "time end", "timer type", "cue", "duration", "end action"}
_GROUPS = ("group", "block")
_TIME = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp])?\.?[Mm]?\.?")
_SYMBOL = re.compile(r"\d{1,3}(?:\.\d{1,3})*\s*(?:\([a-z]{1,3}\))*")


@dataclass(slots=True)
class _Entry:
    """A row of a rundown; times are of the day, None where there are none."""

    line: int
    title: str
    cue: str
    starts: timedelta | None
    ends: timedelta | None
    duration: timedelta | None
    group: int | None = None
    is_group: bool = False


def is_project(top: Object) -> bool:
    """Whether a JSON file is a project of Ontime."""
    has_rundown = "rundowns" in top or isinstance(top.get("rundown"), list)
    return has_rundown and ("project" in top or "settings" in top)


def is_sheet(records: list[Record]) -> bool:
    """Whether a table has the titles of Ontime's spreadsheets."""
    return _header(records) is not None


def _header(records: list[Record]) -> int | None:
    for at, (_, cells) in enumerate(records[:HEADER_WITHIN]):
        titles = {cleaned(cell).casefold() for cell in cells}
        if "title" in titles and len(_SHEET_TITLES & titles) >= 3:
            return at
    return None


def read(top: Object, offer: Offer, told: Overruled) -> Offer:
    """What a project offers."""
    version = raw_text(mapping(top.get("settings")).get("version"))
    words = f"Ontime, project (version {version})" if version else "Ontime, project"
    taker = Taker(offer.file)
    entries = list(_of_version_3(top, taker) if "rundowns" not in top else _of_rundowns(top, taker))
    if len(entries) > ROWS:
        raise Unreadable(f"has {len(entries):,} events", f"{ROWS:,} at most")
    title = taker.text(mapping(top.get("project")).get("title"), "project, title")
    offer = replace(offer, source=words, event=OfferedConference(title))
    return _offered(entries, offer, told, taker.problems)


def _of_rundowns(top: Object, taker: Taker) -> Iterator[_Entry]:
    """The entries of the first rundown that has any, in order."""
    for rundown in objects(top.get("rundowns")):
        entries = mapping(rundown.get("entries"))
        order = [raw_text(key) for key in sequence(rundown.get("flatOrder"))]
        if not order:
            for key in map(raw_text, sequence(rundown.get("order"))):
                inner = sequence(mapping(entries.get(key)).get("entries"))
                order += [key, *map(raw_text, inner)]
        if entries:
            lines = {key: line for line, key in enumerate(dict.fromkeys(order), start=1)}
            for key, line in lines.items():
                one = mapping(entries.get(key))
                group = lines.get(raw_text(one.get("parent")))
                yield from _entry(one, line, group, taker)
            return


def _of_version_3(top: Object, taker: Taker) -> Iterator[_Entry]:
    """The entries of a list in which a block stands before what is in it."""
    group = None
    for line, one in enumerate(objects(top.get("rundown")), start=1):
        if one.get("type") in _GROUPS:
            group = line
            yield from _entry(one, line, None, taker)
        else:
            yield from _entry(one, line, group, taker)


def _entry(one: Object, line: int, group: int | None, taker: Taker) -> Iterator[_Entry]:
    kind = one.get("type")
    if kind not in ("event", *_GROUPS) or one.get("skip") is True:
        return
    title = taker.text(one.get("title"), f"event {line}, title")
    cue = taker.text(one.get("cue"), f"event {line}, cue", True)
    starts, ends, duration = (
        _milliseconds(one.get(key)) for key in ("timeStart", "timeEnd", "duration")
    )
    yield _Entry(line, title, cue, starts, ends, duration, group, kind in _GROUPS)


def _milliseconds(value: object) -> timedelta | None:
    found = number(value)
    if found is None or not 0 <= found < 10 * 24 * 3600 * 1000:
        return None
    return timedelta(milliseconds=found)


# Spreadsheets


def read_sheet(records: list[Record], offer: Offer, told: Overruled) -> Offer:
    """What a rundown in a spreadsheet offers."""
    header = _header(records)
    if header is None:
        raise Unreadable("has no header line of Ontime", "Title, Time Start, Time End")
    places = {cleaned(cell).casefold(): place for place, cell in enumerate(records[header][1])}
    taker = Taker(offer.file)
    entries = list(_of_rows(records[header + 1 :], places, taker))
    if len(entries) > ROWS:
        raise Unreadable(f"has {len(entries):,} rows", f"{ROWS:,} at most")
    return _offered(entries, offer, told, taker.problems)


def _of_rows(records: list[Record], places: dict[str, int], taker: Taker) -> Iterator[_Entry]:
    group = None
    for line, cells in records:

        def cell(title: str, cells: list[str] = cells) -> str:
            place = places.get(title)
            return cells[place] if place is not None and place < len(cells) else ""

        kind = cleaned(cell("timer type")).casefold()
        if kind in ("milestone", "skip-import") or cell("skip").strip().casefold() in _TRUE:
            continue
        if kind == "group-end":
            group = None
            continue
        text = _taken(taker, line)
        entry = _Entry(
            line,
            text(cell("title"), "Title"),
            text(cell("cue"), "Cue"),
            _clock(cell("time start"), taker, line, "Time Start"),
            _clock(cell("time end"), taker, line, "Time End"),
            _clock(cell("duration"), taker, line, "Duration"),
        )
        entry.is_group = kind in _GROUPS
        if entry.is_group:
            group = line
        else:
            entry.group = group
        if entry.title:
            yield entry


_TRUE = ("true", "1", "yes", "x")


def _taken(taker: Taker, line: int) -> Callable[[str, str], str]:
    """Takes a cell of a row; what is wrong with it is told with its line."""

    def take(text: str, title: str) -> str:
        before = len(taker.problems)
        found = taker.text(text, title)
        taker.problems[before:] = [replace(one, line=line) for one in taker.problems[before:]]
        return found

    return take


def _clock(text: str, taker: Taker, line: int, title: str) -> timedelta | None:
    """A time of the day as HH:MM:SS; a bare number is minutes."""
    text = cleaned(text).rpartition(" ")[2] if "-" in text else cleaned(text)
    if not text:
        return None
    if (minutes := number(text)) is not None and 0 <= minutes < 10 * 24 * 60:
        return timedelta(minutes=minutes)
    found = _TIME.fullmatch(text)
    if found is None or int(found[2]) > 59:
        what = f"{quoted(text)} is not a time"
        taker.problems.append(Problem(taker.file, line, title, what, "a time as 09:30:00"))
        return None
    hours = int(found[1])
    if found[4]:
        hours = hours % 12 + (12 if found[4] in "pP" else 0)
    return timedelta(hours=hours, minutes=int(found[2]), seconds=int(found[3] or 0))


# What it comes to


def _offered(
    entries: list[_Entry], offer: Offer, told: Overruled, problems: list[Problem]
) -> Offer:
    grouped = any(one.is_group for one in entries)
    events = [one for one in entries if not one.is_group]
    if not events:
        raise Unreadable("has no events", "a rundown with events")
    inside: dict[int, list[_Entry]] = {}
    for one in events:
        if one.group is not None:
            inside.setdefault(one.group, []).append(one)
    slots = []
    for one in entries:
        if one.is_group:
            mine = inside.get(one.line, [])
            starts = one.starts or next((x.starts for x in mine if x.starts is not None), None)
            ends = one.ends or next((_end(x) for x in reversed(mine) if _end(x)), None)
            talks = tuple(_slot(x, told, None, None, None) for x in mine if x.title)
            slots.append(_slot(one, told, starts, ends, True, talks))
        elif one.group is None and one.title:
            alone = (one.starts, _end(one)) if grouped else (None, None)
            slots.append(_slot(one, told, *alone, False))
    if told.day is None:
        problems, timed = list(problems), any(one.starts is not None for one in entries)
        slots = [part for slot in slots for part in (slot.inside if grouped else (slot,))]
        found = sort_out(offer.file, slots, problems)
        asks = (DAY_ASKED,) if timed else ()
    else:
        found, asks = sort_out(offer.file, slots, problems), ()
    offer = replace(
        offer,
        items=found.items,
        meetings=found.meetings,
        events=found.events,
        limit=_limit(events),
        left_out=dict(found.left_out),
        problems=(*offer.problems, *problems),
        asks=(*offer.asks, *asks),
    )
    return of_contents(offer, told.contents)


def _end(one: _Entry) -> timedelta | None:
    if one.ends is None and one.starts is not None and one.duration is not None:
        return one.starts + one.duration
    return one.ends


def _slot(
    one: _Entry,
    told: Overruled,
    starts: timedelta | None,
    ends: timedelta | None,
    is_meeting: bool | None,
    inside: tuple[Slot, ...] = (),
) -> Slot:
    begins, closes = _at(starts, told), _at(ends, told)
    if begins and closes and closes <= begins:
        closes += timedelta(days=1)
    symbol = one.cue if _SYMBOL.fullmatch(one.cue) and "(" in one.cue else ""
    return Slot(
        line=one.line,
        title=one.title or "Meeting",
        starts=begins,
        ends=closes,
        symbol=symbol,
        inside=inside,
        is_meeting=is_meeting,
        is_beside=begins is not None and not is_meeting,
    )


def _at(clock: timedelta | None, told: Overruled) -> datetime | None:
    """A time of the day on the day that was told, in UTC."""
    if clock is None or told.day is None:
        return None
    zone = zone_of(told.timezone)
    local = told.day.astimezone(zone) if told.day.tzinfo not in (None, UTC) else told.day
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return in_utc(midnight + clock, zone)


def _limit(events: list[_Entry]) -> timedelta | None:
    """The duration that at least three events and half of them have, if it is short."""
    lengths = Counter(one.duration for one in events if one.duration)
    if not lengths:
        return None
    length, times = lengths.most_common(1)[0]
    often = times >= 3 and times * 2 >= len(events)
    return length if often and length is not None and length <= LONGEST_LIMIT else None
