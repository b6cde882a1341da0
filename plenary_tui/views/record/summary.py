"""The summary of each meeting for the Journal: when it sat, who spoke, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.ground.calendar import say_day
from plenary_tui.procedure.state.vocabulary import Body, FloorKind
from plenary_tui.views.record.explanations import with_explanations
from plenary_tui.views.record.facts import ConferenceRecord, ItemFacts, MeetingFacts
from plenary_tui.views.record.phrasing import actor, as_subject, day, hour, sat, sentence
from plenary_tui.views.record.report import presided
from plenary_tui.views.record.sheet import Block, Heading, Paragraph, Sheet, make_sheet
from plenary_tui.views.record.statements import (
    decision_sentence,
    raised_sentence,
    replies,
    who_spoke,
)


def summary(record: ConferenceRecord) -> Sheet:
    """The summaries, one after another."""
    blocks: list[Block] = []
    for meeting in record.meetings:
        blocks.append(Heading(text=f"{meeting.title}, {say_day(day(record, meeting))}"))
        blocks.append(Paragraph(text=" ".join(_sat(record, meeting))))
        blocks += [Paragraph(text=text) for text in _outside_items(record, meeting)]
        for item in meeting.items:
            blocks.append(Heading(text=f"Item {item.symbol}. {item.title}", level=2))
            blocks += [Paragraph(text=text) for text in _item(record, meeting, item)]
    return make_sheet(record, "summary for the Journal", blocks, draft=True)


def _sat(record: ConferenceRecord, meeting: MeetingFacts) -> Iterator[str]:
    """When a meeting sat, who presided, and how many were counted."""
    opened = hour(record, meeting.opened_at)
    begins = f"The {sat(meeting)} was called to order at {opened}"
    if meeting.ended_at is None:
        yield f"{begins}; it has not risen."
    else:
        yield sentence(f"{begins} and rose at {hour(record, meeting.ended_at)}")
    for pause in meeting.suspended:
        why = pause.reason or ""
        if why and not why.startswith(("for the Committee", "on the motion")):
            why = f"({why})"
        until = f" to {hour(record, pause.ended_at)}" if pause.ended_at is not None else " on"
        words = f"It was suspended from {hour(record, pause.begun_at)}{until} {why}".rstrip()
        yield sentence(words)
    if meeting.body is Body.PLENARY or meeting.chairs:
        yield presided([meeting])
    if meeting.present is not None:
        yield f"{meeting.present} parties were counted as present."


def _outside_items(record: ConferenceRecord, meeting: MeetingFacts) -> Iterator[str]:
    """What belongs to no item that was considered: statements, drafts, motions on the meeting."""
    for one in record.statements:
        if (one.body, one.meeting, one.item) == (meeting.body, meeting.number, None):
            yield sentence(f"{as_subject(one.spoken)} made a statement")
    considered = {item.symbol for item in meeting.items}
    for decision in record.decisions:
        here = (decision.body, decision.meeting) == (meeting.body, meeting.number)
        if here and decision.item not in considered:
            yield decision_sentence(decision, "", text=False)
    if record.only_item is None:
        yield from _procedure(record, (meeting.body, meeting.number, None))
        for text in meeting.reports:
            yield sentence(f"The Committee of the Whole reported to the Conference: {text}")


def _procedure(record: ConferenceRecord, where: tuple[Body, int, str | None]) -> Iterator[str]:
    """The motions and the appeals of a meeting on an item, or on none."""
    for one in record.raised:
        here = (one.body, one.meeting, one.item) == where
        if here and (said := raised_sentence(one)):
            yield said


def _item(record: ConferenceRecord, meeting: MeetingFacts, item: ItemFacts) -> Iterator[str]:
    where = meeting.body, meeting.number, item.symbol
    statements = [one for one in record.statements if (one.body, one.meeting, one.item) == where]
    yield from who_spoke(
        statements,
        secretariat=item.secretariat,
        introduced_by=[item.secretariat_by] if item.secretariat_by is not None else [],
    )
    chairs = [one.spoken for one in statements if one.kind is FloorKind.PRESIDENT]
    for spoken in dict.fromkeys(chairs):
        yield sentence(f"{as_subject(spoken)} made a statement")
    yield from replies(statements)
    yield from _procedure(record, where)
    decisions = [one for one in record.decisions if (one.body, one.meeting, one.item) == where]
    yield from with_explanations(
        decisions, statements, lambda one: (decision_sentence(one, "", text=False),)
    )
    who = actor(meeting.body)
    if item.concluded:
        yield sentence(f"{who} concluded its consideration of item {item.symbol}")
    elif not item.over and meeting.ended_at is not None and meeting.body is Body.PLENARY:
        yield sentence(f"{who} will continue its consideration of item {item.symbol}")
