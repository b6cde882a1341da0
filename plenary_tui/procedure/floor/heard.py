"""Who is heard: on a point of order before anybody else, else whoever has the floor (rule 26)."""

from __future__ import annotations

from plenary_tui.procedure.ground.pending import pending_points
from plenary_tui.procedure.state.conference import Conference, Floor
from plenary_tui.procedure.state.proceedings import PointOfOrder


def who_is_heard(conference: Conference) -> PointOfOrder | Floor | None:
    """The first point of order that waits, else the floor; its delegation is the one heard.

    None while nobody is heard: nobody has the floor, or it is not recorded yet who raised the point
    of order. A floor without a delegation is the President's or the Secretariat's.
    """
    for point in pending_points(conference):
        return point if point.delegation else None
    return conference.floor
