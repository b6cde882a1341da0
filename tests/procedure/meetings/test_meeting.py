"""Meetings: adjourned, suspended, on air; when one ends (rows 1, 23 and 32)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import MeetingStatus, Phase
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: nothing has begun."""
    return Chamber()


@pytest.fixture
def speaking() -> Chamber:
    """The 1st meeting on item 1(f): Niger has spoken for 50 seconds, others wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "INTERPOL", "Tuvalu")
    chamber.inscribe("Sample Watch")
    chamber.speak(50)
    return chamber


def test_row_01_a_meeting_with_a_speaker_is_not_adjourned(speaking: Chamber) -> None:
    refusal = speaking.refused("adjourn-meeting")
    assert "Niger has the floor" in refusal.why and "End the statement" in refusal.instead
    speaking.do("end-statement")
    speaking.do("adjourn-meeting")
    assert speaking.conference.meeting is not None
    assert speaking.conference.meeting.status is MeetingStatus.ADJOURNED
    assert speaking.conference.meetings == (speaking.conference.meeting,)
    assert "nothing to adjourn" in speaking.refused("adjourn-meeting").instead


# Row 23: all plenary meetings are on UN Web TV.


def test_row_23_a_plenary_meeting_is_on_air_but_not_in_suspension(chamber: Chamber) -> None:
    assert not chamber.conference.on_air
    chamber.open_meeting()
    assert chamber.conference.on_air
    chamber.do("suspend-meeting")
    assert not chamber.conference.on_air
    assert "suspended" in chamber.refused("set-on-air").why
    chamber.do("resume-meeting")
    assert chamber.conference.on_air
    chamber.do("adjourn-meeting")
    assert not chamber.conference.on_air
    assert "No meeting is open" in chamber.refused("set-on-air").why


def test_row_23_what_was_off_air_before_a_suspension_is_off_air_after_it(chamber: Chamber) -> None:
    chamber.open_meeting()
    assert "on air already" in chamber.refused("set-on-air").why
    chamber.do("set-on-air", off=True)
    assert "off air already" in chamber.refused("set-on-air", off=True).why
    chamber.do("suspend-meeting")
    chamber.do("resume-meeting")
    assert not chamber.conference.on_air
    chamber.do("set-on-air")
    assert chamber.conference.on_air


# Row 32: 10:00-13:00 and 15:00-18:00.


def test_row_32_the_interpreters_stay_for_longer(chamber: Chamber) -> None:
    chamber.open_meeting()
    (event,) = chamber.do("set-meeting-end", ends="13:30", decision="The interpreters agree")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.ends_at == vienna(14, 13, 30)
    assert event.sentence(chamber.conference) == (
        "The meeting ends at 13:30 (The interpreters agree)."
    )
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference.meeting.ends_at == vienna(14, 13)


def test_row_32_an_end_that_cannot_be_is_refused(chamber: Chamber) -> None:
    assert "No meeting is open" in chamber.refused("set-meeting-end", ends="13:30").why
    chamber.open_meeting()
    assert "is past" in chamber.refused("set-meeting-end", ends="09:00").why
    assert "already" in chamber.refused("set-meeting-end", ends="13:00").why
    assert "2nd meeting begins" in chamber.refused("set-meeting-end", ends="15:30").why
    assert "not a time" in chamber.refused("set-meeting-end", ends="half past").why


# Suspension.


def test_a_suspension_stops_the_clock_and_says_why_acts_are_refused(speaking: Chamber) -> None:
    speaking.do("suspend-meeting", reason="technical failure")
    speaking.clock.advance(1000)
    assert speaking.elapsed == 50
    for act in ("resume-clock", "end-statement", "give-floor", "call-to-order", "suspend-meeting"):
        refusal = speaking.refused(act)
        assert "technical failure" in refusal.why and "Resume" in refusal.instead
    speaking.do("resume-meeting")
    assert speaking.conference.floor is not None
    assert speaking.conference.floor.phase is Phase.PAUSED
    assert "Only a suspended meeting" in speaking.refused("resume-meeting").instead


def test_a_meeting_is_suspended_until_a_time_and_that_is_kept_while_it_is(
    speaking: Chamber,
) -> None:
    (event,) = speaking.do("suspend-meeting", reason="lunch", until="15:00")
    assert event.sentence(speaking.conference) == ("The meeting was suspended until 15:00 (lunch).")
    assert speaking.conference.meeting is not None
    assert speaking.conference.meeting.resumes_at == vienna(14, 15)
    assert speaking.replayed() == speaking.conference
    why = speaking.refused("give-floor").why
    assert why == "The meeting is suspended until 15:00 (lunch)."
    speaking.do("resume-meeting")
    assert speaking.conference.meeting.resumes_at is None
    speaking.do("suspend-meeting")
    assert speaking.conference.meeting.resumes_at is None, "of the last suspension no trace is left"


def test_a_time_of_another_day_is_said_with_its_day(speaking: Chamber) -> None:
    (event,) = speaking.do("suspend-meeting", until="2024-10-15T10:00")
    said = "The meeting was suspended until 10:00 on Tuesday 15 October 2024."
    assert event.sentence(speaking.conference) == said


def test_an_adjourned_meeting_is_not_resumed_at_any_time(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("suspend-meeting", until="11:00")
    chamber.do("adjourn-meeting")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.resumes_at is None


@pytest.mark.parametrize("until", ["09:00", "10:00", "2024-10-13T12:00"])
def test_nothing_is_resumed_before_now(chamber: Chamber, until: str) -> None:
    chamber.open_meeting()
    refusal = chamber.refused("suspend-meeting", until=until)
    assert "is past" in refusal.why and "later time" in refusal.instead
    assert "not a time" in chamber.refused("suspend-meeting", until="after lunch").why
