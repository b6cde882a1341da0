"""The time in which a list can be heard: what is left of this meeting, and the item's later ones.

Speaking takes working time; the calendar has breaks. Working time is counted in seconds from the
first moment in which anybody can speak, and no moment of it falls in a break (rule 32).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate
from math import expm1, hypot, log1p

from plenary_tui.forecast.estimates import Estimate, left_of
from plenary_tui.forecast.pace import Days, Pace
from plenary_tui.forecast.priors import Priors
from plenary_tui.procedure.floor.replies import (
    END_OF_DAY,
    is_last_of_day,
    reply_limit,
    waiting_replies,
)
from plenary_tui.procedure.programme.rooms import ends_of, needs_hall
from plenary_tui.procedure.state.conference import Conference, SideEvent, SpeakersList
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body

UNENDING = datetime.max.replace(tzinfo=UTC)
"""The end of a meeting for which no end is known."""


class Sitting(Value):
    """A stretch of a meeting in which a list can be heard, from `starts` up to `ends` (UTC).

    Attributes:
        doubt: by how many seconds its start is unsure (sd).
        slowness: how many seconds of its beginning the room takes for a second of working time.
        slowing: how much slower it grows in a second.
    """

    number: int
    starts: datetime
    ends: datetime
    doubt: float = 0.0
    slowness: float = 1.0
    slowing: float = 0.0

    @property
    def seconds(self) -> float:
        return max(0.0, (self.ends - self.starts).total_seconds())

    def work_in(self, seconds: float) -> float:
        """The working time done in its first seconds."""
        if not self.slowing:
            return seconds / self.slowness
        return log1p(self.slowing * seconds / self.slowness) / self.slowing

    def after_work(self, worked: float) -> datetime:
        """The moment after so much working time of it."""
        if not self.slowing:
            return self.starts + timedelta(seconds=worked * self.slowness)
        seconds = self.slowness * expm1(self.slowing * worked) / self.slowing
        return self.starts + timedelta(seconds=seconds)


class Sittings(Value, dict=True):
    """The sittings left for a list, in the order of time.

    Attributes:
        sits: whether the first is of the meeting that sits or is suspended.
        spill: seconds by which the last statement of each runs past its end.
    """

    left: tuple[Sitting, ...]
    sits: bool = False
    spill: float = 0.0

    @cached_property
    def _begins(self) -> tuple[float, ...]:
        """The working time from which each begins."""
        lengths = (sitting.work_in(sitting.seconds) + self.spill for sitting in self.left[:-1])
        return tuple(accumulate(lengths, initial=0.0)) if self.left else ()

    @cached_property
    def _ends(self) -> tuple[float, ...]:
        """The working time up to which each lasts."""
        pairs = zip(self._begins, self.left, strict=True)
        return tuple(begins + sitting.work_in(sitting.seconds) for begins, sitting in pairs)

    @cached_property
    def _doubts(self) -> tuple[float, ...]:
        return tuple(accumulate((sitting.doubt for sitting in self.left), hypot))

    def doubt(self, worked: float) -> float:
        """How unsure the starts of all sittings up to that working time are (sd, seconds)."""
        if not self.left:
            return 0.0
        return self._doubts[min(bisect_right(self._ends, worked), len(self.left) - 1)]

    @property
    def this(self) -> Sitting | None:
        """The meeting that sits, else the next of the item; None if none is left."""
        return self.left[0] if self.left else None

    def place(self, worked: float) -> tuple[int, datetime] | None:
        """The sitting (from 0) and the moment after so much working time; None past the last.

        What falls between two sittings, while the last statement spills over, begins the next.
        """
        which = bisect_right(self._ends, worked)
        if which == len(self.left):
            return None
        since = max(0.0, worked - self._begins[which])
        return which, self.left[which].after_work(since)

    def worked(self, moment: datetime) -> float:
        """The working time up to a moment, in seconds."""
        worked = 0.0
        for begins, sitting in zip(self._begins, self.left, strict=True):
            if moment >= sitting.starts:
                worked = begins + sitting.work_in(
                    (min(moment, sitting.ends) - sitting.starts).total_seconds()
                )
        return worked


def sittings_left(conference: Conference, speakers: SpeakersList, now: datetime) -> Sittings:
    """What is left for a list: of the meeting, from now, and of the meetings planned for its item.

    These are the hours as planned: a suspended meeting counts from now, and those to come open when
    they should. The Committee of the Whole has no meetings planned for it.
    """
    meeting = conference.sitting
    left: list[Sitting] = []
    if meeting is not None:
        ends = conference.ends_at or UNENDING
        left.append(Sitting(meeting.number, now, max(now, ends)))
    from_then = left[0].ends if left else now
    for planned in conference.planned_left(speakers.body):
        of_list = speakers.item in planned.items or planned.number == speakers.carried_to
        if not of_list or planned.ends <= from_then:
            continue
        starts = max(planned.starts, from_then)
        left.append(Sitting(planned.number, starts, planned.ends))
        from_then = planned.ends
    return Sittings(tuple(left), meeting is not None)


def likely_sittings(
    conference: Conference, speakers: SpeakersList, at: Instant, pace: Pace, priors: Priors
) -> Sittings:
    """What is likely to be left for a list; arguments as of `sittings_left`."""
    planned = sittings_left(conference, speakers, at.utc)
    left = list(planned.left)
    first = 1 if planned.sits else 0
    to_come = [_opened_late(conference, sitting, at.utc, pace) for sitting in left[first:]]
    left[first:] = to_come
    free = _with_hall(left, conference.side_events, at.utc)
    before = _before_replies(conference, free, pace)
    called = (_up_to_last_call(sitting, priors) for sitting in before)
    slow = _slowed(conference, speakers.body, called, at.utc, pace)
    return Sittings(tuple(slow), planned.sits, priors.spill)


def _opened_late(conference: Conference, sitting: Sitting, now: datetime, pace: Pace) -> Sitting:
    """A sitting to come, from when its first turn is likely; what is past is taken off."""
    planned = conference.planned(sitting.number)
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
    for sitting in sittings:
        slow = 1 + pace.slowing * days.hours(sitting.starts)
        yield replace(sitting, slowness=slow / today, slowing=pace.slowing / 3600 / today)


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
    for sitting in sittings:
        rest = sitting
        for begins, ends in taken:
            if begins < rest.ends and rest.starts < ends:
                if rest.starts < begins:
                    yield replace(rest, ends=begins)
                    rest = replace(rest, doubt=0.0)
                rest = replace(rest, starts=min(ends, rest.ends))
        if rest.starts < rest.ends or rest is sitting:
            yield rest


def _before_replies(
    conference: Conference, sittings: Iterable[Sitting], pace: Pace
) -> Iterator[Sitting]:
    """The sittings, those that end a day cut short by the replies that wait.

    At most the time in which replies are in order before the list is done; the rest of them is
    heard on the next day.
    """
    owed = _replies_take(conference, pace)
    for sitting in sittings:
        if not owed or sitting.ends == UNENDING or not is_last_of_day(conference, sitting.ends):
            yield sitting
            continue
        taken = min(owed, END_OF_DAY)
        owed -= taken
        yield replace(sitting, ends=max(sitting.starts, sitting.ends - taken))


def _replies_take(conference: Conference, pace: Pace) -> timedelta:
    """How long the replies that wait are likely to take."""
    total = timedelta(0)
    for request in waiting_replies(conference):
        limit = reply_limit(conference, request.delegation)
        if limit is not None:
            total += pace.reply.mean * limit + timedelta(seconds=pace.gap.mean)
    return total
