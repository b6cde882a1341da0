"""What is said where a library is missing that comes with an extra."""

from __future__ import annotations


def install(extra: str) -> str:
    """How an extra is installed, in the words that are typed: from afar, and in a copy."""
    return f"pip install 'plenary-tui[{extra}]' (in a copy of the project: '.[{extra}]')"
