"""The vote on a draft is corrected after it was recorded: nothing is rewritten, both stand."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Event, Refused, require_confirmed
from plenary_tui.procedure.ground.drafts import find_document, label_decided, label_of, opening
from plenary_tui.procedure.ground.votes import Voting
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Decision, Tally, VoteCorrection
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Outcome


class VoteCorrected(Event):
    """The vote of a decision was corrected; `decision` is its number, from 1, as they were taken.

    The outcome is the one that the corrected numbers have.
    """

    kind: ClassVar[str] = "vote corrected"

    decision: int
    vote: Tally
    outcome: Outcome
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        place = self.decision - 1
        old = conference.decisions[place]
        assert old.vote is not None
        kept = VoteCorrection(self.at.utc, old.vote, old.outcome, self.reason)
        new = replace(
            old, vote=self.vote, outcome=self.outcome, corrections=(*old.corrections, kept)
        )
        decisions = (*conference.decisions[:place], new, *conference.decisions[place + 1 :])
        return replace(conference, decisions=decisions)

    def sentence(self, before: Conference) -> str:
        if self.decision > len(before.decisions):
            return f"The vote of decision {self.decision} was corrected to {self.vote}."
        old = before.decisions[self.decision - 1]
        why = f" ({self.reason})" if self.reason else ""
        label = label_decided(before, old)
        if old.vote is not None and _numbers(old.vote) == _numbers(self.vote):
            return f"Who voted how on {label} was recorded by name{why}."
        flipped = f"; {label} is {self.outcome}" if self.outcome is not old.outcome else ""
        return f"The vote on {label} was corrected from {old.vote} to {self.vote}{flipped}{why}."


def _numbers(vote: Tally) -> tuple[int, int, int]:
    return vote.in_favour, vote.against, vote.abstaining


class CorrectVote(Voting):
    """Correct the vote that was taken on a draft, or add who voted how; both stay in the journal.

    Where the outcome becomes another one, or names would be lost, that is to be confirmed.
    """

    act: ClassVar[str] = "correct-vote"

    document: Line = ""
    reason: Line = ""
    confirm: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        number, decision = self._decision(conference)
        vote = self.tally(conference)
        if vote is None:
            raise Refused("The vote has no numbers.", "Give those in favour and against.")
        label = label_decided(conference, decision)
        if vote == decision.vote:
            raise Refused(f"Nothing about the vote on {label} would change.")
        assert decision.majority is not None and decision.vote is not None
        if decision.vote.recorded and not vote.recorded:
            require_confirmed(
                self.confirm,
                f"It is recorded who voted how on {label}, and numbers alone take the names away.",
                "Give the names with the correction, or confirm it.",
            )
        outcome = Outcome.ADOPTED if vote.reaches(decision.majority) else Outcome.REJECTED
        if outcome is not decision.outcome:
            require_confirmed(
                self.confirm,
                f"With {vote}, {label} is {outcome}; it was recorded as {decision.outcome}.",
                "Compare the numbers, or confirm it.",
            )
        return (
            VoteCorrected(at=at, decision=number, vote=vote, outcome=outcome, reason=self.reason),
        )

    def _decision(self, conference: Conference) -> tuple[int, Decision]:
        """The last vote on the draft that is meant, else the last vote; raises `Refused`."""
        document = find_document(conference, self.document) if self.document else None
        numbered = list(enumerate(conference.decisions, start=1))
        for number, one in reversed(numbered):
            if one.vote is not None and (document is None or one.document == document.number):
                return number, one
        if document is None:
            raise Refused("No draft was put to the vote.", "There is nothing to correct.")
        raise Refused(
            f"{opening(label_of(document))} was not put to the vote.",
            "An action that was recorded by mistake is undone (undo).",
        )
