"""The pace of a room: what it is taken to be at first, and what its statements have shown since.

Every figure starts from a stated prior that counts as so many observations, and moves to what was
measured as statements end. Measurements are capped, so that a clock left running or a long
suspension moves no figure far.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import islice
from math import hypot, sqrt
from typing import NamedTuple

from plenary_tui.forecast.estimates import Estimate, learnt
from plenary_tui.forecast.observed import (
    REMEMBERED,
    arrivals,
    gaps_between,
    halts_a_second,
    openings,
    preliminaries,
    replies,
    seconds_sat,
    was_made,
)
from plenary_tui.forecast.priors import Priors
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference, SpeakersList, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Tier


class Days:
    """The days on which a body has met or will, each from its first meeting on."""

    def __init__(self, conference: Conference, body: Body) -> None:
        self._conference = conference
        self._began: dict[date, datetime] = {}
        self._of_meeting: dict[int, datetime] = {}
        for planned in conference.programme:
            self._began.setdefault(self._day(planned.starts), planned.starts)
        for meeting in conference.opened(body):
            first = self._began.setdefault(self._day(meeting.opened_at), meeting.opened_at)
            self._of_meeting[meeting.number] = first

    def _day(self, moment: datetime) -> date:
        return local(self._conference, moment).date()

    def hours(self, moment: datetime) -> float:
        """How many hours after the day's first meeting should begin, or began, a moment is."""
        return _hours(self._began.get(self._day(moment), moment), moment)

    def hours_of(self, statement: Statement) -> float:
        """The same of a statement that has ended."""
        began = self._of_meeting.get(statement.meeting)
        return (
            self.hours(statement.ended_at) if began is None else _hours(began, statement.ended_at)
        )


def _hours(began: datetime, moment: datetime) -> float:
    return max(0.0, (moment - began).total_seconds() / 3600)


_MOST_SLOWING, _LEAST_SLOWING = 0.08, -0.02


class _Share(NamedTuple):
    """What one statement used, how much that counts, and in which hour of the day."""

    tier: Tier
    share: float
    weight: float
    hours: float


def measure_shares(
    conference: Conference,
    heard: Sequence[Statement],
    body: Body,
    now: datetime,
    priors: Priors,
) -> tuple[Estimate, dict[Tier, Estimate], float]:
    """The share that the room uses now, and each tier; and by how much an hour slows it.

    Args:
        heard: statements of the list, the latest first.
    """
    days = Days(conference, body)
    seen: list[_Share] = []
    for statement in heard:
        if statement.entry is None or not statement.limit:
            continue
        share = statement.elapsed / statement.limit
        if share <= priors.share_absurd:
            weight = 0.5 ** (len(seen) / priors.fading)
            capped = min(priors.share_cap, share)
            seen.append(_Share(statement.entry.tier, capped, weight, days.hours_of(statement)))
    believed = _believed(seen, priors)
    slowing = _slowing(believed, priors)
    slow_now = 1 + slowing * days.hours(now)

    def learnt_from(shares: Sequence[float]) -> Estimate:
        mean, spread, weight = priors.share * slow_now, priors.share_sd, priors.share_weight
        return learnt(shares, mean, spread, weight, fading=priors.fading)

    as_now, as_made = (
        [used.share * slow_now / (1 + slowing * used.hours) for used in some]
        for some in (believed, seen)
    )
    varies = learnt_from(as_made)
    room = Estimate(learnt_from(as_now).mean, varies.spread, varies.doubt)
    return room, _of_tiers(believed, as_now, room, priors), slowing


def _believed(seen: Sequence[_Share], priors: Priors) -> list[_Share]:
    """The shares, none farther from what the room had shown before it than is plausible.

    One that is was perhaps no statement of that length, but an end that was undone too late; if
    the room is so, it will show more of them.
    """
    believed: list[_Share] = []
    count, mean = priors.share_weight, priors.share
    squares = count * priors.share_sd**2
    for used in reversed(seen):
        most = priors.share_far * max(priors.share_sd, sqrt(squares / count))
        off = max(-most, min(most, used.share - mean))
        believed.append(used._replace(share=mean + off))
        count += 1
        squares += off * off * (count - 1) / count
        mean += off / count
    return believed[::-1]


def _of_tiers(
    seen: Sequence[_Share], as_now: Sequence[float], room: Estimate, priors: Priors
) -> dict[Tier, Estimate]:
    """A tier is taken to be as the room is, until so many of its statements outweigh that."""
    belief = (room.spread / priors.tier_sd) ** 2 if priors.tier_sd else 1e9
    weights, sums = dict.fromkeys(Tier, belief), dict.fromkeys(Tier, belief * room.mean)
    for used, share in zip(seen, as_now, strict=True):
        weights[used.tier] += used.weight
        sums[used.tier] += used.weight * share
    return {
        tier: Estimate(
            sums[tier] / weights[tier], room.spread, priors.tier_sd * sqrt(belief / weights[tier])
        )
        for tier in Tier
    }


