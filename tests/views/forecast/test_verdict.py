"""What the forecast screen says in one sentence."""

from __future__ import annotations

import pytest

from plenary_tui.forecast.forecast import forecast
from plenary_tui.views.forecast.verdict import verdict
from tests.chamber import vienna
from tests.forecast.situations import instant, sitting


def said(counts: tuple[int, int, int], hour: int = 15) -> tuple[tuple[str, ...], bool]:
    """On Tuesday, in the last meeting, with so many waiting."""
    at = vienna(15, hour)
    conference = sitting(counts, at)
    return verdict(conference, forecast(conference, instant(at)), instant(at))


def test_those_left_out_are_counted_against_their_own_tier() -> None:
    (words, *_), warns = said((0, 10, 48))
    assert " of 48 NGOs will not be reached; " in words and " more are at risk." in words
    assert "58" not in words and warns


def test_who_is_at_risk_is_one_of_those_who_are_likely_to_be_reached() -> None:
    (words, *_), warns = said((0, 0, 47))
    assert words.startswith("All 47 who wait are likely to be reached; the list ends at 17:5")
    assert " of them are at risk." in words and " more " not in words and warns


def test_with_nobody_at_risk_all_are_reached() -> None:
    (words, *_), warns = said((0, 0, 20))
    assert words.startswith("All 20 who wait will be reached; the list ends at 16:") and not warns


@pytest.mark.parametrize("waiting", range(30, 56))
def test_a_time_is_named_whenever_all_are_reached(waiting: int) -> None:
    """With those to be called again a list may end past the meeting, though the last is in time."""
    words, _ = said((0, 0, waiting))
    for one in words:
        assert "not" in one or "17:" in one or "16:" in one, one
