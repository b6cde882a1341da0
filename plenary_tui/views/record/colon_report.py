"""Paragraphs for the report of the session in another language than English, in colon form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plenary_tui.procedure.state.vocabulary import Body, Explanation, ParticipantClass
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record import colon_sentences as sentences
from plenary_tui.views.record.explanations import Say, with_explanations
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    MotionFacts,
    PointFacts,
    StatementFacts,
)
from plenary_tui.views.record.report import considered_at, place_of
from plenary_tui.views.record.sheet import Block, Heading, Paragraph, Sheet, make_sheet
from plenary_tui.views.wording.tongue import Tongue, marked

_REGISTERED = {
    ParticipantClass.STATE_PARTY: marked("Registered parties: {names}."),
    ParticipantClass.REIO_PARTY: marked(
        "Registered regional economic integration organizations: {names}."
    ),
    ParticipantClass.SIGNATORY_STATE: marked("Registered signatories: {names}."),
    ParticipantClass.OBSERVER_STATE: marked("Registered observer States: {names}."),
    ParticipantClass.IGO: marked("Registered intergovernmental organizations: {names}."),
    ParticipantClass.NGO: marked("Registered non-governmental organizations: {names}."),
}


def colon_report(record: ConferenceRecord, tongue: Tongue) -> Sheet:
    """The paragraphs of the report, numbered through."""
    blocks: list[Block] = []
    count = 0
    for heading, texts in _chapters(record, tongue):
        if texts:
            blocks.append(Heading(text=heading))
            for text in texts:
                count += 1
                blocks.append(Paragraph(text=text, number=count))
    if not blocks:
        blocks.append(Paragraph(text=tongue.words("No item was considered.")))
    if said := sentences.standing_in_english(record, tongue):
        blocks.append(Paragraph(text=said))
    title = tongue.words("paragraphs for the report")
    return make_sheet(record, title, blocks, draft=True, tongue=tongue)


def _chapters(record: ConferenceRecord, tongue: Tongue) -> Iterator[tuple[str, list[str]]]:
    symbols = dict.fromkeys(
        (item.symbol, item.title) for one in record.meetings for item in one.items
    )
    for symbol, title in sorted(symbols, key=lambda one: place_of(one[0])):
        texts = [text for body in Body for text in _considered(record, symbol, title, body, tongue)]
        for body in (Body.COMMITTEE, Body.PLENARY):
            texts += _acted(record, symbol, body, tongue)
        yield item_heading(symbol, title, tongue), texts
    outside = [
        sentences.decision(one, _when(record, one, tongue), tongue, text=True)
        for one in record.decisions
        if one.item is None or not considered_at(record, one.item, one.body)
    ]
    yield tongue.words("Other drafts"), outside
    raised = [
        one
        for one in record.raised
        if one.item is None or not considered_at(record, one.item, one.body)
    ]
    yield tongue.words("Other motions and appeals"), list(_procedure(raised, tongue))
    attended = [
        tongue.words(_REGISTERED[one.participant], names=tongue.series(tongue.sorted(one.names)))
        for one in record.attendance
    ]
    if attended:
        attended.append(
            tongue.words(
                "This is who was registered: the journal does not know who was present. "
                "Compare it with the credentials."
            )
        )
    yield tongue.words("Attendance"), attended


def item_heading(symbol: str, title: str, tongue: Tongue) -> str:
    """An item by symbol and title, which stands as it was typed."""
    return tongue.words("Item {symbol}. {title}", symbol=symbol, title=tongue.name(title))


def _considered(
    record: ConferenceRecord, symbol: str, title: str, body: Body, tongue: Tongue
) -> Iterator[str]:
    """The paragraphs on what a body heard on an item."""
    held = considered_at(record, symbol, body)
    if not held:
        return
    yield tongue.words(
        "Item {symbol}, {title}, was considered at: {meetings}.",
        symbol=symbol,
        title=names.quoted(title, tongue),
        meetings=names.meetings(record, held, tongue),
    )
    known = [one for one in held if body is Body.PLENARY or one.chairs]
    if known:
        yield sentences.presided(known, tongue)
    documents = [(label, title) for item, label, title in record.documents if item == symbol]
    if body is Body.PLENARY and documents:
        named = (
            names.bracketed(title, (label,), tongue) if title else label
            for label, title in documents
        )
        yield tongue.words("Documents before the Conference: {names}.", names=tongue.series(named))
    statements = _statements(record, symbol, body)
    done = [item for one in held for item in one.items if item.symbol == symbol]
    yield from sentences.who_spoke(
        statements,
        tongue,
        secretariat=any(item.secretariat for item in done),
        introduced_by=[item.secretariat_by for item in done if item.secretariat_by is not None],
    )
    yield from sentences.replies(statements, tongue)
    here = [one for one in record.raised if (one.item, one.body) == (symbol, body)]
    yield from _procedure(here, tongue)


def _procedure(raised: Sequence[MotionFacts | PointFacts], tongue: Tongue) -> Iterator[str]:
    """The paragraphs on motions and on appeals, in their order, with who voted how."""
    for one in raised:
        vote = one.vote if isinstance(one, MotionFacts) else one.appeal_vote
        said = sentences.raised(one, tongue), sentences.voted(vote, tongue)
        yield from filter(None, said)


def _statements(record: ConferenceRecord, symbol: str, body: Body) -> list[StatementFacts]:
    return [one for one in record.statements if (one.item, one.body) == (symbol, body)]


def _acted(record: ConferenceRecord, symbol: str, body: Body, tongue: Tongue) -> Iterator[str]:
    """The paragraphs on the drafts on which a body acted under an item."""
    if not considered_at(record, symbol, body):
        return
    decisions = [one for one in record.decisions if (one.item, one.body) == (symbol, body)]

    def say(one: DecisionFacts) -> Iterator[str]:
        yield sentences.decision(one, _when(record, one, tongue), tongue, text=True)
        if said := sentences.voted(one.vote, tongue):
            yield said

    yield from acted(decisions, _statements(record, symbol, body), say, tongue)


def acted(
    decisions: Sequence[DecisionFacts],
    statements: Sequence[StatementFacts],
    say: Say,
    tongue: Tongue,
) -> Iterator[str]:
    """The sentences on actions, with the explanations of position before and after each."""

    def explain(
        ones: Sequence[StatementFacts], when: Explanation, decision: DecisionFacts | None
    ) -> Iterator[str]:
        for each in (when,) if decision is not None else Explanation:
            of_kind = [one for one in ones if one.explains is each]
            voted = decision is not None and decision.vote is not None
            yield from sentences.explained(of_kind, each, tongue, voted=voted)

    yield from with_explanations(decisions, statements, say, explain)


def _when(record: ConferenceRecord, decision: DecisionFacts, tongue: Tongue) -> str:
    """At which meeting action was taken; "" if at none."""
    key = decision.body, decision.meeting
    held: list[MeetingFacts] = [one for one in record.meetings if (one.body, one.number) == key]
    return names.meetings(record, held, tongue)
