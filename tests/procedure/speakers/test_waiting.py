"""Who waits is moved, swaps places, is ready or absent (rows 9, 16, 24, 28 and 29)."""

from __future__ import annotations

import pytest

from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); nobody waits yet."""
    chamber = Chamber()
    chamber.open_floor()
    return chamber


def test_row_16_a_move_needs_a_reason_is_recorded_and_shown(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", "Guinea")
    refusal = chamber.refused("move", entry="Guinea", to=1)
    assert "order of receipt" in refusal.why and refusal.remedy == "reason"
    before = chamber.conference
    (moved,) = chamber.do("move", entry="Guinea", to=1, reason="The minister leaves")
    assert moved.sentence(before) == "Guinea (item 1(f)) was moved to 1: The minister leaves."
    assert chamber.waiting() == ["GIN", "NER", "TUR"]
    assert chamber.entry("GIN").moved_because == "The minister leaves"
    assert chamber.entry("NER").moved_because == ""
    chamber.do("move", entry="Guinea", to=3, reason="The minister stays")
    assert chamber.waiting() == ["NER", "TUR", "GIN"]


@pytest.mark.parametrize("position", [-1, 0, 3])
def test_row_16_a_move_stays_within_the_tier(chamber: Chamber, position: int) -> None:
    chamber.inscribe("Niger", "Türkiye", "INTERPOL", "Sample Watch")
    refusal = chamber.refused("move", entry="Türkiye", to=position, reason="Wish")
    assert "from 1 to 2 among States" in refusal.why and "tier" in refusal.instead
    assert "stands at 2" in chamber.refused("move", entry="Türkiye", to=2, reason="Wish").why


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


def test_row_29_two_of_one_tier_swap_places_once_both_consent(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Guinea", "Türkiye", "INTERPOL")
    refusal = chamber.refused("swap", entry="Niger", other="Türkiye")
    assert refusal.why == "Both Niger and Türkiye must consent to swap places."
    assert refusal.remedy == "confirm"
    before = chamber.conference
    (swapped,) = chamber.do("swap", entry="Niger", other="Türkiye", confirm=True)
    assert swapped.sentence(before) == (
        "Niger (item 1(f)) swapped places with Türkiye, both consenting."
    )
    assert chamber.waiting() == ["TUR", "GIN", "NER", "INTERPOL"]
    assert chamber.entry("NER").moved_because == "swapped with Türkiye, both consenting"
    assert chamber.entry("TUR").moved_because == "swapped with Niger, both consenting"
    chamber.do("undo")
    assert chamber.conference == before


def test_row_29_places_are_not_swapped_across_tiers(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Guinea", "Türkiye", "INTERPOL")
    refusal = chamber.refused("swap", entry="Niger", other="INTERPOL", confirm=True)
    assert "Niger speaks among States" in refusal.why and refusal.remedy == ""


def test_row_29_with_itself_with_nobody_or_on_another_list_is_refused(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Guinea", "Türkiye", "INTERPOL")
    assert "with itself" in chamber.refused("swap", entry="Niger", other="NER").why
    assert "does not wait" in chamber.refused("swap", entry="Niger", other="Nigeria").why
    (elsewhere,) = chamber.inscribe("Nigeria", item="2(a)")
    refusal = chamber.refused("swap", entry="Niger", other=str(elsewhere), confirm=True)
    assert refusal.why == "Niger and Nigeria wait on different lists."


def test_row_29_and_5_the_plenary_list_stands_still_while_the_committee_sits(
    chamber: Chamber,
) -> None:
    chamber.inscribe("Niger", "Guinea", "Türkiye", "INTERPOL")
    first, second = chamber.entry("NER").id, chamber.entry("GIN").id
    chamber.do("convene-committee")
    refusal = chamber.refused("swap", entry=str(first), other=str(second), confirm=True)
    assert "stays as it was left" in refusal.why


@pytest.mark.parametrize("entry", ["Niger", "INTERPOL", "Sample Watch"])
def test_row_09_and_24_a_speaker_is_marked_as_ready(chamber: Chamber, entry: str) -> None:
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    before = chamber.waiting()
    chamber.do("mark-ready", entry=entry)
    ready = [one.ready for one in chamber.conference.current_list.waiting]  # type: ignore[union-attr]
    assert sorted(ready) == [False, False, True]
    assert "ready already" in chamber.refused("mark-ready", entry=entry).why
    chamber.do("mark-ready", entry=entry, off=True)
    assert "not ready already" in chamber.refused("mark-ready", entry=entry, off=True).why
    assert chamber.waiting() == before


def test_row_24_only_who_waits_is_marked_as_ready(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    refusal = chamber.refused("mark-ready", entry="Sample Relief")
    assert "Sample Relief does not wait on the list for item 1(f)" in refusal.why
    assert "Inscribe" in refusal.instead
