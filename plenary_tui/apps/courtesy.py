"""Work beside the screen stands still while a key is being done, so that no key waits for it."""

from __future__ import annotations

import gc
from threading import Event

HAND = 0.015
"""Seconds for which work stands still after a key; keys held down leave it every other moment."""
SWITCH = 0.0005
"""Seconds after which a thread lets another go on: what a key waits for work that goes on."""

SELDOM = 5_000
"""So many more new objects than old ones gone before Python looks for those that only hold each
other: a screenful makes some hundreds, and a key need not wait for a look at each."""


def collect_seldom() -> None:
    """Have what the start has made kept for good, and what comes after it looked through seldom."""
    gc.freeze()
    gc.set_threshold(SELDOM, 10, 10)
    gc.enable()


class Courtesy:
    """Knows when a key came; work in other threads asks it again and again."""

    def __init__(self) -> None:
        self._keys = self._seen = 0
        self._nothing = Event()

    def came(self) -> None:
        """A key came; called in whichever thread noticed first."""
        self._keys += 1

    def give_way(self) -> None:
        """Stand still for a moment if a key came since; called in a thread beside the screen."""
        if self._keys != self._seen:
            self._seen = self._keys
            self._nothing.wait(HAND)
