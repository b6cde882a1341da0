"""The state of a conference: frozen all the way down, changed only by events.

Nothing here decides anything. `old is new` therefore says that nothing changed, and any part may be
kept by whoever shows it. Times are aware UTC, durations `timedelta`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from plenary_tui.procedure.state.business import (
    AgendaItem,
    Document,
    PlannedMeeting,
    SideEvent,
    TakenFile,
)
from plenary_tui.procedure.state.chamber import (
    Floor,
    FrozenPlenary,
    Meeting,
    Note,
    Person,
    Statement,
)
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.growing import Growing
from plenary_tui.procedure.state.participants import Delegation
from plenary_tui.procedure.state.policies import (
    QUORUM_BASES,
    REPLY_LIMITS,
    Policies,
    QuorumBases,
    TimeLimit,
)
from plenary_tui.procedure.state.proceedings import (
    NO_MOMENTS,
    Alignment,
    Alone,
    Decision,
    Moments,
    Motion,
    MotionOutcome,
    PointOfOrder,
    Presence,
    ReplyRequest,
    Ruling,
)
from plenary_tui.procedure.state.queues import Entry, SpeakersList, TierQueue, empty_list
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus

__all__ = [
    "AgendaItem",
    "Alone",
    "Conference",
    "Delegation",
    "Document",
    "Entry",
    "Floor",
    "FrozenPlenary",
    "Meeting",
    "Note",
    "Person",
    "PlannedMeeting",
    "Policies",
    "SideEvent",
    "SpeakersList",
    "Statement",
    "TakenFile",
    "TierQueue",
    "TimeLimit",
    "empty_list",
]
"""The parts of the state too, so that whoever handles a conference finds them in one place."""


class Conference(Value):
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
        taken: files that were taken over, oldest first.
        moments: when what the state does not date was last done.
        alone: what podiums recorded alone while others were in charge, by number.
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
    statements: Growing[Statement] = Growing()
    notes: Growing[Note] = Growing()
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
    taken: tuple[TakenFile, ...] = ()
    alone: tuple[Alone, ...] = ()
    seq: int = 0
    last_at: datetime | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Conference) and Value.__eq__(_anywhere(self), _anywhere(other))

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def body(self) -> Body:
        """The body that sits; the plenary unless the Committee of the Whole was convened."""
        return Body.PLENARY if self.plenary is None else Body.COMMITTEE

    @property
    def sitting(self) -> Meeting | None:
        """The meeting that is open, in session or suspended; None if none is."""
        return self.meeting if self.meeting is not None and self.meeting.is_open else None

    @property
    def in_session(self) -> bool:
        """Whether a meeting is open and not suspended."""
        return self.meeting is not None and self.meeting.status is MeetingStatus.IN_SESSION

    @property
    def suspended(self) -> bool:
        """Whether the meeting that is open is suspended, so that nothing goes on in it."""
        return self.meeting is not None and self.meeting.status is MeetingStatus.SUSPENDED

    @property
    def ends_at(self) -> datetime | None:
        """When the meeting that is open is to end, though that be past; None if none is known.

        Interpretation ends then (rule 32). Nothing is said of a meeting that was adjourned.
        """
        return self.sitting.ends_at if self.sitting is not None else None

    def sitting_of(self, body: Body) -> Meeting | None:
        """The meeting of a body that is open; None if none is.

        The plenary's stays open while it stands still for the Committee of the Whole.
        """
        frozen = self.plenary.meeting if self.plenary is not None else None
        open_now = (meeting for meeting in (frozen, self.sitting) if meeting is not None)
        return next((meeting for meeting in open_now if meeting.body is body), None)

    def held(self, body: Body) -> tuple[Meeting, ...]:
        """The meetings of a body that were held and are over, oldest first."""
        return tuple(meeting for meeting in self.meetings if meeting.body is body)

    def opened(self, body: Body) -> tuple[Meeting, ...]:
        """The meetings of a body that were opened, oldest first: those held, and the open one."""
        sitting = self.sitting_of(body)
        return (*self.held(body), sitting) if sitting is not None else self.held(body)

    def last_number(self, body: Body) -> int:
        """The highest number of a meeting of a body that was opened; 0 before the first."""
        return max((meeting.number for meeting in self.opened(body)), default=0)

    def planned(self, number: int) -> PlannedMeeting | None:
        """The plenary meeting of the programme with that number, or None."""
        return next((planned for planned in self.programme if planned.number == number), None)

    def planned_left(self, body: Body) -> tuple[PlannedMeeting, ...]:
        """The planned meetings of a body that were not opened; none is planned for the Committee.

        They stand in the order of the programme.
        """
        if body is not Body.PLENARY:
            return ()
        opened = {meeting.number for meeting in self.opened(body)}
        return tuple(planned for planned in self.programme if planned.number not in opened)

    def planned_next(self, body: Body) -> tuple[PlannedMeeting, ...]:
        """The planned meetings of a body that come after all that were opened, in their order.

        One that was passed over is left (`planned_left`), but is not among them.
        """
        last = self.last_number(body)
        return tuple(planned for planned in self.planned_left(body) if planned.number > last)

    @property
    def last_statement(self) -> Statement | None:
        """The last statement of the meeting that sits or sat last.

        None if it has heard none, or the other body has heard one since.
        """
        meeting, last = self.meeting, self.statements[-1] if self.statements else None
        if meeting is None or last is None:
            return None
        return last if (last.meeting, last.body) == (meeting.number, meeting.body) else None

    @property
    def in_no_order(self) -> Conference:
        """The state without the order of those who wait, nor of the journal."""
        return replace(_anywhere(self), lists=tuple(one.in_no_order for one in self.lists))

    def statements_on(self, speakers: SpeakersList) -> tuple[Statement, ...]:
        """The statements heard from a list, oldest first; no reply and no other speech."""
        return tuple(
            statement
            for statement in self.statements
            if statement.entry is not None
            and (statement.item, statement.body) == (speakers.item, speakers.body)
        )

    def turned(self, at: datetime) -> Conference:
        """The conference, which turned to something else at that moment."""
        return replace(self, moments=replace(self.moments, turned=at))

    @property
    def current_item(self) -> AgendaItem | None:
        """The agenda item before the meeting, or None."""
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
        which = speakers.item, speakers.body
        if not any((old.item, old.body) == which for old in self.lists):
            return replace(self, lists=(*self.lists, speakers))
        lists = tuple(speakers if (old.item, old.body) == which else old for old in self.lists)
        return replace(self, lists=lists)

    def with_item(self, item: AgendaItem) -> Conference:
        """The conference with one agenda item replaced."""
        items = tuple(item if one.symbol == item.symbol else one for one in self.items)
        return replace(self, items=items)

    def document_numbered(self, number: int) -> Document | None:
        """The document of that number, or None."""
        return next((document for document in self.documents if document.number == number), None)

    def with_document(self, document: Document) -> Conference:
        """The conference with the document of that number replaced."""
        put = (document if one.number == document.number else one for one in self.documents)
        return replace(self, documents=tuple(put))

    def find_entry(self, entry_id: int) -> tuple[SpeakersList, Entry] | None:
        """The waiting entry of that number and the list it stands on, or None."""
        for speakers in self.lists:
            if (entry := speakers.find(entry_id)) is not None:
                return speakers, entry
        return None

    @property
    def entry_with_floor(self) -> Entry | None:
        """The entry that has the floor and waits no more; None for nobody, a reply, a role."""
        return self.floor.entry if self.floor is not None else None

    def listed(self, entry_id: int) -> bool:
        """Whether the entry of that number waits on a list."""
        return self.find_entry(entry_id) is not None

    def has_floor(self, entry_id: int) -> bool:
        """Whether the entry of that number has the floor."""
        return self.entry_with_floor is not None and self.entry_with_floor.id == entry_id

    def entry_numbered(self, entry_id: int) -> Entry | None:
        """The entry of that number, be it with the floor, waiting, or heard; None if none is."""
        if self.has_floor(entry_id):
            return self.entry_with_floor
        if (found := self.find_entry(entry_id)) is not None:
            return found[1]
        heard = (statement.entry for statement in self.statements)
        return next((entry for entry in heard if entry is not None and entry.id == entry_id), None)


def _anywhere(conference: Conference) -> Conference:
    return replace(conference, seq=0, last_at=None)
