"""Who takes part in what: registered delegations in all, parties and signatories in some (rule 2).

A refusal says what the delegation cannot do, and what it takes part as.
"""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import find_delegation
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass

PARTIES = frozenset({ParticipantClass.STATE_PARTY, ParticipantClass.REIO_PARTY})
"""The classes that raise points of order, move motions and vote."""
PARTIES_AND_SIGNATORIES = PARTIES | {ParticipantClass.SIGNATORY_STATE}
DRAFTERS = PARTIES_AND_SIGNATORIES
"""The classes that table and sponsor drafts (rule 3)."""


def parties(conference: Conference) -> int:
    """How many parties are registered."""
    return sum(one.registered and one.participant in PARTIES for one in conference.delegations)


def require_registered(delegation: Delegation, so: str) -> None:
    """Only registered participants attend (rule 2); raises `Refused`.

    Args:
        so: what follows for one that is not, e.g. `it cannot be inscribed`.
    """
    if not delegation.registered:
        raise Refused(
            f"{delegation.name} is not registered for this conference, so {so}.",
            "Register it as a late delegation first (register).",
        )


def find_party(conference: Conference, text: str, what: str) -> Delegation:
    """The party that `text` names; raises `Refused` for any other, saying that it cannot `what`."""
    delegation = find_delegation(conference, text)
    if delegation.participant not in PARTIES:
        raise Refused(
            f"Only States parties {what}; {delegation.name} takes part as "
            f"{delegation.participant.described}.",
            "The President may take up its concern otherwise.",
        )
    require_registered(delegation, "it takes no part")
    return delegation


def require_drafter(delegation: Delegation) -> None:
    """Only parties and signatories table and sponsor drafts (rule 3); raises `Refused`."""
    if delegation.participant not in DRAFTERS:
        raise Refused(
            f"Only parties and signatories table and sponsor drafts; {delegation.name} takes part "
            f"as {delegation.participant.described}.",
            "A party or a signatory may sponsor it.",
        )
    require_registered(delegation, "it sponsors no draft")
