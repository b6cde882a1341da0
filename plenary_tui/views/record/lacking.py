"""The gaps of the record: what is missing, before whoever writes the report sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Outcome
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.colon_sentences import standing_in_english
from plenary_tui.views.record.corrected import correction_blocks
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    DraftFacts,
    MeetingFacts,
    StatementFacts,
)
from plenary_tui.views.record.sheet import (
    Block,
    Column,
    Paragraph,
    Sheet,
    Table,
    make_sheet,
)
from plenary_tui.views.record.unsettled import undecided, without_group
from plenary_tui.views.wording.tongue import ENGLISH, Tongue

SHORT = 10.0
"""Seconds below which a statement looks like a slip of the hand."""


class Gap(Value):
    """What something lacks: where it is, its row if it has one, and what is missing."""

    where: str
    row: int | None
    lacks: tuple[str, ...]


def lacking(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> Sheet:
    """The gaps: first how many of each, then each with where it is."""
    words = tongue.words
    gaps = tuple(_Gaps(record, tongue).all())
    blocks: list[Block] = []
    if gaps:
        counted = Counter(what for gap in gaps for what in gap.lacks)
        blocks.append(
            Table(
                caption=words("In short"),
                columns=(
                    Column(head=words("Lacking"), wide=True),
                    Column(head=words("Times"), right=True),
                ),
                rows=tuple((what, str(times)) for what, times in counted.most_common()),
            )
        )
        blocks.append(
            Table(
                caption=words("One by one"),
                columns=(
                    Column(head=words("Where"), wide=True),
                    Column(head=words("Row"), right=True),
                    Column(head=words("Lacks"), wide=True),
                ),
                rows=tuple(
                    (gap.where, "" if gap.row is None else str(gap.row), tongue.series(gap.lacks))
                    for gap in gaps
                ),
            )
        )
        text = words("Row: of the journal, with which the statement ended, or which brought it up.")
    else:
        text = words("Nothing is missing that the journal could tell.")
    blocks.append(Paragraph(text=text))
    blocks += correction_blocks(record, tongue)
    if said := standing_in_english(record, tongue):
        blocks.append(Paragraph(text=said))
    return make_sheet(record, words("gaps of the record"), blocks, tongue=tongue)


class _Gaps:
    """What a record lacks, in a language."""

    def __init__(self, record: ConferenceRecord, tongue: Tongue) -> None:
        self._record = record
        self._tongue = tongue

    def all(self) -> Iterator[Gap]:
        """Everything that is missing, in the order of the record."""
        record, words = self._record, self._tongue.words
        for meeting in record.meetings:
            if lacks := tuple(self._of_meeting(meeting)):
                yield Gap(self._meeting(meeting), None, lacks)
        for one in record.statements:
            if lacks := tuple(self._of_statement(one)):
                yield Gap(self._where(one), one.row, lacks)
        for name in record.unstarted:
            never = words("a clock that ran: it was called and counts as not heard")
            yield Gap(self._tongue.name(name), None, (never,))
        for point in record.points:
            if point.ruling is None and not point.withdrawn:
                name = self._tongue.name(point.delegation or words("who?"))
                yield Gap(
                    words("Point of order, {name}", name=name), point.row, (words("a ruling"),)
                )
        for motion in record.motions:
            if motion.outcome is None:
                of = words("Motion, {name}", name=self._tongue.name(motion.delegation))
                yield Gap(of, motion.row, (words("an outcome"),))
        for decision in record.decisions:
            if lacks := tuple(self._of_decision(decision)):
                yield Gap(self._draft(decision), decision.row, lacks)
        for draft in undecided(record):
            none = words("an action: it was taken up, and none noted")
            yield Gap(self._draft(draft), draft.row, (none,))
        if without := without_group(record):
            listed = self._tongue.series(self._tongue.sorted(without))
            group = words("the regional group of {names}", names=listed)
            yield Gap(words("Statistics"), None, (group,))

    def _meeting(self, meeting: MeetingFacts) -> str:
        if self._tongue.is_english:
            return meeting.title
        return self._tongue.meeting(meeting.number, meeting.body)

    def _of_meeting(self, meeting: MeetingFacts) -> Iterator[str]:
        """What a meeting lacks; the Committee's sittings are part of a meeting."""
        words = self._tongue.words
        if meeting.ended_at is None:
            yield words("an end: it has not risen")
        if meeting.body is Body.PLENARY:
            if not meeting.chairs and meeting.presided:
                assumed = self._tongue.name(meeting.presided)
                yield words("who presided: {name} is assumed", name=assumed)
            elif not meeting.chairs:
                yield words("who presided: nobody is named")
            if meeting.present is None:
                yield words("a count of the parties present")

    def _of_decision(self, decision: DecisionFacts) -> Iterator[str]:
        """What a draft lacks that the Conference adopted or rejected."""
        words, body = self._tongue.words, decision.body
        if decision.outcome in (Outcome.ADOPTED, Outcome.REJECTED) and body is Body.PLENARY:
            if missing := [words(one.value) for one in decision.languages_missing]:
                listed = self._tongue.series(missing)
                yield words("the text in {names}, though it was acted on", names=listed)
            if not decision.sponsors:
                yield words("who submitted it")

    def _draft(self, one: DecisionFacts | DraftFacts) -> str:
        if self._tongue.is_english:
            return one.label[:1].upper() + one.label[1:]
        return names.draft(one, self._tongue)

    def _of_statement(self, one: StatementFacts) -> Iterator[str]:
        """What a statement lacks; the President is known without it."""
        words = self._tongue.words
        if one.kind is FloorKind.SECRETARIAT and not (one.speaker or one.function):
            yield words("who spoke for the Secretariat")
        if one.kind in (FloorKind.RAPPORTEUR, FloorKind.CHAIR, FloorKind.GUEST) and not one.speaker:
            yield words("the speaker's name")
        if one.kind is FloorKind.STATEMENT:
            if not one.speaker:
                yield words("the speaker's name")
            if not one.function:
                yield words("the function")
            if one.language is None:
                yield words("the language")
        if not one.timed:
            yield words("a length: its clock never ran")
        elif one.kind is not FloorKind.PRESIDENT and one.length < SHORT:
            yield words(
                "a likely length: it took less than {seconds} seconds", seconds=f"{SHORT:.0f}"
            )

    def _where(self, one: StatementFacts) -> str:
        """Who spoke, and when."""
        tongue, zoned = self._tongue, self._record.timezone
        if not tongue.is_english:
            who = tongue.name(one.delegation) if one.delegation else names.role(one, tongue)
            when = tongue.moment(zoned, one.started_at)
            return tongue.words("{name} ({note})", name=who, note=when)
        name = one.delegation or one.role or one.kind.value.capitalize()
        return f"{name}, {one.started_at.astimezone(zone(zoned)):%d.%m. %H:%M}"
