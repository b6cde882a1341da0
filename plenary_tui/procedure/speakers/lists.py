"""Lists of speakers as a whole: open and close them, the order on them.

A list belongs to an item and a body. Each of its tiers has its own opening and closing times
(rule 20). Order is order of receipt within the tier (rules 16 and 17).
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.calendar import read_time, say_moment
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.speakers.eligibility import tiers_seated
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList, TierQueue
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Tier


def closed_because(
    conference: Conference, speakers: SpeakersList, tier: Tier, received: datetime, late: bool
) -> str | None:
    """Why a request received then is refused by the list's times; None if it is not (rule 20).

    Args:
        received: when the request was received.
        late: whether it is inscribed as it comes, so that a closing by hand binds it whatever a
            clock says; False for a request received earlier, which only the times bind.
    """
    queue = speakers.queue(tier)
    part = f"The list for item {speakers.item}, {tier},"
    closed_before = queue.closed_at is not None and received >= queue.closed_at
    if queue.by_hand is False and (late or closed_before):
        return f"{part} was closed by decision of the President."
    opened = late and queue.by_hand is True
    if not opened and queue.opens_at is not None and received < queue.opens_at:
        return f"{part} opens at {say_moment(conference, queue.opens_at)}."
    if queue.closes_at is not None and received >= queue.closes_at:
        return f"{part} closed at {say_moment(conference, queue.closes_at)}."
    return None


def is_open(conference: Conference, speakers: SpeakersList, tier: Tier, now: datetime) -> bool:
    """Whether one tier of a list is open for requests now, which one without a seat never is."""
    seated = tier in tiers_seated(speakers.body)
    return seated and closed_because(conference, speakers, tier, now, late=True) is None


def place_of_receipt(queue: TierQueue, received_at: datetime | None) -> int:
    """Where a request stands in its tier: last, or before the first that was received later.

    Entries that were moved by hand or sent back as absent do not count for the comparison; an
    earlier request stands before those of them that are at the end.
    """
    if received_at is None:
        return len(queue.waiting)
    after_unmoved = 0
    for place, entry in enumerate(queue.waiting):
        if entry.moved_because:
            continue
        if entry.receipt > received_at:
            return place
        after_unmoved = place + 1
    return after_unmoved or len(queue.waiting)


def with_entry(speakers: SpeakersList, entry: Entry, place: int) -> SpeakersList:
    """The list with an entry added at a place (from 0) in its tier."""
    queue = speakers.queue(entry.tier)
    waiting = (*queue.waiting[:place], entry, *queue.waiting[place:])
    return speakers.with_queue(replace(queue, waiting=waiting))


def without_entry(speakers: SpeakersList, entry: Entry) -> SpeakersList:
    """The list without an entry."""
    queue = speakers.queue(entry.tier)
    place = place_of(queue, entry.id)
    waiting = (*queue.waiting[:place], *queue.waiting[place + 1 :])
    return speakers.with_queue(replace(queue, waiting=waiting))


def with_changed_entry(speakers: SpeakersList, entry: Entry) -> SpeakersList:
    """The list with an entry changed where it stands."""
    queue = speakers.queue(entry.tier)
    place = place_of(queue, entry.id)
    waiting = (*queue.waiting[:place], entry, *queue.waiting[place + 1 :])
    return speakers.with_queue(replace(queue, waiting=waiting))


def place_of(queue: TierQueue, entry_id: int) -> int:
    """The place, from 0, of an entry in its tier."""
    return next(place for place, entry in enumerate(queue.waiting) if entry.id == entry_id)


class ListOpened(Event):
    """Tiers of a list were opened by hand, until a time, the announced closing, or until closed."""

    kind: ClassVar[str] = "list opened"

    item: str
    body: Body
    tiers: tuple[Tier, ...]
    until: datetime | None = None

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        for tier in self.tiers:
            queue = speakers.queue(tier)
            opens_at = min(queue.opens_at, self.at.utc) if queue.opens_at else None
            announced = queue.closes_at
            to_come = announced if announced and announced > self.at.utc else None
            queue = replace(
                queue,
                by_hand=True,
                opens_at=opens_at,
                closes_at=self.until or to_come,
                closed_at=None,
            )
            speakers = speakers.with_queue(queue)
        return conference.with_list(speakers)

    def sentence(self, before: Conference) -> str:
        until = f" until {say_moment(before, self.until)}" if self.until else ""
        whose = of_body(self.body)
        return f"The list for item {self.item}{whose} was opened for {_named(self.tiers)}{until}."


class ListClosed(Event):
    """Tiers of a list were closed by the President's decision; those on it are still called."""

    kind: ClassVar[str] = "list closed"

    item: str
    body: Body
    tiers: tuple[Tier, ...]

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        for tier in self.tiers:
            queue = replace(speakers.queue(tier), by_hand=False, closed_at=self.at.utc)
            speakers = speakers.with_queue(queue)
        return conference.with_list(speakers)

    def sentence(self, before: Conference) -> str:
        whose = of_body(self.body)
        return f"The list for item {self.item}{whose} was closed for {_named(self.tiers)}."


