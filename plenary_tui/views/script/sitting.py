"""Meetings and items: opened, suspended, resumed, taken up, concluded, adjourned."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.meetings.agenda import next_item
from plenary_tui.procedure.meetings.opening import number_due
from plenary_tui.procedure.meetings.quorum import lacks, presence
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Meeting
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, ItemKind, MeetingStatus, QuorumFor, Stage
from plenary_tui.views.script.line import Line, Script, line
from plenary_tui.views.script.recent import (
    carried_to_end,
    has_just_turned,
    results,
    spoken_at,
    turned_at,
)
from plenary_tui.views.script.things import meeting_named, of_item

WORDS_STAY = timedelta(minutes=5)
"""For how long the words that end or suspend a meeting stay before those of the next."""
ENDING = timedelta(minutes=10)
"""How long before a meeting's end what remains of the list is thought of."""


def not_in_session(conference: Conference, now: Instant) -> Script:
    """Before a meeting, after it, and while it is suspended."""
    meeting = conference.meeting
    if meeting is None or meeting.status is MeetingStatus.NOT_OPENED:
        return Script(opening(conference, number_due(conference, now)))
    named = meeting_named(meeting.number, meeting.body)
    outcome = results(conference) if carried_to_end(conference) else ()
    if conference.suspended:
        ended = line("meeting.suspended", meeting=named)
        then: tuple[Line, ...] = (line("meeting.resume", meeting=named),)
        since = meeting.since
    else:
        ended = line("meeting.adjourn", meeting=named)
        due = number_due(conference, now)
        then = opening(conference, due) if conference.planned(due) else ()
        since = meeting.adjourned_at
    fresh = since is not None and now.utc - since < WORDS_STAY
    return Script((*outcome, ended), then) if fresh or not then else Script(then)


def opening(conference: Conference, number: int) -> tuple[Line, ...]:
    """The words that open a plenary meeting, and the quorum where somebody has counted."""
    name = conference.title or conference.name
    opened = line("meeting.open", meeting=meeting_named(number, Body.PLENARY), conference=name)
    counted = presence(conference)
    if counted is None:
        return (opened,)
    if lacks(conference, QuorumFor.DEBATE):
        return (line("meeting.no_quorum", present=str(counted.present)),)
    return (opened, line("meeting.quorum", present=str(counted.present)))


def just_opened(conference: Conference) -> tuple[Line, ...]:
    """The words that opened the meeting, until it turns to something or somebody speaks."""
    meeting = conference.meeting
    if meeting is None or meeting.opened_at < spoken_at(conference):
        return ()
    if has_just_turned(conference) or meeting.opened_at < turned_at(conference):
        return ()
    if meeting.body is Body.PLENARY:
        return opening(conference, meeting.number)
    return (line("committee.open", meeting=meeting_named(meeting.number, meeting.body)),)


def just_resumed(conference: Conference) -> tuple[Line, ...]:
    """That the meeting is resumed, until it turns to something or somebody speaks."""
    meeting = conference.meeting
    if meeting is None or meeting.since is None or meeting.since < turned_at(conference):
        return ()
    if spoken_at(conference) > meeting.since:
        return ()
    return (line("meeting.resume", meeting=meeting_named(meeting.number, meeting.body)),)


def item_lines(conference: Conference, item: AgendaItem, stage: Stage) -> tuple[Line, ...]:
    """What leads an item on, while its floor is not open (rule 21)."""
    turned = has_just_turned(conference)
    match stage:
        case Stage.NOT_TAKEN_UP if item.kind is ItemKind.THEMATIC:
            steps = (line("item.introduce"), line("item.secretariat"))
            return (*_if(turned, "item.take_up", item), *steps)
        case Stage.NOT_TAKEN_UP:
            return (*_if(turned, "item.take_up", item), of_item("item.floor_open", item))
        case Stage.INTRODUCED if item.kind is ItemKind.THEMATIC:
            return (line("item.secretariat"),)
        case Stage.INTRODUCED | Stage.FLOOR_OPEN:
            return (of_item("item.floor_open", item),)
        case Stage.SECRETARIAT:
            return (line("thank.secretariat"), of_item("item.floor_open", item))
        case Stage.DEBATE_CLOSED:
            return (*_if(turned, "item.debate_closed", item), of_item("item.concluded", item))
        case Stage.DEBATE_ADJOURNED:
            return (*_if(turned, "item.debate_adjourned", item), *what_follows(conference))
        case Stage.CONCLUDED:
            return (*_if(turned, "item.concluded", item), *what_follows(conference))


def _if(said: bool, key: str, item: AgendaItem) -> tuple[Line, ...]:
    """A line about an item, if it is still to be said."""
    return (of_item(key, item),) if said else ()


def what_follows(conference: Conference) -> tuple[Line, ...]:
    """The next item planned for this meeting; else the end of the meeting."""
    meeting = conference.meeting
    assert meeting is not None
    if meeting.body is Body.COMMITTEE:
        return (line("committee.rise"),) if conference.item is not None else ()
    if (item := next_item(conference)) is not None:
        return (of_item("item.take_up", item),)
    return ending(meeting) if conference.item is not None else ()


def ending(meeting: Meeting) -> tuple[Line, ...]:
    """The words that end a plenary meeting."""
    return (line("meeting.adjourn", meeting=meeting_named(meeting.number, meeting.body)),)


def carrying_over(conference: Conference, now: Instant) -> tuple[Line, ...]:
    """Towards the end of the meeting, what is said of those who will not be heard in it.

    () while there is time, or nobody waits; the meeting to which the list goes is recorded
    (carry-over).
    """
    meeting, speakers, ends = conference.sitting, conference.current_list, conference.ends_at
    if meeting is None or ends is None or speakers is None or not speakers.waiting:
        return ()
    to = speakers.carried_to
    if to is None or to <= meeting.number or ends - now.utc > ENDING:
        return ()
    if meeting.body is not Body.PLENARY:
        return ()
    return (line("meeting.carried", meeting=meeting_named(to, meeting.body)), *ending(meeting))
