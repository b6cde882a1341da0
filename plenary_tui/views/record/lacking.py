"""The gaps of the record: what is missing, before whoever writes the report sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Outcome
from plenary_tui.views.record.corrected import correction_blocks
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    StatementFacts,
)
from plenary_tui.views.record.phrasing import series
from plenary_tui.views.record.sheet import (
    Block,
    Column,
    Paragraph,
    Sheet,
    Table,
    make_sheet,
)
from plenary_tui.views.record.unsettled import undecided, without_group

SHORT = 10.0
"""Seconds below which a statement looks like a slip of the hand."""


class Gap(Value):
    """What something lacks: where it is, its row if it has one, and what is missing."""

    where: str
    row: int | None
    lacks: tuple[str, ...]


def lacking(record: ConferenceRecord) -> Sheet:
    """The gaps: first how many of each, then each with where it is."""
    gaps = tuple(_gaps(record))
    blocks: list[Block] = []
    if gaps:
        counted = Counter(what for gap in gaps for what in gap.lacks)
        blocks.append(
            Table(
                caption="In short",
                columns=(Column(head="Lacking", wide=True), Column(head="Times", right=True)),
                rows=tuple((what, str(times)) for what, times in counted.most_common()),
            )
        )
        blocks.append(
            Table(
                caption="One by one",
                columns=(
                    Column(head="Where", wide=True),
                    Column(head="Row", right=True),
                    Column(head="Lacks", wide=True),
                ),
                rows=tuple(
                    (gap.where, "" if gap.row is None else str(gap.row), series(gap.lacks))
                    for gap in gaps
                ),
            )
        )
        text = "Row: of the journal, with which the statement ended, or which brought it up."
    else:
        text = "Nothing is missing that the journal could tell."
    blocks.append(Paragraph(text=text))
    blocks += correction_blocks(record)
    return make_sheet(record, "gaps of the record", blocks)


def _gaps(record: ConferenceRecord) -> Iterator[Gap]:
    for meeting in record.meetings:
        if lacks := tuple(_of_meeting(meeting)):
            yield Gap(meeting.title, None, lacks)
    for one in record.statements:
        if lacks := tuple(_of_statement(one)):
            yield Gap(_where(record, one), one.row, lacks)
    for name in record.unstarted:
        yield Gap(name, None, ("a clock that ran: it was called and counts as not heard",))
    for point in record.points:
        if point.ruling is None and not point.withdrawn:
            yield Gap(f"Point of order, {point.delegation or 'who?'}", point.row, ("a ruling",))
    for motion in record.motions:
        if motion.outcome is None:
            yield Gap(f"Motion, {motion.delegation}", motion.row, ("an outcome",))
    for decision in record.decisions:
        if lacks := tuple(_of_decision(decision)):
            yield Gap(_opening(decision.label), decision.row, lacks)
    for draft in undecided(record):
        yield Gap(_opening(draft.label), draft.row, ("an action: it was taken up, and none noted",))
    if names := without_group(record):
        yield Gap("Statistics", None, (f"the regional group of {series(names)}",))


def _of_meeting(meeting: MeetingFacts) -> Iterator[str]:
    """What a meeting lacks; the Committee's sittings are part of a meeting."""
    if meeting.ended_at is None:
        yield "an end: it has not risen"
    if meeting.body is Body.PLENARY:
        if not meeting.chairs:
            assumed = f"{meeting.presided} is assumed" if meeting.presided else "nobody is named"
            yield f"who presided: {assumed}"
        if meeting.present is None:
            yield "a count of the parties present"


def _of_decision(decision: DecisionFacts) -> Iterator[str]:
    """What a draft lacks that the Conference adopted or rejected."""
    if decision.outcome in (Outcome.ADOPTED, Outcome.REJECTED) and decision.body is Body.PLENARY:
        if missing := [one.value for one in decision.languages_missing]:
            yield f"the text in {series(missing)}, though it was acted on"
        if not decision.sponsors:
            yield "who submitted it"


def _opening(label: str) -> str:
    return label[:1].upper() + label[1:]


def _of_statement(one: StatementFacts) -> Iterator[str]:
    """What a statement lacks; the President is known without it."""
    if one.kind is FloorKind.SECRETARIAT and not (one.speaker or one.function):
        yield "who spoke for the Secretariat"
    if one.kind in (FloorKind.RAPPORTEUR, FloorKind.CHAIR, FloorKind.GUEST) and not one.speaker:
        yield "the speaker's name"
    if one.kind is FloorKind.STATEMENT:
        if not one.speaker:
            yield "the speaker's name"
        if not one.function:
            yield "the function"
        if one.language is None:
            yield "the language"
    if not one.timed:
        yield "a length: its clock never ran"
    elif one.kind is not FloorKind.PRESIDENT and one.length < SHORT:
        yield f"a likely length: it took less than {SHORT:.0f} seconds"


def _where(record: ConferenceRecord, one: StatementFacts) -> str:
    there = one.started_at.astimezone(zone(record.timezone))
    name = one.delegation or one.role or one.kind.value.capitalize()
    return f"{name}, {there:%d.%m. %H:%M}"
