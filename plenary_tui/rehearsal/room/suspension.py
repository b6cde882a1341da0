"""A meeting suspended once in a while, until a fixed time, for consultations."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.state.conference import Meeting
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.rehearsal.room.dice import Dice
from plenary_tui.rehearsal.room.habits import Habits

REASON = "informal consultations"
BEGINS = (40.0, 110.0)
"""It is due so many minutes after the opening of the meeting."""
WITHIN = timedelta(minutes=10)
"""The meeting is suspended at the first free floor within this time, or not at all."""


class PlannedSuspension(Value):
    """A suspension as it was agreed: it begins in a certain stretch, and ends at a fixed time."""

    begins: datetime
    begins_by: datetime
    ends: datetime
    reason: str


def planned_suspension(habits: Habits, dice: Dice, meeting: Meeting) -> PlannedSuspension | None:
    """The suspension of a meeting; None if there is to be none."""
    if not dice.happens(habits.suspension, "suspension", meeting.number):
        return None
    drawn = dice.about("suspended", meeting.number)
    begins = meeting.opened_at + timedelta(minutes=drawn.uniform(*BEGINS))
    # Longer than the stretch in which it begins, so that it never begins twice.
    length = WITHIN + timedelta(minutes=drawn.uniform(*habits.suspended))
    if meeting.ends_at is not None and begins + length >= meeting.ends_at:
        return None
    return PlannedSuspension(begins, begins + WITHIN, begins + length, REASON)
