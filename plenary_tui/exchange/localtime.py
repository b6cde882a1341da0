"""Local times of a conference: to UTC, and moved to other days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from plenary_tui.exchange.problems import Problem, Spot, closest, quoted


def read_zone(name: object, spot: Spot, problems: list[Problem]) -> ZoneInfo:
    """The time zone of that IANA name; UTC, and a problem, if there is none."""
    try:
        return ZoneInfo(str(name))
    except (OSError, ValueError, KeyError):
        known = closest(str(name), available_timezones())
        expected = f"“{known}”" if known else "an IANA name as Europe/Vienna"
        problems.append(
            spot.problem("timezone", f"{quoted(name)} is not a known time zone", expected)
        )
        return ZoneInfo("UTC")


def utc_of(local: datetime, zone: ZoneInfo) -> datetime:
    """The UTC moment of a local time; where clocks went forward over it, that of the change."""
    if exists(local, zone):
        return local.replace(tzinfo=zone).astimezone(UTC)
    early = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(microseconds=1):
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    return late


def exists(local: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks show that local time; they skip some when they go forward."""
    aware = local.replace(tzinfo=zone)
    return aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0) == local.replace(
        fold=0
    )


class Calendar:
    """Reads the local times of a pack: reports those that no clock shows, gives all in UTC."""

    def __init__(self, zone: ZoneInfo, problems: list[Problem]) -> None:
        self._zone = zone
        self._problems = problems

    def utc(self, spot: Spot, key: str, local: datetime) -> datetime:
        """The UTC moment of the local time that stands there."""
        if not exists(local, self._zone):
            what = f"{quoted(local)} does not exist: clocks go forward over it"
            self._problems.append(spot.problem(key, what, "an hour earlier or later"))
        return utc_of(local, self._zone)

    def utc_or_none(self, spot: Spot, key: str, local: datetime | None) -> datetime | None:
        """The same where there may be no time."""
        return None if local is None else self.utc(spot, key, local)


class Move:
    """Moves the times of a pack so that one of them falls on a given moment.

    Clocks show the same hours on the days after a change of clocks as on those before. The order
    of all times is kept.
    """

    def __init__(self, planned: datetime, starting: datetime, zone: ZoneInfo) -> None:
        there = starting.astimezone(zone)
        self._zone = zone
        self._fold = there.fold
        self._by = there.replace(tzinfo=None, fold=0) - self._local(planned)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone).replace(tzinfo=None, fold=0)

    def time(self, moment: datetime) -> datetime:
        """The UTC moment to which a UTC moment moves."""
        return utc_of((self._local(moment) + self._by).replace(fold=self._fold), self._zone)

    def time_or_none(self, moment: datetime | None) -> datetime | None:
        """The same where there may be no time."""
        return None if moment is None else self.time(moment)

    def day(self, day: date) -> date:
        """The day to which a day moves: by whole days, the part of a day left over dropped."""
        return day + timedelta(days=self._by.days)

    def day_or_none(self, day: date | None) -> date | None:
        """The same where there may be no day."""
        return None if day is None else self.day(day)

    def last_day(self, day: date, ends: tuple[datetime, ...]) -> date:
        """The day to which the last day moves: not before the end of any meeting."""
        tick = timedelta(microseconds=1)
        return max(self.day(day), *((self._local(one) - tick).date() for one in ends))
