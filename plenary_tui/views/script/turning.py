"""When the President's words change by themselves, as time passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from plenary_tui.procedure.meetings.opening import EARLY
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.script.recent import SOON
from plenary_tui.views.script.sitting import WORDS_STAY


def moments(conference: Conference) -> Iterator[datetime]:
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


def spans(conference: Conference, now: Instant) -> Iterator[timedelta]:
    """After how long words that are said for a while are over; less than nothing if they are."""
    floor = conference.floor
    if floor is None:
        return
    if floor.clock.spans:
        yield SOON - now.since(floor.clock.spans[-1].begun)
    if floor.reminder is not None:
        yield SOON - now.since(floor.reminder.at)
