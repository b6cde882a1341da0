"""What an act would change for the whole room that may not be meant: it is asked about once.

A caution is no rule: the act is in order, and typed as `plenary do` it is done. On screen one key
does it, or one line, and a hand may slip.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.alone.recorded_alone import DoAgain
from plenary_tui.procedure.floor.giving import GiveFloor
from plenary_tui.procedure.floor.replies import GrantReply
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.calendar import (
    ordinal,
    say_hour,
    say_moment,
    say_seconds,
)
from plenary_tui.procedure.ground.called import holder_of_floor, title_of
from plenary_tui.procedure.ground.naming import find_delegation, name_of
from plenary_tui.procedure.ground.taking_part import PARTIES, parties
from plenary_tui.procedure.meetings.agenda import ConcludeItem, TakeUpItem
from plenary_tui.procedure.meetings.committee import ConveneCommittee, RiseCommittee
from plenary_tui.procedure.meetings.meeting import (
    AdjournMeeting,
    ResumeMeeting,
    SetOnAir,
    SuspendMeeting,
    suspension_words,
)
from plenary_tui.procedure.meetings.opening import OpenMeeting, number_due
from plenary_tui.procedure.speakers.carry_over import CarryOver
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.procedure.speakers.order import is_over
from plenary_tui.procedure.speakers.participation import EditDelegation
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import FloorKind, ParticipantClass, Phase
from plenary_tui.views.wording.clock_face import read_floor

SHORT = timedelta(seconds=30)
"""A shorter limit of a statement is asked about."""
SPEAKS = "{who} has the floor, at {spoken}."
EARLY = timedelta(minutes=15)
"""A meeting that begins, goes on or ends longer before its hour is asked about."""


def caution(conference: Conference, now: Instant, command: Command) -> str:
    """What is to be said before an act is done on screen; "" where nothing is.

    Args:
        command: the act, which the rules allow as things stand.
    """
    match command:
        case DoAgain():
            return caution(conference, now, command.meant(conference))
        case GiveFloor(entry="", to=FloorKind.STATEMENT):
            return ""  # to end who speaks and call the next is what that is for
        case GiveFloor() | GrantReply():
            return _holder(
                conference, now, "This ends {who} at {spoken}.", _given(conference, command)
            )
        case AdjournMeeting():
            return _waiting_in_meeting(conference, now) or _long_before_its_end(conference, now)
        case OpenMeeting():
            return _early(conference, now, command)
        case SuspendMeeting():
            return _busy(conference, now, _goes(on_air=False) if conference.on_air else "")
        case ResumeMeeting():
            return _before_its_hour(conference, now)
        case TakeUpItem() if command.item != conference.item:
            return _waiting(conference, f"on the list of item {conference.item}, and stay there.")
        case ConcludeItem(confirm=False):
            return _unheard(conference)
        case ConveneCommittee() | RiseCommittee():
            return _other_body(conference, now, command)
        case SetOnAir(off=True) if conference.in_session:
            return _busy(conference, now, "Captions and pages go empty.") or _in_session(conference)
        case SetOnAir(off=False) if conference.plenary is not None:
            return "The Committee of the Whole sits, and not all may see it. " + _goes(on_air=True)
        case SetLimit():
            return slip(command)
        case CarryOver():
            return _carried(conference, command)
        case EditDelegation() if command.participant is not None:
            return _other_class(conference, command.delegation, command.participant)
        case _:
            return ""


def slip(command: Command) -> str:
    """What is to be said before an act that is likely to be mistyped; "" where nothing is."""
    if not isinstance(command, SetLimit) or command.seconds >= SHORT.total_seconds():
        return ""
    return f"Each of the statements to come would have {say_seconds(command.seconds)}."


def turn(conference: Conference, after: Conference, now: Instant) -> str:
    """What an undo or a redo changes for the whole room; "" where it changes nothing for it.

    Args:
        after: the state it leads to.
    """
    said = []
    if conference.floor and conference.floor.clock.started and not _same_holder(conference, after):
        said.append(_holder(conference, now, "{who} speaks, at {spoken}, and loses the floor."))
    if _sitting(conference) != _sitting(after):
        said.append("This changes the meeting that sits.")
    if _at_stage(conference) != _at_stage(after):
        said.append("This changes the item that is taken up, or its stage.")
    if conference.on_air is not after.on_air:
        said.append(_goes(on_air=after.on_air))
    return " ".join(said)


def _same_holder(conference: Conference, after: Conference) -> bool:
    """Whether the same statement has the floor."""
    floor, then = conference.floor, after.floor
    return floor is not None and then is not None and floor.called_at == then.called_at


def _sitting(conference: Conference) -> tuple[object, ...]:
    """What meeting sits, and how."""
    meeting = conference.meeting
    return () if meeting is None else (meeting.number, meeting.body, meeting.status)


def _at_stage(conference: Conference) -> tuple[object, ...]:
    """What item is taken up, and how far it is."""
    item = conference.current_item
    return () if item is None else (item.symbol, item.stage_in(conference.body))


def _goes(*, on_air: bool) -> str:
    return f"The room goes {'on' if on_air else 'off'} air at once."


def _busy(conference: Conference, now: Instant, what: str) -> str:
    """Whom it interrupts or who waits, and what it does; "" where it interrupts nobody."""
    who = _holder(conference, now, SPEAKS) or _waiting(conference, "on the list.")
    return f"{who} {what}".rstrip() if who else ""


def _in_session(conference: Conference) -> str:
    meeting = conference.meeting
    return f"The {title_of(meeting)} is in session. Captions and pages go empty." if meeting else ""


def _given(conference: Conference, command: GiveFloor | GrantReply) -> str:
    """To whom the floor goes, in a sentence; "" where that is not known here."""
    if isinstance(command, GrantReply):
        return ""
    if command.to is not FloorKind.STATEMENT:
        return f"The floor goes to the {command.to.value.capitalize()}."
    number = command.entry.removeprefix("#")
    found = conference.find_entry(int(number)) if number.isdecimal() else None
    return f"The floor goes to {name_of(conference, found[1].delegation)}." if found else ""


def _other_body(
    conference: Conference, now: Instant, command: ConveneCommittee | RiseCommittee
) -> str:
    """What a change between plenary and Committee does, and to whom."""
    if isinstance(command, ConveneCommittee):
        what, on_air = "This suspends the plenary", conference.policies.on_air_in_committee
    else:
        what = "The Committee of the Whole rises and the plenary goes on"
        on_air = conference.plenary is not None and conference.plenary.on_air
    air = (
        "" if on_air is conference.on_air else f" and the room goes {'on' if on_air else 'off'} air"
    )
    who = _holder(conference, now, f"{SPEAKS} The clock stands meanwhile.") or _waiting(
        conference, "on the list."
    )
    return f"{what}{air}. {who}".rstrip() if air or who else ""


def _carried(conference: Conference, command: CarryOver) -> str:
    """How many are carried over by one key."""
    symbol = command.item or conference.item
    if symbol is None:
        return ""
    waiting = len(conference.list_of(symbol, command.body or conference.body).waiting)
    who = "One delegation waits" if waiting == 1 else f"All {waiting} who wait"
    are = "and is" if waiting == 1 else "are"
    return f"{who} on the list of item {symbol} {are} carried over to its next meeting."


def _other_class(conference: Conference, text: str, new: ParticipantClass) -> str:
    """What the other class of a delegation changes: its place in lists, what was heard, voters."""
    one = find_delegation(conference, text)
    if new is one.participant:
        return ""
    waits = [
        speakers.item
        for speakers in conference.lists
        if any(entry.delegation == one.id for entry in speakers.waiting)
    ]
    heard = sum(statement.whose == one.id for statement in conference.statements)
    said = []
    if waits:
        said.append(f"{one.name} waits on the list for item {' and '.join(waits)}.")
    if heard:
        times = "once" if heard == 1 else f"{heard} times"
        said.append(f"{one.name} was heard {times}, and the record names it with its new class.")
    if one.registered and (new in PARTIES) is not (one.participant in PARTIES):
        voters = parties(conference) + (1 if new in PARTIES else -1)
        votes = "votes from now on" if new in PARTIES else "no longer votes"
        said.append(f"It {votes}: {voters} parties are registered then.")
    if not said:
        return ""
    return " ".join((f"It takes part as {new.described} then.", *said))


def _long_before_its_end(conference: Conference, now: Instant) -> str:
    """How long before its end the meeting would be adjourned."""
    meeting = conference.sitting
    if meeting is None or meeting.ends_at is None or meeting.ends_at - now.utc <= EARLY:
        return ""
    return (
        f"The {title_of(meeting)} ends at {say_hour(conference, meeting.ends_at, now.utc)}; "
        f"it is {_now(conference, now, meeting.ends_at)}."
    )


def _now(conference: Conference, now: Instant, moment: datetime) -> str:
    """The time of day beside a moment, with its day where that is another."""
    return say_hour(conference, now.utc.replace(second=0, microsecond=0), moment)


def _before_its_hour(conference: Conference, now: Instant) -> str:
    """How long before the hour that was announced the meeting would be resumed."""
    meeting = conference.meeting
    if meeting is None or meeting.resumes_at is None or meeting.resumes_at - now.utc <= EARLY:
        return ""
    return (
        f"The meeting is {suspension_words(conference, meeting)}; "
        f"it is {_now(conference, now, meeting.resumes_at)}."
        f"{' ' + _goes(on_air=True) if meeting.on_air_before else ''}"
    )


def _holder(conference: Conference, now: Instant, said: str, then: str = "") -> str:
    """A sentence on whoever has the floor; "" where nobody has.

    Args:
        said: what is said once the statement has begun, of `who` and how much of it is `spoken`.
        then: a sentence that follows it.
    """
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return ""
    who = holder_of_floor(conference)
    if floor.phase is Phase.CALLED:
        return f"{who} was called and has not begun. {then}".rstrip()
    spoken = say_seconds(int(reading.elapsed.total_seconds()))
    if floor.limit:
        spoken = f"{spoken} of {say_seconds(floor.limit.total_seconds())}"
    if not floor.whose and not said.startswith("{who}"):
        who = f"{who[0].lower()}{who[1:]}"  # the President, within a sentence
    return f"{said.format(who=who, spoken=spoken)} {then}".rstrip()


def _waiting(conference: Conference, where: str) -> str:
    """How many wait on the current list, with the words for where; "" if nobody does."""
    speakers = conference.current_list
    if speakers is None or is_over(conference, speakers) or not speakers.waiting:
        return ""
    waiting = len(speakers.waiting)
    wait = "delegation still waits" if waiting == 1 else "delegations still wait"
    return f"{waiting} {wait} {where}"


def _unheard(conference: Conference) -> str:
    """That nobody was heard on the list of the item that is concluded; "" where somebody was."""
    speakers, item = conference.current_list, conference.current_item
    if speakers is None or item is None or conference.statements_on(speakers):
        return ""
    return f"Nobody has been heard on the list of item {item.symbol}."


def _waiting_in_meeting(conference: Conference, now: Instant) -> str:
    """Who still waits, and until when the meeting may sit."""
    meeting = conference.sitting
    if meeting is None:
        return ""
    ends = ""
    if meeting.ends_at is not None:
        ends = f", which ends at {say_hour(conference, meeting.ends_at, now.utc)}"
    return _waiting(conference, f"on the list in the {title_of(meeting)}{ends}.")


def _early(conference: Conference, now: Instant, command: OpenMeeting) -> str:
    """How long before its time the meeting would be opened."""
    number = command.number or number_due(conference, now)
    planned = conference.planned(number)
    if planned is None or planned.starts - now.utc <= EARLY:
        return ""
    return (
        f"The {ordinal(number)} meeting is planned for {say_moment(conference, planned.starts)}; "
        f"it is {_now(conference, now, planned.starts)}. The webcast goes on air at once."
    )
