"""The podium's one ticker: at each second's boundary it shows the present."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.apps.charge import Charge
from plenary_tui.apps.clocks import Gap, clock_was_set, gap_between
from plenary_tui.apps.display import Display
from plenary_tui.apps.no_room import NoRoom
from plenary_tui.clock import Clock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.podium import WIDE
from plenary_tui.views.podium.cards import StatusWord
from plenary_tui.views.wording.clock_face import until_shown_changes
from plenary_tui.widgets.alarm import Alarm

STANDS_STILL = 1.5
"""Seconds after which a screen that shows seconds stands still."""


class Ticker:
    """Shows the conference as of now, and comes back when what is shown changes.

    Attributes:
        now: the instant that is shown.
        stopped: whether it shows no more.
        beside: look, at each tick, for what is told or to be kept beside the journal.
        link_word: what the status says of a link to a server; None for nothing.
    """

    def __init__(
        self,
        officer: Officer,
        desk: Desk,
        clock: Clock,
        *,
        charge: Charge,
        display: Display,
        room: NoRoom,
        asleep: Callable[[Instant], None],
    ) -> None:
        """Make the ticker.

        Args:
            charge: gives a sign of life at each tick.
            room: the simulated room, which acts when it is due.
            asleep: asks the officer how to go on after the computer slept from then on.
        """
        self._officer = officer
        self._desk = desk
        self._clock = clock
        self._charge = charge
        self._display = display
        self._room = room
        self._asleep = asleep
        self.beside: tuple[Callable[[], None], ...] = ()
        self.link_word: Callable[[], StatusWord | None] = lambda: None
        self._next: Alarm | None = None
        self._late: Alarm | None = None
        self._ticked_at = clock.real()
        self.now, self._went_at = clock.now(), clock.speed
        self.stopped = False

    def tick(self) -> None:
        """Show the present, and come back at the next second's boundary."""
        app = self._officer.podium.app
        begun = (
            self._next is not None
        )  # the first frame is made before the app calls itself running
        if self.stopped or (begun and not app.is_running):
            return
        if self._room.turn(self._officer):
            self.now = self._clock.now()
        before, self.now = self.now, self._clock.now()
        self._charge.beat(self.now)
        for look in self.beside:
            look()
        self._watch_the_clocks(before)
        self.show()
        if self._next is None or self._late is None:
            self._next, self._late = Alarm(app, self.tick), Alarm(app, self.watch)
        self._ticked_at = self._clock.real()
        self._next.set(self.until_next())
        self._late.set(STANDS_STILL)

    def watch(self) -> None:
        """Show the present where it has not been shown for too long, whatever the reason."""
        if self._clock.speed and self._clock.real() - self._ticked_at > STANDS_STILL:
            self.tick()
        elif self._late is not None:
            self._late.set(STANDS_STILL)

    def show(self) -> None:
        """Show the conference as of the instant that is shown."""
        room = self._room.status(wide=self._officer.podium.app.size.width >= WIDE)
        self._display.show(self._desk.conference, self.now, room or self.link_word())

    def until_next(self) -> float:
        """Seconds until what is shown changes, or the simulated room wants to act."""
        speed = self._clock.speed
        spent = self._clock.now().since(self.now).total_seconds() / (speed or 1.0)
        wait = until_shown_changes(self._desk.conference, self.now, speed) - spent
        turn = self._room.until_turn()
        return max(0.001, wait if turn is None else min(wait, turn))

    def _watch_the_clocks(self, before: Instant) -> None:
        """Tell the officer of a sleep, or of a clock that was set; neither moves the countdown."""
        if before.boot != self.now.boot:
            return  # from now on it goes by the clock of a podium on another machine, or no more
        went_at, self._went_at = self._went_at, self._clock.speed
        match gap_between(before, self.now, speed=max(went_at, self._went_at)):
            case Gap.SLEPT:
                self._display.bell.miss(self._desk.conference, self.now)
                self._asleep(before)
            case Gap.WAS_SET:
                self._officer.say(clock_was_set(before, self.now), "warn")
            case Gap.NONE:
                pass
