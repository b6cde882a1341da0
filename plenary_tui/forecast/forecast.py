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

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property, partial
from itertools import combinations
from math import inf

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
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import is_over, order_at
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier


class Reach(StrEnum):
    """Whether a delegation will be reached."""

    THIS = "in this meeting"
    LATER = "in a later meeting"
    NOT = "not reached"


class Risk(StrEnum):
    """Of what one that is expected to be reached is at risk."""

    SLIPPING = "slipping"
    NOT_HEARD = "not being heard"


@dataclass(frozen=True)
class Expected:
    """When one that waits on the current list is expected to begin its statement.

    Attributes:
        entry: the number of the entry.
        expected: as likely before as after; None when no meeting is left for it.
        latest: nearly sure by then (90 in 100); None when that is past the last meeting.
        meeting: the number of the meeting it is expected in; 0 when none is left for it.
        at_risk_of: slipping, if it is expected in this meeting, though its latest time is in a
            later one; not being heard, if it is expected, though its latest time is past the last
            meeting; None if neither.
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


@dataclass(frozen=True)
class TierReach:
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


__all__ = [
    "NEARLY_SURE",
    "NOTHING",
    "Expected",
    "Forecast",
    "Reach",
    "Risk",
    "TierReach",
    "forecast",
]


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
    if is_over(conference, speakers):
        planned = sittings = Sittings(())
    this = planned.this
    sections = sections or sections_of(conference, speakers, at.utc)
    slots, done = _slots(partial(Work, conference, speakers, pace, priors, sittings), at, sections)
    limits = {tier: limit_for(conference, speakers.item, tier) for tier in Tier}
    order, number = order_at(conference, speakers, at.utc), this.number if this else 0
    entries = [_expected(sittings, number, slot) for slot in in_order_of(order, slots)]
    ends = sittings.place(done) if entries else None
    return Forecast(
        entries=tuple(entries),
        list_ends=ends[1] if ends else None,
        meeting_ends=_hard_stop(conference, planned),
        tiers=tuple(_reach_of(tier, entries, pace, limits[tier]) for tier in Tier),
        meeting=number,
    )


def _slots(
    new_work: Callable[[], Work], at: Instant, sections: Sequence[Section]
) -> tuple[list[Slot], float]:
    """The slots of those who wait, and the working time that all take.

    A meeting ends at its hour. So whatever comes before, a suspension or a tier that has its hour,
    nobody is later than if that had lasted up to the end, and the rest began the next meeting: each
    slot is the soonest of those courses, all of which end with something sure.
    """
    slots: dict[int, Slot] = {}
    done = inf
    for resumed in (True, False):
        work = new_work()
        if not (resumed or work.may_stay_suspended):
            break
        courses = [frozenset[int]()]
        for cut_short in courses:
            work = new_work()
            work.begin(at, resumed=resumed)
            heard, finished = heard_in_order(work, sections, cut_short)
            if not cut_short:
                courses += [
                    frozenset(some)
                    for count in range(len(finished))
                    for some in combinations(sorted(finished), count + 1)
                ]
            done = min(done, work.all_done())
            for slot in heard:
                soonest = slots.setdefault(slot.entry.id, slot)
                soonest.mean = min(soonest.mean, slot.mean)
                soonest.latest = min(soonest.latest, slot.latest)
    return list(slots.values()), done


def _expected(sittings: Sittings, this: int, slot: Slot) -> Expected:
    """A turn laid on the calendar; `this` is the number of the meeting that sits or is next."""
    entry, expected, latest = slot.entry, sittings.place(slot.mean), sittings.place(slot.latest)
    if expected is None:
        return Expected(entry.id, entry.tier, None, None, 0, Reach.NOT, None)
    which, moment = expected
    meeting, risk = sittings.left[which].number, None
    if latest is None:
        risk = Risk.NOT_HEARD
    elif meeting == this and sittings.left[latest[0]].number != this:
        risk = Risk.SLIPPING
    return Expected(
        entry=entry.id,
        tier=entry.tier,
        expected=moment,
        latest=latest[1] if latest else None,
        meeting=meeting,
        reach=Reach.THIS if meeting == this else Reach.LATER,
        at_risk_of=risk,
    )


def _hard_stop(conference: Conference, planned: Sittings) -> datetime | None:
    """When the meeting that sits was to end, though that be past; else the end of the next one."""
    if planned.sits and conference.meeting is not None:
        return conference.meeting.ends_at
    return planned.this.ends if planned.this else None


def _reach_of(tier: Tier, entries: list[Expected], pace: Pace, limit: timedelta) -> TierReach:
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
