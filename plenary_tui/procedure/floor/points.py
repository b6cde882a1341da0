"""Points of order: raised during any matter, decided at once; then the statement goes on.

One may be raised before it is known by whom, so that the clock is paused at once.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.called import holder_of_floor
from plenary_tui.procedure.ground.naming import find_delegation, name_of
from plenary_tui.procedure.ground.pending import pending_points, unnamed_point
from plenary_tui.procedure.ground.taking_part import find_party
from plenary_tui.procedure.ground.votes import Voting
from plenary_tui.procedure.meetings.meeting import paused_floor, require_in_session, stood_since
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Appeal, PointOfOrder, Ruling
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase


def resumes_without(conference: Conference, number: int) -> bool:
    """Whether the statement that was interrupted goes on once that point no longer waits."""
    waiting, floor = pending_points(conference), conference.floor
    return (
        [point.number for point in waiting] == [number]
        and waiting[0].interrupted
        and floor is not None
        and floor.phase is Phase.PAUSED
    )


def _numbered(conference: Conference, number: int) -> PointOfOrder | None:
    """The point of order of that number, if it waits."""
    return next((point for point in conference.points if point.number == number), None)


def _without(conference: Conference, number: int) -> tuple[PointOfOrder, ...]:
    """The points of order that wait, but for the one of that number."""
    return tuple(point for point in conference.points if point.number != number)


class PointRaised(Event):
    """A party raised a point of order; a clock that runs is paused.

    `delegation` is "" while it is not known which.
    """

    kind: ClassVar[str] = "point raised"

    number: int
    delegation: str
    interrupted: bool = False

    def apply(self, conference: Conference) -> Conference:
        meeting = conference.meeting
        point = PointOfOrder(
            self.number,
            self.delegation,
            conference.body,
            self.at,
            self.interrupted,
            meeting.number if meeting is not None else 0,
            conference.item,
        )
        return replace(
            paused_floor(conference, self.at),
            points=(*conference.points, point),
        )

    def sentence(self, before: Conference) -> str:
        paused = ""
        if before.floor is not None and before.floor.phase is Phase.SPEAKING:
            paused = f"; the clock of {holder_of_floor(before)} is paused"
        if not self.delegation:
            return f"A point of order was raised{paused}."
        return f"{name_of(before, self.delegation)} raised a point of order{paused}."


def raiser(conference: Conference, text: str) -> str:
    """The id of the party that `text` names, which has no point that waits; raises `Refused`."""
    delegation = find_party(conference, text, "raise points of order")
    if any(point.delegation == delegation.id for point in pending_points(conference)):
        raise Refused(
            f"The point of order of {delegation.name} waits for its ruling already.",
            "Record the President's ruling (rule-point).",
        )
    return delegation.id


class RaisePoint(Command):
    """Raise a point of order, whoever speaks; the clock is paused until the ruling (rule 26).

    Who raised it may be named later.
    """

    act: ClassVar[str] = "raise-point"

    delegation: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        waiting = pending_points(conference)
        if not self.delegation and unnamed_point(conference) is not None:
            raise Refused(
                "A point of order was raised already, and it is not recorded by whom.",
                "Name the delegation (name-point).",
            )
        delegation = raiser(conference, self.delegation) if self.delegation else ""
        floor = conference.floor
        speaking = floor is not None and floor.phase is Phase.SPEAKING
        interrupted = speaking or any(point.interrupted for point in waiting)
        raised = [point.number for point in conference.points]
        raised += [ruling.point.number for ruling in conference.rulings]
        return (
            PointRaised(
                at=at,
                number=max(raised, default=0) + 1,
                delegation=delegation,
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
        point, floor = _numbered(conference, self.number), conference.floor
        assert point is not None
        if self.resumes:
            assert floor is not None
            floor = replace(floor, clock=floor.clock.start(self.at))
        return replace(
            conference,
            floor=floor,
            points=_without(conference, self.number),
            rulings=(*conference.rulings, Ruling(point, self.ruling, self.at.utc, self.appeal)),
        )

    def sentence(self, before: Conference) -> str:
        point = _numbered(before, self.number)
        whose = f" of {name_of(before, point.delegation)}" if point else ""
        said = f"On the point of order{whose} the President ruled: {self.ruling.rstrip('.')}."
        if self.appeal is not None:
            outcome = "is overturned" if self.appeal.overturns else "stands"
            who = name_of(before, self.appeal.delegation)
            said += f" {who} appealed ({self.appeal.vote}): the ruling {outcome}."
        return f"{said} The clock of {holder_of_floor(before)} goes on." if self.resumes else said


class RulePoint(Voting):
    """Record the ruling on the first point of order raised, and the vote on an appeal.

    The votes are for and against the appeal: the ruling stands unless a majority of those voting
    overturns it. After the last ruling the statement that was interrupted goes on.
    """

    act: ClassVar[str] = "rule-point"

    ruling: Line
    appeal: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        waiting = pending_points(conference)
        if not waiting:
            raise Refused(
                "No point of order has been raised.", "There is nothing to rule on (raise-point)."
            )
        if not self.ruling:
            raise Refused("The ruling is empty.", "Type what the President ruled.")
        number = waiting[0].number
        if not waiting[0].delegation:
            raise Refused(
                "It is not recorded who raised the point of order.",
                "Name the delegation first (name-point).",
            )
        return (
            PointRuled(
                at=at,
                number=number,
                ruling=self.ruling,
                appeal=self._appeal(conference),
                resumes=resumes_without(conference, number),
            ),
        )

    def _appeal(self, conference: Conference) -> Appeal | None:
        """The appeal with its vote, None if there was none; raises `Refused`."""
        vote = self.tally(conference)
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


class PointNamed(Event):
    """It was recorded who raised a point of order."""

    kind: ClassVar[str] = "point named"

    number: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        points = tuple(
            replace(point, delegation=self.delegation) if point.number == self.number else point
            for point in conference.points
        )
        return replace(conference, points=points)

    def sentence(self, before: Conference) -> str:
        return f"The point of order was raised by {name_of(before, self.delegation)}."


class NamePoint(Command):
    """Name the delegation that raised the point of order."""

    act: ClassVar[str] = "name-point"

    delegation: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        point = unnamed_point(conference)
        if point is None:
            raise Refused("There is no point of order without a name.", "Record one (raise-point).")
        delegation = raiser(conference, self.delegation)
        return (PointNamed(at=at, number=point.number, delegation=delegation),)


class PointWithdrawn(Event):
    """A point of order was withdrawn, or had not been raised at all.

    `goes_on_from` is when the statement it interrupted goes on: now, or when it was interrupted
    if nothing was raised; None if it does not go on.
    """

    kind: ClassVar[str] = "point withdrawn"

    number: int
    mistaken: bool = False
    goes_on_from: Instant | None = None

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        if self.goes_on_from is not None:
            assert floor is not None
            floor = replace(floor, clock=floor.clock.start(self.goes_on_from))
        return replace(conference, floor=floor, points=_without(conference, self.number))

    def sentence(self, before: Conference) -> str:
        point = _numbered(before, self.number)
        who = name_of(before, point.delegation) if point and point.delegation else ""
        said = f"{who} withdrew its point of order." if who else "The point of order was withdrawn."
        if self.mistaken:
            said = "No point of order was raised."
        if self.goes_on_from is None:
            return said
        how = " as if it had not stopped" if self.goes_on_from != self.at else ""
        return f"{said} The clock of {holder_of_floor(before)} goes on{how}."


class WithdrawPoint(Command):
    """Record that the first point of order, or a delegation's, was withdrawn.

    The statement it interrupted goes on. A point that was recorded by mistake (`mistaken`, first of
    all one without a name) took no time: the clock goes on as if it had never stopped, unless the
    meeting stood since, in which nobody spoke.
    """

    act: ClassVar[str] = "withdraw-point"

    delegation: Line = ""
    mistaken: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        point = self._point(conference)
        since = self._since(conference, point, at)
        return (
            PointWithdrawn(at=at, number=point.number, mistaken=self.mistaken, goes_on_from=since),
        )

    def _point(self, conference: Conference) -> PointOfOrder:
        waiting = pending_points(conference)
        if not waiting:
            raise Refused(
                "No point of order has been raised.", "There is nothing to withdraw (raise-point)."
            )
        if not self.delegation:
            return (unnamed_point(conference) if self.mistaken else None) or waiting[0]
        delegation = find_delegation(conference, self.delegation)
        for point in waiting:
            if point.delegation == delegation.id:
                return point
        raise Refused(
            f"{delegation.name} has raised no point of order that waits.",
            "Name one of those that have.",
        )

    def _since(self, conference: Conference, point: PointOfOrder, at: Instant) -> Instant | None:
        """When the statement goes on; None if it does not."""
        if not resumes_without(conference, point.number):
            return None
        assert conference.floor is not None
        stopped = conference.floor.clock.spans[-1].ended
        if not self.mistaken or stopped != point.raised_at or stood_since(conference, stopped):
            return at
        return stopped
