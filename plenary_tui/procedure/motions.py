"""Procedural motions: moved, spoken on, withdrawn (rule 33).

A motion does not interrupt whoever speaks; until it is decided nobody else is given the floor.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.floor import require_open_floor
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import require_in_session
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.pending import pending_motions, require_no_point
from plenary_tui.procedure.proceedings import Motion
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import MotionKind, Side
from plenary_tui.procedure.votes import find_party

HEARD_ON_EACH_SIDE = 2
"""How many speak for, and how many against, a motion about the debate; none on the meeting's."""


def _with_motion(conference: Conference, motion: Motion) -> Conference:
    changed = tuple(motion if one.number == motion.number else one for one in conference.motions)
    return replace(conference, motions=changed)


def without_motion(conference: Conference, number: int) -> Conference:
    """The conference without the motion of that number."""
    left = tuple(one for one in conference.motions if one.number != number)
    return replace(conference, motions=left)


def motion_numbered(conference: Conference, number: int) -> Motion:
    """The motion of that number, which waits."""
    return next(one for one in conference.motions if one.number == number)


def described(conference: Conference, number: int) -> str:
    """A motion and its mover in words; its number alone where it does not wait."""
    for one in conference.motions:
        if one.number == number:
            return f"The motion of {name_of(conference, one.delegation)} to {one}"
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
        motion = Motion(
            self.number, self.motion, self.delegation, conference.body, self.at.utc, self.item
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
        for one in pending_motions(conference):
            if one.motion is self.motion:
                raise Refused(
                    f"The motion of {name_of(conference, one.delegation)} to {one} waits for its "
                    "outcome already.",
                    "Record its outcome (decide-motion).",
                )
        item = require_open_floor(conference).symbol if self.motion.of_debate else None
        moved = [one.number for one in conference.motions]
        moved += [one.motion.number for one in conference.outcomes]
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
        if any(one == delegation.id for one, _ in motion.speakers):
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
            found = [one for one in pending_motions(conference) if one.motion is self.motion]
            if not found:
                raise Refused(f"No motion to {self.motion} waits.", "Name one that was moved.")
            motion = found[0]
        return (MotionDropped(at=at, number=motion.number),)
