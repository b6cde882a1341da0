"""The state of a conference: frozen all the way down, changed only by events.

Nothing here decides anything. `old is new` therefore says that nothing changed, and any part may be
kept by whoever shows it. Times are aware UTC, durations `timedelta`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.proceedings import (
    NO_MOMENTS,
    QUORUM_BASES,
    REPLY_LIMITS,
    Alignment,
    Decision,
    Moments,
    Motion,
    MotionOutcome,
    PointOfOrder,
    Presence,
    QuorumBases,
    Reminder,
    ReplyRequest,
    Ruling,
    TierTurn,
)
from plenary_tui.procedure.timing import UNSTARTED, Instant, StatementClock
from plenary_tui.procedure.vocabulary import (
    Body,
    Delivery,
    FloorKind,
    ItemKind,
    Language,
    MeetingStatus,
    ParticipantClass,
    Phase,
    Rank,
    Stage,
    Tier,
)


@dataclass(frozen=True)
class Delegation:
    """A State, REIO, IGO or NGO that takes part.

    Attributes:
        id: the code it is known by: ISO alpha-3 for a State, an acronym for an organization.
        name: its short name as the United Nations writes it, in English.
        spoken: its name with the article that speech needs ("the Netherlands"); "" if the same.
        codes: other codes that name it (ISO alpha-2, M49).
        names: (language code, name) in the other official languages.
        group: its regional group; "" if none.
        registered: whether it may attend.
        late: whether it registered after registration had closed.
    """

    id: str
    name: str
    participant: ParticipantClass
    spoken: str = ""
    codes: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    group: str = ""
    registered: bool = True
    late: bool = False

    @property
    def tier(self) -> Tier:
        return self.participant.tier

    @property
    def as_spoken(self) -> str:
        """Its name as the President says it."""
        return self.spoken or self.name


@dataclass(frozen=True)
class AgendaItem:
    """An agenda item, and how far each body has come with it.

    Attributes:
        symbol: as printed, e.g. `1(f)`.
        documents: symbols of its documents.
        illustrative: whether the item is sample data rather than the adopted agenda.
        requires_ngo_details: whether an NGO must give its speaker's name and function.
    """

    symbol: str
    title: str
    kind: ItemKind = ItemKind.THEMATIC
    documents: tuple[str, ...] = ()
    illustrative: bool = False
    requires_ngo_details: bool = False
    stage: Stage = Stage.NOT_TAKEN_UP
    committee_stage: Stage = Stage.NOT_TAKEN_UP

    def stage_in(self, body: Body) -> Stage:
        """How far `body` has come with it."""
        return self.stage if body is Body.PLENARY else self.committee_stage

    def at_stage(self, stage: Stage, body: Body) -> AgendaItem:
        """The item with its stage in `body` set."""
        if body is Body.PLENARY:
            return replace(self, stage=stage)
        return replace(self, committee_stage=stage)


@dataclass(frozen=True)
class Document:
    """A draft before the conference; `symbol` is None until it has one.

    Attributes:
        kind, status: words of `DraftKind` and `DraftStatus`.
        submitter: a working group's Co-Chairs; "" where sponsors table it.
        tabled: the day it was tabled.
        languages: the official languages in which it is there.
        number: what it is known by whatever its symbol; from 1, in the order of the pack.
        sponsors: ids of delegations, in the order in which they joined.
        revision: which revision it is; 0 for the text first tabled.
        before: the bodies that have taken it up and not yet acted on it.
    """

    title: str
    symbol: str | None = None
    kind: str = "resolution"
    submitter: str = ""
    item: str | None = None
    tabled: date | None = None
    languages: tuple[Language, ...] = ()
    status: str = "tabled"
    number: int = 0
    sponsors: tuple[str, ...] = ()
    revision: int = 0
    before: tuple[Body, ...] = ()


@dataclass(frozen=True)
class SideEvent:
    """An event beside the meetings; without times while it has no date.

    Its number is its place among all of them, from 1; a cancelled one keeps its place.
    """

    title: str
    kind: str = "side event"
    starts: datetime | None = None
    ends: datetime | None = None
    room: str = ""
    modes: tuple[str, ...] = ("in person",)
    organizers: str = ""
    cancelled: bool = False
    cancelled_because: str = ""


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting of the programme of work: its number, hours (UTC) and items.

    `rehearse_item` is the item with which a rehearsal of this meeting begins.
    """

    number: int
    starts: datetime
    ends: datetime
    items: tuple[str, ...] = ()
    rehearse_item: str | None = None


