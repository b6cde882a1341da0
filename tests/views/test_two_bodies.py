"""What is shown of the plenary's meetings while the Committee of the Whole sits, and after it."""

from __future__ import annotations

from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.programme import programme_rows
from tests.chamber import Chamber


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


def test_a_list_is_no_longer_said_to_be_carried_over_once_its_meeting_has_come() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("carry-over")

    def title() -> str:
        speakers = chamber.conference.list_of("1(f)", Body.PLENARY)
        return listing(chamber.conference, speakers, chamber.clock.utc).title

    assert "carried over to the 2nd meeting" in title()
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    assert "carried over" not in title()
    chamber.do("convene-committee")
    assert "carried over" not in title(), "the 2nd meeting stands still, and has come"