def of_body(body: Body) -> str:
    """Whose list it is, in words, unless it is the plenary's."""
    return "" if body is Body.PLENARY else " of the Committee of the Whole"


def require_standing(conference: Conference, speakers: SpeakersList) -> None:
    """The order on the plenary's lists stands still while the committee sits (rule 5)."""
    if conference.plenary is not None and speakers.body is Body.PLENARY:
        raise Refused(
            "The plenary is suspended for the Committee of the Whole; the order on its lists "
            "stays as it was left.",
            "It can be changed when the plenary resumes.",
        )


def _named(tiers: tuple[Tier, ...]) -> str:
    return "all" if len(tiers) == len(Tier) else ", ".join(tiers)


class OpenList(Command):
    """Open a list by hand, for one tier or all; with `until`, also give an open one its closing."""

    act: ClassVar[str] = "open-list"

    item: Line = ""
    tier: Tier | None = None
    until: Line = ""
    body: Body | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        speakers = conference.list_of(item.symbol, self.body or conference.body)
        until = read_time(conference, self.until, at.utc) if self.until else None
        if until is None:
            tiers = _tiers_to_change(conference, speakers, self.tier, at, opening=True)
        elif until <= at.utc:
            raise Refused(f"{say_moment(conference, until)} is past.", "Give a later time.")
        else:
            tiers = _asked(speakers, self.tier)
        return (ListOpened(at=at, item=item.symbol, body=speakers.body, tiers=tiers, until=until),)


class CloseList(Command):
    """Close a list by decision of the President, for one tier or all."""

    act: ClassVar[str] = "close-list"

    item: Line = ""
    tier: Tier | None = None
    body: Body | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        speakers = conference.list_of(item.symbol, self.body or conference.body)
        tiers = _tiers_to_change(conference, speakers, self.tier, at, opening=False)
        return (ListClosed(at=at, item=item.symbol, body=speakers.body, tiers=tiers),)


def _asked(speakers: SpeakersList, tier: Tier | None) -> tuple[Tier, ...]:
    """The tiers asked for; raises `Refused` for one that has no seat (rule 4)."""
    seated = tiers_seated(speakers.body)
    if tier is None:
        return seated
    if tier not in seated:
        raise Refused(
            f"The Committee of the Whole is for parties and signatories; {tier} are not listed "
            "there.",
            "Their places on the plenary's list are kept.",
        )
    return (tier,)


def _tiers_to_change(
    conference: Conference, speakers: SpeakersList, tier: Tier | None, at: Instant, *, opening: bool
) -> tuple[Tier, ...]:
    """The tiers asked for that are not yet as asked; raises `Refused` if there are none."""
    tiers = tuple(
        asked
        for asked in _asked(speakers, tier)
        if is_open(conference, speakers, asked, at.utc) is not opening
    )
    if not tiers:
        state = "open" if opening else "closed"
        whom = f" for {tier}" if tier is not None else ""
        raise Refused(f"The list for item {speakers.item} is {state}{whom} already.")
    return tiers
