"""The week: how meetings stand, side events, and a meeting that runs into one (row 35)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import SideEvent
from plenary_tui.views.paper import status_report
from plenary_tui.views.programme import programme_rows
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber, vienna

LUNCH = SideEvent("Firearms", starts=vienna(14, 13), ends=vienna(14, 13, 50), room="CR3")
BRIEFING = SideEvent("NGO briefing", "briefing", vienna(14, 11), room="M3")
UNDATED = SideEvent("Dialogue with the President", "dialogue", modes=())


@pytest.fixture
def chamber() -> Chamber:
    """A side event at lunch, a briefing during the first meeting, a dialogue without a date."""
    return Chamber(side_events=(LUNCH, BRIEFING, UNDATED))


def test_row_35_the_snapshot_and_the_report_say_so(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("set-meeting-end", ends="13:15")
    chamber.do("cancel-side-event", event="2", reason="no room")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    lunch, briefing, undated = snapshot.side_events
    assert (lunch.number, lunch.room, lunch.overrun_minutes) == (1, "CR3", 15)
    assert lunch.starts_at == vienna(14, 13) and lunch.during_meeting is None
    assert briefing.cancelled and briefing.cancelled_because == "no room"
    assert undated.starts_at is None and undated.modes == ()
    report = status_report(chamber.conference, chamber.clock.now())
    assert "Today:    13:00-13:50 CR3 Firearms" in report and "NGO briefing" not in report
    assert "Overrun:  Meeting runs into side event 1 (CR3, 15 min)" in report


def meetings(chamber: Chamber) -> list[str]:
    """How each planned meeting stands, in words."""
    rows = programme_rows(chamber.conference, chamber.clock.now())
    return [row.what for row in rows if row.kind == "meeting"]


def hours(chamber: Chamber) -> list[str]:
    rows = programme_rows(chamber.conference, chamber.clock.now())
    return [row.hours for row in rows if row.kind == "meeting"]


def test_row_05_the_programme_takes_no_sitting_of_the_committee_for_a_plenary_meeting() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    for _ in range(2):
        chamber.do("convene-committee", confirm=True)
        assert meetings(chamber) == ["suspended", "", "", ""], "the plenary is suspended for it"
        chamber.do("rise-committee")
    assert meetings(chamber) == ["in session", "", "", ""]
    chamber.do("adjourn-meeting")
    assert meetings(chamber) == ["adjourned", "", "", ""]


def test_the_programme_keeps_the_hours_of_a_meeting_that_was_held() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("set-meeting-end", ends="13:30")
    chamber.do("adjourn-meeting")
    held = hours(chamber)
    assert held[0] == "10:00-13:30"
    chamber.open_meeting(14, 15)
    assert hours(chamber) == held
