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
from datetime import datetime
from functools import cached_property, partial
from itertools import combinations
from math import inf

from plenary_tui.forecast.hours_left import Sittings, likely_sittings, sittings_left
from plenary_tui.forecast.pace import Pace, measure
from plenary_tui.forecast.priors import PRIORS, Priors
from plenary_tui.forecast.reach import Expected, TierReach, expected_of, reach_of_tier
from plenary_tui.forecast.slots import (
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
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier


class Forecast(Value, dict=True):
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
    entries = [expected_of(sittings, number, slot) for slot in in_order_of(order, slots)]
    ends = sittings.place(done) if entries else None
    return Forecast(
        entries=tuple(entries),
        list_ends=ends[1] if ends else None,
        meeting_ends=_hard_stop(conference, planned),
        tiers=tuple(reach_of_tier(tier, entries, pace, limits[tier]) for tier in Tier),
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


def _hard_stop(conference: Conference, planned: Sittings) -> datetime | None:
    """When the meeting that is open ends; else the end of the next one for the list."""
    if conference.sitting is not None:
        return conference.ends_at
    return planned.this.ends if planned.this else None
