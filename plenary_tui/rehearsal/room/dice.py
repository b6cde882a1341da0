"""Chance that is the same each time it is asked about the same thing.

Nothing is remembered from one draw to the next: how long an entry speaks is drawn from the seed and
the number of the entry. A room that is asked twice, or begun anew in the middle of a meeting, or
whose act was undone, therefore says the same again.
"""

from __future__ import annotations

from math import log, sqrt
from random import Random


class Dice:
    """Draws from a seed.

    Attributes:
        seed: whatever it is, it is used as text.
    """

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def about(self, *subject: object) -> Random:
        """The draws about a subject, always the same ones in the same order."""
        return Random("/".join(map(str, (self.seed, *subject))))

    def happens(self, probability: float, *subject: object) -> bool:
        """Whether something of that probability happens."""
        return probability > 0 and self.about(*subject).random() < probability

    def around(self, mean: float, spread: float, *subject: object) -> float:
        """A positive figure of that mean and standard deviation, with a tail to the right."""
        if spread <= 0 or mean <= 0:
            return max(0.0, mean)
        variance = log(1 + (spread / mean) ** 2)
        return self.about(*subject).lognormvariate(log(mean) - variance / 2, sqrt(variance))
