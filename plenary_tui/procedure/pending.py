"""What must be decided before the meeting goes on: points of order (rule 26)."""

from __future__ import annotations

from plenary_tui.procedure.act import Refused
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.proceedings import PointOfOrder


def pending_points(conference: Conference) -> tuple[PointOfOrder, ...]:
    """The points of order before the body that sits, in order of receipt."""
    return tuple(one for one in conference.points if one.body is conference.body)


def require_no_point(conference: Conference) -> None:
    """A point of order is decided at once, before anything goes on; raises `Refused`."""
    for point in pending_points(conference):
        raise Refused(
            f"{name_of(conference, point.delegation)} has raised a point of order, "
            "which is decided first.",
            "Record the President's ruling (rule-point).",
        )
