"""An error that is said to people: what is wrong, and what to do."""

from __future__ import annotations

from typing import ClassVar

REFUSED, WRONG_USAGE = 1, 2
"""Exit status of the command line: refused or not found; used wrongly."""


class Explained(Exception):
    """Something that cannot be done, in words that can be shown as they are.

    Attributes:
        why: one sentence on what is wrong.
        instead: one sentence on what to do; may be "".
        exit_status: with which the command line ends where it cannot be done.
    """

    exit_status: ClassVar[int] = REFUSED

    def __init__(self, why: str, instead: str = "") -> None:
        super().__init__(f"{why} {instead}".strip())
        self.why = why
        self.instead = instead

    def on_command_line(self) -> str:
        """All of it as the command line says it, in one line unless it takes several."""
        return " ".join(str(self).split())
