"""The cells of a table by their roles: cleaned, and what is wrong with one told where it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from plenary_tui.exchange.incoming.cells import caption, cleaned, fault_of
from plenary_tui.exchange.incoming.columns import Roles
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.moments import (
    ASKED,
    NoMoment,
    Order,
    both_ways,
    in_utc,
    is_bare_time,
    order_of,
    read_local,
    read_time,
)
from plenary_tui.exchange.incoming.offer import Overruled, Role
from plenary_tui.exchange.problems import Problem, quoted

NAMES = frozenset(
    {
        Role.DELEGATION,
        Role.SPEAKER,
        Role.FIRST,
        Role.LAST,
        Role.CLASS,
        Role.GROUP,
        Role.CODE,
        Role.ITEM,
        Role.ROOM,
        Role.ON_BEHALF_OF,
    }
)
"""What is short; the rest may be as long as a line."""


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name; UTC if there is none, as `read_offer` was told no other."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return ZoneInfo("UTC")


def unknown_zone(file: str, line: int | None, field: str, name: str) -> Problem:
    """That a file is in a time zone nobody knows, so that its times cannot be told."""
    what = f"{quoted(name)} is not a known time zone"
    return Problem(file, line, field, what, "an IANA name as Europe/Vienna")


class RowReader:
    """Reads the rows of one table.

    Attributes:
        problems: what is wrong with cells, in the order in which they were read.
        asks: how dates are to be read, where no cell tells.
    """

    def __init__(self, grid: Grid, roles: Roles, told: Overruled) -> None:
        self.grid, self.roles = grid, roles
        self.problems: list[Problem] = []
        self.asks: list[tuple[str, str]] = []
        self._told, self.zone = told, zone_of(told.timezone)
        self._orders: dict[int, Order] = {}
        self._clean: dict[tuple[bool, str], tuple[str, tuple[str, str] | None]] = {}

    def text(self, row: Record, role: Role) -> str:
        """The cell of that role; "" if there is none, or what is in it cannot be taken."""
        place = self.roles.places.get(role)
        return "" if place is None else self.at(row, place, role in NAMES)

    def at(self, row: Record, place: int, is_name: bool, quiet: bool = False) -> str:
        """The cell of a column; "" if there is none, or what is in it cannot be taken.

        Args:
            is_name: whether it is short.
            quiet: whether nothing is told of what cannot be taken.
        """
        _, cells = row
        raw = cells[place] if place < len(cells) else ""
        if not raw:
            return ""
        kept = self._clean.get((is_name, raw))
        if kept is None:
            text = caption(cleaned(raw))
            kept = self._clean[is_name, raw] = text, fault_of(text, is_name)
        text, fault = kept
        if fault is not None:
            if not quiet:
                self.fault(row, place, *fault)
            return ""
        return text

    def fault(self, row: Record, place: int | None, what: str, expected: str) -> None:
        """Tell what is wrong with a cell."""
        title = "" if place is None else self.grid.titles[place]
        self.problems.append(Problem(self.grid.file, row[0], title, what, expected))

    def wrong(self, row: Record, role: Role, what: str, expected: str = "") -> None:
        """Tell what is wrong with the cell of a role."""
        self.fault(row, self.roles.places.get(role), what, expected)

    def speaker(self, row: Record) -> str:
        """The name of whoever speaks, of one column or two."""
        if self.roles.has(Role.SPEAKER):
            return self.text(row, Role.SPEAKER)
        parts = (self.text(row, Role.FIRST), self.text(row, Role.LAST))
        return " ".join(filter(None, parts))

    def local(self, row: Record, role: Role) -> datetime | None:
        """The day and time of a cell as they stand; None if it is empty or wrong, which is told."""
        text = self.text(row, role)
        if not text:
            return None
        try:
            return read_local(text, self._order(role))
        except NoMoment as error:
            self.wrong(row, role, error.what, error.expected)
            return None

    def moment(self, row: Record, role: Role) -> datetime | None:
        """The same in UTC."""
        local = self.local(row, role)
        return None if local is None else in_utc(local, self.zone)

    def time_on(self, row: Record, role: Role, day: date | None) -> datetime | None:
        """A day and time in UTC, or a bare time on that day."""
        text = self.text(row, role)
        if not text or not is_bare_time(text):
            return self.moment(row, role)
        if day is None:
            self.wrong(row, role, f"{quoted(text)} has no day", "a day and a time")
            return None
        try:
            return in_utc(read_time(text, day), self.zone)
        except NoMoment as error:
            self.wrong(row, role, error.what, error.expected)
            return None

    def day(self, row: Record) -> date | None:
        """The day of a row: of its own column, or of its beginning."""
        role = Role.DATE if self.roles.has(Role.DATE) else Role.STARTS
        if role is Role.STARTS and is_bare_time(self.text(row, role)):
            return None
        local = self.local(row, role)
        if local is None:
            return None
        return local.astimezone(self.zone).date() if local.tzinfo is not None else local.date()

    def _order(self, role: Role) -> Order:
        place = self.roles.places[role]
        if place not in self._orders:
            order = order_of(map(cleaned, self.grid.column(place)), self._told.day_first)
            self._orders[place] = order
            if order.unsure and (ask := (both_ways(order.unsure), ASKED)) not in self.asks:
                self.asks.append(ask)
        return self._orders[place]

    def is_empty(self, role: Role) -> bool:
        """Whether the column of a role has nothing in any row."""
        place = self.roles.places[role]
        return not any(cell.strip() for cell in self.grid.column(place))


def aware(moment: datetime) -> datetime:
    """The moment with UTC where it has no zone."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