def _slowing(seen: Sequence[_Share], priors: Priors) -> float:
    """How much more is used for each hour of the day: a line through each tier's statements.

    The tiers are compared with themselves only, for NGOs are heard last.
    """
    if not seen or not priors.slowing_sd:
        return priors.slowing
    level = sum(used.share for used in seen) / len(seen)
    together = squares = 0.0
    for tier in Tier:
        some = [used for used in seen if used.tier is tier]
        if not some:
            continue
        hours = sum(used.hours for used in some) / len(some)
        share = sum(used.share for used in some) / len(some)
        together += sum((used.hours - hours) * (used.share - share) for used in some)
        squares += sum((used.hours - hours) ** 2 for used in some)
    belief = (priors.share_sd / priors.slowing_sd) ** 2
    slowing = (belief * priors.slowing + level * together) / (belief + level**2 * squares)
    return min(_MOST_SLOWING, max(_LEAST_SLOWING, slowing))


class Pace(Value):
    """The pace of a room.

    Attributes:
        share: by tier, the share of the allotted time that is used; its doubt is the tier's own.
        room_doubt: the doubt about the share that all tiers have in common.
        slowing: how much more is used for each hour that the day has lasted, as a share of what is
            used at its beginning; `share` is for the moment at which it was measured.
        gap: seconds between two statements.
        absent: the probability that somebody not marked ready is absent when called.
        late: by tier, inscriptions a second to come while that tier is open.
        late_doubt: by tier, how unsure that is, as a share of it.
        used: by tier, mean seconds that its statements really took; None before the first.
        allotted: by tier, the mean time limit of those statements, in seconds; as of `used`.
        heard: by tier, how many statements of this list were heard.
        halts: how often the meeting is halted, in a second of sitting.
        halt: for how many seconds.
        reply: of its limit, how much a reply uses.
        opening: seconds by which meetings open late.
        preliminaries: seconds from the opening of a meeting to its first turn.
    """

    share: dict[Tier, Estimate]
    room_doubt: float
    slowing: float
    gap: Estimate
    absent: float
    late: dict[Tier, float]
    late_doubt: dict[Tier, float]
    used: dict[Tier, float | None]
    allotted: dict[Tier, float | None]
    heard: dict[Tier, int]
    halts: float
    halt: Estimate
    reply: Estimate
    opening: Estimate
    preliminaries: Estimate


def measure(conference: Conference, speakers: SpeakersList, now: datetime, priors: Priors) -> Pace:
    """What the statements of a body, of which the latest count most, say about its pace."""
    body = speakers.body
    heard = _heard(conference, body, priors)
    room, shares, slowing = measure_shares(conference, heard, body, now, priors)
    gaps = gaps_between(conference.statements, body, priors)
    late, late_doubt = arrivals(conference, speakers, now, priors)
    made = _made(conference, speakers)
    return Pace(
        share=shares,
        room_doubt=hypot(room.doubt, priors.drift),
        slowing=slowing,
        gap=learnt(
            gaps.seconds, priors.gap, priors.gap_sd, priors.gap_weight, fading=priors.fading
        ),
        absent=_absent(speakers, heard, priors),
        late=late,
        late_doubt=late_doubt,
        used={tier: _mean([used for used, _ in some]) for tier, some in made.items()},
        allotted={tier: _mean([limit for _, limit in some]) for tier, some in made.items()},
        heard={tier: len(some) for tier, some in made.items()},
        halts=halts_a_second(gaps, seconds_sat(conference, body, now), priors),
        halt=learnt(gaps.halts, priors.suspension, priors.halt_sd, priors.halt_weight),
        reply=replies(conference, priors),
        opening=openings(conference, priors),
        preliminaries=preliminaries(conference, body, priors),
    )


def _heard(conference: Conference, body: Body, priors: Priors) -> list[Statement]:
    """The last statements of the list in a body, the latest first; no slips."""
    kept = (
        statement
        for statement in reversed(conference.statements)
        if statement.kind is FloorKind.STATEMENT
        and statement.body is body
        and was_made(statement, priors)
    )
    return list(islice(kept, REMEMBERED))


def _made(conference: Conference, speakers: SpeakersList) -> dict[Tier, list[tuple[float, float]]]:
    """By tier, of all statements heard from a list: the seconds they took, and were allotted."""
    made: dict[Tier, list[tuple[float, float]]] = {tier: [] for tier in Tier}
    for statement in conference.statements_on(speakers):
        if statement.entry is not None and statement.started_at is not None:
            limit = statement.elapsed if statement.limit is None else statement.limit
            seconds = statement.elapsed.total_seconds(), limit.total_seconds()
            made[statement.entry.tier].append(seconds)
    return made


def _mean(some: Sequence[float]) -> float | None:
    return sum(some) / len(some) if some else None


def _absent(speakers: SpeakersList, heard: list[Statement], priors: Priors) -> float:
    missed = sum(entry.absences for queue in speakers.queues for entry in queue.waiting)
    missed += sum(statement.entry.absences for statement in heard if statement.entry is not None)
    calls = priors.absent_weight + len(heard) + missed
    return (priors.absent_weight * priors.absent + missed) / calls
