"""The time in which a list can be heard: what is left of this meeting, and the item's later ones.

Speaking takes working time; the calendar has breaks. Working time is counted in seconds from the
first moment in which anybody can speak, and no moment of it falls in a break (rule 32).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate

from plenary_tui.procedure.conference import Conference, SpeakersList
from plenary_tui.procedure.vocabulary import Body, MeetingStatus

UNENDING = datetime.max.replace(tzinfo=UTC)
"""The end of a meeting for which no end is known."""


@dataclass(frozen=True)
class Sitting:
    """A stretch of a meeting in which a list can be heard, from `starts` up to `ends` (UTC)."""

    number: int
    starts: datetime
    ends: datetime

    @property
    def seconds(self) -> float:
        return max(0.0, (self.ends - self.starts).total_seconds())


@dataclass(frozen=True)
class Sittings:
    """The sittings left for a list, in the order of time.

    Attributes:
        sits: whether the first is of the meeting that sits or is suspended.
    """

    left: tuple[Sitting, ...]
    sits: bool = False

    @cached_property
    def _ends(self) -> tuple[float, ...]:
        return tuple(accumulate(one.seconds for one in self.left))

    @property
    def this(self) -> Sitting | None:
        """The meeting that sits, else the next of the item; None if none is left."""
        return self.left[0] if self.left else None

    def place(self, worked: float) -> tuple[int, datetime] | None:
        """The sitting (from 0) and the moment after so much working time; None past the last."""
        which = bisect_right(self._ends, worked)
        if which == len(self.left):
            return None
        before = self._ends[which - 1] if which else 0.0
        return which, self.left[which].starts + timedelta(seconds=worked - before)

    def worked(self, moment: datetime) -> float:
        """The working time up to a moment, in seconds."""
        return sum(
            max(0.0, (min(moment, one.ends) - one.starts).total_seconds()) for one in self.left
        )


def sittings_left(conference: Conference, speakers: SpeakersList, now: datetime) -> Sittings:
    """What is left for a list: of the meeting, from now, and of the meetings planned for its item.

    A suspended meeting counts from now, as nobody knows when it is resumed. The Committee of the
    Whole has no meetings planned for it.
    """
    meeting = conference.meeting
    sits = meeting is not None and meeting.status in (
        MeetingStatus.IN_SESSION,
        MeetingStatus.SUSPENDED,
    )
    left: list[Sitting] = []
    if sits and meeting is not None:
        ends = meeting.ends_at or UNENDING
        left.append(Sitting(meeting.number, now, max(now, ends)))
    if speakers.body is not Body.PLENARY:
        return Sittings(tuple(left), sits)
    over = {one.number for one in conference.meetings if one.body is Body.PLENARY}
    from_then = left[0].ends if left else now
    for planned in conference.programme:
        mine = speakers.item in planned.items or planned.number == speakers.carried_to
        held = planned.number in over or (left and planned.number == left[0].number)
        if not mine or held or planned.ends <= from_then:
            continue
        starts = max(planned.starts, from_then)
        left.append(Sitting(planned.number, starts, planned.ends))
        from_then = planned.ends
    return Sittings(tuple(left), sits)
