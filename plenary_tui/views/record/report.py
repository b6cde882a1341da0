"""Paragraphs for the report of the session, item by item, from the forms of words of practice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plenary_tui.procedure.ground.called import spoken_of
from plenary_tui.procedure.state.conference import Person
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ParticipantClass
from plenary_tui.views.record.explanations import with_explanations
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    MotionFacts,
    PersonFacts,
    PointFacts,
)
from plenary_tui.views.record.phrasing import actor, at_meetings, numbers, sat, sentence, series
from plenary_tui.views.record.sheet import Block, Heading, Paragraph, Sheet, make_sheet
from plenary_tui.views.record.statements import (
    decision_sentence,
    raised_sentence,
    replies,
    voted,
    who_spoke,
)

_ATTENDED = {
    ParticipantClass.STATE_PARTY: "parties",
    ParticipantClass.REIO_PARTY: "regional economic integration organizations that are parties",
    ParticipantClass.SIGNATORY_STATE: "signatories",
    ParticipantClass.OBSERVER_STATE: "observer States",
    ParticipantClass.IGO: "intergovernmental organizations",
    ParticipantClass.NGO: "non-governmental organizations",
}


def report(record: ConferenceRecord) -> Sheet:
    """The paragraphs of the report, numbered through."""
    blocks: list[Block] = []
    for heading, texts in _chapters(record):
        if texts:
            blocks.append(Heading(text=heading))
            count = sum(isinstance(one, Paragraph) for one in blocks)
            blocks += [
                Paragraph(text=text, number=number)
                for number, text in enumerate(texts, start=count + 1)
            ]
    if not blocks:
        blocks.append(Paragraph(text="No item was considered."))
    return make_sheet(record, "paragraphs for the report", blocks, draft=True)


def _chapters(record: ConferenceRecord) -> Iterator[tuple[str, list[str]]]:
    symbols = dict.fromkeys(
        (item.symbol, item.title) for one in record.meetings for item in one.items
    )
    for symbol, title in sorted(symbols, key=lambda one: place_of(one[0])):
        texts = [
            *_considered(record, symbol, title, Body.PLENARY),
            *_considered(record, symbol, title, Body.COMMITTEE),
            *_acted(record, symbol, Body.COMMITTEE),
            *_acted(record, symbol, Body.PLENARY),
        ]
        yield f"Item {symbol}. {title}", texts
    yield "Other drafts", list(_acted_outside(record))
    outside = [
        one
        for one in record.raised
        if one.item is None or not considered_at(record, one.item, one.body)
    ]
    yield "Other motions and appeals", list(_procedure(outside))
    if record.attendance:
        yield (
            "Attendance",
            [
                f"The following {_ATTENDED[one.participant]} were registered: {series(one.names)}."
                for one in record.attendance
            ]
            + [
                "This is who was registered: the journal does not know who was present. "
                "Compare it with the credentials."
            ],
        )


def place_of(symbol: str) -> tuple[int, str]:
    """Where an item stands on the agenda, by its symbol: 2 before 10, `1(b)` before 2."""
    number = re.match(r"\d+", symbol)
    return (int(number[0]) if number else 0, symbol)


def considered_at(record: ConferenceRecord, symbol: str, body: Body) -> list[MeetingFacts]:
    """The meetings of a body that considered an item."""
    return [
        one
        for one in record.meetings
        if one.body is body and any(item.symbol == symbol for item in one.items)
    ]


def _considered(record: ConferenceRecord, symbol: str, title: str, body: Body) -> Iterator[str]:
    """The paragraphs on what a body heard on an item."""
    meetings = considered_at(record, symbol, body)
    if not meetings:
        return
    when = at_meetings(record, meetings)
    yield sentence(f"{when}, {actor(body)} considered item {symbol}, “{title}”")
    if body is Body.PLENARY or any(one.chairs for one in meetings):
        yield presided([one for one in meetings if body is Body.PLENARY or one.chairs])
    if body is Body.PLENARY and (documents := _documents(record, symbol)):
        yield documents
    statements = [one for one in record.statements if (one.item, one.body) == (symbol, body)]
    done = [item for one in meetings for item in one.items if item.symbol == symbol]
    yield from who_spoke(
        statements,
        secretariat=any(item.secretariat for item in done),
        introduced_by=[item.secretariat_by for item in done if item.secretariat_by is not None],
    )
    yield from replies(statements)
    yield from _procedure([one for one in record.raised if (one.item, one.body) == (symbol, body)])


def _procedure(raised: Sequence[MotionFacts | PointFacts]) -> Iterator[str]:
    """The paragraphs on motions and on appeals, in their order, with who voted how."""
    for one in raised:
        vote = one.vote if isinstance(one, MotionFacts) else one.appeal_vote
        yield from filter(None, (raised_sentence(one), voted(vote)))


def _acted(record: ConferenceRecord, symbol: str, body: Body) -> Iterator[str]:
    """The paragraphs on the drafts on which a body acted under an item."""
    if not considered_at(record, symbol, body):
        return
    decisions = [one for one in record.decisions if (one.item, one.body) == (symbol, body)]
    statements = [one for one in record.statements if (one.item, one.body) == (symbol, body)]

    def say(decision: DecisionFacts) -> Iterator[str]:
        yield decision_sentence(decision, _when(record, decision), text=True)
        if names := voted(decision.vote):
            yield names

    yield from with_explanations(decisions, statements, say)


def _acted_outside(record: ConferenceRecord) -> Iterator[str]:
    """The paragraphs on drafts that were withdrawn while their item was not considered."""
    for one in record.decisions:
        if one.item is None or not considered_at(record, one.item, one.body):
            yield decision_sentence(one, _when(record, one), text=True)


def _when(record: ConferenceRecord, decision: DecisionFacts) -> str:
    """At which meeting action was taken; "" if at none."""
    key = decision.body, decision.meeting
    held = [one for one in record.meetings if (one.body, one.number) == key]
    return at_meetings(record, held) if held else ""


def presided(meetings: Sequence[MeetingFacts]) -> str:
    """Who presided, meetings with the same chair together; the President where nobody is named."""
    by_chair: dict[str, list[MeetingFacts]] = {}
    for one in meetings:
        by_chair.setdefault(_in_the_chair(one), []).append(one)
    (words, first), *others = by_chair.items()
    noun = sat(meetings[0])
    verb = "was" if len(first) == 1 else "were"
    if len(by_chair) == 1:
        return f"The {noun if len(first) == 1 else f'{noun}s'} {verb} presided over by {words}."
    which = f"{numbers(one.number for one in first)} {noun if len(first) == 1 else f'{noun}s'}"
    more = [f"the {numbers(one.number for one in held)} by {chair}" for chair, held in others]
    return f"The {which} {verb} presided over by {words}, and {series(more)}."


def _in_the_chair(meeting: MeetingFacts) -> str:
    """Who presided over a meeting, one after another."""
    names = list(dict.fromkeys(in_the_chair(one) for one in meeting.chairs))
    if not names:
        return f"the President{f', {meeting.presided}' if meeting.presided else ''}"
    first, *others = names
    return f"{first}, and for part of it by {series(others)}" if others else first


def in_the_chair(one: PersonFacts) -> str:
    """Somebody in the chair by role and name."""
    return spoken_of(FloorKind.PRESIDENT, Person(one.speaker or "", one.function or ""))


def _documents(record: ConferenceRecord, symbol: str) -> str:
    """What was before the Conference for an item; "" if nothing is known to have been."""
    found = [(label, title) for item, label, title in record.documents if item == symbol]
    if not found:
        return ""
    noun = "document" if len(found) == 1 else "documents"
    named = [f"{title} ({label})" if title else label for label, title in found]
    if len(named) > 1:
        named = [f"({_letter(place)}) {one}" for place, one in enumerate(named)]
    listed = "; ".join(named)
    return (
        f"For its consideration of item {symbol}, the Conference had before it the following "
        f"{noun}: {listed}."
    )


def _letter(place: int) -> str:
    """The letter of a place from 0: a to z, then aa."""
    turns, letter = divmod(place, 26)
    return chr(ord("a") + letter) * (turns + 1)
