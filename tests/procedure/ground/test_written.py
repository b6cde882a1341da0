"""Ways of writing a name that are one way."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.written import beginning, forms, plain, without_formula


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guinea-Bissau", "guinea bissau"),
        ("Guinea\u2011Bissau", "Guinea\u2013Bissau"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("St. Lucia", "Saint Lucia"),
        ("Dem. Rep. of the Congo", "Democratic Republic of the Congo"),
        ("U.S.A.", "USA"),
        ("the Gambia", "Gambia (the)"),
        ("Korea, Republic of", "Republic of Korea"),
        ("Iran (Islamic Republic of)", "Islamic Republic of Iran"),
        ("C\u00f4te d\u2019Ivoire", "Cote d'Ivoire"),
        ("Cote dIvoire", "C\u00f4te d\u2018Ivoire"),
        ("\u0627\u0644\u0623\u0631\u062f\u0646", "\u0627\u0644\u0627\u0631\u062f\u0646"),
        ("\u0633\u0648\u0631\u064a\u0640\u0640\u0627", "\u0633\u0648\u0631\u064a\u0627"),
        ("Peru\u200b", "Peru"),
        ("Per\u00ad\u00fa", "peru"),
        ("\uff30\uff45\uff52\uff55", "Peru"),
        ("Fran\u00e7ais \u0153uvre", "francais oeuvre"),
    ],
)
def test_both_are_one(one: str, other: str) -> None:
    assert forms(one) & forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Congo (Kinshasa)", "Congo"),
        ("Guinea-", "Guinea"),
        ("Sudan, South", "Sudan"),
        ("Republic of Korea", "Korea"),
    ],
)
def test_both_are_two(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


def test_the_article_alone_is_a_word() -> None:
    assert plain("The") == "the"
    assert plain("--") == ""


def test_behind_a_hyphen_a_word_follows() -> None:
    assert beginning("Guinea-") == "guinea "
    assert beginning("Guinea") == "guinea"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Permanent Mission of Ghana", "ghana"),
        ("The Permanent Mission of the Republic of Ghana to the United Nations", "ghana"),
        ("Embassy of Chad in Vienna", "chad"),
        ("Government of Chile", "chile"),
        ("Kingdom of Belgium", "belgium"),
        ("Ministry of Justice of Slovakia", "slovakia"),
        ("Mission permanente du Sénégal", "senegal"),
        ("Chile", ""),
    ],
)
def test_a_formula_is_taken_off(written: str, left: str) -> None:
    assert without_formula(written) == left
