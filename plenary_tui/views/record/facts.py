"""The record as data: what was said and decided, when, and by whom, as of a row of the journal.

Nothing private is in it: no call to order, no note, no reason of an override, no absence and no
move on the list. Moments are UTC. Lengths are whole seconds, as the clock showed them, so that
they come to the sums of any form. What does not apply is null.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    Explanation,
    FloorKind,
    Language,
    Majority,
    MotionKind,
    Outcome,
    ParticipantClass,
    Tier,
)
from plenary_tui.views.public.drafts import VotersView, voters_view
from plenary_tui.views.public.view import View
from plenary_tui.views.record.passing import Passage
from plenary_tui.views.record.sittings import Became


class Made(View):
    """Of what the record is made, as its foot says.

    Attributes:
        row, hash: the last row of the journal that was read, and its hash.
        at: when that row was written.
        version: of the program.
        command: what makes it again, without database and target.
    """

    row: int
    hash: str
    at: datetime
    version: str
    command: str


class Time(View):
    """A stretch of time; `ended_at` is null while it goes on."""

    begun_at: datetime
    ended_at: datetime | None
    reason: str | None = None


class PersonFacts(View):
    """Who presides, or speaks for no delegation, as far as that is known."""

    speaker: str | None
    function: str | None


class ItemFacts(View):
    """What a meeting did with an item.

    Attributes:
        concluded: whether this meeting concluded it.
        secretariat_by: who introduced it, if that is known.
        over: whether an earlier one had concluded it, and it was not opened again.
    """

    symbol: str
    title: str
    secretariat: bool
    concluded: bool
    secretariat_by: PersonFacts | None = None
    over: bool = False


class MeetingFacts(View):
    """A meeting.

    Attributes:
        presided: the President, by name.
        chairs: who was recorded as presiding, one after another: the President has no function
            here; empty if nobody was, so that the President is assumed.
        within: the number of the plenary meeting that was suspended for it; null for a plenary one.
        reports: what the Committee of the Whole reported to it.
        present: how many parties were counted as present last.
    """

    number: int
    body: Body
    title: str
    opened_at: datetime
    ended_at: datetime | None
    ends_at: datetime | None
    presided: str | None
    within: int | None
    suspended: tuple[Time, ...]
    on_air: tuple[Time, ...]
    items: tuple[ItemFacts, ...]
    reports: tuple[str, ...]
    present: int | None
    chairs: tuple[PersonFacts, ...] = ()


class StatementFacts(View):
    """A statement as delivered; `row` is that of its end in the journal.

    Attributes:
        delegation, code: null for the President, the Secretariat and others without a delegation.
        role: what these are called: `Vice-President`, `Rapporteur`, `Guest`.
        spoken: the name as it is said, with its article.
        timed: whether its clock ran; where it did not, it began with the call, for all that is
            known, and has no length.
        round: which reply of that delegation on the item at the meeting it was; null for others.
        aligned: who aligned itself with it, by name.
    """

    row: int
    kind: FloorKind
    meeting: int
    body: Body
    item: str | None
    delegation: str | None
    code: str | None
    spoken: str
    tier: Tier | None
    participant: ParticipantClass | None
    group: str | None
    speaker: str | None
    function: str | None
    on_behalf_of: str | None
    language: Language | None
    delivery: Delivery | None
    called_at: datetime
    started_at: datetime
    ended_at: datetime
    timed: bool
    length: float
    limit: float | None
    overrun: float
    changeover: float
    round: int | None
    aligned: tuple[str, ...]
    role: str | None = None
    explains: Explanation | None = None


class Votes(View):
    """The numbers of a vote; `by_name` is null where it was not recorded who voted how."""

    in_favour: int
    against: int
    abstaining: int
    by_name: VotersView | None = None


class CorrectionFacts(View):
    """What was corrected after the event; `row` is that of the correction in the journal.

    Attributes:
        what: `statement` or `vote`.
        of: whose statement, or on which draft, motion or appeal the vote was.
        began_at: of the statement, or when the action was taken.
        field: what of it.
        was, now: as recorded before and since; "" for nothing.
        by, motion: who moved which motion, or who appealed; null for any other vote.
        whose: who voted otherwise; null for the numbers of a vote, and for a statement.
    """

    row: int
    at: datetime
    meeting: int
    body: Body
    item: str | None
    what: Literal["statement", "vote"]
    of: str
    began_at: datetime
    field: str
    was: str
    now: str
    by: str | None = None
    motion: MotionKind | None = None
    whose: str | None = None


class PointFacts(View):
    """A point of order; `ruling` is null while it waits, or where it was withdrawn.

    `appeal_spoken`: who appealed, as it is said with its article.
    """

    row: int
    meeting: int
    body: Body
    item: str | None
    raised_at: datetime
    delegation: str | None
    ruling: str | None
    withdrawn: bool
    appeal_by: str | None
    appeal_vote: Votes | None
    overturned: bool | None
    appeal_spoken: str | None = None


class MotionFacts(View):
    """A motion; `outcome` is null while it waits."""

    row: int
    meeting: int
    body: Body
    item: str | None
    moved_at: datetime
    motion: MotionKind
    delegation: str
    spoken: str
    outcome: Became | None
    vote: Votes | None


class DraftFacts(View):
    """A draft that was brought before a meeting."""

    row: int
    meeting: int
    body: Body
    item: str
    at: datetime
    label: str
    title: str
    kind: str
    sponsors: tuple[str, ...]


class DecisionFacts(View):
    """The action that was taken on a draft; `vote` is null where there was none."""

    row: int
    meeting: int
    body: Body
    item: str | None
    at: datetime
    label: str
    title: str
    kind: str
    sponsors: tuple[str, ...]
    tabled_by_chairs: bool
    outcome: Outcome
    orally_revised: bool
    vote: Votes | None
    majority: Majority | None
    remark: str | None
    languages_missing: tuple[Language, ...]


class WaitingFacts(View):
    """How many wait on the list of an item and were not heard, as of the row."""

    item: str
    body: Body
    tier: Tier
    count: int


class AttendanceFacts(View):
    """Who was registered, by class; the journal knows registration, not presence."""

    participant: ParticipantClass
    names: tuple[str, ...]


class ConferenceRecord(View):
    """The whole of it.

    Attributes:
        scope: what is recorded, in words.
        unstarted: delegations that were called and whose clock never ran; they count as not heard.
        attendance: of the whole conference only.
        passages: how lists went against the clock; for the statistics alone.
    """

    conference: str
    title: str
    place: str
    timezone: str
    rehearsal: bool
    scope: str
    only_item: str | None
    made: Made
    meetings: tuple[MeetingFacts, ...]
    statements: tuple[StatementFacts, ...]
    unstarted: tuple[str, ...]
    points: tuple[PointFacts, ...]
    motions: tuple[MotionFacts, ...]
    drafts: tuple[DraftFacts, ...]
    decisions: tuple[DecisionFacts, ...]
    documents: tuple[tuple[str, str, str], ...]
    not_heard: tuple[WaitingFacts, ...]
    attendance: tuple[AttendanceFacts, ...]
    corrections: tuple[CorrectionFacts, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def raised(self) -> list[MotionFacts | PointFacts]:
        """The motions and the points of order, in the order of the journal."""
        found: list[MotionFacts | PointFacts] = [*self.motions, *self.points]
        return sorted(found, key=lambda one: one.row)

    def plain(self) -> dict[str, Any]:
        """It as the values of JSON, without what is for the statistics alone."""
        said = super().plain()
        del said["passages"]
        return said


def votes(conference: Conference, tally: Tally | None) -> Votes | None:
    """The numbers of a vote, and who voted how if that is known; None where there was none."""
    if tally is None:
        return None
    return Votes(
        in_favour=tally.in_favour,
        against=tally.against,
        abstaining=tally.abstaining,
        by_name=voters_view(conference, tally),
    )
