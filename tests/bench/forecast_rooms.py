"""Meetings of the COP12 list played by simulated rooms, and what the forecast said meanwhile."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from plenary_tui.exchange.pack import load_pack
from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.hours_left import sittings_left
from plenary_tui.forecast.pace import Pace, measure
from plenary_tui.forecast.priors import Priors
from plenary_tui.forecast.reach import Expected
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.state.conference import Conference, Meeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Tier
from plenary_tui.rehearsal.room.habits import Habits
from plenary_tui.rehearsal.room.room import Room
from tests.chamber import vienna
from tests.rehearsal.room.driver import Step, applied, artificial, run

ITEM = "1(f)"
EVERY = timedelta(minutes=15)
HOUR_AHEAD = timedelta(minutes=45), timedelta(minutes=75)
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of one entry at one moment, against what happened; minutes.

    Attributes:
        ahead: in how many minutes it was expected.
        place: its place on the list, from 1.
        off, naive, oracle: how much later than expected it began, by the forecast, by place times
            limit, and by a forecast that knows the room's averages; infinite if it never spoke.
        by_latest: whether it had begun by the latest time; None where none was given.
    """

    ahead: float
    place: int
    off: float
    naive: float
    oracle: float
    by_latest: bool | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many were forecast to be left out or let in, at one moment, and how many were.

    Attributes:
        middle: whether in the middle of a meeting, not at its start.
        unreached, never: NGOs forecast not to be reached at all, and those that never spoke.
        now, spoke: of all tiers, forecast for this meeting, and those that spoke in it.
    """

    middle: bool
    unreached: int
    never: int
    now: int
    spoke: int


@dataclass
class Played:
    """What one run of all meetings on the item brought."""

    meetings: int = 0
    told: list[Told] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)


@lru_cache(maxsize=1)
def convened() -> Conference:
    """The COP12 sample, in the morning of its first day, with its real list for 1(f)."""
    event = load_pack("cop12").convene(artificial(vienna(14, 9)), rehearsal=True)
    return applied(EMPTY, (event,))


def play(habits: Habits, seed: int, priors: Priors) -> Played:
    """Play all meetings of the general discussion, and forecast every quarter of an hour."""
    start = convened()
    last = max(one.ends for one in start.programme if ITEM in one.items)
    steps = list(run(start, Room(habits, seed), vienna(14, 10), last + timedelta(hours=1)))
    final = steps[-1].conference
    began = {
        one.entry.id: one.started_at
        for one in final.statements
        if one.entry is not None and one.kind is FloorKind.STATEMENT and one.started_at is not None
    }
    played = Played()
    for meeting in final.meetings:
        played.meetings += 1
        for place, (moment, conference) in enumerate(_moments(steps, meeting)):
            now = artificial(moment)
            found = forecast(conference, now, priors=priors)
            truth = known_pace(final, meeting, moment)
            knows = forecast(conference, now, priors=priors, pace=truth)
            naive = _by_place(conference, moment)
            for number, one in enumerate(found.entries):
                told = _told(one, number, moment, began, naive, knows)
                if told is not None:
                    played.told.append(told)
            if place in (0, 6):
                played.counts.append(_count(found, began, meeting, middle=place > 0))
    return played


def _moments(steps: Sequence[Step], meeting: Meeting) -> Iterator[tuple[datetime, Conference]]:
    """The state every quarter of an hour of a meeting, from when the item is before it."""
    times = [one.at.utc for one in steps]
    assert meeting.adjourned_at is not None
    first = bisect_right(times, meeting.opened_at)
    taken_up = next(one.at.utc for one in steps[first - 1 :] if one.conference.item == ITEM)
    moment = max(meeting.opened_at, taken_up)
    while moment < meeting.adjourned_at:
        yield moment, steps[bisect_right(times, moment) - 1].conference
        moment += EVERY


def _told(
    one: Expected,
    number: int,
    moment: datetime,
    began: dict[int, datetime],
    naive: Sequence[datetime | None],
    knows: Forecast,
) -> Told | None:
    """What was told of an entry; None where it was not expected to speak at all."""
    if one.expected is None:
        return None
    start = began.get(one.entry)
    oracle = knows.entries[number].expected
    return Told(
        ahead=(one.expected - moment) / timedelta(minutes=1),
        place=number + 1,
        off=_off(start, one.expected),
        naive=_off(start, naive[number]),
        oracle=_off(start, oracle),
        by_latest=None if one.latest is None else start is not None and start <= one.latest,
    )


def _off(start: datetime | None, told: datetime | None) -> float:
    """By how many minutes it began later than told; infinite if one of the two never came."""
    if start is None or told is None:
        return NEVER
    return (start - told) / timedelta(minutes=1)


def _by_place(conference: Conference, moment: datetime) -> list[datetime | None]:
    """Place on the list times the limit, from now, breaks left out."""
    speakers = conference.current_list
    assert speakers is not None
    left = sittings_left(conference, speakers, moment)
    limit = conference.policies.limit.total_seconds()
    places = (left.place(place * limit) for place in range(1, len(speakers.waiting) + 1))
    return [None if one is None else one[1] for one in places]


def _count(found: Forecast, began: dict[int, datetime], meeting: Meeting, *, middle: bool) -> Count:
    ngos = found.tier(Tier.NGOS)
    assert ngos is not None and meeting.adjourned_at is not None
    starts = [began.get(one.entry) for one in found.entries]
    return Count(
        middle=middle,
        unreached=ngos.unreached,
        never=sum(one.tier is Tier.NGOS and one.entry not in began for one in found.entries),
        now=sum(one.this_meeting for one in found.tiers),
        spoke=sum(one is not None and one <= meeting.adjourned_at for one in starts),
    )


def known_pace(final: Conference, meeting: Meeting, moment: datetime) -> Pace:
    """The averages of a meeting as they turn out in the end, nothing of them in doubt."""
    speakers = final.list_of(ITEM, Body.PLENARY)
    heard = tuple(one for one in final.statements if one.meeting == meeting.number)
    light = {name: 1e-6 for name in Priors.__struct_fields__ if name.endswith("_weight")}
    free = replace(
        Priors(), share_cap=9.0, gap_cap=1e6, tier_sd=9.0, drift=0.0, slowing=0.0, slowing_sd=0.0,
        fading=1e9, **light,
    )  # fmt: skip
    pace = measure(replace(final, statements=heard), speakers, moment, free)
    return replace(
        pace,
        share={tier: replace(one, doubt=0.0) for tier, one in pace.share.items()},
        room_doubt=0.0,
        gap=replace(pace.gap, doubt=0.0),
    )
