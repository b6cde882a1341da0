"""What is known of a draft: what it is called, whether it came late, what became of it."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Decision
from plenary_tui.procedure.state.text import bare
from plenary_tui.procedure.state.vocabulary import Body, Language, Outcome


def label_of(document: Document) -> str:
    """What a draft is called, e.g. `L.4/Rev.1`, or `draft decision 7` while it has no symbol."""
    name = document.symbol or f"draft {document.kind} {document.number}"
    return f"{name}/Rev.{document.revision}" if document.revision else name


def label_numbered(conference: Conference, number: int) -> str:
    """What the draft of that number is called."""
    document = conference.document_numbered(number)
    return label_of(document) if document else f"document {number}"


def label_decided(conference: Conference, decision: Decision) -> str:
    """What the draft of a decision is called, in the revision that was acted on."""
    document = conference.document_numbered(decision.document)
    if document is None:
        return f"document {decision.document}"
    return label_of(replace(document, revision=decision.revision))


def opening(label: str) -> str:
    """A label as a sentence begins with it."""
    return label[:1].upper() + label[1:]


def is_late(conference: Conference, document: Document) -> bool:
    """Whether it was tabled after the deadline for drafts (rule 7)."""
    deadline, tabled = conference.drafts_deadline, document.tabled
    return deadline is not None and tabled is not None and tabled > deadline


def missing_languages(document: Document) -> tuple[Language, ...]:
    """The official languages in which it is not there yet (rule 8)."""
    return tuple(language for language in Language if language not in document.languages)


def sponsor_names(conference: Conference, document: Document) -> tuple[str, ...]:
    """Who tabled it and who joined, in that order."""
    names = tuple(name_of(conference, one) for one in document.sponsors)
    return (document.submitter, *names) if document.submitter else names


def decided_in(conference: Conference, document: Document, body: Body) -> Decision | None:
    """The last action a body took on it, None if it took none."""
    return next(
        (
            decision
            for decision in reversed(conference.decisions)
            if decision.document == document.number and decision.body is body
        ),
        None,
    )


def final_decision(conference: Conference, document: Document) -> Decision | None:
    """The action after which there is no other: the plenary's, or that it was withdrawn."""
    for decision in reversed(conference.decisions):
        if decision.document != document.number or decision.outcome is Outcome.DEFERRED:
            continue
        if decision.outcome is Outcome.WITHDRAWN or decision.body is Body.PLENARY:
            return decision
    return None


def pending_draft(conference: Conference) -> Document | None:
    """The draft of the current item that is before the body that sits, None if none is."""
    return next(
        (
            document
            for document in conference.documents
            if conference.body in document.before and document.item == conference.item
        ),
        None,
    )


def find_document(conference: Conference, text: str) -> Document:
    """The document that `text` names by symbol or number, the one taken up if "".

    Raises:
        Refused: if there is none.
    """
    if not text:
        if (pending := pending_draft(conference)) is not None:
            return pending
        raise Refused("No draft is before the meeting.", "Name one, by its symbol or number.")
    wanted = bare(text)
    for document in conference.documents:
        if wanted and wanted in (bare(document.symbol or ""), bare(label_of(document))):
            return document
    for document in conference.documents:
        if wanted == str(document.number):
            return document
    known = ", ".join(f"{document.symbol or document.number}" for document in conference.documents)
    raise Refused(
        f"There is no draft “{text}”.",
        f"The drafts are {known}." if known else "Record it first (table-document).",
    )


def require_undecided(conference: Conference, document: Document) -> None:
    """Nothing more may have been settled of it; raises `Refused`."""
    if (decision := final_decision(conference, document)) is not None:
        raise Refused(
            f"{opening(label_decided(conference, decision))} was {decision.outcome} already.",
            "If that was recorded by mistake, undo it.",
        )
