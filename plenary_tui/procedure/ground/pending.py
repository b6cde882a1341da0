"""What must be decided before the meeting goes on: points of order and motions (rules 26, 33)."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Motion, PointOfOrder


def pending_points(conference: Conference) -> tuple[PointOfOrder, ...]:
    """The points of order before the body that sits, in order of receipt."""
    return tuple(point for point in conference.points if point.body is conference.body)


def unnamed_point(conference: Conference) -> PointOfOrder | None:
    """The point of order of which it is not recorded who raised it; None if there is none."""
    return next((point for point in pending_points(conference) if not point.delegation), None)


def require_no_point(conference: Conference) -> None:
    """A point of order is decided at once, before anything goes on; raises `Refused`."""
    for point in pending_points(conference):
        raise _decided_first(conference, point)


def _decided_first(conference: Conference, point: PointOfOrder) -> Refused:
    if not point.delegation:
        return Refused(
            "A point of order has been raised, which is decided first.",
            "Name who raised it (name-point), then record the President's ruling.",
        )
    return Refused(
        f"{name_of(conference, point.delegation)} has raised a point of order, "
        "which is decided first.",
        "Record the President's ruling (rule-point).",
    )


def no_statement(conference: Conference, instead: str) -> Refused:
    """Why nothing can be done with a statement where nobody makes one.

    Who raised a point of order is heard meanwhile, so that nobody cannot be said to be.
    """
    for point in pending_points(conference):
        return _decided_first(conference, point)
    return Refused("Nobody has the floor.", instead)


def pending_motions(conference: Conference) -> tuple[Motion, ...]:
    """The motions before the body that sits, in order of precedence (rule 33)."""
    moved = (motion for motion in conference.motions if motion.body is conference.body)
    return tuple(sorted(moved, key=lambda one: (one.motion.precedence, one.number)))


def require_no_motion(conference: Conference) -> None:
    """Motions precede all else but points of order; raises `Refused`."""
    for motion in pending_motions(conference):
        raise Refused(
            f"{name_of(conference, motion.delegation)} has moved to {motion}, "
            "which is decided first.",
            "Record its outcome (decide-motion), or that it was withdrawn (withdraw-motion).",
        )
