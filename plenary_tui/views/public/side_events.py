"""The events beside the meetings, as the snapshot shows them."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from plenary_tui.procedure.programme.clashes import clashes
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.public.view import View


class SideEventView(View):
    """An event beside the meetings, as data; moments are UTC.

    Attributes:
        number: by which acts name it.
        same_room_as: the number of another event then in the same room.
        during_meeting: the number of the planned meeting at that time.
        overrun_minutes: how far the meeting that sits would run into it; null for not at all.
    """

    number: int
    kind: str
    title: str
    organizers: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    room: str | None
    modes: tuple[str, ...]
    cancelled: bool
    cancelled_because: str | None
    same_room_as: int | None
    during_meeting: int | None
    overrun_minutes: int | None


def side_event_views(conference: Conference, now: Instant) -> tuple[SideEventView, ...]:
    """All events, in the order of their numbers, with what stands against them."""
    found = clashes(conference, now)
    return tuple(
        SideEventView(
            number=number,
            kind=one.kind,
            title=one.title,
            organizers=one.organizers or None,
            starts_at=one.starts,
            ends_at=one.ends,
            room=one.room or None,
            modes=one.modes,
            cancelled=one.cancelled,
            cancelled_because=one.cancelled_because or None,
            same_room_as=clash.room_of or None,
            during_meeting=clash.during or None,
            overrun_minutes=ceil(clash.overrun.total_seconds() / 60) or None,
        )
        for number, (one, clash) in enumerate(
            zip(conference.side_events, found, strict=True), start=1
        )
    )
