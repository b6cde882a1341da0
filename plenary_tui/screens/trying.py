"""A screen on which decisions are tried, one after the other, so that keys and the clock go on.

Where many wait and a forecast takes long, each is made beside the screen.
"""

from __future__ import annotations

from textual import work
from textual.message import Message

from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.forecast import Forecast, forecast
from plenary_tui.procedure.suppose import Supposed
from plenary_tui.procedure.timing import Instant
from plenary_tui.screens.foreseeing import takes_long
from plenary_tui.screens.live import LiveScreen
from plenary_tui.screens.trials import Trial, trials_for, tried


class Trying(LiveScreen[Trial | None]):
    """Keeps what each decision would lead to, of the state and the minute that are shown."""

    class Tried(Message):
        """A decision was tried beside the screen, in that round."""

        def __init__(self, round_: int, trial: Trial, supposed: Supposed) -> None:
            super().__init__()
            self.round = round_
            self.trial = trial
            self.supposed = supposed

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__()
        self._conference, self._now = conference, now
        self._trials = trials_for(conference)
        self._chosen = 0
        self._found: list[Supposed | None] = []
        self._round = 0
        self._busy = False

    def show_tried(self) -> None:
        """Show what has been tried by now."""
        raise NotImplementedError

    @property
    def is_waited_for(self) -> bool:
        """Whether what is to be shown is still being tried beside the screen."""
        missing = None in (self._found[0], self._found[self._chosen])
        return missing and takes_long(self._conference)

    @property
    def as_it_is(self) -> Forecast:
        """The forecast without any decision."""
        return self.supposed(0).forecast or forecast(self._conference, self._now)

    def supposed(self, place: int) -> Supposed:
        """What a decision leads to; tried now if it was not yet."""
        if (found := self._found[place]) is None:
            found = tried(self._trials[place], self._conference, self._now)
            self._found[place] = found
        return found

    def try_all(self) -> None:
        """Try every decision anew."""
        self._round += 1
        self._found = [None] * len(self._trials)
        self.call_later(self.try_another)

    def try_another(self) -> None:
        """Try the next that was not tried yet: the chosen one first."""
        if not self.is_attached or self._busy or None not in self._found:
            return
        first = (one for one in (self._chosen, 0) if self._found[one] is None)
        place = next(first, self._found.index(None))
        if takes_long(self._conference):
            self._busy = True
            self._try_beside(self._round, self._trials[place], self._conference, self._now)
            return
        self.supposed(place)
        self.show_tried()
        self.call_later(self.try_another)

    # Without a description of its own, Textual describes the work by the whole conference in words.
    @work(thread=True, group="trial", description="trial")
    def _try_beside(self, round_: int, trial: Trial, conference: Conference, now: Instant) -> None:
        self.post_message(self.Tried(round_, trial, tried(trial, conference, now)))

    def on_trying_tried(self, event: Tried) -> None:
        """Keep what was tried, unless it is of a state or a decision that is no longer shown."""
        event.stop()
        self._busy = False
        if event.round == self._round:
            for place, trial in enumerate(self._trials):
                if trial == event.trial:
                    self._found[place] = event.supposed
            self.show_tried()
        self.try_another()
