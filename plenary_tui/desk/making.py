"""A conference is made from a pack, in a database of its own."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from plenary_tui import medium
from plenary_tui.clock import Clock
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground.as_typed import Unread, read_day, read_moment
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.open_journal import create
from plenary_tui.storage.recovery import put_in_place


class NotATime(ValueError):
    """What was typed is not a date and time."""


class Made(Value):
    """A conference that was made.

    Attributes:
        path: its database.
        name: of the conference.
        opens_at: when its first meeting opens, in its time zone; None if none is planned.
        kept: where the conference is that was there before; None if none was.
    """

    path: Path
    name: str
    opens_at: datetime | None
    kept: Path | None = None


def make_conference(
    path: Path,
    pack: str,
    clock: Clock,
    station: str,
    *,
    starting: str = "",
    rehearsal: bool = False,
    replace: bool = False,
) -> Made:
    """Make a conference from a pack, in a database that must not exist unless it is replaced.

    Args:
        starting: when its first meeting opens: a day and a time, of the conference's zone unless
            it has an offset, or `now`; "" as in the pack.
        replace: keep a conference that is there beside it, under a name with the time.

    Raises:
        NotATime: if `starting` is none.
        PackError: if the pack cannot be read.
        StorageError: if it cannot be made there, or something is there already.
    """
    read = load_pack(pack)
    at = clock.now()
    moment = _moment(starting, read.conference.timezone, at.utc) if starting else None
    convened = read.convene(at, starting=moment, rehearsal=rehearsal)
    kept = (
        put_in_place(path, (convened,), station, at.utc)
        if replace and medium.is_there(path)
        else None
    )
    if kept is None:
        create(path, (convened,), station)
    opens_at = min((one.starts for one in convened.programme), default=None)
    there = opens_at.astimezone(zone(convened.timezone)) if opens_at else None
    return Made(path, convened.name, there, kept)


def _moment(text: str, timezone: str, now: datetime) -> datetime:
    """The UTC moment that `text` names; raises `NotATime`."""
    if text.strip().casefold() == "now":
        return now.replace(second=0, microsecond=0)
    try:
        moment = _read(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone(timezone))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotATime(text) from None


def _read(text: str) -> datetime:
    """The day and time that `text` names, midnight if only a day; raises `Unread`."""
    try:
        return read_moment(text)
    except Unread:
        return datetime.combine(read_day(text), time())
