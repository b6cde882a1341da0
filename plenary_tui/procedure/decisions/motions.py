"""Procedural motions: moved, spoken on, withdrawn (rule 33).

A motion does not interrupt whoever speaks; until it is decided nobody else is given the floor.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.floor.giving import freed_floor, require_open_floor
from plenary_tui.procedure.ground.act import (
    Command,
    Event,
    Refused,
    overruled,
    require_confirmed,
)
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions, require_no_point
from plenary_tui.procedure.ground.taking_part import find_party
from plenary_tui.procedure.ground.votes import Voting
from plenary_tui.procedure.meetings.agenda import StageReached
from plenary_tui.procedure.meetings.committee import CommitteeRose
from plenary_tui.procedure.meetings.meeting import (
    MeetingAdjourned,
    MeetingSuspended,
    require_in_session,
)
from plenary_tui.procedure.meetings.quorum import lacks, outnumbers
from plenary_tui.procedure.speakers.lists import ListClosed, is_open
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Motion, MotionOutcome, Tally
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MotionKind, QuorumFor, Side, Stage, Tier

HEARD_ON_EACH_SIDE = 2
"""How many speak for, and how many against, a motion about the debate; none on the meeting's."""


def _with_motion(conference: Conference, motion: Motion) -> Conference:
    changed = tuple(motion if one.number == motion.number else one for one in conference.motions)
    return replace(conference, motions=changed)


def without_motion(conference: Conference, number: int) -> Conference:
    """The conference without the motion of that number."""
    left = tuple(motion for motion in conference.motions if motion.number != number)
    return replace(conference, motions=left)


def motion_numbered(conference: Conference, number: int) -> Motion:
    """The motion of that number, which waits."""
    return next(motion for motion in conference.motions if motion.number == number)


def described(conference: Conference, number: int) -> str:
    """A motion and its mover in words; its number alone where it does not wait."""
    for motion in conference.motions:
        if motion.number == number:
            return f"The motion of {name_of(conference, motion.delegation)} to {motion}"
    return f"Motion {number}"


def first_motion(conference: Conference) -> Motion:
    """The motion that is taken now; raises `Refused` if none waits or a point of order does."""
    require_in_session(conference)
    require_no_point(conference)
    for motion in pending_motions(conference):
        return motion
    raise Refused("No motion has been moved.", "Record the motion first (move-motion).")


class MotionMoved(Event):
    """A party moved a procedural motion; `item` only where it is about a debate."""

    kind: ClassVar[str] = "motion moved"

    number: int
    motion: MotionKind
    delegation: str
    item: str | None = None

    def apply(self, conference: Conference) -> Conference:
        meeting = conference.meeting
        motion = Motion(
            self.number,
            self.motion,
            self.delegation,
            conference.body,
            self.at.utc,
            self.item,
            meeting=meeting.number if meeting is not None else 0,
        )
        return replace(conference, motions=(*conference.motions, motion))

    def sentence(self, before: Conference) -> str:
        about = f" on item {self.item}" if self.item else ""
        return f"{name_of(before, self.delegation)} moved to {self.motion}{about}."


class MoveMotion(Command):
    """Move to suspend or adjourn the meeting, or to adjourn or close the debate (rule 33)."""

    act: ClassVar[str] = "move-motion"

    motion: MotionKind
    delegation: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        require_no_point(conference)
        delegation = find_party(conference, self.delegation, "move motions")
        for motion in pending_motions(conference):
            if motion.motion is self.motion:
                raise Refused(
                    f"The motion of {name_of(conference, motion.delegation)} to {motion} waits for "
                    "its outcome already.",
                    "Record its outcome (decide-motion).",
                )
        item = require_open_floor(conference).symbol if self.motion.of_debate else None
        moved = [motion.number for motion in conference.motions]
        moved += [outcome.motion.number for outcome in conference.outcomes]
        return (
            MotionMoved(
                at=at,
                number=max(moved, default=0) + 1,
                motion=self.motion,
                delegation=delegation.id,
                item=item,
            ),
        )


