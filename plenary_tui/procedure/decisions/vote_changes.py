"""What of a vote became another when it was corrected: its numbers, and who voted otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plenary_tui.procedure.ground.votes import SIDES
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Tally

BY_NAME = {True: "by name", False: "not by name"}
"""What is said where the numbers are the same, and names were added or taken away."""
DID_NOT_VOTE = "did not vote"


class VoteChange(NamedTuple):
    """One thing of a vote that became another.

    Attributes:
        whose: the name of whoever voted otherwise; "" for the numbers of the vote.
        was, now: before and since.
    """

    whose: str
    was: str
    now: str


def vote_changes(
    conference: Conference, was: Tally, now: Tally, outcomes: tuple[str, str] = ("", "")
) -> Iterator[VoteChange]:
    """What became another, the numbers first.

    Args:
        outcomes: what the vote decided before and since, in words.
    """
    said = [str(was), str(now)]
    if said[0] == said[1] and was.recorded is not now.recorded:
        said = [BY_NAME[was.recorded], BY_NAME[now.recorded]]
    if outcomes[0] != outcomes[1]:
        said = [f"{outcome}, {words}" for outcome, words in zip(outcomes, said, strict=True)]
    if said[0] != said[1]:
        yield VoteChange("", *said)
    if was.recorded and now.recorded:
        yield from _otherwise(conference, _sides(was), _sides(now))


def _otherwise(
    conference: Conference, was: dict[str, str], now: dict[str, str]
) -> Iterator[VoteChange]:
    """Who voted otherwise, in the order of the conference's delegations."""
    for one in conference.delegations:
        before, since = (sides.get(one.id, DID_NOT_VOTE) for sides in (was, now))
        if before != since:
            yield VoteChange(one.name, before, since)


def _sides(vote: Tally) -> dict[str, str]:
    """How each voted, in words, by id."""
    sides = zip(SIDES, vote.by_name, strict=True)
    return {one: words for (_, _, words), voters in sides for one in voters}
