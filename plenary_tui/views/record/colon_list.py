"""The rows of the list as delivered in another language than English."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, Explanation, FloorKind
from plenary_tui.views.public.caption import RIGHT_OF_REPLY
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.colon_sentences import MOTION_OUTCOMES, MOTIONS, appeal, presided
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    MotionFacts,
    PointFacts,
    StatementFacts,
    Time,
)
from plenary_tui.views.record.phrasing import day, length
from plenary_tui.views.wording.tongue import Tongue


def clock(record: ConferenceRecord, moment: datetime) -> str:
    """A time of day at the place of the conference."""
    return f"{moment.astimezone(zone(record.timezone)):%H:%M:%S}"


class ColonRows:
    """How the list is worded in a language."""

    def __init__(self, record: ConferenceRecord, tongue: Tongue) -> None:
        self._record = record
        self._tongue = tongue

    def heading(self, meeting: MeetingFacts) -> str:
        """A meeting and its day."""
        return self._tongue.words(
            "{meeting}, {date}",
            meeting=self._tongue.meeting(meeting.number, meeting.body),
            date=self._tongue.day(day(self._record, meeting)),
        )

    def hours(self, meeting: MeetingFacts) -> str:
        """When a meeting sat, and who presided."""
        tongue = self._tongue
        sat = Time(begun_at=meeting.opened_at, ended_at=meeting.ended_at)
        said = [tongue.words("In session: {times}.", times=self._stretch(sat))]
        if meeting.suspended:
            listed = tongue.series(map(self._stretch, meeting.suspended))
            said.append(tongue.words("Suspended: {times}.", times=listed))
        if meeting.chairs or (meeting.body is Body.PLENARY and meeting.presided):
            said.append(presided([meeting], tongue))
        return tongue.text(said)

    def _stretch(self, one: Time) -> str:
        begun = clock(self._record, one.begun_at)
        if one.ended_at is None:
            return self._tongue.words("from {begun}", begun=begun)
        ended = clock(self._record, one.ended_at)
        return self._tongue.words("from {begun} to {ended}", begun=begun, ended=ended)

    def statement(self, one: StatementFacts, number: str) -> tuple[str, ...]:
        """A statement, a reply, or what somebody else said."""
        tongue = self._tongue
        notes = []
        if one.kind is FloorKind.REPLY:
            notes.append(RIGHT_OF_REPLY[tongue.language])
        if one.explains is not None:
            before = one.explains is Explanation.BEFORE
            notes.append(
                tongue.words("explanation of position before action")
                if before
                else tongue.words("explanation of position after action")
            )
        if one.aligned:
            aligned = tongue.series(tongue.sorted(one.aligned))
            notes.append(tongue.words("aligned: {names}", names=aligned))
        if one.delegation is None:
            who, speaker = names.role(one, tongue), ""
        else:
            who = names.delegation(one, tongue)
            function = names.function(one, tongue)
            same = folded(function) == folded(one.delegation)
            speaker = names.joined((one.speaker or "", "" if same else function), tongue)
        return (
            number,
            clock(self._record, one.started_at),
            length(one.length) if one.timed else "",
            length(one.overrun) if one.overrun else "",
            one.language.code if one.language else "",
            names.bracketed(who, notes, tongue),
            speaker,
        )

    def _aside(self, at: datetime, who: str, what: str) -> tuple[str, ...]:
        return ("", clock(self._record, at), "", "", "", who, what)

    def point(self, one: PointFacts) -> tuple[str, ...]:
        """A point of order, with its ruling."""
        tongue = self._tongue
        who = tongue.words(
            "Point of order: {name}", name=tongue.name(one.delegation or tongue.words("not known"))
        )
        if one.withdrawn:
            return self._aside(one.raised_at, who, tongue.words("withdrawn"))
        if one.ruling is None:
            return self._aside(one.raised_at, who, tongue.words("no ruling yet"))
        said = tongue.words("Ruling: {text}.", text=tongue.name(one.ruling.rstrip(".")))
        if one.appeal_by is not None and one.appeal_vote is not None:
            fell = bool(one.overturned)
            said = f"{said} {appeal(one.appeal_by, one.appeal_vote, tongue, overturned=fell)}"
        return self._aside(one.raised_at, who, said)

    def motion(self, one: MotionFacts) -> tuple[str, ...]:
        """A motion, with its outcome."""
        tongue = self._tongue
        who = tongue.words("Motion: {name}", name=tongue.name(one.delegation))
        outcome = (
            tongue.words(MOTION_OUTCOMES[one.outcome])
            if one.outcome is not None
            else tongue.words("not decided yet")
        )
        if one.vote is not None:
            how = names.counts(one.vote, tongue)
            outcome = tongue.words("{outcome} {how}", outcome=outcome, how=how)
        motion = tongue.words(MOTIONS[one.motion])
        what = tongue.words("{motion}: {outcome}", motion=motion, outcome=outcome)
        return self._aside(one.moved_at, who, what)

    def decision(self, one: DecisionFacts) -> tuple[str, ...]:
        """The action on a draft."""
        tongue = self._tongue
        return self._aside(one.at, names.draft(one, tongue), names.outcome(one, tongue))
