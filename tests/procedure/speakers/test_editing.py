"""An entry is edited and keeps its place (rows 11, 16 and 19)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.conference import Person
from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_row_11_an_edit_does_not_bring_a_delegation_on_a_list_twice(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Nigeria", item="1(f)")
    niger = chamber.entry("NER")
    assert "already" in chamber.refused("edit", entry=f"#{niger.id}", delegation="Nigeria").why
    chamber.do("edit", entry=f"#{niger.id}", delegation="Türkiye")
    assert chamber.waiting() == ["TUR", "NGA"]
    refusal = chamber.refused("edit", entry=f"#{niger.id}", delegation="INTERPOL")
    assert "not among States" in refusal.why and "Withdraw" in refusal.instead
    assert "not registered" in chamber.refused("edit", entry=f"#{niger.id}", delegation="PLW").why


def test_row_16_an_edit_does_not_move_an_entry(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", "Guinea", item="1(f)")
    niger = chamber.entry("NER")
    chamber.do("edit", entry=f"#{niger.id}", rank="minister", language="fr", speaker="Minister")
    assert chamber.waiting() == ["NER", "TUR", "GIN"]
    edited = chamber.entry("NER")
    assert (edited.id, edited.inscribed_at) == (niger.id, niger.inscribed_at)
    assert (edited.speaker, edited.rank.value) == ("Minister", "minister")
    refusal = chamber.refused("edit", entry=f"#{niger.id}", speaker="Minister")
    assert "Nothing about the entry of Niger would change" in refusal.why


def test_row_19_an_entry_inscribed_by_way_of_exception_is_completed_bit_by_bit(
    chamber: Chamber,
) -> None:
    chamber.do("inscribe", delegation="Sample Watch", item="1(f)", override="Name to follow")
    number = str(chamber.entry("WATCH").id)
    chamber.do("edit", entry=number, language="English")
    chamber.do("edit", entry=number, speaker="Sample Speaker 1")
    chamber.do("edit", entry=number, function="Director")
    assert "missing" in chamber.refused("edit", entry=number, function="").why


def test_row_16_a_language_inscribed_in_error_is_taken_away(chamber: Chamber) -> None:
    chamber.open_floor("1(f)")
    chamber.do("inscribe", item="1(f)", delegation="Guinea")
    waits = chamber.conference.list_of("1(f)", Body.PLENARY).waiting[0]
    chamber.do("edit", entry=f"#{waits.id}", language="Arabic")
    chamber.do("edit", entry=f"#{waits.id}", language="")
    assert chamber.conference.list_of("1(f)", Body.PLENARY).waiting[0].language is None


def test_of_whoever_has_the_floor_without_an_entry_the_person_is_corrected(
    chamber: Chamber,
) -> None:
    chamber.open_meeting()
    chamber.do("give-floor", to="secretariat")
    before = chamber.conference
    (named,) = chamber.do("edit", speaker="Ada", function="Chief", language="fr")
    assert named.sentence(before) == "For the Secretariat speaks Ada, Chief, in French."
    floor = chamber.conference.floor
    assert floor is not None and floor.person.speaker == "Ada"
    assert "Nothing" in chamber.refused("edit", speaker="Ada").why
    assert "no on behalf of to correct" in chamber.refused("edit", on_behalf_of="the EU").why
    chamber.do("edit", language="")
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].person == Person("Ada", "Chief")
    chamber.do("undo")
    chamber.do("undo")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.person.language == "French"


def test_who_replies_is_named_and_a_guest_stays_known(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("give-floor", to="guest", name="Ada")
    assert "a name or a function" in chamber.refused("edit", speaker="").why
    chamber.do("end-statement")
    chamber.do("take-up-item", item="1(f)")
    chamber.do("open-floor")
    chamber.do("request-reply", delegation="Niger")
    chamber.do("grant-reply", override="at once")
    before = chamber.conference
    (named,) = chamber.do("edit", speaker="Bob", address="Mr.")
    assert named.sentence(before) == "For Niger speaks Mr. Bob."
