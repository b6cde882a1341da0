"""The order in which a list is called: tier by tier, or a tier from its hour on; who is next."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.speakers.order import (
    NEXT_SHOWN,
    is_over,
    last_change,
    next_at,
    next_change,
    next_entries,
    next_entry,
    order_at,
)
from plenary_tui.procedure.state.vocabulary import Body, Stage
from tests.chamber import Chamber, vienna


def order(chamber: Chamber) -> list[str]:
    """Who would be called now, one after the other, by code."""
    conference = chamber.conference
    speakers = conference.list_of("1(f)", conference.body)
    return [one.delegation for one in order_at(conference, speakers, chamber.clock.now().utc)]


@pytest.fixture
def chamber() -> Chamber:
    """Monday afternoon: two States, an IGO and an NGO wait; the floor is open."""
    chamber = Chamber()
    chamber.clock.until(vienna(14, 9))
    chamber.inscribe("NGA", "GIN", "INTERPOL", "WATCH", item="1(f)")
    chamber.open_meeting(14, 15)
    chamber.open_floor()
    return chamber


def test_until_the_hour_the_order_of_tiers_holds_and_from_then_on_ngos_are_next(
    chamber: Chamber,
) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00", decision="The President")
    chamber.clock.until(vienna(14, 16, 59, 59))
    assert order(chamber) == ["NGA", "GIN", "INTERPOL", "WATCH"]
    chamber.clock.until(vienna(14, 17))
    assert order(chamber) == ["WATCH", "NGA", "GIN", "INTERPOL"]
    assert chamber.conference.seq == chamber.ledger.seq, "nothing was recorded when the hour came"
    chamber.do("give-floor")
    assert chamber.speaker == "WATCH"


def test_the_hour_of_the_call_decides_who_is_called(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 16, 59, 59))
    chamber.do("give-floor")
    assert chamber.speaker == "NGA"


def test_nobody_displaces_who_has_the_floor(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 16, 59))
    chamber.speak(120)
    assert chamber.speaker == "NGA" and chamber.elapsed == 120
    assert order(chamber)[0] == "WATCH"


def test_once_nobody_waits_in_the_tier_the_others_go_on(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17))
    chamber.speak(60)
    chamber.do("give-floor")
    assert chamber.speaker == "NGA"


def test_the_decision_ends_with_the_meeting_in_which_its_hour_falls(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17, 30))
    assert order(chamber)[0] == "WATCH"
    chamber.do("adjourn-meeting")
    assert order(chamber)[0] == "NGA"
    chamber.open_meeting(15, 15)
    chamber.clock.until(vienna(15, 17, 30))
    assert order(chamber)[0] == "NGA", "it was decided for the meeting of the day before"
    assert "in the order of tiers already" in chamber.refused("hear-in-order").why


def test_another_meeting_than_the_one_it_was_decided_for_keeps_the_order(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="2024-10-15T17:00")
    chamber.do("adjourn-meeting")
    chamber.clock.until(vienna(15, 15))
    chamber.do("open-meeting", number=9)
    chamber.clock.until(vienna(15, 17))
    assert order(chamber)[0] == "NGA"


def test_a_meeting_adjourned_before_the_hour_takes_the_decision_with_it(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.do("adjourn-meeting")
    chamber.clock.until(vienna(14, 17))
    chamber.do("open-meeting", number=9)
    assert order(chamber)[0] == "NGA"


def test_of_two_tiers_the_one_whose_hour_came_last_goes_first(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="IGOs", at="16:30")
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 16, 30))
    assert order(chamber) == ["INTERPOL", "NGA", "GIN", "WATCH"]
    chamber.clock.until(vienna(14, 17))
    assert order(chamber) == ["WATCH", "INTERPOL", "NGA", "GIN"]


def test_row_17_states_are_called_before_igos_and_igos_before_ngos(chamber: Chamber) -> None:
    def next_one() -> str:
        found = next_entry(chamber.conference, chamber.clock.now())
        return found.delegation if found is not None else ""

    assert order(chamber) == ["NGA", "GIN", "INTERPOL", "WATCH"]
    for code in order(chamber):
        assert next_one() == code
        chamber.do("give-floor")
        assert chamber.speaker == code
        chamber.do("start-clock")
    assert next_one() == "" and order(chamber) == []


def test_row_17_a_tier_that_nobody_called_out_of_order_is_refused(chamber: Chamber) -> None:
    assert "is next" in chamber.refused("give-floor", entry="WATCH").why


def test_the_next_three_are_those_called_one_after_the_other(chamber: Chamber) -> None:
    def following() -> list[str]:
        found = next_entries(chamber.conference, chamber.clock.now())
        return [one.delegation for one in found]

    assert following() == order(chamber)[:NEXT_SHOWN] == ["NGA", "GIN", "INTERPOL"]
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17))
    assert following() == order(chamber)[:NEXT_SHOWN] == ["WATCH", "NGA", "GIN"]
    chamber.do("conclude-item", confirm=True)
    assert following() == [] and next_entry(chamber.conference, chamber.clock.now()) is None
    assert order(chamber), "they stay on the list"


@pytest.mark.parametrize("stage", Stage)
def test_a_list_is_over_with_its_debate(chamber: Chamber, stage: Stage) -> None:
    item = chamber.conference.current_item
    assert item is not None
    conference = chamber.conference.with_item(item.at_stage(stage, Body.PLENARY))
    speakers = conference.current_list
    assert speakers is not None
    assert is_over(conference, speakers) is stage.over
    assert (next_at(conference, speakers, chamber.clock.now().utc) is None) is stage.over


def test_the_order_changes_by_itself_when_a_tiers_hour_comes(chamber: Chamber) -> None:
    assert next_change(chamber.conference, chamber.clock.utc) is None
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    assert next_change(chamber.conference, chamber.clock.utc) == vienna(14, 17)
    assert last_change(chamber.conference, chamber.clock.utc) is None
    chamber.clock.until(vienna(14, 17))
    assert next_change(chamber.conference, chamber.clock.utc) is None
    assert last_change(chamber.conference, chamber.clock.utc) == vienna(14, 17)
