"""What a correction of a vote made another: its numbers, what it decided, who voted otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, assert_never

from plenary_tui.procedure.ground.votes import SIDES
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import (
    Decision,
    MotionOutcome,
    Ruling,
    Tally,
    TallyCorrection,
    VoteCorrection,
)

Votable = Decision | MotionOutcome | Ruling
"""What may have been put to the vote: a draft, a motion, an appeal against a ruling."""

BY_NAME = {True: "by name", False: "not by name"}
"""What is said where the numbers are the same, and names were added or taken away."""
DID_NOT_VOTE = "did not vote"


class CorrectedVote(NamedTuple):
    """One correction of a vote.

    Attributes:
        kept: what was recorded before, when it was corrected and why.
        since: the vote as it was corrected.
        decided: what it decided before and since, in words.
    """

    kept: TallyCorrection | VoteCorrection
    since: Tally
    decided: tuple[str, str]


def corrected_votes(one: Votable) -> Iterator[CorrectedVote]:
    """Each correction of a vote, the first one first."""
    now = vote_on(one)
    if now is None:
        return
    corrections: Sequence[TallyCorrection | VoteCorrection] = one.corrections
    votes = [*(kept.was for kept in corrections), now]
    match one:
        case Decision():
            decided = [*(str(kept.outcome) for kept in one.corrections), str(one.outcome)]
        case MotionOutcome():
            decided = [motion_decided(vote) for vote in votes]
        case Ruling():
            decided = [appeal_decided(vote) for vote in votes]
        case _:
            assert_never(one)
    for kept, since, words in zip(corrections, votes[1:], pairwise(decided), strict=True):
        yield CorrectedVote(kept, since, words)


def vote_on(one: Votable) -> Tally | None:
    """The vote as it stands; None where there was none."""
    if isinstance(one, Ruling):
        return one.appeal.vote if one.appeal is not None else None
    return one.vote


def motion_decided(vote: Tally) -> str:
    """What a vote decided on a motion, in a word."""
    return "carried" if vote.carried else "rejected"


def appeal_decided(vote: Tally) -> str:
    """What a vote decided on an appeal, in a word: what becomes of the ruling."""
    return "overturned" if vote.carried else "stands"


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
