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

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from math import sqrt
from statistics import NormalDist

from plenary_tui.procedure.conference import Conference, Entry, Floor, SpeakersList
from plenary_tui.procedure.limits import limit_for
from plenary_tui.procedure.pace import PRIORS, Estimate, Pace, Priors, measure
from plenary_tui.procedure.sittings import UNENDING, Sittings, sittings_left
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import FloorKind, ItemKind, Phase, Stage, Tier

NEARLY_SURE = 0.9
"""The probability with which a delegation speaks by its latest time."""
_SUREST = 0.98
"""Further out than this the normal distribution says little about a room."""
_HEAVIEST = 0.5
"""Those still to be inscribed take at most this share of the time."""
_NORMAL = NormalDist()
_AT_ONCE = Estimate(0.0, 0.0, 0.0)


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


def forecast(conference: Conference, at: Instant, *, priors: Priors = PRIORS) -> Forecast:
    """When everybody on the current list will speak, as far as can be told at `at`."""
    speakers = conference.current_list
    if speakers is None:
        return NOTHING
    sittings = sittings_left(conference, speakers, at.utc)
    if _concluded(conference):
        sittings = Sittings((), sittings.sits)
    pace = measure(conference, speakers, at.utc, priors)
    work = _Work(conference, speakers, pace, priors, sittings)
    work.begin(at)
    entries: list[Expected] = []
    for queue in speakers.queues:
        tier = _Turns(work, queue.tier)
        entries.extend(tier.next(entry) for entry in queue.waiting)
        tier.close()
    this = sittings.this
    ends = sittings.place(work.all_done()) if entries else None
    return Forecast(
        entries=tuple(entries),
        list_ends=ends[1] if ends else None,
        meeting_ends=this.ends if this and this.ends != UNENDING else None,
        tiers=tuple(_reach_of(tier, entries, pace, work.limits[tier]) for tier in Tier),
        meeting=this.number if this else 0,
    )


def _concluded(conference: Conference) -> bool:
    item = conference.current_item
    over = (Stage.CONCLUDED, Stage.DEBATE_CLOSED)
    return item is not None and item.stage_in(conference.body) in over


def _reach_of(tier: Tier, entries: list[Expected], pace: Pace, limit: timedelta) -> TierReach:
    mine = [one for one in entries if one.tier is tier]
    used = pace.used[tier]
    return TierReach(
        tier=tier,
        waiting=len(mine),
        this_meeting=sum(one.reach is Reach.THIS for one in mine),
        later=sum(one.reach is Reach.LATER for one in mine),
        unreached=sum(one.reach is Reach.NOT for one in mine),
        at_risk=sum(one.at_risk for one in mine),
        used=None if used is None else timedelta(seconds=used),
        heard=pace.heard[tier],
        limit=limit,
    )


