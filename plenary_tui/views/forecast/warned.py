"""Those whom the officer should warn in time that they may not be reached (rule 18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.forecast.hours_left import sittings_left
from plenary_tui.forecast.reach import Expected, Reach, Risk
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.speakers.order import is_over
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.forecast.at_risk import MAY_NOT, MAY_SLIP
from plenary_tui.views.wording.telling import Named

WARNED_BEFORE = timedelta(hours=1)
"""How long before the end of a meeting those are named whom it may leave for a later one."""


class AtRisk(Value):
    """Who may not be reached, in the order of the list.

    Attributes:
        unreached: not reached in any meeting that is left.
        may_not: expected in one, but perhaps in none.
        may_slip: expected in this meeting, but perhaps only in the next.
    """

    unreached: tuple[Expected, ...]
    may_not: tuple[Expected, ...]
    may_slip: tuple[Expected, ...]


def who_is_at_risk(found: Forecast) -> AtRisk:
    """All who may not be reached, whenever they are told."""
    return AtRisk(
        tuple(one for one in found.entries if one.reach is Reach.NOT),
        tuple(one for one in found.entries if one.at_risk_of is Risk.NOT_HEARD),
        tuple(one for one in found.entries if one.at_risk_of is Risk.SLIPPING),
    )


def warning(conference: Conference, found: Forecast, now: Instant) -> Named | None:
    """Whom to warn now, by name; None while there is nobody, or it is too early to tell.

    In the item's last meeting all who may not be reached, as soon as it sits. Before that only
    those who may have to come back, in the last hour of a meeting. Once the debate is over nobody
    is.
    """
    speakers = conference.current_list
    if speakers is None or not conference.in_session or not found.entries:
        return None
    if is_over(conference, speakers):
        return None
    ends = found.meeting_ends
    if len(sittings_left(conference, speakers, now.utc).left) > 1:
        here = tuple(one for one in found.entries if one.at_risk and one.reach is Reach.THIS)
        if ends is None or ends - now.utc > WARNED_BEFORE or not here:
            return None
        head = f"Warn {len(here)}, {MAY_SLIP} past {local(conference, ends):%H:%M}"
        return Named(head, names(conference, here))
    risk = who_is_at_risk(found)
    counts = (
        f"{len(risk.unreached)} not reached" if risk.unreached else "",
        f"{len(risk.may_not)} {MAY_NOT}" if risk.may_not else "",
    )
    head = ", ".join(part for part in counts if part)
    if not head:
        return None
    return Named(f"Warn {head}", names(conference, (*risk.unreached, *risk.may_not)))


def names(conference: Conference, entries: Sequence[Expected]) -> tuple[str, ...]:
    """The names of those delegations of the current list, in that order."""
    speakers = conference.current_list
    waiting = {one.id: one.delegation for one in speakers.waiting} if speakers else {}
    known = {one.id: one.name for one in conference.delegations}
    ids = (waiting.get(one.entry, "") for one in entries)
    return tuple(known.get(one, one) for one in ids if one)
