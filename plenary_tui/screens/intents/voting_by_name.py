"""A vote by name is keyed in from the podium: on what waits for it, or on what was voted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from plenary_tui.actions.registry import action
from plenary_tui.procedure.decisions.adoption import VoteDocument
from plenary_tui.procedure.decisions.motions import DecideMotion
from plenary_tui.procedure.decisions.vote_corrections import NUMBERED, CorrectVote
from plenary_tui.procedure.ground.drafts import label_numbered, opening, pending_draft
from plenary_tui.procedure.ground.pending import pending_motions
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import Motion, Tally
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.views.podium.roll_call import FIELDS, RollCall, Said, as_voted

NOTHING = (
    "Nothing is before the meeting that could be voted on. Take up a draft (take-up-document), or "
    "press [drafts] and go to one that was voted on."
)
COUNTED = (
    "Give the numbers too where they were counted: they are compared with the names. Without them "
    "the names are counted."
)
NO_MORE = (
    "{what} is not what is voted on now, nor was it put to the vote. What was keyed in stays here "
    "until this page is left."
)


class Subject(Value):
    """What is voted on; what records the vote is asked anew each time, for others act meanwhile."""

    NAMED: ClassVar = ("document", "motion", "appeal")

    document: int = 0
    motion: Motion | None = None

    def told(self, conference: Conference) -> str:
        """On what the vote is, in words."""
        if self.motion is not None:
            return f"the motion to {self.motion}"
        return label_numbered(conference, self.document)

    def recorded_by(self, conference: Conference) -> tuple[str, dict[str, object]] | None:
        """The act that records who voted how as things stand, and its fields; None if none does."""
        if self.motion is not None:
            return self._of_motion(conference, self.motion)
        document = conference.document_numbered(self.document)
        if document is None:
            return None
        if document is pending_draft(conference):
            return VoteDocument.act, _named(document)
        if any(one.vote and one.document == document.number for one in conference.decisions):
            return CorrectVote.act, _named(document)
        return None

    def vote(self, conference: Conference) -> Tally | None:
        """The vote that was taken on it last; None if none was."""
        if self.motion is not None:
            moved = (one for one in conference.outcomes if _same(one.motion, self.motion))
            return next((one.vote for one in moved), None)
        votes = (
            one.vote for one in reversed(conference.decisions) if one.document == self.document
        )
        return next((one for one in votes if one is not None), None)

    def by_name(self, conference: Conference) -> Mapping[str, Said]:
        """Who voted how on it, by id; nobody where that is not on record."""
        vote = self.vote(conference)
        return as_voted(vote) if vote is not None else {}

    def _of_motion(
        self, conference: Conference, motion: Motion
    ) -> tuple[str, dict[str, object]] | None:
        first = next(iter(pending_motions(conference)), None)
        if first is not None and _same(first, motion):
            return DecideMotion.act, {}
        voted = (one.motion for one in conference.outcomes if one.vote is not None)
        if any(_same(one, motion) for one in voted):
            return CorrectVote.act, {"motion": f"{NUMBERED}{motion.number}"}
        return None


def _same(one: Motion, other: Motion) -> bool:
    """Whether both are one motion; the number of one that was withdrawn is given again."""
    return (one.number, one.moved_at) == (other.number, other.moved_at)


def open_roll_call(asking: Asking, number: int | None = None, asked: str = "") -> None:
    """The page of a vote by name.

    Args:
        number: of the draft that was gone to; None for what waits for its vote.
        asked: what is done on it at first, by the id of the action; "" for nothing.
    """
    conference = asking.conference
    pending = pending_draft(conference)
    if number is None and (motions := pending_motions(conference)):
        subject = Subject(motion=motions[0])
    elif number is not None or pending is not None:
        subject = Subject(document=number or (pending.number if pending else 0))
    else:
        asking.refuse(NOTHING)
        return
    if subject.recorded_by(conference) is None:
        asking.refuse(NOTHING)
    else:
        _open(asking, subject, asked)


def _named(document: Document) -> dict[str, object]:
    return {"document": document.symbol or str(document.number)}


def _open(asking: Asking, subject: Subject, begins: str) -> None:
    from plenary_tui.screens.by_name import ByNameScreen

    what = subject.told(asking.conference)

    def record(roll: RollCall, recorded: Callable[[], None]) -> None:
        """The dialog of the vote, with the names; it asks for the numbers that were counted."""
        records = subject.recorded_by(asking.conference)
        if records is None:
            asking.refuse(NO_MORE.format(what=opening(what)))
            return
        act, given = records
        known = subject.by_name(asking.conference) if act == CorrectVote.act else {}
        if known:
            absent = [one for one in known if one in roll.ids and one not in roll.votes]
            given = {**given, "did_not_vote": ", ".join(absent)}
        asked, named = action(act), {*FIELDS.values(), "did_not_vote", *Subject.NAMED}
        asking.ask(
            f"{asked.label}: {roll.line}. {COUNTED}",
            act,
            tuple(name for name in asked.asks if name not in named),
            given={**given, **roll.names(known)},
            label=asked.label,
            careful=True,
            then=lambda done: recorded() if done else None,
        )

    now, pressed = asking.podium.now, asking.officer.pressed
    assert now is not None
    asking.podium.open_live(
        ByNameScreen(asking.conference, now, what, record, pressed, subject.by_name, asked=begins)
    )
