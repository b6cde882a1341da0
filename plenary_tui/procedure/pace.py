"""The pace of a room: what it is taken to be at first, and what its statements have shown since.

Every figure starts from a stated prior that counts as so many observations, and moves to what was
measured as statements end. Measurements are capped, so that a clock left running or a long
suspension moves no figure far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from math import hypot

from plenary_tui.procedure.conference import Conference, SpeakersList, Statement
from plenary_tui.procedure.estimates import Estimate, learnt
from plenary_tui.procedure.observed import (
    REMEMBERED,
    arrivals,
    gaps_between,
    halts_a_second,
    openings,
    preliminaries,
    replies,
    seconds_sat,
)
from plenary_tui.procedure.priors import Priors
from plenary_tui.procedure.shares import measure_shares
from plenary_tui.procedure.vocabulary import Body, FloorKind, Tier


@dataclass(frozen=True)
class Pace:
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
    heard = _heard(conference, body)
    room, shares, slowing = measure_shares(conference, heard, body, now, priors)
    gaps = gaps_between(conference.statements, body, priors)
    late, late_doubt = arrivals(conference, speakers, now, priors)
    made = _made(conference.statements, speakers)
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


def _heard(conference: Conference, body: Body) -> list[Statement]:
    """The last statements of the list in a body, the latest first."""
    kept = (
        one
        for one in reversed(conference.statements)
        if one.kind is FloorKind.STATEMENT and one.body is body and one.started_at is not None
    )
    return list(islice(kept, REMEMBERED))


def _made(
    statements: Sequence[Statement], speakers: SpeakersList
) -> dict[Tier, list[tuple[float, float]]]:
    """By tier, of all statements heard from a list: the seconds they took, and were allotted."""
    made: dict[Tier, list[tuple[float, float]]] = {tier: [] for tier in Tier}
    for one in statements:
        if one.kind is not FloorKind.STATEMENT or one.entry is None or one.started_at is None:
            continue
        if (one.item, one.body) == (speakers.item, speakers.body):
            limit = one.elapsed if one.limit is None else one.limit
            made[one.entry.tier].append((one.elapsed.total_seconds(), limit.total_seconds()))
    return made


def _mean(some: Sequence[float]) -> float | None:
    return sum(some) / len(some) if some else None


def _absent(speakers: SpeakersList, heard: list[Statement], priors: Priors) -> float:
    missed = sum(entry.absences for queue in speakers.queues for entry in queue.waiting)
    missed += sum(one.entry.absences for one in heard if one.entry is not None)
    calls = priors.absent_weight + len(heard) + missed
    return (priors.absent_weight * priors.absent + missed) / calls
