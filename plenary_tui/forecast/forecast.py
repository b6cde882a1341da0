"""The forecast: when each delegation on the current list will speak, and who will not be reached.

Working time adds up along the list: what is left of the statement in progress and of the item's
stages, then for every position a gap and a statement. Its mean is the time to expect. Its variance
has a part that each position brings anew, and a part that all share (nobody knows the room's pace
exactly), which therefore grows with the length of the list and not with its root. Those absent
when called come again at the end of their tier; those who will still be inscribed in a tier speak
before the tiers that follow it. Working time is then laid on the calendar, breaks left out.

A pure function of the state and the instant; linear in the length of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from plenary_tui.forecast.hours_left import Sittings, likely_sittings, sittings_left
from plenary_tui.forecast.pace import Pace, measure
from plenary_tui.forecast.priors import PRIORS, Priors
from plenary_tui.forecast.slots import (
    NEARLY_SURE,
    Section,
    Slot,
    heard_in_order,
    in_order_of,
    sections_of,
)
from plenary_tui.forecast.worktime import Work
from plenary_tui.procedure.speakers.order import order_at
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Stage, Tier


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


__all__ = ["NEARLY_SURE", "NOTHING", "Expected", "Forecast", "Reach", "TierReach", "forecast"]


def forecast(
    conference: Conference,
    at: Instant,
    *,
    priors: Priors = PRIORS,
    sections: Sequence[Section] | None = None,
    pace: Pace | None = None,
) -> Forecast:
    """When everybody on the current list will speak, as far as can be told at `at`.

    Args:
        sections: heard in their order; by default those that stand for the list.
        pace: of the room; by default what its statements have shown.
    """
    speakers = conference.current_list
    if speakers is None:
        return NOTHING
    planned = sittings_left(conference, speakers, at.utc)
    pace = pace or measure(conference, speakers, at.utc, priors)
    sittings = likely_sittings(conference, speakers, at, pace, priors)
    if _concluded(conference):
        planned = sittings = Sittings(())
    this = planned.this
    work = Work(conference, speakers, pace, priors, sittings)
    work.begin(at)
    slots = heard_in_order(work, sections or sections_of(conference, speakers, at.utc))
    order, number = order_at(conference, speakers, at.utc), this.number if this else 0
    entries = [_expected(sittings, number, slot) for slot in in_order_of(order, slots)]
    ends = sittings.place(work.all_done()) if entries else None
    return Forecast(
        entries=tuple(entries),
        list_ends=ends[1] if ends else None,
        meeting_ends=_hard_stop(conference, planned),
        tiers=tuple(_reach_of(tier, entries, pace, work.limits[tier]) for tier in Tier),
        meeting=number,
    )


def _expected(sittings: Sittings, this: int, slot: Slot) -> Expected:
    """A turn laid on the calendar; `this` is the number of the meeting that sits or is next."""
    entry, expected, latest = slot.entry, sittings.place(slot.mean), sittings.place(slot.latest)
    if expected is None:
        return Expected(entry.id, entry.tier, None, None, 0, Reach.NOT, False)
    which, moment = expected
    meeting = sittings.left[which].number
    late = latest is None or sittings.left[latest[0]].number != this
    return Expected(
        entry=entry.id,
        tier=entry.tier,
        expected=moment,
        latest=latest[1] if latest else None,
        meeting=meeting,
        reach=Reach.THIS if meeting == this else Reach.LATER,
        at_risk=latest is None or (meeting == this and late),
    )


def _hard_stop(conference: Conference, planned: Sittings) -> datetime | None:
    """When the meeting that sits was to end, though that be past; else the end of the next one."""
    if planned.sits and conference.meeting is not None:
        return conference.meeting.ends_at
    return planned.this.ends if planned.this else None


def _concluded(conference: Conference) -> bool:
    item = conference.current_item
    over = (Stage.CONCLUDED, Stage.DEBATE_CLOSED)
    return item is not None and item.stage_in(conference.body) in over


def _reach_of(tier: Tier, entries: list[Expected], pace: Pace, limit: timedelta) -> TierReach:
    mine = [entry for entry in entries if entry.tier is tier]
    used, allotted = pace.used[tier], pace.allotted[tier]
    return TierReach(
        tier=tier,
        waiting=len(mine),
        this_meeting=sum(entry.reach is Reach.THIS for entry in mine),
        later=sum(entry.reach is Reach.LATER for entry in mine),
        unreached=sum(entry.reach is Reach.NOT for entry in mine),
        at_risk=sum(entry.at_risk for entry in mine),
        used=None if used is None else timedelta(seconds=used),
        allotted=None if allotted is None else timedelta(seconds=allotted),
        heard=pace.heard[tier],
        limit=limit,
    )
