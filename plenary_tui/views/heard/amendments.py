"""What was corrected of what was heard: as it was recorded, as it stands, when, and why.

The reasons are the officer's: nothing that leaves the house knows this view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter

from plenary_tui.procedure.decisions.vote_changes import Votable, corrected_votes, vote_changes
from plenary_tui.procedure.floor.statement_corrections import changes, corrected_statements
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import Decision, MotionOutcome, Ruling
from plenary_tui.views.heard.happenings import Happening

CORRECTABLE = (Statement, Decision, MotionOutcome, Ruling)
"""What may be corrected after it was recorded."""


class Amendment(Value):
    """One thing that was corrected.

    Attributes:
        at: when, UTC.
        field: what of it.
        was, now: before and since; "" for nothing.
    """

    of: Happening
    at: datetime
    field: str
    was: str
    now: str
    reason: str

    @property
    def words(self) -> str:
        """What was corrected, in words: `speaker from “A” to “B” (misheard)`."""
        why = f" ({self.reason})" if self.reason else ""
        return f"{self.field} from {_quoted(self.was)} to {_quoted(self.now)}{why}"


def amendments(conference: Conference, found: Iterable[Happening]) -> tuple[Amendment, ...]:
    """All that was corrected of them, in the order in which it was."""
    every = (one for happening in found for one in amendments_of(conference, happening))
    return tuple(sorted(every, key=attrgetter("at")))


def amendments_of(conference: Conference, happening: Happening) -> Iterator[Amendment]:
    """What was corrected of one thing, the first correction first."""
    match happening.matter:
        case Statement() as one:
            yield from _of_statement(conference, happening, one)
        case Decision() | MotionOutcome() | Ruling() as one:
            yield from _of_vote(conference, happening, one)
        case _:
            pass


def is_amended(happening: Happening) -> bool:
    """Whether anything of it was corrected."""
    matter = happening.matter
    return isinstance(matter, CORRECTABLE) and bool(matter.corrections)


def _of_statement(
    conference: Conference, happening: Happening, one: Statement
) -> Iterator[Amendment]:
    for kept, after in corrected_statements(one):
        for field, was, now in changes(conference, kept, after):
            yield Amendment(happening, kept.at, field, was, now, kept.reason)


def _of_vote(conference: Conference, happening: Happening, one: Votable) -> Iterator[Amendment]:
    for kept, since, decided in corrected_votes(one):
        for whose, was, now in vote_changes(conference, kept.was, since, decided):
            field = f"vote of {whose}" if whose else "vote"
            yield Amendment(happening, kept.at, field, was, now, kept.reason)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "none"
