"""The pace of a room: what it is taken to be at first, and what its statements have shown since.

Every figure starts from a stated prior that counts as so many observations, and moves to what was
measured as statements end. Measurements are capped, so that a clock left running or a long
suspension moves no figure far.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from math import sqrt

from plenary_tui.procedure.conference import Conference, Meeting, SpeakersList, Statement
from plenary_tui.procedure.estimates import Estimate, learnt
from plenary_tui.procedure.lists import is_open
from plenary_tui.procedure.meeting import planned_meeting
from plenary_tui.procedure.priors import Priors
from plenary_tui.procedure.vocabulary import Body, FloorKind, MeetingStatus, Tier

REMEMBERED = 200
"""How many of the last statements are looked at."""


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
        reply: of its limit, how much a reply uses.
        opening: seconds by which meetings open late.
        preliminaries: seconds from the opening of a meeting to its first turn.
    """

    share: dict[Tier, Estimate]
    room_doubt: float
    gap: Estimate
    absent: float
    late: dict[Tier, float]
    late_doubt: dict[Tier, float]
    used: dict[Tier, float | None]
    heard: dict[Tier, int]
    reply: Estimate
    opening: Estimate
    preliminaries: Estimate


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
    room = learnt(every, priors.share, priors.share_sd, priors.share_weight)
    # A tier is first taken to be as the room is; so many statements outweigh that belief.
    weight = (room.spread / priors.tier_sd) ** 2 if priors.tier_sd else 1e9
    share = {tier: _of_tier(shares[tier], room, weight, priors) for tier in Tier}
    gaps = _gaps(conference.statements, speakers.body, priors)
    late, late_doubt = _late(conference, speakers, now, priors)
    return Pace(
        share=share,
        room_doubt=sqrt(room.doubt**2 + priors.drift**2),
        gap=learnt(gaps, priors.gap, priors.gap_sd, priors.gap_weight),
        absent=_absent(speakers, heard, priors),
        late=late,
        late_doubt=late_doubt,
        used={tier: sum(some) / len(some) if some else None for tier, some in used.items()},
        heard={tier: len(some) for tier, some in used.items()},
        reply=_replies(conference, priors),
        opening=_openings(conference, priors),
        preliminaries=_preliminaries(conference, speakers.body, priors),
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


def _replies(conference: Conference, priors: Priors) -> Estimate:
    shares = [
        min(priors.share_cap, one.elapsed / one.limit)
        for one in conference.statements
        if one.kind is FloorKind.REPLY and one.limit and one.started_at is not None
    ]
    return learnt(shares, priors.reply, priors.reply_sd, priors.reply_weight)


def _openings(conference: Conference, priors: Priors) -> Estimate:
    """Seconds by which the plenary's meetings opened after their hour."""
    late: list[float] = []
    for one in _meetings(conference, Body.PLENARY):
        planned = planned_meeting(conference, one.number)
        if planned is not None:
            seconds = (one.opened_at - planned.starts).total_seconds()
            late.append(max(0.0, min(priors.opening_cap, seconds)))
    return learnt(late, priors.opening, priors.opening_sd, priors.opening_weight)


def _preliminaries(conference: Conference, body: Body, priors: Priors) -> Estimate:
    """Seconds from a meeting's opening to its first turn, unless other business came first."""
    began: dict[int, datetime] = {}
    for one in conference.statements:
        if one.kind is FloorKind.STATEMENT and one.body is body and one.started_at is not None:
            began.setdefault(one.meeting, one.called_at)
    took = [
        (began[one.number] - one.opened_at).total_seconds()
        for one in _meetings(conference, body)
        if one.number in began
    ]
    kept = [max(0.0, one) for one in took if one <= priors.preliminaries_cap]
    weight = priors.opening_weight
    return learnt(kept, priors.preliminaries, priors.preliminaries_sd, weight)


def _meetings(conference: Conference, body: Body) -> list[Meeting]:
    """The meetings of a body that were opened, oldest first."""
    opened = [*conference.meetings]
    if conference.plenary is not None:
        opened.append(conference.plenary.meeting)
    if conference.meeting is not None and conference.meeting.status is not MeetingStatus.ADJOURNED:
        opened.append(conference.meeting)
    return [one for one in opened if one.body is body]


def _late(
    conference: Conference, speakers: SpeakersList, now: datetime, priors: Priors
) -> tuple[dict[Tier, float], dict[Tier, float]]:
    """By tier, inscriptions a second while the list is open, and the doubt about that."""
    sat = [(one.opened_at, one.adjourned_at or now) for one in _meetings(conference, speakers.body)]
    late: dict[Tier, float] = {}
    doubt: dict[Tier, float] = {}
    for tier in Tier:
        queue = speakers.queue(tier)
        until = min(filter(None, (now, queue.closes_at, queue.closed_at)))
        open_for = sum(
            max(0.0, (min(ended, until) - opened).total_seconds()) for opened, ended in sat
        )
        came = priors.late * priors.late_hours + _inscribed_since(
            conference, speakers, tier, sat[0][0] if sat else now
        )
        opened = is_open(conference, speakers, tier, now)
        late[tier] = came / (priors.late_hours + open_for / 3600) / 3600 if opened else 0.0
        doubt[tier] = 1 / sqrt(came) if came else 0.0
    return late, doubt


def _inscribed_since(
    conference: Conference, speakers: SpeakersList, tier: Tier, since: datetime
) -> int:
    """How many of a tier were inscribed since then: those who wait, and those heard already."""
    heard = (
        one.entry
        for one in conference.statements[-REMEMBERED:]
        if one.entry is not None and (one.item, one.body) == (speakers.item, speakers.body)
    )
    every = [*speakers.queue(tier).waiting, *(one for one in heard if one.tier is tier)]
    return sum(one.inscribed_at >= since for one in every)
