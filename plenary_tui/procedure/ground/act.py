"""What a command, an event and a refusal are.

A command decides on the state at an instant and returns events, or raises `Refused`; it has no
other effect. An event carries all that `apply` needs to make the next state.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant


class Refused(Explained):
    """An act that the rules do not allow, in the chamber's words.

    Attributes:
        remedy: "override" if the officer may overrule it with a reason, "confirm" if it only
            asks to be confirmed, "reason" if it lacks a reason, "" if it stands.
    """

    def __init__(self, why: str, instead: str = "", *, remedy: str = "") -> None:
        super().__init__(why, instead)
        self.remedy = remedy


class Event(BaseModel):
    """Something that was done: a frozen value of the journal.

    Attributes:
        kind: names the event in the journal for ever.
        at: when it was done.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: ClassVar[str]
    undoable: ClassVar[bool] = True

    at: Instant

    def apply(self, conference: Conference) -> Conference:
        """The state after the event."""
        raise NotImplementedError

    def sentence(self, before: Conference) -> str:
        """What was done, in one sentence; `before` is the state it was done in."""
        raise NotImplementedError


class Command(BaseModel):
    """An act somebody wants to do: a frozen, typed value.

    Attributes:
        act: its name on the command line.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, validate_by_name=True, validate_by_alias=True
    )

    act: ClassVar[str]

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        """The events that do it; raises `Refused`."""
        raise NotImplementedError


class Overruled(Event):
    """The officer overruled a refusal; recorded before the events it allowed."""

    kind: ClassVar[str] = "overruled"

    why: str
    reason: str

    def apply(self, conference: Conference) -> Conference:
        return conference

    def sentence(self, before: Conference) -> str:
        return f"Overruled ({self.reason}): {self.why}"


class OverridableCommand(Command):
    """A command some of whose refusals the officer may overrule, with a reason."""

    override: Line = ""

    def overrule(self, at: Instant, why: str, instead: str = "") -> Overruled:
        """Record the override, or refuse where none was given."""
        if not self.override:
            raise Refused(why, instead, remedy="override")
        return Overruled(at=at, why=why, reason=self.override)


class ConfirmableCommand(Command):
    """A command that in some cases asks to be confirmed."""

    confirm: bool = False

    def ask(self, why: str, instead: str = "") -> None:
        """Refuse unless it was confirmed."""
        if not self.confirm:
            raise Refused(why, instead, remedy="confirm")


def payload_of(event: Event) -> dict[str, Any]:
    """The event as JSON values, without its instant.

    What has its default is left out. The default of a shipped event's field is therefore part of
    its meaning, like its kind, and never changes.
    """
    return event.model_dump(mode="json", exclude={"at"}, exclude_defaults=True)
