"""Situations to forecast: a general discussion with so many waiting, and what it has heard."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.forecast.reach import Expected
from plenary_tui.procedure.state.conference import Conference, Entry, Meeting, Statement, TierQueue
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, MeetingStatus, Stage, Tier
from tests.chamber import Chamber, vienna

LONG_AGO = vienna(2, 9, month=9)
SECOND = timedelta(seconds=1)


def instant(moment: datetime) -> Instant:
    return Instant(moment, moment.timestamp(), "boot")


def sitting(
    counts: tuple[int, int, int],
    at: datetime,
    *,
    statements: tuple[Statement, ...] = (),
    status: MeetingStatus = MeetingStatus.IN_SESSION,
    until: datetime | None = None,
) -> Conference:
    """The general discussion in the meeting of that day, with so many waiting in each tier."""
    chamber = Chamber()
    conference = chamber.conference
    item = conference.item_named("1(f)")
    assert item is not None
    conference = conference.with_item(item.at_stage(Stage.FLOOR_OPEN, Body.PLENARY))
    number = 100
    queues = []
    for tier, count in zip(Tier, counts, strict=True):
        waiting = tuple(
            Entry(number + place, f"{tier}-{place}", tier, LONG_AGO) for place in range(count)
        )
        queues.append(TierQueue(tier, waiting, LONG_AGO, vienna(14, 12)))
        number += 1000
    speakers = replace(
        conference.list_of("1(f)", Body.PLENARY), queues=(queues[0], queues[1], queues[2])
    )
    planned = next(
        (one for one in conference.programme if one.starts <= at < one.ends),
        conference.programme[0],
    )
    meeting = Meeting(planned.number, Body.PLENARY, status, planned.starts, until or planned.ends)
    return replace(
        conference.with_list(speakers), item="1(f)", meeting=meeting, statements=statements
    )


def spoke(tier: Tier, seconds: float, *, after: datetime, gap: float = 20.0) -> Statement:
    """A statement of a tier on the general discussion."""
    called = after + timedelta(seconds=gap / 2)
    started = after + timedelta(seconds=gap)
    return Statement(
        FloorKind.STATEMENT,
        "1(f)",
        Body.PLENARY,
        1,
        Entry(1, "X", tier, LONG_AGO),
        called,
        started + timedelta(seconds=seconds),
        timedelta(seconds=seconds),
        timedelta(seconds=gap / 2),
        timedelta(seconds=180),
        started,
    )


def heard(tier: Tier, lengths: list[float], gap: float = 20.0) -> tuple[Statement, ...]:
    """Statements one after the other from ten on Monday."""
    done: list[Statement] = []
    moment = vienna(14, 10)
    for seconds in lengths:
        done.append(spoke(tier, seconds, after=moment, gap=gap))
        moment = done[-1].ended_at
    return tuple(done)


def of(found: Forecast, entry: int) -> Expected:
    return next(one for one in found.entries if one.entry == entry)
