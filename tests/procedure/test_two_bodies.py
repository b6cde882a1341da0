"""The plenary's meetings and the sittings of the Committee of the Whole are counted apart."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.meetings.agenda import next_item
from plenary_tui.procedure.meetings.opening import number_due
from plenary_tui.procedure.programme.clashes import clashes
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting, SideEvent
from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber, vienna

PLENARY, COMMITTEE = Body.PLENARY, Body.COMMITTEE
ON_PURPOSE = SideEvent("NGO briefing", "briefing", vienna(14, 16), vienna(14, 16, 50), "M3")


@pytest.fixture
def chamber() -> Chamber:
    """The 1st meeting, in whose general discussion Niger and Nigeria wait."""
    chamber = Chamber(side_events=(ON_PURPOSE,))
    chamber.open_floor()
    chamber.inscribe("Niger", "Nigeria")
    return chamber


def sit(chamber: Chamber) -> None:
    """The Committee of the Whole sits once, and rises."""
    chamber.do("convene-committee", confirm=True)
    chamber.clock.advance(60)
    chamber.do("rise-committee")


def numbers(conference: Conference, body: Body) -> list[int]:
    return [meeting.number for meeting in conference.opened(body)]


def test_row_32_a_meeting_ends_before_the_next_begins_however_often_the_committee_sat(
    chamber: Chamber,
) -> None:
    sit(chamber)
    sit(chamber)
    refusal = chamber.refused("set-meeting-end", ends="16:00")
    assert refusal.why == (
        "The 2nd meeting begins at 15:00 on Monday 14 October 2024, before that end."
    )
    chamber.do("set-meeting-end", ends="14:59")


def test_row_15_a_list_is_not_carried_over_to_the_meeting_that_stands_still(
    chamber: Chamber,
) -> None:
    chamber.do("convene-committee")
    chamber.do("carry-over", item="1(f)", body=PLENARY)
    assert chamber.conference.list_of("1(f)", PLENARY).carried_to == 2


def test_row_35_an_event_held_during_the_meeting_on_purpose_is_not_overrun_by_the_committee(
    chamber: Chamber,
) -> None:
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    chamber.do("convene-committee")
    (found,) = clashes(chamber.conference, chamber.clock.now())
    assert found.words == ("during the 2nd meeting",)


def test_the_meetings_of_each_body_are_those_it_held_and_the_one_that_is_open(
    chamber: Chamber,
) -> None:
    sit(chamber)
    assert numbers(chamber.conference, PLENARY) == [1]
    assert numbers(chamber.conference, COMMITTEE) == [1]
    assert chamber.conference.held(PLENARY) == ()
    chamber.do("convene-committee", confirm=True)
    assert numbers(chamber.conference, PLENARY) == [1], "it stands still"
    assert numbers(chamber.conference, COMMITTEE) == [1, 2]
    left = [planned.number for planned in chamber.conference.planned_left(PLENARY)]
    assert left == [2, 3, 4] and chamber.conference.planned_left(COMMITTEE) == ()
    chamber.do("rise-committee")
    chamber.do("adjourn-meeting")
    assert chamber.conference.sitting is None
    assert number_due(chamber.conference, chamber.clock.now()) == 2


def test_row_11_what_the_committee_heard_is_not_of_the_plenarys_list(chamber: Chamber) -> None:
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="1(f)")
    chamber.do("open-floor")
    chamber.inscribe("Guinea")
    chamber.speak(60)
    chamber.do("end-statement")
    conference = chamber.conference
    heard = conference.statements_on(conference.list_of("1(f)", COMMITTEE))
    assert [one.entry.delegation for one in heard if one.entry] == ["GIN"]
    assert conference.statements_on(conference.list_of("1(f)", PLENARY)) == ()
    assert conference.last_statement == heard[-1]
    chamber.do("rise-committee")
    assert chamber.conference.last_statement is None, "the plenary has heard nobody since"


def test_an_entry_is_listed_or_has_the_floor_or_was_heard(chamber: Chamber) -> None:
    niger = chamber.entry("NER")
    assert chamber.conference.listed(niger.id) and not chamber.conference.has_floor(niger.id)
    chamber.speak(30)
    assert chamber.conference.has_floor(niger.id) and not chamber.conference.listed(niger.id)
    assert chamber.conference.entry_with_floor == niger
    chamber.do("end-statement")
    assert not chamber.conference.listed(niger.id) and not chamber.conference.has_floor(niger.id)
    assert chamber.conference.entry_numbered(niger.id) == niger
    assert chamber.conference.entry_numbered(999) is None


def test_the_committee_begins_with_the_item_that_was_before_the_plenary() -> None:
    chamber = Chamber()
    chamber.open_meeting(15, 10)
    item = next_item(chamber.conference)
    assert item is not None and item.symbol == "2"
    chamber.do("take-up-item", item="2(a)")
    item = next_item(chamber.conference)
    assert item is not None and item.symbol == "2", "it was left, and the current one is not next"
    chamber.do("convene-committee")
    item = next_item(chamber.conference)
    assert item is not None and item.symbol == "2(a)"


@pytest.mark.parametrize(("rehearsal", "following"), [(True, None), (False, "2")])
def test_a_rehearsal_takes_up_no_item_before_the_one_it_began_with(
    rehearsal: bool, following: str | None
) -> None:
    chamber = Chamber(rehearsal=rehearsal, programme=_first_of_two())
    chamber.open_floor("2(a)")
    chamber.do("conclude-item")
    item = next_item(chamber.conference)
    assert (item.symbol if item is not None else None) == following


def _first_of_two() -> tuple[PlannedMeeting, ...]:
    """A meeting that has items 2 and 2(a), and is rehearsed from the second on."""
    return (PlannedMeeting(1, vienna(14, 10), vienna(14, 13), ("2", "2(a)"), "2(a)"),)
