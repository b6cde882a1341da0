"""What an office answers when it sets up its own conference, read from what was typed.

Each reading raises `Unread` with what is wrong and how it is typed. Nothing here asks or writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from plenary_tui.procedure.ground.as_typed import (
    Unread,
    length_of,
    read_day,
    read_moment,
    read_time_of_day,
)
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import LONGEST, folded, is_unprintable

DEBATED = (
    *("general debate", "general discussion", "general statements", "high level"),
    *("debat general", "debate general", "haut niveau", "alto nivel", "general exchange"),
    *("общие прения", "общая дискуссия", "المناقشة العامة", "一般性辩论"),
)
"""Words by which the item is known on which everybody speaks, the likeliest first."""
LONGEST_LIMIT = timedelta(hours=1)
MOST_DAYS = 366
SATURDAY = 5
"""The number of the first day of the week's end."""
DAY = timedelta(days=1)


class Item(Value):
    """A line of the agenda."""

    symbol: str
    title: str


class Hours(Value):
    """From when to when there is a meeting; local, the end on the same day."""

    starts: time
    ends: time


class Sitting(Value, order=True):
    """From when to when one meeting is; aware, or local where it is written."""

    starts: datetime
    ends: datetime

    def local(self, zone: ZoneInfo) -> Sitting:
        """The same as clocks show it there."""
        starts, ends = (
            one.astimezone(zone).replace(tzinfo=None) for one in (self.starts, self.ends)
        )
        return Sitting(starts, ends)


def read_text(typed: str, what: str) -> str:
    """One line of text that may not be empty."""
    text = " ".join(typed.split())
    if not text:
        raise Unread(f"{what} is needed", "a few words")
    if (unseen := next((sign for sign in text if is_unprintable(sign)), None)) is not None:
        place = text.index(unseen) + 1
        raise Unread(f"character {place} of {what} cannot be shown", f"{what} without it")
    if len(text) > LONGEST:
        raise Unread(f"{what} has {len(text)} characters", f"{LONGEST} at most")
    return text


def read_timezone(typed: str) -> str:
    """The time zone that a name or a city names, such as `Europe/Vienna` or `Vienna`."""
    wanted = folded(typed).replace(" ", "_")
    places = (zone for zone in available_timezones() if "/" in zone)
    known = ["UTC", *sorted(zone for zone in places if not zone.startswith(("Etc/", "posix/")))]
    exact = [zone for zone in known if folded(zone) == wanted]
    city = [zone for zone in known if folded(zone).rpartition("/")[2] == wanted]
    found = exact or city
    if not wanted or not found:
        near = [zone for zone in known if wanted and wanted in folded(zone)][:3]
        like = f"; did you mean {' or '.join(near)}?" if near else ""
        raise Unread(f"“{typed}” is no time zone{like}", "a city as Vienna, or Europe/Vienna")
    if len(found) > 1:
        raise Unread(f"“{typed}” may be {' or '.join(found)}", "one of them")
    return found[0]


def read_last_day(typed: str, first: date) -> date:
    """The last day: a day from the first one on, or how many days there are (`2`, `2 days`)."""
    counted = re.fullmatch(r"\s*(\d{1,3})\s*(?:days?)?\s*", typed)
    last = first + (int(counted[1]) - 1) * DAY if counted else read_day(typed)
    if last < first:
        raise Unread(f"{last} is before the first day ({first})", "the first day or a later one")
    if last - first >= MOST_DAYS * DAY:
        raise Unread(f"{last} is more than a year after the first day", "a nearer day")
    return last


def read_hours(typed: str) -> tuple[Hours, ...]:
    """The hours of the meetings of a day: `10:00-13:00, 15:00-18:00`, also `10h to 13h`."""
    hours: list[Hours] = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;]", typed))):
        ends = re.split(r"\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b)\s*", part)
        if len(ends) != 2:
            raise Unread(f"“{part}” has no beginning and end", "hours as 10:00-13:00, 15:00-18:00")
        starts, until = (_time_of_day(end) for end in ends)
        if until <= starts:
            raise Unread(f"“{part}” ends before it begins", "hours as 10:00-13:00, 15:00-18:00")
        if hours and starts < hours[-1].ends:
            raise Unread(f"“{part}” begins before the meeting before it ends", "later hours")
        hours.append(Hours(starts, until))
    if not hours:
        raise Unread("there is no meeting", "hours as 10:00-13:00, 15:00-18:00")
    return tuple(hours)


