"""The list of speakers as delivered; points, motions and decisions stand in their places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.ground.calendar import say_day, zone
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, Delivery, FloorKind
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
from plenary_tui.views.record.phrasing import behalf, by_vote, day, length, motion_words, series
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

COLUMNS = (
    Column(head="No.", right=True),
    Column(head="Began", right=True),
    Column(head="Length", right=True),
    Column(head="Over", right=True),
    Column(head="In"),
    Column(head="Delegation", wide=True),
    Column(head="Speaker", wide=True),
)
_Row = tuple[str, ...]
_KINDS = {FloorKind.REPLY: "right of reply"}


def delivered(record: ConferenceRecord) -> Sheet:
    """The list, meeting by meeting and item by item, in order of delivery."""
    blocks: list[Block] = []
    for meeting in record.meetings:
        blocks.append(Heading(text=f"{meeting.title}, {say_day(day(record, meeting))}"))
        blocks.append(Paragraph(text=_hours(record, meeting)))
        rows: list[_Row] = []
        item: str | None = ""
        for symbol, row in _rows(record, meeting):
            if symbol != item and rows:
                blocks.append(_table(record, item, rows))
                rows = []
            item = symbol
            rows.append(row)
        if rows:
            blocks.append(_table(record, item, rows))
        else:
            blocks.append(Paragraph(text="Nobody was heard."))
    blocks.append(
        Paragraph(
            text="Length and over are minutes and seconds: over is past the time limit. “In” is "
            "the language of delivery, by its code."
        )
    )
    blocks += correction_blocks(record)
    return make_sheet(record, "list of speakers as delivered", blocks)


def _hours(record: ConferenceRecord, meeting: MeetingFacts) -> str:
    begun = _clock(record, meeting.opened_at)
    ended = f"to {_clock(record, meeting.ended_at)}" if meeting.ended_at else "on, not yet risen"
    pauses = (
        series(
            [
                f"{_clock(record, one.begun_at)}"
                + (f" to {_clock(record, one.ended_at)}" if one.ended_at else " on")
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


def _clock(record: ConferenceRecord, moment: datetime) -> str:
    return f"{moment.astimezone(zone(record.timezone)):%H:%M:%S}"


def _table(record: ConferenceRecord, item: str | None, rows: list[_Row]) -> Table:
    titles = {one.symbol: one.title for meeting in record.meetings for one in meeting.items}
    caption = f"Item {item}. {titles.get(item, '')}".rstrip(". ") if item else "Before any item"
    return Table(caption=caption, columns=COLUMNS, rows=tuple(rows))


def _rows(record: ConferenceRecord, meeting: MeetingFacts) -> Iterator[tuple[str | None, _Row]]:
    """What a meeting heard and decided, in its order, each with its item; statements numbered."""
    key = meeting.body, meeting.number
    found: list[tuple[datetime, int, str | None, StatementFacts | _Row]] = [
        (one.started_at, one.row, one.item, one)
        for one in record.statements
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.raised_at, one.row, one.item, _point(record, one))
        for one in record.points
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.moved_at, one.row, one.item, _motion(record, one))
        for one in record.motions
        if (one.body, one.meeting) == key
    ]
    found += [
        (one.at, one.row, one.item, _decision(record, one))
        for one in record.decisions
        if (one.body, one.meeting) == key
    ]
    number = 0
    for _, _, item, what in sorted(found, key=lambda one: one[:2]):
        if not isinstance(what, StatementFacts):
            yield item, what
            continue
        counted = what.kind is FloorKind.STATEMENT
        number += counted
        yield item, _statement(record, what, str(number) if counted else "")


def _statement(record: ConferenceRecord, one: StatementFacts, number: str) -> _Row:
    name = one.delegation or one.role or one.kind.value.capitalize()
    function = one.function if folded(one.function or "") != folded(name) else None
    notes = [
        _KINDS.get(one.kind, ""),
        f"explanation of position {one.explains}" if one.explains else "",
        behalf(one),
        "video statement" if one.delivery is Delivery.VIDEO else "",
        f"aligned: {series(one.aligned)}" if one.aligned else "",
    ]
    return (
        number,
        _clock(record, one.started_at),
        length(one.length) if one.timed else "",
        length(one.overrun) if one.overrun else "",
        one.language.code if one.language else "",
        name + "".join(f" ({note})" for note in notes if note),
        ", ".join(part for part in (one.speaker, function) if part),
    )


def _aside(record: ConferenceRecord, at: datetime, who: str, what: str) -> _Row:
    return ("", _clock(record, at), "", "", "", who, what)


def _point(record: ConferenceRecord, one: PointFacts) -> _Row:
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


def _motion(record: ConferenceRecord, one: MotionFacts) -> _Row:
    what = f"To {motion_words(one.motion, one.item)}: {one.outcome or 'not decided yet'}"
    how = f" {by_vote(one.vote)}" if one.vote is not None else ""
    return _aside(record, one.moved_at, f"{one.delegation} (motion)", f"{what}{how}")


def _decision(record: ConferenceRecord, one: DecisionFacts) -> _Row:
    how = ""
    if one.vote is not None:
        how = f" {by_vote(one.vote)}"
    elif one.outcome.value == "adopted":
        how = " without a vote"
    revised = " as orally revised" if one.orally_revised else ""
    who = f"{one.label[:1].upper()}{one.label[1:]} (action)"
    return _aside(record, one.at, who, f"{one.outcome.value.capitalize()}{revised}{how}")
