"""Decisions that can be tried: which limits are offered at first."""

from __future__ import annotations

from plenary_tui.actions.trials import trials_for
from tests.chamber import Chamber, vienna


def offered(chamber: Chamber) -> list[int]:
    """The limits that are offered, in seconds."""
    trials = trials_for(chamber.conference, chamber.clock.now())
    return [trial.amount for trial in trials if trial.act == "set-limit"]


def test_limits_shorter_than_that_of_the_next_are_offered_whoever_is_next() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Sample Watch")
    chamber.do("set-limit", seconds=120, tier="NGOs")
    chamber.do("hear-tier-at", tier="NGOs", at="11:00")
    assert offered(chamber) == [150, 120]
    chamber.clock.until(vienna(14, 11))
    assert offered(chamber) == [90, 60]
