"""One snapshot of the conference: what `status --json`, feeds and pages show.

Now and next always come from one snapshot. Reminders, private notes and calls to order are never in
it. Seconds are to 0.1; moments are UTC; what does not apply yet is null, never missing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from plenary_tui.procedure.alignment import aligned_with, heard_for_groups
from plenary_tui.procedure.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.forecast import NOTHING, Expected, Forecast, forecast
from plenary_tui.procedure.lists import is_open
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.order import order_at, turns_left
from plenary_tui.procedure.pending import pending_motions, pending_points
from plenary_tui.procedure.proceedings import Motion, PointOfOrder
from plenary_tui.procedure.quorum import presence, quorum
from plenary_tui.procedure.replies import reply_limit, rounds_held, waiting_replies
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import (
    Body,
    Delivery,
    FloorKind,
    Language,
    MeetingStatus,
    MotionKind,
    Phase,
    QuorumFor,
    Rank,
    Side,
    Stage,
    Tier,
    Timing,
)
from plenary_tui.views.documents import (
    DecisionView,
    DocumentView,
    decision_view,
    document_view,
    draft_view,
)
from plenary_tui.views.programme import SideEventView, side_event_views
from plenary_tui.views.reading import read_floor
from plenary_tui.views.view import View
from plenary_tui.views.words import NEXT_SHOWN, delegation_of, holder_name, speaker_line


class ConferenceView(View):
    """The conference."""

    id: str
    name: str
    timezone: str
    rehearsal: bool


class MeetingView(View):
    """The meeting that sits or sat last."""

    number: int
    body: Body
    status: MeetingStatus
    reason: str | None
    opened_at: datetime
    ends_at: datetime | None


class ItemView(View):
    """The current agenda item and how far the body that sits has come with it."""

    symbol: str
    title: str
    stage: Stage


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


class QueueEntry(View):
    """One that waits; `position` counts from 1 over the whole list."""

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
    moved_because: str | None
    aligned: tuple[str, ...] = ()


class PointView(View):
    """A point of order that waits for its ruling; `number` in order of receipt."""

    number: int
    delegation: str
    raised_at: datetime


class MotionView(View):
    """A motion that waits, in order of precedence; `speakers_for` and `_against` are names."""

    number: int
    motion: MotionKind
    delegation: str
    item: str | None
    moved_at: datetime
    speakers_for: tuple[str, ...]
    speakers_against: tuple[str, ...]


class QuorumView(View):
    """How many parties were counted in this sitting, null if none were, and how many it takes."""

    present: int | None
    counted_at: datetime | None
    to_debate: int
    to_decide: int


class ReplyView(View):
    """A request to reply that waits; `position` counts from 1, `limit` is in seconds."""

    position: int
    delegation: str
    to: str | None
    requested_at: datetime
    round: int
    limit: float | None


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


class LowerThird(View):
    """What a caption shows; empty strings when nobody has the floor or nothing is on air."""

    line1: str = ""
    line2: str = ""


class JournalView(View):
    """The last row of the journal."""

    seq: int
    last_at: datetime | None


class Snapshot(View):
    """The whole of it.

    While a point of order is heard, `floor` is the delegation that raised it, and `interrupted`
    whoever had the floor before, whose clock stands still. `draft` is the one before the meeting.
    """

    schema_: Literal[1] = 1
    now: datetime
    conference: ConferenceView
    meeting: MeetingView | None
    item: ItemView | None
    on_air: bool
    floor: FloorView | None
    queue: tuple[QueueEntry, ...]
    replies: tuple[ReplyView, ...]
    points: tuple[PointView, ...]
    motions: tuple[MotionView, ...]
    quorum: QuorumView
    interrupted: FloorView | None
    list: ListView | None
    forecast: ForecastView | None
    lower_third: LowerThird
    next: tuple[QueueEntry, ...]
    alignments: tuple[AlignmentView, ...] = ()
    side_events: tuple[SideEventView, ...] = ()
    draft: DocumentView | None
    documents: tuple[DocumentView, ...]
    decisions: tuple[DecisionView, ...]
    journal: JournalView

    def to_json(self) -> str:
        """The snapshot as JSON, with the key `schema` first."""
        return self.model_dump_json(indent=2).replace('"schema_"', '"schema"', 1)


def take_snapshot(conference: Conference, now: Instant) -> Snapshot:
    """Everything that may be shown in public, as of one journal row and one instant."""
    found = forecast(conference, now)
    queue = queue_of(conference, now, found)
    points, floor = pending_points(conference), floor_of(conference, now)
    return Snapshot(
        now=now.utc,
        conference=ConferenceView(
            id=conference.id,
            name=conference.name,
            timezone=conference.timezone,
            rehearsal=conference.rehearsal,
        ),
        meeting=_meeting(conference),
        item=_item(conference),
        on_air=conference.on_air,
        floor=heard_floor(conference, now),
        queue=queue,
        replies=_replies(conference),
        points=tuple(_point(conference, one) for one in points),
        motions=_motions(conference),
        quorum=_quorum(conference),
        interrupted=floor if points else None,
        list=_list(conference, now),
        forecast=_forecast(found) if conference.item else None,
        lower_third=lower_third(conference),
        next=queue[:NEXT_SHOWN],
        alignments=tuple(_alignment(conference, one) for one in heard_for_groups(conference)),
        side_events=side_event_views(conference, now),
        draft=draft_view(conference),
        documents=tuple(document_view(conference, one) for one in conference.documents),
        decisions=tuple(decision_view(conference, one) for one in conference.decisions),
        journal=JournalView(seq=conference.seq, last_at=conference.last_at),
    )


def _meeting(conference: Conference) -> MeetingView | None:
    meeting = conference.meeting
    if meeting is None:
        return None
    return MeetingView(
        number=meeting.number,
        body=meeting.body,
        status=meeting.status,
        reason=meeting.reason or None,
        opened_at=meeting.opened_at,
        ends_at=meeting.ends_at,
    )


def _item(conference: Conference) -> ItemView | None:
    item = conference.current_item
    if item is None:
        return None
    return ItemView(symbol=item.symbol, title=item.title, stage=item.stage_in(conference.body))


def floor_of(conference: Conference, now: Instant) -> FloorView | None:
    """Who has the floor, with the clock."""
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        return None
    entry = floor.entry
    started = floor.clock.started
    return FloorView(
        entry=entry.id if entry else None,
        kind=floor.kind,
        delegation=holder_name(conference, floor),
        tier=entry.tier if entry else _tier(conference, floor.delegation),
        speaker=entry.speaker or None if entry else None,
        function=entry.function or None if entry else None,
        on_behalf_of=entry.on_behalf_of or None if entry else None,
        delivery=entry.delivery if entry else None,
        media=entry.media or None if entry else None,
        media_length=_seconds(entry.media_length or None) if entry else None,
        language=entry.language if entry else None,
        phase=floor.phase,
        timing=reading.timing,
        called_at=floor.called_at.utc,
        started_at=started.utc if started else None,
        limit=_seconds(reading.limit),
        elapsed=round(reading.elapsed.total_seconds(), 1),
        remaining=_seconds(reading.remaining),
        overrun=round(reading.overrun.total_seconds(), 1),
        aligned=_aligned(conference, entry) if entry else (),
    )


def _replies(conference: Conference) -> tuple[ReplyView, ...]:
    return tuple(
        ReplyView(
            position=position,
            delegation=name_of(conference, one.delegation),
            to=one.to or None,
            requested_at=one.requested_at,
            round=rounds_held(conference, one.delegation) + 1,
            limit=_seconds(reply_limit(conference, one.delegation)),
        )
        for position, one in enumerate(waiting_replies(conference), start=1)
    )


def _motions(conference: Conference) -> tuple[MotionView, ...]:
    return tuple(
        MotionView(
            number=one.number,
            motion=one.motion,
            delegation=name_of(conference, one.delegation),
            item=one.item,
            moved_at=one.moved_at,
            speakers_for=_who_spoke(conference, one, Side.FOR),
            speakers_against=_who_spoke(conference, one, Side.AGAINST),
        )
        for one in pending_motions(conference)
    )


def _who_spoke(conference: Conference, motion: Motion, side: Side) -> tuple[str, ...]:
    return tuple(name_of(conference, who) for who, on in motion.speakers if on is side)


def _quorum(conference: Conference) -> QuorumView:
    counted = presence(conference)
    return QuorumView(
        present=counted.present if counted else None,
        counted_at=counted.counted_at if counted else None,
        to_debate=quorum(conference, QuorumFor.DEBATE),
        to_decide=quorum(conference, QuorumFor.DECIDE),
    )


def _point(conference: Conference, point: PointOfOrder) -> PointView:
    name = name_of(conference, point.delegation)
    return PointView(number=point.number, delegation=name, raised_at=point.raised_at.utc)


def heard_floor(conference: Conference, now: Instant) -> FloorView | None:
    """Who is heard: on a point of order before anybody else; None if nobody is."""
    for point in pending_points(conference):
        return _point_floor(conference, point, now)
    return floor_of(conference, now)


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


def _seconds(length: timedelta | None) -> float | None:
    return None if length is None else round(length.total_seconds(), 1)


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
        media_length=_seconds(entry.media_length or None),
        language=entry.language,
        ready=entry.ready,
        inscribed_at=entry.inscribed_at,
        expected_at=expected.expected if expected else None,
        expected_latest=expected.latest if expected else None,
        at_risk=expected.at_risk if expected else None,
        moved_because=entry.moved_because or None,
        aligned=_aligned(conference, entry),
    )


def _alignment(conference: Conference, entry: Entry) -> AlignmentView:
    return AlignmentView(
        entry=entry.id,
        delegation=name_of(conference, entry.delegation),
        on_behalf_of=entry.on_behalf_of,
        aligned=_aligned(conference, entry),
    )


def _aligned(conference: Conference, entry: Entry) -> tuple[str, ...]:
    """The names of those aligned with a statement made on behalf of a group."""
    return tuple(name_of(conference, one) for one in aligned_with(conference, entry))


def _forecast(found: Forecast) -> ForecastView:
    return ForecastView(
        list_ends_at=found.list_ends,
        meeting_ends_at=found.meeting_ends,
        unreached={one.tier: one.unreached for one in found.tiers},
    )


def _list(conference: Conference, now: Instant) -> ListView | None:
    speakers = conference.current_list
    if speakers is None:
        return None
    tiers = {tier: _tier_list(conference, speakers, tier, now.utc) for tier in Tier}
    first = tiers[Tier.STATES]
    if all(one == first for one in tiers.values()):
        return ListView(
            **first.model_dump(), tiers=None, tier_hours=_tier_hours(conference, speakers, now)
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
        for one in turns_left(conference, speakers)
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


def lower_third(conference: Conference) -> LowerThird:
    """The caption of whoever has the floor, while on air (rule 23)."""
    floor = conference.floor
    if not conference.on_air:
        return LowerThird()
    for point in pending_points(conference):
        return LowerThird(line1=name_of(conference, point.delegation), line2="point of order")
    if floor is None:
        return LowerThird()
    line2 = "right of reply" if floor.kind is FloorKind.REPLY else ""
    if floor.entry is not None:
        line2 = speaker_line(floor.entry)
    return LowerThird(line1=holder_name(conference, floor), line2=line2)
