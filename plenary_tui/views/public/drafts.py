"""Drafts and the decisions on them, as the snapshot shows them."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.procedure.ground.drafts import (
    decided_in,
    final_decision,
    is_late,
    label_decided,
    label_of,
    pending_draft,
    sponsor_names,
)
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.proceedings import Decision, Tally
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, DraftStatus, Language, Majority, Outcome
from plenary_tui.views.public.view import View


class DocumentView(View):
    """A draft; `number` names it whatever its symbol, `late` is after the deadline for drafts."""

    number: int
    symbol: str | None
    label: str
    title: str
    kind: str
    item: str | None
    sponsors: tuple[str, ...]
    tabled: date | None
    late: bool
    revision: int
    status: DraftStatus
    languages: tuple[Language, ...]
    outcome: Outcome | None


class VotersView(View):
    """Who voted how, by name."""

    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstaining: tuple[str, ...]


class VoteView(View):
    """A vote and what it needed; `by_name` is null where it was not recorded."""

    in_favour: int
    against: int
    abstaining: int
    majority: Majority
    needed: int
    by_name: VotersView | None = None


class DecisionView(View):
    """The action that a body took on a draft; `vote` is null where there was none."""

    document: int
    label: str
    outcome: Outcome
    body: Body
    meeting: int
    item: str | None
    decided_at: datetime
    orally_revised: bool
    vote: VoteView | None
    remark: str | None


def document_view(conference: Conference, document: Document) -> DocumentView:
    """A draft as the snapshot shows it."""
    return DocumentView(
        number=document.number,
        symbol=document.symbol,
        label=label_of(document),
        title=document.title,
        kind=document.kind,
        item=document.item,
        sponsors=sponsor_names(conference, document),
        tabled=document.tabled,
        late=is_late(conference, document),
        revision=document.revision,
        status=DraftStatus(document.status),
        languages=document.languages,
        outcome=outcome_of(conference, document),
    )


def outcome_of(conference: Conference, document: Document) -> Outcome | None:
    """What became of a draft in the plenary so far; None if nothing has."""
    decision = final_decision(conference, document)
    decision = decision or decided_in(conference, document, Body.PLENARY)
    return decision.outcome if decision else None


def draft_view(conference: Conference) -> DocumentView | None:
    """The draft before the meeting."""
    draft = pending_draft(conference)
    return document_view(conference, draft) if draft else None


def decision_view(conference: Conference, one: Decision) -> DecisionView:
    """A decision as the snapshot shows it."""
    vote = None
    if one.vote is not None and one.majority is not None:
        vote = VoteView(
            in_favour=one.vote.in_favour,
            against=one.vote.against,
            abstaining=one.vote.abstaining,
            majority=one.majority,
            needed=one.vote.needed(one.majority),
            by_name=voters_view(conference, one.vote),
        )
    return DecisionView(
        document=one.document,
        label=label_decided(conference, one),
        outcome=one.outcome,
        body=one.body,
        meeting=one.meeting,
        item=one.item,
        decided_at=one.decided_at,
        orally_revised=one.orally_revised,
        vote=vote,
        remark=one.remark or None,
    )


def voters_view(conference: Conference, vote: Tally) -> VotersView | None:
    """Who voted how, in alphabetical order; None where it was not recorded."""
    if not vote.recorded:
        return None
    sides = (vote.names_for, vote.names_against, vote.names_abstaining)
    in_favour, against, abstaining = (
        tuple(sorted((name_of(conference, one) for one in side), key=folded)) for side in sides
    )
    return VotersView(in_favour=in_favour, against=against, abstaining=abstaining)
