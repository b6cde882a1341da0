"""What a speaker does: come or be absent, begin, and speak for as long as it takes."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.state.conference import Conference, Entry, Floor
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Delivery, FloorKind
from plenary_tui.rehearsal.room.dice import Dice
from plenary_tui.rehearsal.room.habits import Habits

SHORTEST = 20.0
"""No statement is shorter, in seconds."""
CALLING = 0.3
"""The share of a changeover that passes before the next is called; the rest is the way to speak."""
SAME_DAY = timedelta(hours=12)
READY = 0.3
"""Who was marked ready is absent so much more rarely."""
INTRODUCTION = 90.0
SECRETARIAT = 240.0


class Speakers:
    """How those speak who have the floor, in a room of certain habits."""

    def __init__(self, habits: Habits, dice: Dice) -> None:
        self.habits, self.dice = habits, dice

    def changeover(self, entry: Entry) -> float:
        """Seconds from the end of the statement before to the beginning of this one."""
        habits = self.habits
        about = ("changeover", entry.id, entry.absences)
        return self.dice.around(habits.changeover, habits.changeover_spread, *about)

    def is_absent(self, entry: Entry) -> bool:
        """Whether an entry that is called now turns out to be absent; a video never is."""
        if entry.delivery is Delivery.VIDEO:
            return False
        often = self.habits.absent_again if entry.absences else self.habits.of(entry.tier).absent
        often *= READY if entry.ready else 1.0
        return self.dice.happens(often, "absent", entry.id, entry.absences)

    def looked_for(self, entry: Entry) -> float:
        """Seconds for which an absent speaker is looked for."""
        return self.dice.around(15.0, 6.0, "looked for", entry.id, entry.absences)

    def length(self, conference: Conference, floor: Floor, begun: Instant) -> float:
        """How many seconds whoever has the floor speaks in all."""
        if floor.entry is None:
            return self._without_entry(conference, floor)
        entry = floor.entry
        if entry.delivery is Delivery.VIDEO and entry.media_length:
            return entry.media_length.total_seconds()
        limit = (floor.limit or conference.policies.limit).total_seconds()
        natural = limit * self._share(conference, entry, begun.utc)
        if floor.calls_to_order or self.is_called_to_order(floor):
            natural = min(natural, limit + self.habits.patience + self._coming_to_the_end(entry))
        return max(SHORTEST, natural)

    def is_called_to_order(self, floor: Floor) -> bool:
        """Whether the President loses patience with a statement that is long past its limit."""
        if floor.entry is None or floor.entry.delivery is Delivery.VIDEO:
            return False
        return self.dice.happens(self.habits.called_to_order, "called to order", floor.entry.id)

    def _coming_to_the_end(self, entry: Entry) -> float:
        return self.dice.around(20.0, 8.0, "coming to the end", entry.id)

    def _without_entry(self, conference: Conference, floor: Floor) -> float:
        match floor.kind:
            case FloorKind.PRESIDENT:
                mean, about = self.habits.remarks_length, "remarks"
            case FloorKind.REPLY:
                limit = (floor.limit or conference.policies.limit).total_seconds()
                mean, about = self.habits.reply_share * limit, "reply"
            case _:
                mean, about = SECRETARIAT, "Secretariat"
        heard = len(conference.statements)
        return max(SHORTEST, self.dice.around(mean, mean / 3, about, floor.delegation, heard))

    def _share(self, conference: Conference, entry: Entry, begun: datetime) -> float:
        """The share of the allotted time that an entry uses."""
        habits, tier = self.habits, self.habits.of(entry.tier)
        share = self.dice.around(tier.share, tier.spread, "length", entry.id)
        if self.dice.happens(habits.long, "long", entry.id):
            share *= self.dice.about("how long", entry.id).uniform(*habits.longer)
        return share * self._mood(conference) * (1 + habits.drift * _hours(conference, begun))

    def _mood(self, conference: Conference) -> float:
        meeting = conference.meeting
        number = meeting.number if meeting is not None else 0
        return max(0.5, self.dice.about("mood", number).gauss(1.0, self.habits.mood))


def _hours(conference: Conference, moment: datetime) -> float:
    """How many hours of the day's meetings have passed, from the opening of the first."""
    opened = (meeting.opened_at for body in Body for meeting in conference.opened(body))
    today = [began for began in opened if moment - began < SAME_DAY]
    return max(0.0, (moment - min(today)).total_seconds() / 3600) if today else 0.0
