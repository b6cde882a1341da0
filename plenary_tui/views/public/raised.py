"""What was raised beside the list and waits: points of order, motions, replies; and the quorum."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.floor.replies import reply_limit, rounds_held, waiting_replies
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions
from plenary_tui.procedure.meetings.quorum import presence, quorum
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Motion, PointOfOrder
from plenary_tui.procedure.state.vocabulary import MotionKind, QuorumFor, Side
from plenary_tui.views.public.view import View, seconds


class PointView(View):
    """A point of order that waits for its ruling; `number` in order of receipt.

    `delegation` is null while it is not recorded who raised it.
    """

    number: int
    delegation: str | None
    raised_at: datetime


class MotionView(View):
    """A motion that waits, in order of precedence; who spoke for and against it, by name."""

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


def reply_views(conference: Conference) -> tuple[ReplyView, ...]:
    """The requests to reply, in order."""
    return tuple(
        ReplyView(
            position=position,
            delegation=name_of(conference, one.delegation),
            to=one.to or None,
            requested_at=one.requested_at,
            round=rounds_held(conference, one.delegation) + 1,
            limit=seconds(reply_limit(conference, one.delegation)),
        )
        for position, one in enumerate(waiting_replies(conference), start=1)
    )


def motion_views(conference: Conference) -> tuple[MotionView, ...]:
    """The motions that wait, in order of precedence."""
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


def quorum_view(conference: Conference) -> QuorumView:
    """How many were counted, and how many it takes."""
    counted = presence(conference)
    return QuorumView(
        present=counted.present if counted else None,
        counted_at=counted.counted_at if counted else None,
        to_debate=quorum(conference, QuorumFor.DEBATE),
        to_decide=quorum(conference, QuorumFor.DECIDE),
    )


def point_view(conference: Conference, point: PointOfOrder) -> PointView:
    """One point of order that waits."""
    name = name_of(conference, point.delegation) if point.delegation else None
    return PointView(number=point.number, delegation=name, raised_at=point.raised_at.utc)
