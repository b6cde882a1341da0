"""What an act would change for the whole room that may not be meant: it is asked about once.

A caution is no rule: the act is in order, and typed as `plenary do` or after `:` it is done. On
screen one key does it, and a key may slip.
"""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.floor.giving import GiveFloor
from plenary_tui.procedure.floor.replies import GrantReply
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.calendar import local, ordinal, say_moment, say_seconds
from plenary_tui.procedure.ground.called import holder_name, title_of
from plenary_tui.procedure.meetings.agenda import TakeUpItem
from plenary_tui.procedure.meetings.committee import ConveneCommittee
from plenary_tui.procedure.meetings.meeting import AdjournMeeting, SetOnAir
from plenary_tui.procedure.meetings.opening import OpenMeeting, number_due
from plenary_tui.procedure.speakers.order import is_over
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import FloorKind, Phase
from plenary_tui.views.wording.clock_face import read_floor

SPEAKS = "{who} has the floor, at {spoken}."
EARLY = timedelta(minutes=15)
"""A meeting that is opened so long before it is planned is asked about."""


def caution(conference: Conference, now: Instant, command: Command) -> str:
    """What is to be said before an act is done by a key; "" where nothing is."""
    match command:
        case GiveFloor(entry="", to=FloorKind.STATEMENT):
            return ""  # to end who speaks and call the next is what that is for
        case GiveFloor() | GrantReply() if conference.floor and conference.floor.clock.started:
            return _holder(conference, now, "This ends {who} at {spoken}.")
        case AdjournMeeting() if conference.floor is None and conference.plenary is None:
            return _waiting_in_meeting(conference)
        case OpenMeeting():
            return _early(conference, now, command)
        case TakeUpItem() if command.item != conference.item:
            return _waiting(conference, f"on the list of item {conference.item}, and stay there.")
        case ConveneCommittee():
            return _holder(conference, now, f"{SPEAKS} The plenary's clock stands meanwhile.")
        case SetOnAir(off=True):
            return _holder(conference, now, f"{SPEAKS} Captions and pages go empty.")
        case _:
            return ""


def suspends(conference: Conference, now: Instant) -> str:
    """Whom a suspension interrupts, or who waits; "" where it interrupts nobody."""
    return _holder(conference, now, SPEAKS) or _waiting(conference, "on the list.")


def _holder(conference: Conference, now: Instant, said: str) -> str:
    """A sentence on whoever has the floor; "" where nobody has.

    Args:
        said: what is said once the statement has begun, of `who` and how much of it is `spoken`.
    """
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return ""
    who = holder_name(conference, floor)
    if floor.phase is Phase.CALLED:
        return f"{who} was called and has not begun."
    spoken = say_seconds(int(reading.elapsed.total_seconds()))
    if floor.limit:
        spoken = f"{spoken} of {say_seconds(floor.limit.total_seconds())}"
    return said.format(who=who, spoken=spoken)


def _waiting(conference: Conference, where: str) -> str:
    """How many wait on the current list, with the words for where; "" if nobody does."""
    speakers = conference.current_list
    if speakers is None or is_over(conference, speakers) or not speakers.waiting:
        return ""
    waiting = len(speakers.waiting)
    wait = "delegation still waits" if waiting == 1 else "delegations still wait"
    return f"{waiting} {wait} {where}"


def _waiting_in_meeting(conference: Conference) -> str:
    """Who still waits, and until when the meeting may sit."""
    meeting = conference.sitting
    if meeting is None:
        return ""
    ends = f", which ends at {local(conference, meeting.ends_at):%H:%M}" if meeting.ends_at else ""
    return _waiting(conference, f"on the list in the {title_of(meeting)}{ends}.")


def _early(conference: Conference, now: Instant, command: OpenMeeting) -> str:
    """How long before its time the meeting would be opened."""
    number = command.number or number_due(conference, now)
    planned = conference.planned(number)
    if planned is None or planned.starts - now.utc <= EARLY:
        return ""
    here = local(conference, now.utc)
    return (
        f"The {ordinal(number)} meeting is planned for {say_moment(conference, planned.starts)}; "
        f"it is {here:%H:%M}. The webcast goes on air at once."
    )
