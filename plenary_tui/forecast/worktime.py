"""The working time that a list takes: what each turn adds, and how sure that is.

Seconds of speaking and changeover, one after the other; `sittings` lays them on the calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from math import hypot, sqrt

from plenary_tui.forecast.estimates import Estimate, left_of, left_of_long_tailed
from plenary_tui.forecast.hours_left import Sittings
from plenary_tui.forecast.pace import Pace
from plenary_tui.forecast.priors import Priors
from plenary_tui.procedure.decisions.motions import HEARD_ON_EACH_SIDE
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.state.conference import Conference, Entry, Floor, SpeakersList
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    FloorKind,
    ItemKind,
    Phase,
    Stage,
    Tier,
)


def ahead_of_list(
    conference: Conference, at: Instant, pace: Pace, priors: Priors
) -> Iterator[Estimate]:
    """The parts of what comes before the first turn on the list, in seconds of sitting."""
    yield from _points(conference, at, priors)
    if conference.floor is not None:
        yield from _floor(conference, conference.floor, at, pace, priors)
    else:
        yield from _preliminaries(conference, at, pace)
    yield from _motions(conference, priors)
    yield from _stages(conference, priors)


def suspension_left(conference: Conference, at: Instant, pace: Pace, priors: Priors) -> Estimate:
    """What is left of a suspension, if the meeting is resumed before it ends; none, nothing.

    Where it was said until when, it is resumed then, as nearly as meetings are opened at their
    hour. Else nobody knows, but the longer it lasts, the longer it will.
    """
    meeting = conference.meeting
    if meeting is None or not conference.suspended:
        return NO_TIME
    since = meeting.since or at.utc
    lasted = max(0.0, (at.utc - since).total_seconds())
    if meeting.resumes_at is not None:
        length = (meeting.resumes_at - since).total_seconds()
        return left_of(length, pace.opening.spread, lasted)
    return left_of_long_tailed(
        priors.suspension, priors.suspension_spread, lasted, priors.suspension_cap
    )


def _points(conference: Conference, at: Instant, priors: Priors) -> Iterator[Estimate]:
    """The rulings that are awaited; the first has been for a while (rule 26)."""
    for place, point in enumerate(pending_points(conference)):
        waited = 0.0 if place else max(0.0, at.since(point.raised_at).total_seconds())
        yield left_of(priors.ruling, priors.ruling_sd, waited)


def _floor(
    conference: Conference, floor: Floor, at: Instant, pace: Pace, priors: Priors
) -> Iterator[Estimate]:
    """What is left of the statement of whoever has the floor, given the time already used."""
    if floor.phase is Phase.CALLED:
        waited = max(0.0, at.since(floor.called_at).total_seconds())
        yield left_of(pace.gap.mean, pace.gap.spread, waited)
    length = _length_on_floor(conference, floor, pace, priors)
    yield left_of(length.mean, length.spread, floor.clock.elapsed(at).total_seconds())


def _length_on_floor(conference: Conference, floor: Floor, pace: Pace, priors: Priors) -> Estimate:
    """How long whoever has the floor speaks in all, by the limit that holds for it."""
    limit = (floor.limit or conference.policies.limit).total_seconds()
    match floor.kind:
        case FloorKind.REPLY:
            return Estimate(pace.reply.mean * limit, pace.reply.spread * limit)
        case FloorKind.PRESIDENT:
            return Estimate(priors.president, priors.president / 2)
        case FloorKind.STATEMENT if floor.entry is not None:
            known = length_of_video(floor.entry)
            if known:
                return Estimate(known, priors.video_sd)
            share = pace.share[floor.entry.tier]
            return Estimate(share.mean * limit, share.spread * limit)
        case _:
            return Estimate(priors.secretariat, priors.secretariat / 2)


def length_of_video(entry: Entry) -> float:
    """How many seconds a video statement takes; zero for one whose length is not known."""
    return entry.media_length.total_seconds() if entry.delivery is Delivery.VIDEO else 0.0


def _preliminaries(conference: Conference, at: Instant, pace: Pace) -> Iterator[Estimate]:
    """What the President says before the first turn of a meeting that has just opened."""
    meeting = conference.sitting
    if meeting is None or conference.last_statement is not None:
        return
    open_for = max(0.0, (at.utc - meeting.opened_at).total_seconds())
    before = pace.preliminaries
    if open_for < before.mean + 2 * before.spread:
        yield left_of(before.mean, before.spread, open_for)


def _motions(conference: Conference, priors: Priors) -> Iterator[Estimate]:
    """The motions that wait, which are decided before the floor is given to anybody (rule 33)."""
    for motion in pending_motions(conference):
        heard = len(motion.speakers)
        speakers = 2 * HEARD_ON_EACH_SIDE - heard if motion.motion.of_debate else 0
        mean = priors.motion + speakers * priors.motion_speaker
        yield Estimate(mean, mean / 2)


def _stages(conference: Conference, priors: Priors) -> Iterator[Estimate]:
    """What is left of the opening of the item (rule 21)."""
    item = conference.current_item
    if item is None:
        return
    stage = item.stage_in(conference.body)
    if stage is Stage.NOT_TAKEN_UP:
        yield Estimate(priors.introduction, priors.introduction / 2)
    if item.kind is ItemKind.THEMATIC and stage in (Stage.NOT_TAKEN_UP, Stage.INTRODUCED):
        yield Estimate(priors.secretariat, priors.secretariat / 2)


_HEAVIEST = 0.5
"""Those still to be inscribed take at most this share of the time."""
NO_TIME = Estimate(0.0, 0.0)


class Work:
    """The working time that adds up along a list, in seconds: its mean and what it varies by.

    Attributes:
        since: from when on it adds up, surely: from now, or from the beginning of a later meeting.
        opens: before then nobody is heard at all.
    """

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
        self._lengths = {tier: self._length(tier) for tier in Tier}
        self.mean = 0.0
        self.variance = 0.0
        self.gaps = 0.0
        self.spoken = dict.fromkeys(Tier, 0.0)  # seconds allotted and used, by tier
        self.shared = 0.0  # seconds of statements whose length depends on the room's pace
        self.of_tiers = 0.0  # the variance that the pace of each tier brings
        self.coming: list[tuple[float, float, float, float]] = []
        self.begun = 0.0, 0.0  # mean and variance of what comes before the list
        self.since = self.opens = 0.0

    def _length(self, tier: Tier) -> tuple[float, float, float, float]:
        """The limit of a tier, mean and variance of its statements, variance of its share."""
        share, limit = self.pace.share[tier], self.limits[tier].total_seconds()
        return limit, share.mean * limit, (share.spread * limit) ** 2, share.doubt**2

    @property
    def may_stay_suspended(self) -> bool:
        """Whether the meeting is suspended, and may end before it is resumed."""
        return self.conference.suspended and self.conference.ends_at is not None

    def begin(self, at: Instant, *, resumed: bool = True) -> None:
        """Add what comes before the list.

        Args:
            resumed: whether a suspended meeting is resumed before it ends; else it all begins
                with the next one.
        """
        parts = [*ahead_of_list(self.conference, at, self.pace, self.priors)]
        ends = self.conference.ends_at
        if not resumed and ends is not None:
            self.go_on_after(ends)
            self.opens = self.since
        elif self.sittings.left:
            stands = suspension_left(self.conference, at, self.pace, self.priors)
            # No slow room makes it longer: it lasts so many seconds by the clock.
            mean = self.sittings.left[0].work_in(stands.mean)
            parts.append(Estimate(mean, stands.spread))
        for part in parts:
            self.mean += part.mean
            self.variance += part.spread**2
        self.begun = self.mean, self.variance

    def add(self, entry: Entry, chance: float) -> None:
        """Add the turn of an entry: a gap, and a statement that is made with a probability."""
        known = length_of_video(entry)
        if known:
            self._add(known, self.priors.video_sd**2, 1.0, chance)
        else:
            self.add_turns(entry.tier, 1.0, chance)

    def add_turns(self, tier: Tier, turns: float, chance: float = 1.0) -> None:
        """Add turns of a tier, each with a gap, and a statement with a probability."""
        limit, length, variance, doubt = self._lengths[tier]
        self._add(length, variance, turns, chance)
        spoken, more = self.spoken[tier], turns * chance * limit
        self.spoken[tier] = spoken + more
        self.shared += turns * chance * length
        self.of_tiers += doubt * more * (2 * spoken + more)

    def _add(self, length: float, variance: float, turns: float, chance: float) -> None:
        gap = self.pace.gap
        self.mean += turns * (gap.mean + chance * length)
        self.variance += turns * (
            gap.spread**2 + chance * (variance + (1 - chance) * length * length)
        )
        self.gaps += turns

    def expect_inscriptions(self, tier: Tier) -> None:
        """From here on, those still to be inscribed in a tier that is over speak first."""
        rate = self.pace.late[tier]
        if not rate:
            return
        closes = self.speakers.queue(tier).closes_at
        until = self.sittings.worked(closes) if closes else float("inf")
        if until <= self.since:
            return
        length = self.pace.gap.mean + self._lengths[tier][1]
        load = min(rate * length, _HEAVIEST - sum(coming[1] for coming in self.coming))
        self.coming.append((until, load, length, self.pace.late_doubt[tier]))
        self.coming.sort()

    def take_inscriptions(self, tier: Tier) -> None:
        """A tier that has its hour is heard: those inscribed in it by now speak with it."""
        closes = self.speakers.queue(tier).closes_at
        until = min(self.all_done(), self.sittings.worked(closes) if closes else float("inf"))
        turns = self.pace.late[tier] * until
        self.add_turns(tier, turns)
        length = self.pace.gap.mean + self._lengths[tier][1]
        self.variance += length**2 * (turns + (self.pace.late_doubt[tier] * turns) ** 2)

    def resumed(self, ends: datetime) -> float:
        """The working time at which the meeting after one that ends then goes on with the list."""
        return self.sittings.worked(ends) + self.sittings.spill

    def go_on_after(self, ends: datetime) -> None:
        """Whatever was not heard by then goes on with the next meeting, which begins at its hour.

        So nothing that came before makes that moment less sure.
        """
        self.since = self.mean = self.resumed(ends)
        self.coming = [coming for coming in self.coming if coming[0] > self.since]
        self.variance = self.gaps = self.shared = self.of_tiers = 0.0
        self.spoken = dict.fromkeys(Tier, 0.0)

    def at(self, ahead: Estimate) -> tuple[float, float]:
        """Mean and deviation of the working time, a little ahead of all that was added."""
        mean, variance = self.mean + ahead.mean, self.variance + self._common() + ahead.spread**2
        if self.coming:
            mean, more = self._with_coming(mean)
            variance += more
        return mean, hypot(sqrt(variance), self.sittings.doubt(mean))

    def _common(self) -> float:
        """The variance that all positions share, as the pace is not known exactly."""
        gaps = self.pace.gap.doubt * self.gaps
        return (self.pace.room_doubt * self.shared) ** 2 + self.of_tiers + gaps**2

    def _with_coming(self, mean: float) -> tuple[float, float]:
        """The mean with those who will be inscribed by then, and the variance they bring."""
        mean -= self.since
        all_load = sum(load for _, load, _, _ in self.coming)
        reached = mean / (1 - all_load)
        for until, load, _, _ in self.coming:
            if reached > until - self.since:
                mean += load * (until - self.since)
                all_load -= load
                reached = mean / (1 - all_load)
        more = 0.0
        for until, load, length, doubt in self.coming:
            seconds = load * min(until - self.since, reached)
            more += seconds * length + (doubt * seconds) ** 2
        return self.since + reached, more

    def cut_in(self, due: float, tiers: Iterable[Tier]) -> Work:
        """Work that begins at `due`, once whoever speaks then has ended.

        Nothing of what stands before it makes that moment less sure.

        Args:
            tiers: one of which speaks then, and the longest may.
        """
        cut = Work(self.conference, self.speakers, self.pace, self.priors, self.sittings)
        floor = self.begun[0] > due
        longest = max((self._lengths[tier][1] for tier in tiers), default=0.0)
        half = self.begun[0] - due if floor else longest / 2
        cut.since = due
        cut.mean, cut.variance = due + half, self.begun[1] if floor else half**2 / 3
        return cut

    def move_on(self, seconds: float, stood: float, goes_on: float) -> None:
        """Put all that follows off by so much: the list stood still, and nobody is inscribed.

        Args:
            stood, goes_on: the working time from which it stood, and from which it goes on.
        """
        self.coming = [
            (seconds + min(until, stood) + max(0.0, until - goes_on), load, length, doubt)
            for until, load, length, doubt in self.coming
        ]
        self.since += seconds
        self.mean += seconds

    def at_once(self) -> tuple[float, float]:
        """Mean and deviation of the working time that was added."""
        return self.at(NO_TIME)

    def all_done(self) -> float:
        """The working time when the last statement ends."""
        return self.at(NO_TIME)[0]
