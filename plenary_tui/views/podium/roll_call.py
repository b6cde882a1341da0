"""A vote by name as it is keyed in, State after State: who voted how so far, and what it comes to.

Nothing of it is in the journal: it becomes one act when it is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from plenary_tui.procedure.ground.naming import search_delegations
from plenary_tui.procedure.ground.taking_part import PARTIES
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import Value, field, replace
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.text import folded


class Said(StrEnum):
    """What a State says when it is called."""

    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"


_COUNTED = {Said.YES: "yes", Said.NO: "no", Said.ABSTAINS: "abstaining"}
FIELDS = {Said.YES: "voted_for", Said.NO: "opposed", Said.ABSTAINS: "abstained"}
"""Where names stand in an act that records a vote."""


def called(conference: Conference) -> tuple[Delegation, ...]:
    """The parties that are registered, as they are called: by the alphabet of their short names."""
    voting = (one for one in conference.delegations if one.registered)
    return tuple(
        sorted((one for one in voting if one.participant in PARTIES), key=lambda one: _place(one))
    )


def as_voted(vote: Tally) -> dict[str, Said]:
    """Who voted how where that was recorded, by id."""
    sides = zip(Said, vote.by_name, strict=True)
    return {one: said for said, voters in sides for one in voters}


def _place(one: Delegation) -> str:
    return folded(one.name)


class RollCall(Value):
    """Who voted how so far, by id; each step can be taken back.

    Attributes:
        before: as it was a step earlier; None at the beginning.
        at: whose turn it is, by its place in the roll.
    """

    roll: tuple[Delegation, ...]
    votes: Mapping[str, Said] = field(default_factory=dict)
    at: int = 0
    before: RollCall | None = None

    @property
    def ids(self) -> frozenset[str]:
        """Who is called."""
        return frozenset(one.id for one in self.roll)

    def says(self, said: Said | None) -> RollCall:
        """The one whose turn it is votes, or with None does not; it is the next one's turn."""
        if not self.roll:
            return self
        votes = {**self.votes, self.roll[self.at].id: said}
        kept = {who: how for who, how in votes.items() if how is not None}
        return replace(self, votes=kept, at=(self.at + 1) % len(self.roll), before=self)

    def back(self) -> RollCall:
        """As it was before the last step; the same at the beginning."""
        return self.before or self

    def goes_to(self, place: int) -> RollCall:
        """The turn of the one at another place, without a step."""
        return replace(self, at=max(0, min(len(self.roll) - 1, place)))

    def among(self, roll: tuple[Delegation, ...]) -> RollCall:
        """The same with another roll: whoever has left it has no vote, and no step goes back.

        The turn stays with whoever has it.
        """
        if roll == self.roll:
            return self
        ids = [one.id for one in roll]
        whose = self.roll[self.at].id if self.roll else ""
        votes = {who: how for who, how in self.votes.items() if who in ids}
        return RollCall(roll, votes, ids.index(whose) if whose in ids else 0)

    def followed(self, was: Mapping[str, Said], now: Mapping[str, Said]) -> RollCall:
        """The same where the vote on record became another: only what was keyed in differs from it.

        No step goes back behind that.

        Args:
            was, now: who voted how on record, by id.
        """
        if was == now:
            return self
        everyone = {*self.votes, *was, *now}
        keyed = {who: self.votes.get(who) for who in everyone}
        said = {who: how if how is not was.get(who) else now.get(who) for who, how in keyed.items()}
        votes = {who: how for who, how in said.items() if how is not None}
        return RollCall(self.roll, votes, self.at)

    def place_of(self, conference: Conference, text: str) -> int | None:
        """The place of the one that letters mean: whose name begins so, else the likeliest."""
        letters = folded(text).strip()
        if not letters:
            return None
        names = [folded(one.name) for one in self.roll]
        begins = next((place for place, name in enumerate(names) if name.startswith(letters)), None)
        if begins is not None:
            return begins
        ids = [one.id for one in self.roll]
        found = (one.id for one in search_delegations(conference, text))
        return next((ids.index(one) for one in found if one in ids), None)

    def count(self, said: Said) -> int:
        """How many voted so."""
        return sum(one is said for one in self.votes.values())

    @property
    def line(self) -> str:
        """What it comes to: `12 yes, 3 no, 1 abstaining; 115 of 131 did not vote`."""
        left = len(self.roll) - len(self.votes)
        parts = [f"{self.count(said)} {words}" for said, words in _COUNTED.items()]
        return f"{', '.join(parts)}; {left} of {len(self.roll)} did not vote"

    def names(self, recorded: Mapping[str, Said] | None = None) -> dict[str, str]:
        """The fields of an act that records it: the codes of each side, parted by commas.

        Args:
            recorded: who voted how on record, by id: they are left out where nothing else is said.
        """
        known = recorded or {}
        said = {one.id: self.votes.get(one.id) for one in self.roll}
        return {
            name: ", ".join(who for who, how in said.items() if how is vote is not known.get(who))
            for vote, name in FIELDS.items()
        }
