"""Delegations come on a list of speakers, and leave it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar, Self

from plenary_tui.procedure.ground.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.as_typed import Length
from plenary_tui.procedure.ground.calendar import Looking, read_time, say_hour, say_moment
from plenary_tui.procedure.ground.naming import find_delegation, find_item, name_of
from plenary_tui.procedure.ground.taking_part import PARTIES_AND_SIGNATORIES, require_registered
from plenary_tui.procedure.speakers.eligibility import (
    require_details,
    require_seat,
    require_video_rank,
)
from plenary_tui.procedure.speakers.limits import limit_for, overlong_video
from plenary_tui.procedure.speakers.lists import (
    closed_because,
    of_body,
    place_of_receipt,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.speakers.numbering import find_floor_or_entry, place_words
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    Floor,
    SpeakersList,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    Explanation,
    Language,
    Rank,
    Stage,
)

LATE = timedelta(seconds=2)
"""A request of another station that waited longer counts as of when the server received it."""


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
        speakers = self.apply(before).list_of(self.item, self.body)
        where = place_words(before, speakers, self.entry, self.at, among=True)
        received = self.entry.received_at
        when = f"; received at {say_hour(before, received, self.at.utc)}" if received else ""
        explains = self.entry.explains
        why = f" to explain its position {explains}" if explains is not None else ""
        return (
            f"{name} was inscribed on the list for item {self.item}{of_body(self.body)}{why}, "
            f"{where}{when}."
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
    address: Line = ""
    short_function: Line = ""
    explains: Explanation | None = None

    def as_it_was_received(self, waited: timedelta, at: Instant) -> Self:
        """Who asked in time was in time, however late the podium hears of it."""
        if self.received_at or waited <= LATE:
            return self
        received = at.utc - waited
        return replace(self, received_at=received.isoformat(timespec="seconds"))

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        delegation = find_delegation(conference, self.delegation)
        body = self.body or conference.body
        speakers = conference.list_of(item.symbol, body)
        require_registered(delegation, "it cannot be inscribed")
        require_seat(delegation, body)
        require_video_rank(conference, delegation, self.delivery, self.rank)
        require_place(conference, speakers, delegation, at, explains=self.explains)
        received = self._received(conference, at)
        entry = Entry(
            id=0,
            delegation=delegation.id,
            tier=delegation.tier,
            inscribed_at=at.utc,
            received_at=received,
            **{name: getattr(self, name) for name in DETAILS},
        )
        events: list[Event] = [
            self.overrule(at, why, instead)
            for why, instead in objections(conference, item, delegation, speakers, at, entry)
        ]
        entry = replace(entry, id=conference.pack_entries + conference.seq + len(events) + 1)
        place = place_of_receipt(speakers.queue(entry.tier), received)
        return (*events, Inscribed(at=at, item=item.symbol, body=body, entry=entry, place=place))

    def _received(self, conference: Conference, at: Instant) -> datetime | None:
        if not self.received_at:
            return None
        received = read_time(conference, self.received_at, at.utc, Looking.BACK)
        require_received(conference, received, at)
        return received


def objections(
    conference: Conference,
    item: AgendaItem,
    delegation: Delegation,
    speakers: SpeakersList,
    at: Instant,
    wanted: Entry,
) -> list[tuple[str, str]]:
    """What stands against a request that the officer may overrule: why, and what else to do."""
    found = []
    if missing := require_details(item, delegation, wanted.speaker, wanted.function):
        found.append((missing, "Fill in what is missing."))
    limit = limit_for(conference, item.symbol, delegation.tier)
    if overlong := overlong_video(wanted.delivery, wanted.media_length, limit):
        found.append(overlong)
    received = wanted.received_at
    if wanted.explains is not None and delegation.participant not in PARTIES_AND_SIGNATORIES:
        why = (
            "Those who take part in the decision explain their position; "
            f"{delegation.name} takes part as {delegation.participant.described}."
        )
        found.append((why, "The President may allow it, for a reason."))
    if wanted.explains is None and (
        closed := closed_because(
            conference, speakers, delegation.tier, received or at.utc, late=received is None
        )
    ):
        if received is not None:
            closed += f" The request is of {say_moment(conference, received)}."
        found.append((closed, "Reopen the list, or give a reason to make an exception."))
    if item.stage_in(speakers.body) is Stage.CONCLUDED:
        found.append((f"Item {item.symbol} was concluded.", "Give a reason to inscribe."))
    if wanted.explains is None and has_spoken(conference, speakers, delegation):
        found.append(
            (
                f"{delegation.name} has spoken on item {item.symbol}.",
                "Give a reason to hear it again.",
            )
        )
    return found


def require_received(conference: Conference, received: datetime, at: Instant) -> None:
    """No request was received at a time that is still to come; raises `Refused`."""
    if received > at.utc:
        raise Refused(
            f"{say_moment(conference, received)} is still to come, so no request was received "
            "then.",
            "Check the date and the time of receipt.",
        )


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
        "address",
        "short_function",
        "explains",
    }
)
"""The fields of an entry that may be given when inscribing and edited later."""


def require_place(
    conference: Conference,
    speakers: SpeakersList,
    delegation: Delegation,
    now: Instant,
    *,
    explains: Explanation | None = None,
) -> None:
    """A delegation is inscribed once on a list (rule 11); raises `Refused`.

    Beside its statement it may explain its position, before action and after.
    """
    for entry in speakers.queue(delegation.tier).waiting:
        if (entry.delegation, entry.explains) == (delegation.id, explains):
            raise Refused(
                f"{delegation.name} is on the list for item {speakers.item} already, "
                f"{place_words(conference, speakers, entry, now, among=True)}.",
                "It can be edited or moved.",
            )
    for floor, item, body in _floors(conference):
        if (item, body) != (speakers.item, speakers.body):
            continue
        speaks = floor.entry
        if speaks is not None and (speaks.delegation, speaks.explains) == (delegation.id, explains):
            raise Refused(f"{delegation.name} has the floor on item {speakers.item}.")


def _floors(conference: Conference) -> Iterator[tuple[Floor, str | None, Body]]:
    """Who has the floor, also in a plenary suspended for the committee, and on which item."""
    if conference.floor is not None:
        yield conference.floor, conference.item, conference.body
    if conference.plenary is not None and conference.plenary.floor is not None:
        yield conference.plenary.floor, conference.plenary.item, Body.PLENARY


def has_spoken(conference: Conference, speakers: SpeakersList, delegation: Delegation) -> bool:
    """Whether a delegation has made its statement on that list; its explanations are none."""
    return any(
        statement.entry is not None
        and statement.entry.delegation == delegation.id
        and statement.entry.explains is None
        for statement in conference.statements_on(speakers)
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
        entry = find_floor_or_entry(conference, self.entry, at)
        if not conference.listed(entry.id):
            raise Refused(
                f"{name_of(conference, entry.delegation)} has the floor.",
                "End the statement (end-statement), or mark it absent if it has not begun "
                "(mark-absent).",
            )
        return (Withdrawn(at=at, entry=entry.id, reason=self.reason),)
