"""Who is reached, and who is at risk: what the forecast says of one that waits, and of a tier.

A slot is working time: when somebody begins, as likely before as after, and by when nearly surely.
Laid on the meetings that are left it says in which of them that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from plenary_tui.forecast.hours_left import Sittings
from plenary_tui.forecast.pace import Pace
from plenary_tui.forecast.slots import Slot
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Tier


class Reach(StrEnum):
    """Whether a delegation will be reached."""

    THIS = "in this meeting"
    LATER = "in a later meeting"
    NOT = "not reached"


class Risk(StrEnum):
    """Of what one that is expected to be reached is at risk (`risk_of`)."""

    SLIPPING = "slipping"
    NOT_HEARD = "not being heard"


class Expected(Value):
    """When one that waits on the current list is expected to begin its statement.

    Attributes:
        entry: the number of the entry.
        expected: as likely before as after; None when no meeting is left for it.
        latest: nearly sure by then (90 in 100); None when that is past the last meeting.
        meeting: the number of the meeting it is expected in; 0 when none is left for it.
        at_risk_of: as `risk_of` says; None where it is at no risk, or not expected at all.
    """

    entry: int
    tier: Tier
    expected: datetime | None
    latest: datetime | None
    meeting: int
    reach: Reach
    at_risk_of: Risk | None

    @property
    def at_risk(self) -> bool:
        """Whether it is expected to be reached, but not nearly sure to be, now or at all."""
        return self.at_risk_of is not None


class TierReach(Value):
    """How far a tier comes.

    Attributes:
        this_meeting, later, unreached: how many of the `waiting` are expected there.
        may_slip: how many of those expected in this meeting may be heard only in a later one.
        may_not: how many of those expected may not be heard at all.
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
    may_slip: int
    may_not: int
    used: timedelta | None
    allotted: timedelta | None
    heard: int
    limit: timedelta

    @property
    def at_risk(self) -> int:
        """How many of those expected are at risk, of the one or the other."""
        return self.may_slip + self.may_not


def expected_of(sittings: Sittings, this: int, slot: Slot) -> Expected:
    """A slot laid on the calendar; `this` is the number of the meeting that sits or is next."""
    entry, expected, latest = slot.entry, sittings.place(slot.mean), sittings.place(slot.latest)
    if expected is None:
        return Expected(entry.id, entry.tier, None, None, 0, Reach.NOT, None)
    meeting, last = (
        sittings.left[one[0]].number if one is not None else None for one in (expected, latest)
    )
    assert meeting is not None
    return Expected(
        entry=entry.id,
        tier=entry.tier,
        expected=expected[1],
        latest=latest[1] if latest else None,
        meeting=meeting,
        reach=Reach.THIS if meeting == this else Reach.LATER,
        at_risk_of=risk_of(meeting, last, this),
    )


def risk_of(expected: int, latest: int | None, this: int) -> Risk | None:
    """Of what one is at risk that is expected in a meeting; None if it is at none.

    It may not be heard if its latest time is past the last meeting. It may slip if it is expected
    in this meeting, though its latest time is in a later one; from one later meeting to another
    nobody is said to slip.

    Args:
        expected, latest: the numbers of the meetings in which its expected and its latest time
            are; None for past the last.
        this: the number of the meeting that sits, or else is next.
    """
    if latest is None:
        return Risk.NOT_HEARD
    return Risk.SLIPPING if expected == this and latest != this else None


def reach_of_tier(
    tier: Tier, entries: Sequence[Expected], pace: Pace, limit: timedelta
) -> TierReach:
    """How far a tier comes, of all that wait; `limit` is that of its next statement."""
    mine = [entry for entry in entries if entry.tier is tier]
    used, allotted = pace.used[tier], pace.allotted[tier]
    return TierReach(
        tier=tier,
        waiting=len(mine),
        this_meeting=sum(entry.reach is Reach.THIS for entry in mine),
        later=sum(entry.reach is Reach.LATER for entry in mine),
        unreached=sum(entry.reach is Reach.NOT for entry in mine),
        may_slip=sum(entry.at_risk_of is Risk.SLIPPING for entry in mine),
        may_not=sum(entry.at_risk_of is Risk.NOT_HEARD for entry in mine),
        used=None if used is None else timedelta(seconds=used),
        allotted=None if allotted is None else timedelta(seconds=allotted),
        heard=pace.heard[tier],
        limit=limit,
    )
