"""The statistics: who had the time, planned against used, overruns, and who was not heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from plenary_tui.procedure.ground.called import group_spoken
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ParticipantClass, Tier
from plenary_tui.views.public.functions import JOINTS, behalf_in
from plenary_tui.views.record.against_clock import against_clock, short_title
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
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked

UNKNOWN = marked("not known")
_FIGURES = (
    marked("Heard"),
    marked("Spoken"),
    marked("Planned"),
    marked("Mean"),
    marked("Over"),
    marked("Overrun"),
)
NAMED = (
    *(marked("States"), marked("IGOs"), marked("NGOs")),
    *(marked("State party"), marked("REIO party"), marked("signatory State")),
    *(marked("observer State"), marked("IGO"), marked("NGO")),
    *(marked("Arabic"), marked("Chinese"), marked("English")),
    *(marked("French"), marked("Russian"), marked("Spanish")),
    *(marked("African"), marked("Asia-Pacific"), marked("Eastern European")),
    *(marked("Latin American and Caribbean"), marked("Western European and Others")),
    UNKNOWN,
)
"""What lines of tables are called; other groups stand as they were typed."""


def figures(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> Sheet:
    """The statistics of the statements on lists of speakers, and of the meetings' time."""
    heard = [one for one in record.statements if one.kind is FloorKind.STATEMENT]
    states = [one for one in heard if one.tier is Tier.STATES]
    blocks: list[Block] = []
    tables = _Tables(tongue)
    words = tongue.words
    blocks += tables.by(words("By tier"), words("Tier"), heard, _tier, tuple(Tier), chart=True)
    groups = tuple(sorted({_group(one) for one in states} - {UNKNOWN}))
    named = words("States by regional group")
    blocks += tables.by(named, words("Group"), states, _group, (*groups, UNKNOWN), chart=True)
    blocks += tables.by(words("By class"), words("Class"), heard, _class, tuple(ParticipantClass))
    languages = tuple(sorted({_language(one) for one in heard} - {UNKNOWN}))
    named = words("By language of delivery")
    blocks += tables.by(named, words("Delivered in"), heard, _language, (*languages, UNKNOWN))
    for_groups = [one for one in heard if one.on_behalf_of]
    spoken_for = tuple(sorted(set(map(_on_behalf_of, for_groups))))
    blocks += tables.by(
        words("On behalf of groups"),
        words("Group"),
        for_groups,
        _on_behalf_of,
        spoken_for,
    )
    blocks += _meetings(record, tongue)
    blocks += against_clock(record, tongue)
    blocks += _not_heard(record, tongue)
    blocks.append(
        Paragraph(
            text=words(
                "Heard: statements from lists of speakers that were begun. Planned: their time "
                "limits together, with what was added; a statement without a limit counts as "
                "spoken. Over: how many went over their limit; overrun: by how much together. "
                "Lengths are minutes and seconds, from an hour on with the hours before them."
            )
        )
    )
    return make_sheet(record, words("statistics"), blocks, tongue=tongue)


def _tier(one: StatementFacts) -> str:
    return one.tier.value if one.tier is not None else UNKNOWN


def _on_behalf_of(one: StatementFacts) -> str:
    """The group that is spoken for, typed with its article or without."""
    return group_spoken(one.on_behalf_of or "")


def _group(one: StatementFacts) -> str:
    return one.group or UNKNOWN


def _class(one: StatementFacts) -> str:
    return one.participant.value if one.participant is not None else UNKNOWN


def _language(one: StatementFacts) -> str:
    return one.language.value if one.language is not None else UNKNOWN


def planned(one: StatementFacts) -> float:
    """The time a statement was to take; without a limit what it took."""
    return one.limit if one.limit is not None else one.length


def mean(heard: Sequence[StatementFacts]) -> float | None:
    """The mean length of statements in whole seconds; None without any."""
    return sum(one.length for one in heard) // len(heard) if heard else None


def _row(name: str, heard: Sequence[StatementFacts]) -> tuple[str, ...]:
    spoken = sum(one.length for one in heard)
    over = [one for one in heard if one.overrun > 0]
    of_each = mean(heard)
    return (
        name,
        str(len(heard)),
        length(spoken),
        length(sum(map(planned, heard))),
        length(of_each) if of_each is not None else "",
        str(len(over)),
        length(sum(one.overrun for one in over)),
    )


