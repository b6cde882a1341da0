"""A screen that shows a forecast: made after each act, and never on the way to a frame."""

from __future__ import annotations

from textual import work
from textual.message import Message
from textual.screen import Screen

from plenary_tui.forecast.forecast import NOTHING, Forecast, forecast
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.widgets.alarm import Alarm
from plenary_tui.widgets.sparing import draw_sparingly

AT_ONCE = 600
"""Up to so many who wait, a forecast takes less than 10 ms and is not made beside the screen."""
AFTER_FRAME, AFTER_ACTS = 0.1, 0.5
"""Seconds from an act to its forecast: its frame goes first, and it is shown before the next key of
a quick hand, which would wait for it; before a long one go further acts."""

ForecastOf = tuple[str, Body, int] | None
"""Item, body and meeting of a forecast."""


def list_of_forecast(conference: Conference) -> ForecastOf:
    """What a forecast is of; one of another list or meeting is not shown, even for a moment."""
    if conference.item is None:
        return None
    meeting = conference.meeting
    return conference.item, conference.body, meeting.number if meeting is not None else 0


def takes_long(conference: Conference) -> bool:
    """Whether so many wait that a forecast is made beside the screen."""
    speakers = conference.current_list
    return speakers is not None and sum(len(one.waiting) for one in speakers.queues) > AT_ONCE


class Foreseeing(Screen[None]):
    """Keeps the forecast of the conference it shows.

    Attributes:
        forecast: the last one made; none of another list or meeting.
    """

    class Foreseen(Message):
        """A forecast was made beside the screen."""

        def __init__(self, conference: Conference, found: Forecast) -> None:
            super().__init__()
            self.conference = conference
            self.forecast = found

    def __init__(self) -> None:
        super().__init__()
        draw_sparingly(self)
        self._shown: Conference | None = None
        self._now: Instant | None = None
        self.forecast = NOTHING
        self._forecast_of: ForecastOf = None
        self._due = Alarm(self, self._foresee)

    @property
    def now(self) -> Instant | None:
        """The instant that is shown."""
        return self._now

    def show_forecast(self) -> None:
        """Show what the forecast is seen in."""
        raise NotImplementedError

    def expect_forecast(self, conference: Conference) -> None:
        """Have a forecast made once the frame is painted; until then the old times stay on rows.

        It never waits longer because of further acts, so that what is shown is at most that old.
        """
        if self._forecast_of != list_of_forecast(conference):
            self._forecast_of, self.forecast = list_of_forecast(conference), NOTHING
        if not self._due.is_set:
            self._due.set(AFTER_ACTS if takes_long(conference) else AFTER_FRAME)

    def foresee(self) -> bool:
        """Make the forecast that is due at once; whether one was due."""
        if not self._due.is_set:
            return False
        self._due.stop()
        self._foresee()
        return True

    def _foresee(self) -> None:
        """Make the forecast, or begin it beside the screen where that takes long."""
        conference, now = self._shown, self._now
        if conference is None or now is None:
            return
        if takes_long(conference):
            self._foresee_beside(conference, now)
        else:
            self._show_foreseen(conference, forecast(conference, now))

    # Without a description of its own, Textual describes the work by the whole conference in words.
    @work(thread=True, group="forecast", description="forecast")
    def _foresee_beside(self, conference: Conference, now: Instant) -> None:
        self.post_message(self.Foreseen(conference, forecast(conference, now)))

    def on_foreseeing_foreseen(self, event: Foreseen) -> None:
        """Show the forecast, unless another list is shown meanwhile."""
        event.stop()
        self._show_foreseen(event.conference, event.forecast)

    def _show_foreseen(self, conference: Conference, found: Forecast) -> None:
        if list_of_forecast(conference) == self._forecast_of:
            self.forecast = found
            self.show_forecast()
