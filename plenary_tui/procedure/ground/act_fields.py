"""The fields of acts: what each takes, and how it is read from what a person typed."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import NODEFAULT

from plenary_tui.procedure.state.frozen import Value, defaults_of
from plenary_tui.procedure.state.text import AsTyped

YES = frozenset({"1", "on", "t", "true", "y", "yes"})
NO = frozenset({"0", "f", "false", "n", "no", "off"})


class Unfit(ValueError):
    """A value is none that its field takes; the message says what the field takes."""


class Taken(Value):
    """A field of an act.

    Attributes:
        name: as it is typed, without its dashes.
        attribute: its name in the command.
        default: `NODEFAULT` where the act cannot be done without it.
        kinds: what it is, one of these; () for rows of a file, which nobody types.
        or_none, or_empty: whether it may also be None, or "" beside words that are listed.
        readers: how it is read where it is given as text.
    """

    name: str
    attribute: str
    default: Any
    kinds: tuple[type, ...]
    or_none: bool
    or_empty: bool
    readers: tuple[Callable[[Any], object], ...]

    @property
    def required(self) -> bool:
        return self.default is NODEFAULT

    @property
    def words(self) -> tuple[str, ...]:
        """The words it takes; () if any."""
        return tuple(str(word) for kind in self.kinds if issubclass(kind, StrEnum) for word in kind)

    def read(self, given: object) -> object:
        """The value that is meant. Raises `Unfit`, `Unread` or another ValueError."""
        if (given is None and self.or_none) or (given == "" and self.or_empty):
            return given
        for reader in self.readers if given is not None else ():
            given = reader(given)
        if not self.kinds or type(given) in self.kinds:
            return given
        made = next((one for kind in self.kinds if (one := _made(kind, given)) is not None), None)
        if made is None:
            raise Unfit(self._expected)
        return made

    @property
    def _expected(self) -> str:
        if self.words:
            return f"one of {', '.join(self.words)}"
        named = {int: "a whole number", float: "a number", bool: "yes or no", str: "text"}
        return next((words for kind, words in named.items() if kind in self.kinds), "taken")


def _made(kind: type, given: object) -> object | None:
    """A value of a kind, of one that means it; None if it means none."""
    if isinstance(given, int | float) and kind in (float, timedelta):
        return float(given) if kind is float else timedelta(seconds=given)
    if not isinstance(given, str):
        return None
    if issubclass(kind, StrEnum):
        try:
            return kind(given)
        except ValueError:
            return None
    text = given.strip().casefold()
    if kind is bool and text in YES | NO:
        return text in YES
    if kind is int and re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        return int(text)
    return None


@cache
def act_fields(act: type[Value]) -> tuple[Taken, ...]:
    """The fields of an act: its own in their order, then those that other acts have too."""
    hints = typing.get_type_hints(act, include_extras=True)
    known = {attribute: (name, default) for name, attribute, default in defaults_of(act)}
    ordered = dict.fromkeys(
        attribute
        for one in act.__mro__
        for attribute in vars(one).get("__annotations__", ())
        if attribute in known
    )
    return tuple(_taken(attribute, *known[attribute], hints[attribute]) for attribute in ordered)


def by_attribute(act: type[Value], given: Mapping[str, object]) -> dict[str, object]:
    """What is given by the names that are typed, or by attribute, by attribute.

    Raises ValueError for what the act does not take.
    """
    known = {one.name: one.attribute for one in act_fields(act)}
    known |= {attribute: attribute for attribute in known.values()}
    if strange := next((name for name in given if name not in known), ""):
        raise ValueError(f"it takes no {strange}")
    return {known[name]: value for name, value in given.items()}


def _taken(attribute: str, name: str, default: object, hint: Any) -> Taken:
    marked = tuple(_parts(hint))
    kinds = [kind for kind, _ in marked if isinstance(kind, type)]
    return Taken(
        name=name.replace("_", "-"),
        attribute=attribute,
        default=default,
        kinds=tuple(kind for kind in kinds if kind is not types.NoneType),
        or_none=types.NoneType in kinds,
        or_empty=any(kind == "" for kind, _ in marked),
        readers=tuple(
            one.read for _, marks in marked for one in reversed(marks) if isinstance(one, AsTyped)
        ),
    )


def _parts(hint: Any, marks: tuple[object, ...] = ()) -> typing.Iterator[tuple[Any, Any]]:
    """The kinds that a hint allows, or the words, each with its marks."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        inner, *more = typing.get_args(hint)
        yield from _parts(inner, (*marks, *more))
    elif origin in (types.UnionType, typing.Union, typing.Literal):
        for one in typing.get_args(hint):
            yield from _parts(one, marks)
    else:
        yield hint, marks
