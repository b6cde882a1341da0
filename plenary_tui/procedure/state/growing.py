"""What only ever grows at its end, as a frozen value: one more costs the same whatever stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Growing(Sequence[T_co]):
    """Values in their order, as in a tuple; `plus` does not copy those that stand before.

    Values of one growth share a list, and each looks only at its own beginning of it. Where another
    has put something behind that beginning already, the beginning is copied first.
    """

    __slots__ = ("_held", "_length")

    def __init__(self, values: Iterable[T_co] = ()) -> None:
        self._held = list(values)
        self._length = len(self._held)

    def plus(self, value: T_co) -> Growing[T_co]:  # type: ignore[misc]
        """These values, and one more."""
        held, length = self._held, self._length
        if len(held) == length > 0:  # what is empty is nobody's beginning in particular
            held.append(value)
        if len(held) != length + 1 or held[length] is not value:  # another thread may grow it too
            held = [*held[:length], value]
        grown: Growing[T_co] = Growing()
        grown._held, grown._length = held, length + 1
        return grown

    @overload
    def __getitem__(self, place: int) -> T_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, place: int | slice) -> T_co | tuple[T_co, ...]:
        if isinstance(place, slice):
            return tuple(self._held[one] for one in range(*place.indices(self._length)))
        return self._held[range(self._length)[place]]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T_co]:
        return islice(self._held, self._length)

    def __reversed__(self) -> Iterator[T_co]:
        return (self._held[place] for place in reversed(range(self._length)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Growing | tuple):
            return NotImplemented
        if self is other:
            return True
        # One after the other, so that a long comparison in a thread lets others go on.
        return len(self) == len(other) and all(
            one == another for one, another in zip(self, other, strict=True)
        )

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
