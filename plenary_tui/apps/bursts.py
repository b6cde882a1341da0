"""Keys that come closer to one another than a hand presses them: rolled, or text that was sent.

A hand that means two keys presses them 40 ms apart or more; two that slip come within 30. The first
of them may have been given out before the second came: what it did is then all that is done.
"""

from __future__ import annotations

from math import inf

AT_ONCE = 0.03
"""Seconds within which another key is pressed only by a slip, or by no hand."""


class Bursts:
    """Tells single keys from those that came together.

    Attributes:
        letters: those of a burst that were not taken, in order.
    """

    def __init__(self) -> None:
        self.letters = ""
        self._last, self._when = "", -inf
        self._is_joined = False

    def came(self, character: str, when: float) -> None:
        """A key came; "" for one that is no character, after which a burst is over."""
        near = bool(character and self._last) and when - self._when < AT_ONCE
        self._is_joined = near and (character != self._last or self._is_joined)
        if not self._is_joined:
            self.letters = ""
        self._last, self._when = character, when

    @property
    def is_joined(self) -> bool:
        """Whether the key that came last belongs to another one before it."""
        return self._is_joined

    def is_followed(self, character: str, when: float) -> bool:
        """Whether a key that waits already belongs to the one that came last."""
        return bool(character) and character != self._last and when - self._when < AT_ONCE

    def refused(self) -> str:
        """Why the key that came last does nothing."""
        self.letters += self._last
        keys = "Space" if self.letters == " " else f"“{self.letters}”"
        were = "was" if len(self.letters) == 1 else "were"
        return f"Faster than a hand types: {keys} {were} not done. Press one key at a time."
