"""The outcome of motions: decided in order of precedence, and carried out at once (rule 33)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import ConfirmableCommand, Event, OverridableCommand
from plenary_tui.procedure.agenda import StageReached
from plenary_tui.procedure.committee import CommitteeRose
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.lists import ListClosed, is_open
from plenary_tui.procedure.meeting import MeetingAdjourned, MeetingSuspended
from plenary_tui.procedure.motions import (
    MotionDropped,
    described,
    first_motion,
    motion_numbered,
    without_motion,
)
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.pending import pending_motions
from plenary_tui.procedure.proceedings import Motion, MotionOutcome, Tally
from plenary_tui.procedure.quorum import lacks, outnumbers
from plenary_tui.procedure.recall import freed_floor
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Body, MotionKind, QuorumFor, Stage, Tier
from plenary_tui.procedure.votes import tally_of


class MotionDecided(Event):
    """A motion was carried or rejected; what carries it out is recorded after it."""

    kind: ClassVar[str] = "motion decided"

    number: int
    carried: bool
    vote: Tally | None = None

    def apply(self, conference: Conference) -> Conference:
        motion = motion_numbered(conference, self.number)
        outcome = MotionOutcome(motion, self.carried, self.at.utc, self.vote)
        return replace(
            without_motion(conference, self.number), outcomes=(*conference.outcomes, outcome)
        )

    def sentence(self, before: Conference) -> str:
        how = f" ({self.vote})" if self.vote is not None else " without objection"
        word = "carried" if self.carried else "rejected"
        return f"{described(before, self.number)} was {word}{how}."


class DecideMotion(ConfirmableCommand, OverridableCommand):
    """Record the vote on the motion that is taken, and carry it out if it is carried.

    A simple majority carries it, a tie rejects it. Without numbers nobody objected, which is to be
    confirmed. A motion about the debate needs the quorum to decide; to suspend or adjourn the
    meeting none is needed.
    """

    act: ClassVar[str] = "decide-motion"

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        motion = first_motion(conference)
        vote = tally_of(conference, self.in_favour, self.against, self.abstaining)
        carried = vote is None or vote.carried
        overruled: tuple[Event, ...] = ()
        why = lacks(conference, QuorumFor.DECIDE) if motion.motion.of_debate else ""
        if why := why or outnumbers(conference, vote):
            overruled = (self.overrule(at, why, "Count again (count-present), or give a reason."),)
        decided = MotionDecided(at=at, number=motion.number, carried=carried, vote=vote)
        if not carried:
            return (*overruled, decided)
        carrying_out = _carried_out(conference, motion, at)
        if vote is None:
            self.ask(
                f"No vote was given, so nobody objects: the motion to {motion} is carried.",
                "Give the numbers of the vote, or confirm that there was no objection.",
            )
        return (*overruled, decided, *carrying_out)


def _carried_out(conference: Conference, motion: Motion, at: Instant) -> tuple[Event, ...]:
    """What a motion does once carried, the motions that lapse with it first."""
    match motion.motion:
        case MotionKind.SUSPEND_MEETING:
            mover = name_of(conference, motion.delegation)
            return (MeetingSuspended(at=at, reason=f"on the motion of {mover}"),)
        case MotionKind.ADJOURN_MEETING:
            ends = CommitteeRose if conference.body is Body.COMMITTEE else MeetingAdjourned
            return (
                *_lapsed(conference, motion, at),
                *freed_floor(conference, at),
                ends(at=at),
            )
        case MotionKind.ADJOURN_DEBATE:
            stage = _at_stage(motion, Stage.DEBATE_ADJOURNED, at)
            return (*_lapsed(conference, motion, at), *freed_floor(conference, at), stage)
        case MotionKind.CLOSE_DEBATE:
            stage = _at_stage(motion, Stage.DEBATE_CLOSED, at)
            closed = _list_closed(conference, motion, at)
            return (*freed_floor(conference, at), *closed, stage)


def _at_stage(motion: Motion, stage: Stage, at: Instant) -> StageReached:
    assert motion.item is not None
    return StageReached(at=at, item=motion.item, stage=stage)


def _lapsed(conference: Conference, carried: Motion, at: Instant) -> tuple[Event, ...]:
    """The motions that make no sense once another is carried: all that yield to it."""
    return tuple(
        MotionDropped(at=at, number=one.number, lapsed=True)
        for one in pending_motions(conference)
        if one.motion.precedence > carried.motion.precedence
    )


def _list_closed(conference: Conference, motion: Motion, at: Instant) -> tuple[Event, ...]:
    """The closing of those tiers of the item's list that are open."""
    assert motion.item is not None
    speakers = conference.list_of(motion.item, motion.body)
    tiers = tuple(tier for tier in Tier if is_open(conference, speakers, tier, at.utc))
    if not tiers:
        return ()
    return (ListClosed(at=at, item=motion.item, body=motion.body, tiers=tiers),)
