"""What is recorded of the record itself: acts taken back or done again, a podium in charge."""

from __future__ import annotations

from typing import ClassVar, Self

from plenary_tui.procedure.ground.act import Command, Event
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace


class Undone(Event):
    """The act whose first row is `act` was taken back."""

    kind: ClassVar[str] = "undone"
    undoable: ClassVar[bool] = False

    act: int
    what: str

    def sentence(self, before: Conference) -> str:
        return f"Undone: {self.what}"


class Redone(Event):
    """The act whose first row is `act`, taken back before, was done again."""

    kind: ClassVar[str] = "redone"
    undoable: ClassVar[bool] = False

    act: int
    what: str

    def sentence(self, before: Conference) -> str:
        return f"Done again: {self.what}"


class Asked(Event):
    """The act that this ends was asked for by another machine, whose request has that number.

    It stands last in its act: by it a request is known to be done, also once that was undone.
    """

    kind: ClassVar[str] = "asked"
    silent: ClassVar[bool] = True

    request: str

    def apply(self, conference: Conference) -> Conference:
        return conference

    def sentence(self, before: Conference) -> str:
        return "Another machine had asked for it."


class Undo(Command):
    """Take back the last act. Decided by the ledger, which alone knows what was done."""

    act: ClassVar[str] = "undo"
    means_what_was_seen: ClassVar[bool] = True

    own: bool = False

    def as_asked(self) -> Self:
        """What this station did itself is taken back, and nothing else."""
        return replace(self, own=True)


class Redo(Command):
    """Do the act last taken back again. Decided by the ledger."""

    act: ClassVar[str] = "redo"
    means_what_was_seen: ClassVar[bool] = True


class PodiumOpened(Event):
    """A podium took charge of the conference."""

    kind: ClassVar[str] = "podium opened"
    undoable: ClassVar[bool] = False

    def sentence(self, before: Conference) -> str:
        return "The podium was opened."


class PodiumClosed(Event):
    """A podium was closed in order; where this is missing, it ended without closing."""

    kind: ClassVar[str] = "podium closed"
    undoable: ClassVar[bool] = False

    def sentence(self, before: Conference) -> str:
        return "The podium was closed."
