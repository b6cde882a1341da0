"""The quorum: a third of the parties to open and debate, a majority to decide (rule 25).

Nothing is refused while nobody has counted. A count holds until the sitting ends.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.taking_part import PARTIES, parties
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.policies import QuorumBases
from plenary_tui.procedure.state.proceedings import Presence, Tally
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import QuorumBase, QuorumFor

SHARES = {QuorumFor.DEBATE: "one third", QuorumFor.DECIDE: "a majority"}
"""The share of its base that each quorum is, in words."""


def base_of(conference: Conference, needed_for: QuorumFor) -> QuorumBase:
    """Of what a quorum is a share."""
    bases = conference.quorum
    return bases.debate if needed_for is QuorumFor.DEBATE else bases.decide


def size_of(conference: Conference, base: QuorumBase) -> int:
    """How many parties a base counts."""
    if base is QuorumBase.TAKING_PART:
        return parties(conference)
    return sum(delegation.participant in PARTIES for delegation in conference.delegations)


def quorum(conference: Conference, needed_for: QuorumFor) -> int:
    """How many parties must be present: at least a third of the base, or more than half."""
    base = size_of(conference, base_of(conference, needed_for))
    return -(-base // 3) if needed_for is QuorumFor.DEBATE else base // 2 + 1


def presence(conference: Conference) -> Presence | None:
    """The count that holds; None if nobody has counted since the last sitting ended."""
    counted = conference.presence
    if counted is None or counted.sittings != len(conference.meetings):
        return None
    return counted


def lacks(conference: Conference, needed_for: QuorumFor) -> str:
    """Why there is no quorum, in a sentence; "" if there is, or if nobody has counted."""
    counted = presence(conference)
    needed = quorum(conference, needed_for)
    if counted is None or counted.present >= needed:
        return ""
    base = base_of(conference, needed_for)
    return (
        f"{counted.present} parties were counted as present; to {needed_for} {needed} are needed, "
        f"{SHARES[needed_for]} of the {size_of(conference, base)} {_named(base)}."
    )


def outnumbers(conference: Conference, vote: Tally | None) -> str:
    """Why a vote cannot be right beside the count that holds, in a sentence; "" if it can."""
    counted = presence(conference)
    if counted is None or vote is None:
        return ""
    cast = vote.voting + vote.abstaining
    if cast <= counted.present:
        return ""
    return f"{cast} votes were counted, and {counted.present} parties were counted as present."


def _named(base: QuorumBase) -> str:
    return "parties" if base is QuorumBase.ALL_PARTIES else base.value


def explained(conference: Conference, needed_for: QuorumFor) -> str:
    """A quorum in words, e.g. `44 to open and debate (one third of the 131 parties ...)`."""
    base = base_of(conference, needed_for)
    whole = f"{SHARES[needed_for]} of the {size_of(conference, base)} {_named(base)}"
    return f"{quorum(conference, needed_for)} to {needed_for} ({whole})"


class PresenceCounted(Event):
    """The parties present were counted."""

    kind: ClassVar[str] = "presence counted"

    present: int

    def apply(self, conference: Conference) -> Conference:
        counted = Presence(self.present, self.at.utc, len(conference.meetings))
        return replace(conference, presence=counted)

    def sentence(self, before: Conference) -> str:
        enough = [one.value for one in QuorumFor if self.present >= quorum(before, one)]
        what = f"enough to {' and to '.join(enough)}" if enough else "no quorum"
        return f"{self.present} parties are present: {what}."


class CountPresent(Command):
    """Record how many parties are present (rule 25)."""

    act: ClassVar[str] = "count-present"

    present: int

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        most = parties(conference)
        if not 0 <= self.present <= most:
            raise Refused(
                f"{self.present} parties cannot be present: {most} are registered.", "Count again."
            )
        counted = presence(conference)
        if counted is not None and counted.present == self.present:
            raise Refused(f"{self.present} parties were counted already.", "Nothing has changed.")
        return (PresenceCounted(at=at, present=self.present),)


class QuorumBaseSet(Event):
    """It was decided of what the quorums are shares."""

    kind: ClassVar[str] = "quorum base set"

    debate: QuorumBase
    decisions: QuorumBase
    decision: str = ""

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, quorum=QuorumBases(self.debate, self.decisions))

    def sentence(self, before: Conference) -> str:
        why = f" ({self.decision})" if self.decision else ""
        return (
            f"The quorum is one third of the {_named(self.debate)} to debate, "
            f"a majority of the {_named(self.decisions)} to decide{why}."
        )


class SetQuorumBase(Command):
    """Set of what the quorums are shares: the parties taking part, or all parties."""

    act: ClassVar[str] = "set-quorum-base"

    to_debate: QuorumBase | None = None
    to_decide: QuorumBase | None = None
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        before = conference.quorum
        bases = QuorumBases(self.to_debate or before.debate, self.to_decide or before.decide)
        if bases == before:
            raise Refused("The quorums are shares of that already.", "Name another base.")
        return (
            QuorumBaseSet(
                at=at, debate=bases.debate, decisions=bases.decide, decision=self.decision
            ),
        )
