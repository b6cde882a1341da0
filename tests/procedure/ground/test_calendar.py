"""Times of day, durations and numbers in words."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.calendar import local, ordinal, say_moment, say_seconds
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_a_moment_is_said_in_words(chamber: Chamber) -> None:
    assert say_moment(chamber.conference, vienna(14, 12)) == "12:00 on Monday 14 October 2024"
    assert say_moment(chamber.conference, vienna(1, 9, 5, 7)).startswith("09:05:07 on Tuesday 1 ")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0:00"),
        (59.9, "0:59"),
        (180, "3:00"),
        (-0.4, "0:00"),
        (-1, "-0:01"),
        (-61, "-1:01"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (-3661, "-1:01:01"),
    ],
)
def test_a_duration_as_a_clock_shows_it(seconds: float, words: str) -> None:
    assert say_seconds(seconds) == words


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 101, 111, 112)
    assert " ".join(map(ordinal, numbers)) == (
        "1st 2nd 3rd 4th 10th 11th 12th 13th 20th 21st 22nd 101st 111th 112th"
    )


def test_row_01_times_are_shown_in_vienna(chamber: Chamber) -> None:
    shown = local(chamber.conference, vienna(14, 10))
    assert f"{shown:%H:%M %Z}" == "10:00 CEST"
