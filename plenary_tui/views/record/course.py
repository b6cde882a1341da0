"""The course of a conference: what its rows in force say beyond the state they have made.

The state keeps what was said and decided; the rows know in addition when each meeting stood still
or was on air, which items it took up, and where each point, motion and draft came before it. What
is private to the officer (calls to order, notes, reasons of an override) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plenary_tui.procedure.decisions.adoption import DocumentActedOn, DocumentTakenUp
from plenary_tui.procedure.decisions.motions import MotionDecided, MotionDropped, MotionMoved
from plenary_tui.procedure.decisions.vote_corrections import (
    AppealVoteCorrected,
    MotionVoteCorrected,
    VoteCorrected,
)
from plenary_tui.procedure.floor.giving import FloorGiven, StatementEnded
from plenary_tui.procedure.floor.points import PointNamed, PointRaised, PointRuled, PointWithdrawn
from plenary_tui.procedure.floor.replies import ReplyGranted
from plenary_tui.procedure.floor.statement_corrections import StatementCorrected
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.meetings.agenda import ItemTakenUp, StageReached
from plenary_tui.procedure.meetings.chair import ChairTaken
from plenary_tui.procedure.meetings.committee import (
    CommitteeConvened,
    CommitteeReported,
    CommitteeRose,
)
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.meetings.items import ItemEdited
from plenary_tui.procedure.meetings.meeting import (
    MeetingAdjourned,
    MeetingEndSet,
    MeetingResumed,
    MeetingSuspended,
    OnAirSet,
)
from plenary_tui.procedure.meetings.opening import MeetingOpened
from plenary_tui.procedure.meetings.quorum import PresenceCounted
from plenary_tui.procedure.state.chamber import Person
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, Stage
from plenary_tui.views.record.sittings import (
    BroughtUp,
    Consideration,
    Key,
    MovedMotion,
    RaisedPoint,
    Recount,
    Sitting,
    Stretch,
)

_DOING = (ItemTakenUp, StageReached, FloorGiven, ReplyGranted, PointRaised, MotionMoved)
"""What is done under whoever presides, so that the chair was not merely named late."""


class Course:
    """The course of a conference, from its rows in force.

    Attributes:
        sittings: the meetings, in the order of their opening.
        statement_rows, decision_rows: the rows with which the statements and the decisions of the
            state were recorded, in their order.
        statements_corrected, votes_corrected: which of them was corrected, from 1, with the row.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.sittings: list[Sitting] = []
        self.points: list[RaisedPoint] = []
        self.motions: list[MovedMotion] = []
        self.drafts: list[BroughtUp] = []
        self.statement_rows: list[int] = []
        self.decision_rows: list[int] = []
        self.statements_corrected: list[tuple[int, int]] = []
        self.votes_corrected: list[tuple[int, int]] = []
        self._now: Sitting | None = None
        self._item: str | None = None
        self._concluded: set[tuple[Body, str]] = set()
        self._frozen: tuple[Sitting, str | None, bool] | None = None
        self._stood: Stretch | None = None
        self._on_air_before = True
        self._on_air_in_committee = False
        self._points: dict[int, RaisedPoint] = {}
        self._motions: dict[int, MovedMotion] = {}
        for record in records:
            self._follow(record.event, record.seq)

    def sitting(self, key: Key) -> Sitting | None:
        """The meeting of that body and number; None if it was not opened."""
        return next((one for one in self.sittings if one.key == key), None)

    def _follow(self, event: Event, row: int) -> None:
        if self._now is not None and isinstance(event, _DOING):
            self._now.turned = True
        match event:
            case ConferenceConvened():
                self._on_air_in_committee = event.policies.on_air_in_committee
            case MeetingOpened() | CommitteeConvened() | MeetingAdjourned() | CommitteeRose():
                self._open_or_close(event)
            case (
                MeetingSuspended()
                | MeetingResumed()
                | OnAirSet()
                | MeetingEndSet()
                | PresenceCounted()
                | CommitteeReported()
            ):
                if self._now is not None:
                    self._in_meeting(self._now, event)
            case ChairTaken(meeting=int() as number):
                if (over := self.sitting((Body.PLENARY, number))) is not None:
                    over.chairs = [event.person]
            case ChairTaken() if self._now is not None:
                self._now.taken_by(event.person)
            case ItemTakenUp() | StageReached():
                self._with_item(event)
            case ItemEdited():
                self._rename(event.item, event.symbol)
            case StatementEnded():
                self.statement_rows.append(row)
                self._considers(self._item)
            case PointRaised() | PointNamed() | PointRuled() | PointWithdrawn():
                self._with_point(event, row)
            case MotionMoved() | MotionDecided() | MotionDropped():
                self._with_motion(event, row)
            case DocumentTakenUp() if self._now is not None:
                self._considers(event.item)
                self.drafts.append(
                    BroughtUp(self._now.key, event.item, row, event.at.utc, event.number)
                )
            case DocumentActedOn():
                self.decision_rows.append(row)
            case StatementCorrected():
                self.statements_corrected.append((event.number, row))
            case VoteCorrected():
                self.votes_corrected.append((event.decision, row))
            case MotionVoteCorrected():
                _recount_motion(self._motions[event.number], event, row)
            case AppealVoteCorrected():
                _recount_appeal(self._points[event.number], event, row)
            case _:
                pass

    def _open_or_close(
        self, event: MeetingOpened | CommitteeConvened | MeetingAdjourned | CommitteeRose
    ) -> None:
        at, now = event.at.utc, self._now
        match event:
            case MeetingOpened():
                self._now = Sitting((Body.PLENARY, event.number), at, event.ends_at)
                self.sittings.append(self._now)
                _set_on_air(self._now, True, at)
            case CommitteeConvened():
                assert now is not None
                self._frozen = now, self._item, _is_on_air(now)
                self._stood = _standing(now)
                if self._stood is not None:
                    self._stood.ended = at
                now.pauses.append(Stretch(at, reason="for the Committee of the Whole"))
                _set_on_air(now, False, at)
                within = now.key[1]
                self._now = Sitting((Body.COMMITTEE, event.number), at, now.ends_at, within)
                self.sittings.append(self._now)
                self._item = None
                _set_on_air(self._now, self._on_air_in_committee, at)
            case MeetingAdjourned():
                assert now is not None
                _end(now, at)
            case CommitteeRose():
                assert now is not None and self._frozen is not None
                _end(now, at)
                self._now, self._item, on_air = self._frozen
                self._frozen = None
                self._now.pauses[-1].ended = at
                if self._stood is not None:
                    self._now.pauses.append(Stretch(at, reason=self._stood.reason))
                _set_on_air(self._now, on_air, at)

    def _in_meeting(
        self,
        now: Sitting,
        event: MeetingSuspended
        | MeetingResumed
        | OnAirSet
        | MeetingEndSet
        | PresenceCounted
        | CommitteeReported,
    ) -> None:
        at = event.at.utc
        match event:
            case MeetingSuspended():
                self._on_air_before = _is_on_air(now)
                now.pauses.append(Stretch(at, reason=event.reason))
                _set_on_air(now, False, at)
            case MeetingResumed():
                now.pauses[-1].ended = at
                _set_on_air(now, self._on_air_before, at)
            case OnAirSet():
                _set_on_air(now, event.on_air, at)
            case MeetingEndSet():
                now.ends_at = event.ends_at
            case PresenceCounted() if now.ended_at is None:
                now.counts.append(event.present)
            case PresenceCounted():
                pass
            case CommitteeReported():
                now.reports.append(event.text)

    def _with_item(self, event: ItemTakenUp | StageReached) -> None:
        self._item = event.item if isinstance(event, ItemTakenUp) else self._item
        considered = self._considers(event.item)
        if self._now is not None and considered is not None and isinstance(event, StageReached):
            if event.stage is Stage.SECRETARIAT:
                considered.secretariat = True
                considered.secretariat_by = Person(event.speaker, event.function)
            considered.concluded = event.stage is Stage.CONCLUDED
            considered.over = False
            of_body = self._now.key[0], event.item
            (self._concluded.add if considered.concluded else self._concluded.discard)(of_body)

    def _rename(self, was: str, now: str) -> None:
        """Name an item by its new symbol; at most points of order were raised on it before."""
        for sitting in self.sittings:
            sitting.renamed(was, now)
        for point in self.points:
            point.item = now if point.item == was else point.item

    def _considers(self, item: str | None) -> Consideration | None:
        """The item as considered by the meeting that sits; None without either."""
        if item is None or self._now is None:
            return None
        over = (self._now.key[0], item) in self._concluded
        return self._now.items.setdefault(item, Consideration(over=over))

    def _with_point(
        self, event: PointRaised | PointNamed | PointRuled | PointWithdrawn, row: int
    ) -> None:
        if isinstance(event, PointRaised):
            if self._now is not None:
                point = RaisedPoint(self._now.key, self._item, row, event.at.utc, event.delegation)
                self._points[event.number] = point
                self.points.append(point)
            return
        point = self._points[event.number]
        match event:
            case PointNamed():
                point.delegation = event.delegation
            case PointRuled():
                point.ruling, point.appeal = event.ruling, event.appeal
            case PointWithdrawn(mistaken=True):
                self.points.remove(point)
            case PointWithdrawn():
                point.withdrawn = True

    def _with_motion(self, event: MotionMoved | MotionDecided | MotionDropped, row: int) -> None:
        if isinstance(event, MotionMoved):
            if self._now is not None:
                motion = MovedMotion(
                    self._now.key, event.item, row, event.at.utc, event.motion, event.delegation
                )
                self._motions[event.number] = motion
                self.motions.append(motion)
            return
        motion = self._motions[event.number]
        if isinstance(event, MotionDropped):
            motion.outcome = "lapsed" if event.lapsed else "withdrawn"
        else:
            motion.outcome = "carried" if event.carried else "rejected"
            motion.vote = event.vote


