"""A conference is made from a pack, in a database that is not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.clock import Clock
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.storage.open_journal import create


class NotATime(ValueError):
    """What was typed is not a date and time."""


@dataclass(frozen=True, slots=True)
class Made:
    """A conference that was made.

    Attributes:
        path: its database.
        name: of the conference.
        opens_at: when its first meeting opens, in its time zone; None if none is planned.
    """

    path: Path
    name: str
    opens_at: datetime | None


def make_conference(
    path: Path,
    pack: str,
    clock: Clock,
    station: str,
    *,
    starting: str = "",
    rehearsal: bool = False,
) -> Made:
    """Make a conference from a pack, in a database that must not exist.

    Args:
        starting: when its first meeting opens: an ISO date and time, of the conference's zone
            unless it has an offset, or `now`; "" as in the pack.

    Raises:
        NotATime: if `starting` is none.
        PackError: if the pack cannot be read.
        StorageError: if it cannot be made there, or something is there already.
    """
    read = load_pack(pack)
    at = clock.now()
    moment = _moment(starting, read.conference.timezone, at.utc) if starting else None
    convened = read.convene(at, starting=moment, rehearsal=rehearsal)
    create(path, (convened,), station)
    opens_at = min((one.starts for one in convened.programme), default=None)
    there = opens_at.astimezone(zone(convened.timezone)) if opens_at else None
    return Made(path, convened.name, there)


def _moment(text: str, timezone: str, now: datetime) -> datetime:
    """The UTC moment that `text` names; raises `NotATime`."""
    if text.strip().casefold() == "now":
        return now.replace(second=0, microsecond=0)
    try:
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone(timezone))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotATime(text) from None