@dataclass(frozen=True)
class Policies:
    """What decides procedure and differs between conferences; part of the journal."""

    limit: timedelta = timedelta(seconds=180)
    wrap_up: timedelta = timedelta(seconds=30)
    call_to_order: timedelta = timedelta(seconds=30)
    video_ranks: tuple[Rank, ...] = (
        Rank.HEAD_OF_STATE,
        Rank.HEAD_OF_GOVERNMENT,
        Rank.MINISTER,
        Rank.HEAD_OF_DELEGATION,
    )
    on_air_in_committee: bool = False


@dataclass(frozen=True)
class TimeLimit:
    """A recorded decision on the time limit; None for item or tier means every one."""

    limit: timedelta
    item: str | None = None
    tier: Tier | None = None
    decision: str = ""


@dataclass(frozen=True)
class Entry:
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

    @property
    def receipt(self) -> datetime:
        """When the request counts as received."""
        return self.received_at or self.inscribed_at


@dataclass(frozen=True)
class TierQueue:
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


@dataclass(frozen=True)
class SpeakersList:
    """The list of speakers of one item in one body; `order` says in which order it is called.

    Attributes:
        carried_to: the number of the meeting to which it was carried over, None if it was not.
        turns: decisions to hear a tier from a time on, whatever stands before it.
    """

    item: str
    body: Body
    queues: tuple[TierQueue, TierQueue, TierQueue]
    carried_to: int | None = None
    turns: tuple[TierTurn, ...] = ()

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

    def find(self, entry_id: int) -> Entry | None:
        """The waiting entry of that number, or None."""
        return next(
            (entry for queue in self.queues for entry in queue.waiting if entry.id == entry_id),
            None,
        )


@dataclass(frozen=True)
class Meeting:
    """One sitting of the plenary or of the Committee of the Whole.

    `on_air_before` keeps, while it is suspended, whether it was on air; `since` is when it was last
    suspended or resumed.
    """

    number: int
    body: Body
    status: MeetingStatus
    opened_at: datetime
    ends_at: datetime | None = None
    reason: str = ""
    on_air_before: bool = True
    adjourned_at: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Floor:
    """Who has the floor, from the call on.

    Attributes:
        delegation: who replies, for a reply has no entry; "" otherwise.
        entry: the entry called; None for the President and the Secretariat.
        limit: the allotted time; None where there is none.
        out_of_order: why the call was out of order; "" if it was not.
        reminder: the last of the calls to order.
    """

    kind: FloorKind
    called_at: Instant
    entry: Entry | None = None
    limit: timedelta | None = None
    clock: StatementClock = UNSTARTED
    out_of_order: str = ""
    calls_to_order: int = 0
    delegation: str = ""
    reminder: Reminder | None = None

    @property
    def phase(self) -> Phase:
        return self.clock.phase


@dataclass(frozen=True)
class Statement:
    """A statement that has ended.

    Attributes:
        changeover: from the call to the speaker's start.
        elapsed: time spoken.
        delegation: who replied; "" for all but a reply.
    """

    kind: FloorKind
    item: str | None
    body: Body
    meeting: int
    entry: Entry | None
    called_at: datetime
    ended_at: datetime
    elapsed: timedelta
    changeover: timedelta
    limit: timedelta | None
    started_at: datetime | None = None
    calls_to_order: int = 0
    delegation: str = ""


@dataclass(frozen=True)
class Note:
    """A private note of the officer; about an entry, or about the meeting."""

    at: datetime
    text: str
    entry: int | None = None


@dataclass(frozen=True)
class FrozenPlenary:
    """The plenary as it was when it was suspended for the Committee of the Whole."""

    meeting: Meeting
    item: str | None
    floor: Floor | None
    on_air: bool


