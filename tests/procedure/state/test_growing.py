"""What grows at its end: as a tuple, and each growth by itself."""

from __future__ import annotations

from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.procedure.state.growing import Growing


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_it_is_what_a_tuple_of_its_values_is(values: list[int], more: list[int]) -> None:
    growing, told = Growing(values), tuple(values)
    for one in more:
        grown = growing.plus(one)
        assert tuple(growing) == told and len(growing) == len(told)
        growing, told = grown, (*told, one)
    assert tuple(growing) == told and list(reversed(growing)) == list(reversed(told))
    assert growing == Growing(told) and hash(growing) == hash(Growing(told))
    assert [growing[place] for place in range(-len(told), len(told))] == [*told, *told]
    assert growing[1:-1] == told[1:-1] and growing[::-2] == told[::-2]
    assert bool(growing) is bool(told)


@given(st.lists(st.sampled_from(["one more", "back", "other"]), max_size=40))
def test_no_growth_sees_another_s(steps: list[str]) -> None:
    growths: list[tuple[Growing[int], tuple[int, ...]]] = [(Growing(), ())]
    for number, step in enumerate(steps):
        if step == "back" and len(growths) > 1:
            growths.append(growths[len(growths) // 2])
        growing, told = growths[-1 if step != "other" else 0]
        growths.append((growing.plus(number), (*told, number)))
    assert all(tuple(growing) == told for growing, told in growths)


def test_two_threads_may_grow_the_same() -> None:
    start, ends = Growing(range(3)), []

    def grow(mark: int) -> None:
        for _ in range(2000):
            ends.append((mark, start.plus(mark)))

    threads = [Thread(target=grow, args=(mark,)) for mark in (10, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(tuple(grown) == (0, 1, 2, mark) for mark, grown in ends)


def test_beyond_its_end_there_is_nothing() -> None:
    start = Growing((1, 2))
    start.plus(3)
    with pytest.raises(IndexError):
        start[2]
    with pytest.raises(IndexError):
        start[-3]
    assert start[2:] == ()


def test_it_is_compared_with_its_like_and_with_tuples() -> None:
    assert Growing((1, 2)) == (1, 2) and Growing((1, 2)) == (1, 2) and Growing() == ()
    assert Growing((1, 2)) != (1, 3) and Growing((1, 2)) != [1, 2]
