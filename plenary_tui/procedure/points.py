"""Points of order: raised during any matter, decided at once; then the statement goes on."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import holder_of_floor, paused_floor, require_in_session
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.pending import pending_points
from plenary_tui.procedure.proceedings import Appeal, PointOfOrder, Ruling
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Phase
from plenary_tui.procedure.votes import find_party, tally_of


class PointRaised(Event):
    """A party raised a point of order; a clock that runs is paused."""

    kind: ClassVar[str] = "point raised"

    number: int
    delegation: str
    interrupted: bool = False

    def apply(self, conference: Conference) -> Conference:
        point = PointOfOrder(
            self.number, self.delegation, conference.body, self.at, self.interrupted
        )
        return replace(
            paused_floor(conference, self.at),
            points=(*conference.points, point),
        )

    def sentence(self, before: Conference) -> str:
        who = name_of(before, self.delegation)
        paused = ""
        if before.floor is not None and before.floor.phase is Phase.SPEAKING:
            paused = f"; the clock of {holder_of_floor(before)} is paused"
        return f"{who} raised a point of order{paused}."


class RaisePoint(Command):
    """Raise a point of order, whoever speaks; the clock is paused until the ruling (rule 26)."""

    act: ClassVar[str] = "raise-point"

    delegation: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        delegation = find_party(conference, self.delegation, "raise points of order")
        waiting = pending_points(conference)
        if any(one.delegation == delegation.id for one in waiting):
            raise Refused(
                f"The point of order of {delegation.name} waits for its ruling already.",
                "Record the President's ruling (rule-point).",
            )
        floor = conference.floor
        speaking = floor is not None and floor.phase is Phase.SPEAKING
        interrupted = speaking or any(one.interrupted for one in waiting)
        raised = [one.number for one in conference.points]
        raised += [one.point.number for one in conference.rulings]
        return (
            PointRaised(
                at=at,
                number=max(raised, default=0) + 1,
                delegation=delegation.id,
                interrupted=interrupted,
            ),
        )


class PointRuled(Event):
    """The President ruled on a point of order.

    `appeal` is None where nobody appealed; `resumes`: the statement it interrupted goes on.
    """

    kind: ClassVar[str] = "point ruled"

    number: int
    ruling: str
    appeal: Appeal | None = None
    resumes: bool = False

    def apply(self, conference: Conference) -> Conference:
        point = next(one for one in conference.points if one.number == self.number)
        floor = conference.floor
        if self.resumes:
            assert floor is not None
            floor = replace(floor, clock=floor.clock.start(self.at))
        return replace(
            conference,
            floor=floor,
            points=tuple(one for one in conference.points if one.number != self.number),
            rulings=(*conference.rulings, Ruling(point, self.ruling, self.at.utc, self.appeal)),
        )

    def sentence(self, before: Conference) -> str:
        point = next((one for one in before.points if one.number == self.number), None)
        whose = f" of {name_of(before, point.delegation)}" if point else ""
        said = f"On the point of order{whose} the President ruled: {self.ruling.rstrip('.')}."
        if self.appeal is not None:
            outcome = "is overturned" if self.appeal.overturns else "stands"
            who = name_of(before, self.appeal.delegation)
            said += f" {who} appealed ({self.appeal.vote}): the ruling {outcome}."
        return f"{said} The clock of {holder_of_floor(before)} goes on." if self.resumes else said


class RulePoint(Command):
    """Record the ruling on the first point of order raised, and the vote on an appeal.

    The votes are for and against the appeal: the ruling stands unless a majority of those voting
    overturns it. After the last ruling the statement that was interrupted goes on.
    """

    act: ClassVar[str] = "rule-point"

    ruling: Line
    appeal: Line = ""
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        waiting = pending_points(conference)
        if not waiting:
            raise Refused(
                "No point of order has been raised.", "There is nothing to rule on (raise-point)."
            )
        if not self.ruling:
            raise Refused("The ruling is empty.", "Type what the President ruled.")
        floor = conference.floor
        resumes = (
            len(waiting) == 1
            and waiting[0].interrupted
            and floor is not None
            and floor.phase is Phase.PAUSED
        )
        return (
            PointRuled(
                at=at,
                number=waiting[0].number,
                ruling=self.ruling,
                appeal=self._appeal(conference),
                resumes=resumes,
            ),
        )

    def _appeal(self, conference: Conference) -> Appeal | None:
        """The appeal with its vote, None if there was none; raises `Refused`."""
        vote = tally_of(conference, self.in_favour, self.against, self.abstaining)
        if not self.appeal:
            if vote is not None:
                raise Refused(
                    "There is a vote only on an appeal.", "Name the delegation that appeals."
                )
            return None
        delegation = find_party(conference, self.appeal, "appeal against a ruling")
        if vote is None:
            raise Refused(
                f"The appeal of {delegation.name} is put to the vote at once.",
                "Give its numbers in favour and against.",
            )
        return Appeal(delegation.id, vote)
