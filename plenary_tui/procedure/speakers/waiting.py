"""Delegations that wait on a list: moved, ready or not, absent."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from plenary_tui.procedure.ground.act import (
    Command,
    ConfirmableCommand,
    Event,
    Refused,
    Remedy,
)
from plenary_tui.procedure.ground.as_typed import as_text
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.meetings.meeting import holder_of_floor
from plenary_tui.procedure.speakers.inscription import whose
from plenary_tui.procedure.speakers.lists import (
    place_of,
    require_standing,
    with_changed_entry,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.speakers.numbering import (
    find_entry,
    find_floor_or_entry,
    place_words,
    read_place,
)
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase


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
        found = self.apply(before).find_entry(self.entry)
        assert found is not None
        where = place_words(before, *found, self.at)
        return f"{whose(before, self.entry)} was moved to {where}: {self.reason}."


class Move(Command):
    """Move an entry to a position (from 1) in its own tier, for a reason (rule 16)."""

    act: ClassVar[str] = "move"

    entry: Line
    to: Annotated[Line, BeforeValidator(as_text)]
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        speakers, entry = find_entry(conference, self.entry, at)
        require_standing(conference, speakers)
        name = name_of(conference, entry.delegation)
        place = read_place(conference, speakers, entry, self.to, at)
        if place_of(speakers.queue(entry.tier), entry.id) == place:
            where = place_words(conference, speakers, entry, at, among=True)
            raise Refused(f"{name} stands at {where} already.")
        if not self.reason:
            raise Refused(
                f"The order is the order of receipt; moving {name} needs a reason.",
                "The reason is recorded and shown.",
                remedy=Remedy.REASON,
            )
        return (Moved(at=at, entry=entry.id, place=place, reason=self.reason),)


class Swapped(Event):
    """Two delegations of one tier exchanged their places, both consenting (rule 29)."""

    kind: ClassVar[str] = "swapped"

    entry: int
    other: int

    def apply(self, conference: Conference) -> Conference:
        found, other = conference.find_entry(self.entry), conference.find_entry(self.other)
        assert found is not None and other is not None
        speakers, queue = found[0], found[0].queue(found[1].tier)
        changed = {
            entry.id: replace(entry, moved_because=f"swapped with {name}, both consenting")
            for entry, name in (
                (found[1], name_of(conference, other[1].delegation)),
                (other[1], name_of(conference, found[1].delegation)),
            )
        }
        instead = {self.entry: changed[self.other], self.other: changed[self.entry]}
        waiting = tuple(instead.get(entry.id, entry) for entry in queue.waiting)
        return conference.with_list(speakers.with_queue(replace(queue, waiting=waiting)))

    def sentence(self, before: Conference) -> str:
        other = before.find_entry(self.other)
        assert other is not None
        their_name = name_of(before, other[1].delegation)
        return f"{whose(before, self.entry)} swapped places with {their_name}, both consenting."


class Swap(ConfirmableCommand):
    """Let two delegations of one tier exchange their places; both must consent (rule 29)."""

    act: ClassVar[str] = "swap"

    entry: Line
    other: Line = Field(alias="with")

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        speakers, entry = find_entry(conference, self.entry, at)
        their_list, other = find_entry(conference, self.other, at)
        require_standing(conference, speakers)
        name = name_of(conference, entry.delegation)
        their_name = name_of(conference, other.delegation)
        if entry.id == other.id:
            raise Refused(f"{name} cannot swap places with itself.", "Name another delegation.")
        if (speakers.item, speakers.body) != (their_list.item, their_list.body):
            raise Refused(
                f"{name} and {their_name} wait on different lists.",
                "Places are swapped on one list.",
            )
        if entry.tier is not other.tier:
            raise Refused(
                f"{name} speaks among {entry.tier} and {their_name} among {other.tier}; "
                "places are swapped within a tier.",
                "Name a delegation of the same tier.",
            )
        self.ask(
            f"Both {name} and {their_name} must consent to swap places.",
            "Confirm that both do.",
        )
        return (Swapped(at=at, entry=entry.id, other=other.id),)


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
        _, entry = find_entry(conference, self.entry, at)
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
        if self.was_called:
            called, current = conference.entry_with_floor, conference.current_list
            assert called is not None and current is not None
            entry, speakers = called, current
            conference = replace(conference.turned(self.at.utc), floor=None)
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
        called = before.entry_with_floor
        if self.was_called and called is not None:
            who = name_of(before, called.delegation)
        else:
            who = whose(before, self.entry)
        return f"{who} was absent and stands at the end of its tier."


class MarkAbsent(Command):
    """Mark a speaker as absent, the one called unless another is named."""

    act: ClassVar[str] = "mark-absent"

    entry: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = conference.floor
        if not self.entry and conference.entry_with_floor is None:
            raise _not_from_a_list(conference)
        entry = find_floor_or_entry(conference, self.entry, at)
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


def _not_from_a_list(conference: Conference) -> Refused:
    """Why nobody is absent where no entry is named and none has the floor."""
    floor = conference.floor
    if floor is None:
        return Refused("Nobody has been called.", "Name an entry of the list.")
    holder = holder_of_floor(conference)
    if floor.phase is not Phase.CALLED:
        return Refused(f"{holder} has begun to speak, so it is not absent.", "End it instead.")
    if floor.delegation:
        return Refused(
            f"{holder} was called to reply; it is on no list to whose end it could go.",
            "Take the call back (undo), or let it begin.",
        )
    return Refused(
        f"{holder} has the floor, and was called from no list.", "Name an entry of the list."
    )
