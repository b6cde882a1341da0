"""What a command, an event and a refusal are.

A command decides on the state at an instant and returns events, or raises `Refused`; it has no
other effect. An event carries all that `apply` needs to make the next state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any, ClassVar, Self, assert_never

from msgspec import to_builtins

from plenary_tui.procedure.ground.act_fields import act_fields
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, defaults_of, give
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant, in_journal


class Remedy(StrEnum):
    """How a refusal may be met: the field of the act that meets it, or none, and it stands."""

    NONE = ""
    OVERRIDE = "override"
    CONFIRM = "confirm"
    REASON = "reason"

    @property
    def is_reason(self) -> bool:
        """Whether it is met by words, which are recorded."""
        return self in (Remedy.OVERRIDE, Remedy.REASON)

    @property
    def typed(self) -> str:
        """What is typed beside the act, in a sentence; "" where nothing helps."""
        match self:
            case Remedy.NONE:
                return ""
            case Remedy.OVERRIDE:
                return "To overrule this, add --override REASON."
            case Remedy.CONFIRM:
                return "To confirm, add --confirm."
            case Remedy.REASON:
                return "Give the reason with --reason REASON."
            case _:
                assert_never(self)


class Refused(Explained):
    """An act that the rules do not allow, in the chamber's words.

    Attributes:
        remedy: how the officer may have it done all the same.
    """

    def __init__(self, why: str, instead: str = "", *, remedy: Remedy = Remedy.NONE) -> None:
        super().__init__(why, instead)
        self.remedy = remedy

    @property
    def when_typed(self) -> str:
        """The refusal of an act that was typed: with what to type so that it is not refused."""
        return f"{self} {self.remedy.typed}".strip()

    def on_command_line(self) -> str:
        """The refusal, named as one, with what to type so that it is not refused."""
        return f"Refused: {' '.join(self.when_typed.split())}"


class Event(Value, kw_only=True, forbid_unknown_fields=True):
    """Something that was done: a frozen value of the journal.

    Attributes:
        kind: names the event in the journal for ever.
        undoable: whether it can be taken back.
        tells_all: whether, first in its act, its sentence tells all that the act did.
        silent: whether it is not told with its act.
        passed_over: whether, first in its act, undoing takes back what was done before it instead.
        at: when it was done.
    """

    kind: ClassVar[str]
    undoable: ClassVar[bool] = True
    tells_all: ClassVar[bool] = False
    silent: ClassVar[bool] = False
    passed_over: ClassVar[bool] = False

    at: Instant

    def apply(self, conference: Conference) -> Conference:
        """The state after the event."""
        raise NotImplementedError

    def sentence(self, before: Conference) -> str:
        """What was done, in one sentence; `before` is the state it was done in."""
        raise NotImplementedError


class Command(Value, kw_only=True):
    """An act somebody wants to do: a frozen, typed value.

    Attributes:
        act: its name on the command line.
        typed: whether it is made of words; the rows of a file are not.
        means_what_was_seen: whether it comes to mean something else once others are done.
    """

    act: ClassVar[str]
    typed: ClassVar[bool] = True
    means_what_was_seen: ClassVar[bool] = False

    def __post_init__(self) -> None:
        """Have each field read as if it was typed, whoever makes the act. Raises ValueError."""
        for field in act_fields(type(self)):
            given = getattr(self, field.attribute)
            if given is not field.default and (read := field.read(given)) is not given:
                give(self, field.attribute, read)

    @classmethod
    def put_right(cls, given: Mapping[str, object]) -> Mapping[str, object]:
        """Values as they were typed, by attribute, each with the field that it is meant for."""
        return given

    def as_asked(self) -> Self:
        """The act as one station asks another for it."""
        return self

    def as_it_was_received(self, waited: timedelta, at: Instant) -> Self:
        """The act as it is decided now where it has waited since the server received it."""
        return self

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


class OverridableCommand(Command, kw_only=True):
    """A command some of whose refusals the officer may overrule, with a reason."""

    override: Line = ""

    def overrule(self, at: Instant, why: str, instead: str = "") -> Overruled:
        """Record the override, or refuse where none was given."""
        return overruled(self.override, at, why, instead)


class ConfirmableCommand(Command, kw_only=True):
    """A command that in some cases asks to be confirmed."""

    confirm: bool = False

    def ask(self, why: str, instead: str = "") -> None:
        """Refuse unless it was confirmed."""
        require_confirmed(self.confirm, why, instead)


def overruled(reason: str, at: Instant, why: str, instead: str = "") -> Overruled:
    """The override that was given with its reason; raises `Refused` where none was."""
    if not reason:
        raise Refused(why, instead, remedy=Remedy.OVERRIDE)
    return Overruled(at=at, why=why, reason=reason)


def require_confirmed(confirmed: bool, why: str, instead: str = "") -> None:
    """Refuse what was not confirmed; raises `Refused`."""
    if not confirmed:
        raise Refused(why, instead, remedy=Remedy.CONFIRM)


def payload_of(event: Event) -> dict[str, Any]:
    """The event as values of JSON under their names in the journal, without its instant.

    What has its default is left out. The default of a shipped event's field is therefore part of
    its meaning, like its kind, and never changes.
    """
    said: dict[str, Any] = to_builtins(_said(event))
    del said["at"]
    return said


def _said(value: object) -> Any:
    """A value with what has its default left out, all the way down."""
    if isinstance(value, Value):
        return {
            name: _said(said)
            for name, attribute, default in defaults_of(type(value))
            if (said := getattr(value, attribute)) != default
        }
    if isinstance(value, tuple):
        return [_said(one) for one in value]
    return in_journal(value) if isinstance(value, timedelta) else value


def foreseen_after(
    conference: Conference, events: Iterable[Event], step: Callable[[], None] = lambda: None
) -> Conference:
    """The state that events make of one; `step` is called after each."""
    for event in events:
        conference = event.apply(conference)
        step()
    return conference
