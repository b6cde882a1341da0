"""Who presides: a Vice-President takes the chair, or the President is back in it."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.called import in_the_chair, person_words, role_spoken, title_of
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
    """Somebody took the chair of the meeting; nobody by name is the President."""

    kind: ClassVar[str] = "chair taken"

    speaker: str = ""
    function: str = ""

    def apply(self, conference: Conference) -> Conference:
        assert conference.meeting is not None
        return replace(conference, meeting=replace(conference.meeting, presiding=self.person))

    @property
    def person(self) -> Person:
        """Who took it."""
        return Person(self.speaker, self.function)

    def sentence(self, before: Conference) -> str:
        if self.person == NOBODY:
            again = " again" if in_the_chair(before.meeting) != NOBODY else ""
            return f"The President is in the chair{again}."
        spoken = role_spoken(FloorKind.PRESIDENT, self.person)
        name = f", {self.speaker}," if self.speaker else ""
        return f"{spoken[:1].upper()}{spoken[1:]}{name} took the chair."


class Preside(Command):
    """Record who takes the chair: a Vice-President by name; without a name the President is back.

    It is so until another takes it, or the meeting ends.
    """

    act: ClassVar[str] = "preside"

    name: Line = ""
    function: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        meeting = require_open_meeting(conference)
        person = self._person(meeting)
        if person == meeting.presiding:
            who = person_words(person) or "The President"
            raise Refused(
                f"{who} is in the chair of the {title_of(meeting)} already.",
                "Name who takes it.",
            )
        return (ChairTaken(at=at, speaker=person.speaker, function=person.function),)

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
