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
from plenary_tui.procedure.ground.naming import find_delegations, for_each, name_of
from plenary_tui.procedure.ground.taking_part import require_drafter
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line, Names
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
    """Add delegations to the sponsors of a draft, until action is taken on it (rule 3).

    Of several, all are recorded or none.
    """

    act: ClassVar[str] = "add-sponsor"

    delegation: Names
    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        delegations = find_delegations(conference, self.delegation)
        for_each(delegations, require_drafter)
        require_undecided(conference, document)

        def added(one: Delegation) -> Event:
            if one.id in document.sponsors:
                raise Refused(f"{one.name} sponsors {label_of(document)} already.")
            return SponsorAdded(at=at, number=document.number, delegation=one.id)

        return for_each(delegations, added)


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
    """Take delegations off the sponsors of a draft; the last one withdraws the draft instead."""

    act: ClassVar[str] = "remove-sponsor"

    delegation: Names
    document: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        document = find_document(conference, self.document)
        delegations = find_delegations(conference, self.delegation)
        require_undecided(conference, document)
        label = label_of(document)

        def left(one: Delegation) -> Event:
            if one.id not in document.sponsors:
                raise Refused(f"{one.name} does not sponsor {label}.")
            return SponsorLeft(at=at, number=document.number, delegation=one.id)

        leaving = for_each(delegations, left)
        if not document.submitter and len(document.sponsors) == len(delegations):
            whose = (
                f"{delegations[0].name} is the only sponsor of {label}."
                if len(delegations) == 1
                else f"These are all sponsors of {label}."
            )
            raise Refused(whose, f"{opening(label)} itself may be withdrawn (withdraw-document).")
        return leaving
