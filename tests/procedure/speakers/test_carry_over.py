"""A list carries over to the next meeting of its item (rows 15 and 18)."""

from __future__ import annotations

import pytest

from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    return chamber


def test_row_15_a_list_is_carried_over_once_and_only_with_somebody_on_it(
    chamber: Chamber,
) -> None:
    before = chamber.waiting()
    chamber.do("carry-over")
    assert chamber.waiting() == before, "the order is intact"
    assert "2nd meeting already" in chamber.refused("carry-over").why
    chamber.do("take-up-item", item="2(a)")
    assert "Nobody waits" in chamber.refused("carry-over").why