def _recount_motion(motion: MovedMotion, event: MotionVoteCorrected, row: int) -> None:
    assert motion.vote is not None
    motion.corrected.append(Recount(row, event.at.utc, motion.vote, event.vote))
    motion.vote = event.vote
    motion.outcome = "carried" if event.vote.carried else "rejected"


def _recount_appeal(point: RaisedPoint, event: AppealVoteCorrected, row: int) -> None:
    assert point.appeal is not None
    point.corrected.append(Recount(row, event.at.utc, point.appeal.vote, event.vote))
    point.appeal = replace(point.appeal, vote=event.vote)


def _standing(sitting: Sitting) -> Stretch | None:
    """The suspension that goes on, in which the Committee was convened; None if none does."""
    open_now = sitting.pauses and sitting.pauses[-1].ended is None
    return sitting.pauses[-1] if open_now else None


def _is_on_air(sitting: Sitting) -> bool:
    return bool(sitting.on_air) and sitting.on_air[-1].ended is None


def _set_on_air(sitting: Sitting, on_air: bool, at: datetime) -> None:
    if on_air and not _is_on_air(sitting):
        sitting.on_air.append(Stretch(at))
    elif not on_air and _is_on_air(sitting):
        sitting.on_air[-1].ended = at


def _end(sitting: Sitting, at: datetime) -> None:
    sitting.ended_at = at
    if sitting.pauses and sitting.pauses[-1].ended is None:
        sitting.pauses[-1].ended = at
    _set_on_air(sitting, False, at)
