"""Places on a list change by hand or by consent, within the tier (rows 16, 29)."""

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
    refusal = chamber.refused("swap", entry=f"#{first}", other=str(second), confirm=True)
    assert "stays as it was left" in refusal.why
