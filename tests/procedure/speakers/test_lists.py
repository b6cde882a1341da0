"""Lists of speakers are opened and closed (rows 4, 5 and 20)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import Body, Tier
from tests.chamber import Chamber, vienna

NGO = {"speaker": "Sample Speaker 1", "function": "Director"}


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_row_20_reopening_is_recorded_and_may_end_by_itself(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 14)
    (opened,) = chamber.do("open-list", item="1(f)", tier="NGOs", until="14:30")
    sentence = opened.sentence(chamber.conference)
    assert "opened for NGOs until 14:30" in sentence
    chamber.inscribe("Sample Watch", item="1(f)")
    chamber.refused("inscribe", delegation="Niger", item="1(f)")
    chamber.clock.utc = vienna(14, 14, 30)
    refusal = chamber.refused("inscribe", delegation="Sample Relief", item="1(f)", **NGO)
    assert "closed at 14:30" in refusal.why


def test_row_20_reopening_without_an_end_lasts_until_it_is_closed(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 14)
    chamber.do("open-list", item="1(f)")
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch", item="1(f)")
    chamber.clock.utc = vienna(15, 14)
    chamber.inscribe("Guinea", item="1(f)")
    chamber.do("close-list", item="1(f)")
    refusal = chamber.refused("inscribe", delegation="Türkiye", item="1(f)")
    assert "closed by decision of the President" in refusal.why
    assert chamber.waiting() == ["NER", "GIN", "INTERPOL", "WATCH"], "who is on it stays"


def test_row_20_a_closing_by_hand_binds_whatever_a_clock_says(chamber: Chamber) -> None:
    chamber.do("close-list", item="1(f)")
    chamber.clock.step_wall(-3600)
    assert "decision" in chamber.refused("inscribe", delegation="Niger", item="1(f)").why


def test_row_20_who_is_on_a_closed_list_is_still_called(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.clock.until(vienna(14, 12, 5))
    chamber.do("give-floor")
    assert chamber.speaker == "NER"


def test_row_20_opening_what_is_open_and_closing_what_is_closed_is_refused(
    chamber: Chamber,
) -> None:
    assert "open already" in chamber.refused("open-list", item="1(f)").why
    chamber.do("close-list", item="1(f)", tier="IGOs")
    refusal = chamber.refused("close-list", item="1(f)", tier="IGOs")
    assert "closed for IGOs already" in refusal.why
    (closed,) = chamber.do("close-list", item="1(f)")
    assert closed.sentence(chamber.conference).endswith("closed for States, NGOs.")
    refusal = chamber.refused("open-list", item="1(f)", until="09:45")
    assert "is past" in refusal.why


def test_row_20_a_list_closed_by_hand_and_reopened_keeps_its_announced_closing() -> None:
    chamber = Chamber()
    chamber.do("close-list", item="1(f)")
    assert "closed by decision" in str(chamber.refused("inscribe", item="1(f)", delegation="Niger"))
    chamber.do("open-list", item="1(f)")
    chamber.do("inscribe", item="1(f)", delegation="Niger")
    chamber.clock.advance(seconds=24 * 3600)
    assert "closed at 12:00" in str(chamber.refused("inscribe", item="1(f)", delegation="Nigeria"))


def test_row_20_an_open_list_can_be_given_a_later_closing() -> None:
    chamber = Chamber()
    chamber.do("open-list", item="1(f)", until="2024-10-16T12:00")
    chamber.clock.advance(seconds=24 * 3600)
    chamber.do("inscribe", item="1(f)", delegation="Niger")


def test_row_5_the_plenarys_list_is_opened_and_closed_while_the_committee_sits(
    chamber: Chamber,
) -> None:
    chamber.open_floor("1(f)")
    chamber.do("convene-committee", confirm=True)
    chamber.do("close-list", item="1(f)", body="plenary")

    def by_hand(body: Body) -> bool | None:
        return chamber.conference.list_of("1(f)", body).queue(Tier.STATES).by_hand

    assert (by_hand(Body.PLENARY), by_hand(Body.COMMITTEE)) == (False, None)
    chamber.do("open-list", item="1(f)", body="plenary")
    assert (by_hand(Body.PLENARY), by_hand(Body.COMMITTEE)) == (True, None)


def test_row_4_the_committees_list_is_open_for_states_alone(chamber: Chamber) -> None:
    chamber.open_floor("2")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    (closed,) = chamber.do("close-list")
    assert closed.tiers == (Tier.STATES,)  # type: ignore[attr-defined]
    assert "are not listed there" in chamber.refused("open-list", tier="NGOs").why
    chamber.do("open-list")