class _Work:
    """The working time that adds up along a list, in seconds: its mean and what it varies by."""

    def __init__(
        self,
        conference: Conference,
        speakers: SpeakersList,
        pace: Pace,
        priors: Priors,
        sittings: Sittings,
    ) -> None:
        self.conference, self.speakers = conference, speakers
        self.pace, self.priors, self.sittings = pace, priors, sittings
        self.limits = {tier: limit_for(conference, speakers.item, tier) for tier in Tier}
        self.mean = 0.0
        self.variance = 0.0
        self.gaps = 0.0
        self.spoken = dict.fromkeys(Tier, 0.0)  # seconds allotted and used, by tier
        self.coming: list[tuple[float, float, float, float]] = []

    def begin(self, at: Instant) -> None:
        """Add what comes before the list: the statement in progress, the stages of the item."""
        priors, item = self.priors, self.conference.current_item
        if item is not None:
            stage = item.stage_in(self.conference.body)
            thematic = item.kind is ItemKind.THEMATIC
            if stage is Stage.NOT_TAKEN_UP:
                self.mean += priors.introduction
            if thematic and stage in (Stage.NOT_TAKEN_UP, Stage.INTRODUCED):
                self.mean += priors.secretariat
            self.variance += (self.mean / 2) ** 2
        if self.conference.floor is not None:
            self._add_floor(self.conference.floor, at)

    def _add_floor(self, floor: Floor, at: Instant) -> None:
        """Add what is left of a statement, given the time already used."""
        if floor.entry is None or not floor.limit:
            president = floor.kind is FloorKind.PRESIDENT
            mean = self.priors.president if president else self.priors.secretariat
            spread = mean / 2
        else:
            share = self.pace.share[floor.entry.tier]
            limit = floor.limit.total_seconds()
            mean, spread = share.mean * limit, share.spread * limit
        if floor.phase is Phase.CALLED:
            waited = at.since(floor.called_at).total_seconds()
            self.mean += max(0.0, self.pace.gap.mean - waited)
        left, doubt = _left(mean, spread, floor.clock.elapsed(at).total_seconds())
        self.mean += left
        self.variance += doubt**2

    def add(self, tier: Tier, turns: float, chance: float) -> None:
        """Add turns of a tier: to each a gap, and a statement that is made with a probability."""
        share, limit = self.pace.share[tier], self.limits[tier].total_seconds()
        length = share.mean * limit
        self.mean += turns * (self.pace.gap.mean + chance * length)
        self.variance += turns * (
            self.pace.gap.spread**2
            + chance * (share.spread * limit) ** 2
            + chance * (1 - chance) * length**2
        )
        self.gaps += turns
        self.spoken[tier] += turns * chance * limit

    def expect_inscriptions(self, tier: Tier) -> None:
        """From here on, those still to be inscribed in a tier that is over speak first."""
        rate = self.pace.late[tier]
        if not rate:
            return
        closes = self.speakers.queue(tier).closes_at
        until = self.sittings.worked(closes) if closes else float("inf")
        share = self.pace.share[tier].mean * self.limits[tier].total_seconds()
        length = self.pace.gap.mean + share
        load = min(rate * length, _HEAVIEST - sum(one[1] for one in self.coming))
        self.coming.append((until, load, length, self.pace.late_doubt[tier]))
        self.coming.sort()

    def at(self, ahead: Estimate) -> tuple[float, float]:
        """Mean and deviation of the working time, a little ahead of all that was added."""
        mean, variance = self.mean + ahead.mean, self.variance + self._common() + ahead.spread**2
        if self.coming:
            mean, more = self._with_coming(mean)
            variance += more
        return mean, sqrt(variance)

    def _common(self) -> float:
        """The variance that all positions share, as the pace is not known exactly."""
        share = self.pace.share
        room = sum(share[tier].mean * spoken for tier, spoken in self.spoken.items())
        tiers = sum((share[tier].doubt * spoken) ** 2 for tier, spoken in self.spoken.items())
        gaps = self.pace.gap.doubt * self.gaps
        return (self.pace.room_doubt * room) ** 2 + tiers + gaps**2

    def _with_coming(self, mean: float) -> tuple[float, float]:
        """The mean with those who will be inscribed by then, and the variance they bring."""
        load = sum(one[1] for one in self.coming)
        reached = mean / (1 - load)
        for until, one, _, _ in self.coming:
            if reached > until:
                mean += one * until
                load -= one
                reached = mean / (1 - load)
        more = 0.0
        for until, one, length, doubt in self.coming:
            seconds = one * min(until, reached)
            more += seconds * length + (doubt * seconds) ** 2
        return reached, more

    def all_done(self) -> float:
        """The working time when the last statement ends."""
        return self.at(_AT_ONCE)[0]


def _left(mean: float, spread: float, elapsed: float) -> tuple[float, float]:
    """Mean and deviation of what is left of a normal length after `elapsed`, in seconds."""
    shortest = max(5.0, spread / 4)
    if spread <= 0:
        return max(0.0, mean - elapsed), 0.0
    past = (elapsed - mean) / spread
    beyond = 1 - _NORMAL.cdf(past)
    if beyond < 1e-6:
        return shortest, shortest
    left = mean + spread * _NORMAL.pdf(past) / beyond - elapsed
    return max(shortest, left), min(spread, max(shortest, left))


class _Turns:
    """The turns of one tier, one after the other."""

    def __init__(self, work: _Work, tier: Tier) -> None:
        self.work, self.tier = work, tier
        self.missing = 0.0
        self._quantiles: dict[float, float] = {}

    def next(self, entry: Entry) -> Expected:
        """When the next of the tier is expected; adds its turn."""
        work, sittings = self.work, self.work.sittings
        absent = self._absent(entry)
        mean, deviation = work.at(work.pace.gap)
        expected = sittings.place(mean)
        latest = sittings.place(mean + self._deviations(absent) * deviation)
        work.add(self.tier, 1.0, 1 - absent)
        self.missing += absent
        if expected is None:
            return Expected(entry.id, self.tier, None, None, 0, Reach.NOT, False)
        which, moment = expected
        return Expected(
            entry=entry.id,
            tier=self.tier,
            expected=moment,
            latest=latest[1] if latest else None,
            meeting=sittings.left[which].number,
            reach=Reach.LATER if which else Reach.THIS,
            at_risk=latest is None or (which == 0 and latest[0] > 0),
        )

    def close(self) -> None:
        """The tier is over: those absent come again, those still to be inscribed speak."""
        if self.missing:
            self.work.add(self.tier, self.missing, 1.0)
        self.work.expect_inscriptions(self.tier)

    def _absent(self, entry: Entry) -> float:
        priors = self.work.priors
        if entry.ready:
            return priors.absent_ready
        return priors.absent_again if entry.absences else self.work.pace.absent

    def _deviations(self, absent: float) -> float:
        """How many deviations past the mean one who may be absent is nearly sure to speak."""
        if absent not in self._quantiles:
            sure = min(_SUREST, NEARLY_SURE / (1 - absent))
            self._quantiles[absent] = _NORMAL.inv_cdf(sure)
        return self._quantiles[absent]
