"""Absent when called: to the end of the own tier, and counted (rule 28)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import (
    Command,
    Event,
    Refused,
)
from plenary_tui.procedure.ground.called import holder_of_floor
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.speakers.inscription import whose
from plenary_tui.procedure.speakers.lists import (
    require_standing,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.speakers.numbering import NAME_AN_ENTRY, find_floor_or_entry
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase


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
                "End the statement instead (end-statement).",
            )
        return (MarkedAbsent(at=at, entry=entry.id, was_called=was_called),)


def _not_from_a_list(conference: Conference) -> Refused:
    """Why nobody is absent where no entry is named and none has the floor."""
    floor = conference.floor
    if floor is None:
        return Refused("Nobody has been called.", NAME_AN_ENTRY)
    holder = holder_of_floor(conference)
    if floor.phase is not Phase.CALLED:
        return Refused(f"{holder} has begun to speak, so it is not absent.", "End it instead.")
    if floor.delegation:
        return Refused(
            f"{holder} was called to reply; it is on no list to whose end it could go.",
            "Take the call back (undo), or let it begin.",
        )
    return Refused(f"{holder} has the floor, and was called from no list.", NAME_AN_ENTRY)
