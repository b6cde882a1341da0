"""The statistics: who had the time, planned against used, overruns, and who was not heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ParticipantClass, Tier
from plenary_tui.views.record.against_clock import against_clock
from plenary_tui.views.record.facts import ConferenceRecord, MeetingFacts, StatementFacts
from plenary_tui.views.record.phrasing import length
from plenary_tui.views.record.sheet import (
    Bar,
    Block,
    Chart,
    Column,
    Paragraph,
    Sheet,
    Table,
    make_sheet,
)

UNKNOWN = "not known"
_FIGURES = (
    Column(head="Heard", right=True),
    Column(head="Spoken", right=True),
    Column(head="Planned", right=True),
    Column(head="Mean", right=True),
    Column(head="Over", right=True),
    Column(head="Overrun", right=True),
)


def figures(record: ConferenceRecord) -> Sheet:
    """The statistics of the statements on lists of speakers, and of the meetings' time."""
    heard = [one for one in record.statements if one.kind is FloorKind.STATEMENT]
    states = [one for one in heard if one.tier is Tier.STATES]
    blocks: list[Block] = []
    blocks += _by("By tier", "Tier", heard, _tier, tuple(Tier), chart=True)
    groups = tuple(sorted({_group(one) for one in states} - {UNKNOWN}))
    named = "States by regional group"
    blocks += _by(named, "Group", states, _group, (*groups, UNKNOWN), chart=True)
    blocks += _by("By class", "Class", heard, _class, tuple(ParticipantClass))
    languages = tuple(sorted({_language(one) for one in heard} - {UNKNOWN}))
    blocks += _by(
        "By language of delivery", "Delivered in", heard, _language, (*languages, UNKNOWN)
    )
    for_groups = [one for one in heard if one.on_behalf_of]
    spoken_for = tuple(sorted({one.on_behalf_of or "" for one in for_groups}))
    blocks += _by(
        "On behalf of groups", "Group", for_groups, lambda one: one.on_behalf_of or "", spoken_for
    )
    blocks += _meetings(record)
    blocks += against_clock(record)
    blocks += _not_heard(record)
    blocks.append(
        Paragraph(
            text="Heard: statements from lists of speakers that were begun. Planned: their time "
            "limits together, with what was added; a statement without a limit counts as spoken. "
            "Over: how many went over their limit; overrun: by how much together. Lengths are "
            "minutes and seconds, from an hour on with the hours before them."
        )
    )
    return make_sheet(record, "statistics", blocks)


def _tier(one: StatementFacts) -> str:
    return one.tier.value if one.tier is not None else UNKNOWN


def _group(one: StatementFacts) -> str:
    return one.group or UNKNOWN


def _class(one: StatementFacts) -> str:
    return one.participant.value if one.participant is not None else UNKNOWN


def _language(one: StatementFacts) -> str:
    return one.language.value if one.language is not None else UNKNOWN


def planned(one: StatementFacts) -> float:
    """The time a statement was to take; without a limit what it took."""
    return one.limit if one.limit is not None else one.length


def _row(name: str, heard: Sequence[StatementFacts]) -> tuple[str, ...]:
    spoken = sum(one.length for one in heard)
    over = [one for one in heard if one.overrun > 0]
    return (
        name,
        str(len(heard)),
        length(spoken),
        length(sum(map(planned, heard))),
        length(spoken / len(heard)) if heard else "",
        str(len(over)),
        length(sum(one.overrun for one in over)),
    )


def _by(
    caption: str,
    head: str,
    heard: Sequence[StatementFacts],
    which: Callable[[StatementFacts], str],
    order: Sequence[str],
    *,
    chart: bool = False,
) -> Iterator[Block]:
    """A table of statements by something, with a line for all of them; nothing without any."""
    found: dict[str, list[StatementFacts]] = {name: [] for name in order}
    for one in heard:
        found.setdefault(which(one), []).append(one)
    kept = {name: ones for name, ones in found.items() if ones}
    if not kept:
        return
    if chart:
        bars = tuple(
            Bar(
                label=str(name),
                value=round(sum(one.length for one in ones), 1),
                beside=round(sum(map(planned, ones)), 1),
            )
            for name, ones in kept.items()
        )
        yield Chart(
            caption=f"{caption}: time spoken against time planned",
            value="spoken",
            beside="planned",
            bars=bars,
        )
    rows = [_row(str(name), ones) for name, ones in kept.items()]
    if len(rows) > 1:
        rows.append(_row("All", heard))
    yield Table(
        caption=caption, columns=(Column(head=head, wide=True), *_FIGURES), rows=tuple(rows)
    )


def _meetings(record: ConferenceRecord) -> Iterator[Block]:
    """What the time of each meeting went to; not said of one item alone."""
    if record.only_item is not None:
        return
    rows = []
    for one in record.meetings:
        ended = one.ended_at or record.made.at
        sat = (ended - one.opened_at).total_seconds() - _stood(one, record)
        heard = [
            statement
            for statement in record.statements
            if (statement.body, statement.meeting) == (one.body, one.number)
        ]
        listed = [statement for statement in heard if statement.kind is FloorKind.STATEMENT]
        others = [statement for statement in heard if statement.kind is not FloorKind.STATEMENT]
        waited = sum(statement.changeover for statement in heard)
        spoken = sum(statement.length for statement in listed)
        other = sum(statement.length for statement in others)
        rest = max(0.0, sat - waited - spoken - other)
        title = one.title if one.body is Body.COMMITTEE else one.title.replace(" plenary", "")
        rows.append((title, *map(length, (sat, spoken, other, waited, rest))))
    yield Table(
        caption="What the time of the meetings went to",
        columns=(
            Column(head="Meeting", wide=True),
            Column(head="Sat", right=True),
            Column(head="List", right=True),
            Column(head="Others", right=True),
            Column(head="Changes", right=True),
            Column(head="Rest", right=True),
        ),
        rows=tuple(rows),
    )
    yield Paragraph(
        text="Sat: without suspensions. Others: replies, the Secretariat, the President. Changes: "
        "from a call to the first word. Rest: decisions, points of order, everything else."
    )


def _stood(meeting: MeetingFacts, record: ConferenceRecord) -> float:
    """For how long a meeting was suspended."""
    return sum(
        ((one.ended_at or record.made.at) - one.begun_at).total_seconds()
        for one in meeting.suspended
    )


def _not_heard(record: ConferenceRecord) -> Iterator[Block]:
    rows = tuple(
        (
            f"Item {one.item}" + (f", {one.body}" if one.body is Body.COMMITTEE else ""),
            one.tier.value,
            str(one.count),
        )
        for one in record.not_heard
    )
    if rows:
        yield Table(
            caption=f"Still on the lists as of row {record.made.row}, not heard",
            columns=(
                Column(head="List", wide=True),
                Column(head="Tier"),
                Column(head="Waiting", right=True),
            ),
            rows=rows,
        )
