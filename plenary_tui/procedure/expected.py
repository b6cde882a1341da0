"""What a forecast says: when each is expected, how far each tier comes, when the list ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from plenary_tui.procedure.vocabulary import Tier


class Reach(StrEnum):
    """Whether a delegation will be reached."""

    THIS = "in this meeting"
    LATER = "in a later meeting"
    NOT = "not reached"


@dataclass(frozen=True)
class Expected:
    """When one that waits on the current list is expected to begin its statement.

    Attributes:
        entry: the number of the entry.
        expected: as likely before as after; None when no meeting is left for it.
        latest: nearly sure by then (90 in 100); None when that is past the last meeting.
        meeting: the number of the meeting it is expected in; 0 when none is left for it.
        at_risk: expected to be reached, though its latest time is past the end of this meeting,
            or past the last one.
    """

    entry: int
    tier: Tier
    expected: datetime | None
    latest: datetime | None
    meeting: int
    reach: Reach
    at_risk: bool


@dataclass(frozen=True)
class TierReach:
    """How far a tier comes.

    Attributes:
        this_meeting, later, unreached: how many of the `waiting` are expected there.
        at_risk: how many of those expected are at risk.
        used: mean time that the tier's statements on this item took; None before the first.
        allotted: mean time limit of those statements; None before the first.
        heard: how many statements those were.
        limit: the time limit of its next statement.
    """

    tier: Tier
    waiting: int
    this_meeting: int
    later: int
    unreached: int
    at_risk: int
    used: timedelta | None
    allotted: timedelta | None
    heard: int
    limit: timedelta


@dataclass(frozen=True)
class Forecast:
    """The forecast of the current list.

    Attributes:
        entries: those who wait, in the order of the list.
        list_ends: when the last statement is expected to end; None when nobody waits or no
            meeting holds it.
        meeting_ends: the hard stop of the meeting that sits, else of the item's next one; None if
            there is none.
        meeting: the number of that meeting; 0 if none is left.
    """

    entries: tuple[Expected, ...]
    list_ends: datetime | None
    meeting_ends: datetime | None
    tiers: tuple[TierReach, ...]
    meeting: int = 0

    @cached_property
    def by_entry(self) -> dict[int, Expected]:
        """Those who wait, by the number of their entry."""
        return {one.entry: one for one in self.entries}

    def tier(self, tier: Tier) -> TierReach | None:
        """How far a tier comes; None while no item is taken up."""
        return next((one for one in self.tiers if one.tier is tier), None)


NOTHING = Forecast((), None, None, ())
"""The forecast while no item is taken up."""
