"""Drafts and decisions as others see them: in the snapshot, in words, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter

from plenary_tui.procedure.decisions.adoption import in_words
from plenary_tui.procedure.decisions.vote_changes import (
    Votable,
    VoteChange,
    corrected_votes,
    vote_changes,
)
from plenary_tui.procedure.ground.calendar import local, say_moment
from plenary_tui.procedure.ground.called import title_in_short
from plenary_tui.procedure.ground.drafts import (
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
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.proceedings import (
    Decision,
    MotionOutcome,
    Ruling,
    Tally,
    TallyCorrection,
    VoteCorrection,
)
from plenary_tui.procedure.state.text import folded, shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body

LONGEST_TITLE = 60
"""Characters of a title in a line of the glance."""


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
    label = opening(label_decided(conference, one))
    there = _there(conference, one.meeting, one.body, one.decided_at)
    return f"{label} was {in_words(one)}{there}"


def _there(conference: Conference, number: int, body: Body, at: datetime) -> str:
    within = "" if body is Body.PLENARY else f" in the {_COMMITTEE}"
    meeting = f", {title_in_short(number, body)}" if number else ""
    return f"{within}{meeting}, {local(conference, at):%d.%m. %H:%M}"


_COMMITTEE = "Committee of the Whole"


def votes_taken(conference: Conference) -> list[tuple[Votable, Tally]]:
    """Whatever was put to the vote, with its vote, in the order in which it was."""
    found: list[tuple[datetime, Votable, Tally]] = [
        (one.decided_at, one, one.vote) for one in conference.decisions if one.vote is not None
    ]
    found += [
        (one.decided_at, one, one.vote) for one in conference.outcomes if one.vote is not None
    ]
    found += [
        (one.ruled_at, one, one.appeal.vote) for one in conference.rulings if one.appeal is not None
    ]
    return [(one, vote) for _, one, vote in sorted(found, key=itemgetter(0))]


def corrected(
    conference: Conference, one: Votable
) -> Iterator[tuple[TallyCorrection | VoteCorrection, list[VoteChange]]]:
    """Each correction of a vote, the first one first, with who voted otherwise before it."""
    for kept, since, _ in corrected_votes(one):
        changes = vote_changes(conference, kept.was, since)
        yield kept, [change for change in changes if change.whose]


def _vote_line(conference: Conference, one: Votable) -> str:
    """What was voted on and what came of it, in one line, with where and when."""
    match one:
        case Decision():
            return decision_line(conference, one)
        case MotionOutcome(motion=moved):
            about = f"{moved.motion} on item {moved.item}" if moved.item else moved.motion.value
            came = f"was {'carried' if one.carried else 'rejected'} by {one.vote}"
            said = f"The motion of {name_of(conference, moved.delegation)} to {about} {came}"
            return said + _there(conference, moved.meeting, moved.body, one.decided_at)
        case Ruling(point=point, appeal=appeal):
            assert appeal is not None
            came = "was overruled" if appeal.overturns else "stood"
            said = (
                f"The ruling on the point of order of {name_of(conference, point.delegation)} "
                f"{came} on the appeal of {name_of(conference, appeal.delegation)} by {appeal.vote}"
            )
            return said + _there(conference, point.meeting, point.body, one.ruled_at)


def printed_votes(conference: Conference, now: Instant) -> str:
    """Every vote with who voted how, where that was recorded, as plain text for paper."""
    lines = [
        f"{conference.name}{'  ** REHEARSAL **' if conference.rehearsal else ''}",
        f"Votes as of {say_moment(conference, now.utc)} ({conference.timezone}), "
        f"row {conference.seq} of the journal",
    ]
    voted = votes_taken(conference)
    for one, vote in voted:
        lines += ["", _vote_line(conference, one), *_voters(conference, vote)]
        for kept, otherwise in corrected(conference, one):
            was = [str(kept.was), *(f"{change.whose} {change.was}" for change in otherwise)]
            lines.append(f"  Corrected; recorded before: {'; '.join(was)}")
    if not voted:
        lines += ["", "Nothing was put to the vote."]
    return "\n".join(shown(line).rstrip() for line in (*lines, ""))


def _voters(conference: Conference, vote: Tally) -> Iterator[str]:
    """Who voted how, side by side; that it is not known where it was not recorded."""
    if not vote.recorded:
        yield "  Not recorded by name."
        return
    for words, voters in (
        ("In favour", vote.names_for),
        ("Against", vote.names_against),
        ("Abstaining", vote.names_abstaining),
    ):
        names = sorted((name_of(conference, one) for one in voters), key=folded)
        yield f"  {words} ({len(names)}): {', '.join(names) or 'none'}"


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
