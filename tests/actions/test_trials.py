"""Decisions that can be tried: which limits are offered at first."""

from __future__ import annotations

from plenary_tui.actions.trials import Trial, label_of, trials_for, tried
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


def test_a_later_end_is_offered_only_of_a_meeting_that_is_open() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")

    def later_end() -> tuple[str, str]:
        conference, now = chamber.conference, chamber.clock.now()
        trial = Trial("set-meeting-end", 2)
        return label_of(trial, conference, now), tried(trial, conference, now).refused

    assert later_end() == ("Until 13:30", "")
    chamber.do("adjourn-meeting")
    label, refused = later_end()
    assert label == "A later end" and refused.startswith("No meeting is open.")
