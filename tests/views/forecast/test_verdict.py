"""What the forecast screen says in one sentence."""

from __future__ import annotations

import re

import pytest

from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.reach import Reach, Risk
from plenary_tui.forecast.suppose import suppose
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.meetings.meeting import SetMeetingEnd
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.screens.forecast import LABEL
from plenary_tui.views.forecast.at_risk import mark, remark
from plenary_tui.views.forecast.verdict import (
    NONE,
    TRIAL_HEADING,
    in_doubt,
    trial_line,
    verdict,
)
from tests.chamber import vienna
from tests.forecast.situations import instant, sitting


def said(counts: tuple[int, int, int], hour: int = 15) -> tuple[tuple[str, ...], bool]:
    """On Tuesday, in the last meeting, with so many waiting."""
    at = vienna(15, hour)
    conference = sitting(counts, at)
    return verdict(conference, forecast(conference, instant(at)), instant(at))


def test_those_left_out_are_counted_against_their_own_tier() -> None:
    (words, *_), warns = said((0, 10, 48))
    told = re.fullmatch(
        r"(\d+) of 48 NGOs will not be reached; with them (\d+) may not be heard at all\.", words
    )
    assert told is not None and int(told[1]) < int(told[2]) < 48, words
    assert warns


def test_who_may_not_be_heard_is_one_of_those_who_are_likely_to_be_reached() -> None:
    (words, *_), warns = said((0, 0, 47))
    assert words.startswith("All 47 who wait are likely to be reached; the list ends at 17:5")
    assert " of them may not be heard at all." in words and "with them" not in words and warns


def test_who_may_slip_to_the_next_meeting_is_told_apart_and_is_no_cause_for_alarm() -> None:
    at = vienna(14, 15)
    conference = sitting((60, 0, 0), at)
    found = forecast(conference, instant(at))
    (words, *_), warns = verdict(conference, found, instant(at))
    slipping = [one for one in found.entries if one.at_risk_of is Risk.SLIPPING]
    here = sum(one.reach is Reach.THIS for one in found.entries)
    assert words.startswith("All 60 who wait will be reached; the list ends at Tue 1")
    assert words.endswith(f"; {len(slipping)} of the {here} in this meeting may slip to the next.")
    assert 2 < len(slipping) < here and not warns
    assert {remark(one) for one in slipping} == {"may slip"}
    assert {mark(one) for one in slipping} == {"~"}


def test_the_two_kinds_of_risk_are_told_apart_and_together_are_those_at_risk() -> None:
    """On Monday many wait: some may slip to Tuesday, and on Tuesday some may not be heard."""
    at = vienna(14, 15)
    conference = sitting((60, 5, 48), at)
    found = forecast(conference, instant(at))
    for one in found.entries:
        assert one.at_risk == (one.at_risk_of is not None)
        match one.at_risk_of:
            case Risk.SLIPPING:
                assert one.reach is Reach.THIS and one.latest is not None
            case Risk.NOT_HEARD:
                assert one.reach is not Reach.NOT and one.latest is None
            case None:
                assert one.reach is Reach.NOT or one.latest is not None
    assert {one.at_risk_of for one in found.entries} == {None, *Risk}
    named = {one.head.split(" (")[0]: len(one.names) for one in in_doubt(conference, found)}
    assert list(named) == ["Not reached", "May not be heard", "May slip"]
    for tier in found.tiers:
        assert tier.at_risk == tier.may_slip + tier.may_not
    assert named["May slip"] == sum(one.may_slip for one in found.tiers)
    assert named["May not be heard"] == sum(one.may_not for one in found.tiers)


def numbers(trial: str) -> list[int]:
    """The numbers of a line of the table, as they stand there."""
    return [0 if one == NONE else int(one) for one in trial.split()[:6]]


@pytest.mark.parametrize("counts", [(60, 5, 48), (0, 10, 48), (30, 0, 20), (90, 5, 40)])
@pytest.mark.parametrize("day", [14, 15])
@pytest.mark.parametrize(
    "remedies",
    [
        [SetLimit(seconds=seconds) for seconds in range(180, 60, -10)],
        [SetMeetingEnd(ends=f"18:{minute:02}") for minute in range(5, 60, 5)],
    ],
    ids=["a shorter limit", "a later end"],
)
def test_no_remedy_looks_worse_than_none_or_than_less_of_it(
    counts: tuple[int, int, int], day: int, remedies: list[Command]
) -> None:
    at = vienna(day, 15, 30)
    conference, now = sitting(counts, at), instant(at)
    before = numbers(trial_line(conference, forecast(conference, now), now))
    for remedy in remedies:
        found = suppose(conference, remedy, now).forecast
        if found is None:
            continue
        after = numbers(trial_line(conference, found, now))
        *missed, here, surely = zip(after, before, strict=True)
        assert all(now_ <= was for now_, was in missed), (remedy, before, after)
        assert here[0] >= here[1] and surely[0] >= surely[1], (remedy, before, after)
        assert after[3] >= sum(after[:3]) and after[5] <= after[4]
        before = after


def test_the_table_fits_the_narrowest_screen() -> None:
    at = vienna(14, 15)
    conference = sitting((1900, 400, 400), at)
    line = trial_line(conference, forecast(conference, instant(at)), instant(at))
    assert len(line) <= 74 - LABEL and len(TRIAL_HEADING) <= 74 - LABEL + 10


def test_with_nobody_at_risk_all_are_reached() -> None:
    (words, *_), warns = said((0, 0, 20))
    assert words.startswith("All 20 who wait will be reached; the list ends at 16:") and not warns


@pytest.mark.parametrize("waiting", range(30, 56))
def test_a_time_is_named_whenever_all_are_reached(waiting: int) -> None:
    """With those to be called again a list may end past the meeting, though the last is in time."""
    words, _ = said((0, 0, waiting))
    for one in words:
        assert "not" in one or "17:" in one or "16:" in one, one


@pytest.mark.parametrize("waiting", [48, 49])
def test_the_table_says_of_the_end_what_the_sentence_says(waiting: int) -> None:
    """All are expected, but with those called again the list would end too late."""
    at = vienna(15, 15)
    conference = sitting((0, 0, waiting), at)
    found = forecast(conference, instant(at))
    assert found.list_ends is None and all(one.expected for one in found.entries)
    words, warns = verdict(conference, found, instant(at))
    line = trial_line(conference, found, instant(at))
    last = line.rpartition("  last ")[2]
    assert re.fullmatch(r"\d\d:\d\d", last) and "not in time" not in line
    assert warns and all(f"the last at {last}" in one for one in words)
    assert words[-1].startswith("All are likely to be reached, the last at ")
    assert words[-1].endswith(" may not be heard.")
