"""Times of day, days and lengths of time as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Annotated

from plenary_tui.procedure.state.text import AsTyped, shown

LONGEST_QUOTED = 60
"""Characters of what was typed that are said again."""


class Unread(ValueError):
    """What was typed cannot be read, or could be read in two ways.

    Attributes:
        what: what is wrong, beginning with what was typed, without a full stop.
        expected: how it is typed, with an example.
    """

    def __init__(self, what: str, expected: str) -> None:
        super().__init__(what)
        self.what = what
        self.expected = expected


def _plain(text: str) -> str:
    """What was typed, its letters small, its digits and signs the usual ones, blanks single."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if plain.isascii():
        return plain
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)


# Patterns, made out when something is first typed that they may be of.
_HALF = r"( ?[ap]\.? ?m\.?)"
_TIME = rf"(\d{{1,2}}) ?[:.h] ?([0-5]\d)(?: ?[:.] ?([0-5]\d))?{_HALF}?"
_FOUR_DIGITS = r"(\d\d)([0-5]\d)()()"
_HOUR = rf"(\d{{1,2}})()(){_HALF}"
_HOURS = r"(.*\d) ?(?:hours|hrs?|uhr|h)\.?"
_IN_WORDS = {"noon": 12, "12 noon": 12, "midday": 12, "midnight": 24, "12 midnight": 24}


def read_time_of_day(text: str) -> timedelta | None:
    """How long after midnight a time of day is; None if it is none, or could mean two hours.

    Taken are `17:00`, `17:00:30`, `17.00`, `17h`, `17h30`, `1700`, `5 p.m.`, `5:30pm`, `noon`, and
    `24:00` or `midnight` for the end of the day. A bare number is no time of day.
    """
    plain = _plain(text)
    if plain in _IN_WORDS:
        return timedelta(hours=_IN_WORDS[plain])
    if hours := re.fullmatch(_HOURS, plain):
        plain = f"{hours[1]}:00" if len(hours[1]) < 3 else hours[1]
    found = (
        re.fullmatch(_TIME, plain)
        or re.fullmatch(_FOUR_DIGITS, plain)
        or re.fullmatch(_HOUR, plain)
    )
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if half := (found[4] or "").strip():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    since = timedelta(hours=hour, minutes=minute, seconds=second)
    return since if since <= timedelta(hours=24) else None


_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR_FIRST = r"(\d{4}) ?[-./] ?(\d{1,2}) ?[-./] ?(\d{1,2})"
_YEAR_LAST = r"(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4})"
_DAY_MONTH = r"(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})"
_MONTH_DAY = r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
_A_DAY = "a day as 2027-03-04"


def read_day(text: str) -> date:
    """The day that `text` names: `2027-03-04`, `04.03.2027`, `25/12/2027`, `4 March 2027`.

    Raises `Unread` for anything else; `04/03/2027` may be in March or in April.
    """
    plain = _plain(text)
    first, _, rest = plain.partition(" ")
    if len(name := first.rstrip(".,")) > 2 and any(day.startswith(name) for day in _DAYS):
        plain = rest
    if found := re.fullmatch(_YEAR_FIRST, plain):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(_YEAR_LAST, plain):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] != ".":
            day, month = _day_and_month(text, day, month, year)
    elif found := re.fullmatch(_DAY_MONTH, plain):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := re.fullmatch(_MONTH_DAY, plain):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        raise Unread(f"“{text}” is not a date", _A_DAY)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unread(f"“{text}” is not in the calendar", _A_DAY) from None


def _day_and_month(text: str, one: int, other: int, year: int) -> tuple[int, int]:
    """Day and month of `25/12/2027`; raises `Unread` where either may be the month."""
    if not (1 <= one <= 12 and 1 <= other <= 12) or one == other or not year:
        return (one, other) if other <= 12 else (other, one)
    day_first, month_first = date(year, other, one), date(year, one, other)
    raise Unread(
        f"“{text}” may be {one} {day_first:%B} or {other} {month_first:%B}",
        f"{day_first} or {month_first}",
    )


def _month(word: str) -> int:
    """The number of a month; 0 for a word that names none."""
    found = [number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word)]
    return found[0] if len(found) == 1 else 0


_ISO = r"\d{4}-?\d\d-?\d\d[T ]\d.*"
_DAY_AND_TIME = r"(\d{4} ?[-./] ?\d{1,2} ?[-./] ?\d{1,2}|.*\b\d{4})(?:, ?| at | ?t(?=\d)| )(.+)"


