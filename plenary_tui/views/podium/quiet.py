"""How long nothing changes on the podium by itself but the clock of whoever has the floor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plenary_tui.procedure.meetings.opening import EARLY
from plenary_tui.procedure.speakers.order import next_change
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.script.recent import SOON
from plenary_tui.views.script.sitting import WORDS_STAY

MINUTE = timedelta(minutes=1)
JUST_BEHIND = timedelta(microseconds=1)
"""What has been for a whole number of minutes says the next one just behind it."""


def quiet_for(conference: Conference, now: Instant) -> timedelta:
    """How long all that stands beside the clock stays as it is now, if nothing is done."""
    return min(one for one in _changes(conference, now) if one > ZERO)


def _changes(conference: Conference, now: Instant) -> Iterator[timedelta]:
    """After how long each thing changes; less than nothing for what has."""
    utc = now.utc
    yield MINUTE - timedelta(seconds=utc.second, microseconds=utc.microsecond)
    if (change := next_change(conference, utc)) is not None:
        yield change - utc
    if conference.ends_at is not None:  # its minutes need not be those of the day
        left = (conference.ends_at - utc) % MINUTE
        yield left or MINUTE
        yield left + JUST_BEHIND
    for moment in _moments(conference):
        yield moment - utc
    yield from _spans(conference, now)


class Quiet:
    """Knows whether what was shown beside the clock is still what is to be shown."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._since: Instant | None = None
        self._for = ZERO

    def lasts(self, now: Instant, *shown: object) -> bool:
        """Whether the same was shown, and none of it has changed since, also by a clock set."""
        since = self._since
        if since is None or since.boot != now.boot or shown != self._shown:
            return False
        return ZERO <= now.utc - since.utc < self._for and ZERO <= now.since(since) < self._for

    def begin(self, conference: Conference, now: Instant, *shown: object) -> None:
        """All of it is shown as of now."""
        self._shown, self._since = shown, now
        self._for = quiet_for(conference, now)


def _moments(conference: Conference) -> Iterator[datetime]:
    """Times of day at which words may change, past ones too, but for minutes before an end."""
    meeting, speakers = conference.meeting, conference.current_list
    if not conference.in_session:
        known = (meeting.since, meeting.adjourned_at) if meeting is not None else ()
        yield from (one + WORDS_STAY for one in known if one is not None)
        for planned in conference.planned_left(Body.PLENARY):
            yield planned.starts - EARLY
            yield planned.ends
    if speakers is not None:
        yield from (one.closes_at for one in speakers.queues if one.closes_at is not None)


def _spans(conference: Conference, now: Instant) -> Iterator[timedelta]:
    """After how long words that are said for a while are over; less than nothing if they are."""
    floor = conference.floor
    if floor is None:
        return
    if floor.clock.spans:
        yield SOON - now.since(floor.clock.spans[-1].begun)
    if floor.reminder is not None:
        yield SOON - now.since(floor.reminder.at)
