"""Drafts and decisions as others see them: in the snapshot, in words, and on paper."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.procedure.calendar import local, ordinal, say_moment
from plenary_tui.procedure.conference import Conference, Document
from plenary_tui.procedure.decisions import in_words
from plenary_tui.procedure.drafts import (
    decided_in,
    final_decision,
    is_late,
    label_decided,
    label_of,
    missing_languages,
    opening,
    pending_draft,
    sponsor_names,
)
from plenary_tui.procedure.proceedings import Decision
from plenary_tui.procedure.text import shown
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Body, DraftStatus, Language, Majority, Outcome
from plenary_tui.views.view import View

LONGEST_TITLE = 60
"""Characters of a title in a line of the glance."""


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


class VoteView(View):
    """A recorded vote and what it needed."""

    in_favour: int
    against: int
    abstaining: int
    majority: Majority
    needed: int


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


def draft_line(conference: Conference, *, brief: bool = False) -> str:
    """The draft before the meeting, for the glance, without its title if brief; "" if none is."""
    draft = pending_draft(conference)
    if draft is None:
        return ""
    if brief:
        return f"DRAFT BEFORE THE MEETING: {label_of(draft)}"
    title = draft.title
    if len(title) > LONGEST_TITLE:
        title = f"{title[: LONGEST_TITLE - 1].rstrip()}…"
    return f"DRAFT BEFORE THE MEETING: {label_of(draft)}, {title}"


def standing(conference: Conference, document: Document) -> str:
    """How a draft stands, in few words: what became of it, or how far it has come."""
    if conference.body in document.before:
        return "before the meeting"
    if (final := final_decision(conference, document)) is not None:
        return final.outcome.value
    here = decided_in(conference, document, conference.body)
    if here is not None:
        return here.outcome.value
    committee = decided_in(conference, document, Body.COMMITTEE)
    if committee is not None:
        return f"{committee.outcome} in committee"
    return document.status


def document_lines(conference: Conference, document: Document) -> tuple[str, ...]:
    """All that is known of a draft, a line each."""
    late = ", AFTER THE DEADLINE" if is_late(conference, document) else ""
    tabled = f"tabled {document.tabled:%d.%m.%Y}{late}" if document.tabled else "no date of tabling"
    item = f"item {document.item}" if document.item else "no item yet"
    missing = missing_languages(document)
    lacks = f"lacks {', '.join(missing)}" if missing else "in all six languages"
    lines = [
        f"{opening(label_of(document))}: {document.title}",
        f"Sponsors: {', '.join(sponsor_names(conference, document)) or 'not known'}",
        f"Draft {document.kind}, {item}, {tabled}",
        f"{document.status.capitalize()}; {lacks}",
    ]
    lines += [
        decision_line(conference, one)
        for one in conference.decisions
        if one.document == document.number
    ]
    return tuple(lines)


def decision_line(conference: Conference, one: Decision) -> str:
    """A decision in one line, with where and when it was taken."""
    when = local(conference, one.decided_at)
    body = "" if one.body is Body.PLENARY else f" in the {_COMMITTEE}"
    noun = "meeting" if one.body is Body.PLENARY else "sitting"
    meeting = f", {ordinal(one.meeting)} {noun}" if one.meeting else ""
    label = opening(label_decided(conference, one))
    return f"{label} was {in_words(one)}{body}{meeting}, {when:%d.%m. %H:%M}"


_COMMITTEE = "Committee of the Whole"


def printed_decisions(conference: Conference, now: Instant) -> str:
    """The drafts and the decisions on them as plain text, for paper."""
    lines = [
        f"{conference.name}{'  ** REHEARSAL **' if conference.rehearsal else ''}",
        f"Drafts and decisions as of {say_moment(conference, now.utc)} ({conference.timezone}), "
        f"row {conference.seq} of the journal",
        "",
        "DECISIONS",
    ]
    lines += [f"  {decision_line(conference, one)}" for one in conference.decisions] or ["  none"]
    lines += ["", "DRAFTS"]
    for document in conference.documents:
        first, *rest = document_lines(conference, document)
        lines += [f"  {first}", *(f"      {line}" for line in rest)]
    if not conference.documents:
        lines.append("  none")
    return "\n".join(shown(line).rstrip() for line in (*lines, ""))
