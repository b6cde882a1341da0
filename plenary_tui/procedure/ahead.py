"""What comes before the list: a suspension, a point of order, who has the floor, a motion, stages.

Each is reckoned from the moment at which the forecast is made: what has passed is taken off.
"""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.conference import Conference, Entry, Floor
from plenary_tui.procedure.estimates import Estimate, left_of, left_of_long_tailed
from plenary_tui.procedure.motions import HEARD_ON_EACH_SIDE
from plenary_tui.procedure.pace import Pace
from plenary_tui.procedure.pending import pending_motions, pending_points
from plenary_tui.procedure.priors import Priors
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import (
    Delivery,
    FloorKind,
    ItemKind,
    MeetingStatus,
    Phase,
    Stage,
)


def ahead_of_list(
    conference: Conference, at: Instant, pace: Pace, priors: Priors
) -> Iterator[Estimate]:
    """The parts of what comes before the first turn on the list, in seconds."""
    yield from _suspension(conference, at, priors)
    yield from _points(conference, at, priors)
    if conference.floor is not None:
        yield from _floor(conference, conference.floor, at, pace, priors)
    else:
        yield from _preliminaries(conference, at, pace)
    yield from _motions(conference, priors)
    yield from _stages(conference, priors)


def _suspension(conference: Conference, at: Instant, priors: Priors) -> Iterator[Estimate]:
    """What is left of a suspension: nobody knows, but the longer it lasts, the longer it will.

    It takes at most what is left of its meeting: the next one opens at its own hour.
    """
    meeting = conference.meeting
    if meeting is None or meeting.status is not MeetingStatus.SUSPENDED:
        return
    since = at.utc - (meeting.since or at.utc)
    left = left_of_long_tailed(
        priors.suspension,
        priors.suspension_spread,
        max(0.0, since.total_seconds()),
        priors.suspension_cap,
    )
    most = float("inf")
    if meeting.ends_at is not None:
        most = max(0.0, (meeting.ends_at - at.utc).total_seconds())
    yield Estimate(min(left.mean, most), min(left.spread, most))


def _points(conference: Conference, at: Instant, priors: Priors) -> Iterator[Estimate]:
    """The rulings that are awaited; the first has been for a while (rule 26)."""
    for place, point in enumerate(pending_points(conference)):
        waited = 0.0 if place else max(0.0, at.since(point.raised_at).total_seconds())
        yield left_of(priors.ruling, priors.ruling_sd, waited)


def _floor(
    conference: Conference, floor: Floor, at: Instant, pace: Pace, priors: Priors
) -> Iterator[Estimate]:
    """What is left of the statement of whoever has the floor, given the time already used."""
    if floor.phase is Phase.CALLED:
        waited = max(0.0, at.since(floor.called_at).total_seconds())
        yield left_of(pace.gap.mean, pace.gap.spread, waited)
    length = _length_on_floor(conference, floor, pace, priors)
    yield left_of(length.mean, length.spread, floor.clock.elapsed(at).total_seconds())


def _length_on_floor(conference: Conference, floor: Floor, pace: Pace, priors: Priors) -> Estimate:
    """How long whoever has the floor speaks in all, by the limit that holds for it."""
    limit = (floor.limit or conference.policies.limit).total_seconds()
    match floor.kind:
        case FloorKind.REPLY:
            return Estimate(pace.reply.mean * limit, pace.reply.spread * limit)
        case FloorKind.PRESIDENT:
            return Estimate(priors.president, priors.president / 2)
        case FloorKind.STATEMENT if floor.entry is not None:
            known = length_of_video(floor.entry)
            if known:
                return Estimate(known, priors.video_sd)
            share = pace.share[floor.entry.tier]
            return Estimate(share.mean * limit, share.spread * limit)
        case _:
            return Estimate(priors.secretariat, priors.secretariat / 2)


def length_of_video(entry: Entry) -> float:
    """How many seconds a video statement takes; zero for one whose length is not known."""
    return entry.media_length.total_seconds() if entry.delivery is Delivery.VIDEO else 0.0


def _preliminaries(conference: Conference, at: Instant, pace: Pace) -> Iterator[Estimate]:
    """What the President says before the first turn of a meeting that has just opened."""
    meeting = conference.meeting
    if meeting is None or meeting.status is MeetingStatus.ADJOURNED:
        return
    last = conference.statements[-1] if conference.statements else None
    if last is not None and (last.meeting, last.body) == (meeting.number, meeting.body):
        return
    open_for = max(0.0, (at.utc - meeting.opened_at).total_seconds())
    before = pace.preliminaries
    if open_for < before.mean + 2 * before.spread:
        yield left_of(before.mean, before.spread, open_for)


def _motions(conference: Conference, priors: Priors) -> Iterator[Estimate]:
    """The motions that wait, which are decided before the floor is given to anybody (rule 33)."""
    for motion in pending_motions(conference):
        heard = len(motion.speakers)
        speakers = 2 * HEARD_ON_EACH_SIDE - heard if motion.motion.of_debate else 0
        mean = priors.motion + speakers * priors.motion_speaker
        yield Estimate(mean, mean / 2)


def _stages(conference: Conference, priors: Priors) -> Iterator[Estimate]:
    """What is left of the opening of the item (rule 21)."""
    item = conference.current_item
    if item is None:
        return
    stage = item.stage_in(conference.body)
    if stage is Stage.NOT_TAKEN_UP:
        yield Estimate(priors.introduction, priors.introduction / 2)
    if item.kind is ItemKind.THEMATIC and stage in (Stage.NOT_TAKEN_UP, Stage.INTRODUCED):
        yield Estimate(priors.secretariat, priors.secretariat / 2)
