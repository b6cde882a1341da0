"""How a conference begins: everything known of it before its first act; and late registrations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import ClassVar
from zoneinfo import ZoneInfo

from plenary_tui.procedure.ground.act import ConfirmableCommand, Event, Refused
from plenary_tui.procedure.ground.known_names import CLOSE, known_names
from plenary_tui.procedure.ground.naming import close_to, known_delegation
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Document,
    PlannedMeeting,
    Policies,
    SideEvent,
    SpeakersList,
)
from plenary_tui.procedure.state.frozen import field, names_of, replace
from plenary_tui.procedure.state.text import Line, folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Tier


class ConferenceConvened(Event):
    """The first event of every journal: the conference as its pack describes it.

    The lists hold those inscribed before the conference, in order of receipt. The
    documents are numbered in their order.
    """

    kind: ClassVar[str] = "conference convened"
    undoable: ClassVar[bool] = False

    id: str
    name: str
    timezone: str
    first_day: date
    last_day: date
    title: str = ""
    place: str = ""
    president: str = ""
    rehearsal: bool = False
    registration_closed: date | None = None
    drafts_deadline: date | None = None
    policies: Policies = Policies()
    delegations: tuple[Delegation, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    documents: tuple[Document, ...] = ()
    programme: tuple[PlannedMeeting, ...] = ()
    side_events: tuple[SideEvent, ...] = ()
    lists: tuple[SpeakersList, ...] = ()

    def apply(self, conference: Conference) -> Conference:
        fields = {name: getattr(self, name) for name in names_of(type(self)) if name != "at"}
        fields["documents"] = tuple(
            replace(document, number=number)
            for number, document in enumerate(self.documents, start=1)
        )
        return Conference(
            **fields, pack_entries=sum(len(speakers.waiting) for speakers in self.lists)
        )

    def sentence(self, before: Conference) -> str:
        return f"{self.name} was set up."


class DelegationRegistered(Event):
    """A delegation was registered after the pack was made."""

    kind: ClassVar[str] = "delegation registered"

    delegation: Delegation

    def apply(self, conference: Conference) -> Conference:
        return with_delegation(conference, self.delegation)

    def sentence(self, before: Conference) -> str:
        late = "; registration had closed" if self.delegation.late else ""
        return f"{self.delegation.name} was registered ({self.delegation.participant}{late})."


_ordered_last: list[tuple[tuple[Delegation, ...], set[str]]] = []
"""The delegations that were put in order last, and their ids: thousands that are folded one after
the other are neither sorted nor looked through each time."""


def with_delegation(conference: Conference, delegation: Delegation) -> Conference:
    """The conference with a delegation added or replaced, all in the order of their names."""
    before = conference.delegations
    last = _ordered_last[:1]  # at once, for another thread may fold too
    if last and last[0][0] is before:
        others, ids = before, last[0][1]
    else:
        others = in_order(before)
        ids = {one.id for one in others}
    if delegation.id in ids:
        others = tuple(one for one in others if one.id != delegation.id)
    place = bisect_right(others, _name(delegation), key=_name)
    delegations = (*others[:place], delegation, *others[place:])
    ids.add(delegation.id)
    _ordered_last[:] = [(delegations, ids)]
    return replace(conference, delegations=delegations)


def in_order(delegations: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """Delegations in the order of their names."""
    return tuple(sorted(delegations, key=_name))


def _name(one: Delegation) -> str:
    return _folded(one.name)


@lru_cache(maxsize=8192)
def _folded(name: str) -> str:
    return folded(name)


class Register(ConfirmableCommand):
    """Register a late delegation, so that it can be inscribed (rule 2)."""

    act: ClassVar[str] = "register"

    delegation: Line
    participant: ParticipantClass | None = field(default=None, name="class")
    code: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.delegation:
            raise Refused("A delegation needs a name.")
        known = known_delegation(conference, self.delegation)
        if known is not None and known.registered:
            raise Refused(f"{known.name} is registered already.", "It can be inscribed.")
        late = is_late(conference, at)
        if known is not None:
            participant = self.participant or known.participant
            registered = replace(known, registered=True, late=late, participant=participant)
            return (DelegationRegistered(at=at, delegation=registered),)
        if self.participant is None:
            raise Refused(
                f"{self.delegation} is new, so its class is needed.",
                f"Give one of: {', '.join(ParticipantClass)}.",
            )
        taken = {code for one in conference.delegations for code in (one.id, *one.codes)}
        code = self.code.upper() or new_code(taken, self.delegation)
        if code in taken:
            raise Refused(f"The code {code} is taken.", "Give another code.")
        if near := _called_alike(conference, self.delegation, self.participant):
            self.ask(
                f"“{self.delegation}” is almost {near[0].name} ({near[0].id}), "
                f"which {'is' if near[0].registered else 'can be'} registered under that name.",
                "A body registered twice counts twice for the quorum.",
            )
        delegation = Delegation(code, self.delegation, self.participant, late=late)
        return (DelegationRegistered(at=at, delegation=delegation),)


def _called_alike(
    conference: Conference, name: str, participant: ParticipantClass
) -> list[Delegation]:
    """Those that a new name resembles; of a State also those whose name stands in it.

    An organization may have the name of a State in its own.
    """
    close = [one for ratio, one in close_to(conference, name) if ratio >= CLOSE]
    if participant.tier is not Tier.STATES:
        return close
    named = known_names(conference.delegations).holding(plain(name))
    return [*close, *(one for one in named if one.tier is Tier.STATES)]


def is_late(conference: Conference, at: Instant) -> bool:
    """Whether registration had closed at that instant (rule 2)."""
    if conference.registration_closed is None:
        return False
    day = at.utc.astimezone(ZoneInfo(conference.timezone)).date()
    return day > conference.registration_closed


def new_code(taken: Collection[str], name: str) -> str:
    """A code for a delegation from the initials of its name, made unique by a number."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    stem = ("".join(word[0] for word in words) if len(words) > 2 else "".join(words))[:8].upper()
    stem = stem or "DELEGATION"
    number = 1
    while (code := stem if number == 1 and len(stem) > 3 else f"{stem}{number}") in taken:
        number += 1
    return code
