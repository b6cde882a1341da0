"""A plenary meeting is opened: which one is due, on which days, and until when (rows 1 and 32)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: nothing has begun."""
    return Chamber()


def test_row_01_the_meeting_planned_for_the_hour_opens(chamber: Chamber) -> None:
    chamber.do("open-meeting")
    meeting = chamber.conference.meeting
    assert meeting is not None
    assert (meeting.number, meeting.body, meeting.status) == (
        1,
        Body.PLENARY,
        MeetingStatus.IN_SESSION,
    )


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (vienna(14, 8, 59), 1),
        (vienna(14, 12, 59), 1),
        (vienna(14, 14, 0), 2),
        (vienna(15, 9, 30), 3),
        (vienna(15, 16, 0), 4),
    ],
)
def test_row_01_a_meeting_has_the_number_the_programme_gives_its_hour(
    chamber: Chamber, moment: object, number: int
) -> None:
    chamber.clock.utc = moment  # type: ignore[assignment]
    chamber.do("open-meeting")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.number == number


def test_row_01_a_meeting_between_those_planned_follows_the_last_held(chamber: Chamber) -> None:
    chamber.open_meeting(14, 10)
    chamber.do("adjourn-meeting")
    chamber.clock.until(vienna(14, 13, 30))
    chamber.do("open-meeting")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.number == 2


@pytest.mark.parametrize("moment", [vienna(13, 23, 59), vienna(19, 0, 0)])
def test_row_01_a_meeting_outside_the_dates_is_refused_and_may_be_overruled(
    chamber: Chamber, moment: object
) -> None:
    chamber.clock.utc = moment  # type: ignore[assignment]
    refusal = chamber.refused("open-meeting")
    assert "14 October 2024" in refusal.why and "18 October 2024" in refusal.why
    assert refusal.remedy == "override"

    overruled, opened = chamber.do("open-meeting", override="The session is prolonged")
    assert "The session is prolonged" in overruled.sentence(chamber.conference)
    assert opened.kind == "meeting opened"
    assert chamber.conference.in_session


@pytest.mark.parametrize("moment", [vienna(14, 0, 0), vienna(18, 23, 59)])
def test_row_01_the_dates_are_those_of_vienna_to_the_minute(
    chamber: Chamber, moment: object
) -> None:
    chamber.clock.utc = moment  # type: ignore[assignment]
    (opened,) = chamber.do("open-meeting")
    assert opened.kind == "meeting opened"


def test_row_01_a_second_meeting_opens_only_after_the_first_is_adjourned(chamber: Chamber) -> None:
    chamber.open_meeting()
    refusal = chamber.refused("open-meeting")
    assert "1st plenary meeting is in session" in refusal.why and "Adjourn" in refusal.instead
    chamber.do("adjourn-meeting")
    assert "held already" in chamber.refused("open-meeting", number=1).why
    assert "numbered from 1" in chamber.refused("open-meeting", number=0).why
    chamber.do("open-meeting", number=2)
    assert chamber.conference.in_session


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        (vienna(14, 10, 0), vienna(14, 13)),
        (vienna(14, 10, 25), vienna(14, 13)),
        (vienna(14, 15, 0), vienna(14, 18)),
    ],
)
def test_row_32_a_meeting_ends_when_interpretation_ends(
    chamber: Chamber, moment: object, end: object
) -> None:
    chamber.clock.utc = moment  # type: ignore[assignment]
    chamber.do("open-meeting")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.ends_at == end


def test_row_32_a_planned_meeting_held_late_keeps_its_length(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(16, 10)
    chamber.do("open-meeting", number=1)
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.ends_at == vienna(16, 13)


def test_row_32_another_end_can_be_given_but_not_one_in_the_past(chamber: Chamber) -> None:
    refusal = chamber.refused("open-meeting", ends="09:30")
    assert "ended before it opened" in refusal.why and "later end" in refusal.instead
    (opened,) = chamber.do("open-meeting", ends="12:30")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.ends_at == vienna(14, 12, 30)
    assert opened.sentence(chamber.conference).endswith("until 12:30.")


@pytest.mark.parametrize("text", ["lunch", "25:00", "12:61", "9999-12-31T23:59:59Z", "-", "12"])
def test_row_32_what_is_no_time_is_refused(chamber: Chamber, text: str) -> None:
    refusal = chamber.refused("open-meeting", ends=text)
    assert "is not a time" in refusal.why and "13:00" in refusal.instead


def test_row_32_a_meeting_outside_the_programme_has_no_end(chamber: Chamber) -> None:
    chamber.do("open-meeting", number=9)
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.ends_at is None
