"""Moments in the time zone of the conference: read as a person types them, and said in words.

All of it is in the zone of the place, also where the computer stands elsewhere (rule 1).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.as_typed import Unread, read_moment, read_time_of_day
from plenary_tui.procedure.state.conference import Conference


@lru_cache(maxsize=8)
def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name."""
    return ZoneInfo(name)


def local(conference: Conference, moment: datetime) -> datetime:
    """The moment in the conference's time zone."""
    return moment.astimezone(zone(conference.timezone))


class Looking(Enum):
    """Which day is meant by a time of day without one; it matters around midnight only."""

    AHEAD = "ahead"
    BACK = "back"
    NEAREST = "nearest"


NIGHT = timedelta(hours=8)
"""How near an hour of another day must be to be meant.

What lies further is sooner an hour of the other half of this day: at 15:00 `4:30` is refused as
past, and not taken for the night."""


def read_time(
    conference: Conference, text: str, near: datetime, looking: Looking = Looking.AHEAD
) -> datetime:
    """The UTC moment that `text` names: a time of day, or a day and a time.

    Times without an offset are the conference's. A time of day is of the day of `near`, unless it
    is looked for on the other side of it and lies there within a night: at 23:55 `00:30` is ahead,
    at 00:10 `23:50` is back.

    Raises `Refused` for anything else.
    """
    day = local(conference, near).date()
    how = f"Type it as 13:00, 13h or 1 p.m., or with its day as {day}T13:00."
    try:
        since = read_time_of_day(text)
        if since is not None:
            return _near(conference, since, near, looking)
        moment = read_moment(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone(conference.timezone))
        # At the ends of the calendar a moment may have no time of day in the conference's zone.
        return local(conference, moment).astimezone(UTC)
    except Unread as unread:
        raise Refused(f"{unread.what}.", how) from None
    except (ValueError, OverflowError):
        raise Refused(f"“{text}” is not a time.", how) from None


def _near(conference: Conference, since: timedelta, near: datetime, looking: Looking) -> datetime:
    """The moment of a time of day that is meant near another."""
    there = local(conference, near)
    midnight = datetime.combine(there.date(), time())
    before, same, after = (
        (midnight + timedelta(days=days) + since).replace(tzinfo=there.tzinfo).astimezone(UTC)
        for days in (-1, 0, 1)
    )
    match looking:
        case Looking.AHEAD:
            minute = near.replace(second=0, microsecond=0)
            return after if same < minute and after - near <= NIGHT else same
        case Looking.BACK:
            return before if same > near and near - before <= NIGHT else same
        case Looking.NEAREST:
            nearest = min((same, before, after), key=lambda one: abs(one - near))
            return nearest if abs(nearest - near) <= NIGHT else same


def say_day(day: date) -> str:
    """A day in words, e.g. `Monday 14 October 2024`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def say_moment(conference: Conference, moment: datetime) -> str:
    """A moment in words in the conference's zone, e.g. `12:00 on Monday 14 October 2024`."""
    there = local(conference, moment)
    seconds = f"{there:%H:%M:%S}" if there.second else f"{there:%H:%M}"
    return f"{seconds} on {say_day(there.date())}"


def say_hour(conference: Conference, moment: datetime, now: datetime) -> str:
    """A moment in words, with its day only where that is not today: `13:00`."""
    there = local(conference, moment)
    if there.date() != local(conference, now).date():
        return say_moment(conference, moment)
    return f"{there:%H:%M}"


def say_seconds(seconds: float) -> str:
    """A duration as a clock shows it, e.g. `3:00`; hours only if there are any."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    sign = "-" if seconds < 0 and whole else ""
    if hours:
        return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{sign}{rest // 60}:{rest % 60:02}"


def ordinal(number: int) -> str:
    """An ordinal, e.g. `1st`, `12th`."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"
