"""Delegations come on a list of speakers, are corrected there, and leave it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Literal

from plenary_tui.procedure.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.calendar import Length, read_time, say_moment
from plenary_tui.procedure.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    Floor,
    SpeakersList,
)
from plenary_tui.procedure.eligibility import (
    require_details,
    require_registered,
    require_seat,
    require_video_rank,
)
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.limits import limit_for, overlong_video
from plenary_tui.procedure.lists import (
    closed_because,
    of_body,
    place_of_receipt,
    with_changed_entry,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.naming import find_delegation, find_floor_or_entry, find_item, name_of
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import ZERO, Instant
from plenary_tui.procedure.vocabulary import Body, Delivery, FloorKind, Language, Rank, Stage


class Inscribed(Event):
    """A delegation was inscribed; `place` is where it stands in its tier, from 0."""

    kind: ClassVar[str] = "inscribed"

    item: str
    body: Body
    entry: Entry
    place: int

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        return conference.with_list(with_entry(speakers, self.entry, self.place))

    def sentence(self, before: Conference) -> str:
        name = name_of(before, self.entry.delegation)
        return (
            f"{name} was inscribed on the list for item {self.item}{of_body(self.body)}, "
            f"{self.place + 1} among {self.entry.tier}."
        )


class Inscribe(OverridableCommand):
    """Inscribe a delegation on the list of an item, the current one unless another is named."""

    act: ClassVar[str] = "inscribe"

    delegation: Line
    item: Line = ""
    body: Body | None = None
    speaker: Line = ""
    function: Line = ""
    on_behalf_of: Line = ""
    rank: Rank = Rank.OTHER
    delivery: Delivery = Delivery.IN_PERSON
    media: Line = ""
    media_length: Length = ZERO
    language: Language | None = None
    received_at: Line = ""
    note: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        delegation = find_delegation(conference, self.delegation)
        body = self.body or conference.body
        speakers = conference.list_of(item.symbol, body)
        require_registered(delegation)
        require_seat(delegation, body)
        require_video_rank(conference, delegation, self.delivery, self.rank)
        require_place(conference, speakers, delegation)
        received = self._received(conference, at)
        events: list[Event] = [
            self.overrule(at, why, instead)
            for why, instead in self._objections(
                conference, item, delegation, speakers, at, received
            )
        ]
        entry = Entry(
            id=conference.pack_entries + conference.seq + len(events) + 1,
            delegation=delegation.id,
            tier=delegation.tier,
            inscribed_at=at.utc,
            received_at=received,
            **self.model_dump(include=set(DETAILS)),
        )
        place = place_of_receipt(speakers.queue(entry.tier), received)
        return (*events, Inscribed(at=at, item=item.symbol, body=body, entry=entry, place=place))

    def _received(self, conference: Conference, at: Instant) -> datetime | None:
        if not self.received_at:
            return None
        received = read_time(conference, self.received_at, at.utc)
        if received > at.utc:
            raise Refused(
                f"{say_moment(conference, received)} is still to come, so no request was received "
                "then.",
                "Check the date and the time of receipt.",
            )
        return received

    def _objections(
        self,
        conference: Conference,
        item: AgendaItem,
        delegation: Delegation,
        speakers: SpeakersList,
        at: Instant,
        received: datetime | None,
    ) -> list[tuple[str, str]]:
        """What stands against it that the officer may overrule: why, and what else to do."""
        objections = []
        if missing := require_details(item, delegation, self.speaker, self.function):
            objections.append((missing, "Fill in what is missing."))
        limit = limit_for(conference, item.symbol, delegation.tier)
        if overlong := overlong_video(self.delivery, self.media_length, limit):
            objections.append(overlong)
        if closed := closed_because(
            conference, speakers, delegation.tier, received or at.utc, late=received is None
        ):
            objections.append((closed, "Reopen the list, or give a reason to make an exception."))
        if item.stage_in(speakers.body) is Stage.CONCLUDED:
            objections.append((f"Item {item.symbol} was concluded.", "Give a reason to inscribe."))
        if has_spoken(conference, speakers, delegation):
            objections.append(
                (
                    f"{delegation.name} has spoken on item {item.symbol}.",
                    "Give a reason to hear it again.",
                )
            )
        return objections


DETAILS = frozenset(
    {
        "speaker",
        "function",
        "on_behalf_of",
        "rank",
        "delivery",
        "media",
        "media_length",
        "language",
        "note",
    }
)
"""The fields of an entry that may be given when inscribing and edited later."""


def require_place(conference: Conference, speakers: SpeakersList, delegation: Delegation) -> None:
    """A delegation is inscribed once on a list (rule 11); raises `Refused`."""
    queue = speakers.queue(delegation.tier)
    for place, entry in enumerate(queue.waiting, start=1):
        if entry.delegation == delegation.id:
            raise Refused(
                f"{delegation.name} is on the list for item {speakers.item} already, "
                f"{place} among {entry.tier}.",
                "It can be edited or moved.",
            )
    for floor, item, body in _floors(conference):
        if (item, body) != (speakers.item, speakers.body):
            continue
        if floor.entry is not None and floor.entry.delegation == delegation.id:
            raise Refused(f"{delegation.name} has the floor on item {speakers.item}.")


def _floors(conference: Conference) -> Iterator[tuple[Floor, str | None, Body]]:
    """Who has the floor, also in a plenary suspended for the committee, and on which item."""
    if conference.floor is not None:
        yield conference.floor, conference.item, conference.body
    if conference.plenary is not None and conference.plenary.floor is not None:
        yield conference.plenary.floor, conference.plenary.item, Body.PLENARY


def has_spoken(conference: Conference, speakers: SpeakersList, delegation: Delegation) -> bool:
    """Whether a delegation has made its statement on that list."""
    return any(
        one.entry is not None
        and one.entry.delegation == delegation.id
        and one.kind is FloorKind.STATEMENT
        and (one.item, one.body) == (speakers.item, speakers.body)
        for one in conference.statements
    )


class EntryEdited(Event):
    """An entry was corrected; it stays where it stands, also when it has the floor."""

    kind: ClassVar[str] = "entry edited"

    entry: Entry

    def apply(self, conference: Conference) -> Conference:
        floor = conference.floor
        if floor is not None and floor.entry is not None and floor.entry.id == self.entry.id:
            return replace(conference, floor=replace(floor, entry=self.entry))
        found = conference.find_entry(self.entry.id)
        assert found is not None
        return conference.with_list(with_changed_entry(found[0], self.entry))

    def sentence(self, before: Conference) -> str:
        return f"The entry of {name_of(before, self.entry.delegation)} was edited."


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

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        entry = find_floor_or_entry(conference, self.entry)
        changes = {name: value for name in DETAILS if (value := getattr(self, name)) is not None}
        if self.language == "":
            changes["language"] = None
        edited = replace(entry, **changes)
        delegation = conference.delegation(entry.delegation)
        found = conference.find_entry(entry.id)
        if self.delegation:
            delegation = find_delegation(conference, self.delegation)
            edited = self._of_other_delegation(conference, edited, delegation)
        assert delegation is not None
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
        self, conference: Conference, entry: Entry, delegation: Delegation
    ) -> Entry:
        """The entry given to another delegation, as when the wrong one was inscribed."""
        if delegation.id == entry.delegation:
            return entry
        found = conference.find_entry(entry.id)
        speakers = found[0] if found else conference.current_list
        assert speakers is not None
        require_registered(delegation)
        require_seat(delegation, speakers.body)
        require_place(conference, speakers, delegation)
        if has_spoken(conference, speakers, delegation):
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
    if floor is not None and floor.entry is not None and floor.entry.id == entry.id:
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


class Withdrawn(Event):
    """A delegation was taken off a list."""

    kind: ClassVar[str] = "withdrawn"

    entry: int
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        found = conference.find_entry(self.entry)
        assert found is not None
        return conference.with_list(without_entry(*found))

    def sentence(self, before: Conference) -> str:
        return f"{whose(before, self.entry)} was withdrawn."


def whose(conference: Conference, entry_id: int) -> str:
    """Whose entry it is and where, in words."""
    found = conference.find_entry(entry_id)
    if found is None:
        return f"Entry {entry_id}"
    return f"{name_of(conference, found[1].delegation)} (item {found[0].item})"


class Withdraw(Command):
    """Take a delegation off its list."""

    act: ClassVar[str] = "withdraw"

    entry: Line
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not self.entry:
            raise Refused("No entry was named.", "Give its number, or the delegation's name.")
        entry = find_floor_or_entry(conference, self.entry)
        if conference.find_entry(entry.id) is None:
            raise Refused(
                f"{name_of(conference, entry.delegation)} has the floor.",
                "End the statement, or mark it absent if it has not begun.",
            )
        return (Withdrawn(at=at, entry=entry.id, reason=self.reason),)