class _Tables:
    """Tables of figures in a language."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._columns = tuple(Column(head=tongue.words(one), right=True) for one in _FIGURES)

    def _named(self, name: str) -> str:
        """What a line is called: in the language where it is one of the usual."""
        if name in NAMED:
            return self._tongue.words(name)
        return self._tongue.name(behalf_in(name, self._tongue.language) or name)

    def by(
        self,
        caption: str,
        head: str,
        heard: Sequence[StatementFacts],
        which: Callable[[StatementFacts], str],
        order: Sequence[str],
        *,
        chart: bool = False,
    ) -> Iterator[Block]:
        """Statements by something, with a line for all of them; nothing without any."""
        found: dict[str, list[StatementFacts]] = {name: [] for name in order}
        for one in heard:
            found.setdefault(which(one), []).append(one)
        kept = {self._named(name): ones for name, ones in found.items() if ones}
        if not kept:
            return
        if chart:
            yield self._chart(caption, kept)
        rows = [_row(name, ones) for name, ones in kept.items()]
        if len(rows) > 1:
            rows.append(_row(self._tongue.words("All"), heard))
        columns = (Column(head=head, wide=True), *self._columns)
        yield Table(caption=caption, columns=columns, rows=tuple(rows))

    def _chart(self, caption: str, kept: Mapping[str, Sequence[StatementFacts]]) -> Chart:
        words = self._tongue.words
        caption = words("{of}: time spoken against time planned", of=caption)
        return Chart(
            caption=caption,
            value=words("spoken"),
            beside=words("planned"),
            bars=tuple(
                Bar(
                    label=name,
                    value=round(sum(one.length for one in ones), 1),
                    beside=round(sum(map(planned, ones)), 1),
                )
                for name, ones in kept.items()
            ),
            told=words("{caption}; the table below has the figures", caption=caption),
            between=" of " if self._tongue.is_english else " / ",
        )


def _meetings(record: ConferenceRecord, tongue: Tongue) -> Iterator[Block]:
    """What the time of each meeting went to; not said of one item alone."""
    if record.only_item is not None:
        return
    rows = []
    for one in record.meetings:
        ended = one.ended_at or record.made.at
        sat = int((ended - one.opened_at).total_seconds() - _stood(one, record))
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
        rest = max(0, sat - waited - spoken - other)
        title = short_title(one.number, one.body, tongue)
        rows.append((title, *map(length, (sat, spoken, other, waited, rest))))
    heads = (
        *(marked("Sat"), marked("List"), marked("Others"), marked("Changes")),
        marked("Rest"),
    )
    yield Table(
        caption=tongue.words("What the time of the meetings went to"),
        columns=(
            Column(head=tongue.words("Meeting"), wide=True),
            *(Column(head=tongue.words(head), right=True) for head in heads),
        ),
        rows=tuple(rows),
    )
    yield Paragraph(
        text=tongue.words(
            "Sat: without suspensions. Others: replies, the Secretariat, the President. Changes: "
            "from a call to the first word. Rest: decisions, points of order, everything else."
        )
    )


def _stood(meeting: MeetingFacts, record: ConferenceRecord) -> float:
    """For how long a meeting was suspended."""
    return sum(
        ((one.ended_at or record.made.at) - one.begun_at).total_seconds()
        for one in meeting.suspended
    )


def _not_heard(record: ConferenceRecord, tongue: Tongue) -> Iterator[Block]:
    words = tongue.words
    rows = []
    for one in record.not_heard:
        item = words("Item {symbol}", symbol=one.item)
        if one.body is Body.COMMITTEE:
            body = str(one.body) if tongue.is_english else tongue.body(one.body)
            item = f"{item}{JOINTS[tongue.language]}{body}"
        rows.append((item, words(one.tier.value), str(one.count)))
    if rows:
        yield Table(
            caption=words("Still on the lists as of row {row}, not heard", row=record.made.row),
            columns=(
                Column(head=words("List"), wide=True),
                Column(head=words("Tier")),
                Column(head=words("Waiting"), right=True),
            ),
            rows=tuple(rows),
        )
