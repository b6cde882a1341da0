"""A tally as it is given: no more votes than there are parties."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.taking_part import parties
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Tally


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
