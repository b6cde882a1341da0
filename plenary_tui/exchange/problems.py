"""What is wrong in the files of a pack: where, what, and what was expected there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown

PROBLEMS_SHOWN = 50
"""How many problems the text of a `PackError` lists."""

RUNS_SHOWN = 12
"""Runs of lines that are named where alike problems are told as one."""

LONGEST_QUOTED = 60
"""Characters of a wrong value that are quoted."""


class Problem(Value):
    """One thing wrong in a pack.

    Attributes:
        file: name of the file in the pack's folder; "" if it is about no file.
        line: counted from 1; None where it is not known.
        field: the column or key; "" if it is about the line or file as a whole.
        what: what is wrong, without a full stop.
        expected: what would be right; "" if `what` says it.
    """

    file: str
    line: int | None
    field: str
    what: str
    expected: str = ""

    def __str__(self) -> str:
        return _told((self,))

    @property
    def kind(self) -> tuple[str, str, str, str]:
        """What it has in common with problems that are told with it: all but line and value."""
        field, what = _NUMBERED.sub("]]", self.field), _VALUE.sub("“”", self.what)
        return self.file, field, what, self.expected


_NUMBERED = re.compile(r"\]\] \d+")
_VALUE = re.compile(r"“[^”]*”")


class PackError(Explained):
    """A pack that cannot be used, with everything that is wrong in it.

    Attributes:
        problems: in the order of the files and lines.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("The pack cannot be used.")
        self.problems = tuple(problems)

    def on_command_line(self) -> str:
        """That it cannot be used, and what is wrong in it, a line each."""
        return f"{self.why}\n{self}"

    def __str__(self) -> str:
        return "\n".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is wrong, a line each; alike problems of several lines of a file are one."""
        groups: dict[tuple[str, str, str, str], list[Problem]] = {}
        for problem in self.problems:
            groups.setdefault(problem.kind, []).append(problem)
        shown_groups = list(groups.values())[:PROBLEMS_SHOWN]
        lines = [_told(group) for group in shown_groups]
        if more := len(self.problems) - sum(map(len, shown_groups)):
            lines.append(f"and {more} more")
        return tuple(lines)


def _told(group: Sequence[Problem]) -> str:
    """Alike problems in one line: where they are, what is wrong, and what was expected."""
    first, count = group[0], len(group)
    field = first.field if count == 1 else _NUMBERED.sub("]]", first.field)
    places = (first.file, _lines_of(group), field)
    where = ", ".join(shown(part) for part in places if part)
    others = len({one.what for one in group}) - 1
    like = f", and {others} other {'value' if others == 1 else 'values'} likewise" if others else ""
    what = f"{first.what}{like}"
    what = f"{where}: {what}" if where else what
    return f"{what}; expected {first.expected}" if first.expected else what


def _lines_of(group: Sequence[Problem]) -> str:
    """The lines of alike problems: `line 5`, `lines 2-31`, `lines 2, 5-7`; "" if not known."""
    lines = list(dict.fromkeys(one.line for one in group if one.line is not None))
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    said = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:RUNS_SHOWN]]
    more = ["and more"] if len(runs) > RUNS_SHOWN else []
    return f"{'line' if len(lines) == 1 else 'lines'} {', '.join(said + more)}" if said else ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, as the files were read, then by line; each once."""
    distinct = list(dict.fromkeys(problems))
    files = list(dict.fromkeys(problem.file for problem in distinct))
    return sorted(distinct, key=lambda one: (files.index(one.file), one.line or 0))


def quoted(value: object) -> str:
    """A wrong value as it may be shown: in quotation marks, without control characters, short."""
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
    try:
        text = " ".join(shown(str(value)).split())
    except ValueError:
        return "this number"
    if len(text) > LONGEST_QUOTED:
        text = text[:LONGEST_QUOTED] + "…"
    return f"“{text}”"


def one_of(values: Iterable[str]) -> str:
    """The values allowed, in words."""
    listed = list(dict.fromkeys(values))
    if len(listed) > 20:
        listed = [*listed[:20], "…"]
    return f"one of {', '.join(listed)}" if len(listed) != 1 else listed[0]


def closest(wrong: str, right: Iterable[str]) -> str | None:
    """The right word that a wrong one was probably meant to be, or None."""
    by_plain = {word.casefold(): word for word in right}
    found = difflib.get_close_matches(wrong.strip().casefold(), by_plain, n=1, cutoff=0.7)
    return by_plain[found[0]] if found else None


def meant(wrong: str, right: Iterable[str]) -> str:
    """What was expected instead of a wrong word: the closest right one, else all of them."""
    words = list(right)
    close = closest(wrong, words)
    return f"“{close}”" if close is not None else one_of(words)


class Spot(Protocol):
    """A table or row of a file: it knows where each of its values stands."""

    def problem(self, key: str, what: str, expected: str = "") -> Problem:
        """A problem with the value of that key or column ("" for all of it)."""
        ...


Model = TypeVar("Model", bound=BaseModel)


def validated(
    model: type[Model], spot: Spot, values: Mapping[str, object], problems: list[Problem]
) -> Model | None:
    """The values as a `model`; None if they do not fit, and why among the problems."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        problems.extend(_problem(spot, detail, model) for detail in error.errors(include_url=False))
        return None


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model, as they are written in files."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


_EXPECTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "string_type": "text in quotation marks",
    "tuple_type": "a list in square brackets",
    "model_type": "a table",
}


def _problem(spot: Spot, detail: ErrorDetails, model: type[BaseModel]) -> Problem:
    key = next((part for part in detail["loc"] if isinstance(part, str)), "")
    context = detail.get("ctx", {})
    kind = detail["type"]
    value = quoted(detail["input"])
    match kind:
        case "missing":
            return spot.problem(key, "is missing")
        case "extra_forbidden":
            return spot.problem(key, "is not known here", meant(key, keys_of(model)))
        case "unfit":
            return spot.problem(key, str(context["what"]), str(context["expected"]))
        case "too_short":
            return spot.problem(key, "is empty", "at least one")
        case "value_error":
            return spot.problem(key, str(context["error"]))
        case "enum" | "literal_error":
            listed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            return spot.problem(key, f"{value} is not known", one_of(listed.split(", ")))
    expected = _EXPECTED.get(kind) or detail["msg"].removeprefix("Input should be ")
    return spot.problem(key, f"{value} does not fit", expected)
