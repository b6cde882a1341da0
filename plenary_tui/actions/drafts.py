"""What is done with drafts; keys are those of their own screen."""

from __future__ import annotations

from plenary_tui.actions.action import DRAFTS, Action
from plenary_tui.procedure.ground.drafts import final_decision, pending_draft
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.vocabulary import DraftStatus, Outcome

SCREEN_KEY = "d"
"""Opens the screen of drafts and decisions."""
_VOTES = ("in_favour", "against", "abstaining", "majority")


def _drafts_under_item(conference: Conference) -> bool:
    """Whether a draft of the current item still waits for action."""
    return any(
        one.item == conference.item and final_decision(conference, one) is None
        for one in conference.documents
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        "documents",
        "Drafts",
        "Drafts, their sponsors, and the decisions on them.",
        DRAFTS,
        keys=(SCREEN_KEY,),
        applies=_drafts_under_item,
        footer=7,
    ),
    Action(
        "take-up-document",
        "Take up",
        "Bring a draft of the current item before the meeting.",
        DRAFTS,
        act="take-up-document",
        asks=("document",),
        local="t",
    ),
    Action(
        "adopt-document",
        "Adopt",
        "It is adopted without a vote.",
        DRAFTS,
        act="adopt-document",
        asks=("document",),
        local="a",
    ),
    Action(
        "adopt-document-revised",
        "Adopt as revised",
        "It is adopted as orally revised, without a vote.",
        DRAFTS,
        act="adopt-document",
        preset={"orally_revised": True},
        asks=("document",),
        local="A",
    ),
    Action(
        "vote-document",
        "Vote",
        "Record the vote on it; the numbers decide.",
        DRAFTS,
        act="vote-document",
        asks=("document", *_VOTES),
        local="v",
    ),
    Action(
        "vote-document-revised",
        "Vote as revised",
        "Record the vote on it as orally revised.",
        DRAFTS,
        act="vote-document",
        preset={"orally_revised": True},
        asks=("document", *_VOTES),
        local="V",
    ),
    Action(
        "defer-document",
        "Defer",
        "Action on it is deferred; it can be taken up again.",
        DRAFTS,
        act="defer-document",
        asks=("document", "reason"),
        local="f",
    ),
    Action(
        "add-sponsor",
        "Sponsor",
        "A delegation joins its sponsors.",
        DRAFTS,
        act="add-sponsor",
        asks=("document", "delegation"),
        local="s",
    ),
    Action(
        "remove-sponsor",
        "Sponsor leaves",
        "A delegation no longer sponsors it.",
        DRAFTS,
        act="remove-sponsor",
        asks=("document", "delegation"),
        local="S",
    ),
    Action(
        "mark-edited",
        "Edited",
        "It has been edited.",
        DRAFTS,
        act="mark-edited",
        asks=("document",),
        local="e",
    ),
    Action(
        "mark-translated",
        "Language",
        "It is there in a language; 1 to 6 tick Arabic to Spanish at once.",
        DRAFTS,
        act="mark-translated",
        asks=("document", "language"),
        local="l",
    ),
    Action(
        "mark-not-translated",
        "Not in a language",
        "It is not there in a language after all.",
        DRAFTS,
        act="mark-translated",
        preset={"off": True},
        asks=("document", "language"),
        local="L",
    ),
    Action(
        "publish-document",
        "Published",
        "It has been published, in all six languages.",
        DRAFTS,
        act="publish-document",
        asks=("document",),
        local="p",
    ),
    Action(
        "correct-document",
        "Correct",
        "Give it its symbol; correct its title or item.",
        DRAFTS,
        act="correct-document",
        asks=("document", "symbol", "item", "title"),
        local="c",
    ),
    Action(
        "revise-document",
        "Revise",
        "A revised text of it was tabled.",
        DRAFTS,
        act="revise-document",
        asks=("document", "title"),
        local="R",
    ),
    Action(
        "withdraw-document",
        "Withdraw",
        "Its sponsors withdrew it.",
        DRAFTS,
        act="withdraw-document",
        asks=("document", "reason"),
        local="x",
    ),
    Action(
        "table-document",
        "New draft",
        "Record a draft that was tabled.",
        DRAFTS,
        act="table-document",
        asks=("title", "sponsor", "symbol", "draft", "item", "tabled"),
        local="n",
    ),
    Action(
        "print-decisions",
        "Write",
        "Write drafts and decisions to a file, to be printed.",
        DRAFTS,
        local="w",
    ),
)

_BEFORE_THE_MEETING = frozenset(
    {
        "adopt-document",
        "adopt-document-revised",
        "vote-document",
        "vote-document-revised",
        "defer-document",
    }
)
_UNTIL_DECIDED = frozenset(
    {"add-sponsor", "remove-sponsor", "revise-document", "withdraw-document"}
)
_UNTIL_PUBLISHED = frozenset(
    {"mark-translated", "mark-not-translated", "publish-document", "mark-edited"}
)


def fitting(conference: Conference, document: Document) -> tuple[Action, ...]:
    """The actions that make sense for a draft now, the likeliest first: a guide, never a rule."""
    final = final_decision(conference, document)
    pending = pending_draft(conference)
    first = pending_points(conference) or pending_motions(conference)

    def fits(row: Action) -> bool:
        if first and (row.id == "take-up-document" or row.id in _BEFORE_THE_MEETING):
            return False
        if row.id == "take-up-document":
            here = document.item in (None, conference.item)
            return final is None and pending is None and here and conference.in_session
        if row.id in _BEFORE_THE_MEETING:
            return document is pending
        if row.id in _UNTIL_DECIDED:
            return final is None
        if row.id in _UNTIL_PUBLISHED:
            gone = final is not None and final.outcome is Outcome.WITHDRAWN
            return not gone and _unpublished(row.id, document)
        return row.id == "correct-document"

    return tuple(row for row in ACTIONS if fits(row))


def _unpublished(identity: str, document: Document) -> bool:
    if identity == "mark-edited":
        return document.status == DraftStatus.TABLED
    return document.status != DraftStatus.PUBLISHED
