"""Who waits on the current list, when it is open, and what is forecast of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from plenary_tui.forecast.forecast import NOTHING, Forecast
from plenary_tui.forecast.reach import Expected, Risk
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.speakers.eligibility import tiers_seated
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.speakers.order import order_at, tier_hours_left
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.frozen import by_name
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Explanation, Language, Rank, Tier
from plenary_tui.views.public.view import View, seconds
from plenary_tui.views.wording.words import aligned_names, delegation_of


class QueueEntry(View):
    """One that waits; `position` is its number on the list, from 1.

    `at_risk`: expected, but it may slip from this meeting to the next, or may not be heard at all;
    which of the two, `at_risk_of` says.
    """

    entry: int
    position: int
    delegation: str
    tier: Tier
    speaker: str | None
    function: str | None
    on_behalf_of: str | None
    rank: Rank
    delivery: Delivery
    media: str | None
    media_length: float | None
    language: Language | None
    ready: bool
    inscribed_at: datetime
    expected_at: datetime | None = None
    expected_latest: datetime | None = None
    at_risk: bool | None = None
    at_risk_of: Risk | None = None
    moved_because: str | None
    aligned: tuple[str, ...] = ()
    address: str | None = None
    short_function: str | None = None
    explains: Explanation | None = None


class AlignmentView(View):
    """A statement made for a group on the current item, and who is aligned with it."""

    entry: int
    delegation: str
    on_behalf_of: str
    aligned: tuple[str, ...]


class TierListView(View):
    """When one tier of the list is open."""

    status: Literal["open", "closed"]
    opens_at: datetime | None
    closes_at: datetime | None


class TierHourView(View):
    """A decision to hear a tier from an hour on; `come` once that hour has come."""

    tier: Tier
    starts_at: datetime
    meeting: int
    decision: str | None
    come: bool


class ListView(TierListView):
    """When the list of the current item is open; `tiers` only where they differ."""

    tiers: dict[Tier, TierListView] | None
    tier_hours: tuple[TierHourView, ...] = ()


class ForecastView(View):
    """When the list ends (null: not in the meetings left), and who is in none of them."""

    list_ends_at: datetime | None
    meeting_ends_at: datetime | None
    unreached: dict[Tier, int]


def queue_of(
    conference: Conference, now: Instant, found: Forecast = NOTHING
) -> tuple[QueueEntry, ...]:
    """Those who wait on the current list, in order, with what is forecast of them."""
    speakers = conference.current_list
    if speakers is None:
        return ()
    return tuple(
        _queue_entry(conference, entry, position, found.by_entry.get(entry.id))
        for position, entry in enumerate(order_at(conference, speakers, now.utc), start=1)
    )


def _queue_entry(
    conference: Conference, entry: Entry, position: int, expected: Expected | None
) -> QueueEntry:
    return QueueEntry(
        entry=entry.id,
        position=position,
        delegation=delegation_of(conference, entry).name,
        tier=entry.tier,
        speaker=entry.speaker or None,
        function=entry.function or None,
        on_behalf_of=entry.on_behalf_of or None,
        rank=entry.rank,
        delivery=entry.delivery,
        media=entry.media or None,
        media_length=seconds(entry.media_length or None),
        language=entry.language,
        ready=entry.ready,
        inscribed_at=entry.inscribed_at,
        expected_at=expected.expected if expected else None,
        expected_latest=expected.latest if expected else None,
        at_risk=expected.at_risk if expected else None,
        at_risk_of=expected.at_risk_of if expected else None,
        moved_because=entry.moved_because or None,
        aligned=aligned_names(conference, entry),
        address=entry.address or None,
        short_function=entry.short_function or None,
        explains=entry.explains,
    )


def alignment_view(conference: Conference, entry: Entry) -> AlignmentView:
    """A statement made for a group, with those aligned with it."""
    return AlignmentView(
        entry=entry.id,
        delegation=name_of(conference, entry.delegation),
        on_behalf_of=entry.on_behalf_of,
        aligned=aligned_names(conference, entry),
    )


def forecast_view(found: Forecast) -> ForecastView:
    """What is forecast of the list."""
    return ForecastView(
        list_ends_at=found.list_ends,
        meeting_ends_at=found.meeting_ends,
        unreached={one.tier: one.unreached for one in found.tiers},
    )


def list_view(conference: Conference, now: Instant) -> ListView | None:
    """When the current list is open; None while no item is taken up."""
    speakers = conference.current_list
    if speakers is None:
        return None
    seated = tiers_seated(speakers.body)
    tiers = {tier: _tier_list(conference, speakers, tier, now.utc) for tier in seated}
    first = tiers[Tier.STATES]
    if all(one == first for one in tiers.values()):
        return ListView(
            **by_name(first), tiers=None, tier_hours=_tier_hours(conference, speakers, now)
        )
    opens = [one.opens_at for one in tiers.values()]
    closes = [one.closes_at for one in tiers.values()]
    return ListView(
        status="open" if any(one.status == "open" for one in tiers.values()) else "closed",
        opens_at=None if None in opens else min(one for one in opens if one),
        closes_at=None if None in closes else max(one for one in closes if one),
        tiers=tiers,
        tier_hours=_tier_hours(conference, speakers, now),
    )


def _tier_hours(
    conference: Conference, speakers: SpeakersList, now: Instant
) -> tuple[TierHourView, ...]:
    return tuple(
        TierHourView(
            tier=one.tier,
            starts_at=one.starts,
            meeting=one.meeting,
            decision=one.decision or None,
            come=one.starts <= now.utc,
        )
        for one in tier_hours_left(conference, speakers)
    )


def _tier_list(
    conference: Conference, speakers: SpeakersList, tier: Tier, now: datetime
) -> TierListView:
    queue = speakers.queue(tier)
    return TierListView(
        status="open" if is_open(conference, speakers, tier, now) else "closed",
        opens_at=queue.opens_at,
        closes_at=queue.closed_at or queue.closes_at,
    )
