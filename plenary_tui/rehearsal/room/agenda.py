"""The week's programme as the room follows it: the next item of a meeting, and the next meeting."""

from __future__ import annotations

from plenary_tui.procedure.meetings.opening import planned_meeting
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting
from plenary_tui.procedure.state.vocabulary import Body, Stage

OVER = (Stage.CONCLUDED, Stage.DEBATE_CLOSED, Stage.DEBATE_ADJOURNED)
"""The stages at which an item is left."""


def next_item(conference: Conference) -> str | None:
    """The item that the plenary takes up next in its meeting; None if none is left."""
    meeting = conference.meeting
    planned = planned_meeting(conference, meeting.number) if meeting is not None else None
    return next(iter(_left(conference, planned)), None) if planned is not None else None


def next_meeting(conference: Conference) -> PlannedMeeting | None:
    """The next planned meeting that still has something to consider; None if none has."""
    held = {one.number for one in conference.meetings if one.body is Body.PLENARY}
    return next(
        (
            one
            for one in conference.programme
            if one.number > max(held, default=0) and _left(conference, one)
        ),
        None,
    )


def _left(conference: Conference, planned: PlannedMeeting) -> list[str]:
    """The items of a planned meeting not yet concluded, from that with which it is rehearsed."""
    symbols = planned.items
    if planned.rehearse_item in symbols:
        symbols = symbols[symbols.index(planned.rehearse_item) :]
    items = (conference.item_named(symbol) for symbol in symbols)
    return [one.symbol for one in items if one is not None and one.stage not in OVER]
