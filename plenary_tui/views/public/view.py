"""What the snapshot, feeds, pages and records are made of."""

from __future__ import annotations

import types
import typing
from datetime import timedelta
from functools import cache
from typing import Any

import msgspec

from plenary_tui.procedure.state.frozen import ByName, Value, give


class View(Value, metaclass=ByName):
    """A frozen value that is shown to others, as JSON."""

    def __post_init__(self) -> None:
        """A length is a number with its point in JSON, of whatever it was made."""
        for name in _lengths(type(self)):
            if isinstance(number := getattr(self, name), int):
                give(self, name, float(number))

    def plain(self) -> dict[str, Any]:
        """It as the values of JSON."""
        said: dict[str, Any] = msgspec.to_builtins(self)
        return said


@cache
def _lengths(view: type[View]) -> tuple[str, ...]:
    """The names of the fields that are numbers with a point."""
    hints = typing.get_type_hints(view)
    kinds = {
        name: typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        for name, hint in hints.items()
    }
    return tuple(name for name, found in kinds.items() if float in found)


def seconds(length: timedelta | None) -> float | None:
    """A length in seconds, to 0.1; None if there is none."""
    return None if length is None else round(length.total_seconds(), 1)


def in_one_line(value: object) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def in_lines(value: object) -> str:
    """A value as JSON that people can read, too."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
