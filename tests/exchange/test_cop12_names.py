"""Among the 425 delegations of the sample no text gives another body than the one meant."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground import other_names
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import find_delegation
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Tier


@pytest.fixture(scope="module")
def cop12() -> Conference:
    """The sample conference: 198 States and 227 organizations."""
    return load_pack("cop12").conference


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("uk", ["United Kingdom of Great Britain and Northern Ireland", "Ukraine"]),
        ("AU", ["Australia", "African Union"]),
        ("au", ["Australia", "African Union"]),
        ("EC", ["Ecuador"]),
        ("SA", ["Saudi Arabia", "South Africa"]),
        ("Car", ["Central African Republic", "Caritas Internationalis"]),
        ("Dom", ["Dominican Republic", "Dominica"]),
        ("aus", ["Australia", "Austria"]),
        ("Congo Rep", ["Democratic Republic of the Congo", "Congo"]),
        ("Korea", ["Republic of Korea", "Democratic People's Republic of Korea"]),
        ("Estado", ["United States of America"]),
        ("Franc", ["France", "Franciscans International"]),
        ("African U", ["African Union"]),
        ("World Cus", ["World Customs Organization"]),
        ("Ministry of Justice, Slovakia", ["Slovakia"]),
    ],
)
def test_what_may_mean_another_body_is_asked(
    cop12: Conference, typed: str, may_be: list[str]
) -> None:
    with pytest.raises(Refused) as refusal:
        find_delegation(cop12, typed)
    assert f"“{typed}” may be" in refusal.value.why
    assert all(name in refusal.value.why for name in may_be)


@pytest.mark.parametrize(
    "typed", ["WHO", "who is", "ro j", "co", "Kosovo", "Ukr ine", "an", "of", "the"]
)
def test_no_body_is_found_by_what_stands_within_another_name(cop12: Conference, typed: str) -> None:
    with pytest.raises(Refused):
        find_delegation(cop12, typed)


def test_every_delegation_is_found_by_its_code_and_by_every_name(cop12: Conference) -> None:
    for one in cop12.delegations:
        for text in (one.id, one.name, one.as_spoken, *(name for _, name in one.names)):
            assert find_delegation(cop12, text) == one, text


def test_no_text_of_three_letters_gives_a_body_whose_name_or_code_does_not_begin_so(
    cop12: Conference,
) -> None:
    for one in cop12.delegations:
        for text in (one.name[:3], one.name[:3].upper(), one.name[:2]):
            try:
                found = find_delegation(cop12, text)
            except Refused:
                continue
            codes = {code.casefold() for code in (found.id, *found.codes)}
            begins = found == one and one.tier is Tier.STATES
            whole = text in (found.name, found.spoken)
            otherwise = plain(text) in other_names.of(found.id) and text.isupper()
            assert begins or whole or otherwise or text.strip().casefold() in codes, text
