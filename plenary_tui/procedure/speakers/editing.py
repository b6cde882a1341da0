"""Entries are corrected where they stand, also while they have the floor."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Literal

from plenary_tui.procedure.ground.act import Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.as_typed import Length
from plenary_tui.procedure.ground.called import (
    holder_name,
    holder_of_floor,
    person_words,
    role_spoken,
)
from plenary_tui.procedure.ground.naming import find_delegation, name_of
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.speakers.eligibility import (
    require_details,
    require_seat,
    require_video_rank,
)
from plenary_tui.procedure.speakers.inscription import DETAILS, has_spoken, require_place
from plenary_tui.procedure.speakers.limits import limit_for, overlong_video
from plenary_tui.procedure.speakers.lists import with_changed_entry
from plenary_tui.procedure.speakers.numbering import find_floor_or_entry
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry, Floor, Person
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Explanation, FloorKind, Language, Rank


class EntryEdited(Event):
    """An entry was corrected; it stays where it stands, also when it has the floor."""

    kind: ClassVar[str] = "entry edited"

    entry: Entry

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        if floor is not None and conference.has_floor(self.entry.id):
            return replace(conference, floor=replace(floor, entry=self.entry))
        found = conference.find_entry(self.entry.id)
        assert found is not None
        return conference.with_list(with_changed_entry(found[0], self.entry))

    def sentence(self, before: Conference) -> str:
        return f"The entry of {name_of(before, self.entry.delegation)} was edited."


OF_A_PERSON = frozenset({"speaker", "function", "address", "language"})
"""What may be said of whoever speaks without an entry."""
EDITABLE = DETAILS | {"delegation"}
"""What may be corrected of an entry."""


class SpeakerNamed(Event):
    """Of whoever has the floor without an entry: who speaks, as what, in which language."""

    kind: ClassVar[str] = "speaker named"

    person: Person

    def apply(self, conference: Conference) -> Conference:
        assert conference.floor is not None
        return replace(conference, floor=replace(conference.floor, person=self.person))

    def sentence(self, before: Conference) -> str:
        floor = before.floor
        assert floor is not None
        who = holder_name(before, floor) if floor.whose else role_spoken(floor.kind, floor.person)
        words = person_words(self.person) or "nobody by name"
        language = f", in {self.person.language}" if self.person.language else ""
        return f"For {who} speaks {words}{language}."


class Edit(OverridableCommand):
    """Correct an entry, or who has the floor where no entry is named; it keeps its place."""

    act: ClassVar[str] = "edit"

    entry: Line = ""
    delegation: Line | None = None
    speaker: Line | None = None
    function: Line | None = None
    on_behalf_of: Line | None = None
    rank: Rank | None = None
    delivery: Delivery | None = None
    media: Line | None = None
    media_length: Length | None = None
    language: Language | Literal[""] | None = None
    note: Line | None = None
    address: Line | None = None
    short_function: Line | None = None
    explains: Explanation | Literal[""] | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        floor = conference.floor
        if not self.entry and floor is not None and floor.entry is None:
            return (self._named(conference, floor, at),)
        entry = find_floor_or_entry(conference, self.entry, at)
        changes = {name: value for name in DETAILS if (value := getattr(self, name)) is not None}
        changes |= {name: None for name in ("language", "explains") if getattr(self, name) == ""}
        edited = replace(entry, **changes)
        delegation = conference.delegation(entry.delegation)
        found = conference.find_entry(entry.id)
        if self.delegation:
            delegation = find_delegation(conference, self.delegation)
            edited = self._of_other_delegation(conference, edited, delegation, at)
        assert delegation is not None
        if edited.explains is not entry.explains and edited.delegation == entry.delegation:
            speakers = found[0] if found else conference.current_list
            assert delegation is not None and speakers is not None
            require_place(conference, speakers, delegation, at, explains=edited.explains)
        if edited == entry:
            raise Refused(f"Nothing about the entry of {delegation.name} would change.")
        require_video_rank(conference, delegation, edited.delivery, edited.rank)
        symbol = found[0].item if found else conference.item
        item = conference.item_named(symbol) if symbol else None
        if item is not None and _takes_away(entry, edited):
            missing = require_details(item, delegation, edited.speaker, edited.function)
            if missing:
                raise Refused(missing, "Fill in what is missing.")
        return (*self._overruled(conference, at, entry, edited), EntryEdited(at=at, entry=edited))

    def _named(self, conference: Conference, floor: Floor, at: Instant) -> SpeakerNamed:
        """Who speaks where no entry says it: a person, and nothing of a list."""
        given = {name for name in EDITABLE if getattr(self, name) not in (None, "")}
        if others := sorted(given - OF_A_PERSON):
            raise Refused(
                f"{holder_of_floor(conference)} has the floor without an entry on a list, so there "
                f"is no {others[0].replace('_', ' ')} to correct.",
                "Give the speaker, the function, the address or the language.",
            )
        changes = {
            name: value for name in OF_A_PERSON if (value := getattr(self, name)) is not None
        }
        if self.language == "":
            changes["language"] = None
        person = replace(floor.person, **changes)
        if person == floor.person:
            raise Refused("Nothing about who has the floor would change.")
        if floor.kind is FloorKind.GUEST and not (person.speaker or person.function):
            raise Refused("A guest is known by a name or a function.", "Give one of them.")
        return SpeakerNamed(at=at, person=person)

    def _overruled(
        self, conference: Conference, at: Instant, entry: Entry, edited: Entry
    ) -> tuple[Event, ...]:
        """What the officer overrules if the edit makes of it a video that is too long."""
        if (entry.delivery, entry.media_length) == (edited.delivery, edited.media_length):
            return ()
        objection = overlong_video(
            edited.delivery, edited.media_length, _limit_of(conference, edited)
        )
        return (self.overrule(at, *objection),) if objection else ()

    def _of_other_delegation(
        self, conference: Conference, entry: Entry, delegation: Delegation, at: Instant
    ) -> Entry:
        """The entry given to another delegation, as when the wrong one was inscribed."""
        if delegation.id == entry.delegation:
            return entry
        found = conference.find_entry(entry.id)
        speakers = found[0] if found else conference.current_list
        assert speakers is not None
        require_registered(delegation, "it cannot be inscribed")
        require_seat(delegation, speakers.body)
        require_place(conference, speakers, delegation, at, explains=entry.explains)
        if entry.explains is None and has_spoken(conference, speakers, delegation):
            raise Refused(
                f"{delegation.name} has spoken on item {speakers.item}.",
                "Withdraw the entry and inscribe the delegation with a reason.",
            )
        if delegation.tier is not entry.tier:
            raise Refused(
                f"{delegation.name} is not among {entry.tier}, so it cannot take this place.",
                "Withdraw the entry and inscribe the delegation.",
            )
        return replace(entry, delegation=delegation.id)


def _limit_of(conference: Conference, entry: Entry) -> timedelta | None:
    """The time limit of an entry: the one it was called under, else that of its list."""
    floor = conference.floor
    if floor is not None and conference.has_floor(entry.id):
        return floor.limit
    found = conference.find_entry(entry.id)
    return limit_for(conference, found[0].item if found else None, entry.tier)


def _takes_away(entry: Entry, edited: Entry) -> bool:
    """Whether an edit empties what was given, or gives the place to another delegation.

    An entry that was inscribed incomplete, by way of exception, can so be completed bit by bit.
    """
    return (
        edited.delegation != entry.delegation
        or bool(entry.speaker and not edited.speaker)
        or bool(entry.function and not edited.function)
    )
