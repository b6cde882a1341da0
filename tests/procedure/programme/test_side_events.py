"""Side events: one room, one mode, strict times, and meetings that run into them (row 35)."""

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


def test_row_35_a_side_event_is_added_with_room_time_mode_and_organizers(chamber: Chamber) -> None:
    before = chamber.conference
    (added,) = chamber.do(
        "add-side-event",
        title="Trafficking",
        starts="13:00",
        ends="13:50",
        room="CR7",
        organizers="Sample Network",
    )
    assert added.sentence(before) == (
        "The side event “Trafficking” was added: 13:00 on Monday 14 October 2024, CR7."
    )
    event = chamber.conference.side_events[-1]
    assert (event.starts, event.ends) == (vienna(14, 13), vienna(14, 13, 50))
    assert (event.modes, event.organizers) == (("in person",), "Sample Network")
    chamber.do("undo")
    assert chamber.conference == before


def test_row_35_a_side_event_has_exactly_one_mode(chamber: Chamber) -> None:
    times = {"starts": "14:00", "ends": "14:50"}
    refusal = chamber.refused("add-side-event", title="Both", mode="hybrid", **times)
    assert refusal.why == "A side event is held in person or online, never both."
    chamber.do("add-side-event", title="Both", mode="hybrid", kind="dialogue", **times)
    assert chamber.conference.side_events[-1].modes == ("in person", "online")
    refusal = chamber.refused("edit-side-event", event="Both", kind="side event")
    assert "never both" in refusal.why
    refusal = chamber.refused("edit-side-event", event="Both", kind="round table")
    assert refusal.why == "A round table is held in person or online."
    chamber.do("edit-side-event", event="Both", kind="side event", mode="online")
    assert chamber.conference.side_events[-1].modes == ("online",)


def test_row_35_the_same_room_is_never_booked_twice(chamber: Chamber) -> None:
    refusal = chamber.refused(
        "add-side-event", title="Late", starts="13:30", ends="14:20", room="cr3"
    )
    assert refusal.why == "CR3 is taken then: 13:00 to 13:50, “Firearms”."
    chamber.do("add-side-event", title="Late", starts="13:50", ends="14:40", room="CR3")
    refusal = chamber.refused("move-side-event", event="Late", starts="13:49")
    assert "is taken then" in refusal.why and refusal.remedy == ""
    chamber.do("cancel-side-event", event="Firearms", reason="the speaker is ill")
    chamber.do("move-side-event", event="Late", starts="13:30")
    assert chamber.conference.side_events[-1].ends == vienna(14, 14, 20), "it keeps its length"


def test_row_35_a_room_is_in_use_for_the_usual_time_if_no_end_is_known(chamber: Chamber) -> None:
    refusal = chamber.refused(
        "add-side-event", title="Other", kind="briefing", starts="11:45", ends="12:30", room="M3"
    )
    assert refusal.why == "M3 is taken then: 11:00 on, “NGO briefing”."
    chamber.do("add-side-event", title="Other", starts="11:50", ends="12:30", room="M3")


def test_row_35_times_are_strict_and_only_other_kinds_may_lack_a_date(chamber: Chamber) -> None:
    assert "has a start and an end" in chamber.refused("add-side-event", title="When").why
    assert "needs a title" in chamber.refused("add-side-event", title="").why
    refusal = chamber.refused("add-side-event", title="When", starts="14:00", ends="13:00")
    assert refusal.why.startswith("The end, 13:00 on Monday")
    assert "is not a time" in chamber.refused("add-side-event", title="W", starts="noonish").why
    chamber.do("add-side-event", title="Later", kind="dialogue")
    assert "W" not in [one.title for one in chamber.conference.side_events]
    day = {"title": "Sunday", "starts": "2024-10-20T13:00", "ends": "2024-10-20T13:50"}
    refusal = chamber.refused("add-side-event", **day)
    assert "outside the days" in refusal.why and refusal.remedy == "override"
    chamber.do("add-side-event", **day, override="A visit")


def test_row_35_an_event_is_moved_given_a_date_and_cancelled(chamber: Chamber) -> None:
    before = chamber.conference
    (moved,) = chamber.do("move-side-event", event="1", room="M2")
    assert moved.sentence(before).endswith("was moved: 13:00 on Monday 14 October 2024, M2.")
    chamber.do("move-side-event", event="dialogue", starts="2024-10-16T11:00")
    assert chamber.conference.side_events[2].starts == vienna(16, 11)
    (cancelled,) = chamber.do("cancel-side-event", event="dialogue", reason="no time")
    assert cancelled.sentence(before) == (
        "The dialogue “Dialogue with the President” was cancelled (no time)."
    )
    assert chamber.conference.side_events[2].cancelled
    refusal = chamber.refused("move-side-event", event="3", room="M2")
    assert refusal.why == "“Dialogue with the President” was cancelled."
    chamber.do("undo")
    assert not chamber.conference.side_events[2].cancelled


def test_row_35_an_event_is_named_by_number_or_words_of_its_title(chamber: Chamber) -> None:
    assert "no side event 9" in chamber.refused("cancel-side-event", event="9").why
    assert "called “Cyber”" in chamber.refused("cancel-side-event", event="Cyber").why
    chamber.do("add-side-event", title="Firearms II", starts="14:00", ends="14:50")
    refusal = chamber.refused("cancel-side-event", event="fire")
    assert refusal.why == "“fire” may be 1 Firearms, 4 Firearms II."
    chamber.do("cancel-side-event", event="firearms")
    assert chamber.conference.side_events[0].cancelled, "a whole title is clear"
    refusal = chamber.refused("edit-side-event", event="4", title="Firearms II")
    assert refusal.why == "Nothing about “Firearms II” would change."


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
