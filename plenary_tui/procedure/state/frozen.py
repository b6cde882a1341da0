"""Frozen values: what the core is made of, made and compared and copied in a moment.

They are `msgspec.Struct`: a class of them is made in a fifteenth of a dataclass's time, a value or
a changed copy of it in a tenth, and a journal's row becomes one without a detour.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, cast, dataclass_transform

import msgspec
from msgspec import field as field
from msgspec.structs import fields, force_setattr

if TYPE_CHECKING:
    from dataclasses import replace as replace

    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    class _Frozen(type):
        """Has type checkers know the fields of a value, in `replace` too."""

    @dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
    class ByName(_Frozen):
        """As below."""

    class Value(metaclass=_Frozen):
        """As below."""

        __dataclass_fields__: ClassVar[dict[str, Any]]

        def __init_subclass__(
            cls,
            *,
            dict: bool = ...,
            eq: bool = ...,
            forbid_unknown_fields: bool = ...,
            kw_only: bool = ...,
            order: bool = ...,
        ) -> None: ...

else:
    from msgspec.structs import replace as replace

    class ByName(msgspec.StructMeta):
        """Has all fields be given by name, so that they stand in the order they are written in."""

        def __new__(cls, name, bases, namespace, **config):
            return super().__new__(cls, name, bases, namespace, **{"kw_only": True, **config})

    class Value(msgspec.Struct, frozen=True):
        """A frozen value: its fields are given once, by place or by name, and never change.

        Two of the same class are equal if all their fields are. `replace` makes a changed copy.
        """


def give(value: Value, name: str, what: object) -> None:
    """Put a field right while the value is made: in `__post_init__`, and nowhere else."""
    force_setattr(cast("msgspec.Struct", value), name, what)


def by_name(value: Value) -> dict[str, Any]:
    """The fields of a value by their names."""
    return {name: getattr(value, name) for name in names_of(type(value))}


def names_of(value: type[Value]) -> tuple[str, ...]:
    """The names of the fields, in their order."""
    return tuple(one.name for one in fields(_struct(value)))


@cache
def defaults_of(value: type[Value]) -> tuple[tuple[str, str, object], ...]:
    """Each field: its name in a journal, its attribute, and its default, `NODEFAULT` for none."""
    return tuple((one.encode_name, one.name, one.default) for one in fields(_struct(value)))


def _struct(value: type[Value]) -> type[msgspec.Struct]:
    return cast("type[msgspec.Struct]", value)
