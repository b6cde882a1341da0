"""An error that is said to an officer: what is wrong, and what to do."""

from __future__ import annotations


class Explained(Exception):
    """Something that cannot be done, in words that can be shown as they are.

    Attributes:
        why: one sentence on what is wrong.
        instead: one sentence on what to do; may be "".
    """

    def __init__(self, why: str, instead: str = "") -> None:
        super().__init__(f"{why} {instead}".strip())
        self.why = why
        self.instead = instead
