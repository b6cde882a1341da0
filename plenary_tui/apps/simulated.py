"""A simulated room at work on an open podium: whose turn it is, and how fast time goes."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.actions import in_keys
from plenary_tui.apps.no_room import Do, NoRoom, NotSaved
from plenary_tui.clock import RehearsalClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.on_record import Redone, Undone
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.room.room import Room
from plenary_tui.rehearsal.room.wish import Wish
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.podium.cards import StatusWord

TIMES = "\N{MULTIPLICATION SIGN}"
KEY = in_keys("[simulated-room]")
"""Stops it, and lets it go on."""
STATION = "simulated room"
"""Who has done what the room does, in the journal."""
FOR_A_KEY = 0.05
"""Seconds of the officer's time until the room looks again whether a key is done."""
AFTER_UNDO = 10.0
"""Seconds for which the room lets the officer be who has just undone or redone an act."""
PUNCTUAL = timedelta(milliseconds=1)
"""An act is due so shortly before its time, which two clocks may read differently."""
BREAK_SEEN, BREAK_SEEN_BY_OFFICER = 60.0, 5.0
"""Seconds of a break between meetings that are gone through, and of the officer's time."""
BEFORE_MEETING = timedelta(minutes=2)
"""The rest of a break is leapt over, up to so long before the next meeting opens."""


class SimulatedRoom(NoRoom):
    """Has what the room wants done at its time, as if somebody pressed the keys.

    While it acts, time goes `speed` times as fast; while it is stopped, as it always does.

    Attributes:
        speed: how many times as fast time goes while it acts.
        acts: whether it acts.
    """

    def __init__(self, room: Room, desk: Desk, clock: RehearsalClock, speed: float) -> None:
        self._room, self._desk, self._clock = room, desk, clock
        self.speed = speed
        self.acts = False
        self._due: Instant | None = None
        self._undone = 0
        self._rests_until = 0.0

    def status(self, *, wide: bool) -> StatusWord:
        if wide:
            text = f"{self._times} ({KEY} stops it)" if self.acts else f"STOPPED ({KEY}: go on)"
            return StatusWord(f"SIMULATED ROOM {text}", "warn")
        return StatusWord(f"ROOM {self._times if self.acts else 'OFF'} ({KEY})", "warn")

    def begin(self, officer: Officer, do: Do, not_saved: NotSaved) -> None:
        self._do, self._not_saved = do, not_saved
        self._act()
        officer.tick()
        kind, seed = self._room.habits.name, self._room.seed
        officer.say(
            f"Simulated room {self._times}: {kind}, seed {seed}. {KEY} stops it; every key works.",
            "warn",
        )

    @property
    def _times(self) -> str:
        return f"{TIMES}{self.speed:g}"

    def toggle(self, officer: Officer) -> None:
        if self.acts:
            self.acts = False
            self._clock.go_at(1.0)
            officer.say(f"The simulated room is stopped; the floor is yours. {KEY} lets it go on.")
        else:
            self._act()
            officer.say(f"The simulated room goes on {self._times}. {KEY} stops it.")

    def _act(self) -> None:
        self.acts = True
        self._rests_until = 0.0
        self._clock.go_at(self.speed)

    def turn(self, officer: Officer) -> bool:
        if not self.acts or self._rests():
            return False
        if officer.is_typing():  # a key is done once all is quiet, and this never is
            self._rests_until = self._clock.real() + FOR_A_KEY
            return False
        wish, now = self._look(), self._clock.now()
        if wish is None or self._due is None:
            self._leave(officer)
            return False
        if self._due.since(now) > PUNCTUAL:
            return self._leaps(self._due.since(now), now)
        self._grant(wish, now, officer)
        if self.acts:
            self._look()
        return False

    def _look(self) -> Wish | None:
        """See what it wants next, and have time wait for it: however late, the act is in time."""
        wish = self._room.next(self._desk.conference, self._clock.now())
        self._due = wish.at if wish is not None else None
        self._clock.wait_at(self._due)
        return wish

    def _grant(self, wish: Wish, now: Instant, officer: Officer) -> None:
        try:
            receipt = self._do(wish.command, STATION)
            officer.murmur(f"Simulated room: {receipt}", "good")
        except Refused as refused:
            self._room.was_refused(wish, now)
            officer.murmur(f"Simulated room, refused: {refused}", "warn")
        except StorageError as error:
            self.toggle(officer)
            self._not_saved(error)

    def _leave(self, officer: Officer) -> None:
        """Act no more once the last meeting is over."""
        conference = self._desk.conference
        if conference.meeting is not None and conference.sitting is None:
            self.acts = False
            self._clock.go_at(1.0)
            officer.say("The agenda is done, and the simulated room has left.")

    def _leaps(self, ahead: timedelta, now: Instant) -> bool:
        """Leap over a break between meetings, once it has been seen that there is one."""
        conference, last = self._desk.conference, self._desk.ledger.last
        if conference.meeting is None or conference.sitting is not None or last is None:
            return False
        seen = timedelta(seconds=max(BREAK_SEEN, BREAK_SEEN_BY_OFFICER * self._clock.speed))
        if now.since(last.event.at) < seen or ahead < 2 * BEFORE_MEETING:
            return False
        self._clock.leap(ahead - BEFORE_MEETING)
        return True

    def until_turn(self) -> float | None:
        if not self.acts or self._due is None:
            return None
        if (rest := self._rests_until - self._clock.real()) > 0:
            return rest
        return self._due.since(self._clock.now()).total_seconds() / self._clock.speed

    def _rests(self) -> bool:
        """Whether an act was undone or redone so lately that more may be; time then slows down."""
        last, real = self._desk.ledger.last, self._clock.real()
        undone = last.seq if last and isinstance(last.event, Undone | Redone) else self._undone
        if undone != self._undone:
            self._undone, self._rests_until = undone, real + AFTER_UNDO
            self._clock.go_at(1.0)
        if real < self._rests_until:
            return True
        if self._clock.speed != self.speed:
            self._clock.go_at(self.speed)
        return False
