"""Questions on a terminal, a line each; nothing is recorded while they are answered."""

from __future__ import annotations

import sys
from collections.abc import Callable

from plenary_tui.commands.failures import Failed
from plenary_tui.commands.output import say

Read = Callable[[str], str | None]
"""Reads an answer: what it means, or None if it is none, after saying why."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def ask(question: str, default: str = "") -> str:
    """The answer to a question, the default for an empty one. Raises `Failed` without one."""
    say(f"{question}{f' [{default}]' if default else ''}")
    line = sys.stdin.readline()
    if not line:
        raise Failed("The answers ended, so nothing was recorded.")
    return line.strip() or default


def ask_until(question: str, default: str, read: Read) -> str:
    """The answer, asked until it is one."""
    while True:
        found = read(ask(question, default))
        if found is not None:
            return found


def ask_yes(question: str, *, default: bool) -> bool:
    """Whether the answer is yes."""

    def read(answer: str) -> str | None:
        word = answer.casefold()
        if word in ("y", "yes", "n", "no"):
            return word[0]
        say("Answer yes or no.")
        return None

    return ask_until(question, "yes" if default else "no", read) == "y"
