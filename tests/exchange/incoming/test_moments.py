"""Days and times are read a column at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plenary_tui.exchange.incoming.moments import (
    NoMoment,
    Order,
    both_ways,
    in_utc,
    order_of,
    read_local,
)
from tests.exchange.incoming.offices import read, told

SEPTEMBER = datetime(2024, 9, 2, 14, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-02 14:30",
        "2024-09-02T14:30:00",
        "02/09/2024 14:30",
        "2.9.2024 14:30:00",
        "02-09-24 2:30 PM",
        "2/9/2024 2:30 p.m.",
        "2024/9/2 14:30",
        "2024年9月2日 14:30",
        "٠٢/٠٩/٢٠٢٤ ١٤:٣٠",
        "45537.604166667",
    ],
)
def test_a_moment_is_read_in_the_forms_that_offices_have(text: str) -> None:
    assert read_local(text, Order()) == SEPTEMBER


def test_a_day_in_words_is_read() -> None:
    assert read_local("2 September 2024", Order()) == datetime(2024, 9, 2)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["02/09/2024", "13/09/2024"], Order(True)),
        (["02/09/2024", "09/13/2024"], Order(False)),
        (["02/09/2024", "03/09/2024"], Order(True, "02/09/2024")),
        (["02/02/2024", "2024-09-13"], Order(True)),
    ],
)
def test_which_number_is_the_day_is_known_by_the_column_or_asked(
    cells: list[str], order: Order
) -> None:
    assert order_of(cells, None) == order
    assert order_of(cells, False) == Order(False)


def test_the_question_names_both_days() -> None:
    asked = both_ways("02/09/2024")
    assert asked == "Is “02/09/2024” 2 September (as it is taken) or 9 February?"


def test_an_offset_wins_and_without_one_the_conference_s_zone_is_meant() -> None:
    zone = ZoneInfo("Europe/Vienna")
    with_offset = read_local("2024-09-02 08:31:53.123456+00:00", Order())
    assert in_utc(with_offset, zone) == datetime(2024, 9, 2, 8, 31, 53, tzinfo=UTC)
    assert in_utc(SEPTEMBER, zone) == datetime(2024, 9, 2, 12, 30, tzinfo=UTC)


def test_a_midnight_with_an_odd_offset_is_a_day() -> None:
    assert read_local("2024-10-13 00:00:00+01:05", Order()) == datetime(2024, 10, 13)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("1900-01-05", "“1900-01-05” is out of range"),
        ("0.5", "“0.5” is a number, not a date"),
        ("12:30", "“12:30” has no day"),
        ("31/02/2024", "“31/02/2024” is not a date"),
        ("soon", "“soon” is not a date"),
        ("9999999999", "“9999999999” is a number, not a date"),
    ],
)
def test_what_is_no_moment_is_told(text: str, what: str) -> None:
    with pytest.raises(NoMoment) as told:
        read_local(text, Order())
    assert told.value.what == what


def test_each_wrong_date_is_told_with_line_and_column(tmp_path: Path) -> None:
    text = "Delegation,Received\nGhana,1900-01-05\nPeru,02/09/2024 10:00\nItaly,12:30\n"
    offer = read(tmp_path, "a.csv", text)
    assert told(offer) == [
        "a.csv, line 2, Received: “1900-01-05” is out of range; expected a year from 1990 to 2199",
        "a.csv, line 4, Received: “12:30” has no day; "
        "expected a day and a time as 2027-03-04 09:30",
    ]
    assert [option for _, option in offer.asks] == ["--day-first or --month-first"]
    assert not read(tmp_path, "a.csv", text, day_first=True).asks
