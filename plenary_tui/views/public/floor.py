"""Who has the floor and who is heard, with the clock, and the caption for it."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.ground.called import holder_name
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import PointOfOrder
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    Explanation,
    FloorKind,
    Language,
    Phase,
    Tier,
    Timing,
)
from plenary_tui.views.public.view import View, seconds
from plenary_tui.views.wording.clock_face import read_floor
from plenary_tui.views.wording.words import aligned_names


class FloorView(View):
    """Who has the floor. Seconds; `remaining` is negative in overrun, null without a limit."""

    entry: int | None
    kind: FloorKind
    delegation: str
    tier: Tier | None
    speaker: str | None
    function: str | None
    on_behalf_of: str | None
    delivery: Delivery | None
    media: str | None
    media_length: float | None
    language: Language | None
    phase: Phase
    timing: Timing
    called_at: datetime
    started_at: datetime | None
    limit: float | None
    elapsed: float
    remaining: float | None
    overrun: float
    aligned: tuple[str, ...] = ()
    address: str | None = None
    short_function: str | None = None
    explains: Explanation | None = None


def floor_of(conference: Conference, now: Instant) -> FloorView | None:
    """Who has the floor, with the clock."""
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return None
    entry, person = floor.entry, floor.person
    known = entry or person
    started = floor.clock.started
    return FloorView(
        entry=entry.id if entry else None,
        kind=floor.kind,
        delegation=holder_name(conference, floor),
        tier=_tier(conference, floor.whose),
        speaker=known.speaker or None,
        function=known.function or None,
        on_behalf_of=entry.on_behalf_of or None if entry else None,
        delivery=entry.delivery if entry else None,
        media=entry.media or None if entry else None,
        media_length=seconds(entry.media_length or None) if entry else None,
        language=known.language,
        phase=floor.phase,
        timing=reading.timing,
        called_at=floor.called_at.utc,
        started_at=started.utc if started else None,
        limit=seconds(reading.limit),
        elapsed=round(reading.elapsed.total_seconds(), 1),
        remaining=seconds(reading.remaining),
        overrun=round(reading.overrun.total_seconds(), 1),
        aligned=aligned_names(conference, entry) if entry else (),
        address=known.address or None,
        short_function=entry.short_function or None if entry else None,
        explains=entry.explains if entry else None,
    )


def heard_floor(conference: Conference, now: Instant) -> FloorView | None:
    """Who is heard: on a point of order before anybody else; None if nobody is.

    Nor is anybody while it is not recorded who raised it.
    """
    heard = who_is_heard(conference)
    if isinstance(heard, PointOfOrder):
        return _point_floor(conference, heard, now)
    return floor_of(conference, now) if heard is not None else None


def _point_floor(conference: Conference, point: PointOfOrder, now: Instant) -> FloorView:
    """The delegation that is heard on a point of order; it has no limit."""
    return FloorView(
        entry=None,
        kind=FloorKind.POINT_OF_ORDER,
        delegation=name_of(conference, point.delegation),
        tier=_tier(conference, point.delegation),
        speaker=None,
        function=None,
        on_behalf_of=None,
        delivery=Delivery.IN_PERSON,
        media=None,
        media_length=None,
        language=None,
        phase=Phase.SPEAKING,
        timing=Timing.ON_TIME,
        called_at=point.raised_at.utc,
        started_at=point.raised_at.utc,
        limit=None,
        elapsed=round(max(0.0, now.since(point.raised_at).total_seconds()), 1),
        remaining=None,
        overrun=0.0,
    )


def _tier(conference: Conference, delegation_id: str) -> Tier | None:
    delegation = conference.delegation(delegation_id)
    return delegation.tier if delegation else None
