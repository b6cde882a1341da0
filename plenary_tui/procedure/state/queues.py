"""Who waits on the lists of speakers, as frozen state; in which order they are called: `order`."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.state.frozen import Value, field, replace
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    Explanation,
    Language,
    Rank,
    Tier,
)


class Entry(Value):
    """A delegation's place on a list of speakers.

    Attributes:
        id: its number, never used again, not even after an undo.
        delegation: the delegation's id.
        inscribed_at: when it was inscribed.
        received_at: when the request was received on paper or by e-mail, if that was earlier.
        media, media_length: the file of a video and how long it is; zero if that is not known.
        note: private to the officer; never on a public pane.
        ready: in the room, or for an NGO at the table.
        absences: how often it was called or looked for and was absent.
        moved_because: why it does not stand in order of receipt; "" if it does.
        address: Mr. or Ms., as the office gives it.
        short_function: the function as captions have it, where it is long; "" if as it is.
        explains: the position it explains, before or after action; None for other statements.
    """

    id: int
    delegation: str
    tier: Tier
    inscribed_at: datetime
    speaker: str = ""
    function: str = ""
    on_behalf_of: str = ""
    rank: Rank = Rank.OTHER
    delivery: Delivery = Delivery.IN_PERSON
    media: str = ""
    media_length: timedelta = timedelta(0)
    language: Language | None = None
    received_at: datetime | None = None
    note: str = ""
    ready: bool = False
    absences: int = 0
    moved_because: str = ""
    address: str = ""
    short_function: str = ""
    explains: Explanation | None = None

    @property
    def receipt(self) -> datetime:
        """When the request counts as received."""
        return self.received_at or self.inscribed_at


class TierQueue(Value):
    """Those of one tier who wait on a list, in their order, and when that part is open.

    Attributes:
        opens_at, closes_at: as announced; None where no time was set.
        by_hand: True after it was opened by hand, False after it was closed by hand.
        closed_at: when it was closed by hand.
    """

    tier: Tier
    waiting: tuple[Entry, ...] = ()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    by_hand: bool | None = None
    closed_at: datetime | None = None


class SpeakersList(Value):
    """The list of speakers of one item in one body; `order` says in which order it is called.

    Attributes:
        carried_to: the number of the meeting to which it was carried over, None if it was not.
        tier_hours: decisions to hear a tier from a time on, whatever stands before it; in a
            journal they are called `turns`.
    """

    item: str
    body: Body
    queues: tuple[TierQueue, TierQueue, TierQueue]
    carried_to: int | None = None
    tier_hours: tuple[TierHour, ...] = field(default=(), name="turns")

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """All who wait, tier by tier; they may be called in another order (`order`)."""
        states, igos, ngos = self.queues
        return states.waiting + igos.waiting + ngos.waiting

    def queue(self, tier: Tier) -> TierQueue:
        return self.queues[tier.order]

    def with_queue(self, queue: TierQueue) -> SpeakersList:
        """The list with the queue of one tier replaced."""
        states, igos, ngos = self.queues
        match queue.tier:
            case Tier.STATES:
                return replace(self, queues=(queue, igos, ngos))
            case Tier.IGOS:
                return replace(self, queues=(states, queue, ngos))
            case Tier.NGOS:
                return replace(self, queues=(states, igos, queue))

    @property
    def in_no_order(self) -> SpeakersList:
        """The list with those who wait in each tier by their ids."""
        sorts = (sorted(one.waiting, key=lambda entry: entry.id) for one in self.queues)
        states, igos, ngos = (
            replace(one, waiting=tuple(waiting))
            for one, waiting in zip(self.queues, sorts, strict=True)
        )
        return replace(self, queues=(states, igos, ngos))

    def find(self, entry_id: int) -> Entry | None:
        """The waiting entry of that number, or None."""
        return next(
            (entry for queue in self.queues for entry in queue.waiting if entry.id == entry_id),
            None,
        )


def empty_list(item: str, body: Body) -> SpeakersList:
    """A list on which nobody is inscribed, without times."""
    return SpeakersList(
        item, body, (TierQueue(Tier.STATES), TierQueue(Tier.IGOS), TierQueue(Tier.NGOS))
    )


class TierHour(Value):
    """A decision that a tier is heard from a time on, whatever stands before it.

    Attributes:
        starts: from when on; aware UTC.
        meeting: the number of the meeting in which that is, with which the decision ends.
        decision: by whom and how it was decided; "" if that was not said.
    """

    tier: Tier
    starts: datetime
    meeting: int
    decision: str = ""
