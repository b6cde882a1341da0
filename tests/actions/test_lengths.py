"""Lengths in an act as it is typed: in minutes and seconds, or refused with a right example."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.actions.typed import WrongUsage, read_line
from tests.chamber import Chamber


@pytest.mark.parametrize("typed", ["2:30", "150", "2.5 min", "2 min 30 s"])
def test_a_limit_is_given_in_minutes_and_seconds(typed: str) -> None:
    chamber = Chamber()
    chamber.record(*chamber.decide(read_line(f'set-limit --seconds "{typed}"')))
    assert chamber.conference.limits[-1].limit == timedelta(seconds=150)


@pytest.mark.parametrize(
    "line",
    [
        "set-limit 2.5",
        "set-limit three",
        "extend-time 2.30",
        "inscribe Niger --media-length 2.30",
        "pause-clock --seconds-ago soon",
        "adjust-clock soon",
    ],
)
def test_a_length_that_is_refused_shows_a_right_one(line: str) -> None:
    with pytest.raises(WrongUsage, match=r"0:30|2:30"):
        read_line(line)
