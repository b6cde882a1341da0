"""TODO."""

from __future__ import annotations

from plenary_tui.procedure.ground.pending import pending_points
from plenary_tui.procedure.state.conference import Conference, Delegation


def who_is_heard(conference: Conference) -> Delegation | None:
    """The delegation that is heard, on a point of order before anybody else (rule 26).

    None while nobody is, and for the President and the Secretariat.
    """
    for point in pending_points(conference):
        return conference.delegation(point.delegation)
    floor = conference.floor
    if floor is None:
        return None
    return conference.delegation(floor.entry.delegation if floor.entry else floor.delegation)
