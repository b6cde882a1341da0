"""What a podium's keys notice of something beside it: one podium with it, and one without."""

from __future__ import annotations

import random
from collections.abc import Mapping

from clerk import GAP
from keys import CALLED, SPEAKING, pressed
from stage import drain, hundredth, tell, tell_ratio

from tests.e2e.terminal import Terminal

WITHOUT, WITH = "without", "with"


def press_in_turn(podiums: Mapping[str, Terminal], rounds: int) -> dict[str, list[float]]:
    """Milliseconds from key to paint of `n` and Space, which go to each podium in turn."""
    times: dict[str, list[float]] = {name: [] for name in podiums}
    for number in range(2 * rounds):
        for name, podium in podiums.items():
            drain(tuple(podiums.values()), random.uniform(*GAP))
            key, pattern = ("space", SPEAKING) if number % 2 else ("n", CALLED)
            times[name].append(pressed(podium, key, pattern))
    return times


def tell_beside(times: Mapping[str, list[float]], what: str) -> None:
    """Print the times without and with it, and their ratios."""
    for name, taken in times.items():
        tell(f"n, Space: key to paint, {name} {what}", taken, "p99 < 25 ms")
    for place in (50, 99):
        ratio = hundredth(times[WITH], place) / hundredth(times[WITHOUT], place)
        tell_ratio(f"p{place} with to without", ratio, "1.1")
