"""The list of speakers as delivered; points, motions and decisions stand in their places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from plenary_tui.procedure.ground.calendar import say_day
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, Delivery, FloorKind
from plenary_tui.views.record.colon_list import ColonRows, clock
from plenary_tui.views.record.colon_sentences import standing_in_english
from plenary_tui.views.record.corrected import correction_blocks
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    MotionFacts,
    PointFacts,
    StatementFacts,
    Votes,
)
from plenary_tui.views.record.phrasing import (
    behalf,
    by_vote,
    day,
    length,
    motion_words,
    series,
    who_spoke,
)
from plenary_tui.views.record.report import in_the_chair
from plenary_tui.views.record.sheet import (
    Block,
    Column,
    Heading,
    Paragraph,
    Sheet,
    Table,
    make_sheet,
)
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked

COLUMNS = (
    Column(head=marked("No."), right=True),
    Column(head=marked("Began"), right=True),
    Column(head=marked("Length"), right=True),
    Column(head=marked("Over"), right=True),
    Column(head=marked("In")),
    Column(head=marked("Delegation"), wide=True),
    Column(head=marked("Speaker"), wide=True),
)
Row = tuple[str, ...]
"""A row of the list, a cell for each column."""
_KINDS = {FloorKind.REPLY: "right of reply"}


class Rows(Protocol):
    """How a list is worded: what a meeting is headed by, and a row for each thing in it."""

    def heading(self, meeting: MeetingFacts) -> str: ...
    def hours(self, meeting: MeetingFacts) -> str: ...
    def statement(self, one: StatementFacts, number: str) -> Row: ...
    def point(self, one: PointFacts) -> Row: ...
    def motion(self, one: MotionFacts) -> Row: ...
    def decision(self, one: DecisionFacts) -> Row: ...


class _English:
    """A list in English, in sentences."""

    def __init__(self, record: ConferenceRecord) -> None:
        self._record = record

    def heading(self, meeting: MeetingFacts) -> str:
        return f"{meeting.title}, {say_day(day(self._record, meeting))}"

    def hours(self, meeting: MeetingFacts) -> str:
        return _hours(self._record, meeting)

    def statement(self, one: StatementFacts, number: str) -> Row:
        return _statement(self._record, one, number)

    def point(self, one: PointFacts) -> Row:
        return _point(self._record, one)

    def motion(self, one: MotionFacts) -> Row:
        return _motion(self._record, one)

    def decision(self, one: DecisionFacts) -> Row:
        return _decision(self._record, one)


def delivered(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> Sheet:
    """The list, meeting by meeting and item by item, in order of delivery."""
    say: Rows = _English(record) if tongue.is_english else ColonRows(record, tongue)
    blocks: list[Block] = []
    for meeting in record.meetings:
        blocks.append(Heading(text=say.heading(meeting)))
        blocks.append(Paragraph(text=say.hours(meeting)))
        rows: list[Row] = []
        item: str | None = ""
        for symbol, row in _rows(record, meeting, say):
            if symbol != item and rows:
                blocks.append(_table(record, item, rows, tongue))
                rows = []
            item = symbol
            rows.append(row)
        if rows:
            blocks.append(_table(record, item, rows, tongue))
        else:
            blocks.append(Paragraph(text=tongue.words("Nobody was heard.")))
    blocks.append(
        Paragraph(
            text=tongue.words(
                "Length and over are minutes and seconds: over is past the time limit. “In” is "
                "the language of delivery, by its code."
            )
        )
    )
    blocks += correction_blocks(record, tongue)
    if said := standing_in_english(record, tongue):
        blocks.append(Paragraph(text=said))
    return make_sheet(record, tongue.words("list of speakers as delivered"), blocks, tongue=tongue)


def _hours(record: ConferenceRecord, meeting: MeetingFacts) -> str:
    begun = clock(record, meeting.opened_at)
    ended = f"to {clock(record, meeting.ended_at)}" if meeting.ended_at else "on, not yet risen"
    pauses = (
        series(
            [
                f"{clock(record, one.begun_at)}"
                + (f" to {clock(record, one.ended_at)}" if one.ended_at else " on")
                for one in meeting.suspended
            ]
        )
        if meeting.suspended
        else ""
    )
    words = f"From {begun} {ended}{f', suspended from {pauses}' if pauses else ''}."
    if meeting.chairs:
        chairs = list(dict.fromkeys(in_the_chair(one) for one in meeting.chairs))
        words += f" In the chair: {', then '.join(chairs)}."
    elif meeting.body is Body.PLENARY and meeting.presided:
        words += f" In the chair, as far as known: the President, {meeting.presided}."
    return words


def _table(record: ConferenceRecord, item: str | None, rows: list[Row], tongue: Tongue) -> Table:
    titles = {one.symbol: one.title for meeting in record.meetings for one in meeting.items}
    caption = tongue.words("Before any item")
    if item:
        title = tongue.name(titles.get(item, ""))
        caption = tongue.words("Item {symbol}. {title}", symbol=item, title=title).rstrip(". ")
    heads = (replace(one, head=tongue.words(one.head)) for one in COLUMNS)
    return Table(caption=caption, columns=tuple(heads), rows=tuple(rows))


def _rows(
    record: ConferenceRecord, meeting: MeetingFacts, say: Rows
) -> Iterator[tuple[str | None, Row]]:
    """What a meeting heard and decided, in its order, each with its item; statements numbered."""
    key = meeting.body, meeting.number
    found: list[tuple[datetime, int, str | None, StatementFacts | Row]] = [
        (one.started_at, one.row, one.item, one)
        for one in record.statements
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.raised_at, one.row, one.item, say.point(one))
        for one in record.points
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.moved_at, one.row, one.item, say.motion(one))
        for one in record.motions
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.at, one.row, one.item, say.decision(one))
        for one in record.decisions
        if (one.body, one.meeting) == key
    ]
    number, current = 0, None
    for _, _, item, what in sorted(found, key=lambda one: one[:2]):
        if not isinstance(what, StatementFacts):  # a motion about the meeting comes under no item
            current = item or current
            yield current, what
            continue
        current = item
        counted = what.kind is FloorKind.STATEMENT
        number += counted
        yield item, say.statement(what, str(number) if counted else "")


def _statement(record: ConferenceRecord, one: StatementFacts, number: str) -> Row:
    name, *person = who_spoke(one)
    notes = [
        _KINDS.get(one.kind, ""),
        f"explanation of position {one.explains}" if one.explains else "",
        behalf(one),
        "video statement" if one.delivery is Delivery.VIDEO else "",
        f"aligned: {series(one.aligned)}" if one.aligned else "",
    ]
    return (
        number,
        clock(record, one.started_at),
        length(one.length) if one.timed else "",
        length(one.overrun) if one.overrun else "",
        one.language.code if one.language else "",
        name + "".join(f" ({note})" for note in notes if note),
        ", ".join(part for part in person if part),
    )


def _aside(record: ConferenceRecord, at: datetime, who: str, what: str) -> Row:
    return ("", clock(record, at), "", "", "", who, what)


def _point(record: ConferenceRecord, one: PointFacts) -> Row:
    who = f"{one.delegation or 'A delegation'} (point of order)"
    if one.withdrawn:
        return _aside(record, one.raised_at, who, "Withdrawn")
    if one.ruling is None:
        return _aside(record, one.raised_at, who, "No ruling yet")
    said = f"Ruling: {one.ruling.rstrip('.')}"
    if one.appeal_by is not None and one.appeal_vote is not None:
        stood = "was overruled" if one.overturned else "stood"
        said += f". {one.appeal_by} appealed: the ruling {stood} {_counted(one.appeal_vote)}"
    return _aside(record, one.raised_at, who, said)


def _counted(vote: Votes) -> str:
    """The numbers of an appeal, which is itself what was voted on."""
    return (
        f"({vote.in_favour} for the appeal, {vote.against} against, {vote.abstaining} abstaining)"
    )


def _motion(record: ConferenceRecord, one: MotionFacts) -> Row:
    what = f"To {motion_words(one.motion, one.item)}: {one.outcome or 'not decided yet'}"
    how = f" {by_vote(one.vote)}" if one.vote is not None else ""
    return _aside(record, one.moved_at, f"{one.delegation} (motion)", f"{what}{how}")


def _decision(record: ConferenceRecord, one: DecisionFacts) -> Row:
    how = ""
    if one.vote is not None:
        how = f" {by_vote(one.vote)}"
    elif one.outcome.value == "adopted":
        how = " without a vote"
    revised = " as orally revised" if one.orally_revised else ""
    who = f"{one.label[:1].upper()}{one.label[1:]} (action)"
    return _aside(record, one.at, who, f"{one.outcome.value.capitalize()}{revised}{how}")
