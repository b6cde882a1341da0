"""Times, days and lengths as people write them: taken, or refused with an example that is right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from plenary_tui.procedure.ground.as_typed import (
    Unread,
    length_of,
    read_day,
    read_moment,
    read_time_of_day,
)
from plenary_tui.procedure.ground.calendar import Looking, read_time
from tests.chamber import Chamber, vienna


def clock(hours: int, minutes: int = 0, seconds: int = 0) -> timedelta:
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("17:00", clock(17)),
        ("17:00:30", clock(17, 0, 30)),
        ("9:05", clock(9, 5)),
        ("17.00", clock(17)),
        ("17h", clock(17)),
        ("17 h", clock(17)),
        ("17h30", clock(17, 30)),
        ("17H30", clock(17, 30)),
        ("1700", clock(17)),
        ("1730 hrs", clock(17, 30)),
        ("17:00 hours", clock(17)),
        ("17 Uhr", clock(17)),
        ("5pm", clock(17)),
        ("5 PM", clock(17)),
        ("5 p.m.", clock(17)),
        ("5 p.m", clock(17)),
        ("5:30 p.m.", clock(17, 30)),
        ("5.30pm", clock(17, 30)),
        ("5 a.m.", clock(5)),
        ("12 p.m.", clock(12)),
        ("12:15 a.m.", clock(0, 15)),
        ("00:15", clock(0, 15)),
        ("24:00", clock(24)),
        ("noon", clock(12)),
        ("12 noon", clock(12)),
        ("Midnight", clock(24)),
        (" 17 : 00 ", clock(17)),
        ("\uff11\uff17:\uff10\uff10", clock(17)),
        ("\u0661\u0667:\u0660\u0660", clock(17)),
    ],
)
def test_a_time_of_day_is_read_as_it_is_written(typed: str, since: timedelta) -> None:
    assert read_time_of_day(typed) == since


@pytest.mark.parametrize(
    "typed",
    ["5", "17", "930", "13pm", "0 am", "25:00", "24:01", "17:60", "17:5", "soon", "", "1:2:3"],
)
def test_what_is_no_time_of_day_or_could_be_two_is_not_guessed(typed: str) -> None:
    assert read_time_of_day(typed) is None


@pytest.mark.parametrize("typed", ["5", "17", "25:00", "soon", "2024-10-14", "17:60"])
def test_a_refused_time_shows_a_right_one(typed: str) -> None:
    chamber = Chamber()
    chamber.open_meeting()
    refusal = chamber.refused("set-meeting-end", ends=typed)
    assert typed in refusal.why
    for example in ("13:00", "13h", "1 p.m.", "2024-10-14T13:00"):
        assert example in refusal.instead
        assert read_time(chamber.conference, example, vienna(14, 10)) == vienna(14, 13)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-03-04", date(2027, 3, 4)),
        ("2027/3/4", date(2027, 3, 4)),
        ("04.03.2027", date(2027, 3, 4)),
        ("4. 3. 2027", date(2027, 3, 4)),
        ("25/12/2027", date(2027, 12, 25)),
        ("12/25/2027", date(2027, 12, 25)),
        ("4/4/2027", date(2027, 4, 4)),
        ("4 March 2027", date(2027, 3, 4)),
        ("4th Mar 2027", date(2027, 3, 4)),
        ("March 4, 2027", date(2027, 3, 4)),
        ("Thursday 4 March 2027", date(2027, 3, 4)),
    ],
)
def test_a_day_is_read_as_it_is_written(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "what", "expected"),
    [
        ("04/03/2027", "may be 4 March or 3 April", "2027-03-04 or 2027-04-03"),
        ("04.03.27", "is not a date", "2027-03-04"),
        ("4 ma 2027", "is not a date", "2027-03-04"),
        ("31.02.2027", "is not in the calendar", "2027-03-04"),
        ("00/00/2027", "is not in the calendar", "2027-03-04"),
        ("tomorrow", "is not a date", "2027-03-04"),
    ],
)
def test_a_day_that_could_be_two_is_asked(typed: str, what: str, expected: str) -> None:
    with pytest.raises(Unread) as unread:
        read_day(typed)
    assert unread.value.what == f"“{typed}” {what}" and expected in unread.value.expected


@pytest.mark.parametrize(
    "typed",
    [
        "2027-03-04T09:30",
        "2027-03-04 9:30",
        "2027-03-04 0930",
        "04.03.2027 09:30",
        "04.03.2027, 9h30",
        "4 March 2027 at 9.30 a.m.",
        "20270304T0930",
    ],
)
def test_a_day_and_its_time_are_read_as_they_are_written(typed: str) -> None:
    assert read_moment(typed) == datetime(2027, 3, 4, 9, 30)


def test_an_offset_that_is_typed_counts() -> None:
    chamber = Chamber()
    read = read_time(chamber.conference, "2024-10-14T13:00+00:00", vienna(14, 10))
    assert read == datetime(2024, 10, 14, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("150", 150),
        ("2:30", 150),
        ("0:30", 30),
        ("1:00:00", 3600),
        ("2:30 min", 150),
        ("3 min", 180),
        ("3 minutes", 180),
        ("2.5 min", 150),
        ("2,5 min", 150),
        ("2 min 30 s", 150),
        ("2m30", 150),
        ("2'30", 150),
        ("2'30''", 150),
        ("2\u201930”", 150),
        ("90 s", 90),
        ("1h30", 5400),
        ("", 0),
    ],
)
def test_a_length_is_read_as_it_is_written(typed: str, seconds: int) -> None:
    assert length_of(typed) == timedelta(seconds=seconds)


@pytest.mark.parametrize("typed", ["2.5", "2.30", "2,30", "three", "-5", "2:60", "min"])
def test_what_is_no_length_or_could_be_two_is_not_guessed(typed: str) -> None:
    assert length_of(typed) is None


def test_more_time_and_corrections_are_given_as_lengths() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    chamber.do("extend-time", seconds="1 min")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.limit == timedelta(minutes=4)
    chamber.do("adjust-clock", seconds="-0:20")
    assert chamber.elapsed == 40
    chamber.do("adjust-clock", seconds="+5.5")
    assert chamber.elapsed == 45.5
    chamber.do("pause-clock", seconds_ago="0:10")
    assert chamber.elapsed == 35.5
    with pytest.raises(ValueError):
        chamber.do("extend-time", seconds="0.5 s")


def test_reply_limits_are_minutes_or_lengths() -> None:
    chamber = Chamber()
    chamber.do("set-reply-limits", minutes="10 min, 2:30")
    assert chamber.conference.reply_limits == (timedelta(minutes=10), timedelta(seconds=150))


AHEAD, BACK, NEAREST = Looking.AHEAD, Looking.BACK, Looking.NEAREST


@pytest.mark.parametrize(
    ("near", "typed", "looking", "meant"),
    [
        (vienna(14, 23, 55), "00:30", AHEAD, vienna(15, 0, 30)),
        (vienna(14, 23, 55), "24:00", AHEAD, vienna(15, 0)),
        (vienna(14, 23, 55), "midnight", AHEAD, vienna(15, 0)),
        (vienna(14, 9), "noon", AHEAD, vienna(14, 12)),
        (vienna(14, 18), "2 a.m.", AHEAD, vienna(15, 2)),
        (vienna(14, 15), "4:30", AHEAD, vienna(14, 4, 30)),
        (vienna(14, 15), "2:30", AHEAD, vienna(14, 2, 30)),
        (vienna(14, 10, 0, 40), "10:00", AHEAD, vienna(14, 10)),
        (vienna(15, 0, 10), "23:50", AHEAD, vienna(15, 23, 50)),
        (vienna(15, 0, 10), "23:50", BACK, vienna(14, 23, 50)),
        (vienna(15, 5), "22h", BACK, vienna(14, 22)),
        (vienna(15, 9), "18h", BACK, vienna(15, 18)),
        (vienna(15, 9), "8:59", BACK, vienna(15, 8, 59)),
        (vienna(14, 22), "00:15", NEAREST, vienna(15, 0, 15)),
        (vienna(14, 22), "09:00", NEAREST, vienna(14, 9)),
        (vienna(15, 0, 30), "23:30", NEAREST, vienna(14, 23, 30)),
        (vienna(15, 9), "17:00", NEAREST, vienna(15, 17)),
        (vienna(15, 9), "2024-10-14T10:00", BACK, vienna(14, 10)),
    ],
)
def test_past_midnight_the_nearest_sensible_hour_is_meant(
    near: datetime, typed: str, looking: Looking, meant: datetime
) -> None:
    assert read_time(Chamber().conference, typed, near, looking) == meant


@pytest.fixture
def late() -> Chamber:
    """A night meeting at 23:55, its floor open on an item whose list is open."""
    chamber = Chamber(programme=())
    chamber.clock.until(vienna(14, 21))
    chamber.do("open-meeting", ends="23:59")
    chamber.open_floor()
    chamber.do("open-list")
    chamber.clock.until(vienna(14, 23, 55))
    return chamber


def test_before_midnight_an_end_after_midnight_is_taken_and_said_with_its_day(
    late: Chamber,
) -> None:
    before = late.conference
    (event,) = late.do("set-meeting-end", ends="00:30")
    assert late.conference.meeting is not None
    assert late.conference.meeting.ends_at == vienna(15, 0, 30)
    assert "00:30 on Tuesday 15 October 2024" in event.sentence(before)


def test_before_midnight_a_side_event_after_midnight_is_not_put_on_the_day_over(
    late: Chamber,
) -> None:
    late.do("add-side-event", title="Late event", starts="00:15", ends="01:05", room="M1")
    (event,) = late.conference.side_events
    assert (event.starts, event.ends) == (vienna(15, 0, 15), vienna(15, 1, 5))


def test_an_event_that_ends_after_midnight_ends_on_the_next_day(late: Chamber) -> None:
    late.do("add-side-event", title="Evening", starts="2024-10-15T23:30", ends="00:20")
    late.do("move-side-event", event="Evening", starts="00:10")
    (event,) = late.conference.side_events
    assert (event.starts, event.ends) == (vienna(16, 0, 10), vienna(16, 1))


def test_a_list_is_opened_and_a_tier_heard_until_after_midnight(late: Chamber) -> None:
    late.do("set-meeting-end", ends="01:00")
    late.do("open-list", until="00:20")
    late.do("hear-tier-at", tier="NGOs", at="00:30")
    speakers = late.conference.current_list
    assert speakers is not None
    assert speakers.queues[0].closes_at == vienna(15, 0, 20)
    assert speakers.tier_hours[0].starts == vienna(15, 0, 30)


def test_after_midnight_a_request_received_before_it_is_of_the_day_before(late: Chamber) -> None:
    late.clock.until(vienna(15, 0, 10))
    before = late.conference
    (event,) = late.do("inscribe", delegation="Niger", received_at="23:50")
    assert late.entry("NER").received_at == vienna(14, 23, 50)
    assert "received at 23:50 on Monday 14 October 2024" in event.sentence(before)


def test_an_hour_to_come_is_no_time_of_receipt(late: Chamber) -> None:
    late.clock.until(vienna(15, 9))
    assert "still to come" in late.refused("inscribe", delegation="Niger", received_at="9:30").why


def test_the_day_of_a_draft_is_read_as_it_is_written() -> None:
    chamber = Chamber()
    chamber.do("table-document", title="Draft", sponsor="Niger", tabled="30.09.2024")
    assert chamber.conference.documents[-1].tabled == date(2024, 9, 30)
    refusal = chamber.refused("table-document", title="D", sponsor="Niger", tabled="04/03/2024")
    assert "may be 4 March or 3 April" in refusal.why
    assert "2024-03-04 or 2024-04-03" in refusal.instead
