"""Which side events meet a meeting or each other, and how far one runs into them (row 35)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.programme.clashes import clashes, expected_end, hit_by_overrun
from plenary_tui.procedure.state.conference import SideEvent
from tests.chamber import Chamber, vienna

LUNCH = SideEvent("Firearms", starts=vienna(14, 13), ends=vienna(14, 13, 50), room="CR3")


BRIEFING = SideEvent("NGO briefing", "briefing", vienna(14, 11), room="M3")


UNDATED = SideEvent("Dialogue with the President", "dialogue", modes=())


@pytest.fixture
def chamber() -> Chamber:
    """A side event at lunch, a briefing during the first meeting, a dialogue without a date."""
    return Chamber(side_events=(LUNCH, BRIEFING, UNDATED))


def words(chamber: Chamber) -> list[tuple[str, ...]]:
    return [one.words for one in clashes(chamber.conference, chamber.clock.now())]


def test_row_35_an_event_during_a_meeting_is_flagged(chamber: Chamber) -> None:
    assert words(chamber) == [(), ("during the 1st meeting",), ()]
    chamber.do("move-side-event", event="1", starts="2024-10-15T14:30")
    assert words(chamber)[0] == ("during the 4th meeting",)


def test_row_35_a_meeting_that_ends_later_runs_into_the_event(chamber: Chamber) -> None:
    chamber.open_meeting()
    assert hit_by_overrun(chamber.conference, chamber.clock.now()) == ()
    chamber.do("set-meeting-end", ends="13:15")
    assert words(chamber)[0] == ("the 1st plenary meeting runs 15 min into it",)
    assert [number for number, _ in hit_by_overrun(chamber.conference, chamber.clock.now())] == [1]
    chamber.do("undo")
    assert words(chamber)[0] == ()
    chamber.do("set-meeting-end", ends="15:00")
    assert words(chamber)[0] == ("the 1st plenary meeting runs 50 min into it",), "all of it"


def test_row_35_a_statement_that_would_last_past_the_end_is_flagged_in_time(
    chamber: Chamber,
) -> None:
    chamber.open_floor()
    chamber.inscribe("Nigeria")
    chamber.clock.until(vienna(14, 12, 56))
    chamber.speak()
    assert words(chamber)[0] == ()
    chamber.clock.advance(60)
    chamber.do("extend-time", seconds=150, reason="the interpreters agree")
    now = chamber.clock.now()
    assert expected_end(chamber.conference, now) == vienna(14, 13, 1, 30)
    assert words(chamber)[0] == ("the 1st plenary meeting runs 2 min into it",)
    chamber.do("end-statement")
    assert words(chamber)[0] == ()


def test_row_35_a_meeting_that_goes_on_is_flagged_until_the_event_is_over(
    chamber: Chamber,
) -> None:
    chamber.open_meeting()
    chamber.clock.until(vienna(14, 13, 10))
    assert words(chamber)[0] == ("the 1st plenary meeting runs 10 min into it",)
    chamber.do("suspend-meeting")
    assert words(chamber)[0] == (), "a suspended meeting keeps nobody from it"
    chamber.do("resume-meeting")
    chamber.clock.advance(timedelta(minutes=45).total_seconds())
    assert words(chamber)[0] == ()
    chamber.do("adjourn-meeting")
    assert expected_end(chamber.conference, chamber.clock.now()) is None


def test_row_35_rooms_booked_twice_before_the_conference_are_flagged() -> None:
    other = SideEvent("Other", "briefing", vienna(14, 13, 20), room="CR3")
    chamber = Chamber(side_events=(LUNCH, other))
    assert words(chamber) == [("same room as event 2",), ("same room as event 1",)]
    chamber.do("cancel-side-event", event="2")
    assert words(chamber) == [(), ()]
