"""Side events and drafts of a file."""

from __future__ import annotations

from plenary_tui.procedure.decisions.documents import DocumentCorrected, TableDocument
from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.calendar import say_moment
from plenary_tui.procedure.ground.drafts import label_of
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.intake.rows import BroughtDraft, BroughtEvent, Fate, Judged
from plenary_tui.procedure.programme.rooms import require_sound
from plenary_tui.procedure.programme.side_events import (
    SideEventAdded,
    SideEventChanged,
    not_in_days,
)
from plenary_tui.procedure.state.conference import Conference, Document, SideEvent
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import bare, folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Mode


def judge_event(conference: Conference, at: Instant, row: BroughtEvent) -> Judged:
    """An event is found by its title and start, else by its title; raises `Refused`."""
    mode = Mode.ONLINE if row.online else Mode.IN_PERSON
    number = _number(conference, row)
    key = folded(row.title)
    if number == 0:
        event = SideEvent(
            title=row.title, starts=row.starts, ends=row.ends, room=row.room, modes=mode.parts
        )
        require_sound(conference, event, None)
        fate, why = Fate.NEW, ""
        recorded: Event = SideEventAdded(at=at, event=event)
    else:
        there = conference.side_events[number - 1]
        if there.cancelled:
            return Judged(Fate.SKIPPED, row.title, "It was cancelled.", key=key)
        event = replace(
            there,
            starts=row.starts,
            ends=row.ends or there.ends,
            room=row.room or there.room,
            modes=mode.parts if row.online else there.modes,
        )
        if event == there:
            return Judged(Fate.SAME, row.title, key=key)
        require_sound(conference, event, number)
        fate, why = Fate.CHANGED, f"{say_moment(conference, row.starts)}, {event.room}".rstrip(", ")
        recorded = SideEventChanged(at=at, number=number, event=event)
    outside = not_in_days(conference, event)
    objections = ((outside, "Give another day."),) if outside else ()
    return Judged(fate, row.title, why, (recorded,), objections, key)


def _number(conference: Conference, row: BroughtEvent) -> int:
    """The number of the event that is meant; 0 if it is new."""
    wanted = folded(row.title)
    titled = [
        (number, one)
        for number, one in enumerate(conference.side_events, start=1)
        if folded(one.title) == wanted
    ]
    at_the_time = [number for number, one in titled if one.starts == row.starts]
    if at_the_time:
        return at_the_time[0]
    return titled[0][0] if len(titled) == 1 else 0


def judge_draft(conference: Conference, at: Instant, row: BroughtDraft) -> Judged:
    """A draft is found by its symbol, one without a symbol by its title; raises `Refused`."""
    what = f"{row.symbol} {row.title}".strip()
    there = _draft(conference, row)
    if there is None:
        if not row.sponsor:
            raise Refused(f"Who tables {row.symbol or 'it'} is missing.", "Name a sponsor.")
        command = TableDocument(
            title=row.title, sponsor=row.sponsor, symbol=row.symbol, item=row.item
        )
        return Judged(Fate.NEW, what, events=command.decide(conference, at), key=row.symbol)
    key = there.symbol or ""
    item = find_item(conference, row.item).symbol if row.item else there.item
    symbol = there.symbol or row.symbol or None
    title = row.title or there.title
    if (title, symbol, item) == (there.title, there.symbol, there.item):
        return Judged(Fate.SAME, what, key=key)
    if item != there.item and there.before:
        raise Refused(f"{label_of(there)} is being considered under item {there.item}.")
    corrected = DocumentCorrected(at=at, number=there.number, title=title, symbol=symbol, item=item)
    return Judged(Fate.CHANGED, what, f"it was {there.title}", (corrected,), key=key)


def _draft(conference: Conference, row: BroughtDraft) -> Document | None:
    if row.symbol:
        wanted = bare(row.symbol)
        for one in conference.documents:
            if wanted in (bare(one.symbol or ""), bare(label_of(one))):
                return one
    titled = [one for one in conference.documents if folded(one.title) == folded(row.title)]
    same = [one for one in titled if not (one.symbol and row.symbol)]
    return same[0] if len(same) == 1 else None
