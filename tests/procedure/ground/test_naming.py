"""What an officer types to name a delegation, an item or an entry."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import (
    find_delegation,
    find_delegations,
    find_item,
    search_delegations,
)
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from tests.chamber import LONGEST_NAME, Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f)."""
    chamber = Chamber()
    chamber.open_floor()
    return chamber


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Tu\u0308rkiye", "TUR"),
        ("tür", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("cote d\u2019ivoire", "CIV"),
        ("COTE", "CIV"),
        ("كوت ديفوار", "CIV"),
        ("科特", "CIV"),
        ("кот-д", "CIV"),
        ("civ", "CIV"),
        ("CI", "CIV"),
        ("384", "CIV"),
        ("Niger", "NER"),
        ("niger", "NER"),
        ("the Niger", "NER"),
        ("Nigeria", "NGA"),
        ("nigeri", "NGA"),
        ("Guinea", "GIN"),
        ("Guinée", "GIN"),
        ("Guinea-", "GNB"),
        ("guinea-bissau", "GNB"),
        ("iran (islamic", "IRN"),
        ("European", "EU"),
        ("eu", "EU"),
        ("interpol", "INTERPOL"),
        ("INTERPOL", "INTERPOL"),
        ("network", "NETWORK"),
        ("  sample   watch ", "WATCH"),
        ("united k", "GBR"),
        (LONGEST_NAME, "GBR"),
        (LONGEST_NAME.upper(), "GBR"),
    ],
)
def test_a_delegation_is_found(chamber: Chamber, typed: str, code: str) -> None:
    assert find_delegation(chamber.conference, typed).id == code


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("nige", ["Niger", "Nigeria"]),
        ("Gui", ["Guinea", "Guinea-Bissau"]),
        ("sample", ["Sample Network", "Sample Relief", "Sample Watch"]),
        ("T", ["Türkiye", "Tuvalu"]),
        ("Bissau", ["Guinea-Bissau"]),
        ("Islamic", ["Iran (Islamic Republic of)"]),
        ("Ivoire", ["Côte d\u2019Ivoire"]),
        ("police", ["International Criminal Police Organization"]),
        ("Sample W", ["Sample Watch"]),
        ("Permanent Mission of Niger", ["Niger"]),
    ],
)
def test_an_ambiguous_name_is_refused_with_the_candidates(
    chamber: Chamber, typed: str, candidates: list[str]
) -> None:
    refusal = chamber.refused("inscribe", delegation=typed)
    assert f"“{typed}” may be" in refusal.why
    assert all(name in refusal.why for name in candidates)
    assert "the name" in refusal.instead or "the whole name" in refusal.instead
    codes = [one.id for one in chamber.conference.delegations if one.name in candidates]
    assert all(code in refusal.instead for code in codes)


def test_many_candidates_are_counted_not_listed(chamber: Chamber) -> None:
    for number in range(9):
        chamber.do("register", delegation=f"Zeta {number}", participant="NGO")
    refusal = chamber.refused("inscribe", delegation="zeta")
    assert "Zeta 5 or 3 more" in refusal.why and "Zeta 6" not in refusal.why


@pytest.mark.parametrize("typed", ["Atlantis", "", " ", "\u00b4", "nigerr", "iger", "*", "\\"])
def test_an_unknown_name_is_refused(chamber: Chamber, typed: str) -> None:
    refusal = chamber.refused("inscribe", delegation=typed)
    assert "No delegation called" in refusal.why and "register" in refusal.instead


@pytest.mark.parametrize("typed", [" Atlantis ", "Niger, Atlantis", "Niger,\n Atlantis ,"])
def test_an_unknown_name_is_told_without_what_stands_around_it(
    chamber: Chamber, typed: str
) -> None:
    with pytest.raises(Refused) as refusal:
        find_delegations(chamber.conference, typed)
    assert "“Atlantis”" in refusal.value.why


def test_of_several_all_that_nobody_is_called_are_named_at_once(chamber: Chamber) -> None:
    with pytest.raises(Refused) as refusal:
        find_delegations(chamber.conference, "Niger, Atlantis,  Sea   Land, Guinea, Atlantis, , Mu")
    assert refusal.value.why == (
        "No delegation called “Atlantis” is registered for this conference. "
        "Also refused: “Sea Land”, “Mu”."
    )


