"""conference.toml: its tables, and on which line each key stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from plenary_tui.exchange.files import CONFERENCE, read_text
from plenary_tui.exchange.mending import read_toml
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.frozen import Value

KeyPath = tuple[str | int, ...]
"""Keys from the top; tables of an array are counted from 1."""

_ARRAY = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_TABLE = re.compile(r"\s*\[\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


class Table(Value):
    """A table of conference.toml.

    Attributes:
        path: keys from the top; empty for the top itself.
        values: what it holds.
        lines: on which line each table and key of the whole file begins.
    """

    path: KeyPath
    values: Mapping[str, object]
    lines: Mapping[KeyPath, int]

    def problem(self, key: str, what: str, expected: str = "") -> Problem:
        """A problem with the value of that key."""
        path = (*self.path, key) if key else self.path
        return Problem(CONFERENCE, self.line(path), _name(path), what, expected)

    def line(self, path: KeyPath) -> int | None:
        """The line of a key, else of the table it is or should be in; None if not known."""
        while path:
            for known in (path, (*path, 1)):
                if (line := self.lines.get(known)) is not None:
                    return line
            path = path[:-1]
        return None

    def tables(self, key: str, problems: list[Problem]) -> tuple[Table, ...]:
        """The tables of the array `[[key]]`; none if there are none."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            problems.append(self.problem(key, "is not a list of tables", f"[[{key}]] for each"))
            return ()
        return tuple(
            Table((*self.path, key, number), value, self.lines)
            for number, value in enumerate(values, start=1)
        )

    def table(self, key: str, problems: list[Problem]) -> Table | None:
        """The table `[key]`; None if there is none."""
        values = self.values.get(key)
        if values is None:
            return None
        if not isinstance(values, dict):
            name = ".".join(str(one) for one in (*self.path, key) if isinstance(one, str))
            problems.append(self.problem(key, "is not a table", f"[{name}]"))
            return None
        return Table((*self.path, key), values, self.lines)

    def texts(self, key: str) -> tuple[str, ...]:
        """Those values of a list, or the one value, that are text: for what else is checked."""
        value = self.values.get(key)
        values = value if isinstance(value, list) else [value]
        return tuple(_folded_line(one) for one in values if isinstance(one, str))


def _folded_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def read_conference_toml(folder: Path, problems: list[Problem]) -> Table | None:
    """The top table of a pack's conference.toml; None if it cannot be read."""
    text = read_text(folder, CONFERENCE, problems)
    if text is None:
        return None
    read = read_toml(text)
    problems.extend(Problem(CONFERENCE, line, "", what) for line, what in read.faults)
    return None if read.values is None else Table((), read.values, _lines(read.lines))


def _name(path: KeyPath) -> str:
    """A path in words: `[[meeting]] 3, starts`, `[policies], limit_seconds`."""
    match path:
        case (str(array), int(number), *rest):
            name = f"[[{array}]] {number}"
        case (str(table), str(_), *_):
            name, rest = f"[{table}]", list(path[1:])
        case (str(key),):
            return key
        case _:
            return ""
    return ", ".join((name, *(str(one) for one in rest if isinstance(one, str))))


def _lines(text: list[str]) -> dict[KeyPath, int]:
    """The line on which each table and key begins, by a scan for their usual forms."""
    lines: dict[KeyPath, int] = {}
    counts: dict[str, int] = {}
    current: KeyPath = ()
    for number, line in enumerate(text, start=1):
        if match := _ARRAY.match(line):
            name = match[1]
            counts[name] = counts.get(name, 0) + 1
            current = (name, counts[name])
            lines.setdefault(current, number)
        elif match := _TABLE.match(line):
            first, *rest = (part.strip() for part in match[1].split("."))
            current = (first, counts[first], *rest) if first in counts else (first, *rest)
            lines.setdefault(current, number)
        elif match := _KEY.match(line):
            keys = tuple(part.strip() for part in match[1].split("."))
            lines.setdefault((*current, *keys), number)
    return lines
