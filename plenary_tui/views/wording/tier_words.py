"""Decisions to hear a tier from an hour on, in words: what will be, and what is."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.ground.calendar import local, ordinal, say_moment
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.speakers.order import (
    tier_hours_come,
    tier_hours_to_come,
)
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier


def tier_hour_words(conference: Conference, now: Instant) -> tuple[str, ...]:
    """What was decided for the current list, e.g. `NGOs from 17:00`, in the order of the hours."""
    speakers = conference.current_list
    if speakers is None:
        return ()
    come = reversed(tier_hours_come(conference, speakers, now.utc))
    waiting = (one for one in come if speakers.queue(one.tier).waiting)
    to_come = tier_hours_to_come(conference, speakers, now.utc)
    return (
        *(f"{one.tier} first since {local(conference, one.starts):%H:%M}" for one in waiting),
        *(f"{one.tier} from {_hour(conference, one, now)}" for one in to_come),
    )


def hour_of_tier(conference: Conference, speakers: SpeakersList, tier: Tier, now: Instant) -> str:
    """The same of one tier, as it stands beside its name; "" if nothing was decided."""
    for one in tier_hours_come(conference, speakers, now.utc):
        if one.tier is tier:
            return f"first since {local(conference, one.starts):%H:%M}"
    for one in tier_hours_to_come(conference, speakers, now.utc):
        if one.tier is tier:
            return f"from {_hour(conference, one, now)}"
    return ""


def tier_hour_lines(
    conference: Conference, speakers: SpeakersList, now: Instant
) -> tuple[str, ...]:
    """What was decided for a list, a sentence each, with its decision: for paper."""
    hours = (
        *tier_hours_come(conference, speakers, now.utc),
        *tier_hours_to_come(conference, speakers, now.utc),
    )
    return tuple(
        f"{one.tier} are heard from {_hour(conference, one, now)} on, whatever stands before them, "
        f"in the {ordinal(one.meeting)} meeting{f' ({one.decision})' if one.decision else ''}"
        for one in sorted(hours, key=lambda one: one.starts)
    )


def _hour(conference: Conference, hour: TierHour, now: Instant) -> str:
    """When it begins, with its day unless that is today."""
    there = local(conference, hour.starts)
    same = there.date() == local(conference, now.utc).date()
    return f"{there:%H:%M}" if same else f"{there:%a} {there:%H:%M}"


def tier_state(conference: Conference, speakers: SpeakersList, tier: Tier, now: Instant) -> str:
    """Whether one tier of a list is open and until when, in words."""
    queue = speakers.queue(tier)
    if is_open(conference, speakers, tier, now.utc):
        if queue.closes_at is None:
            return "open"
        if queue.closes_at - now.utc < timedelta(days=1):
            return f"open until {local(conference, queue.closes_at):%H:%M}"
        return f"open until {say_moment(conference, queue.closes_at)}"
    if queue.opens_at is not None and now.utc < queue.opens_at:
        return f"opens at {say_moment(conference, queue.opens_at)}"
    return "closed"