def _time_of_day(typed: str) -> time:
    text = f"{typed}:00" if re.fullmatch(r"\d{1,2}", typed) else typed
    found = read_time_of_day(text)
    if found is None:
        raise Unread(f"“{typed}” is no time of day", "a time as 10:00, 10h or 3 p.m.")
    return (datetime.min + min(found, DAY - timedelta(minutes=1))).time()


def working_days(first: date, last: date) -> tuple[date, ...]:
    """The days on which meetings are planned; the week's end too where there is no other day."""
    days = [first + number * DAY for number in range((last - first).days + 1)]
    return tuple([day for day in days if day.weekday() < SATURDAY] or days)


def read_limit(typed: str) -> timedelta:
    """How long a statement may be: `3`, `3:00`, `3 min`, `180 s`; a number up to 15 is minutes."""
    minutes = re.fullmatch(r"\s*(\d{1,2})\s*", typed)
    whole = minutes is not None and int(minutes[1]) <= 15
    limit = timedelta(minutes=int(typed)) if whole else length_of(typed)
    if limit is None or not typed.strip():
        raise Unread(f"“{typed}” is no length of time", "minutes and seconds as 3:00, or 3")
    if not timedelta(seconds=10) <= limit <= LONGEST_LIMIT:
        raise Unread(f"“{typed}” is no limit of a statement", "between 10 seconds and an hour")
    return limit


_NUMBERED = re.compile(
    r"(?:agenda\s+)?(?:item\s+)?(?P<symbol>(?:\d{1,3}|[A-Z])(?:\s?\([a-z]{1,3}\)|\.\d{1,2}|[a-z]\b)*)"
    r"[.):]?(?:\s+[-\u2013:]\s+|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\((?P<letter>[a-z]{1,3})\)\s+(?P<title>\S.*)", re.IGNORECASE)


def read_agenda(lines: Iterable[str]) -> tuple[Item, ...]:
    """The agenda from its lines: `1 Organizational matters`, `1(a) Elections`; `(a) Elections`
    belongs under the item before it, and a line without a number gets the next one.
    """
    items: list[Item] = []
    for line in filter(None, (" ".join(one.split()) for one in lines)):
        heading = re.match(r"\d+|[A-Z]", items[-1].symbol) if items else None
        if (below := _BELOW.fullmatch(line)) and heading:
            item = Item(f"{heading[0]}({below['letter'].lower()})", below["title"])
        elif numbered := _NUMBERED.fullmatch(line):
            item = Item(re.sub(r"\s", "", numbered["symbol"]), numbered["title"])
        else:
            item = Item(_following(items), line)
        if any(item.symbol == one.symbol for one in items):
            raise Unread(f"there are two items {item.symbol}", "each number once")
        items.append(item)
    if not items:
        raise Unread("there is no agenda item", "a line for each, as 1 General debate")
    return tuple(items)


def _following(items: list[Item]) -> str:
    numbers = [int(found[0]) for one in items if (found := re.match(r"\d+", one.symbol))]
    return str(max(numbers, default=0) + 1)


def read_item(typed: str, items: tuple[Item, ...]) -> str:
    """The symbol of the item that is named, by symbol or title; "" for none."""
    if folded(typed) in ("", "none", "no", "-"):
        return ""
    for item in items:
        if folded(typed).replace(" ", "") == folded(item.symbol) or typed == item.title:
            return item.symbol
    symbols = ", ".join(item.symbol for item in items)
    raise Unread(f"there is no item “{typed}”", f"one of {symbols}, or none")


def debated(items: tuple[Item, ...]) -> str:
    """The symbol of the item that sounds like the one everybody speaks on; "" if none does."""
    for words in DEBATED:
        for item in items:
            if words in folded(item.title).replace("-", " "):
                return item.symbol
    return ""


def read_when(typed: str, day: date) -> datetime:
    """A local day and time; a time alone is that of `day`, a day alone its midnight."""
    if (at := read_time_of_day(typed)) is not None:
        return datetime.combine(day, time()) + at
    try:
        moment = read_moment(typed)
    except Unread:
        moment = datetime.combine(read_day(typed), time())
    return moment.replace(tzinfo=None)


def identifier_of(name: str) -> str:
    """A short name of letters, digits and hyphens for files, made of the conference's name."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    return "-".join(words)[:40].strip("-") or "conference"
