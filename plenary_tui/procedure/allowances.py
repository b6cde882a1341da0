"""The hours that are left for a list once allowance is made for what else takes place in them.

Meetings open late and begin with the President's words; an event that needs the hall takes it; the
replies that were asked for take the end of the day, unless the list is done before (rule 27).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from math import hypot

from plenary_tui.procedure.conference import Conference, SideEvent, SpeakersList
from plenary_tui.procedure.days import Days
from plenary_tui.procedure.estimates import Estimate, left_of
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting_opening import planned_meeting
from plenary_tui.procedure.pace import Pace
from plenary_tui.procedure.priors import Priors
from plenary_tui.procedure.replies import END_OF_DAY, is_last_of_day, waiting_replies
from plenary_tui.procedure.reply_limits import reply_limit
from plenary_tui.procedure.side_events import ends_of, needs_hall
from plenary_tui.procedure.sittings import UNENDING, Sitting, Sittings, sittings_left
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Body


def likely_sittings(
    conference: Conference, speakers: SpeakersList, at: Instant, pace: Pace, priors: Priors
) -> Sittings:
    """What is likely to be left for a list; arguments as of `sittings_left`."""
    planned = sittings_left(conference, speakers, at.utc)
    left = list(planned.left)
    first = 1 if planned.sits else 0
    left[first:] = [_opened_late(conference, one, at.utc, pace) for one in left[first:]]
    free = _with_hall(left, conference.side_events, at.utc)
    before = _before_replies(conference, free, pace)
    called = (_up_to_last_call(one, priors) for one in before)
    slow = _slowed(conference, speakers.body, called, at.utc, pace)
    return Sittings(tuple(slow), planned.sits, priors.spill)


def _opened_late(conference: Conference, sitting: Sitting, now: datetime, pace: Pace) -> Sitting:
    """A sitting to come, from when its first turn is likely; what is past is taken off."""
    planned = planned_meeting(conference, sitting.number)
    late = Estimate(pace.opening.mean, pace.opening.spread)
    if planned is not None and planned.starts < now:
        late = left_of(late.mean, late.spread, (now - planned.starts).total_seconds())
    seconds = late.mean + pace.preliminaries.mean
    return replace(
        sitting,
        starts=min(sitting.ends, sitting.starts + timedelta(seconds=seconds)),
        doubt=hypot(late.spread, pace.preliminaries.spread),
    )


def _up_to_last_call(sitting: Sitting, priors: Priors) -> Sitting:
    """A sitting up to the time at which nobody is called any more."""
    last = sitting.ends - timedelta(seconds=priors.last_call)
    return replace(sitting, ends=max(sitting.starts, last))


def _slowed(
    conference: Conference, body: Body, sittings: Iterable[Sitting], now: datetime, pace: Pace
) -> Iterator[Sitting]:
    """The sittings with how slow the room is in them, against now."""
    days = Days(conference, body)
    today = 1 + pace.slowing * days.hours(now)
    for one in sittings:
        slow = 1 + pace.slowing * days.hours(one.starts)
        yield replace(one, slowness=slow / today, slowing=pace.slowing / 3600 / today)


def _with_hall(
    sittings: Iterable[Sitting], events: Iterable[SideEvent], now: datetime
) -> Iterator[Sitting]:
    """The sittings without the times at which an event has the hall.

    One that should have begun while the meeting sits has evidently not got it.
    """
    taken = sorted(
        (event.starts, ends)
        for event in events
        if event.starts is not None and event.starts > now and needs_hall(event)
        if (ends := ends_of(event)) is not None
    )
    for one in sittings:
        rest = one
        for begins, ends in taken:
            if begins < rest.ends and rest.starts < ends:
                if rest.starts < begins:
                    yield replace(rest, ends=begins)
                    rest = replace(rest, doubt=0.0)
                rest = replace(rest, starts=min(ends, rest.ends))
        if rest.starts < rest.ends or rest is one:
            yield rest


def _before_replies(
    conference: Conference, sittings: Iterable[Sitting], pace: Pace
) -> Iterator[Sitting]:
    """The sittings, those that end a day cut short by the replies that wait.

    At most the time in which replies are in order before the list is done; the rest of them is
    heard on the next day.
    """
    owed = _replies_take(conference, pace)
    for one in sittings:
        if not owed or one.ends == UNENDING or not is_last_of_day(conference, one.ends):
            yield one
            continue
        taken = min(owed, END_OF_DAY)
        owed -= taken
        yield replace(one, ends=max(one.starts, one.ends - taken))


def _replies_take(conference: Conference, pace: Pace) -> timedelta:
    """How long the replies that wait are likely to take."""
    total = timedelta(0)
    for one in waiting_replies(conference):
        limit = reply_limit(conference, one.delegation)
        if limit is not None:
            total += pace.reply.mean * limit + timedelta(seconds=pace.gap.mean)
    return total
