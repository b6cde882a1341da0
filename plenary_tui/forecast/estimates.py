"""Figures that are not known exactly: learnt from observations, and what is left of a length."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt
from operator import mul
from statistics import NormalDist

from plenary_tui.procedure.state.frozen import Value

NORMAL = NormalDist()


class Estimate(Value):
    """A figure: its mean, how much one observation varies, and how unsure the mean is (sd)."""

    mean: float
    spread: float
    doubt: float = 0.0


def learnt(
    values: Sequence[float],
    mean: float,
    spread: float,
    weight: float,
    *,
    fading: float = float("inf"),
) -> Estimate:
    """A prior of `mean` and `spread`, worth `weight` observations, after some observations.

    Args:
        values: what was observed, the latest first.
        fading: so many observations ago, one counts for half.
    """
    weights = [0.5 ** (place / fading) for place in range(len(values))]
    count = weight + sum(weights)
    now = (weight * mean + sum(map(mul, weights, values))) / count
    squares = weight * (spread**2 + (mean - now) ** 2)
    squares += sum(one * (value - now) ** 2 for one, value in zip(weights, values, strict=True))
    sd = sqrt(squares / count)
    return Estimate(now, sd, sd / sqrt(count))


def left_of(mean: float, spread: float, elapsed: float) -> Estimate:
    """What is left of a normal length after `elapsed`, in seconds: always a little."""
    shortest = max(5.0, spread / 4)
    if spread <= 0:
        return Estimate(max(0.0, mean - elapsed), 0.0)
    past = (elapsed - mean) / spread
    beyond = 1 - NORMAL.cdf(past)
    if beyond < 1e-6:
        return Estimate(shortest, shortest)
    left = mean + spread * NORMAL.pdf(past) / beyond - elapsed
    return Estimate(max(shortest, left), min(spread, max(shortest, left)))


def left_of_long_tailed(median: float, spread: float, elapsed: float, most: float) -> Estimate:
    """What is left of a length with a long tail: the longer it has lasted, the more is left.

    Args:
        median: half of all lengths are at most this, in seconds.
        spread: the standard deviation of their logarithm.
        most: what is left is never taken for more seconds.
    """
    passed = NORMAL.cdf(log(max(elapsed, 1.0) / median) / spread)
    half, tenth = (
        median * exp(spread * NORMAL.inv_cdf(min(1 - 1e-9, 1 - (1 - passed) * share))) - elapsed
        for share in (0.5, 0.1)
    )
    left = min(most, max(0.0, half))
    return Estimate(left, min(most, max(0.0, tenth - half)) / NORMAL.inv_cdf(0.9))
