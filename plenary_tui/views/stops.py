"""The lines that cross a list: where a meeting ends, and where a tier is heard at its hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plenary_tui.procedure.calendar import local
from plenary_tui.procedure.conference import Conference, SpeakersList
from plenary_tui.procedure.forecast import Expected, Forecast
from plenary_tui.procedure.meeting_opening import planned_meeting
from plenary_tui.procedure.order import turns_left, turns_to_come
from plenary_tui.procedure.proceedings import TierTurn
from plenary_tui.procedure.timing import Instant
from plenary_tui.views.list_row import Section, Stop
from plenary_tui.views.outlook import stop_words
from plenary_tui.views.phrases import Words


def find_stops(
    conference: Conference,
    speakers: SpeakersList,
    found: Forecast,
    sections: Sequence[Section],
    now: Instant,
) -> tuple[Stop, ...]:
    """The lines between those who wait, each before the first who speaks after it."""
    if not found.entries:
        return ()
    hours = turns_to_come(conference, speakers, now.utc)
    stops: list[Stop] = []
    number, ends, place = found.meeting, found.meeting_ends, 0
    for section in sections:
        if turns_left(
            conference, speakers
        ):  # a tier that has its hour is not heard after the one above it
            number, ends = found.meeting, found.meeting_ends
        cuts = [one for one in hours if one.tier.order > section.tier.order]
        for position, entry in enumerate(section.waiting):
            one = found.by_entry.get(entry.id)  # None of one inscribed since
            if one is None:
                continue
            # Before the first of a tier the line stands above the tier's header.
            here = place + position + (1 if position else 0)
            while cuts and _is_after(one, cuts[0]):
                stops.append(Stop(here, _cut_words(conference, cuts.pop(0))))
            if one.meeting != number:
                stops.append(Stop(here, stop_words(conference, number, ends, one, now)))
                number, ends = one.meeting, _end_of(conference, one.meeting)
        place += 1 + len(section.waiting)
    return tuple(stops)


def _is_after(one: Expected, hour: TierTurn) -> bool:
    return one.expected is None or one.expected >= hour.starts


def _cut_words(conference: Conference, hour: TierTurn) -> Words:
    at = f"{local(conference, hour.starts):%H:%M}"
    return f"{at} {hour.tier} are heard, before those below", f"{at} {hour.tier} are heard"


def _end_of(conference: Conference, number: int) -> datetime | None:
    planned = planned_meeting(conference, number)
    return planned.ends if planned else None
