"""The report in other languages: every list behind a colon, every paragraph a draft."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.colon_report import colon_report
from plenary_tui.views.record.scope import Scope, choose, words_of
from plenary_tui.views.record.sheet import Heading, Paragraph, Sheet
from plenary_tui.views.record.taking import take_record
from plenary_tui.views.wording.tongue import in_tongue
from tests.chamber import Chamber
from tests.views.record.recorded import course_of, made_by, speak, spoken_on
from tests.views.record.test_report import voted_by_name


def sheet_in(chamber: Chamber, code: str, scope: Scope | None = None) -> Sheet:
    """The report of what was done in a chamber."""
    conference, tongue = in_tongue(chamber.conference, tongue_of(Language(code)))
    course = course_of(chamber)
    chosen = choose(conference, course, scope or Scope(item="1(f)"))
    assert words_of(chosen, conference, tongue)
    return colon_report(take_record(conference, course, chosen, made_by(chamber)), tongue)


def paragraphs(sheet: Sheet) -> list[str]:
    """Its paragraphs."""
    return [one.text for one in sheet.blocks if isinstance(one, Paragraph)]


def sample() -> Chamber:
    """A group, two parties, and replies."""
    chamber = spoken_on("1(f)")
    speak(chamber, "CIV", on_behalf_of="the African Group")
    speak(chamber, "GIN")
    speak(chamber, "Niger")
    return chamber


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "fr",
            "Déclarations au nom de groupes : Côte d\u2019Ivoire (au nom du Groupe des États "
            "d'Afrique).",
        ),
        ("es", "Declaraciones en nombre de grupos: "),
        ("ru", "Заявления от имени групп: Кот-д'Ивуар (от имени Группы африканских"),
        ("ar", "بيانات باسم مجموعات: كوت ديفوار (باسم مجموعة الدول الأفريقية)."),
        ("zh", "代表集团的发言：科特迪瓦（代表非洲国家组）。"),
    ],
)
def test_groups_are_named_in_the_language(code: str, said: str) -> None:
    assert any(one.startswith(said) for one in paragraphs(sheet_in(sample(), code)))


def test_whoever_spoke_for_two_groups_is_named_once_with_both() -> None:
    chamber = spoken_on(
        "1(f)", "Niger", delivery="video", rank="minister", on_behalf_of="the African Group"
    )
    speak(chamber, "Niger", on_behalf_of="Group of 77 and China", override="a")
    assert (
        "Déclarations au nom de groupes : Niger (au nom du Groupe des États d'Afrique, au nom du "
        "Groupe des 77 et de la Chine) (déclaration vidéo)."
    ) in paragraphs(sheet_in(chamber, "fr"))


def test_it_is_a_draft_in_its_language_numbered_through() -> None:
    sheet = sheet_in(sample(), "fr")
    assert (sheet.draft, sheet.notice) == (True, "Projet, à réviser")
    assert sheet.language is Language.FRENCH and not sheet.from_right
    assert sheet_in(sample(), "ar").from_right
    numbers = [one.number for one in sheet.blocks if isinstance(one, Paragraph)]
    assert numbers[:-1] == list(range(1, len(numbers)))


def test_two_are_said_as_two_in_arabic_and_one_as_one() -> None:
    chamber = spoken_on("1(f)")
    speak(chamber, "Niger")
    one = paragraphs(sheet_in(chamber, "ar"))
    assert any(text.startswith("وأدلى ببيان ممثل الطرف التالي:") for text in one)
    speak(chamber, "GIN")
    two = paragraphs(sheet_in(chamber, "ar"))
    assert any(text.startswith("وأدلى ببيانين ممثلا الطرفين التاليين:") for text in two)
    french = paragraphs(sheet_in(chamber, "fr"))
    said = "Des déclarations ont été faites par les représentants des parties ci-après : "
    assert f"{said}Guinée, Niger." in french


def test_names_that_stand_in_english_are_counted() -> None:
    chamber = spoken_on("1(f)")
    speak(chamber, "CIV")
    assert paragraphs(sheet_in(chamber, "es"))[-1].endswith("inglés: 1.")
    assert "inglés" not in " ".join(paragraphs(sheet_in(spoken_on("1(f)"), "es")))


def test_votes_are_told_with_numbers_and_names() -> None:
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=4, against=1, abstaining=0)
    texts = paragraphs(sheet_in(chamber, "zh", Scope(item="2")))
    said = "决议草案L.4“On cooperation”：经表决（赞成：4；反对：1；弃权：0）通过。"
    assert any(one.startswith(said) for one in texts)


@pytest.mark.parametrize("language", [one for one in Language if one is not Language.ENGLISH])
def test_nothing_is_left_to_be_filled_in(language: Language) -> None:
    sheet = sheet_in(sample(), language.code, Scope(whole=True))
    assert not any("{" in one or "  " in one for one in paragraphs(sheet))


@pytest.mark.parametrize("code", ["fr", "es", "ru", "ar", "zh"])
def test_row_33_of_motions_and_appeals_too_it_says_who_voted_how(code: str) -> None:
    tongue = tongue_of(Language(code))
    names = paragraphs(sheet_in(voted_by_name(), code, Scope(whole=True)))
    sides = dict.fromkeys(("in_favour", "against", "abstaining"), "+")
    said = tongue.words(
        "In favour: {in_favour}. Against: {against}. Abstaining: {abstaining}.", **sides
    )
    begins = said.partition("+")[0]
    assert [place for place, one in enumerate(names) if one.startswith(begins)] == [6, 8, 10]
    heading = Heading(text=tongue.words("Other motions and appeals"))
    assert heading in sheet_in(voted_by_name(), code, Scope(whole=True)).blocks
