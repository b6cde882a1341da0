"""Who presides: a Vice-President takes the chair, or the President is back in it."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.called import (
    in_the_chair,
    person_words,
    role_spoken,
    spoken_of,
    title_numbered,
    title_of,
)
from plenary_tui.procedure.meetings.meeting import require_open_meeting
from plenary_tui.procedure.state.chamber import NOBODY
from plenary_tui.procedure.state.conference import Conference, Meeting, Person
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line, folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind

_PRESIDENT = ("president", "the president")
_FUNCTIONS = ("vice-president", "vice president", "acting president", "temporary president")


class ChairTaken(Event):
    """Somebody took the chair of the meeting; nobody by name is the President.

    `meeting` is the number of a plenary meeting over all of which they presided; None for the
    meeting that sits, from then on.
    """

    kind: ClassVar[str] = "chair taken"

    speaker: str = ""
    function: str = ""
    meeting: int | None = None

    def apply(self, conference: Conference) -> Conference:
        if self.meeting is not None:
            held = tuple(
                replace(one, presiding=self.person) if self._is(one) else one
                for one in conference.meetings
            )
            return replace(conference, meetings=held)
        assert conference.meeting is not None
        return replace(conference, meeting=replace(conference.meeting, presiding=self.person))

    def _is(self, one: Meeting) -> bool:
        return (one.number, one.body) == (self.meeting, Body.PLENARY)

    @property
    def person(self) -> Person:
        """Who took it."""
        return Person(self.speaker, self.function)

    def sentence(self, before: Conference) -> str:
        if self.meeting is not None:
            spoken = spoken_of(FloorKind.PRESIDENT, self.person)
            title = title_numbered(self.meeting, Body.PLENARY)
            return f"The {title} was presided over by {spoken}."
        if self.person == NOBODY:
            again = " again" if in_the_chair(before.meeting) != NOBODY else ""
            return f"The President is in the chair{again}."
        spoken = role_spoken(FloorKind.PRESIDENT, self.person)
        name = f", {self.speaker}," if self.speaker else ""
        return f"{spoken[:1].upper()}{spoken[1:]}{name} took the chair."


class Preside(Command):
    """Record who takes the chair: a Vice-President by name; without a name the President is back.

    It is so until another takes it, or the meeting ends. Of a plenary meeting that is over the
    number is given, and it is so for all of it.
    """

    act: ClassVar[str] = "preside"

    name: Line = ""
    function: Line = ""
    meeting: int | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        held = conference.held(Body.PLENARY)
        over = next((one for one in held if one.number == self.meeting), None)
        sits = conference.sitting
        known = over or (sits if sits is not None and sits.body is Body.PLENARY else None)
        if self.meeting is not None and (known is None or known.number != self.meeting):
            raise Refused(
                f"The {title_numbered(self.meeting, Body.PLENARY)} was not held.",
                "Give the number of one that was.",
            )
        meeting = over or require_open_meeting(conference)
        person = self._person(meeting)
        if person == meeting.presiding:
            who = person_words(person) or "The President"
            raise Refused(
                f"{who} {'was' if over else 'is'} in the chair of the {title_of(meeting)} already.",
                "Name who takes it.",
            )
        taken = ChairTaken(
            at=at,
            speaker=person.speaker,
            function=person.function,
            meeting=over.number if over is not None else None,
        )
        return (taken,)

    def _person(self, meeting: Meeting) -> Person:
        """Who is meant; the function of a Vice-President need not be said."""
        name, function = self.name, self.function
        if folded(name).removeprefix("the ") in _FUNCTIONS and not function:
            name, function = "", name
        if folded(name or function) in _PRESIDENT and not (name and function):
            return NOBODY
        if name and not function:
            function = "Vice-President" if meeting.body is Body.PLENARY else "Chair"
        return Person(name, function)
