"""One snapshot of the conference: what `status --json`, feeds and pages show.

Now and next always come from one snapshot. Reminders, private notes and calls to order are never in
it. Seconds are to 0.1; moments are UTC; what does not apply yet is null, never missing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.ground.pending import pending_points
from plenary_tui.procedure.speakers.alignment import heard_for_groups
from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.procedure.state.chamber import NOBODY
from plenary_tui.procedure.state.conference import Conference, Person
from plenary_tui.procedure.state.frozen import field
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus, Stage
from plenary_tui.views.public.caption import LowerThird, lower_third
from plenary_tui.views.public.drafts import (
    DecisionView,
    DocumentView,
    decision_view,
    document_view,
    draft_view,
)
from plenary_tui.views.public.floor import FloorView, floor_of, heard_floor
from plenary_tui.views.public.raised import (
    MotionView,
    PointView,
    QuorumView,
    ReplyView,
    motion_views,
    point_view,
    quorum_view,
    reply_views,
)
from plenary_tui.views.public.side_events import SideEventView, side_event_views
from plenary_tui.views.public.view import View, in_lines
from plenary_tui.views.public.waiting import (
    AlignmentView,
    ForecastView,
    ListView,
    QueueEntry,
    alignment_view,
    forecast_view,
    list_view,
    queue_of,
)
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.script.script import script

__all__ = [
    "AlignmentView",
    "ConferenceView",
    "DecisionView",
    "DocumentView",
    "FloorView",
    "ForecastView",
    "ItemView",
    "JournalView",
    "ListView",
    "LowerThird",
    "MeetingView",
    "MotionView",
    "PointView",
    "QueueEntry",
    "QuorumView",
    "ReplyView",
    "SideEventView",
    "Snapshot",
    "floor_of",
    "heard_floor",
    "lower_third",
    "queue_of",
    "take_snapshot",
]


class ConferenceView(View):
    """The conference."""

    id: str
    name: str
    timezone: str
    rehearsal: bool


class ChairView(View):
    """Who presides in place of the President."""

    speaker: str | None
    function: str | None


class MeetingView(View):
    """The meeting that sits or sat last.

    `resumes_at`: until when it is suspended, if known; `presiding` is null for the President.
    """

    number: int
    body: Body
    status: MeetingStatus
    reason: str | None
    opened_at: datetime
    ends_at: datetime | None
    resumes_at: datetime | None = None
    presiding: ChairView | None = None


class ItemView(View):
    """The current agenda item and how far the body that sits has come with it."""

    symbol: str
    title: str
    stage: Stage


class JournalView(View):
    """The last row of the journal."""

    seq: int
    last_at: datetime | None


class Snapshot(View):
    """The whole of it.

    While a point of order is heard, `floor` is the delegation that raised it, and `interrupted`
    whoever had the floor before, whose clock stands still. `draft` is the one before the meeting.
    `script` is what the President says next, a sentence each.
    """

    schema_: Literal[1] = field(default=1, name="schema")
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
    script: tuple[str, ...] = ()
    journal: JournalView

    def to_json(self) -> str:
        """The snapshot as JSON, with the key `schema` first."""
        return in_lines(self)


def take_snapshot(conference: Conference, now: Instant, phrases: Phrases) -> Snapshot:
    """Everything that may be shown in public, as of one journal row and one instant.

    Args:
        phrases: how the President's script is put into words.
    """
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
        replies=reply_views(conference),
        points=tuple(point_view(conference, one) for one in points),
        motions=motion_views(conference),
        quorum=quorum_view(conference),
        interrupted=floor if points else None,
        list=list_view(conference, now),
        forecast=forecast_view(found) if conference.item else None,
        lower_third=lower_third(conference),
        next=queue[: len(next_entries(conference, now))],
        alignments=tuple(alignment_view(conference, one) for one in heard_for_groups(conference)),
        side_events=side_event_views(conference, now),
        draft=draft_view(conference),
        documents=tuple(document_view(conference, one) for one in conference.documents),
        decisions=tuple(decision_view(conference, one) for one in conference.decisions),
        script=phrases.say_all(script(conference, now).lines),
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
        resumes_at=meeting.resumes_at,
        presiding=_chair(meeting.presiding),
    )


def _chair(person: Person | None) -> ChairView | None:
    if person is None or person == NOBODY:
        return None
    return ChairView(speaker=person.speaker or None, function=person.function or None)


def _item(conference: Conference) -> ItemView | None:
    item = conference.current_item
    if item is None:
        return None
    return ItemView(symbol=item.symbol, title=item.title, stage=item.stage_in(conference.body))
