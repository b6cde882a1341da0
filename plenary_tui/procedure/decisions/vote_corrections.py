"""A vote on a draft, a motion or an appeal is corrected afterwards: nothing is rewritten.

Of a motion and an appeal the numbers alone decide, so that no outcome is recorded with them. What
a motion did when it was carried is not taken back by its numbers: that is for `undo`.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.decisions.vote_changes import motion_decided, vote_changes
from plenary_tui.procedure.ground.act import Event, Refused, require_confirmed
from plenary_tui.procedure.ground.drafts import find_document, label_decided, label_of, opening
from plenary_tui.procedure.ground.naming import find_delegation, find_delegations, name_of
from plenary_tui.procedure.ground.votes import SIDES, Voting
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import (
    Decision,
    MotionOutcome,
    Ruling,
    Tally,
    TallyCorrection,
    VoteCorrection,
)
from plenary_tui.procedure.state.text import Line, Names
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import MotionKind, Outcome

NUMBERED = "#"
"""Before the number of a motion, or of a point of order, among all of the conference."""


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
        assert old.vote is not None
        label = label_decided(before, old)
        flipped = f"; {label} is {self.outcome}" if self.outcome is not old.outcome else ""
        return _told(before, label, old.vote, self.vote, flipped, self.reason)


class MotionVoteCorrected(Event):
    """The vote on a motion was corrected; whether it was carried is what the numbers say."""

    kind: ClassVar[str] = "motion vote corrected"

    number: int
    vote: Tally
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        outcomes = tuple(
            self._corrected(one) if one.motion.number == self.number else one
            for one in conference.outcomes
        )
        return replace(conference, outcomes=outcomes)

    def _corrected(self, one: MotionOutcome) -> MotionOutcome:
        assert one.vote is not None
        kept = TallyCorrection(self.at.utc, one.vote, self.reason)
        corrections = (*one.corrections, kept)
        return replace(one, vote=self.vote, carried=self.vote.carried, corrections=corrections)

    def sentence(self, before: Conference) -> str:
        old = next((one for one in before.outcomes if one.motion.number == self.number), None)
        if old is None or old.vote is None:
            return f"The vote on motion {self.number} was corrected to {self.vote}."
        what = f"the motion of {name_of(before, old.motion.delegation)} to {old.motion}"
        flipped = (
            f"; it is {motion_decided(self.vote)}" if self.vote.carried is not old.carried else ""
        )
        return _told(before, what, old.vote, self.vote, flipped, self.reason)


class AppealVoteCorrected(Event):
    """The vote on an appeal was corrected; `number` is that of the point of order."""

    kind: ClassVar[str] = "appeal vote corrected"

    number: int
    vote: Tally
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        rulings = tuple(
            self._corrected(one) if one.point.number == self.number else one
            for one in conference.rulings
        )
        return replace(conference, rulings=rulings)

    def _corrected(self, one: Ruling) -> Ruling:
        assert one.appeal is not None
        kept = TallyCorrection(self.at.utc, one.appeal.vote, self.reason)
        appeal = replace(one.appeal, vote=self.vote)
        return replace(one, appeal=appeal, corrections=(*one.corrections, kept))

    def sentence(self, before: Conference) -> str:
        old = next((one for one in before.rulings if one.point.number == self.number), None)
        if old is None or old.appeal is None:
            return f"The vote on the appeal was corrected to {self.vote}."
        what = f"the appeal of {name_of(before, old.appeal.delegation)}"
        word = "is overturned" if self.vote.carried else "stands"
        flipped = f"; the ruling {word}" if self.vote.carried is not old.appeal.overturns else ""
        return _told(before, what, old.appeal.vote, self.vote, flipped, self.reason)


def _told(
    conference: Conference, what: str, was: Tally, now: Tally, flipped: str, reason: str
) -> str:
    why = f" ({reason})" if reason else ""
    if str(was) != str(now):
        return f"The vote on {what} was corrected from {was} to {now}{flipped}{why}."
    if not was.recorded:
        return f"Who voted how on {what} was recorded by name{why}."
    if not now.recorded:
        return f"Who voted how on {what} is recorded no more{why}."
    names = ", ".join(one.whose for one in vote_changes(conference, was, now))
    return f"Who voted how on {what} was corrected: {names}{why}."


class CorrectVote(Voting):
    """Correct a vote on a draft, a motion or an appeal, or add who voted how; both stay recorded.

    Where it is known who voted how, only those who are named vote otherwise, and the numbers follow
    from all names. Where the outcome becomes another one, or names would be lost, that is to be
    confirmed.
    """

    act: ClassVar[str] = "correct-vote"

    document: Line = ""
    reason: Line = ""
    motion: Line = ""
    appeal: Line = ""
    did_not_vote: Names = ""
    confirm: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if len([one for one in (self.document, self.motion, self.appeal) if one]) > 1:
            raise Refused(
                "One vote is corrected at a time.", "Name the draft, the motion or the appeal."
            )
        if self.motion:
            return (self._of_motion(conference, at),)
        if self.appeal:
            return (self._of_appeal(conference, at),)
        return (self._of_draft(conference, at),)

    def _of_draft(self, conference: Conference, at: Instant) -> VoteCorrected:
        number, decision = self._decision(conference)
        label = label_decided(conference, decision)
        assert decision.majority is not None and decision.vote is not None
        vote = self._corrected(conference, decision.vote, label)
        outcome = Outcome.ADOPTED if vote.reaches(decision.majority) else Outcome.REJECTED
        if outcome is not decision.outcome:
            require_confirmed(
                self.confirm,
                f"With {vote}, {label} is {outcome}; it was recorded as {decision.outcome}.",
                "Compare the numbers, or confirm it.",
            )
        return VoteCorrected(at=at, decision=number, vote=vote, outcome=outcome, reason=self.reason)

    def _of_motion(self, conference: Conference, at: Instant) -> MotionVoteCorrected:
        one = voted_motion(conference, self.motion)
        assert one.vote is not None
        what = f"the motion to {one.motion}"
        vote = self._corrected(conference, one.vote, what)
        if vote.carried is not one.carried:
            was, now = _OUTCOME[one.carried], _OUTCOME[vote.carried]
            done = "what it did stands" if one.carried else "nothing of it is done"
            require_confirmed(
                self.confirm,
                f"With {vote}, {what} is {now}; it was recorded as {was}, and {done}.",
                "Compare the numbers, or confirm it.",
            )
        return MotionVoteCorrected(at=at, number=one.motion.number, vote=vote, reason=self.reason)

    def _of_appeal(self, conference: Conference, at: Instant) -> AppealVoteCorrected:
        one = voted_ruling(conference, self.appeal)
        assert one.appeal is not None
        what = f"the appeal of {name_of(conference, one.appeal.delegation)}"
        vote = self._corrected(conference, one.appeal.vote, what)
        if vote.carried is not one.appeal.overturns:
            now = "is overturned" if vote.carried else "stands"
            was = "overturned" if one.appeal.overturns else "standing"
            require_confirmed(
                self.confirm,
                f"With {vote}, the ruling {now}; it was recorded as {was}.",
                "Compare the numbers, or confirm it.",
            )
        return AppealVoteCorrected(at=at, number=one.point.number, vote=vote, reason=self.reason)

    def _corrected(self, conference: Conference, was: Tally, what: str) -> Tally:
        """The vote as it is to stand; raises `Refused`."""
        vote = self._with_names(conference, was, what)._completed(was).tally(conference)
        if vote is None:
            raise Refused(
                f"Nothing was given that would correct the vote on {what}.",
                "Give the numbers or the names that are to be corrected.",
            )
        if vote == was:
            raise Refused(f"Nothing about the vote on {what} would change.")
        for number, _, words in SIDES:
            counted, named = getattr(was, number), getattr(vote, number)
            given = was.recorded or getattr(self, number) is not None
            if not given and counted != named:
                require_confirmed(
                    self.confirm,
                    f"{counted} were counted {words} on {what}, and {named} "
                    f"{'is' if named == 1 else 'are'} named.",
                    "Compare the names with the count, give the numbers too, or confirm it.",
                )
        if was.recorded and not vote.recorded:
            require_confirmed(
                self.confirm,
                f"It is recorded who voted how on {what}, and numbers alone take the names away.",
                "Give the names with the correction, or confirm it.",
            )
        return vote

    def _with_names(self, conference: Conference, was: Tally, what: str) -> CorrectVote:
        """The correction, with all who voted and are not named in it where they were."""
        named = [_found(conference, getattr(self, names)) for _, names, _ in SIDES]
        absent = _found(conference, self.did_not_vote)
        if absent and not was.recorded:
            raise Refused(
                f"It is not recorded who voted how on {what}.", "Give the numbers, or all names."
            )
        if not was.recorded or not (absent or any(named)):
            return self
        moved = {one.id for one in absent} | {one.id for side in named for one in side}
        in_favour, against, abstaining = (
            ", ".join((*(one for one in voted if one not in moved), *(one.id for one in side)))
            for voted, side in zip(was.by_name, named, strict=True)
        )
        return replace(self, voted_for=in_favour, opposed=against, abstained=abstaining)

    def _completed(self, was: Tally) -> CorrectVote:
        """The correction, with the numbers that it leaves out as they were; not those of names."""
        given = [getattr(self, number) for number, _, _ in SIDES]
        if any(getattr(self, names) for _, names, _ in SIDES) or all(one is None for one in given):
            return self
        kept = {number: getattr(was, number) for number, _, _ in SIDES}
        kept |= {
            number: one for (number, _, _), one in zip(SIDES, given, strict=True) if one is not None
        }
        return replace(self, **kept)

    def _decision(self, conference: Conference) -> tuple[int, Decision]:
        """The last vote on the draft that is meant, else the last on any; raises `Refused`."""
        document = find_document(conference, self.document) if self.document else None
        numbered = list(enumerate(conference.decisions, start=1))
        for number, one in reversed(numbered):
            if one.vote is not None and (document is None or one.document == document.number):
                return number, one
        if document is not None:
            raise Refused(
                f"{opening(label_of(document))} was not put to the vote.",
                "An action that was recorded by mistake is undone (undo).",
            )
        others = any(one.vote is not None for one in conference.outcomes) or any(
            one.appeal is not None for one in conference.rulings
        )
        raise Refused(
            "No draft was put to the vote.",
            "Name the motion or the appeal that was." if others else "There is nothing to correct.",
        )


def _found(conference: Conference, names: str) -> tuple[Delegation, ...]:
    return find_delegations(conference, names) if names else ()


_OUTCOME = {True: "carried", False: "rejected"}


def voted_motion(conference: Conference, text: str) -> MotionOutcome:
    """The motion that is meant by what it moves, by its mover or as `#2`; the last such.

    Raises `Refused` where none such was put to the vote.
    """
    voted = [one for one in conference.outcomes if one.vote is not None]
    if text.startswith(NUMBERED):
        found = [one for one in voted if f"{NUMBERED}{one.motion.number}" == text]
    elif (kind := _kind_named(text)) is not None:
        found = [one for one in voted if one.motion.motion is kind]
    else:
        mover = find_delegation(conference, text)
        found = [one for one in voted if one.motion.delegation == mover.id]
    if not found:
        raise Refused(
            f"No motion that is named “{text}” was put to the vote.",
            "Name what was moved, such as adjourn-debate, or who moved it."
            if voted
            else "There is nothing to correct.",
        )
    return found[-1]


def _kind_named(text: str) -> MotionKind | None:
    try:
        return MotionKind(text)
    except ValueError:
        return None


def voted_ruling(conference: Conference, text: str) -> Ruling:
    """The ruling on which the delegation appealed last, or `#2`; raises `Refused`."""
    voted = [one for one in conference.rulings if one.appeal is not None]
    if text.startswith(NUMBERED):
        found = [one for one in voted if f"{NUMBERED}{one.point.number}" == text]
    else:
        whose = find_delegation(conference, text).id
        found = [one for one in voted if one.appeal is not None and one.appeal.delegation == whose]
    if not found:
        raise Refused(
            f"No appeal of “{text}” was put to the vote.",
            "Name the delegation that appealed." if voted else "There is nothing to correct.",
        )
    return found[-1]
