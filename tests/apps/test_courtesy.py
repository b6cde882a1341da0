"""Work in other threads gives way to keys."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from plenary_tui.apps.courtesy import Courtesy


def test_work_stands_still_once_for_the_keys_that_came() -> None:
    courtesy, waited = Courtesy(), list[float]()
    courtesy._nothing.wait = waited.append  # type: ignore[assignment, method-assign]
    courtesy.give_way()
    assert not waited, "no key came"
    courtesy.came()
    courtesy.came()
    for _ in range(3):
        courtesy.give_way()
    assert len(waited) == 1
    courtesy.came()
    courtesy.give_way()
    assert len(waited) == 2


def test_work_goes_on_after_a_key() -> None:
    courtesy = Courtesy()
    courtesy.came()
    with ThreadPoolExecutor(1) as threads:
        threads.submit(courtesy.give_way).result(timeout=10)
