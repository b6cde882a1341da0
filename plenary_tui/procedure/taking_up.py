"""A draft comes before the body that sits, under an item."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.conference import Conference, Document
from plenary_tui.procedure.drafts import (
    decided_in,
    find_document,
    label_of,
    opening,
    pending_draft,
    require_undecided,
)
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import require_in_session
from plenary_tui.procedure.naming import find_item
from plenary_tui.procedure.pending import require_no_motion, require_no_point
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Outcome


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
