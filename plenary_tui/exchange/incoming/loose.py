"""Values of a JSON file of which nothing is sure: each as what it should be, or as nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import UTC, date, datetime

from plenary_tui.exchange.incoming.cells import cleaned, fault_of
from plenary_tui.exchange.incoming.rawfile import Unreadable
from plenary_tui.exchange.problems import Problem

Object = dict[str, object]


def read_json(text: str) -> object:
    """The value of a JSON text; raises `Unreadable` with the line on which it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(text.rstrip()) or "Unterminated" in error.msg
        if at_end:
            what = "is cut off: it ends in the middle"
        else:
            what = f"is no JSON from column {error.colno} on"
        raise Unreadable(what, "it downloaded again", error.lineno) from None
    except (RecursionError, ValueError):
        raise Unreadable("is no JSON that can be read", "it downloaded again") from None


def mapping(value: object) -> Object:
    """An object; an empty one if it is none."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[object]:
    """A list; the values of an object; nothing for anything else."""
    if isinstance(value, list):
        return value
    return list(value.values()) if isinstance(value, dict) else []


def objects(value: object) -> Iterator[Object]:
    """Those of the values of a list or an object that are objects."""
    return (one for one in sequence(value) if isinstance(one, dict))


def raw_text(value: object) -> str:
    """A text or a number as text; "" for anything else."""
    match value:
        case bool() | None:
            return ""
        case str():
            return cleaned(value)
        case float() if math.isfinite(value) and value.is_integer():
            return str(int(value))
        case int() | float():
            return str(value)[:40]
    return ""


def number(value: object) -> float | None:
    """A number, or None."""
    match value:
        case bool():
            return None
        case int() | float() if math.isfinite(value) and abs(value) < 1e15:
            return float(value)
        case str():
            try:
                return number(float(value))
            except ValueError:
                return None
    return None


def moment(value: object) -> datetime | None:
    """A moment in UTC, of Unix seconds or ISO's form; None for 0 and anything else."""
    seconds = number(value)
    try:
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
        if isinstance(value, str):
            found = datetime.fromisoformat(value.strip())
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None


def day_of(value: object) -> date | None:
    """A day of ISO's form; None if it is none."""
    try:
        return date.fromisoformat(raw_text(value)[:10])
    except ValueError:
        return None


class Taker:
    """Takes texts of a JSON file, and tells those that cannot be taken.

    Attributes:
        problems: what is wrong with texts, each told with where it stands.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def text(self, value: object, where: str, is_name: bool = False) -> str:
        """The text; "" if there is none or it cannot be taken.

        Args:
            where: what is told of its place, e.g. `topic 12, title`.
        """
        text = raw_text(value)
        fault = fault_of(text, is_name)
        if fault is None:
            return text
        self.problems.append(Problem(self.file, None, where, *fault))
        return ""
