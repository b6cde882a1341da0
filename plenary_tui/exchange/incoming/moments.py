"""Days and times as offices write them, read a column at a time.

Whether 02/09/2024 is a day in September or in February is known by the other cells of its column,
or asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from plenary_tui.exchange.localtime import utc_of
from plenary_tui.procedure.ground.as_typed import Unread, read_day
from plenary_tui.procedure.state.frozen import Value

YEARS = range(1990, 2200)
"""Years in which anything of a conference may be."""
SERIAL = range(20_000, 80_001)
"""Days since 1900 that a spreadsheet shows as a number where it was not told that they are days."""
_FIRST_DAY = datetime(1899, 12, 30)
ASKED = "--day-first or --month-first"
"""The options that say which number is the day."""

_TIME = (
    r"(?P<hour>\d{1,2})(?::|h|\.)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
)
_OFFSET = r"\s*(?P<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::\d{2})?)?"
_AFTER = rf"(?:(?:\s*,?\s+(?:at |à |um )?|T){_TIME}{_OFFSET})?"
_ISO = re.compile(rf"(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_AFTER}")
_CHINESE = re.compile(rf"(?P<y>\d{{4}})年(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日(?:\s*{_TIME})?")
_SLASHED = re.compile(
    rf"(?P<one>\d{{1,2}})\s*[-/.]\s*(?P<two>\d{{1,2}})\s*[-/.]\s*(?P<y>\d{{4}}|\d{{2}}){_AFTER}"
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_BARE = re.compile(rf"(?:T)?{_TIME}{_OFFSET}")
_NUMBER = re.compile(r"\d{5}(?:[.,]\d+)?")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class NoMoment(ValueError):
    """A text that is no day or time: what is wrong, and what was expected."""

    def __init__(self, what: str, expected: str) -> None:
        super().__init__(what)
        self.what, self.expected = what, expected


class Order(Value):
    """Whether the day comes first in the dates of a column.

    Attributes:
        day_first: as it is read.
        unsure: a date that may be read either way, if none tells; "" otherwise.
    """

    day_first: bool = True
    unsure: str = ""


def western(text: str) -> str:
    """The text with Arabic-Indic digits made those that are read everywhere."""
    return text if text.isascii() else text.translate(_DIGITS)


def order_of(cells: Iterable[str], told: bool | None) -> Order:
    """How the dates of a column are to be read."""
    if told is not None:
        return Order(told)
    unsure, first, second = "", 0, 0
    for cell in cells:
        found = _SLASHED.fullmatch(western(cell).strip())
        if found is None:
            continue
        one, two = int(found["one"]), int(found["two"])
        first += one > 12
        second += two > 12
        if one != two and not unsure:
            unsure = cell
    if first or second:
        return Order(first >= second)
    return Order(True, unsure)


def both_ways(unsure: str) -> str:
    """The question about a date that may be read either way."""
    found = _SLASHED.fullmatch(western(unsure).strip())
    if found is None:
        return ""
    one, two = int(found["one"]), int(found["two"])
    told = [f"{day} {date(2000, month, 1):%B}" for day, month in ((one, two), (two, one))]
    return f"Is “{unsure}” {told[0]} (as it is taken) or {told[1]}?"


def is_date(text: str) -> bool:
    """Whether a text has the form of a day, with or without a time."""
    text = western(text).strip()
    return any(form.fullmatch(text) for form in (_ISO, _SLASHED, _CHINESE))


def is_bare_time(text: str) -> bool:
    """Whether a text has the form of a time without a day."""
    return _BARE.fullmatch(western(text).strip()) is not None


def read_local(text: str, order: Order) -> datetime:
    """The day and time as they stand; with an offset if one is written. Raises `NoMoment`."""
    plain = western(text).strip()
    if _NUMBER.fullmatch(plain):
        days = float(plain.replace(",", "."))
        if int(days) in SERIAL:
            exact = _FIRST_DAY + timedelta(days=days)
            return (exact + timedelta(microseconds=500_000)).replace(microsecond=0)
    found = _ISO.fullmatch(plain) or _CHINESE.fullmatch(plain) or _COMPACT.fullmatch(plain)
    try:
        if found is not None:
            day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        elif (found := _SLASHED.fullmatch(plain)) is not None:
            one, two = int(found["one"]), int(found["two"])
            year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
            day = date(year, *((two, one) if order.day_first else (one, two)))
        else:
            return _in_words(text, plain)
        moment = _with_time(day, found.groupdict())
    except NoMoment:
        raise
    except (ValueError, OverflowError):
        raise NoMoment(
            f"“{text[:40]}” is not a date", "a day and a time as 2027-03-04 09:30"
        ) from None
    if moment.year not in YEARS:
        raise NoMoment(f"“{text[:40]}” is out of range", f"a year from {YEARS[0]} to {YEARS[-1]}")
    return moment


def _in_words(text: str, plain: str) -> datetime:
    """A day with its month in words, as the podium reads it; raises `NoMoment`."""
    if _BARE.fullmatch(plain):
        raise NoMoment(f"“{text[:40]}” has no day", "a day and a time as 2027-03-04 09:30")
    try:
        day = read_day(plain)
    except (Unread, ValueError):
        if plain.replace(".", "").isdigit():
            what = f"“{text[:40]}” is a number, not a date"
        else:
            what = f"“{text[:40]}” is not a date"
        raise NoMoment(what, "a day and a time as 2027-03-04 09:30") from None
    return datetime.combine(day, time())


def _with_time(day: date, found: dict[str, str | None]) -> datetime:
    if found.get("hour") is None:
        return datetime.combine(day, time())
    moment = datetime.combine(day, _time_of(found))
    offset = found.get("offset")
    if not offset:
        return moment
    if offset in ("Z", "UTC", "GMT"):
        return moment.replace(tzinfo=UTC)
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    if moment.time() == time() and shift.total_seconds() % 900:
        return moment  # a day, with the offset that clocks of the place had before zones
    return moment.replace(tzinfo=timezone(sign * shift))


def _time_of(found: dict[str, str | None]) -> time:
    hour = int(found["hour"] or 0)
    if half := found.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half in "pP" else 0)
    return time(hour, int(found["minute"] or 0), int(found["second"] or 0))


_RANGE = re.compile(
    r"(\d{1,2}(?:[:h.]\d{2})?(?:\s*[ap]\.?m\.?)?)\s*(?:[-\u2013\u2014]|to|à|a|bis|до|إلى|至)\s*"
    r"(\d{1,2}[:h.]\d{2}(?:\s*[ap]\.?m\.?)?)",
    re.IGNORECASE,
)


def as_range(text: str) -> tuple[str, str] | None:
    """The two times of "10:00-13:00"; None if a text has another form."""
    found = _RANGE.fullmatch(western(text).strip())
    return (found[1], found[2]) if found else None


def read_time(text: str, day: date) -> datetime:
    """A bare time as it stands on that day; raises `NoMoment`."""
    found = _BARE.fullmatch(western(text).strip())
    try:
        if found is None:
            raise ValueError
        return _with_time(day, found.groupdict())
    except ValueError:
        raise NoMoment(f"“{text[:40]}” is not a time", "a time as 09:30") from None


def in_utc(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC; without an offset it is of that zone."""
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return utc_of(moment, zone)
