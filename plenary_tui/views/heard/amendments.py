"""What was corrected of what was heard: as it was recorded, as it stands, when, and why.

The reasons are the officer's: nothing that leaves the house knows this view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter

from plenary_tui.procedure.decisions.vote_changes import VoteChange, vote_changes
from plenary_tui.procedure.floor.statement_corrections import changes
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.proceedings import (
    Appeal,
    Decision,
    MotionOutcome,
    Ruling,
    Tally,
    TallyCorrection,
)
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
        case Statement(corrections=[_, *_]) as one:
            yield from _of_statement(conference, happening, one)
        case Decision(corrections=[_, *_]) as one:
            yield from _of_vote(conference, happening, one)
        case MotionOutcome(corrections=[_, *_], vote=Tally() as vote) as one:
            yield from _of_tally(
                conference, happening, one.corrections, vote, ("rejected", "carried")
            )
        case Ruling(corrections=[_, *_], appeal=Appeal() as appeal) as one:
            yield from _of_tally(
                conference, happening, one.corrections, appeal.vote, ("stands", "overturned")
            )
        case _:
            pass


def is_amended(happening: Happening) -> bool:
    """Whether anything of it was corrected."""
    matter = happening.matter
    return isinstance(matter, CORRECTABLE) and bool(matter.corrections)


def _of_statement(
    conference: Conference, happening: Happening, one: Statement
) -> Iterator[Amendment]:
    later = [
        replace(one, entry=kept.entry, delegation=kept.delegation, person=kept.person)
        for kept in one.corrections[1:]
    ]
    for kept, after in zip(one.corrections, [*later, one], strict=True):
        for field, was, now in changes(conference, kept, after):
            yield Amendment(happening, kept.at, field, was, now, kept.reason)


def _of_vote(conference: Conference, happening: Happening, one: Decision) -> Iterator[Amendment]:
    votes = [*(kept.was for kept in one.corrections[1:]), one.vote]
    outcomes = [*(kept.outcome for kept in one.corrections[1:]), one.outcome]
    for kept, vote, outcome in zip(one.corrections, votes, outcomes, strict=True):
        assert vote is not None
        decided = (str(kept.outcome), str(outcome))
        for change in vote_changes(conference, kept.was, vote, decided):
            yield _amended(happening, kept.at, change, kept.reason)


def _of_tally(
    conference: Conference,
    happening: Happening,
    corrections: Sequence[TallyCorrection],
    vote: Tally,
    decided: tuple[str, str],
) -> Iterator[Amendment]:
    """The corrections of a vote that its numbers decide.

    Args:
        decided: what it decides where it is lost and where it is carried, in words.
    """
    for kept, after in zip(corrections, [*(one.was for one in corrections[1:]), vote], strict=True):
        outcomes = (decided[kept.was.carried], decided[after.carried])
        for change in vote_changes(conference, kept.was, after, outcomes):
            yield _amended(happening, kept.at, change, kept.reason)


def _amended(happening: Happening, at: datetime, change: VoteChange, reason: str) -> Amendment:
    field = f"vote of {change.whose}" if change.whose else "vote"
    return Amendment(happening, at, field, change.was, change.now, reason)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "none"
