"""The list as delivered in other languages: its rows have what the English ones have."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.plain_text import as_text, width_of
from plenary_tui.views.record.scope import Scope, choose
from plenary_tui.views.record.sheet import Sheet, Table
from plenary_tui.views.record.taking import take_record
from plenary_tui.views.wording.tongue import ENGLISH, in_tongue
from tests.chamber import Chamber
from tests.views.record.recorded import course_of, made_by, speak, spoken_on

LANGUAGES = [one for one in Language if one is not Language.ENGLISH]


def sheet_in(chamber: Chamber, language: Language) -> Sheet:
    """The list of what was heard in a chamber."""
    english = language is Language.ENGLISH
    tongue = ENGLISH if english else tongue_of(language)
    conference, told = in_tongue(chamber.conference, tongue)
    course = course_of(chamber)
    chosen = choose(conference, course, Scope(whole=True))
    return delivered(take_record(conference, course, chosen, made_by(chamber)), told)


def everything() -> Chamber:
    """A statement, a point of order with an appeal, a motion and an action."""
    chamber = spoken_on("1(f)", "Niger")
    speak(chamber, "GIN", function="Minister of Justice", language="French")
    chamber.do("raise-point", delegation="Niger")
    chamber.do(
        "rule-point", ruling="It is in order.", appeal="GIN", in_favour=1, against=3, abstaining=0
    )
    chamber.do("move-motion", motion="close the debate", delegation="Niger")
    chamber.do("decide-motion", in_favour=5, against=1, abstaining=1)
    return chamber


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_stands_where_the_english_one_does(language: Language) -> None:
    chamber = everything()
    tables = [
        [one for one in sheet_in(chamber, each).blocks if isinstance(one, Table)]
        for each in (Language.ENGLISH, language)
    ]
    for english, there in zip(*tables, strict=True):
        assert [row[:5] for row in english.rows] == [row[:5] for row in there.rows]
        assert all(row[5] for row in there.rows)
        assert not any("{" in cell for row in there.rows for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_text_it_is_no_wider_than_a_page(language: Language) -> None:
    assert max(map(width_of, as_text(sheet_in(everything(), language)).splitlines())) <= 80


def test_functions_are_in_the_language() -> None:
    text = as_text(sheet_in(everything(), Language.FRENCH))
    assert "Guinée" in text and "Ministre de la justice" in text
    flat = " ".join(text.split())
    assert "Motion d'ordre : Niger" in flat and "clôture du débat : motion" in flat
