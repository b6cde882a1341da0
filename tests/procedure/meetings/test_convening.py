"""Who takes part: registered, late or new (row 2)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.state.vocabulary import Tier
from tests.chamber import Chamber, FakeClock, vienna

NGO = {"speaker": "Sample Speaker 1", "function": "Director"}


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_row_02_a_late_registration_is_marked_and_lets_it_be_inscribed(chamber: Chamber) -> None:
    (registered,) = chamber.do("register", delegation="palau")
    assert "registration had closed" in registered.sentence(chamber.conference)
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and palau.registered and palau.late
    chamber.inscribe("Palau", item="1(f)")
    assert chamber.waiting() == ["PLW"]
    assert "registered already" in chamber.refused("register", delegation="PLW").why


def test_row_02_a_registration_on_the_closing_day_is_in_time() -> None:
    chamber = Chamber(FakeClock(vienna(4, 23, 59, 59)))
    chamber.do("register", delegation="Palau")
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and not palau.late


def test_row_02_a_new_delegation_needs_its_class(chamber: Chamber) -> None:
    refusal = chamber.refused("register", delegation="Sample Forum")
    assert "its class is needed" in refusal.why and "NGO" in refusal.instead
    chamber.do("register", delegation="Sample Forum", participant="ngo")
    new = next(one for one in chamber.conference.delegations if one.name == "Sample Forum")
    assert new.tier is Tier.NGOS and new.late
    chamber.inscribe("sample forum", item="1(f)")
    assert chamber.waiting() == [new.id]
    assert chamber.refused("register", delegation="", participant="NGO")
    refusal = chamber.refused("register", delegation="Other", participant="NGO", code="tur")
    assert "code TUR is taken" in refusal.why


def test_row_02_delegations_stay_sorted_with_accents_folded(chamber: Chamber) -> None:
    chamber.do("register", delegation="Îles Sample", participant="NGO")
    chamber.do("register", delegation="Croatia", participant="State party", code="HRV")
    names = [one.name for one in chamber.conference.delegations]
    assert (
        names.index("Côte d\u2019Ivoire") < names.index("Croatia") < names.index("European Union")
    )
    assert names.index("Guinea-Bissau") < names.index("Îles Sample") < names.index("Niger")


def test_row_02_new_codes_are_unique(chamber: Chamber) -> None:
    for name in ("Alpha", "Alphabets", "一", "二", "A B C", "Ares Bona Ceres"):
        chamber.do("register", delegation=name, participant="NGO")
    codes = [one.id for one in chamber.conference.delegations]
    assert len(codes) == len(set(codes)) and all(codes)


@pytest.mark.parametrize("name", ["Кот-д'Ивуар", "كوت ديفوار", "CI", "384"])
def test_row_02_a_delegation_known_by_another_name_is_not_registered_twice(
    chamber: Chamber, name: str
) -> None:
    refusal = chamber.refused("register", delegation=name, participant="State party")
    assert "Côte d\u2019Ivoire is registered already" in refusal.why


@pytest.mark.parametrize(
    ("written", "known"),
    [("Sample Wach", "Sample Watch (WATCH)"), ("Sample Networks", "Sample Network (NETWORK)")],
)
def test_row_02_a_body_almost_called_as_another_is_registered_only_when_it_is_meant(
    chamber: Chamber, written: str, known: str
) -> None:
    refusal = chamber.refused("register", delegation=written, participant="NGO")
    assert refusal.why.startswith(f"“{written}” is almost {known}, which is registered")
    assert refusal.remedy is Remedy.CONFIRM
    chamber.do("register", delegation=written, participant="NGO", confirm=True)
    names = [one.name for one in chamber.conference.delegations]
    assert written in names and known.split(" (")[0] in names


def test_row_02_a_formula_before_the_name_of_a_state_is_asked_about(chamber: Chamber) -> None:
    name = "Republic of Niger State"
    refusal = chamber.refused("register", delegation=name, participant="State party")
    assert "is almost Niger (NER)" in refusal.why and refusal.remedy is Remedy.CONFIRM
    chamber.do("register", delegation="Niger Delta Bar", participant="NGO")


def test_row_02_a_delegation_is_known_by_everyday_names_and_by_those_of_the_pack() -> None:
    chamber = Chamber()
    chamber.open_floor()
    refusal = chamber.refused("register", delegation="Ivory Coast", participant="State party")
    assert "Côte d\u2019Ivoire is registered already" in refusal.why
