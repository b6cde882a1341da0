"""The summary of each meeting for the Journal in another language than English, in colon form."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.state.vocabulary import Body, FloorKind
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record import colon_sentences as sentences
from plenary_tui.views.record.colon_list import ColonRows
from plenary_tui.views.record.colon_report import acted, item_heading
from plenary_tui.views.record.facts import ConferenceRecord, ItemFacts, MeetingFacts, Time
from plenary_tui.views.record.sheet import Block, Heading, Paragraph, Sheet, make_sheet
from plenary_tui.views.wording.tongue import Tongue


def colon_summary(record: ConferenceRecord, tongue: Tongue) -> Sheet:
    """The summaries, one after another."""
    blocks: list[Block] = []
    for meeting in record.meetings:
        blocks.append(Heading(text=ColonRows(record, tongue).heading(meeting)))
        blocks.append(Paragraph(text=tongue.text(_sat(record, meeting, tongue))))
        blocks += [Paragraph(text=text) for text in _outside_items(record, meeting, tongue)]
        for item in meeting.items:
            blocks.append(Heading(text=item_heading(item.symbol, item.title, tongue), level=2))
            blocks += [Paragraph(text=text) for text in _item(record, meeting, item, tongue)]
    if said := sentences.standing_in_english(record, tongue):
        blocks.append(Paragraph(text=said))
    title = tongue.words("summary for the Journal")
    return make_sheet(record, title, blocks, draft=True, tongue=tongue)


def _sat(record: ConferenceRecord, meeting: MeetingFacts, tongue: Tongue) -> Iterator[str]:
    """When a meeting sat, who presided, and how many were counted."""
    zone = record.timezone
    opened = tongue.hour(zone, meeting.opened_at)
    yield tongue.words("Called to order: {time}.", time=opened)
    if meeting.suspended:
        listed = tongue.series(_stretch(one, zone, tongue) for one in meeting.suspended)
        yield tongue.words("Suspended: {times}.", times=listed)
    if meeting.ended_at is None:
        yield tongue.words("The meeting has not risen.")
    else:
        yield tongue.words("Rose: {time}.", time=tongue.hour(zone, meeting.ended_at))
    if meeting.body is Body.PLENARY or meeting.chairs:
        yield sentences.presided([meeting], tongue)
    if meeting.present is not None:
        yield tongue.words("Parties counted as present: {count}.", count=meeting.present)


def _stretch(one: Time, zone: str, tongue: Tongue) -> str:
    begun = tongue.hour(zone, one.begun_at)
    if one.ended_at is None:
        return tongue.words("from {begun}", begun=begun)
    return tongue.words(
        "from {begun} to {ended}", begun=begun, ended=tongue.hour(zone, one.ended_at)
    )


def _outside_items(
    record: ConferenceRecord, meeting: MeetingFacts, tongue: Tongue
) -> Iterator[str]:
    """What belongs to no item that was considered: statements, drafts, motions on the meeting."""
    key = meeting.body, meeting.number
    others = [
        names.delegation(one, tongue)
        for one in record.statements
        if (one.body, one.meeting) == key and one.item is None
    ]
    if others:
        listed = tongue.series(names.unique(others))
        yield tongue.words("The floor was given to: {names}.", names=listed)
    considered = {item.symbol for item in meeting.items}
    for decision in record.decisions:
        if (decision.body, decision.meeting) == key and decision.item not in considered:
            yield sentences.decision(decision, "", tongue, text=False)
    if record.only_item is None:
        yield from _procedure(record, (*key, None), tongue)
        for text in meeting.reports:
            yield tongue.words(
                "Report of the Committee of the Whole: {text}.", text=tongue.name(text.rstrip("."))
            )


def _procedure(
    record: ConferenceRecord, where: tuple[Body, int, str | None], tongue: Tongue
) -> Iterator[str]:
    """The motions and the appeals of a meeting on an item, or on none."""
    for one in record.raised:
        here = (one.body, one.meeting, one.item) == where
        if here and (said := sentences.raised(one, tongue)):
            yield said


def _item(
    record: ConferenceRecord, meeting: MeetingFacts, item: ItemFacts, tongue: Tongue
) -> Iterator[str]:
    where = meeting.body, meeting.number, item.symbol
    statements = [one for one in record.statements if (one.body, one.meeting, one.item) == where]
    by = item.secretariat_by
    yield from sentences.who_spoke(
        statements,
        tongue,
        secretariat=item.secretariat,
        introduced_by=[by] if by is not None else [],
    )
    chairs = [names.role(one, tongue) for one in statements if one.kind is FloorKind.PRESIDENT]
    if chairs:
        listed = tongue.series(names.unique(chairs))
        yield tongue.words("A statement was also made from the chair: {names}.", names=listed)
    yield from sentences.replies(statements, tongue)
    yield from _procedure(record, where, tongue)
    decisions = [one for one in record.decisions if (one.body, one.meeting, one.item) == where]
    yield from acted(
        decisions,
        statements,
        lambda one: (sentences.decision(one, "", tongue, text=False),),
        tongue,
    )
    if item.concluded:
        yield tongue.words("Consideration of item {symbol}: concluded.", symbol=item.symbol)
    elif not item.over and meeting.ended_at is not None and meeting.body is Body.PLENARY:
        yield tongue.words("Consideration of item {symbol}: to be continued.", symbol=item.symbol)
