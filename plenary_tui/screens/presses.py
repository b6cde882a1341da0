"""One press of a key is one act, however long the key is held down.

Most terminals do not tell a key that is held down from one that is pressed again: its repeats come
after 400 to 660 ms, then every 25 to 50. So the same key soon after is not taken, but for acts that
are meant to be counted: those wait for a moment, to see whether more of the same follows at once.

A key may be done long after it came: while the disk is waited for, or on a machine that is busy. So
what counts is from when the key before it was done to when this one came.
"""

from __future__ import annotations

from enum import Enum

DOUBLED = 0.7
"""Seconds within which the same key is taken for the same press."""
REPEATS = 0.11
"""Seconds within which the same key comes again only while it is held down."""


class Press(Enum):
    """What a key that comes from the terminal is."""

    MEANT = "a press"
    HELD = "the same press, held down"
    SOON = "another press, perhaps, but too soon to be told from the same one"
    DOUBTFUL = "a press, unless the same key follows at once"


class Presses:
    """Tells presses from repeats.

    Attributes:
        told: whether the terminal itself tells repeats, so that nothing needs to be guessed.
    """

    def __init__(self) -> None:
        self.told = False
        self._last = ""
        self._when = -DOUBLED
        self._is_held = False
        self._passed, self._passed_at = "", -DOUBLED

    def passed(self, key: str, real: float) -> None:
        """A key went to another page: after it, another that was pressed before is pressed anew."""
        if key != self._last:
            self._last = ""
        self._passed, self._passed_at = key, real

    def opened(self, key: str, came: float, real: float) -> bool:
        """Whether a key that comes to a page is still the press that has opened it."""
        goes_on = key == self._last and came - self._when < DOUBLED
        if goes_on:
            self._when = real
        return goes_on

    def press(
        self,
        key: str,
        came: float,
        real: float,
        *,
        counts: bool,
        repeats: bool = False,
        on_page: bool = False,
    ) -> Press:
        """What a key is.

        Args:
            came: when it came from the terminal, in seconds as they pass for the officer.
            real: the same now.
            counts: whether the same key pressed quickly several times is meant as often.
            repeats: whether the terminal tells that it is held down.
            on_page: whether it was pressed on a page; elsewhere it may have closed that one.
        """
        if not on_page and key == self._passed and came - self._passed_at < DOUBLED:
            held = repeats or came - self._passed_at < REPEATS
            self._last, self._when, self._passed_at = key, real, real
            return Press.HELD if held else Press.SOON
        self._passed = ""
        gap = came - self._when if key == self._last else DOUBLED
        self._last, self._when = key, real
        if repeats:
            return Press.HELD
        if gap >= DOUBLED:
            self._is_held = False
            return Press.MEANT
        if not counts:
            return Press.HELD if gap < REPEATS else Press.SOON
        if self.told:
            return Press.MEANT
        if gap < REPEATS:
            self._is_held = True
            return Press.HELD
        if self._is_held:
            self._is_held = False  # it was let go of, and pressed again
            return Press.MEANT
        return Press.DOUBTFUL
