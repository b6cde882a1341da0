"""What is done with drafts; keys are those of their own page."""

from __future__ import annotations

from plenary_tui.actions.action import DRAFTS, Action, On, Page, Service, Task, under
from plenary_tui.procedure.ground.drafts import final_decision, pending_draft
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.vocabulary import DraftStatus, Language, Outcome

_BY_NAME = ("voted_for", "opposed", "abstained")
_VOTES = ("in_favour", "against", "abstaining", "majority", *_BY_NAME)


def _drafts_under_item(conference: Conference) -> bool:
    """Whether a draft of the current item still waits for action."""
    return any(
        one.item == conference.item and final_decision(conference, one) is None
        for one in conference.documents
    )


def _free(conference: Conference) -> bool:
    """Whether no point of order and no motion has to be decided first."""
    return not (pending_points(conference) or pending_motions(conference))


def _next(conference: Conference, draft: Document) -> bool:
    """Whether it can be brought before the meeting."""
    undecided = pending_draft(conference) is None and final_decision(conference, draft) is None
    here = draft.item in (None, conference.item) and conference.in_session
    return undecided and here and _free(conference)


def _before(conference: Conference, draft: Document) -> bool:
    """Whether it is before the meeting, and its turn."""
    return draft is pending_draft(conference) and _free(conference)


def _undecided(conference: Conference, draft: Document) -> bool:
    """Whether no decision on it is final."""
    return final_decision(conference, draft) is None


def _stands(conference: Conference, draft: Document) -> bool:
    """Whether it was not withdrawn."""
    final = final_decision(conference, draft)
    return final is None or final.outcome is not Outcome.WITHDRAWN


def _unedited(conference: Conference, draft: Document) -> bool:
    """Whether it has still to be edited."""
    return _stands(conference, draft) and draft.status == DraftStatus.TABLED


def _unpublished(conference: Conference, draft: Document) -> bool:
    """Whether it has still to be published."""
    return _stands(conference, draft) and draft.status != DraftStatus.PUBLISHED


def _voted(conference: Conference, draft: Document) -> bool:
    """Whether it was put to the vote."""
    return any(
        one.vote is not None and one.document == draft.number for one in conference.decisions
    )


def _voted_on(conference: Conference, draft: Document) -> bool:
    """Whether it was put to the vote, or is about to be."""
    return _before(conference, draft) or _voted(conference, draft)


def _known(conference: Conference, draft: Document) -> bool:
    """Whether it is known at all: always."""
    return True


def _key(key: str, words: str = "") -> tuple[On, ...]:
    return (On(Page.DRAFTS, key, words),)


LANGUAGE_KEYS = {str(place): {"language": one} for place, one in enumerate(Language, start=1)}
"""A key for each language, in their order."""
VOTE_KEYS = {"y": {"vote": "yes"}, "n": {"vote": "no"}, "a": {"vote": "abstains"}}
"""A key for each way to vote."""
_FIRST, *_, _LAST = Language
_LANGUAGES = f"1 to {len(Language)} tick {_FIRST} to {_LAST}"


