"""A draft on its way: edited, translated into the six official languages, published (rule 8)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.drafts import (
    find_document,
    label_numbered,
    label_of,
    missing_languages,
    opening,
)
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import DraftStatus, Language


class DocumentAdvanced(Event):
    """A draft was edited, or published."""

    kind: ClassVar[str] = "document advanced"

    number: int
    status: DraftStatus

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        return conference.with_document(replace(document, status=self.status.value))

    def sentence(self, before: Conference) -> str:
        label = label_numbered(before, self.number)
        return f"{opening(label)} is {self.status}."


class MarkEdited(Command):
    """Record that a draft was edited."""

    act: ClassVar[str] = "mark-edited"

    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        if document.status != DraftStatus.TABLED:
            raise Refused(f"{opening(label_of(document))} is {document.status} already.")
        return (DocumentAdvanced(at=at, number=document.number, status=DraftStatus.EDITED),)


class PublishDocument(Command):
    """Record that a draft was published, edited and in all six official languages (rule 8)."""

    act: ClassVar[str] = "publish-document"

    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        label = opening(label_of(document))
        if document.status == DraftStatus.PUBLISHED:
            raise Refused(f"{label} is published already.")
        if document.status == DraftStatus.TABLED:
            raise Refused(f"{label} was not edited yet.", "Record that first (mark-edited).")
        if missing := missing_languages(document):
            raise Refused(
                f"{label} is published once it is there in all six official languages; "
                f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing.",
                "Tick them as they come (mark-translated).",
            )
        return (DocumentAdvanced(at=at, number=document.number, status=DraftStatus.PUBLISHED),)


class DocumentTranslated(Event):
    """A draft is there in a language, or (`off`) is not after all."""

    kind: ClassVar[str] = "document translated"

    number: int
    language: Language
    off: bool = False

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        kept = set(document.languages) - {self.language}
        if not self.off:
            kept.add(self.language)
        languages = tuple(language for language in Language if language in kept)
        return conference.with_document(replace(document, languages=languages))

    def sentence(self, before: Conference) -> str:
        label = label_numbered(before, self.number)
        return f"{opening(label)} is {'not ' if self.off else ''}there in {self.language}."


class MarkTranslated(Command):
    """Tick a language in which a draft is there, or take the tick off."""

    act: ClassVar[str] = "mark-translated"

    language: Language
    document: Line = ""
    off: bool = False

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        label = opening(label_of(document))
        there = self.language in document.languages
        if there is not self.off:
            raise Refused(f"{label} is {'' if there else 'not '}there in {self.language} already.")
        if self.off and document.status == DraftStatus.PUBLISHED:
            raise Refused(
                f"{label} is published, in all six official languages.",
                "If that was recorded by mistake, undo it.",
            )
        return (
            DocumentTranslated(at=at, number=document.number, language=self.language, off=self.off),
        )
