"""What the officer is told: the last sentence said stands on the podium, until the next."""

from __future__ import annotations

from plenary_tui.clock import Clock
from plenary_tui.screens.podium import Podium
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.bottom import Said

ASIDE = 4.0
"""Seconds for which what the officer was told is not covered by what is only murmured."""


class Teller:
    """Tells the officer of one podium, and lets it be read."""

    def __init__(self, podium: Podium, clock: Clock) -> None:
        self._podium, self._clock = podium, clock
        self._said_at = -ASIDE
        self._aside: Said | None = None

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something, until something else is told."""
        self._said_at = self._clock.real()
        self._podium.say(Said(text, tone))

    def murmur(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something that does not cover what was just said, but waits."""
        self._aside = Said(text, tone)
        self.look()

    def look(self) -> None:
        """Tell what was murmured, once what was said before was read; called at each tick."""
        if self._aside is not None and self._clock.real() - self._said_at > ASIDE:
            self._podium.say(self._aside)
            self._aside = None
