"""What may have been typed for what was recorded of meetings, items and side events."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.alone.named_before import Before, Guess, moment
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.meetings.agenda import (
    ConcludeItem,
    IntroduceItem,
    ItemTakenUp,
    OpenFloor,
    SecretariatStatement,
    StageReached,
    TakeUpItem,
)
from plenary_tui.procedure.meetings.chair import ChairTaken, Preside
from plenary_tui.procedure.meetings.committee import (
    CommitteeConvened,
    CommitteeReported,
    CommitteeRose,
    ConveneCommittee,
    ReportCommittee,
    RiseCommittee,
)
from plenary_tui.procedure.meetings.convening import DelegationRegistered, Register
from plenary_tui.procedure.meetings.items import AddItem, EditItem, ItemAdded, ItemEdited
from plenary_tui.procedure.meetings.meeting import (
    AdjournMeeting,
    MeetingAdjourned,
    MeetingEndSet,
    MeetingResumed,
    MeetingSuspended,
    OnAirSet,
    ResumeMeeting,
    SetMeetingEnd,
    SetOnAir,
    SuspendMeeting,
)
from plenary_tui.procedure.meetings.opening import MeetingOpened, OpenMeeting
from plenary_tui.procedure.meetings.quorum import CountPresent, PresenceCounted
from plenary_tui.procedure.programme.side_events import AddSideEvent, SideEventAdded
from plenary_tui.procedure.state.vocabulary import Mode


def of_meetings(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of a meeting."""
    match event:
        case MeetingOpened(number=number, ends_at=ends):
            for named in before.meeting(number):
                yield OpenMeeting, {"number": named}
                yield OpenMeeting, {"number": named, "ends": moment(ends)}
        case MeetingSuspended(reason=reason, until=until):
            yield SuspendMeeting, {"reason": reason, "until": moment(until)}
        case MeetingResumed():
            yield ResumeMeeting, {}
        case MeetingAdjourned():
            yield AdjournMeeting, {}
        case OnAirSet(on_air=on_air):
            yield SetOnAir, {"off": not on_air}
        case MeetingEndSet(ends_at=ends, decision=decision):
            yield SetMeetingEnd, {"ends": moment(ends), "decision": decision}
        case ChairTaken(speaker=speaker, function=function, meeting=meeting):
            yield Preside, {"name": speaker, "function": function, "meeting": meeting}
        case CommitteeConvened():
            yield ConveneCommittee, {"confirm": True}
        case CommitteeRose():
            yield RiseCommittee, {}
        case CommitteeReported(text=text):
            yield ReportCommittee, {"text": text}
        case PresenceCounted(present=present):
            yield CountPresent, {"present": present}
        case _:
            yield from _of_items(event)


def _of_items(event: Event) -> Iterator[Guess]:
    """What may have been typed for an event of the agenda, the week or who takes part."""
    match event:
        case ItemTakenUp(item=item):
            yield TakeUpItem, {"item": item, "confirm": True}
        case StageReached(speaker=speaker, function=function):
            yield IntroduceItem, {}
            yield SecretariatStatement, {"name": speaker, "function": function}
            yield OpenFloor, {}
            yield ConcludeItem, {"confirm": True}
        case ItemAdded(item=item):
            known = {"symbol": item.symbol, "title": item.title}
            yield AddItem, {**known, "kind": item.kind}
        case ItemEdited(item=symbol, symbol=now, title=title):
            yield EditItem, {"item": symbol, "title": title, "symbol": now}
        case SideEventAdded(event=added):
            known = {"title": added.title, "room": added.room, "kind": added.kind}
            times = {"starts": moment(added.starts), "ends": moment(added.ends)}
            for mode in Mode:
                more = {"mode": mode, "organizers": added.organizers}
                yield AddSideEvent, {**known, **times, **more}
        case DelegationRegistered(delegation=one):
            yield Register, {"participant": one.participant, "delegation": one.id}
            known = {"participant": one.participant, "code": one.id}
            yield Register, {**known, "delegation": one.name, "confirm": True}
        case _:
            return
