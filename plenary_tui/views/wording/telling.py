"""What is said in one line, before it is known how many columns that line has."""

from __future__ import annotations

from typing import Literal

from plenary_tui.procedure.state.frozen import Value

Words = tuple[str, ...]
"""One thing that is said, in its longest words first; the last are used where room is short."""


class Named(Value):
    """Something said of some who are named, e.g. `To the table: Ghana, Togo`."""

    head: str
    names: tuple[str, ...]


def words_of(*forms: str) -> tuple[Words, ...]:
    """One thing that is said; nothing where there is nothing to say."""
    return (forms,) if forms and forms[0] else ()


Tone = Literal["quiet", "plain", "good", "warn", "bad", "strong"]
