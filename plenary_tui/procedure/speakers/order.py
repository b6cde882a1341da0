"""The order in which a list is called: tier by tier, unless a tier is to be heard from an hour on.

A decision such as "NGOs at 17:00, whatever stands before them" names a tier, a time and the meeting
in which that time falls. From then on whoever waits in that tier is called before the others, for
as long as somebody does, until the decision is taken back or that meeting is adjourned. Nobody
displaces who has the floor. A pure function of the state and the time; nothing is recorded when
the time comes.
"""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.state.conference import (
    Conference,
    Entry,
    SpeakersList,
)
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Tier,
)


def tier_hours_left(conference: Conference, speakers: SpeakersList) -> tuple[TierHour, ...]:
    """The decisions on a list whose meeting is not over, in the order of their times."""
    if not speakers.tier_hours:
        return ()
    over = {meeting.number for meeting in conference.held(speakers.body)}
    left = (hour for hour in speakers.tier_hours if hour.meeting not in over)
    return tuple(sorted(left, key=_start))


def _start(hour: TierHour) -> datetime:
    return hour.starts


def tier_hours_come(
    conference: Conference, speakers: SpeakersList, now: datetime
) -> tuple[TierHour, ...]:
    """The decisions whose time has come in the meeting that sits, the latest first."""
    meeting = conference.sitting_of(speakers.body)
    if not speakers.tier_hours or meeting is None:
        return ()
    left = tier_hours_left(conference, speakers)
    return tuple(
        hour for hour in reversed(left) if hour.meeting == meeting.number and hour.starts <= now
    )


def tier_hours_to_come(
    conference: Conference, speakers: SpeakersList, now: datetime
) -> tuple[TierHour, ...]:
    """The decisions whose time has not come, in the order of their times."""
    return tuple(hour for hour in tier_hours_left(conference, speakers) if hour.starts > now)


def tiers_at(conference: Conference, speakers: SpeakersList, now: datetime) -> tuple[Tier, ...]:
    """The tiers in the order in which they are called: those heard from an hour on, then the rest.

    Of several the one whose time came last is called first.
    """
    first = tuple(hour.tier for hour in tier_hours_come(conference, speakers, now))
    return (*first, *(tier for tier in Tier if tier not in first))


def order_at(conference: Conference, speakers: SpeakersList, now: datetime) -> tuple[Entry, ...]:
    """All who wait, in the order in which they would be called if it stayed that time."""
    first, second, third = tiers_at(conference, speakers, now)
    queue = speakers.queue
    return queue(first).waiting + queue(second).waiting + queue(third).waiting


def is_over(conference: Conference, speakers: SpeakersList) -> bool:
    """Whether the debate is over, so that nobody who waits on the list is next."""
    item = conference.item_named(speakers.item)
    return item is not None and item.stage_in(speakers.body).over


def next_at(conference: Conference, speakers: SpeakersList, now: datetime) -> Entry | None:
    """Who is called next at that time; None if nobody waits, or the debate is over."""
    if is_over(conference, speakers):
        return None
    for tier in tiers_at(conference, speakers, now):
        if waiting := speakers.queue(tier).waiting:
            return waiting[0]
    return None


def next_entry(conference: Conference, now: Instant) -> Entry | None:
    """Who is called next on the current list; None if nobody is, or no item is taken up."""
    speakers = conference.current_list
    return next_at(conference, speakers, now.utc) if speakers is not None else None


def next_change(conference: Conference, now: datetime) -> datetime | None:
    """When the order of the current list changes by itself; None if it does not."""
    speakers = conference.current_list
    changes = tier_hours_to_come(conference, speakers, now) if speakers is not None else ()
    return changes[0].starts if changes else None


def last_change(conference: Conference, now: datetime) -> datetime | None:
    """When the order of the current list last changed by itself; None if it did not."""
    speakers = conference.current_list
    changes = tier_hours_come(conference, speakers, now) if speakers is not None else ()
    return changes[0].starts if changes else None


NEXT_SHOWN = 3
"""How many of the queue are shown as next."""


def next_entries(conference: Conference, now: Instant) -> tuple[Entry, ...]:
    """The next three of the current list; nobody once the debate is over."""
    speakers = conference.current_list
    if speakers is None or is_over(conference, speakers):
        return ()
    found: tuple[Entry, ...] = ()
    for tier in tiers_at(conference, speakers, now.utc):
        found += speakers.queue(tier).waiting[: NEXT_SHOWN - len(found)]
    return found
