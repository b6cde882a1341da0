"""What the webcast operator sees: pure values, one for each part of the pane.

Nothing here is private: no notes, no reminders, no calls to order.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.ground.called import holder_name, person_words
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import unnamed_point
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.procedure.state.conference import Conference, Entry, Floor
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import PointOfOrder
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    Language,
    Phase,
    Stage,
)
from plenary_tui.views.public.caption import Caption, caption
from plenary_tui.views.public.on_air import State, on_air_state
from plenary_tui.views.wording.clock_face import ClockFace, clock_face, read_floor
from plenary_tui.views.wording.words import (
    delegation_of,
    explains_words,
    group_words,
    speaker_line,
    video_words,
    who_words,
)


class Item(Value):
    """The current item with its stage, and the time of day in the conference's zone."""

    title: str
    stage: str
    time: str


class Now(Value):
    """Who has the floor.

    Attributes:
        name: the delegation; "" while nobody has the floor.
        lines: speaker and function, on behalf of whom.
        language: in which they speak, and whether in person, in words.
        delivery: how a video stands: which file, how long, rolled or finished; "" if in person.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    language: str = ""
    delivery: str = ""


class Upcoming(Value):
    """One of the next three.

    Attributes:
        when: how far away it is, in words; "" where nobody can tell.
        details: speaker, function, group, language.
        delivery: the file of a video and its length; "" if in person.
    """

    name: str
    when: str
    details: str
    delivery: str


class WebcastView(Value):
    """The whole pane, as of one row of the journal and one instant."""

    state: State
    item: Item
    face: ClockFace
    now: Now
    upcoming: tuple[Upcoming, ...]
    caption: Caption


def webcast_view(
    conference: Conference,
    now: Instant,
    language: Language = Language.ENGLISH,
    expected: Sequence[datetime | None] = (),
) -> WebcastView:
    """All that the operator sees.

    Args:
        language: of the name in the caption.
        expected: when each of the next is expected (UTC), as far as a forecast says so.
    """
    return WebcastView(
        state=on_air_state(conference),
        item=_item(conference, now),
        face=clock_face(conference, now),
        now=who_speaks(conference),
        upcoming=upcoming(conference, now, expected),
        caption=caption(conference, language),
    )


def _item(conference: Conference, now: Instant) -> Item:
    time = f"{local(conference, now.utc):%H:%M}"
    item = conference.current_item
    if item is None:
        return Item("No agenda item is taken up", "", time)
    stage = item.stage_in(conference.body)
    words = "" if stage is Stage.FLOOR_OPEN else stage.of_current
    return Item(f"{item.symbol}  {item.title}", words, time)


def who_speaks(conference: Conference) -> Now:
    """Who is heard: on a point of order before anybody else; without a speaker, the last video."""
    floor = conference.floor
    kept = (f"{holder_name(conference, floor)} keeps the floor",) if floor else ()
    match who_is_heard(conference):
        case PointOfOrder(delegation=whose):
            return Now(name_of(conference, whose), ("on a point of order", *kept))
        case None if unnamed_point(conference) is not None:
            return Now("", ("a point of order", *kept))
        case None:
            return Now(delivery=_finished(conference))
        case Floor(entry=Entry() as entry) as heard:
            return _of_list(conference, heard, entry)
        case heard:
            who = person_words(heard.person, but=holder_name(conference, heard))
            language = f"in {heard.person.language}" if heard.person.language else ""
            return Now(holder_name(conference, heard), (who,) if who else (), language)


def _of_list(conference: Conference, floor: Floor, entry: Entry) -> Now:
    language = f"in {entry.language}" if entry.language else "language not given"
    spoken = language if entry.delivery is Delivery.VIDEO else f"in person, {language}"
    lines = tuple(
        line for line in (explains_words(entry), who_words(entry), group_words(entry)) if line
    )
    return Now(holder_name(conference, floor), lines, spoken, _rolling(conference, floor, entry))


def _rolling(conference: Conference, floor: Floor, entry: Entry) -> str:
    """A video and whether it has been rolled: the start of the clock is the roll (rule 22)."""
    words, started = video_words(entry, floor.limit), floor.clock.started
    if not words:
        return ""
    if started is None:
        return f"{words}: NOT ROLLED YET"
    rolled = f"ROLLED at {local(conference, started.utc):%H:%M:%S}"
    return f"{words}: {rolled}{', STOPPED' if floor.phase is Phase.PAUSED else ''}"


def _finished(conference: Conference) -> str:
    """The last statement of this meeting, if it was a video."""
    last = conference.last_statement
    if last is None or last.entry is None or last.entry.delivery is not Delivery.VIDEO:
        return ""
    name = delegation_of(conference, last.entry).name
    ended = f"{local(conference, last.ended_at):%H:%M:%S}"
    how = "FINISHED" if last.started_at else "NOT ROLLED, ended"
    return f"{video_words(last.entry, None)} of {name}: {how} at {ended}"


def upcoming(
    conference: Conference, now: Instant, expected: Sequence[datetime | None] = ()
) -> tuple[Upcoming, ...]:
    """The next three, each with how far away it is."""
    entries = next_entries(conference, now)
    waits = minutes_away(conference, entries, now)
    rows = []
    for place, entry in enumerate(entries):
        due = expected[place] if conference.in_session and place < len(expected) else None
        language = f"in {entry.language}" if entry.language else ""
        rows.append(
            Upcoming(
                delegation_of(conference, entry).name,
                _when(conference, now, due, waits[place]),
                ", ".join(part for part in (speaker_line(entry), language) if part),
                video_words(entry, limit_for(conference, conference.item, entry.tier)),
            )
        )
    return tuple(rows)


def expected_of_next(conference: Conference, now: Instant) -> tuple[datetime | None, ...]:
    """When each of the next three is expected (UTC); None where that is not forecast."""
    found = forecast(conference, now).by_entry
    following = next_entries(conference, now)
    return tuple(one.expected if one else None for one in (found.get(e.id) for e in following))


def minutes_away(
    conference: Conference, entries: Sequence[Entry], now: Instant
) -> tuple[int | None, ...]:
    """Whole minutes, rounded up, until each would be called if everyone took the whole limit.

    A video takes its length, where that is known. None where nobody can tell: while the floor is
    not open, and after somebody who speaks without a limit.
    """
    item, reading = conference.current_item, read_floor(conference, now)
    opened = item is not None and item.stage_in(conference.body) is Stage.FLOOR_OPEN
    unlimited = reading is not None and reading.remaining is None
    if not conference.in_session or not opened or unlimited:
        return (None,) * len(entries)
    wait = max(ZERO, reading.remaining) if reading and reading.remaining else ZERO
    minutes = []
    for entry in entries:
        minutes.append(ceil(wait / timedelta(minutes=1)))
        wait += entry.media_length or limit_for(conference, conference.item, entry.tier)
    return tuple(minutes)


def _when(conference: Conference, now: Instant, due: datetime | None, minutes: int | None) -> str:
    if due is not None:
        left = max(0, ceil((due - now.utc) / timedelta(minutes=1)))
        return f"about {left} min ({local(conference, due):%H:%M})"
    if minutes is None:
        return ""
    return f"about {minutes} min" if minutes else "any moment"
