"""The ready mark of who waits: in the room, or at the table."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import (
    Command,
    Event,
    Refused,
)
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.speakers.inscription import whose
from plenary_tui.procedure.speakers.lists import (
    with_changed_entry,
)
from plenary_tui.procedure.speakers.numbering import find_entry
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant


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
