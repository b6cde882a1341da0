"""The meetings before the one that is rehearsed: what their record says could have been so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import MeetingStatus, Stage, Tier
from plenary_tui.rehearsal.held import hold_before
from tests.chamber import FakeClock, small_conference, vienna


def convened() -> ConferenceConvened:
    return load_pack("cop12").convene(FakeClock().now(), starting=vienna(14, 10), rehearsal=True)


def held_before(number: int) -> Conference:
    """COP12 before the meeting of that number."""
    begun = convened()
    conference = begun.apply(EMPTY)
    for event in hold_before(begun, number):
        conference = event.apply(conference)
    return conference


def test_before_the_first_meeting_nothing_was_held() -> None:
    assert hold_before(convened(), 1) == ()


def test_the_same_rehearsal_begins_the_same_every_time() -> None:
    assert hold_before(convened(), 4) == hold_before(convened(), 4)


def test_meetings_keep_their_hours_and_statements_theirs() -> None:
    conference = held_before(4)
    assert [one.number for one in conference.meetings] == [1, 2, 3]
    for meeting, planned in zip(conference.meetings, conference.programme, strict=False):
        assert meeting.status is MeetingStatus.ADJOURNED and meeting.opened_at == planned.starts
        assert meeting.adjourned_at is not None
        assert 0 <= (meeting.adjourned_at - planned.ends).total_seconds() < 60
        heard = [one for one in conference.statements if one.meeting == meeting.number]
        assert len(heard) > 30 and heard[-1].ended_at <= meeting.adjourned_at
        for one, following in pairwise(heard):
            assert one.started_at is not None
            assert one.called_at < one.started_at < one.ended_at <= following.called_at


def test_tiers_were_heard_in_order_and_nobody_twice() -> None:
    conference = held_before(4)
    entries = [one.entry for one in conference.statements if one.entry is not None]
    assert [one.tier.order for one in entries] == sorted(one.tier.order for one in entries)
    speakers = conference.list_of("1(f)", conference.body)
    every = (*entries, *speakers.waiting)
    assert len(every) == len({one.delegation for one in every}) == len({one.id for one in every})
    assert len(every) > 186


def test_ngos_were_inscribed_on_monday_morning_until_noon() -> None:
    conference = held_before(2)
    waiting = conference.list_of("1(f)", conference.body).queue(Tier.NGOS).waiting
    late = [one for one in waiting if one.inscribed_at >= vienna(14, 10)]
    assert 5 < len(late) < 15 and all(one.inscribed_at < vienna(14, 12) for one in late)
    assert all(one.speaker.startswith("Sample Speaker ") and one.function for one in late)
    assert len({one.speaker for one in waiting}) == len(waiting)


def test_other_items_were_dealt_with() -> None:
    conference = held_before(7)
    stages = {one.symbol: one.stage for one in conference.items}
    assert stages["1(a)"] is stages["2"] is stages["2(c)"] is Stage.CONCLUDED
    assert stages["1(f)"] is Stage.FLOOR_OPEN and stages["3"] is Stage.NOT_TAKEN_UP


def test_a_room_overruns_a_little_and_the_forecast_has_heard_it() -> None:
    heard = held_before(4).statements
    shares = [one.elapsed / one.limit for one in heard if one.limit]
    assert 1.0 < sum(shares) / len(shares) < 1.05


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_a_pack_whose_meetings_cannot_be_opened_is_left_as_it_is(number: int) -> None:
    begun = small_conference(FakeClock().now(), first_day=vienna(20, 10).date())
    assert hold_before(begun, number) == ()
