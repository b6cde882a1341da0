"""How much of the allotted time statements use: the room, each tier, and how the day slows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import sqrt
from typing import NamedTuple

from plenary_tui.procedure.conference import Conference, Statement
from plenary_tui.procedure.days import Days
from plenary_tui.procedure.estimates import Estimate, learnt
from plenary_tui.procedure.priors import Priors
from plenary_tui.procedure.vocabulary import Body, Tier

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
    for one in heard:
        if one.entry is None or not one.limit:
            continue
        share = one.elapsed / one.limit
        if share <= priors.share_absurd:
            weight = 0.5 ** (len(seen) / priors.fading)
            used = min(priors.share_cap, share)
            seen.append(_Share(one.entry.tier, used, weight, days.hours_of(one)))
    slowing = _slowing(seen, priors)
    slow_now = 1 + slowing * days.hours(now)
    as_now = [one.share * slow_now / (1 + slowing * one.hours) for one in seen]
    room = learnt(
        as_now,
        priors.share * slow_now,
        priors.share_sd,
        priors.share_weight,
        fading=priors.fading,
    )
    return room, _of_tiers(seen, as_now, room, priors), slowing


def _of_tiers(
    seen: Sequence[_Share], as_now: Sequence[float], room: Estimate, priors: Priors
) -> dict[Tier, Estimate]:
    """A tier is taken to be as the room is, until so many of its statements outweigh that."""
    belief = (room.spread / priors.tier_sd) ** 2 if priors.tier_sd else 1e9
    weights, sums = dict.fromkeys(Tier, belief), dict.fromkeys(Tier, belief * room.mean)
    for one, share in zip(seen, as_now, strict=True):
        weights[one.tier] += one.weight
        sums[one.tier] += one.weight * share
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
    level = sum(one.share for one in seen) / len(seen)
    together = squares = 0.0
    for tier in Tier:
        some = [one for one in seen if one.tier is tier]
        if not some:
            continue
        hours = sum(one.hours for one in some) / len(some)
        share = sum(one.share for one in some) / len(some)
        together += sum((one.hours - hours) * (one.share - share) for one in some)
        squares += sum((one.hours - hours) ** 2 for one in some)
    belief = (priors.share_sd / priors.slowing_sd) ** 2
    slowing = (belief * priors.slowing + level * together) / (belief + level**2 * squares)
    return min(_MOST_SLOWING, max(_LEAST_SLOWING, slowing))