class MotionSpokenOn(Event):
    """A party spoke for or against a motion."""

    kind: ClassVar[str] = "motion spoken on"

    number: int
    delegation: str
    side: Side

    def apply(self, conference: Conference) -> Conference:
        motion = motion_numbered(conference, self.number)
        speakers = (*motion.speakers, (self.delegation, self.side))
        return _with_motion(conference, replace(motion, speakers=speakers))

    def sentence(self, before: Conference) -> str:
        motion = described(before, self.number)
        return (
            f"{name_of(before, self.delegation)} spoke {self.side} {motion[0].lower()}{motion[1:]}."
        )


class SpeakOnMotion(Command):
    """Record who speaks for or against the motion that is taken: two on each side at most."""

    act: ClassVar[str] = "speak-on-motion"

    delegation: Line
    side: Side

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        motion = first_motion(conference)
        if not motion.motion.of_debate:
            raise Refused(
                f"A motion to {motion} is not debated; it is put to the vote at once.",
                "Record its outcome (decide-motion).",
            )
        delegation = find_party(conference, self.delegation, "speak on motions")
        if delegation.id == motion.delegation:
            raise Refused(f"{delegation.name} moved it, and was heard then.", "Name another.")
        if any(speaker == delegation.id for speaker, _ in motion.speakers):
            raise Refused(f"{delegation.name} has spoken on the motion already.", "Name another.")
        if motion.heard(self.side) == HEARD_ON_EACH_SIDE:
            raise Refused(
                f"Two have spoken {self.side} the motion to {motion}, which is all that are heard.",
                "Put it to the vote and record its outcome (decide-motion).",
            )
        return (
            MotionSpokenOn(at=at, number=motion.number, delegation=delegation.id, side=self.side),
        )


class MotionDropped(Event):
    """A motion was withdrawn, or lapsed because another was carried."""

    kind: ClassVar[str] = "motion dropped"

    number: int
    lapsed: bool = False

    def apply(self, conference: Conference) -> Conference:
        return without_motion(conference, self.number)

    def sentence(self, before: Conference) -> str:
        how = "lapsed" if self.lapsed else "was withdrawn"
        return f"{described(before, self.number)} {how}."


class WithdrawMotion(Command):
    """Record that the motion that is taken, or the one named, was withdrawn."""

    act: ClassVar[str] = "withdraw-motion"

    motion: MotionKind | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        motion = first_motion(conference)
        if self.motion is not None:
            waiting = pending_motions(conference)
            found = [moved for moved in waiting if moved.motion is self.motion]
            if not found:
                raise Refused(f"No motion to {self.motion} waits.", "Name one that was moved.")
            motion = found[0]
        return (MotionDropped(at=at, number=motion.number),)


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


class DecideMotion(Voting):
    """Record the vote on the motion that is taken, and carry it out if it is carried.

    A simple majority carries it, a tie rejects it. Without numbers nobody objected, which is to be
    confirmed. A motion about the debate needs the quorum to decide; to suspend or adjourn the
    meeting none is needed.
    """

    act: ClassVar[str] = "decide-motion"

    override: Line = ""
    confirm: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        motion = first_motion(conference)
        vote = self.tally(conference)
        carried = vote is None or vote.carried
        before: tuple[Event, ...] = ()
        why = lacks(conference, QuorumFor.DECIDE) if motion.motion.of_debate else ""
        if why := why or outnumbers(conference, vote):
            instead = "Count again (count-present), or give a reason."
            before = (overruled(self.override, at, why, instead),)
        decided = MotionDecided(at=at, number=motion.number, carried=carried, vote=vote)
        if not carried:
            return (*before, decided)
        carrying_out = _carried_out(conference, motion, at)
        if vote is None:
            require_confirmed(
                self.confirm,
                f"No vote was given, so nobody objects: the motion to {motion} is carried.",
                "Give the numbers of the vote, or confirm that there was no objection.",
            )
        return (*before, decided, *carrying_out)


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
        MotionDropped(at=at, number=motion.number, lapsed=True)
        for motion in pending_motions(conference)
        if motion.motion.precedence > carried.motion.precedence
    )


def _list_closed(conference: Conference, motion: Motion, at: Instant) -> tuple[Event, ...]:
    """The closing of those tiers of the item's list that are open."""
    assert motion.item is not None
    speakers = conference.list_of(motion.item, motion.body)
    tiers = tuple(tier for tier in Tier if is_open(conference, speakers, tier, at.utc))
    if not tiers:
        return ()
    return (ListClosed(at=at, item=motion.item, body=motion.body, tiers=tiers),)
