"""Delegations align themselves with a statement made on behalf of a group (rule 31)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.called import group_spoken
from plenary_tui.procedure.ground.naming import (
    LEAST_LETTERS,
    certain_delegation,
    find_delegations,
    for_each,
    name_of,
)
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.speakers.eligibility import require_seat
from plenary_tui.procedure.speakers.numbering import bare_number, id_of, one_meant
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Alignment
from plenary_tui.procedure.state.text import Line, Names, folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier


def aligned_with(conference: Conference, entry: Entry) -> tuple[str, ...]:
    """The delegations aligned with a statement, by id, in the order in which they said so.

    A statement that is no longer made on behalf of a group has none.
    """
    if not entry.on_behalf_of:
        return ()
    return tuple(
        alignment.delegation for alignment in conference.alignments if alignment.entry == entry.id
    )


def _begun(conference: Conference) -> Iterator[Entry]:
    """Who speaks or has spoken on the current item, the last first."""
    if conference.entry_with_floor is not None:
        yield conference.entry_with_floor
    speakers = conference.current_list
    for statement in reversed(conference.statements_on(speakers) if speakers is not None else ()):
        if statement.entry is not None:
            yield statement.entry


def heard_for_groups(conference: Conference) -> tuple[Entry, ...]:
    """Who speaks or has spoken for a group on the current item and has others aligned; last first.

    Whoever spoke twice stands there once.
    """
    found = {one.id: one for one in _begun(conference) if aligned_with(conference, one)}
    return tuple(found.values())


def group_statements(conference: Conference) -> tuple[Entry, ...]:
    """Who speaks for a group on the current item: with the floor, heard (last first), waiting."""
    speakers = conference.current_list
    waiting = speakers.waiting if speakers is not None else ()
    return tuple(entry for entry in (*_begun(conference), *waiting) if entry.on_behalf_of)


def _find_statement(conference: Conference, text: str, now: Instant) -> Entry:
    """The statement that `text` names by its number or id, its group or its delegation.

    Without a text it is the one that has the floor, else the last that was heard. Of several
    statements for one group it is the first of those. Raises `Refused`.
    """
    if (identity := id_of(text)) is not None:
        return _for_group(conference, conference.entry_numbered(identity), f"#{identity}")
    if (number := bare_number(text)) is not None:
        kept = conference.entry_numbered(number)
        return _for_group(conference, one_meant(conference, number, kept, now), text)
    if not text:
        for entry in _begun(conference):
            if entry.on_behalf_of:
                return entry
        raise Refused(
            "Nobody has spoken on behalf of a group on this item.",
            "Name an entry of the list that will.",
        )
    statements = group_statements(conference)
    speaker = certain_delegation(conference, text, among={one.delegation for one in statements})
    found = [
        entry
        for entry in statements
        if _is_group(text, entry.on_behalf_of)
        or (speaker is not None and entry.delegation == speaker.id)
    ]
    groups = list(dict.fromkeys(folded(entry.on_behalf_of) for entry in found))
    if folded(text) in groups:
        return next(one for one in found if folded(one.on_behalf_of) == folded(text))
    if len(groups) == 1:
        return found[0]
    if found:
        words = " or ".join(dict.fromkeys(one.on_behalf_of for one in found))
        raise Refused(f"“{text}” may be {words}.", "Type more of the group's name.")
    raise Refused(
        f"Nobody speaks on behalf of a group under “{text}” on this item.",
        "Name the group, the delegation that speaks for it, or the number of its entry; "
        "on whose behalf it speaks can be added to an entry (edit --on-behalf-of).",
    )


def _is_group(text: str, group: str) -> bool:
    """Whether a text is the name of a group, or begins a word of it with three letters."""
    wanted, name = folded(text), folded(group)
    return wanted == name or (len(wanted) >= LEAST_LETTERS and f" {wanted}" in f" {name}")


def _for_group(conference: Conference, entry: Entry | None, text: str) -> Entry:
    """The entry, if there is one and it speaks for a group; raises `Refused`."""
    if entry is None:
        raise Refused(f"There is no statement {text}.", "Look at the list for the numbers.")
    if not entry.on_behalf_of:
        raise Refused(
            f"{name_of(conference, entry.delegation)} does not speak on behalf of a group, and "
            "one aligns oneself with a group's statement.",
            "If it does, say for whom first (edit --on-behalf-of).",
        )
    return entry


def _statement_words(conference: Conference, number: int) -> str:
    """A statement in words, e.g. `the statement of Nigeria on behalf of the African Group`."""
    entry = conference.entry_numbered(number)
    if entry is None:
        return f"statement {number}"
    delegation = conference.delegation(entry.delegation)
    whose = delegation.as_spoken if delegation else entry.delegation
    group = group_spoken(entry.on_behalf_of) if entry.on_behalf_of else "a group"
    return f"the statement of {whose} on behalf of {group}"


class Aligned(Event):
    """A delegation aligned itself with the statement of an entry."""

    kind: ClassVar[str] = "aligned"

    entry: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        alignment = Alignment(self.entry, self.delegation, self.at.utc)
        return replace(conference, alignments=(*conference.alignments, alignment))

    def sentence(self, before: Conference) -> str:
        whom = name_of(before, self.delegation)
        return f"{whom} aligned itself with {_statement_words(before, self.entry)}."


class Align(OverridableCommand):
    """Record that delegations align themselves with a statement made for a group (rule 31).

    Of several, all are recorded or none.
    """

    act: ClassVar[str] = "align"

    delegation: Names
    entry: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        delegations = find_delegations(conference, self.delegation)
        entry = _find_statement(conference, self.entry, at)
        aligned = for_each(delegations, lambda one: self._aligned(conference, one, entry, at))
        return tuple(event for events in aligned for event in events)

    def _aligned(
        self, conference: Conference, delegation: Delegation, entry: Entry, at: Instant
    ) -> tuple[Event, ...]:
        require_registered(delegation, "it cannot be aligned")
        require_seat(delegation, conference.body)
        if delegation.id == entry.delegation:
            raise Refused(f"{delegation.name} makes that statement itself.", "Name another.")
        if delegation.id in aligned_with(conference, entry):
            raise Refused(
                f"{delegation.name} is aligned with {_statement_words(conference, entry.id)} "
                "already."
            )
        overruled: tuple[Event, ...] = ()
        if delegation.tier is not Tier.STATES:
            why = (
                "States align themselves with the statement of a group; "
                f"{delegation.name} takes part as {delegation.participant.described}."
            )
            overruled = (self.overrule(at, why, "The President may allow it, for a reason."),)
        return (*overruled, Aligned(at=at, entry=entry.id, delegation=delegation.id))


class AlignmentWithdrawn(Event):
    """A delegation was no longer aligned with the statement of an entry."""

    kind: ClassVar[str] = "alignment withdrawn"

    entry: int
    delegation: str

    def apply(self, conference: Conference) -> Conference:
        left = tuple(
            alignment
            for alignment in conference.alignments
            if (alignment.entry, alignment.delegation) != (self.entry, self.delegation)
        )
        return replace(conference, alignments=left)

    def sentence(self, before: Conference) -> str:
        whom = name_of(before, self.delegation)
        return f"{whom} is no longer aligned with {_statement_words(before, self.entry)}."


class WithdrawAlignment(Command):
    """Take back that delegations are aligned, with the last statement unless one is named."""

    act: ClassVar[str] = "withdraw-alignment"

    delegation: Names
    entry: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        delegations = find_delegations(conference, self.delegation)
        return for_each(delegations, lambda one: self._withdrawn(conference, one, at))

    def _withdrawn(self, conference: Conference, delegation: Delegation, at: Instant) -> Event:
        if self.entry:
            entry = _find_statement(conference, self.entry, at)
        else:
            entry = self._last(conference, delegation.id)
        if delegation.id not in aligned_with(conference, entry):
            raise Refused(
                f"{delegation.name} is not aligned with {_statement_words(conference, entry.id)}."
            )
        return AlignmentWithdrawn(at=at, entry=entry.id, delegation=delegation.id)

    def _last(self, conference: Conference, delegation: str) -> Entry:
        """The statement on the current item with which a delegation aligned itself last."""
        statements = {one.id: one for one in group_statements(conference)}
        for alignment in reversed(conference.alignments):
            if alignment.delegation == delegation and alignment.entry in statements:
                return statements[alignment.entry]
        raise Refused(
            f"{name_of(conference, delegation)} is aligned with no statement on this item.",
            "Name the entry whose statement is meant.",
        )
