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


def test_a_state_called_after_the_hour_is_out_of_order(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="17:00")
    chamber.clock.until(vienna(14, 17))
    refused = chamber.refused("give-floor", entry="NGA")
    assert "is next; calling Nigeria is out of order" in refused.why
    chamber.do("give-floor", entry="NGA", reason="leaves for the airport")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.out_of_order == "leaves for the airport"


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
    (hour,) = chamber.conference.list_of("1(f)", chamber.conference.body).tier_hours
    assert (hour.meeting, hour.tier) == (4, Tier.NGOS)


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