@dataclass(frozen=True)
class Conference:
    """One conference, as all acts recorded so far have made it.

    Attributes:
        seq, last_at: number and time of the last row of the journal; not part of its identity.
        meeting: the meeting that sits or sat last; None before the first.
        meetings: meetings adjourned, oldest first.
        item: the symbol of the current agenda item.
        plenary: the frozen plenary while the Committee of the Whole sits.
        limits: decisions on the time limit, oldest first.
        statements: statements that have ended, oldest first.
        points: points of order that wait for a ruling, in order of receipt, of both bodies.
        rulings: points of order decided, oldest first.
        replies: requests to reply that wait, in order of request, of both bodies.
        reply_limits: the time limit of each round of replies, in their order.
        alignments: who aligned itself with whose statement, oldest first.
        motions: motions that wait for their outcome, in order of receipt, of both bodies.
        outcomes: motions decided, oldest first.
        presence: how many parties were counted last; None before the first count.
        quorum: of what the quorums are shares.
        decisions: actions taken on drafts, of both bodies, oldest first.
        moments: when what the state does not date was last done.
    """

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
    limits: tuple[TimeLimit, ...] = ()
    meeting: Meeting | None = None
    meetings: tuple[Meeting, ...] = ()
    item: str | None = None
    floor: Floor | None = None
    plenary: FrozenPlenary | None = None
    on_air: bool = False
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    committee_reports: tuple[str, ...] = ()
    points: tuple[PointOfOrder, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    replies: tuple[ReplyRequest, ...] = ()
    reply_limits: tuple[timedelta, ...] = REPLY_LIMITS
    alignments: tuple[Alignment, ...] = ()
    motions: tuple[Motion, ...] = ()
    outcomes: tuple[MotionOutcome, ...] = ()
    presence: Presence | None = None
    quorum: QuorumBases = QUORUM_BASES
    decisions: tuple[Decision, ...] = ()
    moments: Moments = NO_MOMENTS
    pack_entries: int = 0
    seq: int = field(default=0, compare=False)
    last_at: datetime | None = field(default=None, compare=False)

    @property
    def body(self) -> Body:
        """The body that sits; the plenary unless the Committee of the Whole was convened."""
        return Body.PLENARY if self.plenary is None else Body.COMMITTEE

    @property
    def in_session(self) -> bool:
        return self.meeting is not None and self.meeting.status is MeetingStatus.IN_SESSION

    def turned(self, at: datetime) -> Conference:
        """The conference, which turned to something else at that moment."""
        return replace(self, moments=replace(self.moments, turned=at))

    @property
    def current_item(self) -> AgendaItem | None:
        return self.item_named(self.item) if self.item else None

    def item_named(self, symbol: str) -> AgendaItem | None:
        """The agenda item with that symbol, or None."""
        return next((item for item in self.items if item.symbol == symbol), None)

    def delegation(self, delegation_id: str) -> Delegation | None:
        """The delegation with that id, or None."""
        return next((one for one in self.delegations if one.id == delegation_id), None)

    def list_of(self, item: str, body: Body) -> SpeakersList:
        """The list of an item in a body; a new, empty one if nobody was ever inscribed on it."""
        for speakers in self.lists:
            if speakers.item == item and speakers.body is body:
                return speakers
        return empty_list(item, body)

    @property
    def current_list(self) -> SpeakersList | None:
        """The list of the current item in the body that sits."""
        return self.list_of(self.item, self.body) if self.item else None

    def with_list(self, speakers: SpeakersList) -> Conference:
        """The conference with one list replaced or added."""
        if not any(one.item == speakers.item and one.body is speakers.body for one in self.lists):
            return replace(self, lists=(*self.lists, speakers))
        lists = tuple(
            speakers if one.item == speakers.item and one.body is speakers.body else one
            for one in self.lists
        )
        return replace(self, lists=lists)

    def with_item(self, item: AgendaItem) -> Conference:
        """The conference with one agenda item replaced."""
        items = tuple(item if one.symbol == item.symbol else one for one in self.items)
        return replace(self, items=items)

    def document_numbered(self, number: int) -> Document | None:
        """The document of that number, or None."""
        return next((one for one in self.documents if one.number == number), None)

    def with_document(self, document: Document) -> Conference:
        """The conference with the document of that number replaced."""
        documents = tuple(
            document if one.number == document.number else one for one in self.documents
        )
        return replace(self, documents=documents)

    def find_entry(self, entry_id: int) -> tuple[SpeakersList, Entry] | None:
        """The waiting entry of that number and the list it stands on, or None."""
        for speakers in self.lists:
            if (entry := speakers.find(entry_id)) is not None:
                return speakers, entry
        return None


def empty_list(item: str, body: Body) -> SpeakersList:
    """A list on which nobody is inscribed, without times."""
    return SpeakersList(
        item, body, (TierQueue(Tier.STATES), TierQueue(Tier.IGOS), TierQueue(Tier.NGOS))
    )