ACTIONS = under(
    DRAFTS,
    Service(
        Page.DRAFTS,
        "Drafts",
        "Drafts, their sponsors, and the decisions on them.",
        keys=("d",),
        applies=_drafts_under_item,
        footer=7,
        words=("resolution", "decision", "L document", "adopt"),
    ),
    Action(
        "take-up-document",
        "Take up",
        "Bring a draft of the current item before the meeting.",
        asks=("document",),
        fits=_next,
        on_pages=_key("t", "take up"),
        words=("resolution",),
    ),
    Action(
        "adopt-document",
        "Adopt",
        "It is adopted without a vote.",
        asks=("document",),
        fits=_before,
        on_pages=_key("a", "adopt"),
        words=("resolution", "consensus", "gavel", "no objection"),
    ),
    Action(
        "adopt-document-revised",
        "Adopt as revised",
        "It is adopted as orally revised, without a vote.",
        act="adopt-document",
        preset={"orally_revised": True},
        asks=("document",),
        fits=_before,
        on_pages=_key("A"),
        words=("amended", "amendment", "consensus"),
    ),
    Action(
        "vote-document",
        "Vote",
        "Record the vote on it; the numbers decide.",
        asks=("document", *_VOTES),
        fits=_before,
        on_pages=_key("v", "vote"),
        words=("rejected", "result"),
    ),
    Action(
        "vote-document-revised",
        "Vote as revised",
        "Record the vote on it as orally revised.",
        act="vote-document",
        preset={"orally_revised": True},
        asks=("document", *_VOTES),
        fits=_before,
        on_pages=_key("V"),
        words=("amended", "amendment"),
    ),
    Service(
        Page.ROLL_CALL,
        "Vote by name",
        "Key in who voted how, State by State; the vote is recorded once it is confirmed.",
        keys=("f7",),
        fits=_voted_on,
        on_pages=(On(Page.DRAFTS, "b", "by name"), On(Page.ROLL_CALL, "space", at_once=VOTE_KEYS)),
        words=("roll-call", "recorded vote", "names", "who voted"),
    ),
    Service(
        Task.FIND_VOTER,
        "Find who votes",
        "Go to a State of the roll by letters of its name.",
        on_pages=(On(Page.ROLL_CALL, "slash", "find"),),
        words=("search", "look for", "roll-call"),
    ),
    Action(
        "correct-vote",
        "Correct vote",
        "Correct the vote that was taken on it, or add who voted how.",
        asks=(
            *("document", "in_favour", "against", "abstaining"),
            *(*_BY_NAME, "reason", "did_not_vote"),
        ),
        fits=_voted,
        on_pages=_key("C"),
        words=("wrong tally", "recorded vote", "roll-call", "miscounted", "names"),
    ),
    Action(
        "defer-document",
        "Defer",
        "Action on it is deferred; it can be taken up again.",
        asks=("document", "reason"),
        fits=_before,
        on_pages=_key("f"),
        words=("later", "postpone"),
    ),
    Action(
        "add-sponsor",
        "Sponsor",
        "Delegations join its sponsors, one or several.",
        asks=("document", "delegation"),
        fits=_undecided,
        on_pages=_key("s", "sponsor"),
        words=("co-sponsor", "support"),
    ),
    Action(
        "remove-sponsor",
        "Sponsor leaves",
        "Delegations no longer sponsor it, one or several.",
        asks=("document", "delegation"),
        fits=_undecided,
        on_pages=_key("S"),
    ),
    Action(
        "mark-edited",
        "Edited",
        "It has been edited.",
        asks=("document",),
        fits=_unedited,
        on_pages=_key("e"),
    ),
    Action(
        "mark-translated",
        "Language",
        f"It is there in a language; {_LANGUAGES} at once.",
        asks=("document", "language"),
        fits=_unpublished,
        on_pages=(On(Page.DRAFTS, "l", "languages", LANGUAGE_KEYS),),
        words=("translation",),
    ),
    Action(
        "mark-not-translated",
        "Not in a language",
        "It is not there in a language after all.",
        act="mark-translated",
        preset={"off": True},
        asks=("document", "language"),
        fits=_unpublished,
        on_pages=_key("L"),
    ),
    Action(
        "publish-document",
        "Published",
        "It has been published, in all six languages.",
        asks=("document",),
        fits=_unpublished,
        on_pages=_key("p"),
        words=("issued", "out"),
    ),
    Action(
        "correct-document",
        "Correct",
        "Give it its symbol; correct its title or item.",
        asks=("document", "symbol", "item", "title"),
        fits=_known,
        on_pages=_key("c"),
        words=("wrong", "change", "number"),
    ),
    Action(
        "revise-document",
        "Revise",
        "A revised text of it was tabled.",
        asks=("document", "title"),
        fits=_undecided,
        on_pages=_key("R"),
        words=("Rev.1", "new text", "amendment"),
    ),
    Action(
        "withdraw-document",
        "Withdraw",
        "Its sponsors withdrew it.",
        asks=("document", "reason"),
        fits=_undecided,
        on_pages=_key("x"),
        words=("delete", "remove"),
    ),
    Action(
        "table-document",
        "New draft",
        "Record a draft that was tabled.",
        asks=("title", "sponsor", "symbol", "draft", "item", "tabled"),
        on_pages=_key("n", "new"),
        words=("resolution", "add", "submit"),
    ),
    Service(
        Task.PRINT_DECISIONS,
        "Write",
        "Write drafts and decisions to a file, to be printed.",
        on_pages=_key("w", "write"),
        words=("paper", "save", "export"),
    ),
)


def fitting(conference: Conference, draft: Document) -> tuple[Action, ...]:
    """The actions that make sense for a draft now, the likeliest first: a guide, never a rule."""
    return tuple(row for row in ACTIONS if row.fits is not None and row.fits(conference, draft))