def read_moment(text: str) -> datetime:
    """The day and time that `text` names, such as `2027-03-04 9:30` or `04.03.2027, 17h`.

    Without an offset from UTC unless one was typed. Raises `Unread` for anything else.
    """
    if re.fullmatch(_ISO, text.strip()):
        try:
            return datetime.fromisoformat(text.strip())
        except ValueError:
            pass
    found = re.fullmatch(_DAY_AND_TIME, _plain(text))
    since = read_time_of_day(found[2]) if found else None
    expected = "a day and a time as 2027-03-04T09:30"
    try:
        if found and since is not None:
            return datetime.combine(read_day(found[1]), time()) + since
        day = read_day(text)
    except Unread as unread:
        if "not a date" not in unread.what:
            raise
        what = "has no day" if read_time_of_day(text) is not None else "is not a time"
        raise Unread(f"“{text}” {what}", expected) from None
    except OverflowError:
        raise Unread(f"“{text}” is not in the calendar", expected) from None
    raise Unread(f"“{text}” has no time of day", f"{day}T09:30")


_CLOCK = r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?: ?min(?:utes)?\.?)?"
_AMOUNT = r"(\d{1,5}(?:[.,]\d{1,3})?) ?"
_UNITS = (
    rf"(?:{_AMOUNT}h(?:ours?|rs?)?\.? ?)?"
    rf"(?:{_AMOUNT}(?:m(?:n|in(?:utes?|s)?)?\.?|['\u2032\u2019]) ?)?"
    rf"(?:{_AMOUNT}(?:s(?:ec(?:onds?|s)?)?\.?|[\"”]|['\u2032\u2019]{{2}})?)?"
)
HOW_LONG = "2:30, 3 min, or 150 for seconds"
"""How a length is typed."""


def length_of(text: str) -> timedelta | None:
    """The length that `text` names: `3:20`, `3 min`, `2.5 min`, `2 min 30 s`, `200` for seconds.

    Zero for nothing. None for what is no length: a bare `2.5` or `2.30` may be minutes, or minutes
    and seconds.
    """
    plain = _plain(text) or "0"
    if found := re.fullmatch(_CLOCK, plain):
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
    elif re.fullmatch(r"\d{1,5}", plain):
        hours, minutes, seconds = 0.0, 0.0, float(plain)
    elif re.fullmatch(r"[\d.,]*", plain) or not (found := re.fullmatch(_UNITS, plain)):
        return None
    else:
        amounts = (float((part or "0").replace(",", ".")) for part in found.groups())
        hours, minutes, seconds = amounts
        if found[1] and not found[2] and plain[-1].isdigit():  # 1h30
            minutes, seconds = seconds, 0.0
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _unfit(text: str, kind: str) -> Unread:
    """What is raised for a value as typed that is none of its kind."""
    return Unread(f"“{shown(text)[:LONGEST_QUOTED]}” is not a {kind}", HOW_LONG)


def _read_length(typed: object) -> object:
    """The length that a text names; what is no text is left to whoever asked."""
    if isinstance(typed, timedelta) and typed < timedelta(0):
        raise _unfit(str(typed), "length of time")
    if not isinstance(typed, str):
        return typed
    if (length := length_of(typed)) is None:
        raise _unfit(typed, "length of time")
    return length


def read_seconds(typed: object) -> object:
    """The whole number of seconds that a text names; what is no text is left to whoever asked."""
    if not isinstance(typed, str):
        return typed
    length = length_of(typed) if typed.strip() else None
    if length is not None and length.microseconds == 0:
        return int(length.total_seconds())
    try:
        return int(typed)
    except ValueError:
        raise _unfit(typed, "whole number of seconds") from None


def _read_signed(typed: object) -> object:
    """Seconds, on or back, that a text names; what is no text is left to whoever asked."""
    if not isinstance(typed, str):
        return typed
    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    amount = text.removeprefix("-" if text.startswith("-") else "+").strip()
    length = length_of(amount) if amount else None
    if length is not None:
        return -length.total_seconds() if text.startswith("-") else length.total_seconds()
    try:
        return float(text)
    except ValueError:
        raise _unfit(typed, "number of seconds") from None


def as_text(typed: object) -> object:
    """A whole number as its text; anything else is left to whoever asked."""
    return str(typed) if isinstance(typed, int) and not isinstance(typed, bool) else typed


Length = Annotated[timedelta, AsTyped(_read_length)]
"""A length of time as typed by a person."""
Seconds = Annotated[int, AsTyped(read_seconds)]
"""A whole number of seconds as typed by a person: `150`, `2:30`, `3 min`."""
SignedSeconds = Annotated[float, AsTyped(_read_signed)]
"""Seconds as typed by a person, on or back: `-5`, `+0:30`."""
