"""A vote as it is given: no more votes than there are parties, and by name if it is recorded so."""

from __future__ import annotations

from collections.abc import Mapping

from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.naming import find_delegations, for_each
from plenary_tui.procedure.ground.taking_part import PARTIES, parties, require_registered
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import field
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.text import Names

SIDES = (
    ("in_favour", "voted_for", "in favour"),
    ("against", "opposed", "against"),
    ("abstaining", "abstained", "abstaining"),
)
"""The sides of a vote: the fields of its number and of its names, and the words for it."""


class Voting(Command, kw_only=True):
    """Records a vote: by its numbers, by name, or by both, which must agree."""

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    voted_for: Names = field(default="", name="for")
    opposed: Names = ""
    abstained: Names = ""

    @classmethod
    def put_right(cls, given: Mapping[str, object]) -> Mapping[str, object]:
        """Names that stand where a number may are taken for names."""
        taken = dict(given)
        for number, names, _ in SIDES[1:]:  # of those in favour names are never numbers: --for
            said = taken.get(number)
            if isinstance(said, str) and _is_names(said) and not taken.get(names):
                taken[names] = taken.pop(number)
        return taken

    def tally(self, conference: Conference) -> Tally | None:
        """The vote as given, None if nothing was; raises `Refused` if it cannot be right."""
        by_name = [_voters(conference, getattr(self, names), words) for _, names, words in SIDES]
        _require_once(conference, by_name)
        numbers = [getattr(self, number) for number, _, _ in SIDES]
        if any(by_name):
            numbers = [
                _agreed(number, len(voters), words)
                for number, voters, (_, _, words) in zip(numbers, by_name, SIDES, strict=True)
            ]
        return tally_of(conference, *numbers, *by_name)


def _is_names(text: str) -> bool:
    return any(one.isalpha() for one in text)


def _voters(conference: Conference, text: str, words: str) -> tuple[str, ...]:
    """The parties named on one side; raises `Refused` for any other delegation."""
    if not text:
        return ()

    def voter(one: Delegation) -> str:
        if one.participant not in PARTIES:
            raise Refused(
                f"Only parties vote; {one.name} takes part as {one.participant.described}.",
                f"Leave it out of those {words}.",
            )
        require_registered(one, "it does not vote")
        return one.id

    return for_each(find_delegations(conference, text), voter)


def _require_once(conference: Conference, by_name: list[tuple[str, ...]]) -> None:
    """Nobody votes on two sides; raises `Refused`."""
    sides: dict[str, str] = {}
    for voters, (_, _, words) in zip(by_name, SIDES, strict=True):
        for one in voters:
            if one in sides:
                delegation = conference.delegation(one)
                name = delegation.name if delegation else one
                raise Refused(f"{name} is named {sides[one]} and {words}.", "Name it once.")
            sides[one] = words


def _agreed(number: int | None, named: int, words: str) -> int:
    """The number of a side, which the names make up; raises `Refused` where they do not."""
    if number is not None and number != named:
        raise Refused(
            f"{number} were counted {words}, and {named} {'is' if named == 1 else 'are'} named.",
            "Compare the names with the count, and correct one of them.",
        )
    return named


def tally_of(
    conference: Conference,
    in_favour: int | None,
    against: int | None,
    abstaining: int | None,
    names_for: tuple[str, ...] = (),
    names_against: tuple[str, ...] = (),
    names_abstaining: tuple[str, ...] = (),
) -> Tally | None:
    """The vote as given, None if no number was; raises `Refused` if it cannot be right."""
    if in_favour is None and against is None and abstaining is None:
        return None
    if in_favour is None or against is None:
        missing = "in favour" if in_favour is None else "against"
        raise Refused(
            f"The number of votes {missing} is missing.", f"Give it, 0 if nobody voted {missing}."
        )
    tally = Tally(in_favour, against, abstaining or 0, names_for, names_against, names_abstaining)
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
