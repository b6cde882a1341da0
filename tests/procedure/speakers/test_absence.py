"""Absent when called: to the end of the own tier (row 28)."""

from __future__ import annotations

import pytest

from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); nobody waits yet."""
    chamber = Chamber()
    chamber.open_floor()
    return chamber


def test_row_28_an_absent_speaker_stands_at_the_end_of_its_own_tier(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", "INTERPOL")
    chamber.do("mark-ready", entry="Niger")
    chamber.do("give-floor")
    (absent,) = chamber.do("mark-absent")
    assert absent.kind == "marked absent"
    assert chamber.conference.floor is None
    assert chamber.waiting() == ["TUR", "NER", "INTERPOL"]
    entry = chamber.entry("NER")
    assert (entry.absences, entry.ready) == (1, False) and "absent" in entry.moved_because
    chamber.do("mark-absent", entry="Niger")
    assert chamber.entry("NER").absences == 2 and "2 times" in chamber.entry("NER").moved_because


def test_row_28_who_has_begun_is_not_absent(chamber: Chamber) -> None:
    chamber.inscribe("Niger")
    chamber.speak(1)
    refusal = chamber.refused("mark-absent")
    assert "has begun to speak" in refusal.why and "End the statement" in refusal.instead
    chamber.do("end-statement")
    assert "Nobody has been called" in chamber.refused("mark-absent").why
