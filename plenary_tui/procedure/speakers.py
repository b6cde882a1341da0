"""Delegations that wait on a list: moved, ready or not, absent."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.inscription import whose
from plenary_tui.procedure.lists import (
    place_of,
    require_standing,
    with_changed_entry,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.naming import find_entry, find_floor_or_entry, name_of
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant


class Moved(Event):
    """An entry was moved by hand within its tier; `place` counts from 0."""

    kind: ClassVar[str] = "moved"

    entry: int
    place: int
    reason: str

    def apply(self, conference: Conference) -> Conference:
        found = conference.find_entry(self.entry)
        assert found is not None
        speakers, entry = found
        moved = replace(entry, moved_because=self.reason)
        return conference.with_list(with_entry(without_entry(speakers, entry), moved, self.place))

    def sentence(self, before: Conference) -> str:
        return f"{whose(before, self.entry)} was moved to {self.place + 1}: {self.reason}."


class Move(Command):
    """Move an entry to a position (from 1) in its own tier, for a reason (rule 16)."""

    act: ClassVar[str] = "move"

    entry: Line
    to: int
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        speakers, entry = find_entry(conference, self.entry)
        require_standing(conference, speakers)
        name = name_of(conference, entry.delegation)
        queue = speakers.queue(entry.tier)
        last = len(queue.waiting)
        if not 1 <= self.to <= last:
            raise Refused(
                f"{name} can be moved to a position from 1 to {last} among {entry.tier}; "
                f"{self.to} is not one.",
                "A delegation stays in its tier.",
            )
        if place_of(queue, entry.id) == self.to - 1:
            raise Refused(f"{name} stands at {self.to} among {entry.tier} already.")
        if not self.reason:
            raise Refused(
                f"The order is the order of receipt; moving {name} needs a reason.",
                "The reason is recorded and shown.",
                remedy="reason",
            )
        return (Moved(at=at, entry=entry.id, place=self.to - 1, reason=self.reason),)


class ReadyMarked(Event):
    """A speaker is ready (in the room, or at the table), or no longer."""

    kind: ClassVar[str] = "ready marked"

    entry: int
    ready: bool

    def apply(self, conference: Conference) -> Conference:
        found = conference.find_entry(self.entry)
        assert found is not None
        speakers, entry = found
        return conference.with_list(with_changed_entry(speakers, replace(entry, ready=self.ready)))

    def sentence(self, before: Conference) -> str:
        return f"{whose(before, self.entry)} is {'' if self.ready else 'not '}ready."


class MarkReady(Command):
    """Mark a speaker as ready: in the room, or for an NGO at the table (rules 9 and 24)."""

    act: ClassVar[str] = "mark-ready"

    entry: Line
    off: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        _, entry = find_entry(conference, self.entry)
        if entry.ready is not self.off:
            raise Refused(
                f"{name_of(conference, entry.delegation)} is marked as "
                f"{'ready' if entry.ready else 'not ready'} already."
            )
        return (ReadyMarked(at=at, entry=entry.id, ready=not self.off),)


class MarkedAbsent(Event):
    """A speaker was absent: to the end of the own tier, the attempt counted (rule 28)."""

    kind: ClassVar[str] = "marked absent"

    entry: int
    was_called: bool

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        if self.was_called:
            assert floor is not None and floor.entry is not None and conference.item is not None
            entry = floor.entry
            speakers = conference.list_of(conference.item, conference.body)
            conference = replace(conference, floor=None)
        else:
            found = conference.find_entry(self.entry)
            assert found is not None
            speakers, entry = found
            speakers = without_entry(speakers, entry)
        absences = entry.absences + 1
        again = f" ({absences} times)" if absences > 1 else ""
        entry = replace(
            entry, absences=absences, ready=False, moved_because=f"absent when called{again}"
        )
        last = len(speakers.queue(entry.tier).waiting)
        return conference.with_list(with_entry(speakers, entry, last))

    def sentence(self, before: Conference) -> str:
        floor = before.floor
        if self.was_called and floor is not None and floor.entry is not None:
            who = name_of(before, floor.entry.delegation)
        else:
            who = whose(before, self.entry)
        return f"{who} was absent and stands at the end of its tier."


class MarkAbsent(Command):
    """Mark a speaker as absent, the one called unless another is named."""

    act: ClassVar[str] = "mark-absent"

    entry: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = conference.floor
        if not self.entry and (floor is None or floor.entry is None):
            raise Refused("Nobody has been called.", "Name an entry of the list.")
        entry = find_floor_or_entry(conference, self.entry)
        found = conference.find_entry(entry.id)
        if found is not None:
            require_standing(conference, found[0])
        was_called = found is None
        if was_called and floor is not None and floor.clock.spans:
            raise Refused(
                f"{name_of(conference, entry.delegation)} has begun to speak, so it is not absent.",
                "End the statement instead.",
            )
        return (MarkedAbsent(at=at, entry=entry.id, was_called=was_called),)
