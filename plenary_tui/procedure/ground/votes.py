"""Who votes, and a tally as it is given: parties only, and no more votes than parties."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import find_delegation
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.vocabulary import ParticipantClass

PARTIES = frozenset({ParticipantClass.STATE_PARTY, ParticipantClass.REIO_PARTY})
"""The classes that raise points of order, move motions and vote."""


def parties(conference: Conference) -> int:
    """How many parties are registered."""
    return sum(one.registered and one.participant in PARTIES for one in conference.delegations)


def find_party(conference: Conference, text: str, what: str) -> Delegation:
    """The party that `text` names; raises `Refused` for any other, saying that it cannot `what`."""
    delegation = find_delegation(conference, text)
    if delegation.participant not in PARTIES:
        raise Refused(
            f"Only States parties {what}; {delegation.name} takes part as "
            f"{delegation.participant.described}.",
            "The President may take up its concern otherwise.",
        )
    if not delegation.registered:
        raise Refused(
            f"{delegation.name} is not registered for this conference, so it takes no part.",
            "Register it as a late delegation first (register).",
        )
    return delegation


def tally_of(
    conference: Conference, in_favour: int | None, against: int | None, abstaining: int | None
) -> Tally | None:
    """The vote as given, None if no number was; raises `Refused` if it cannot be right."""
    if in_favour is None and against is None and abstaining is None:
        return None
    if in_favour is None or against is None:
        missing = "in favour" if in_favour is None else "against"
        raise Refused(
            f"The number of votes {missing} is missing.", f"Give it, 0 if nobody voted {missing}."
        )
    tally = Tally(in_favour, against, abstaining or 0)
    if min(tally.in_favour, tally.against, tally.abstaining) < 0:
        raise Refused("A vote is counted from 0; one of the numbers is negative.", "Count again.")
    cast, voters = tally.voting + tally.abstaining, parties(conference)
    if cast > voters:
        raise Refused(
            f"{cast} votes were counted, and only {voters} parties are registered.", "Count again."
        )
    if not tally.voting:
        raise Refused("Nobody voted in favour or against.", "Give the numbers of the vote.")
    return tally
