"""Delegations align themselves with a statement made on behalf of a group (row 31)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.speakers.alignment import aligned_with
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from tests.chamber import DELEGATIONS, Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The European Union waits to speak for its members, Nigeria for the African Group, Niger."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("EU", on_behalf_of="the European Union and its member States")
    chamber.inscribe("Nigeria", on_behalf_of="the African Group")
    chamber.inscribe("Niger")
    return chamber


def aligned(chamber: Chamber) -> list[str]:
    return [one.delegation for one in chamber.conference.alignments]


def test_row_31_a_delegation_aligns_itself_with_the_statement_being_made(chamber: Chamber) -> None:
    chamber.speak(30)
    before = chamber.conference
    (done,) = chamber.do("align", delegation="Türkiye")
    assert done.sentence(before) == (
        "Türkiye aligned itself with the statement of the European Union "
        "on behalf of the European Union and its member States."
    )
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert aligned_with(chamber.conference, floor.entry) == ("TUR",)
    chamber.do("undo")
    assert chamber.conference == before
    chamber.do("redo")
    assert aligned(chamber) == ["TUR"]


def test_row_31_with_the_last_heard_of_a_group_when_nobody_speaks(chamber: Chamber) -> None:
    for _ in range(3):
        chamber.speak(30)
    chamber.do("end-statement")
    (done,) = chamber.do("align", delegation="Türkiye")
    heard = [one.entry for one in chamber.conference.statements if one.entry is not None]
    assert [one.delegation for one in heard if done.entry == one.id] == ["NGA"]  # type: ignore[attr-defined]


def test_row_31_with_one_that_waits_as_long_as_it_speaks_for_a_group(chamber: Chamber) -> None:
    chamber.do("align", delegation="Guinea", entry="African")
    chamber.do("align", delegation="Türkiye", entry="Nigeria")
    entry = chamber.entry("NGA")
    assert aligned_with(chamber.conference, entry) == ("GIN", "TUR")
    assert aligned_with(chamber.conference, chamber.entry("EU")) == ()
    chamber.do("edit", entry="Nigeria", on_behalf_of="")
    assert aligned_with(chamber.conference, chamber.entry("NGA")) == ()


def test_row_31_only_with_a_group_once_and_not_with_oneself(chamber: Chamber) -> None:
    number = str(chamber.entry("NER").id)
    assert (
        "does not speak on behalf of a group"
        in chamber.refused("align", delegation="Guinea", entry=number).why
    )
    assert (
        "Nobody speaks on behalf of a group under “Niger”"
        in chamber.refused("align", delegation="Guinea", entry="Niger").why
    )
    assert "Nobody has spoken" in chamber.refused("align", delegation="Guinea").why
    assert (
        "makes that statement itself"
        in chamber.refused("align", delegation="Nigeria", entry="African Group").why
    )
    chamber.do("align", delegation="Guinea", entry="African Group")
    refusal = chamber.refused("align", delegation="Guinea", entry="African Group")
    assert refusal.why.endswith("on behalf of the African Group already.")
    assert (
        "There is no statement 999"
        in chamber.refused("align", delegation="Guinea", entry="999").why
    )


def test_row_31_for_states_registered_and_another_only_by_way_of_exception(
    chamber: Chamber,
) -> None:
    assert "not registered" in chamber.refused("align", delegation="Palau", entry="African").why
    refusal = chamber.refused("align", delegation="INTERPOL", entry="African")
    assert "takes part as an IGO" in refusal.why and refusal.remedy == "override"
    refusal = chamber.refused("align", delegation="INTERPOL, Guinea, Palau", entry="African")
    assert refusal.why.endswith("takes part as an IGO. Also refused: Palau.")
    assert refusal.remedy == "override" and aligned(chamber) == []
    chamber.do("align", delegation="INTERPOL", entry="African", override="The President allows it")
    assert aligned(chamber) == ["INTERPOL"]


def test_row_31_an_alignment_is_withdrawn_again(chamber: Chamber) -> None:
    refusal = chamber.refused("withdraw-alignment", delegation="Guinea")
    assert refusal.why == "Guinea is aligned with no statement on this item."
    chamber.do("align", delegation="Guinea", entry="African")
    chamber.do("align", delegation="Guinea", entry="European")
    chamber.do("withdraw-alignment", delegation="Guinea")
    assert [one.entry for one in chamber.conference.alignments] == [chamber.entry("NGA").id]
    refusal = chamber.refused("withdraw-alignment", delegation="Guinea", entry="European")
    assert "Guinea is not aligned with the statement of the European Union" in refusal.why
    chamber.do("withdraw-alignment", delegation="Guinea", entry="African")
    assert aligned(chamber) == []


def test_row_31_and_4_the_committee_hears_of_parties_and_signatories_only(chamber: Chamber) -> None:
    number = str(chamber.entry("NGA").id)
    chamber.do("convene-committee")
    assert (
        "is for parties and signatories"
        in chamber.refused("align", delegation="Tuvalu", entry=number).why
    )


def test_row_31_several_align_themselves_in_one_act(chamber: Chamber) -> None:
    chamber.speak(5)
    events = chamber.do("align", delegation="Türkiye, Guinea, NER, ner,")
    assert [event.kind for event in events] == ["aligned"] * 3
    assert [one.delegation for one in chamber.conference.alignments] == ["TUR", "GIN", "NER"]
    chamber.do("undo")
    assert chamber.conference.alignments == (), "one undo takes all of them back"


def test_row_31_of_several_all_are_recorded_or_none(chamber: Chamber) -> None:
    chamber.speak(5)
    assert "Palau" in chamber.refused("align", delegation="Türkiye, Palau").why
    assert "Atlantis" in chamber.refused("align", delegation="Türkiye, Atlantis").why
    assert "No delegation was named" in chamber.refused("align", delegation=", ,").why
    refusal = chamber.refused("align", delegation="Türkiye, Sample Watch")
    assert refusal.remedy == "override" and "Sample Watch" in refusal.why


def test_row_31_a_hundred_states_join_one_statement() -> None:
    names = [f"Sample Republic of the Northern Shore {number:03}" for number in range(100)]
    states = tuple(
        Delegation(f"S{number:03}", name, ParticipantClass.STATE_PARTY)
        for number, name in enumerate(names)
    )
    chamber = Chamber(delegations=(*DELEGATIONS, *states))
    chamber.open_floor()
    chamber.inscribe("Nigeria", on_behalf_of="the African Group")
    chamber.speak(10)
    joined = ", ".join(names)
    assert len(joined) > 4000
    chamber.do("align", delegation=joined)
    assert len(chamber.conference.alignments) == 100
    chamber.do("withdraw-alignment", delegation=", ".join(names[50:]))
    assert len(chamber.conference.alignments) == 50
    chamber.do("undo")
    chamber.do("undo")
    assert chamber.conference.alignments == ()
