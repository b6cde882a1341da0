"""Action on drafts: adopted, put to the vote, deferred, withdrawn (rule 34)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, OverridableCommand, Refused, overruled
from plenary_tui.procedure.ground.drafts import (
    decided_in,
    find_document,
    label_numbered,
    label_of,
    missing_languages,
    opening,
    pending_draft,
    require_undecided,
)
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.ground.pending import require_no_motion, require_no_point
from plenary_tui.procedure.ground.votes import Voting
from plenary_tui.procedure.meetings.meeting import require_in_session
from plenary_tui.procedure.meetings.quorum import lacks, outnumbers, presence, quorum
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Decision, Tally
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, DraftStatus, Majority, Outcome, QuorumFor


class DocumentTakenUp(Event):
    """A draft came before the body that sits, under an item."""

    kind: ClassVar[str] = "document taken up"

    number: int
    item: str

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        before = (*document.before, conference.body)
        return conference.with_document(replace(document, item=self.item, before=before))

    def sentence(self, before: Conference) -> str:
        document = before.document_numbered(self.number)
        name = f"{label_of(document)}, {document.title}," if document else "A draft"
        return f"{opening(name)} was taken up under item {self.item}."


class TakeUpDocument(Command):
    """Bring a draft of the current item before the meeting, so that action can be taken on it."""

    act: ClassVar[str] = "take-up-document"

    document: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        require_no_point(conference)
        require_no_motion(conference)
        document = find_document(conference, self.document)
        label = opening(label_of(document))
        require_open(conference, document)
        if (pending := pending_draft(conference)) is not None:
            raise Refused(
                f"{opening(label_of(pending))} is before the meeting"
                f"{' already' if pending is document else ''}.",
                "Take action on it first: adopt, vote, defer or withdraw it.",
            )
        item = find_item(conference, None)
        if document.item not in (None, item.symbol):
            raise Refused(
                f"{label} comes under item {document.item}; the current item is {item.symbol}.",
                f"Take up item {document.item} first (take-up-item).",
            )
        if conference.body in document.before:
            raise Refused(f"{label} is before the meeting already.")
        return (DocumentTakenUp(at=at, number=document.number, item=item.symbol),)


def require_open(conference: Conference, document: Document) -> None:
    """The body that sits may still act on it; raises `Refused`."""
    require_undecided(conference, document)
    decision = decided_in(conference, document, conference.body)
    if decision is not None and decision.outcome is not Outcome.DEFERRED:
        raise Refused(
            f"The Committee of the Whole has acted on {label_of(document)} already.",
            "The plenary acts on it once the Committee has risen.",
        )


class DocumentActedOn(Event):
    """The body that sits took action on a draft; `vote` is None where there was none."""

    kind: ClassVar[str] = "document acted on"

    number: int
    outcome: Outcome
    vote: Tally | None = None
    majority: Majority | None = None
    orally_revised: bool = False
    remark: str = ""

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        withdrawn = self.outcome is Outcome.WITHDRAWN
        before = tuple(
            body for body in document.before if not withdrawn and body is not conference.body
        )
        decision = Decision(
            document=self.number,
            outcome=self.outcome,
            body=conference.body,
            decided_at=self.at.utc,
            meeting=conference.meeting.number if conference.meeting else 0,
            item=document.item,
            revision=document.revision,
            vote=self.vote,
            majority=self.majority,
            orally_revised=self.orally_revised,
            remark=self.remark,
        )
        changed = conference.with_document(replace(document, before=before))
        return replace(changed, decisions=(*conference.decisions, decision))

    def sentence(self, before: Conference) -> str:
        label = opening(label_numbered(before, self.number))
        where = " in the Committee of the Whole" if before.body is Body.COMMITTEE else ""
        return f"{label} was {in_words(self)}{where}."


def in_words(done: DocumentActedOn | Decision) -> str:
    """The action in words, e.g. `adopted, as orally revised, without a vote`."""
    revised = ", as orally revised," if done.orally_revised else ""
    if done.vote is not None and done.majority is not None:
        share = "two thirds" if done.majority is Majority.TWO_THIRDS else "a simple majority"
        recorded = "; recorded by name" if done.vote.recorded else ""
        return (
            f"{done.outcome}{revised} by {done.vote} ({share} of those voting: "
            f"{done.vote.needed(done.majority)} needed{recorded})"
        )
    if done.outcome is Outcome.ADOPTED:
        return f"{done.outcome}{revised} without a vote"
    return f"{done.outcome}{f' ({done.remark})' if done.remark else ''}"


def _before_meeting(conference: Conference, text: str) -> Document:
    """The draft on which the body that sits acts now; raises `Refused`."""
    require_in_session(conference)
    require_no_point(conference)
    require_no_motion(conference)
    document = find_document(conference, text)
    if document is not pending_draft(conference):
        require_open(conference, document)
        raise Refused(
            f"{opening(label_of(document))} is not before the meeting.",
            "Take it up first, under its item (take-up-document).",
        )
    return document


def _published(
    override: str, conference: Conference, document: Document, at: Instant
) -> tuple[Event, ...]:
    """The override where the plenary acts on a draft that is not published yet (rule 8)."""
    if document.status == DraftStatus.PUBLISHED or conference.body is Body.COMMITTEE:
        return ()
    missing = ", ".join(missing_languages(document))
    why = f"{opening(label_of(document))} is not published yet" + (
        f"; {missing} missing." if missing else "."
    )
    instead = "Publish it first (publish-document), or give a reason."
    return (overruled(override, at, why, instead),)


def _quorate(
    override: str, conference: Conference, at: Instant, vote: Tally | None = None
) -> tuple[Event, ...]:
    """The override where a decision lacks its quorum, or more voted than are present (rule 25).

    The count of those present says so; where nobody has counted, the votes cast do.
    """
    why = lacks(conference, QuorumFor.DECIDE) or outnumbers(conference, vote)
    if not why and vote is not None and presence(conference) is None:
        cast, needed = vote.voting + vote.abstaining, quorum(conference, QuorumFor.DECIDE)
        if cast < needed:
            why = (
                f"{cast} parties took part in the vote; a decision needs {needed} present, "
                "and nobody has counted."
            )
    instead = "Count again (count-present), or say why it stands."
    return (overruled(override, at, why, instead),) if why else ()


class AdoptDocument(OverridableCommand):
    """Adopt the draft before the meeting without a vote, as orally revised if it was (rule 34)."""

    act: ClassVar[str] = "adopt-document"

    document: Line = ""
    orally_revised: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = _before_meeting(conference, self.document)
        adopted = DocumentActedOn(
            at=at,
            number=document.number,
            outcome=Outcome.ADOPTED,
            orally_revised=self.orally_revised,
        )
        return (
            *_published(self.override, conference, document, at),
            *_quorate(self.override, conference, at),
            adopted,
        )


class VoteDocument(Voting):
    """Record the vote on the draft before the meeting; its numbers decide (rule 34).

    Two thirds of those present and voting, or a simple majority; abstentions do not count, a tie
    rejects.
    """

    act: ClassVar[str] = "vote-document"

    document: Line = ""
    orally_revised: bool = False
    majority: Majority = Majority.TWO_THIRDS
    override: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = _before_meeting(conference, self.document)
        vote = self.tally(conference)
        if vote is None:
            raise Refused("The vote has no numbers.", "Give those in favour and against.")
        outcome = Outcome.ADOPTED if vote.reaches(self.majority) else Outcome.REJECTED
        acted = DocumentActedOn(
            at=at,
            number=document.number,
            outcome=outcome,
            vote=vote,
            majority=self.majority,
            orally_revised=self.orally_revised,
        )
        return (
            *_published(self.override, conference, document, at),
            *_quorate(self.override, conference, at, vote),
            acted,
        )


class DeferDocument(Command):
    """Defer action on the draft before the meeting; it can be taken up again."""

    act: ClassVar[str] = "defer-document"

    document: Line = ""
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = _before_meeting(conference, self.document)
        return (
            DocumentActedOn(
                at=at, number=document.number, outcome=Outcome.DEFERRED, remark=self.reason
            ),
        )


class WithdrawDocument(Command):
    """Record that its sponsors withdrew a draft, before action was taken on it."""

    act: ClassVar[str] = "withdraw-document"

    document: Line = ""
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        require_undecided(conference, document)
        return (
            DocumentActedOn(
                at=at, number=document.number, outcome=Outcome.WITHDRAWN, remark=self.reason
            ),
        )
