"""A call that comes to nothing: who was called and has not begun keeps the place in the list."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Event
from plenary_tui.procedure.conference import Conference, Entry, TierQueue
from plenary_tui.procedure.floor import end_of_statement
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.lists import with_entry
from plenary_tui.procedure.meeting import holder_of_floor
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import FloorKind, Phase


class CallTakenBack(Event):
    """Who was called and had not begun waits again on the list, at the place kept."""

    kind: ClassVar[str] = "call taken back"

    def apply(self, conference: Conference) -> Conference:
        floor, speakers = conference.floor, conference.current_list
        assert floor is not None and floor.entry is not None and speakers is not None
        place = _place_kept(speakers.queue(floor.entry.tier), floor.entry)
        return replace(conference.with_list(with_entry(speakers, floor.entry, place)), floor=None)

    def sentence(self, before: Conference) -> str:
        return f"{holder_of_floor(before)} was called and had not begun, and keeps its place."


def _place_kept(queue: TierQueue, entry: Entry) -> int:
    """Where an entry that was called stood in its tier: first, or behind what precedes it."""
    if entry.moved_because:
        return 0
    unmoved = [(at, one) for at, one in enumerate(queue.waiting) if not one.moved_because]
    place = max((at + 1 for at, one in unmoved if _precedes(one, entry)), default=0)
    if entry.received_at is not None:
        return place
    later = [at for at, one in unmoved if one.received_at is None and one.id > entry.id]
    return min([place, *later])


def _precedes(one: Entry, other: Entry) -> bool:
    """Whether a request stands before another: by number as they came, else by receipt."""
    if one.received_at is None and other.received_at is None:
        return one.id < other.id
    return one.receipt < other.receipt


def freed_floor(conference: Conference, at: Instant) -> tuple[Event, ...]:
    """What leaves the floor free: the statement ends, or a call on the list is taken back."""
    floor = conference.floor
    if floor is not None and floor.phase is Phase.CALLED and floor.kind is FloorKind.STATEMENT:
        return (CallTakenBack(at=at),)
    return end_of_statement(conference, at)
