"""Times of day and lengths of time: reading what a person typed, and saying them in words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import Conference

_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


@lru_cache(maxsize=8)
def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name."""
    return ZoneInfo(name)


def local(conference: Conference, moment: datetime) -> datetime:
    """The moment in the conference's time zone."""
    return moment.astimezone(zone(conference.timezone))


def read_time(conference: Conference, text: str, today: datetime) -> datetime:
    """The UTC moment that `text` names: `13:00` today, or an ISO date and time.

    Times without an offset are the conference's. Raises `Refused` for anything else.
    """
    try:
        if match := _TIME_OF_DAY.fullmatch(text.strip()):
            hour, minute, second = (int(part or 0) for part in match.groups())
            moment = local(conference, today).replace(
                hour=hour, minute=minute, second=second, microsecond=0
            )
        else:
            moment = datetime.fromisoformat(text.strip())
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=zone(conference.timezone))
        # At the ends of the calendar a moment may have no time of day in the conference's zone.
        return local(conference, moment).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refused(
            f"“{text}” is not a time.", "Type it as 13:00, or as 2024-10-14T13:00."
        ) from None


def say_day(day: date) -> str:
    """A day in words, e.g. `Monday 14 October 2024`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def say_moment(conference: Conference, moment: datetime) -> str:
    """A moment in words in the conference's zone, e.g. `12:00 on Monday 14 October 2024`."""
    there = local(conference, moment)
    seconds = f"{there:%H:%M:%S}" if there.second else f"{there:%H:%M}"
    return f"{seconds} on {say_day(there.date())}"


_LENGTH = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)|(\d{1,5}))")


def read_length(typed: object) -> object:
    """A length as typed, `3:20` or `200` for seconds, and zero for nothing.

    What is no text is left to whoever asked. Raises ValueError.
    """
    if not isinstance(typed, str):
        return typed
    found = _LENGTH.fullmatch(typed.strip() or "0")
    if found is None:
        raise ValueError("a length is typed as 3:20, or as 200 for seconds")
    hours, minutes, seconds, alone = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds + alone)


Length = Annotated[timedelta, BeforeValidator(read_length), Field(ge=timedelta(0))]
"""A length of time as typed by a person."""


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
