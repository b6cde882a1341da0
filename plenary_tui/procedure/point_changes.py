"""Points of order that wait: by whom one was raised, and one that is withdrawn (rule 26)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import holder_of_floor, require_in_session, stood_since
from plenary_tui.procedure.naming import find_delegation, name_of
from plenary_tui.procedure.pending import pending_points, unnamed_point
from plenary_tui.procedure.points import raiser, resumes_without
from plenary_tui.procedure.proceedings import PointOfOrder
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant


class PointNamed(Event):
    """It was recorded who raised a point of order."""

    kind: ClassVar[str] = "point named"

    number: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        points = tuple(
            replace(one, delegation=self.delegation) if one.number == self.number else one
            for one in conference.points
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
        left = tuple(one for one in conference.points if one.number != self.number)
        return replace(conference, floor=floor, points=left)

    def sentence(self, before: Conference) -> str:
        point = next((one for one in before.points if one.number == self.number), None)
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
        for one in waiting:
            if one.delegation == delegation.id:
                return one
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
