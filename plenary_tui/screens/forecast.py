"""The forecast screen: who is not reached, what a decision would change, and the list in time."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, Static

from plenary_tui.actions import Page, in_keys
from plenary_tui.actions.trials import Trial, changed, label_of, trials_for, tried
from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.suppose import Supposed, difference
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.foreseeing import list_of_forecast, takes_long
from plenary_tui.screens.live import LiveScreen, is_there
from plenary_tui.screens.page_keys import leaving
from plenary_tui.views.forecast.plot import plot
from plenary_tui.views.forecast.verdict import (
    TRIAL_HEADING,
    USED_HEADING,
    doubt_rows,
    effect,
    in_doubt,
    kept_limits,
    trial_line,
    used_line,
    used_words,
    verdict,
)
from plenary_tui.widgets.fitting import cropped, fitted, fitted_names
from plenary_tui.widgets.forecast_plot import ForecastPlot
from plenary_tui.widgets.keys_named import KeysNamed
from plenary_tui.widgets.panels import HIGH, HUGE, TALL, styled


class Told(Value):
    """What is said of one forecast.

    Attributes:
        line: its line in the table of decisions.
        rows: the first who may not be reached; when, by what name, and whether it is missed.
        more: how many there are besides.
    """

    line: str
    rows: tuple[tuple[str, str, bool], ...]
    more: int


def tell(conference: Conference, found: Forecast, now: Instant) -> Told:
    """What is said of a forecast; of thousands that takes long."""
    rows = doubt_rows(conference, found, now)
    more = sum(bool(expected) for expected, _, _ in rows[MOST_NAMED:])
    return Told(trial_line(conference, found, now), tuple(rows[:MOST_NAMED]), more)


class Trying(LiveScreen[Trial | None]):
    """Keeps what each decision would lead to, of the state and the minute that are shown."""

    class Tried(Message):
        """A decision was tried beside the screen, in that round."""

        def __init__(
            self, round_: int, trial: Trial, supposed: Supposed, told: Told | None
        ) -> None:
            super().__init__()
            self.round = round_
            self.trial = trial
            self.supposed = supposed
            self.told = told

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__(conference, now)
        self._trials = trials_for(conference, now)
        self._chosen = 0
        self._found: list[Supposed | None] = []
        self._told: dict[int, Told] = {}
        self._round = 0
        self._busy = False

    def show_tried(self) -> None:
        """Show what has been tried by now."""
        raise NotImplementedError

    @property
    def is_waited_for(self) -> bool:
        """Whether what is to be shown is still being tried beside the screen."""
        missing = None in (self._found[0], self._found[self._chosen])
        return missing and takes_long(self.conference)

    @property
    def as_it_is(self) -> Forecast:
        """The forecast without any decision."""
        return self.supposed(0).forecast or forecast(self.conference, self.now)

    def supposed(self, place: int) -> Supposed:
        """What a decision leads to; tried now if it was not yet."""
        if (found := self._found[place]) is None:
            found = tried(self._trials[place], self.conference, self.now)
            self._found[place] = found
            self._told.pop(place, None)
        return found

    def told(self, place: int) -> Told:
        """What is said of it; of one that is refused, what is said of none."""
        if (told := self._told.get(place)) is None:
            found = self.supposed(place).forecast or self.as_it_is
            told = self._told[place] = tell(self.conference, found, self.now)
        return told

    def try_all(self) -> None:
        """Try every decision anew."""
        self._round += 1
        self._found, self._told = [None] * len(self._trials), {}
        self.call_later(self.try_another)

    def try_another(self) -> None:
        """Try the next that was not tried yet: the chosen one first."""
        if not is_there(self) or self._busy or None not in self._found:
            return
        first = (one for one in (self._chosen, 0) if self._found[one] is None)
        place = next(first, self._found.index(None))
        if takes_long(self.conference):
            self._busy = True
            self._try_beside(self._round, self._trials[place], self.conference, self.now)
            return
        self.supposed(place)
        self.show_tried()
        self.call_later(self.try_another)

    # Without a description of its own, Textual describes the work by the whole conference in words.
    @work(thread=True, group="trial", description="trial")
    def _try_beside(self, round_: int, trial: Trial, conference: Conference, now: Instant) -> None:
        supposed = tried(trial, conference, now)
        found = supposed.forecast
        told = tell(conference, found, now) if found is not None else None
        self.post_message(self.Tried(round_, trial, supposed, told))

    def on_trying_tried(self, event: Tried) -> None:
        """Keep what was tried, unless it is of a state or a decision that is no longer shown."""
        event.stop()
        self._busy = False
        if event.round == self._round:
            for place, trial in enumerate(self._trials):
                if trial == event.trial:
                    self._found[place] = event.supposed
                    self._told.pop(place, None)
                    if event.told is not None:
                        self._told[place] = event.told
            self.show_tried()
        self.try_another()


WIDTHS = [(0, "-narrow"), (110, "-wide"), (HUGE, "-huge")]
"""Columns from which those in doubt stand beside the plot; below, Tab shows them in its place."""
HEIGHTS = [(0, "-low"), (HIGH, "-high"), (TALL, "-tall")]
"""Rows from which planned and used time are a table."""
LABEL = 18
"""Columns for the name of a decision, without its mark."""
MOST_NAMED = 200
"""So many are named beside the plot; of more the screen would be slow, and nobody reads them."""
BEING_MADE = "The forecast of so long a list is being made …"


class ForecastScreen(Trying):
    """Shows the forecast as it is and as it would be; answers the trial that is to be done."""

    PAGE = Page.FORECAST
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        leaving(PAGE),
        Binding("up,k", "choose(-1)", "Up", show=False),
        Binding("down,j", "choose(1)", "Down", show=False),
        Binding("left", "change(-1)", "Less", show=False),
        Binding("right", "change(1)", "More", show=False),
        Binding("tab", "turn_over", "Plot or names", show=False, priority=True),
        Binding("pagedown", "page(1)", "Names on", show=False),
        Binding("pageup", "page(-1)", "Names back", show=False),
        Binding("enter", "take", "Do it", show=False),
    ]

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__(conference, now)
        self._waits = False

    def compose(self) -> ComposeResult:
        """The verdict, the decisions side by side, what the chosen one changes, the plot."""
        with Vertical(classes="dialog whole forecast"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(id="verdict")
            yield Static(id="table", classes="part")
            yield Static(id="effect", classes="part")
            yield Static(id="used", classes="part")
            with Horizontal(id="pictures", classes="part"):
                yield ForecastPlot()
                with VerticalScroll(id="risks", can_focus=False):
                    yield Static(id="names")
            yield KeysNamed("↑↓ try   ←→ less, more   Enter do it   Tab names   Escape drop it")

    def on_resize(self) -> None:
        """Fit the words anew."""
        if self._found:
            self.call_after_refresh(self._show_chosen)

    @property
    def subject(self) -> str:
        """The list that it is of."""
        item = self.conference.item
        return f"Forecast for item {item}" if item else "Forecast: no item"

    def show_state(self, before: Conference | None) -> None:
        """Show the forecast of each new state and minute.

        What is tried stays, unless another list is before the meeting now: a decision tried on one
        is never done on another.
        """
        if before and list_of_forecast(self.conference) != list_of_forecast(before):
            self._trials, self._chosen = trials_for(self.conference, self.now), 0
        self.try_all()
        self._show_chosen()

    def show_tried(self) -> None:
        """Fill the table; and show the chosen decision, if it was waited for."""
        if self._waits:
            self._show_chosen()
        else:
            self.query_one("#table", Static).update(self._table())

    def _show_chosen(self) -> None:
        self._waits = self.is_waited_for
        if self._waits:
            self.query_one("#verdict", Static).update(styled(BEING_MADE, "quiet"))
            self.query_one("#table", Static).update(self._table())
            return
        supposed = self.supposed(self._chosen)
        found = supposed.forecast or self.as_it_is
        said, warns = verdict(self.conference, found, self.now)
        label = label_of(self._trials[self._chosen], self.conference, self.now)
        words = tuple(f"{label}: {one}" for one in said) if self._chosen else said
        line = styled(fitted((words,), self._width), "warn" if warns else "good")
        self.query_one("#verdict", Static).update(line)
        self.query_one("#table", Static).update(self._table())
        self.query_one("#effect", Static).update(self._effect(supposed))
        self.query_one("#used", Static).update(self._used())
        self.query_one("#names", Static).update(self._names())
        self.query_one(ForecastPlot).plot = plot(supposed.conference, found, self.now)

    @property
    def _width(self) -> int:
        return max(40, self.query_one("#table", Static).size.width)

    def _table(self) -> Content:
        lines = [styled(f"{'WHAT IF':<{LABEL - 10}}{TRIAL_HEADING}", "quiet")]
        for place, (trial, one) in enumerate(zip(self._trials, self._found, strict=True)):
            mark = "▶ " if place == self._chosen else "  "
            label = f"{mark}{label_of(trial, self.conference, self.now):<{LABEL}}"
            if one is None:
                words = f"{label}{'…':>7}"
            elif one.forecast is None:
                refused, _, _ = in_keys(one.refused, self.where).partition(". ")
                words = cropped(f"{label}refused: {refused}", self._width)
            else:
                words = label + self.told(place).line
            lines.append(styled(words, "strong" if place == self._chosen else "plain"))
        return Content("\n").join(lines)

    def _effect(self, supposed: Supposed) -> Content:
        """Whom the chosen trial lets in and leaves out; as it is, who is not reached."""
        if supposed.forecast is None:
            return styled(f"Refused: {in_keys(supposed.refused, self.where)}", "bad")
        if self._chosen == 0:
            said = in_doubt(self.conference, supposed.forecast)
        else:
            changes = difference(self.as_it_is, supposed.forecast)
            said = effect(self.conference, changes, self.as_it_is)
        lines = [styled(fitted_names(one, self._width)) for one in said]
        trial = self._trials[self._chosen]
        if trial.act == SetLimit.act:
            kept = kept_limits(supposed.forecast, timedelta(seconds=trial.amount))
            lines += [styled(kept, "warn")] if kept else []
        nobody = "Nobody gets in or is left out." if self._chosen else "Everybody is reached."
        return Content("\n").join(lines) if lines else styled(nobody, "quiet")

    def _used(self) -> Content:
        """Planned against used time: a table where there is room."""
        found = self.as_it_is
        if self.has_class("-low"):
            return styled(fitted(used_words(found), self._width, "  "), "quiet")
        lines = [styled(USED_HEADING, "quiet"), *(styled(used_line(one)) for one in found.tiers)]
        return Content("\n").join(lines)

    def _names(self) -> Content:
        """All who may not be reached, by name."""
        told = self.told(self._chosen)
        lines = [] if told.rows else [styled("Everybody is reached.", "quiet")]
        for expected, name, missed in told.rows:
            if expected:
                lines.append(styled(f"{expected:>9}  {name}", "warn" if missed else "plain"))
            else:
                lines.append(styled(name, "quiet"))
        if told.more:
            lines.append(styled(f"and {told.more} more: the list marks them", "quiet"))
        return Content("\n").join(lines)

    def action_choose(self, step: int) -> None:
        """Try the decision above or below."""
        self._chosen = (self._chosen + step) % len(self._trials)
        self._show_chosen()

    def action_change(self, step: int) -> None:
        """Try less or more of the chosen decision."""
        trial = changed(self._trials[self._chosen], step, self.conference, self.now)
        self._trials[self._chosen] = trial
        self._found[self._chosen] = None
        self._told.pop(self._chosen, None)
        self._show_chosen()
        self.try_another()

    def action_turn_over(self) -> None:
        """Show the names in place of the plot, or the plot again."""
        self.toggle_class("-names")

    def action_page(self, direction: int) -> None:
        """Go on or back in the names."""
        names = self.query_one("#risks", VerticalScroll)
        names.scroll_relative(y=direction * max(1, names.size.height - 1), animate=False)

    def action_take(self) -> None:
        """Have the chosen decision done; as it is, nothing is done."""
        trial = self._trials[self._chosen]
        self.dismiss(trial if trial.act else None)

    def action_leave(self) -> None:
        """Drop all that was tried."""
        self.dismiss(None)
