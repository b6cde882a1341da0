"""The pace of a room: what it is taken to be at first, and what its statements have shown since.

Every figure starts from a stated prior that counts as so many observations, and moves to what was
measured as statements end. Measurements are capped, so that a clock left running or a long
suspension moves no figure far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from math import sqrt

from plenary_tui.procedure.conference import Conference, SpeakersList, Statement
from plenary_tui.procedure.lists import is_open
from plenary_tui.procedure.vocabulary import Body, FloorKind, Tier

REMEMBERED = 200
"""How many of the last statements are looked at."""


@dataclass(frozen=True)
class Priors:
    """What is taken for true of a room before it has shown anything.

    Attributes:
        share, share_sd: of the allotted time, how much a statement uses, and how much that varies
            from one to the next.
        share_weight: how many statements that belief counts for.
        tier_sd: how much the mean of one tier differs from that of the room.
        drift: how much the pace of a room changes as the day goes on.
        share_cap: a statement counts for at most this share.
        gap, gap_sd: seconds from the end of a statement to the beginning of the next.
        gap_weight: how many gaps that belief counts for.
        gap_cap: a gap counts for at most so many seconds.
        gap_pause: a longer gap, in seconds, was a pause and counts for nothing.
        absent: the probability of being absent when called; `absent_ready` of those marked ready,
            `absent_again` of those who were absent before.
        absent_weight: how many calls that belief counts for.
        late: inscriptions an hour in a tier while the list is open and the meeting sits.
        late_hours: how many hours that belief counts for.
        introduction, secretariat: seconds for opening an item.
        president: seconds for which the President holds the floor.
    """

    share: float = 1.05
    share_sd: float = 0.25
    share_weight: float = 5.0
    tier_sd: float = 0.10
    drift: float = 0.03
    share_cap: float = 1.6
    gap: float = 20.0
    gap_sd: float = 15.0
    gap_weight: float = 8.0
    gap_cap: float = 90.0
    gap_pause: float = 300.0
    absent: float = 0.03
    absent_ready: float = 0.01
    absent_again: float = 0.35
    absent_weight: float = 40.0
    late: float = 1.0
    late_hours: float = 1.0
    introduction: float = 120.0
    secretariat: float = 300.0
    president: float = 60.0


PRIORS = Priors()
"""The priors of a plenary that overruns its limits a little."""


@dataclass(frozen=True)
class Estimate:
    """A figure: its mean, how much one observation varies, and how unsure the mean is (sd)."""

    mean: float
    spread: float
    doubt: float


@dataclass(frozen=True)
class Pace:
    """The pace of a room.

    Attributes:
        share: by tier, the share of the allotted time that is used; its doubt is the tier's own.
        room_doubt: the doubt about the share that all tiers have in common.
        gap: seconds between two statements.
        absent: the probability that somebody not marked ready is absent when called.
        late: by tier, inscriptions a second to come while that tier is open.
        late_doubt: by tier, how unsure that is, as a share of it.
        used: by tier, mean seconds that its statements really took; None before the first.
        heard: by tier, how many statements of this list were heard.
    """

    share: dict[Tier, Estimate]
    room_doubt: float
    gap: Estimate
    absent: float
    late: dict[Tier, float]
    late_doubt: dict[Tier, float]
    used: dict[Tier, float | None]
    heard: dict[Tier, int]


def _estimate(values: Sequence[float], mean: float, spread: float, weight: float) -> Estimate:
    """A prior of `mean` and `spread`, worth `weight` observations, after some observations."""
    count = weight + len(values)
    now = (weight * mean + sum(values)) / count
    squares = weight * (spread**2 + (mean - now) ** 2) + sum((one - now) ** 2 for one in values)
    sd = sqrt(squares / count)
    return Estimate(now, sd, sd / sqrt(count))


def measure(conference: Conference, speakers: SpeakersList, now: datetime, priors: Priors) -> Pace:
    """What the statements of a body, of which the latest count, say about its pace."""
    heard = _heard(conference, speakers.body)
    shares: dict[Tier, list[float]] = {tier: [] for tier in Tier}
    used: dict[Tier, list[float]] = {tier: [] for tier in Tier}
    for one in heard:
        if one.entry is not None and one.limit:
            shares[one.entry.tier].append(min(priors.share_cap, one.elapsed / one.limit))
            if one.item == speakers.item:
                used[one.entry.tier].append(one.elapsed.total_seconds())
    every = [share for some in shares.values() for share in some]
    room = _estimate(every, priors.share, priors.share_sd, priors.share_weight)
    # A tier is first taken to be as the room is; so many statements outweigh that belief.
    weight = (room.spread / priors.tier_sd) ** 2 if priors.tier_sd else 1e9
    share = {tier: _of_tier(shares[tier], room, weight, priors) for tier in Tier}
    gaps = _gaps(conference.statements, speakers.body, priors)
    late, late_doubt = _late(conference, speakers, now, priors)
    return Pace(
        share=share,
        room_doubt=sqrt(room.doubt**2 + priors.drift**2),
        gap=_estimate(gaps, priors.gap, priors.gap_sd, priors.gap_weight),
        absent=_absent(speakers, heard, priors),
        late=late,
        late_doubt=late_doubt,
        used={tier: sum(some) / len(some) if some else None for tier, some in used.items()},
        heard={tier: len(some) for tier, some in used.items()},
    )


def _heard(conference: Conference, body: Body) -> list[Statement]:
    """The last statements of the list in a body, the latest first."""
    kept = (
        one
        for one in reversed(conference.statements)
        if one.kind is FloorKind.STATEMENT and one.body is body and one.started_at is not None
    )
    return list(islice(kept, REMEMBERED))


def _of_tier(shares: list[float], room: Estimate, weight: float, priors: Priors) -> Estimate:
    count = weight + len(shares)
    mean = (weight * room.mean + sum(shares)) / count
    return Estimate(mean, room.spread, priors.tier_sd * sqrt(weight / count))


def _gaps(statements: Iterable[Statement], body: Body, priors: Priors) -> list[float]:
    """Seconds of each statement's turn in which its speaker did not speak, pauses left out.

    A turn runs from the end of the one before; a point of order and a call in vain are part of it.
    """
    gaps: list[float] = []
    before: Statement | None = None
    for one in tuple(statements)[-REMEMBERED:]:
        if one.kind is not FloorKind.STATEMENT or one.body is not body or one.started_at is None:
            continue
        if before is not None and before.meeting == one.meeting and before.item == one.item:
            turn = (one.ended_at - before.ended_at) - one.elapsed
            seconds = max(0.0, turn.total_seconds())
            if seconds <= priors.gap_pause:
                gaps.append(min(priors.gap_cap, seconds))
        before = one
    return gaps


def _absent(speakers: SpeakersList, heard: list[Statement], priors: Priors) -> float:
    missed = sum(entry.absences for queue in speakers.queues for entry in queue.waiting)
    missed += sum(one.entry.absences for one in heard if one.entry is not None)
    calls = priors.absent_weight + len(heard) + missed
    return (priors.absent_weight * priors.absent + missed) / calls


def _late(
    conference: Conference, speakers: SpeakersList, now: datetime, priors: Priors
) -> tuple[dict[Tier, float], dict[Tier, float]]:
    """By tier, inscriptions a second while the list is open, and the doubt about that."""
    meeting = conference.meeting
    since = meeting.opened_at if meeting is not None else now
    hours = priors.late_hours + max(0.0, (now - since).total_seconds() / 3600)
    late: dict[Tier, float] = {}
    doubt: dict[Tier, float] = {}
    for tier in Tier:
        came = priors.late * priors.late_hours + sum(
            entry.inscribed_at >= since for entry in speakers.queue(tier).waiting
        )
        opened = is_open(conference, speakers, tier, now)
        late[tier] = came / hours / 3600 if opened else 0.0
        doubt[tier] = 1 / sqrt(came) if came else 0.0
    return late, doubt
