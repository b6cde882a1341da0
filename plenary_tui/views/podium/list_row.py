"""What a list of speakers is made of on a screen: rows, tiers, and lines that cross it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Literal

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.forecast.reach import Expected
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.speakers.order import tier_hours_left, tier_hours_to_come
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Tier
from plenary_tui.views.forecast.at_risk import mark, remark
from plenary_tui.views.forecast.outlook import stop_words
from plenary_tui.views.wording.telling import Words
from plenary_tui.views.wording.words import ready_word, who_words


class Row(Value):
    """One row of a list: a tier's header, an entry, the end of a meeting, a sentence.

    Attributes:
        name: the delegation; of a header the tier; of a sentence the sentence.
        entry: the entry; None for other kinds.
        number: its number on the list, from 1.
        next: whether it will be called next.
        said: of a header, what is said of the tier, what matters most first; of a line that
            crosses the list, all of it.
        ready: in words; "" if not ready.
        who: speaker and function.
        group: on behalf of whom.
        aligned: how many are aligned with that statement.
        absent: how often it was absent, in words; "" if `moved` says it.
        moved: why it does not stand in order of receipt; "" if it does.
        expected: the time of day when it is expected to speak; "" where that is not forecast.
        explains: that a position is explained, and when, in words; "" for a statement.
        remark, mark: that it is at risk or not reached, as a word or a sign; "" if it is neither.
    """

    kind: Literal["header", "entry", "stop", "sentence"]
    name: str
    entry: Entry | None = None
    number: int = 0
    next: bool = False
    said: tuple[Words, ...] = ()
    ready: str = ""
    video: bool = False
    language: Language | None = None
    who: str = ""
    group: str = ""
    aligned: int = 0
    absent: str = ""
    moved: str = ""
    expected: str = ""
    remark: str = ""
    mark: str = ""
    explains: str = ""


class Section(Value):
    """One tier that is shown: its entries in order, and what is said of it."""

    tier: Tier
    said: tuple[Words, ...]
    waiting: tuple[Entry, ...]


class Stop(Value):
    """The end of a meeting, or the hour of a tier, drawn before the row at `place`.

    `place` counts rows without such lines.
    """

    place: int
    words: Words


@lru_cache(maxsize=512)
def entry_row(
    entry: Entry,
    number: int,
    name: str,
    *,
    next_one: bool,
    aligned: int,
    expected: Expected | None,
    time: str,
) -> Row:
    """The row of an entry; what is not of the entry itself is as of `Row`.

    Args:
        expected: what is forecast of it; None where that is not known.
        time: the same as a time of day.
    """
    again = "once" if entry.absences == 1 else f"{entry.absences} times"
    said = not entry.absences or entry.moved_because.startswith("absent")
    return Row(
        "entry",
        name,
        entry,
        number,
        next=next_one,
        ready=ready_word(entry.tier) if entry.ready else "",
        video=entry.delivery is Delivery.VIDEO,
        language=entry.language,
        who=who_words(entry),
        group=entry.on_behalf_of,
        aligned=aligned if entry.on_behalf_of else 0,
        absent="" if said else f"absent {again}",
        moved=entry.moved_because,
        expected=time,
        remark=remark(expected) if expected is not None else "",
        mark=mark(expected) if expected is not None else "",
        explains=f"explains {entry.explains}" if entry.explains else "",
    )


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
    hours = tier_hours_to_come(conference, speakers, now.utc)
    stops: list[Stop] = []
    number, ends, place = found.meeting, found.meeting_ends, 0
    for section in sections:
        if tier_hours_left(
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
                number, ends = one.meeting, _planned_end(conference, one.meeting)
        place += 1 + len(section.waiting)
    return tuple(stops)


def _is_after(one: Expected, hour: TierHour) -> bool:
    return one.expected is None or one.expected >= hour.starts


def _cut_words(conference: Conference, hour: TierHour) -> Words:
    at = f"{local(conference, hour.starts):%H:%M}"
    return f"{at} {hour.tier} are heard, before those below", f"{at} {hour.tier} are heard"


def _planned_end(conference: Conference, number: int) -> datetime | None:
    planned = conference.planned(number)
    return planned.ends if planned else None
