"""A caption's second line: in the language of the caption, each part for itself, not too long."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.procedure.state.vocabulary import Explanation, Language, Tier
from plenary_tui.views.public import groups, state_titles
from plenary_tui.views.public import organization_titles as body_titles
from plenary_tui.views.public.functions import behalf_in, title_in
from plenary_tui.views.public.second_line import (
    CUT,
    LONGEST,
    marked_apart,
    second_line,
    shortened,
    text_of,
)

ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH = Language
SAMPLE = Path(__file__).parents[3] / "data" / "cop12" / "list-1f.csv"


@dataclass
class Speaker:
    """Whoever speaks."""

    speaker: str = ""
    function: str = ""
    on_behalf_of: str = ""
    tier: Tier = Tier.STATES
    address: str = ""
    short_function: str = ""
    explains: Explanation | None = None


def line(
    language: Language,
    *,
    speaker: str = "",
    function: str = "",
    on_behalf_of: str = "",
    tier: Tier = Tier.STATES,
) -> str:
    """The line as plain text."""
    return text_of(second_line(Speaker(speaker, function, on_behalf_of, tier), language))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "Permanent Representative",
            (
                "الممثل الدائم",
                "常驻代表",
                "Permanent Representative",
                "Représentant permanent",
                "Постоянный представитель",
                "Representante Permanente",
            ),
        ),
        (
            "minister for  foreign affairs",
            (
                "وزير الخارجية",
                "外交部长",
                "minister for  foreign affairs",
                "Ministre des affaires étrangères",
                "Министр иностранных дел",
                "Ministro de Relaciones Exteriores",
            ),
        ),
        (
            "Head of the Delegation",
            (
                "رئيس الوفد",
                "代表团团长",
                "Head of the Delegation",
                "Chef de délégation",
                "Глава делегации",
                "Jefe de Delegación",
            ),
        ),
        (
            "Executive-Director",
            (
                "المدير التنفيذي",
                "执行主任",
                "Executive-Director",
                "Directeur exécutif",
                "Исполнительный директор",
                "Director Ejecutivo",
            ),
        ),
    ],
)
def test_a_common_function_is_said_in_every_language(typed: str, expected: tuple[str, ...]) -> None:
    assert tuple(line(one, function=typed) for one in Language) == expected


@pytest.mark.parametrize(
    "typed",
    ["Minister of Foreign Affairs", "Foreign Minister", "Minister for Foreign Affairs"],
)
def test_a_ministry_goes_by_its_other_names(typed: str) -> None:
    assert line(CHINESE, function=typed) == "外交部长"


@pytest.mark.parametrize(
    "speaker", ["Ms. Sample", "H.E. Mrs. Sample", "Mme Sample", "السيدة سامبل", "Sra. Sample"]
)
def test_a_woman_is_called_by_her_own_title(speaker: str) -> None:
    assert line(FRENCH, speaker=speaker, function="Ambassador").endswith(", Ambassadrice")
    assert line(ARABIC, speaker=speaker, function="Ambassador").endswith("، السفيرة")
    assert line(SPANISH, function="Ambassadrice") == "Embajadora"


def test_two_functions_of_one_person_are_taken_one_by_one() -> None:
    typed = "Ambassador and Permanent Representative"
    assert line(FRENCH, function=typed) == "Ambassadeur et Représentant permanent"
    assert line(CHINESE, function=typed) == "大使兼常驻代表"
    assert line(ARABIC, function="Ambassador, Permanent Representative") == "السفير، الممثل الدائم"
    half = "Ambassador and Keeper of the Seal"
    assert line(FRENCH, function=half) == half, "what is known in part stands as it was typed"


def test_a_function_typed_in_another_language_is_known_too() -> None:
    assert line(ENGLISH, function="Représentante permanente") == "Permanent Representative"
    assert line(FRENCH, function="Représentante permanente") == "Représentante permanente"
    assert line(FRENCH, function="President") == "Président", "an English word takes its accents"
    assert line(CHINESE, function="Conseiller") == "Conseiller", "it may be either of two things"


def test_a_president_of_whom_nobody_can_tell_of_what_stays_as_typed() -> None:
    assert line(CHINESE, function="President", tier=Tier.NGOS) == "主席"
    assert line(CHINESE, function="President", tier=Tier.STATES) == "President"


def test_what_no_table_has_stands_as_it_was_typed_and_says_in_what_it_is() -> None:
    found = second_line(Speaker("فاطمة الزهراء", "Keeper of the Seal", "第三世界"), FRENCH)
    assert [(part.text, part.language) for part in found] == [
        ("فاطمة الزهراء", ARABIC),
        (", ", FRENCH),
        ("Keeper of the Seal", ENGLISH),
        (", ", FRENCH),
        ("au nom de ", FRENCH),
        ("第三世界", CHINESE),
    ]


def test_the_group_is_said_in_the_language() -> None:
    group = "the Group of 77 and China"
    assert line(ENGLISH, on_behalf_of=group) == "on behalf of the Group of 77 and China"
    assert line(ENGLISH, on_behalf_of=group.removeprefix("the ")) == f"on behalf of {group}"
    assert line(FRENCH, on_behalf_of="Nordic States") == "au nom de Nordic States"
    assert line(FRENCH, on_behalf_of=group) == "au nom du Groupe des 77 et de la Chine"
    assert (
        line(CHINESE, speaker="Mr. A", on_behalf_of="G77 and China")
        == "Mr. A\uff0c代表77国集团和中国"
    )


@pytest.mark.parametrize("language", Language, ids=str)
def test_most_functions_and_all_groups_of_the_sample_are_known(language: Language) -> None:
    rows = list(csv.DictReader(SAMPLE.read_text(encoding="utf-8").splitlines()))
    known = [title_in(one["function"], language, woman=False, of_state=False) for one in rows]
    assert sum(one is not None for one in known) > 0.95 * len(rows)
    if language is not ENGLISH:
        assert all(behalf_in(one["on_behalf_of"], language) for one in rows if one["on_behalf_of"])


@pytest.mark.parametrize("row", (*state_titles.ROWS, *body_titles.ROWS, *groups.ROWS))
def test_every_cell_is_in_the_script_of_its_language(row: tuple[str, ...]) -> None:
    for language, cell in zip(Language, row, strict=True):
        letters = {unicodedata.name(one).split()[0] for one in cell if one.isalpha()}
        script = {ARABIC: {"ARABIC"}, CHINESE: {"CJK"}, RUSSIAN: {"CYRILLIC"}}
        assert letters <= script.get(language, {"LATIN"}), cell
        assert all(cell.split("|")) or language is CHINESE, cell


def test_no_way_of_writing_an_english_function_stands_twice() -> None:
    ways = [way for row in (*state_titles.ROWS, *body_titles.ROWS) for way in row[2].split("|")]
    assert len({way.casefold() for way in ways}) == len(ways)


LONG = (
    "Minister of Foreign Affairs, International Cooperation and Francophonie, Head of the "
    "Intergovernmental Committee for the Review of Implementation"
)


def test_a_long_function_is_cut_where_it_pauses_with_a_sign() -> None:
    assert len(LONG) == 145
    short = "Minister of Foreign Affairs, International Cooperation and Francophonie\u2026"
    assert shortened(LONG) == short
    assert line(ENGLISH, speaker="Ms. Sample", function=LONG) == f"Ms. Sample, {short}"
    whole = second_line(Speaker(function=LONG), short=False)
    assert text_of(whole) == LONG, "only a caption is cut"


def test_without_a_pause_it_is_cut_at_a_word_that_does_not_lead_on() -> None:
    function = (
        "Special Representative of the President of the Republic for the Implementation of the "
        "Convention"
    )
    cut = "Special Representative of the President of the Republic for the Implementation\u2026"
    assert shortened(function) == cut


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_what_is_cut_is_a_beginning_that_fits(text: str) -> None:
    found = shortened(text)
    if len(text) <= LONGEST:
        assert found == text
    else:
        assert len(found) <= LONGEST and found.endswith(CUT)
        assert text.startswith(found.removesuffix(CUT))


MARK = "\u200e"


def test_in_a_text_file_arabic_turns_nothing_else_round() -> None:
    mixed = Speaker("فاطمة الزهراء", "Director, 50% for Climate")
    assert marked_apart(second_line(mixed)) == (
        f"{MARK}فاطمة الزهراء{MARK}, Director, 50% for Climate"
    )


def test_a_line_of_one_direction_has_no_marks() -> None:
    assert marked_apart(second_line(Speaker("Ms. Sample", "Director"))) == "Ms. Sample, Director"
    assert marked_apart(second_line(Speaker("فاطمة الزهراء"))) == "فاطمة الزهراء"
