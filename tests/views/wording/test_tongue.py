"""A language: its dates, its meetings, its series of names, and what runs the other way."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Body, Language
from plenary_tui.views.wording.tongue import (
    ENGLISH,
    LEFT_MARK,
    PAIR,
    harmless,
    in_tongue,
    named_in,
)
from tests.chamber import Chamber

FIRST, DAY = date(2024, 10, 1), date(2024, 10, 14)


@pytest.mark.parametrize(
    ("code", "first", "day"),
    [
        ("fr", "1er octobre 2024", "lundi 14 octobre 2024"),
        ("es", "1 de octubre de 2024", "lunes 14 de octubre de 2024"),
        ("ru", "1 октября 2024 года", "понедельник, 14 октября 2024 года"),
        ("ar", "1 تشرين الأول/أكتوبر 2024", "الاثنين، 14 تشرين الأول/أكتوبر 2024"),
        ("zh", "2024年10月1日", "2024年10月14日星期一"),
    ],
)
def test_days(code: str, first: str, day: str) -> None:
    tongue = tongue_of(Language(code))
    assert (tongue.dated(FIRST), tongue.day(DAY)) == (first, day)


@pytest.mark.parametrize(
    ("code", "first", "seventh"),
    [
        ("fr", "1re séance plénière", "7e séance plénière"),
        ("es", "1ª sesión plenaria", "7ª sesión plenaria"),
        ("ru", "1-е пленарное заседание", "7-е пленарное заседание"),
        ("ar", "الجلسة العامة 1", "الجلسة العامة 7"),
        ("zh", "第1次全体会议", "第7次全体会议"),
    ],
)
def test_meetings(code: str, first: str, seventh: str) -> None:
    tongue = tongue_of(Language(code))
    assert tongue.meeting(1, Body.PLENARY) == first
    assert tongue.meeting(7, Body.PLENARY) == seventh


def test_in_english_they_are_as_everywhere() -> None:
    assert ENGLISH.day(DAY) == "Monday 14 October 2024"
    assert ENGLISH.meeting(2, Body.COMMITTEE) == "2nd sitting of the Committee of the Whole"
    assert ENGLISH.series(("A", "B", "C")) == "A, B and C"


@pytest.mark.parametrize(
    ("code", "series", "in_parts"),
    [
        ("fr", "A, B, C", "A, B ; C"),
        ("ru", "A, B, C", "A, B; C"),
        ("zh", "A、B、C", "A, B；C"),
    ],
)
def test_a_series_has_the_separators_of_its_language(code: str, series: str, in_parts: str) -> None:
    tongue = tongue_of(Language(code))
    assert tongue.series(("A", "B", "C")) == series
    assert tongue.series(("A, B", "C")) == in_parts
    assert tongue.series(()) == "" and tongue.series(("A",)) == "A"


def test_in_arabic_the_last_is_joined_and_a_foreign_name_ends_with_marks() -> None:
    tongue = tongue_of(Language.ARABIC)
    assert tongue.series(("غانا", "كينيا", "مالي")) == "غانا، كينيا ومالي"
    assert tongue.name("Iran (Islamic Republic of)") == f"Iran (Islamic Republic of){PAIR}"
    assert tongue.name(tongue.name("Ghana")) == f"Ghana{PAIR}"
    assert tongue_of(Language.FRENCH).name("Ghana") == "Ghana"


def test_the_marks_stay_and_what_disturbs_a_screen_does_not() -> None:
    assert harmless(f"Ghana{PAIR}\u202e\x1b!") == f"Ghana{PAIR}!"
    assert harmless("a\u200fb") == "ab"


def test_delegations_are_named_in_it_and_those_without_a_name_counted() -> None:
    conference = Chamber().conference
    named, told = in_tongue(conference, tongue_of(Language.FRENCH))
    ids = {one.id: one.name for one in named.delegations}
    for one in conference.delegations:
        known = dict(one.names).get("fr")
        assert ids[one.id] == (known or one.name)
        assert (one.name in told.lacking) is (known is None)
    assert named_in(conference, Language.ENGLISH) is conference
    assert in_tongue(conference, ENGLISH) == (conference, ENGLISH)


def test_in_chinese_and_arabic_names_stand_in_the_order_of_the_english_ones() -> None:
    told = tongue_of(Language.CHINESE)
    told = type(told)(told.language, told.catalogue, {"乙": "Albania", "甲": "Zambia"})
    assert told.sorted(("甲", "乙")) == ["乙", "甲"]
    french = tongue_of(Language.FRENCH)
    assert french.sorted(("Fidji", "Équateur")) == ["Équateur", "Fidji"]


def test_an_abbreviation_ends_its_sentence_too() -> None:
    russian = tongue_of(Language.RUSSIAN)
    assert russian.words("Rose: {time}.", time="10 ч. 05 м.") == "Закрытие: 10 ч. 05 м."
    assert russian.words("Reason: {reason}.", reason="etc...") == "Причина: etc...."


def test_hours() -> None:
    moment = datetime(2024, 10, 14, 8, 5, tzinfo=UTC)
    said = {
        one.code: tongue_of(one).hour("Europe/Vienna", moment)
        for one in Language
        if one is not Language.ENGLISH
    }
    assert said == {
        "ar": "10:05",
        "zh": "10时05分",
        "fr": "10 h 05",
        "ru": "10 ч. 05 м.",
        "es": "10.05 horas",
    }


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("البند 1(f). A", f"البند {LEFT_MARK}1(f){PAIR}. A"),
        ("البندان 2(a)(i) و 10(b)", f"البندان {LEFT_MARK}2(a)(i){PAIR} و {LEFT_MARK}10(b){PAIR}"),
        ("(L.78) 27 (2026)", "(L.78) 27 (2026)"),
        ("item 1(f), «سامح»", "item 1(f), «سامح»"),
    ],
)
def test_a_symbol_in_a_text_from_right_to_left_reads_as_it_is_written(
    text: str, marked: str
) -> None:
    assert harmless(text) == marked
