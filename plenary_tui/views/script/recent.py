"""What has just happened, so that it is said once: whom to thank, what was decided, announced."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from plenary_tui.procedure.meetings.committee import owes_report
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.chamber import Reminder
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Decision, MotionOutcome, Ruling
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import Body, MotionKind, Outcome, Phase
from plenary_tui.views.script.line import Line, line
from plenary_tui.views.script.people import speaker_of, thanks
from plenary_tui.views.script.things import (
    body_named,
    draft_named,
    length,
    meeting_named,
    motion_named,
    result,
)

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SOON = timedelta(seconds=30)
"""For how long somebody who speaks is reminded, or asked to continue."""


def turned_at(conference: Conference) -> datetime:
    """When the meeting last turned to something else than the list of speakers."""
    meeting = conference.meeting
    moments = (
        conference.moments.turned,
        conference.moments.reported,
        meeting.since if meeting else None,
        meeting.opened_at if meeting else None,
        _rose_at(conference),
        *(one.ruled_at for one in conference.rulings[-1:]),
        *(one.decided_at for one in conference.outcomes[-1:]),
        *(one.decided_at for one in conference.decisions[-1:]),
    )
    return max((one for one in moments if one is not None), default=LONG_AGO)


def _rose_at(conference: Conference) -> datetime | None:
    """When the Committee of the Whole rose, if that was the last that ended."""
    if conference.meetings and conference.meetings[-1].body is Body.COMMITTEE:
        return conference.meetings[-1].adjourned_at
    return None


def has_just_turned(conference: Conference) -> bool:
    """Whether the last thing that happened is that an item was taken up or came to a stage."""
    turned = conference.moments.turned
    return turned is not None and turned >= turned_at(conference)


def thanks_due(conference: Conference) -> tuple[Line, ...]:
    """The thanks to who spoke last, unless the meeting has turned to something else since."""
    last = conference.last_statement
    if last is None or turned_at(conference) > last.ended_at:
        return ()
    thanked = thanks(conference, last)
    return (thanked,) if thanked is not None else ()


def heard_since(conference: Conference) -> datetime:
    """When the speech that is going on, or was the last, began; what came later is news."""
    floor, last = conference.floor, conference.last_statement
    if floor is not None and floor.clock.started is not None:
        return floor.clock.started.utc
    return (last.started_at or last.called_at) if last is not None else LONG_AGO


def spoken_at(conference: Conference) -> datetime:
    """When somebody last began to speak or went on speaking."""
    floor = conference.floor
    if floor is not None and floor.clock.spans:
        return floor.clock.spans[-1].begun.utc
    return heard_since(conference)


def results(conference: Conference) -> tuple[Line, ...]:
    """What was last decided, if nobody has spoken and the meeting has not gone on since."""
    decided: list[tuple[datetime, tuple[Line, ...]]] = [
        *((one.ruled_at, _ruled(one)) for one in conference.rulings[-1:]),
        *((one.decided_at, _motion_decided(one)) for one in conference.outcomes[-1:]),
        *((one.decided_at, _acted(conference, one)) for one in conference.decisions[-1:]),
    ]
    if not decided:
        return ()
    when, lines = max(decided, key=lambda one: one[0])
    floor, last = conference.floor, conference.last_statement
    if floor is not None and floor.clock.spans:
        news = when > spoken_at(conference)
    else:
        news = last is None or when >= last.ended_at
    return lines if news and when >= turned_at(conference) else ()


def _ruled(ruling: Ruling) -> tuple[Line, ...]:
    if ruling.appeal is None:
        return ()
    outcome = "point.overturned" if ruling.appeal.overturns else "point.stands"
    return (result(ruling.appeal.vote), line(outcome))


def _motion_decided(outcome: MotionOutcome) -> tuple[Line, ...]:
    motion = motion_named(outcome.motion)
    if outcome.vote is None:
        return (line("motion.unopposed", motion=motion),)
    key = "motion.carried" if outcome.carried else "motion.rejected"
    return (result(outcome.vote), line(key, motion=motion))


def carried_to_end(conference: Conference) -> bool:
    """Whether the motion decided last has ended or suspended the meeting."""
    last = next(reversed(conference.outcomes), None)
    ends = (MotionKind.SUSPEND_MEETING, MotionKind.ADJOURN_MEETING)
    return last is not None and last.carried and last.motion.motion in ends


def _acted(conference: Conference, decision: Decision) -> tuple[Line, ...]:
    document = conference.document_numbered(decision.document)
    if document is None:
        return ()
    draft = draft_named(replace(document, revision=decision.revision))
    voted = (result(decision.vote),) if decision.vote is not None else ()
    match decision.outcome:
        case Outcome.ADOPTED:
            revised = line("draft.revised") if decision.orally_revised else None
            return (*voted, line("draft.adopted", draft=draft, revised=revised))
        case Outcome.REJECTED:
            return (*voted, line("draft.rejected", draft=draft))
        case Outcome.DEFERRED:
            return (line("draft.deferred", draft=draft),)
        case Outcome.WITHDRAWN:
            return (line("draft.withdrawn", draft=draft),)


def announcements(conference: Conference, now: Instant) -> tuple[Line, ...]:
    """A new time limit and the closing of the list, until the next speaker has begun."""
    since = heard_since(conference)
    lines: list[Line] = []
    decided = conference.moments.limit_set
    if decided is not None and decided > since and decided >= turned_at(conference):
        limit = conference.limits[-1]
        by = line(f"limit.by_{limit.tier.name.lower()}") if limit.tier is not None else None
        words = {"body": body_named(conference), "by": by, "limit": length(limit.limit)}
        if limit.item in (None, conference.item):
            lines += [line("limit.propose", **words), line("decide.no_objection")]
    closed = _list_closed_at(conference)
    if closed is not None and max(since, turned_at(conference)) <= closed <= now.utc:
        lines.append(line("list.closed", symbol=conference.item or ""))
    return tuple(lines)


def _list_closed_at(conference: Conference) -> datetime | None:
    """When the last part of the current list was or will be closed; None if one stays open."""
    speakers = conference.current_list
    if speakers is None:
        return None
    closings = [one.closed_at or one.closes_at for one in speakers.queues]
    known = [one for one in closings if one is not None]
    return max(known) if len(known) == len(closings) else None


def limit_to_remind(conference: Conference, now: Instant) -> tuple[Line, ...]:
    """The reminder of the time limit as the floor opens, for the first who will speak."""
    first = conference.entry_with_floor or next_entry(conference, now)
    if first is None:
        return ()
    limit = limit_for(conference, conference.item, first.tier)
    return (line("limit.remind", limit=length(limit)),)


def plenary_resumed(conference: Conference) -> tuple[Line, ...]:
    """The plenary after the Committee of the Whole rose: resumed, and the report asked for."""
    meeting, rose, reported = conference.meeting, _rose_at(conference), conference.moments.reported
    if meeting is None or rose is None or conference.body is not Body.PLENARY:
        return ()
    if reported is not None and reported > rose:
        news = reported > spoken_at(conference) and reported >= turned_at(conference)
        noted = (line("committee.noted"), line("decide.no_objection"))
        return noted if news else ()
    if rose < max(turned_at(conference), spoken_at(conference)) or not owes_report(conference):
        return ()
    resumed = line("meeting.resume", meeting=meeting_named(meeting.number, meeting.body))
    return (resumed, line("committee.report"))


def to_whoever_speaks(
    conference: Conference, now: Instant, reminder: Reminder | None
) -> tuple[Line, ...]:
    """The invitation to continue after an interruption, or the reminder that is handed in."""
    floor = conference.floor
    if floor is None or (whom := speaker_of(conference, floor)) is None:
        return ()
    goes_on = (line("point.continue", who=whom),)
    if floor.phase is Phase.PAUSED:
        stopped = floor.clock.spans[-1].ended
        assert stopped is not None
        ruled = _rulings_since(conference, stopped.utc)
        return (*ruled, *goes_on) if turned_at(conference) > stopped.utc else ()
    if floor.phase is Phase.SPEAKING:
        begun = floor.clock.spans[-1].begun
        ruled = _rulings_since(conference, begun.utc)
        interrupted = any(one.ruled_at == begun.utc for one in conference.rulings[-1:])
        if interrupted and now.since(begun) < SOON:
            newer = reminder is not None and reminder.at.since(begun) >= ZERO
            if not newer:
                return (*ruled, *goes_on)
    if reminder is not None and now.since(reminder.at) < SOON:
        return (line(f"remind.{reminder.ground.name.lower()}", who=whom),)
    return ()


def _rulings_since(conference: Conference, moment: datetime) -> tuple[Line, ...]:
    """The outcome of the appeal against the last ruling, if that is no older."""
    last = next(reversed(conference.rulings), None)
    return _ruled(last) if last is not None and last.ruled_at >= moment else ()
