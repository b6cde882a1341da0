"""What an office types when it sets up a conference, as values or a sentence on what is wrong."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from plenary_tui.exchange.founding.answered import (
    Hours,
    Item,
    debated,
    identifier_of,
    read_agenda,
    read_hours,
    read_item,
    read_last_day,
    read_limit,
    read_text,
    read_timezone,
    read_when,
    working_days,
)
from plenary_tui.procedure.ground.as_typed import Unread

MONDAY = date(2027, 3, 1)
TEN, ONE, THREE, SIX = time(10), time(13), time(15), time(18)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Vienna", "Europe/Vienna"),
        ("vienna", "Europe/Vienna"),
        ("New York", "America/New_York"),
        ("são paulo", "America/Sao_Paulo"),
        ("utc", "UTC"),
    ],
)
def test_a_city_names_its_time_zone(typed: str, zone: str) -> None:
    assert read_timezone(typed) == zone


@pytest.mark.parametrize("typed", ["", "Wien", "Europe", "12"])
def test_what_is_no_time_zone_is_told(typed: str) -> None:
    with pytest.raises(Unread, match="is no time zone"):
        read_timezone(typed)


@pytest.mark.parametrize(
    ("typed", "last"),
    [("2", date(2027, 3, 2)), ("5 days", date(2027, 3, 5)), ("2027-03-04", date(2027, 3, 4))],
)
def test_the_last_day_is_a_day_or_a_number_of_days(typed: str, last: date) -> None:
    assert read_last_day(typed, MONDAY) == last


@pytest.mark.parametrize("typed", ["0", "2027-02-28", "2029-01-01", "soon"])
def test_a_last_day_that_cannot_be_is_told(typed: str) -> None:
    with pytest.raises(Unread):
        read_last_day(typed, MONDAY)


@pytest.mark.parametrize(
    "typed",
    [
        "10:00-13:00, 15:00-18:00",
        "10-13; 15-18",
        "10h to 13h, 3 p.m. until 6 p.m.",
        "10.00\u201313.00,15\u201318",
    ],
)
def test_hours_are_read_as_people_write_them(typed: str) -> None:
    assert read_hours(typed) == (Hours(TEN, ONE), Hours(THREE, SIX))


@pytest.mark.parametrize("typed", ["", "10:00", "13-10", "10-13, 12-15", "noon-later"])
def test_hours_that_cannot_be_are_told(typed: str) -> None:
    with pytest.raises(Unread):
        read_hours(typed)


def test_meetings_are_on_working_days_and_else_on_those_there_are() -> None:
    friday, saturday = date(2027, 3, 5), date(2027, 3, 6)
    assert working_days(friday, date(2027, 3, 8)) == (friday, date(2027, 3, 8))
    assert working_days(saturday, saturday) == (saturday,)


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("3", 180), ("3:00", 180), ("2:30", 150), ("150 s", 150), ("5 min", 300), ("150", 150)],
)
def test_a_limit_is_minutes_or_has_its_unit(typed: str, seconds: int) -> None:
    assert read_limit(typed) == timedelta(seconds=seconds)


@pytest.mark.parametrize("typed", ["", "0", "5 s", "2 hours", "three", "99:00"])
def test_a_limit_that_cannot_be_is_told(typed: str) -> None:
    with pytest.raises(Unread):
        read_limit(typed)


def test_an_agenda_is_read_as_it_is_written() -> None:
    lines = [
        "1 Organizational matters",
        "(a) Opening",
        "1(b) Elections",
        "Item 2. General debate",
        "",
        "Any other business",
        "5 - Report",
    ]
    assert read_agenda(lines) == (
        Item("1", "Organizational matters"),
        Item("1(a)", "Opening"),
        Item("1(b)", "Elections"),
        Item("2", "General debate"),
        Item("3", "Any other business"),
        Item("5", "Report"),
    )


def test_an_agenda_with_one_number_twice_or_nothing_is_told() -> None:
    with pytest.raises(Unread, match="two items 1"):
        read_agenda(["1 One", "1 Another"])
    with pytest.raises(Unread, match="no agenda item"):
        read_agenda(["", " "])


def test_the_item_with_a_list_is_named_or_presumed() -> None:
    items = read_agenda(["1 Opening", "2 General Debate", "3(a) Third"])
    assert debated(items) == "2" and debated(items[:1]) == ""
    assert read_item("3(A)", items) == "3(a)" and read_item("none", items) == ""
    with pytest.raises(Unread, match="no item “4”"):
        read_item("4", items)


def test_when_is_a_moment_a_day_or_a_time_on_the_first_day() -> None:
    assert read_when("12:00", MONDAY) == datetime(2027, 3, 1, 12)
    assert read_when("2027-03-02", MONDAY) == datetime(2027, 3, 2)
    assert read_when("2027-03-02 9h30", MONDAY) == datetime(2027, 3, 2, 9, 30)


def test_text_that_cannot_be_shown_or_is_none_is_told() -> None:
    assert read_text("  A  name ", "a name") == "A name"
    for typed in ("", "a\u200bb", "x" * 501):
        with pytest.raises(Unread):
            read_text(typed, "a name")


def test_a_folder_is_named_after_the_conference() -> None:
    assert identifier_of("COP 13 \u2013 Ünïon, 2nd part") == "cop-13-union-2nd-part"
    assert identifier_of("大会") == "conference"


@pytest.mark.parametrize("title", ["Débat général", "Debate general", "Общие прения", "一般性辩论"])
def test_the_general_debate_is_known_in_other_languages(title: str) -> None:
    assert debated((Item("1", "x"), Item("2", title))) == "2"
