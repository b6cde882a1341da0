"""What the President does while a meeting sits: the next act that takes the meeting on."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.floor.giving import EndStatement, GiveFloor
from plenary_tui.procedure.floor.points import RulePoint
from plenary_tui.procedure.floor.replies import (
    END_OF_DAY,
    GrantReply,
    day_is_ending,
    grant_due,
    waiting_replies,
)
from plenary_tui.procedure.floor.statement import CallToOrder, ResumeClock, StartClock
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.meetings.agenda import (
    ConcludeItem,
    IntroduceItem,
    OpenFloor,
    SecretariatStatement,
    TakeUpItem,
    next_item,
)
from plenary_tui.procedure.meetings.committee import RiseCommittee
from plenary_tui.procedure.meetings.meeting import AdjournMeeting, SuspendMeeting
from plenary_tui.procedure.speakers.absence import MarkAbsent
from plenary_tui.procedure.speakers.carry_over import CarryOver
from plenary_tui.procedure.speakers.inscription import Withdraw
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Floor, Meeting
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ItemKind, Phase, Stage
from plenary_tui.rehearsal.room.dice import Dice
from plenary_tui.rehearsal.room.habits import Habits
from plenary_tui.rehearsal.room.speaking import CALLING, INTRODUCTION, Speakers
from plenary_tui.rehearsal.room.suspension import planned_suspension
from plenary_tui.rehearsal.room.wish import Wish, later, seconds_after

LAST_CALL = 60.0
"""Nobody is called later than so many seconds before the end of the meeting."""
BEAT = 4.0
"""Between two acts of the President, in seconds."""
QUIET = 120.0
"""An item is concluded when for so many seconds nobody asks for the floor."""
ATTEMPTS = 3
"""Who was absent so often is called no more."""
RULINGS = (
    "The remark is noted; the statement goes on",
    "The point is well taken; speakers keep to the item",
    "It was no point of order; the statement goes on",
)


class Presiding:
    """How a President of certain habits leads a meeting that is in session.

    `hands_off` is for how many seconds a clock stopped by hand is left alone.
    """

    def __init__(self, habits: Habits, dice: Dice, hands_off: float) -> None:
        self.habits, self.dice, self.hands_off = habits, dice, hands_off
        self.speakers = Speakers(habits, dice)

    def wish(self, conference: Conference, meeting: Meeting, at: Instant) -> Wish | None:
        """The next act in a meeting in session; None if none is the room's to do."""
        for point in pending_points(conference):
            length = self.dice.around(45.0, 20.0, "ruling", point.number)
            ruling = self.dice.about("ruled", point.number).choice(RULINGS)
            return _after(at, seconds_after(point.raised_at, length, at), RulePoint(ruling=ruling))
        if pending_motions(conference):
            return None
        if conference.floor is not None:
            return self._of_floor(conference, conference.floor, at)
        wish = self._of_free_floor(conference, meeting, at)
        if meeting.ends_at is None:
            return wish
        left = (meeting.ends_at - at.utc).total_seconds()
        if wish is None:
            return _after(at, left, _end(conference)) if conference.plenary or left > 0 else None
        if (meeting.ends_at - wish.at.utc).total_seconds() > LAST_CALL:
            return wish
        beat = _since_last(conference, BEAT, at)
        return _after(at, max(beat, left - LAST_CALL), _end(conference))

    def _of_floor(self, conference: Conference, floor: Floor, at: Instant) -> Wish | None:
        """What comes next for whoever has the floor."""
        speakers = self.speakers
        if floor.phase is Phase.PAUSED:
            stopped = floor.clock.spans[-1].ended or at
            left = seconds_after(stopped, self.hands_off, at)
            return _after(at, max(left, _since_last(conference, BEAT, at)), ResumeClock())
        if floor.phase is Phase.CALLED:
            if floor.kind is FloorKind.STATEMENT and floor.entry is not None:
                if speakers.is_absent(floor.entry):
                    looked_for = speakers.looked_for(floor.entry)
                    return _after(at, seconds_after(floor.called_at, looked_for, at), MarkAbsent())
                way = speakers.changeover(floor.entry) * (1 - CALLING)
            else:
                way = BEAT
            return _after(at, seconds_after(floor.called_at, way, at), StartClock())
        begun = floor.clock.started or at
        elapsed = floor.clock.elapsed(at).total_seconds()
        left = speakers.length(conference, floor, begun) - elapsed
        if floor.limit is not None and not floor.calls_to_order:
            to_order = floor.limit.total_seconds() + self.habits.patience - elapsed
            if to_order < left and speakers.is_called_to_order(floor):
                return _after(at, to_order, CallToOrder())
        return _after(at, left, EndStatement())

    def _of_free_floor(self, conference: Conference, meeting: Meeting, at: Instant) -> Wish | None:
        """What comes next while nobody has the floor."""
        beat = _since_last(conference, BEAT, at)
        if conference.body is Body.PLENARY:
            plan = planned_suspension(self.habits, self.dice, meeting)
            if plan is not None and plan.begins <= at.utc < plan.begins_by:
                return _after(at, beat, SuspendMeeting(reason=plan.reason))
            if self._speaks_first(conference, meeting):
                return _after(at, beat, GiveFloor(to=FloorKind.PRESIDENT))
        item = conference.current_item
        if item is None or item.stage_in(conference.body).over:
            return self._of_agenda(conference, at)
        stage = item.stage_in(conference.body)
        if stage is not Stage.FLOOR_OPEN:
            return _after(at, *self._towards_open_floor(conference, item, stage, at))
        return self._of_list(conference, meeting, at)

    def _of_agenda(self, conference: Conference, at: Instant) -> Wish | None:
        """The next item; where none is left for the meeting, its end; None in the committee."""
        if grant_due(conference):
            return _after(at, _since_last(conference, BEAT, at), GrantReply())
        if conference.body is Body.COMMITTEE:
            return None
        item = next_item(conference)
        command: Command = TakeUpItem(item=item.symbol) if item else AdjournMeeting()
        return _after(at, _since_last(conference, 3 * BEAT, at), command)

    def _towards_open_floor(
        self, conference: Conference, item: AgendaItem, stage: Stage, at: Instant
    ) -> tuple[float, Command]:
        """In how many seconds which act brings the item nearer to an open floor (rule 21)."""
        introduced = self.dice.around(INTRODUCTION, 30.0, "introduction", item.symbol)
        if item.kind is ItemKind.PROCEDURAL:
            return _since_last(conference, introduced, at), ConcludeItem()
        beat = _since_last(conference, BEAT, at)
        if item.kind is ItemKind.GENERAL_DISCUSSION or stage is Stage.SECRETARIAT:
            return beat, OpenFloor()
        if stage is Stage.NOT_TAKEN_UP:
            return _since_last(conference, introduced, at), IntroduceItem()
        heard = any(
            one.kind is FloorKind.SECRETARIAT
            and (one.item, one.body) == (item.symbol, conference.body)
            for one in conference.statements
        )
        return beat, SecretariatStatement() if heard else GiveFloor(to=FloorKind.SECRETARIAT)

    def _of_list(self, conference: Conference, meeting: Meeting, at: Instant) -> Wish | None:
        """The next on the list, or to reply; once all are heard, the item is concluded."""
        due = next_entry(conference, at)
        beat = _since_last(conference, BEAT, at)
        if grant_due(conference) or self._replies_come_first(conference, meeting, at):
            return _after(at, beat, GrantReply())
        if due is None:
            quiet = max(
                [_since_last(conference, QUIET, at), *self._since_spoken(conference, QUIET, at)]
            )
            return _after(at, quiet, ConcludeItem())
        if due.absences >= ATTEMPTS:
            return _after(at, beat, Withdraw(entry=f"#{due.id}", reason="absent when called"))
        calling = self.speakers.changeover(due) * CALLING
        return _after(at, _since_last(conference, calling, at), GiveFloor())

    def _since_spoken(self, conference: Conference, seconds: float, at: Instant) -> list[float]:
        """Until so many seconds after the last statement; nothing before the first."""
        return [seconds_after(one.ended_at, seconds, at) for one in conference.statements[-1:]]

    def _speaks_first(self, conference: Conference, meeting: Meeting) -> bool:
        """Whether the President still says something to open the meeting."""
        if not self.dice.happens(self.habits.remarks, "remarks", meeting.number):
            return False
        return not any(
            one.meeting == meeting.number and one.body is Body.PLENARY
            for one in reversed(conference.statements)
        )

    def _replies_come_first(self, conference: Conference, meeting: Meeting, at: Instant) -> bool:
        """Whether those who wait to reply need what is left of the day."""
        waiting = len(waiting_replies(conference))
        if not waiting or meeting.ends_at is None or not day_is_ending(conference, at):
            return False
        first = conference.reply_limits[0].total_seconds() * self.habits.reply_share
        needed = timedelta(seconds=waiting * (first + self.habits.changeover) + LAST_CALL)
        return meeting.ends_at - at.utc <= min(END_OF_DAY, needed)


def _after(at: Instant, seconds: float, command: Command) -> Wish:
    return Wish(command, later(at, seconds))


def _since_last(conference: Conference, seconds: float, at: Instant) -> float:
    """Until so many seconds after the last act."""
    return seconds_after(conference.last_at, seconds, at) if conference.last_at else seconds


def _end(conference: Conference) -> Command:
    """What ends the sitting: the committee rises; the plenary carries its list over, and ends."""
    if conference.plenary is not None:
        return RiseCommittee()
    speakers, meeting = conference.current_list, conference.meeting
    if speakers is not None and speakers.waiting and meeting is not None:
        carried = speakers.carried_to is not None and speakers.carried_to > meeting.number
        goes_on = bool(conference.planned_next(Body.PLENARY))
        item = conference.current_item
        is_open = item is not None and item.stage_in(Body.PLENARY) is Stage.FLOOR_OPEN
        if is_open and goes_on and not carried:
            return CarryOver()
    return AdjournMeeting()