def test_of_very_many_that_nobody_is_called_some_are_named_and_the_rest_counted(
    chamber: Chamber,
) -> None:
    with pytest.raises(Refused) as refusal:
        find_delegations(chamber.conference, ",".join(f"Xyz{place}" for place in range(100)))
    assert refusal.value.why.count("“") == 13 and "“Xyz12” and 87 more." in refusal.value.why


def test_a_search_gives_the_likeliest_first(chamber: Chamber) -> None:
    found = [one.id for one in search_delegations(chamber.conference, "guinea")]
    assert found == ["GIN", "GNB"]
    found = [one.id for one in search_delegations(chamber.conference, "ni")]
    assert found[:2] == ["NER", "NGA"] and len(found) == len(set(found))
    assert search_delegations(chamber.conference, "zzz") == ()


def test_of_equal_matches_states_come_first_then_organizations() -> None:
    ngo = Delegation("ANGO", "Unclear Coalition", ParticipantClass.NGO)
    igo = Delegation("BIGO", "Union of Samples", ParticipantClass.IGO)
    state = Delegation("ZST", "United Samples", ParticipantClass.STATE_PARTY)
    chamber = Chamber(delegations=(ngo, igo, state))
    found = [one.id for one in search_delegations(chamber.conference, "un")]
    assert found == ["ZST", "BIGO", "ANGO"]


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("1(f)", "1(f)"),
        ("1f", "1(f)"),
        ("1(F)", "1(f)"),
        (" 2 ", "2"),
        ("2a", "2(a)"),
        ("2.a", "2(a)"),
    ],
)
def test_an_item_is_found(chamber: Chamber, typed: str, symbol: str) -> None:
    assert find_item(chamber.conference, typed).symbol == symbol


def test_no_symbol_names_the_current_item(chamber: Chamber) -> None:
    assert find_item(chamber.conference, None).symbol == "1(f)"
    with pytest.raises(Refused, match="no agenda item “3”"):
        find_item(chamber.conference, "3")
    with pytest.raises(Refused, match="no agenda item “-”"):
        find_item(chamber.conference, "-")


def test_an_entry_is_named_by_who_waits(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Guinea-Bissau", "Guinea")
    chamber.do("mark-ready", entry="Niger")
    chamber.do("mark-ready", entry="NIGE", off=True)
    chamber.do("mark-ready", entry="Guinea")
    assert [entry.ready for entry in (chamber.entry("NER"), chamber.entry("GIN"))] == [False, True]
    refusal = chamber.refused("mark-ready", entry="Gui")
    assert "Guinea or Guinea-Bissau" in refusal.why


def test_only_who_waits_on_the_current_list_counts(chamber: Chamber) -> None:
    chamber.inscribe("Guinea-Bissau", "Niger", "Sample Watch")
    chamber.inscribe("Türkiye", item="2")
    chamber.do("mark-ready", entry="Gui")
    assert chamber.entry("GNB").ready, "Guinea does not wait"
    refusal = chamber.refused("mark-ready", entry="Guinea")
    assert "Guinea does not wait on the list for item 1(f)" in refusal.why
    assert "does not wait" in chamber.refused("mark-ready", entry="Türkiye").why
    assert "may be Sample Watch" in chamber.refused("mark-ready", entry="Sample W").why
    assert "No delegation called" in chamber.refused("mark-ready", entry="Atlantis").why
    assert "No entry was named" in chamber.refused("withdraw", entry="").why


def test_who_has_the_floor_is_not_told_to_be_inscribed(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Nigeria")
    chamber.do("give-floor")
    refusal = chamber.refused("mark-ready", entry="Niger")
    assert refusal.why == "Niger has the floor, and waits no longer."


def test_without_a_current_list_an_entry_is_named_by_its_id_only() -> None:
    chamber = Chamber()
    (niger,) = chamber.inscribe("Niger", item="1(f)")
    refusal = chamber.refused("withdraw", entry="Niger")
    assert "no current list" in refusal.why and "#17" in refusal.instead
    chamber.do("withdraw", entry=f"#{niger}")
    assert chamber.waiting() == []
