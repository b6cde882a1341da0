"""A statement is corrected after it was made: the record shows the corrected, the journal both."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.floor.statement_corrections import who_made
from plenary_tui.procedure.state.conference import Statement
from plenary_tui.procedure.state.vocabulary import Explanation, Language, Tier
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The Secretariat, Niger (as Ada), Guinea and Türkiye in reply were heard; Nigeria waits."""
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("give-floor", to="secretariat")
    chamber.do("start-clock")
    chamber.do("end-statement")
    chamber.open_floor()
    chamber.inscribe("Niger", speaker="Ada", function="")
    chamber.inscribe("Guinea", "Nigeria")
    for _ in range(2):
        chamber.speak(60)
    chamber.do("end-statement")
    chamber.do("request-reply", delegation="Türkiye")
    chamber.do("grant-reply", override="at once")
    chamber.do("start-clock")
    chamber.clock.advance(30)
    chamber.do("end-statement")
    return chamber


def made(chamber: Chamber, place: int) -> Statement:
    return chamber.conference.statements[place]


def test_a_speaker_is_corrected_and_what_was_recorded_is_kept(chamber: Chamber) -> None:
    before = chamber.conference
    (corrected,) = chamber.do(
        "correct-statement", number="1", speaker="Bob", function="Minister", language="fr"
    )
    assert corrected.sentence(before) == (
        "The statement of the Niger (1st plenary meeting, 10:03) was corrected: speaker from “Ada” "
        "to “Bob”; function from none to “Minister”; language from none to “French”."
    )
    now = made(chamber, 1)
    assert now.entry is not None and now.entry.speaker == "Bob"
    assert now.entry.language is Language.FRENCH
    (kept,) = now.corrections
    assert kept.entry is not None and kept.entry.speaker == "Ada"
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference.statements == before.statements
    chamber.do("redo")
    assert made(chamber, 1) == now
    before = chamber.conference
    (corrected,) = chamber.do("correct-statement", number="Secretariat", speaker="Ms. Sample")
    assert corrected.sentence(before).startswith("The statement of the Secretariat (1st plenary ")


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("", 3),
        ("1", 1),
        ("2", 2),
        ("Niger", 1),
        ("Secretariat", 0),
        ("the Secretariat", None),
        ("#3", 2),
        ("tur", 3),
    ],
)
def test_it_is_named_as_the_record_has_it(chamber: Chamber, number: str, place: int | None) -> None:
    if place is None:
        assert chamber.refused("correct-statement", number=number, speaker="Eve")
        return
    chamber.do("correct-statement", number=number, speaker="Eve")
    assert [bool(one.corrections) for one in chamber.conference.statements].index(True) == place


def test_who_spoke_several_times_is_asked_about(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Türkiye")
    chamber.do("grant-reply", override="at once")
    chamber.do("start-clock")
    chamber.do("end-statement")
    refusal = chamber.refused("correct-statement", number="Türkiye", speaker="Eve")
    assert refusal.why.startswith("“Türkiye” spoke several times: #4 (reply, 10:")
    chamber.do("correct-statement", number="#5", speaker="Eve")
    assert made(chamber, 4).person.speaker == "Eve"


def test_another_delegation_spoke(chamber: Chamber) -> None:
    chamber.do("correct-statement", number="2", delegation="Nigeria")
    now = made(chamber, 2)
    assert now.whose == "NGA" and now.entry is not None and now.entry.tier is Tier.STATES
    chamber.do("correct-statement", number="2", delegation="Sample Watch")
    assert made(chamber, 2).entry.tier is Tier.NGOS  # type: ignore[union-attr]
    assert [kept.entry.delegation for kept in made(chamber, 2).corrections if kept.entry] == [
        "GIN", "NGA",
    ]  # fmt: skip
    chamber.do("correct-statement", number="Türkiye", delegation="Guinea")
    assert made(chamber, 3).whose == "GIN"
    assert "not registered" in chamber.refused("correct-statement", delegation="Palau").why


def test_group_and_explanation_are_of_statements_from_a_list(chamber: Chamber) -> None:
    chamber.do("correct-statement", number="1", on_behalf_of="the EU", explains="after")
    entry = made(chamber, 1).entry
    assert entry is not None and entry.on_behalf_of == "the EU"
    assert entry.explains is Explanation.AFTER
    chamber.do("correct-statement", number="1", explains="")
    assert made(chamber, 1).entry.explains is None  # type: ignore[union-attr]
    refusal = chamber.refused("correct-statement", number="Secretariat", on_behalf_of="the EU")
    assert "no on behalf of to correct" in refusal.why
    assert (
        "no delegation"
        in chamber.refused("correct-statement", number="Secretariat", delegation="Niger").why
    )


def test_what_is_not_there_is_not_corrected(chamber: Chamber) -> None:
    assert "would change" in chamber.refused("correct-statement", number="1", speaker="Ada").why
    assert "has no No. 9" in chamber.refused("correct-statement", number="9", speaker="A").why
    assert "no statement #9" in chamber.refused("correct-statement", number="#9", speaker="A").why
    refusal = chamber.refused("correct-statement", number="Nigeria", speaker="A")
    assert refusal.why == "Nigeria made no statement at that meeting."
    why = chamber.refused("correct-statement", meeting=9, speaker="A").why
    assert why == "No statement was made at the 9th plenary meeting."
    assert Chamber().refused("correct-statement", speaker="A").why == "No meeting was opened yet."


def test_it_is_corrected_after_the_meeting_and_in_another(chamber: Chamber) -> None:
    chamber.do("adjourn-meeting")
    chamber.do("correct-statement", number="2", speaker="Eve")
    chamber.open_meeting(14, 15)
    assert chamber.refused("correct-statement", number="2", speaker="Ada")
    chamber.do("correct-statement", number="2", meeting=1, speaker="Ada")
    now = made(chamber, 2)
    assert now.entry is not None and now.entry.speaker == "Ada"
    assert len(now.corrections) == 2 and who_made(chamber.conference, now) == "Guinea"
