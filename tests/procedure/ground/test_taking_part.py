"""Who takes part in what: registered (row 2), a drafter (row 3), a party (rows 26 and 33)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.taking_part import (
    DRAFTERS,
    PARTIES,
    find_party,
    parties,
    require_drafter,
    require_registered,
)
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Delegations of every class; Palau, a party, is not registered."""
    return Chamber()


def delegation(chamber: Chamber, code: str) -> Delegation:
    found = chamber.conference.delegation(code)
    assert found is not None
    return found


def test_row_02_one_that_is_not_registered_is_refused_with_what_follows(chamber: Chamber) -> None:
    require_registered(delegation(chamber, "NER"), "it cannot reply")
    with pytest.raises(Refused) as refusal:
        require_registered(delegation(chamber, "PLW"), "it cannot reply")
    why = "Palau is not registered for this conference, so it cannot reply."
    assert refusal.value.why == why and "(register)" in refusal.value.instead


@pytest.mark.parametrize("code", ["NER", "EU", "IRN"])
def test_row_03_parties_and_signatories_draft(chamber: Chamber, code: str) -> None:
    require_drafter(delegation(chamber, code))


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("TUV", "Tuvalu takes part as an observer State"),
        ("INTERPOL", "takes part as an IGO"),
        ("WATCH", "Sample Watch takes part as an NGO"),
        ("PLW", "so it sponsors no draft"),
    ],
)
def test_row_03_any_other_sponsor_is_refused(chamber: Chamber, code: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        require_drafter(delegation(chamber, code))
    assert why in refusal.value.why


def test_row_26_only_registered_parties_are_found(chamber: Chamber) -> None:
    assert find_party(chamber.conference, "Niger", "vote").id == "NER"
    for code, why in (("IRN", "Only States parties vote; Iran"), ("PLW", "so it takes no part")):
        with pytest.raises(Refused) as refusal:
            find_party(chamber.conference, code, "vote")
        assert why in refusal.value.why


def test_a_signatory_drafts_and_does_not_vote(chamber: Chamber) -> None:
    assert {ParticipantClass.SIGNATORY_STATE} == DRAFTERS - PARTIES
    registered = [one for one in chamber.conference.delegations if one.registered]
    assert parties(chamber.conference) == sum(one.participant in PARTIES for one in registered)
