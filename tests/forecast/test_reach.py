"""Who is at risk, and of what: the rule behind the remark on a row."""

from __future__ import annotations

import pytest

from plenary_tui.forecast.hours_left import Sitting, Sittings
from plenary_tui.forecast.reach import Reach, Risk, expected_of, risk_of
from plenary_tui.forecast.slots import Slot
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.vocabulary import Tier
from tests.chamber import vienna


@pytest.mark.parametrize(
    ("expected", "latest", "risk"),
    [
        (1, 1, None),
        (1, 2, Risk.SLIPPING),
        (1, 4, Risk.SLIPPING),
        (1, None, Risk.NOT_HEARD),
        (2, 2, None),
        (2, 4, None),
        (4, None, Risk.NOT_HEARD),
    ],
)
def test_row_18_what_one_expected_is_at_risk_of(
    expected: int, latest: int | None, risk: Risk | None
) -> None:
    assert risk_of(expected, latest, this=1) is risk


HOUR = 3600.0
LEFT = Sittings(
    (
        Sitting(1, vienna(14, 12), vienna(14, 13)),
        Sitting(2, vienna(14, 15), vienna(14, 18)),
    )
)


@pytest.mark.parametrize(
    ("mean", "latest", "reach", "risk"),
    [
        (0.2, 0.5, Reach.THIS, None),
        (0.5, 1.5, Reach.THIS, Risk.SLIPPING),
        (2.0, 3.0, Reach.LATER, None),
        (2.0, 5.0, Reach.LATER, Risk.NOT_HEARD),
        (5.0, 6.0, Reach.NOT, None),
    ],
)
def test_a_slot_is_laid_on_the_meetings_that_are_left(
    mean: float, latest: float, reach: Reach, risk: Risk | None
) -> None:
    entry = Entry(7, "NER", Tier.STATES, vienna(14, 9))
    found = expected_of(LEFT, 1, Slot(entry, mean * HOUR, latest * HOUR))
    assert (found.entry, found.reach, found.at_risk_of) == (7, reach, risk)
    assert (found.expected is None) is (reach is Reach.NOT)
