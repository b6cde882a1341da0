"""Drafts: tabled, corrected and revised (rules 3, 6 and 7)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.as_typed import Unread, read_day
from plenary_tui.procedure.ground.calendar import local, say_day
from plenary_tui.procedure.ground.drafts import (
    find_document,
    is_late,
    label_numbered,
    label_of,
    opening,
    require_undecided,
)
from plenary_tui.procedure.ground.naming import find_delegations, find_item, for_each, name_of
from plenary_tui.procedure.ground.taking_part import require_drafter
from plenary_tui.procedure.state.conference import Conference, Document
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line, Names, bare
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import DraftKind, DraftStatus


class DocumentTabled(Event):
    """A draft was tabled."""

    kind: ClassVar[str] = "document tabled"

    document: Document

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, documents=(*conference.documents, self.document))

    def sentence(self, before: Conference) -> str:
        draft = self.document
        by = draft.submitter or ", ".join(name_of(before, one) for one in draft.sponsors)
        name = label_of(draft)
        what = f"{name}, {draft.title}," if draft.symbol else f"{name} ({draft.title})"
        late = ""
        if is_late(before, draft) and before.drafts_deadline is not None:
            late = f", after the deadline of {say_day(before.drafts_deadline)}"
        return f"{opening(what)} was tabled by {by}{late}."


class TableDocument(Command):
    """Record a draft that was tabled; one that came after the deadline is flagged (rule 7).

    Parties, signatories or a working group's Co-Chairs table it (rule 3).
    """

    act: ClassVar[str] = "table-document"

    title: Line
    sponsor: Names
    symbol: Line = ""
    draft: DraftKind = DraftKind.RESOLUTION
    item: Line = ""
    tabled: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.title:
            raise Refused("A draft needs a title.", "Type it as it is printed.")
        chairs = bare(self.sponsor).startswith("cochair")
        sponsors: tuple[str, ...] = ()
        if not chairs:
            delegations = find_delegations(conference, self.sponsor)
            for_each(delegations, require_drafter)
            sponsors = tuple(one.id for one in delegations)
        document = Document(
            title=self.title,
            symbol=_free_symbol(conference, self.symbol),
            kind=self.draft.value,
            submitter=self.sponsor if chairs else "",
            item=find_item(conference, self.item).symbol if self.item else None,
            tabled=_day(conference, self.tabled, at),
            number=max((one.number for one in conference.documents), default=0) + 1,
            sponsors=sponsors,
        )
        return (DocumentTabled(at=at, document=document),)


def _day(conference: Conference, text: str, at: Instant) -> date:
    """The day that `text` names, today if ""; raises `Refused` for another or a later one."""
    today = local(conference, at.utc).date()
    if not text:
        return today
    try:
        day = read_day(text)
    except Unread as unread:
        raise Refused(
            f"{unread.what}.", f"Type it as {unread.expected.removeprefix('a day as ')}."
        ) from None
    if day > today:
        raise Refused(f"{say_day(day)} is still to come.", "Give the day it was tabled.")
    return day


def _free_symbol(conference: Conference, text: str, number: int = 0) -> str | None:
    """The symbol for the document of that number, None if "" ; raises `Refused` if it is taken."""
    if not text:
        return None
    if not any(character.isalpha() for character in text):
        raise Refused(f"“{text}” is not a symbol.", "A symbol has a letter, such as L.4.")
    for document in conference.documents:
        if document.number != number and bare(text) in (
            bare(document.symbol or ""),
            bare(label_of(document)),
        ):
            raise Refused(
                f"{document.symbol} is the symbol of another draft, “{document.title}”.",
                "Check the symbol; two drafts may share a title, never a symbol.",
            )
    return text


class DocumentCorrected(Event):
    """Symbol, title or item of a draft were set."""

    kind: ClassVar[str] = "document corrected"

    number: int
    title: str
    symbol: str | None = None
    item: str | None = None

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        return conference.with_document(
            replace(document, title=self.title, symbol=self.symbol, item=self.item)
        )

    def sentence(self, before: Conference) -> str:
        was = before.document_numbered(self.number)
        if was is None:
            return f"Document {self.number} was corrected."
        changes = [
            f"{what} {new}"
            for what, old, new in (
                ("symbol", was.symbol, self.symbol),
                ("title", was.title, self.title),
                ("item", was.item, self.item),
            )
            if new != old
        ]
        return f"{opening(label_of(was))} was corrected: {', '.join(changes)}."


class CorrectDocument(Command):
    """Give a draft its symbol, or correct its title or item."""

    act: ClassVar[str] = "correct-document"

    document: Line
    symbol: Line = ""
    title: Line = ""
    item: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        symbol = _free_symbol(conference, self.symbol, document.number) or document.symbol
        item = find_item(conference, self.item).symbol if self.item else document.item
        if item != document.item and document.before:
            raise Refused(
                f"{opening(label_of(document))} is being considered under item {document.item}.",
                "Act on it there, or undo its being taken up.",
            )
        title = self.title or document.title
        if (symbol, title, item) == (document.symbol, document.title, document.item):
            raise Refused("Nothing of it would change.", "Give a symbol, a title or an item.")
        return (
            DocumentCorrected(at=at, number=document.number, title=title, symbol=symbol, item=item),
        )


class DocumentRevised(Event):
    """A revised text of a draft was tabled, which is edited and translated anew."""

    kind: ClassVar[str] = "document revised"

    number: int
    revision: int
    title: str

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        return conference.with_document(
            replace(
                document,
                revision=self.revision,
                title=self.title,
                languages=(),
                status=DraftStatus.TABLED.value,
            )
        )

    def sentence(self, before: Conference) -> str:
        label = label_numbered(before, self.number)
        return f"{opening(label)} was revised: Rev.{self.revision}, to be edited and translated."


class ReviseDocument(Command):
    """Record that a revised text of a draft was tabled; it keeps its sponsors."""

    act: ClassVar[str] = "revise-document"

    document: Line = ""
    title: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        require_undecided(conference, document)
        return (
            DocumentRevised(
                at=at,
                number=document.number,
                revision=document.revision + 1,
                title=self.title or document.title,
            ),
        )
