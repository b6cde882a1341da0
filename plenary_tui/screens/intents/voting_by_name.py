"""A vote by name is keyed in from the podium: on what waits for it, or on what was voted on."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions.registry import action
from plenary_tui.procedure.decisions.adoption import VoteDocument
from plenary_tui.procedure.decisions.motions import DecideMotion
from plenary_tui.procedure.decisions.vote_corrections import CorrectVote
from plenary_tui.procedure.ground.drafts import label_of, pending_draft
from plenary_tui.procedure.ground.pending import pending_motions
from plenary_tui.procedure.state.conference import Document
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.views.podium.roll_call import FIELDS, RollCall

NOTHING = (
    "Nothing is before the meeting that could be voted on. Take up a draft (take-up-document), or "
    "press [drafts] and go to one that was voted on."
)


def open_roll_call(asking: Asking, number: int | None = None, asked: str = "") -> None:
    """The page of a vote by name.

    Args:
        number: of the draft that was gone to; None for what waits for its vote.
        asked: what is done on it at first, by the id of the action; "" for nothing.
    """
    conference = asking.conference
    document = conference.document_numbered(number) if number is not None else None
    motions = pending_motions(conference)
    if document is None and motions:
        _open(asking, f"the motion to {motions[0]}", DecideMotion.act, {}, asked)
        return
    pending = pending_draft(conference)
    document = document or pending
    if document is not None and document is pending:
        _open(asking, label_of(document), VoteDocument.act, _named(document), asked)
    elif document is not None and any(
        one.vote is not None and one.document == document.number for one in conference.decisions
    ):
        _open(asking, label_of(document), CorrectVote.act, _named(document), asked)
    else:
        asking.refuse(NOTHING)


def _named(document: Document) -> dict[str, object]:
    return {"document": document.symbol or str(document.number)}


def _open(asking: Asking, what: str, act: str, given: dict[str, object], begins: str) -> None:
    from plenary_tui.screens.by_name import ByNameScreen

    asked = action(act)

    def record(roll: RollCall, recorded: Callable[[], None]) -> None:
        """The dialog of the vote, with the names; it asks for the numbers that were counted."""
        names = set(FIELDS.values())
        asking.ask(
            f"{roll.line}. {asked.help}",
            act,
            tuple(name for name in asked.asks if name not in names and name != "document"),
            given={**given, **roll.names()},
            label=asked.label,
            careful=True,
            then=lambda done: recorded() if done else None,
        )

    now = asking.podium.now
    assert now is not None
    asking.podium.open_live(
        ByNameScreen(asking.conference, now, what, record, asking.officer.pressed_at, begins)
    )
