"""Acts that a podium recorded alone while another was in charge, and what becomes of them.

The journal says that there were such acts, which, and what the officers have made of them. None is
merged: each is done again as an act of now, by the rules of now, or is left undone.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, ConfirmableCommand, Event, Refused
from plenary_tui.procedure.ground.calendar import say_hour
from plenary_tui.procedure.state.conference import Alone, Conference
from plenary_tui.procedure.state.frozen import names_of, replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Became

SAID = 5
"""How many of such acts the sentence of the journal says in words."""


class ActsAlone(Event):
    """Acts that a podium recorded alone were found: they are in no journal but beside it."""

    kind: ClassVar[str] = "acts recorded alone"
    undoable: ClassVar[bool] = False
    passed_over: ClassVar[bool] = True

    acts: tuple[Alone, ...]

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, alone=(*conference.alone, *self.acts))

    def sentence(self, before: Conference) -> str:
        count, podiums = len(self.acts), dict.fromkeys(one.recorded_by for one in self.acts)
        times = [say_hour(before, one.at, self.at.utc) for one in (self.acts[0], self.acts[-1])]
        when = f"at {times[0]}" if times[0] == times[1] else f"from {times[0]} to {times[1]}"
        said = " ".join(one.what for one in self.acts[:SAID])
        more = f" And {count - SAID} more." if count > SAID else ""
        return (
            f"Recorded alone by {' and '.join(podiums)} {when}, and not in this journal, "
            f"{count} {'acts' if count > 1 else 'act'}: {said}{more}"
        )


class NoteAlone(Command):
    """Note in the journal what a podium recorded alone; what is noted already is left out."""

    act: ClassVar[str] = "note-alone"
    typed: ClassVar[bool] = False

    acts: tuple[Alone, ...]

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        known = {one.row for one in conference.alone}
        new = [one for one in self.acts if one.row not in known]
        if not new:
            raise Refused("All that was recorded alone is noted already.")
        numbered = enumerate(new, start=len(conference.alone) + 1)
        return (ActsAlone(at=at, acts=tuple(replace(one, number=n) for n, one in numbered)),)


class AloneDone(Event):
    """The act that this ends did again what was recorded alone under that number."""

    kind: ClassVar[str] = "act alone done again"

    number: int

    def apply(self, conference: Conference) -> Conference:
        return _became(conference, self.number, Became.DONE)

    def sentence(self, before: Conference) -> str:
        one = _numbered(before, self.number)
        when = say_hour(before, one.at, self.at.utc)
        return f"So {one.recorded_by} had recorded it alone at {when}."


class AloneLeft(Event):
    """What was recorded alone under that number is not done again."""

    kind: ClassVar[str] = "act alone left undone"

    number: int

    def apply(self, conference: Conference) -> Conference:
        return _became(conference, self.number, Became.LEFT)

    def sentence(self, before: Conference) -> str:
        one = _numbered(before, self.number)
        when = say_hour(before, one.at, self.at.utc)
        return f"What {one.recorded_by} recorded alone at {when} is left undone: {one.what}"


class DoAgain(Command):
    """Do again what a podium recorded alone while another was in charge, as an act of now."""

    act: ClassVar[str] = "do-again"

    alone: int
    override: Line = ""
    confirm: bool = False
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        events = self.meant(conference).decide(conference, at)
        return (*events, AloneDone(at=at, number=self.alone))

    def meant(self, conference: Conference) -> Command:
        """The act that is done again, with what the officer of now has answered to its refusal.

        Raises `Refused` where there is none.
        """
        from plenary_tui.procedure.alone.as_acts import made_of  # hardly ever, and it takes long

        one = _require_open(conference, self.alone)
        if not one.act:
            raise Refused(
                f"No key does this again: {one.what}",
                "Do what is still to be done of it by hand; then leave it (leave-undone).",
            )
        command = made_of(one.act, one.fields)
        answers = {"override": self.override, "confirm": self.confirm, "reason": self.reason}
        fields = names_of(type(command))
        return replace(command, **{k: v for k, v in answers.items() if v and k in fields})


class LeaveUndone(ConfirmableCommand):
    """Leave undone what a podium recorded alone; or all that is still open."""

    act: ClassVar[str] = "leave-undone"

    alone: int | None = None
    all: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if self.alone is not None:
            return (AloneLeft(at=at, number=_require_open(conference, self.alone).number),)
        if not self.all:
            raise Refused("Which is left undone was not said.", "Give its number, or leave all.")
        left = open_alone(conference)
        if not left:
            raise Refused("Nothing that was recorded alone is to be decided.")
        if len(left) > 1:
            self.ask(f"{len(left)} acts that were recorded alone are left undone then.")
        return tuple(AloneLeft(at=at, number=one.number) for one in left)


def open_alone(conference: Conference) -> tuple[Alone, ...]:
    """What was recorded alone and is neither done again nor left."""
    return tuple(one for one in conference.alone if one.became is Became.OPEN)


def _numbered(conference: Conference, number: int) -> Alone:
    return next(one for one in conference.alone if one.number == number)


def _require_open(conference: Conference, number: int) -> Alone:
    """What was recorded alone under a number; raises `Refused` where nothing is to be decided."""
    one = next((one for one in conference.alone if one.number == number), None)
    if one is None:
        known = f"There are numbers 1 to {len(conference.alone)}." if conference.alone else ""
        raise Refused(f"Nothing that was recorded alone has the number {number}.", known)
    if one.became is not Became.OPEN:
        raise Refused(f"That is {one.became} already: {one.what}")
    return one


def _became(conference: Conference, number: int, became: Became) -> Conference:
    acts = (
        replace(one, became=became) if one.number == number else one for one in conference.alone
    )
    return replace(conference, alone=tuple(acts))
