"""The room: at every moment it says which act it wants done next, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.pending import pending_points
from plenary_tui.procedure.meetings.agenda import items_left
from plenary_tui.procedure.meetings.meeting import ResumeMeeting
from plenary_tui.procedure.meetings.opening import OpenMeeting
from plenary_tui.procedure.state.conference import Conference, Meeting, PlannedMeeting
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.rehearsal.room.dice import Dice
from plenary_tui.rehearsal.room.habits import USUAL, Habits
from plenary_tui.rehearsal.room.presiding import Presiding
from plenary_tui.rehearsal.room.requests import Asking
from plenary_tui.rehearsal.room.suspension import planned_suspension
from plenary_tui.rehearsal.room.wish import Wish, later, seconds_after

HANDS_OFF = timedelta(minutes=2)
"""For so long a clock or a meeting stopped by hand is left alone."""
FIRST_REST = 60.0
"""An act that was refused is wanted again after so many seconds, then after twice as many."""
LONGEST_REST = 3600.0

_Chance = tuple[float, Callable[[], Command | None]]


class Room:
    """A simulated room of certain habits, drawn from a seed.

    What it wants depends on the state and the instant it is asked at, whoever has done what
    meanwhile. Asked again, or another of the same seed in its stead, it wants the same. All that it
    keeps is which of its acts were refused.

    Attributes:
        habits: what it is like.
        seed: what its chance is drawn from.
        refused: how many of its acts were refused.
    """

    def __init__(
        self, habits: Habits = USUAL, seed: int = 0, *, hands_off: timedelta = HANDS_OFF
    ) -> None:
        """A room; `hands_off` is for how long a clock or meeting stopped by hand stays so."""
        self.habits, self.seed, self.refused = habits, seed, 0
        self._dice = Dice(seed)
        self._hands_off = hands_off.total_seconds()
        self._presiding = Presiding(habits, self._dice, self._hands_off)
        self._asking = Asking(habits, self._dice)
        self._rests: dict[Command, tuple[Instant, float]] = {}

    def next(self, conference: Conference, at: Instant) -> Wish | None:
        """The act it wants done next, and when; None if it wants none until something is done."""
        meeting = conference.sitting
        if meeting is None:
            return self._rested(self._opening(conference, at), at)
        if conference.suspended:
            return self._rested(self._resumption(conference, meeting, at), at)
        led = self._rested(self._presiding.wish(conference, meeting, at), at)
        soonest = led
        for seconds, command in sorted(self._asked(conference, meeting, at), key=_when):
            moment = later(at, seconds)
            if soonest is not None and soonest.at.since(moment) <= timedelta(0):
                break
            made = command()
            wish = self._rested(Wish(made, moment), at) if made is not None else None
            if wish is not None and (soonest is None or wish.at.since(soonest.at) < timedelta(0)):
                soonest = wish
        return soonest

    def was_refused(self, wish: Wish, at: Instant) -> None:
        """Tell it that an act was refused at `at`, so that it wants it again only much later."""
        self.refused += 1
        rest = min(LONGEST_REST, 2 * self._rests.get(wish.command, (at, FIRST_REST / 2))[1])
        self._rests[wish.command] = (later(at, rest), rest)

    def _rested(self, wish: Wish | None, at: Instant) -> Wish | None:
        """The wish, put off if the same act was refused a short while ago."""
        if wish is None or not self._rests:
            return wish
        until = self._rests.get(wish.command)
        if until is None or until[0].since(wish.at) <= timedelta(0):
            return wish
        return Wish(wish.command, later(at, until[0].since(at).total_seconds()))

    def _opening(self, conference: Conference, at: Instant) -> Wish | None:
        """The next meeting opened at its hour, or somewhat later."""
        planned = _next_meeting(conference)
        if planned is None:
            return None
        mean = self.habits.opening
        late = self._dice.around(mean, mean / 2, "opening", planned.number)
        seconds = seconds_after(planned.starts, late, at)
        return Wish(OpenMeeting(number=planned.number), later(at, seconds))

    def _resumption(self, conference: Conference, meeting: Meeting, at: Instant) -> Wish | None:
        """The meeting resumed as agreed; one suspended by hand when it has waited long enough."""
        plan = planned_suspension(self.habits, self._dice, meeting)
        if plan is not None and plan.begins <= at.utc and meeting.reason == plan.reason:
            return Wish(ResumeMeeting(), later(at, seconds_after(plan.ends, 0.0, at)))
        since = conference.last_at or at.utc
        return Wish(ResumeMeeting(), later(at, seconds_after(since, self._hands_off, at)))

    def _asked(self, conference: Conference, meeting: Meeting, at: Instant) -> list[_Chance]:
        """In how many seconds delegations ask for what."""
        asked: list[_Chance] = []
        floor = conference.floor
        if floor is not None and not pending_points(conference):
            interruption = self._asking.interruption(conference, floor)
            if interruption is not None:
                spoken, interrupts = interruption
                seconds = spoken - floor.clock.elapsed(at).total_seconds()
                asked.append((seconds, lambda: interrupts))
        for moment, tier in self._asking.inscriptions(conference, meeting, at):
            command = partial(self._asking.inscribe, conference, tier)
            asked.append(((moment - at.utc).total_seconds(), command))
        return asked


def _next_meeting(conference: Conference) -> PlannedMeeting | None:
    """The next planned meeting that still has something to consider; None if none has."""
    planned = conference.planned_next(Body.PLENARY)
    return next((meeting for meeting in planned if items_left(conference, meeting)), None)


def _when(chance: _Chance) -> float:
    return chance[0]
