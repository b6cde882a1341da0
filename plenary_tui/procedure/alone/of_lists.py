"""What may have been typed for what was recorded of lists of speakers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from plenary_tui.procedure.alone.named_before import Before, Guess, moment
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.speakers.absence import MarkAbsent, MarkedAbsent
from plenary_tui.procedure.speakers.alignment import (
    Align,
    Aligned,
    AlignmentWithdrawn,
    WithdrawAlignment,
)
from plenary_tui.procedure.speakers.carry_over import CarryOver, ListCarriedOver
from plenary_tui.procedure.speakers.editing import Edit, EntryEdited, SpeakerNamed
from plenary_tui.procedure.speakers.inscription import (
    DETAILS,
    Inscribe,
    Inscribed,
    Withdraw,
    Withdrawn,
)
from plenary_tui.procedure.speakers.limits import LimitSet, SetLimit
from plenary_tui.procedure.speakers.lists import CloseList, ListClosed, ListOpened, OpenList
from plenary_tui.procedure.speakers.moving import Move, Moved, Swap, Swapped
from plenary_tui.procedure.speakers.ready import MarkReady, ReadyMarked
from plenary_tui.procedure.speakers.tier_hours import (
    HearInOrder,
    HearTierAt,
    TierHoursEnded,
    TierHourSet,
)
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.frozen import by_name


def of_lists(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of a list."""
    match event:
        case ListOpened(item=item, body=body, tiers=tiers, until=until):
            for tier in (None, *tiers):
                known = {"item": item, "body": body, "tier": tier}
                yield OpenList, {**known, "until": moment(until)}
        case ListClosed(item=item, body=body, tiers=tiers):
            for tier in (None, *tiers):
                yield CloseList, {"item": item, "body": body, "tier": tier}
        case ListCarriedOver(item=item, body=body):
            yield CarryOver, {"item": item, "body": body}
        case TierHourSet(item=item, tier=tier, starts=starts, decision=decision):
            known = {"item": item, "tier": tier, "decision": decision}
            yield HearTierAt, {**known, "at": moment(starts)}
        case TierHoursEnded(item=item, tiers=tiers, decision=decision):
            for tier in (None, *tiers):
                yield HearInOrder, {"item": item, "tier": tier, "decision": decision}
        case LimitSet(limit=limit):
            known = {"item": limit.item or "", "tier": limit.tier, "decision": limit.decision}
            yield SetLimit, {**known, "seconds": int(limit.limit.total_seconds())}
        case _:
            yield from _of_entries(event, before)


def _of_entries(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of an entry."""
    match event:
        case Inscribed(item=item, body=body, entry=entry):
            known = {"item": item, "body": body, "delegation": entry.delegation}
            details = {name: value for name, value in by_name(entry).items() if name in DETAILS}
            yield Inscribe, {**known, **details, "received_at": moment(entry.received_at)}
        case Withdrawn(entry=number, reason=reason):
            for named in before.entry(number):
                yield Withdraw, {"entry": named, "reason": reason}
        case EntryEdited(entry=edited):
            was = before.conference.entry_numbered(edited.id)
            for named in before.entry(edited.id) if was is not None else ():
                assert was is not None
                yield Edit, {"entry": named, **_changed(was, edited)}
        case SpeakerNamed(person=person):
            said = by_name(person)
            yield Edit, {**said, "language": person.language or ""}
        case Moved(entry=number, place=place, reason=reason):
            for named in before.entry(number):
                yield Move, {"entry": named, "to": ordinal(place + 1), "reason": reason}
        case Swapped(entry=number, other=other):
            for one, two in product(before.entry(number), before.entry(other)):
                yield Swap, {"entry": one, "other": two, "confirm": True}
        case ReadyMarked(entry=number, ready=ready):
            for named in before.entry(number):
                yield MarkReady, {"entry": named, "off": not ready}
        case MarkedAbsent(entry=number):
            for named in before.entry(number):
                yield MarkAbsent, {"entry": named}
        case Aligned(entry=number, delegation=delegation):
            for named in before.entry(number):
                yield Align, {"entry": named, "delegation": delegation}
        case AlignmentWithdrawn(entry=number, delegation=delegation):
            for named in before.entry(number):
                yield WithdrawAlignment, {"entry": named, "delegation": delegation}
        case _:
            return


def _changed(was: Entry, edited: Entry) -> dict[str, Any]:
    """What of an entry was changed, as it is typed."""
    before, after = by_name(was), by_name(edited)
    changed = {
        name: after[name] for name in (*DETAILS, "delegation") if before[name] != after[name]
    }
    return {name: "" if value is None else value for name, value in changed.items()}
