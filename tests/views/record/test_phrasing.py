"""Words of reports: hours, dates, meetings, votes, groups."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.views.record.facts import Votes
from plenary_tui.views.record.phrasing import (
    as_subject,
    at_meetings,
    behalf,
    by_vote,
    dates,
    hour,
    length,
    numbers,
    sentence,
    series,
)
from tests.chamber import vienna
from tests.views.record.recorded import record_of, spoken_on


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((10, 0), "10 a.m."),
        ((10, 5), "10.05 a.m."),
        ((12, 0), "12 noon"),
        ((12, 30), "12.30 p.m."),
        ((13, 0), "1 p.m."),
        ((0, 0), "midnight"),
        ((0, 10), "12.10 a.m."),
    ],
)
def test_hours_have_a_full_point_and_no_noughts(moment: tuple[int, int], words: str) -> None:
    assert hour(record_of(spoken_on()), vienna(14, *moment)) == words


def test_series_and_ordinals() -> None:
    assert series(["A"]) == "A" and series(["A", "B", "C"]) == "A, B and C"
    assert numbers([1]) == "1st" and numbers([2, 1]) == "1st and 2nd"
    assert numbers([4, 1, 2, 3]) == "1st to 4th" and numbers([1, 3, 4]) == "1st, 3rd and 4th"


def test_dates() -> None:
    one, other = date(2024, 10, 14), date(2024, 10, 15)
    assert dates([one, one]) == "on 14 October 2024"
    assert dates([other, one]) == "from 14 to 15 October 2024"
    assert dates([one, date(2024, 11, 1)]) == "from 14 October to 1 November 2024"
    assert dates([date(2024, 12, 31), date(2025, 1, 1)]) == (
        "from 31 December 2024 to 1 January 2025"
    )


def test_votes() -> None:
    assert by_vote(Votes(in_favour=80, against=35, abstaining=12)) == (
        "by a vote of 80 to 35, with 12 abstentions"
    )
    assert by_vote(Votes(in_favour=2, against=1, abstaining=1)).endswith("1 abstention")
    assert by_vote(Votes(in_favour=2, against=1, abstaining=0)).endswith("no abstentions")


def test_lengths_and_sentences() -> None:
    assert (length(59.9), length(185), length(3661)) == ("0:59", "3:05", "1:01:01")
    assert sentence("it rose at 10 a.m.") == "It rose at 10 a.m."


@pytest.mark.parametrize(
    ("delegation", "group", "words"),
    [
        ("Nigeria", "African Group", "on behalf of the African Group"),
        ("Nigeria", "the African Group", "on behalf of the African Group"),
        ("Nigeria", "GRULAC", "on behalf of GRULAC"),
        ("Nigeria", "Ghana, Niger and other States", "on behalf of Ghana, Niger and other States"),
        ("Nigeria", "المجموعة", "on behalf of المجموعة"),
        (
            "European Union",
            "European Union",
            "on behalf of the European Union and its member States",
        ),
    ],
)
def test_row_31_a_group_has_its_article(delegation: str, group: str, words: str) -> None:
    record = record_of(spoken_on("1(f)", delegation, on_behalf_of=group))
    assert behalf(record.statements[0]) == words


def test_meetings_of_the_committee_are_sittings() -> None:
    chamber = spoken_on("2")
    chamber.do("convene-committee")
    plenary, committee = record_of(chamber).meetings
    record = record_of(chamber)
    assert at_meetings(record, [plenary]) == "at its 1st meeting, on 14 October 2024"
    assert at_meetings(record, [committee]) == "at its 1st sitting, on 14 October 2024"


def test_what_stands_in_apposition_is_closed_before_the_verb() -> None:
    assert as_subject("The President, Ms. Akua Sample") == "The President, Ms. Akua Sample,"
    assert as_subject("Ghana") == "Ghana"
