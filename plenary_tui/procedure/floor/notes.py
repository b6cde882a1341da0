"""The officer's private notes, as of what an NGO answers for (rule 14); never on a public pane."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.speakers.numbering import find_floor_or_entry
from plenary_tui.procedure.state.conference import Conference, Note
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant


class Noted(Event):
    """The officer made a private note."""

    kind: ClassVar[str] = "noted"

    text: str
    entry: int | None = None

    def apply(self, conference: Conference) -> Conference:
        note = Note(self.at.utc, self.text, self.entry)
        return replace(conference, notes=conference.notes.plus(note))

    def sentence(self, before: Conference) -> str:
        return "A private note was made."


class MakeNote(Command):
    """Make a private note, about an entry or the meeting; it is never on a public pane."""

    act: ClassVar[str] = "note"

    text: Line
    entry: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.text:
            raise Refused("The note is empty.", "Type its text.")
        entry = find_floor_or_entry(conference, self.entry, at) if self.entry else None
        return (Noted(at=at, text=self.text, entry=entry.id if entry else None),)
