"""Reminders and calls to order: for the officer alone, and they stop nobody (row 14)."""

from __future__ import annotations

import pytest

from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


def test_row_14_a_reminder_is_kept_for_the_officer(chamber: Chamber) -> None:
    chamber.do("note", text="speaks of one country", entry=str(chamber.entry("WATCH").id))
    assert [one.text for one in chamber.conference.notes] == ["speaks of one country"]


def test_row_14_the_program_judges_nothing_and_refuses_only_an_empty_note(
    chamber: Chamber,
) -> None:
    assert chamber.refused("note", text="").why == "The note is empty."
    chamber.do("give-floor", entry="Sample Watch", reason="leaves early")
    chamber.do("start-clock")
    chamber.do("call-to-order", ground="relevance")
    chamber.clock.advance(60)
    assert chamber.elapsed == 60, "a call to order stops nobody"


def test_a_private_note_is_kept_beside_what_it_is_about(chamber: Chamber) -> None:
    (about,) = chamber.do("note", text="Asks for a lectern", entry="Niger")
    chamber.do("note", text="Water is late")
    first, second = chamber.conference.notes
    assert (first.entry, second.entry) == (chamber.entry("NER").id, None)
    assert "lectern" not in about.sentence(chamber.conference), "it is private"
    assert "empty" in chamber.refused("note", text=" ").why
