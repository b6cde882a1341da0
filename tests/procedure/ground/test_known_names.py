"""All names by which delegations are known: whole, by code, by initials, begun or misspelt."""

from __future__ import annotations

from plenary_tui.procedure.ground.known_names import CLOSE, KnownNames
from plenary_tui.procedure.state.conference import Delegation
from tests.chamber import DELEGATIONS

NAMES = KnownNames(DELEGATIONS)


def codes(found: list[Delegation]) -> list[str]:
    return [one.id for one in found]


def test_a_code_or_a_whole_name_in_any_language_names_its_delegation() -> None:
    assert codes(NAMES.coded(" gn ")) == codes(NAMES.coded("324")) == ["GIN"]
    assert codes(NAMES.coded("GN")) == ["GIN"] and NAMES.coded("Gn") == [], "nor is Mr Mauritania"
    assert codes(NAMES.called("Guinée")) == codes(NAMES.called("guinea")) == ["GIN"]
    assert codes(NAMES.called("the Niger")) == codes(NAMES.called("Niger")) == ["NER"]
    assert codes(NAMES.called("Guin")) == [], "a beginning is no whole name"


def test_a_beginning_stands_for_all_that_begin_so() -> None:
    assert codes(NAMES.in_english("guinea")) == ["GIN", "GNB"]
    assert set(codes(NAMES.begun("nige"))) == {"NER", "NGA"}
    assert codes(NAMES.within("bissau")) == ["GNB"] and NAMES.in_english("bissau") == []
    assert NAMES.in_english("") == []


def test_initials_are_of_states_and_igos_and_never_of_ngos() -> None:
    assert codes(NAMES.with_initials("icpo")) == ["INTERPOL"]
    assert NAMES.with_initials("sw") == [], "Sample Watch is an NGO"


def test_a_misspelt_name_is_close_to_the_one_that_was_meant() -> None:
    ratio, nearest = NAMES.alike("Nigerria")[0]
    assert nearest.id == "NGA" and ratio > CLOSE
    assert NAMES.alike("Qzxwv") == []
