"""What happens beside the lists of speakers, as frozen state: points of order, replies, votes."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Became,
    Body,
    Majority,
    MotionKind,
    Outcome,
    Side,
)


class Tally(Value):
    """A vote: how many were in favour, against, and abstained.

    Attributes:
        names_for, names_against, names_abstaining: who they were, by id, where it was recorded.
    """

    in_favour: int = 0
    against: int = 0
    abstaining: int = 0
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstaining: tuple[str, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether it is known who voted how."""
        return any(self.by_name)

    @property
    def by_name(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Who voted for it, who against, who abstained, by id; nobody where that is not known."""
        return self.names_for, self.names_against, self.names_abstaining

    @property
    def voting(self) -> int:
        """How many count as present and voting: abstentions do not (rule 34)."""
        return self.in_favour + self.against

    @property
    def carried(self) -> bool:
        """Whether a simple majority of those voting was in favour; a tie is a rejection."""
        return self.in_favour > self.against

    def needed(self, majority: Majority) -> int:
        """How many must be in favour; an equal division is less than a simple majority."""
        match majority:
            case Majority.TWO_THIRDS:
                return (2 * self.voting + 2) // 3
            case Majority.SIMPLE:
                return self.voting // 2 + 1
            case _:
                assert_never(majority)

    def reaches(self, majority: Majority) -> bool:
        """Whether so many of those voting were in favour."""
        return self.voting > 0 and self.in_favour >= self.needed(majority)

    def __str__(self) -> str:
        return f"{self.in_favour} in favour, {self.against} against, {self.abstaining} abstaining"


class Moments(Value):
    """When something was last done of which nothing else in the state tells the time; UTC.

    Attributes:
        turned: an item was taken up or came to a stage, or one who was called was absent.
        limit_set: the time limit was decided.
        reported: the Committee of the Whole reported.
    """

    turned: datetime | None = None
    limit_set: datetime | None = None
    reported: datetime | None = None


NO_MOMENTS = Moments()
"""Before anything was done."""


class Appeal(Value):
    """An appeal against a ruling, by a delegation, and the vote on the appeal."""

    delegation: str
    vote: Tally

    @property
    def overturns(self) -> bool:
        """Whether the ruling falls; it stands unless a majority of those voting is against it."""
        return self.vote.carried


class PointOfOrder(Value):
    """A point of order that waits for its ruling.

    Attributes:
        number: its number, from 1, in order of receipt.
        body: the body before which it was raised.
        interrupted: whether a statement was going on, which goes on after the last ruling.
        meeting, item: at which meeting, and under which item; None between items.
    """

    number: int
    delegation: str
    body: Body
    raised_at: Instant
    interrupted: bool = False
    meeting: int = 0
    item: str | None = None


class TallyCorrection(Value):
    """What was recorded of a vote that only its numbers decide, before it was corrected."""

    at: datetime
    was: Tally
    reason: str = ""


class Ruling(Value):
    """A point of order that was decided; `corrections` of the vote on an appeal, oldest first."""

    point: PointOfOrder
    ruling: str
    ruled_at: datetime
    appeal: Appeal | None = None
    corrections: tuple[TallyCorrection, ...] = ()


class ReplyRequest(Value):
    """A request for the right of reply that waits to be granted.

    Attributes:
        body: the body before which it was made.
        to: to whom it replies; "" if that was not said.
    """

    delegation: str
    body: Body
    requested_at: datetime
    to: str = ""


class Alignment(Value):
    """A delegation that aligned itself with the statement of an entry, made for a group."""

    entry: int
    delegation: str
    at: datetime


class Motion(Value):
    """A procedural motion that waits for its outcome.

    Attributes:
        number: its number, from 1, in order of receipt.
        body: the body before which it was moved.
        item: the item whose debate it is about; None for a motion about the meeting.
        speakers: who spoke on it and on which side, in order.
        meeting: the number of the meeting at which it was moved.
    """

    number: int
    motion: MotionKind
    delegation: str
    body: Body
    moved_at: datetime
    item: str | None = None
    speakers: tuple[tuple[str, Side], ...] = ()
    meeting: int = 0

    def heard(self, side: Side) -> int:
        """How many have spoken on that side."""
        return sum(one is side for _, one in self.speakers)

    def __str__(self) -> str:
        return f"{self.motion} on item {self.item}" if self.item else self.motion.value


class MotionOutcome(Value):
    """A motion that was decided; `vote` is None where nobody objected.

    `corrections` has what was recorded of the vote before, oldest first.
    """

    motion: Motion
    carried: bool
    decided_at: datetime
    vote: Tally | None = None
    corrections: tuple[TallyCorrection, ...] = ()


class Presence(Value):
    """How many parties were counted as present.

    `sittings` is how many sittings had ended by then: the count holds until another one does.
    """

    present: int
    counted_at: datetime
    sittings: int


class VoteCorrection(Value):
    """What was recorded of a vote before it was corrected, and why it was."""

    at: datetime
    was: Tally
    outcome: Outcome
    reason: str = ""


class Decision(Value):
    """The action a body took on a draft.

    Attributes:
        document: the number of the draft, and `revision` which text of it.
        item: the agenda item under which it was taken.
        vote, majority: None where it was taken without a vote.
        remark: why it was deferred or withdrawn.
        corrections: what was recorded of its vote before, oldest first.
    """

    document: int
    outcome: Outcome
    body: Body
    decided_at: datetime
    meeting: int
    item: str | None = None
    revision: int = 0
    vote: Tally | None = None
    majority: Majority | None = None
    orally_revised: bool = False
    remark: str = ""
    corrections: tuple[VoteCorrection, ...] = ()


class Alone(Value):
    """An act that a podium recorded alone while another was in charge: it is in no other order.

    Attributes:
        number: by which it is named, from 1.
        station: who did it, and `at` when, by that podium's clock.
        what: what it did, in words.
        row: the hash of its first record, which tells it from any other.
        podium: the one that was thought to be in charge, and recorded it; "" if nobody knows.
        act: what would do it again, and `fields` what it is given, as JSON; "" where no key does.
    """

    number: int
    station: str
    at: datetime
    what: str
    row: str
    act: str = ""
    fields: str = ""
    podium: str = ""
    became: Became = Became.OPEN

    @property
    def recorded_by(self) -> str:
        """The podium that recorded it, else who did it."""
        return self.podium or self.station
