"""What goes on in the chamber, as frozen state: the meeting, the floor, statements, notes."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.queues import Entry
from plenary_tui.procedure.state.timing import UNSTARTED, ZERO, Instant, StatementClock, whole
from plenary_tui.procedure.state.vocabulary import (
    Body,
    FloorKind,
    Ground,
    Language,
    MeetingStatus,
    Phase,
)


class Person(Value):
    """Whoever presides, or speaks without an entry on a list, as far as that is known.

    Attributes:
        speaker: the name.
        address: Mr. or Ms., as the office gives it.
        language: of delivery.
    """

    speaker: str = ""
    function: str = ""
    address: str = ""
    language: Language | None = None


NOBODY = Person()
"""Of whom nothing is known."""


class Meeting(Value):
    """One sitting of the plenary or of the Committee of the Whole.

    `on_air_before` keeps, while it is suspended, whether it was on air; `since` is when it was last
    suspended or resumed; `resumes_at` until when it is suspended, if that was said (UTC);
    `presiding` who is in the chair as recorded, nobody by name for the President.
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
    resumes_at: datetime | None = None
    presiding: Person | None = None

    @property
    def is_open(self) -> bool:
        """Whether it sits, in session or suspended."""
        return self.status in (MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED)


class Floor(Value):
    """Who has the floor, from the call on.

    Attributes:
        delegation: who replies, for a reply has no entry; "" otherwise.
        entry: the entry called; None for the President and the Secretariat.
        limit: the allotted time; None where there is none.
        out_of_order: why the call was out of order; "" if it was not.
        reminder: the last of the calls to order.
        person: who speaks, where there is no entry that says it.
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
    person: Person = NOBODY

    @property
    def whose(self) -> str:
        """The id of the delegation that has it; "" for the President and the Secretariat."""
        return self.entry.delegation if self.entry is not None else self.delegation

    @property
    def phase(self) -> Phase:
        """Whether the statement is called, runs or is paused."""
        return self.clock.phase


class Statement(Value):
    """A statement that has ended.

    Attributes:
        changeover: from the call to the speaker's start.
        elapsed: time spoken.
        delegation: who replied; "" for all but a reply.
        person: who spoke, where there is no entry that says it.
        corrections: what was recorded before, oldest first.
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
    person: Person = NOBODY
    corrections: tuple[StatementCorrection, ...] = ()

    @property
    def whose(self) -> str:
        """The id of the delegation that made it; "" for who speaks for none."""
        return self.entry.delegation if self.entry is not None else self.delegation

    @property
    def overrun(self) -> timedelta:
        """Whole seconds spoken past the limit: less than one, which no clock shows, is none."""
        return whole(max(ZERO, self.elapsed - self.limit)) if self.limit is not None else ZERO

    @property
    def spoken(self) -> timedelta:
        """Whole seconds spoken."""
        return whole(self.elapsed)

    @property
    def planned(self) -> timedelta:
        """Whole seconds that it was to take; without a limit what it took."""
        return whole(self.limit) if self.limit is not None else self.spoken


class StatementCorrection(Value):
    """Who was recorded as having made a statement, before that was corrected, and why it was."""

    at: datetime
    entry: Entry | None
    delegation: str
    person: Person
    reason: str = ""


class Note(Value):
    """A private note of the officer; about an entry, or about the meeting."""

    at: datetime
    text: str
    entry: int | None = None


class FrozenPlenary(Value):
    """The plenary as it was when it was suspended for the Committee of the Whole."""

    meeting: Meeting
    item: str | None
    floor: Floor | None
    on_air: bool


class Reminder(Value):
    """The last call to order of a statement."""

    ground: Ground
    at: Instant
