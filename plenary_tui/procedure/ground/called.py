"""What a meeting, and whoever has the floor, is called in a sentence."""

from __future__ import annotations

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Floor, Meeting
from plenary_tui.procedure.state.vocabulary import Body, FloorKind


def title_of(meeting: Meeting) -> str:
    """A meeting in words, e.g. `1st plenary meeting`."""
    return title_numbered(meeting.number, meeting.body)


def title_numbered(number: int, body: Body) -> str:
    """The meeting of a body of that number in words."""
    if body is Body.PLENARY:
        return f"{ordinal(number)} plenary meeting"
    return f"{title_in_short(number, body)} of the Committee of the Whole"


def title_in_short(number: int, body: Body) -> str:
    """The same where the body is said beside it: `1st meeting`, `1st sitting`."""
    return f"{ordinal(number)} {'meeting' if body is Body.PLENARY else 'sitting'}"


def holder_name(conference: Conference, floor: Floor) -> str:
    """The short name of whoever has the floor."""
    if floor.whose:
        return name_of(conference, floor.whose)
    return "President" if floor.kind is FloorKind.PRESIDENT else "Secretariat"


def holder_of_floor(conference: Conference) -> str:
    """Who has the floor, as a sentence begins; "" if nobody has."""
    floor = conference.floor
    if floor is None:
        return ""
    name = holder_name(conference, floor)
    return name if floor.whose else f"The {name}"
