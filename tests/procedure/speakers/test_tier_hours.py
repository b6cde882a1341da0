"""A tier heard from an hour on, whatever stands before it: who is called next, and until when."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.speakers.order import next_at, order_at
from plenary_tui.procedure.state.vocabulary import Tier
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


def test_a_state_called_after_the_hour_is_out_of_order(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17))
    refused = chamber.refused("give-floor", entry="NGA")
    assert "is next; calling Nigeria is out of order" in refused.why
    chamber.do("give-floor", entry="NGA", reason="leaves for the airport")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.out_of_order == "leaves for the airport"


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


def test_it_may_be_decided_for_a_later_meeting(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="2024-10-15T17:00")
    chamber.clock.until(vienna(14, 17))
    assert order(chamber)[0] == "NGA"
    chamber.do("adjourn-meeting")
    chamber.open_meeting(15, 15)
    chamber.clock.until(vienna(15, 17))
    assert order(chamber)[0] == "WATCH"


def test_another_hour_takes_the_place_of_the_first(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.do("hear-tier-at", tier="NGOs", at="17:15")
    chamber.clock.until(vienna(14, 17, 10))
    assert order(chamber)[0] == "NGA"
    chamber.clock.until(vienna(14, 17, 15))
    assert order(chamber)[0] == "WATCH"


def test_of_two_tiers_the_one_whose_hour_came_last_goes_first(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="IGOs", at="16:30")
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 16, 30))
    assert order(chamber) == ["INTERPOL", "NGA", "GIN", "WATCH"]
    chamber.clock.until(vienna(14, 17))
    assert order(chamber) == ["WATCH", "INTERPOL", "NGA", "GIN"]


def test_states_need_no_hour(chamber: Chamber) -> None:
    assert "heard first already" in str(chamber.refused("hear-tier-at", tier="States", at="17:30"))


def test_the_officer_ends_the_decision(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17, 5))
    (ended,) = chamber.do("hear-in-order", decision="The President")
    assert ended.sentence(chamber.conference) == (
        "NGOs on the list for item 1(f) are heard in the order of tiers again (The President)."
    )
    assert order(chamber)[0] == "NGA"
    refused = chamber.refused("hear-in-order")
    assert "called in the order of tiers already" in refused.why


def test_undo_takes_it_back_and_redo_does_it_again(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17, 1))
    chamber.do("undo")
    assert order(chamber)[0] == "NGA"
    chamber.do("redo")
    assert order(chamber)[0] == "WATCH" and chamber.replayed() == chamber.conference


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("14:59", "is past"),
        ("18:00", "ends at 18:00"),
        ("2024-10-19T17:00", "ends at 18:00"),
        ("soon", "is not a time"),
    ],
)
def test_an_hour_that_cannot_be_kept_is_refused(chamber: Chamber, at: str, why: str) -> None:
    chamber.clock.until(vienna(14, 15, 1))
    assert why in str(chamber.refused("hear-tier-at", tier="NGOs", at=at))


def test_the_minute_that_runs_may_be_named_and_holds_at_once(chamber: Chamber) -> None:
    chamber.clock.until(vienna(14, 17, 0, 40))
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    assert order(chamber)[0] == "WATCH"
    assert "already" in str(chamber.refused("hear-tier-at", tier="NGOs", at="17:00"))


def test_without_a_meeting_the_hour_must_fall_into_a_planned_one(chamber: Chamber) -> None:
    chamber.do("adjourn-meeting")
    refused = chamber.refused("hear-tier-at", tier="NGOs", at="2024-10-17T17:00")
    assert "No meeting is planned" in refused.why
    chamber.do("hear-tier-at", tier="NGOs", at="2024-10-15T16:00")
    (turn,) = chamber.conference.list_of("1(f)", chamber.conference.body).turns
    assert (turn.meeting, turn.tier) == (4, Tier.NGOS)


def test_while_the_committee_sits_the_order_of_the_plenary_cannot_be_decided(
    chamber: Chamber,
) -> None:
    chamber.do("convene-committee")
    decided = chamber.refused("hear-tier-at", item="1(f)", tier="NGOs", at="17:00")
    ended = chamber.refused("hear-in-order", item="1(f)")
    assert "Committee of the Whole is sitting" in decided.why and decided.why == ended.why


def test_the_hour_may_come_while_the_committee_sits(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.do("convene-committee")
    chamber.clock.until(vienna(14, 17, 10))
    chamber.do("rise-committee")
    conference = chamber.conference
    speakers = conference.list_of("1(f)", conference.body)
    due = next_at(conference, speakers, chamber.clock.now().utc)
    assert due is not None and due.delegation == "WATCH"
