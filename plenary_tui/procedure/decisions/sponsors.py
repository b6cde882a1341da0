"""Sponsors of a draft: parties and signatories, who join until action is taken (rule 3)."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.drafts import (
    find_document,
    label_numbered,
    label_of,
    opening,
    require_undecided,
)
from plenary_tui.procedure.ground.naming import find_delegation, name_of
from plenary_tui.procedure.ground.taking_part import require_drafter
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant


class SponsorAdded(Event):
    """A delegation joined the sponsors of a draft."""

    kind: ClassVar[str] = "sponsor added"

    number: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        return conference.with_document(
            replace(document, sponsors=(*document.sponsors, self.delegation))
        )

    def sentence(self, before: Conference) -> str:
        label = label_numbered(before, self.number)
        return f"{name_of(before, self.delegation)} joined the sponsors of {label}."


class AddSponsor(Command):
    """Add a delegation to the sponsors of a draft, until action is taken on it (rule 3)."""

    act: ClassVar[str] = "add-sponsor"

    delegation: Line
    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        delegation = find_delegation(conference, self.delegation)
        require_drafter(delegation)
        require_undecided(conference, document)
        if delegation.id in document.sponsors:
            raise Refused(f"{delegation.name} sponsors {label_of(document)} already.")
        return (SponsorAdded(at=at, number=document.number, delegation=delegation.id),)


class SponsorLeft(Event):
    """A delegation no longer sponsors a draft."""

    kind: ClassVar[str] = "sponsor left"

    number: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        document = conference.document_numbered(self.number)
        assert document is not None
        left = tuple(one for one in document.sponsors if one != self.delegation)
        return conference.with_document(replace(document, sponsors=left))

    def sentence(self, before: Conference) -> str:
        label = label_numbered(before, self.number)
        return f"{name_of(before, self.delegation)} no longer sponsors {label}."


class RemoveSponsor(Command):
    """Take a delegation off the sponsors of a draft; the last one withdraws the draft instead."""

    act: ClassVar[str] = "remove-sponsor"

    delegation: Line
    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        delegation = find_delegation(conference, self.delegation)
        require_undecided(conference, document)
        label = label_of(document)
        if delegation.id not in document.sponsors:
            raise Refused(f"{delegation.name} does not sponsor {label}.")
        if not document.submitter and len(document.sponsors) == 1:
            raise Refused(
                f"{delegation.name} is the only sponsor of {label}.",
                f"{opening(label)} itself may be withdrawn (withdraw-document).",
            )
        return (SponsorLeft(at=at, number=document.number, delegation=delegation.id),)
