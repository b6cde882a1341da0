"""The forecast screen: the list against the clock, and what a decision would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from plenary_tui.acts import make_command
from plenary_tui.procedure.act import Command
from plenary_tui.procedure.calendar import local, say_seconds
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.forecast import Forecast, TierReach, forecast
from plenary_tui.procedure.suppose import Supposed, difference, suppose
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Tier
from plenary_tui.screens.live import LiveScreen
from plenary_tui.views.outlook import say_when
from plenary_tui.views.podium import clock_face
from plenary_tui.views.words import delegation_of
from plenary_tui.widgets.forecast_plot import ForecastPlot
from plenary_tui.widgets.panels import styled

LEGEND = "Reached in this meeting / in a later one / not at all; ! at risk"
"""What the counts of a tier mean."""
NAMED = 3
"""How many of those who get in are named."""
SHORTEST, LONGEST, STEP = 30, 600, 10
"""Seconds of a limit that can be tried, and from one to the next."""
LONGER = timedelta(minutes=15)
"""From one end of the meeting that can be tried to the next."""


@dataclass(frozen=True)
class Trial:
    """One decision that is tried: an act and its fields, and what is still asked for it.

    Attributes:
        amount: seconds of the limit, or quarters of an hour the meeting is longer.
    """

    act: str = ""
    amount: int = 0
    asks: tuple[str, ...] = ()


TRIALS = (
    Trial(),
    Trial("set-limit", 150, ("decision",)),
    Trial("set-limit", 120, ("decision",)),
    Trial("close-list"),
    Trial("set-meeting-end", 2, ("decision",)),
)


def fields_of(trial: Trial, conference: Conference) -> dict[str, object]:
    """The fields of the act of a trial."""
    match trial.act:
        case "set-limit":
            return {"seconds": trial.amount, "item": conference.item or ""}
        case "set-meeting-end":
            meeting = conference.meeting
            if meeting is None or meeting.ends_at is None:
                return {"ends": ""}
            ends = meeting.ends_at + trial.amount * LONGER
            return {"ends": local(conference, ends).isoformat(timespec="minutes")}
        case _:
            return {}


def label_of(trial: Trial, conference: Conference) -> str:
    """A trial in a few words."""
    match trial.act:
        case "set-limit":
            return f"Limit {say_seconds(trial.amount)}"
        case "close-list":
            return "Close the list"
        case "set-meeting-end":
            meeting = conference.meeting
            if meeting is None or meeting.ends_at is None:
                return "A later end"
            return f"Until {local(conference, meeting.ends_at + trial.amount * LONGER):%H:%M}"
        case _:
            return "As it is"


class ForecastScreen(LiveScreen[Trial | None]):
    """Shows the forecast as it is and as it would be; answers the trial that is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f,q", "leave", "Leave", show=False),
        Binding("up,k", "choose(-1)", "Up", show=False),
        Binding("down,j", "choose(1)", "Down", show=False),
        Binding("left", "change(-1)", "Less", show=False),
        Binding("right", "change(1)", "More", show=False),
        Binding("enter", "take", "Do it", show=False),
    ]

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__()
        self._conference, self._now = conference, now
        self._trials = list(TRIALS)
        self._chosen = 0
        self._found: list[Supposed] = []

    def compose(self) -> ComposeResult:
        """The decisions side by side, what the chosen one changes, and the plot."""
        with Vertical(classes="dialog forecast"):
            yield Label(id="clock", classes="title", markup=False)
            yield Static(styled(LEGEND, "quiet"))
            yield Static(id="table")
            yield Static(id="effect")
            yield ForecastPlot()
            yield Label(
                "↑↓ try   ←→ less or more   Enter do it   Escape leave, nothing is changed",
                classes="keys",
            )

    def on_mount(self) -> None:
        """Show it."""
        self.show(self._conference, self._now)

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the clock, and the forecast of each new state and minute; what is tried stays."""
        face = clock_face(conference, now)
        self.query_one("#clock", Label).update(f"Forecast: what if      {face.digits} {face.word}")
        same = conference is self._conference and minute_of(now) == minute_of(self._now)
        self._conference, self._now = conference, now
        if same and self._found:
            return
        self._found = [suppose(conference, self._command(one), now) for one in self._trials]
        self._show_chosen()

    def _command(self, trial: Trial) -> Command | None:
        if not trial.act:
            return None
        return make_command(trial.act, fields_of(trial, self._conference))

    def _show_chosen(self) -> None:
        self.query_one("#table", Static).update(self._table())
        self.query_one("#effect", Static).update(self._effect())
        supposed = self._found[self._chosen]
        if supposed.forecast is not None:
            plotted = (supposed.conference, supposed.forecast, self._now)
            self.query_one(ForecastPlot).plotted = plotted

    def _table(self) -> Content:
        head = f"{'':<17}{'list ends':<11}" + "".join(f"{one:<16}" for one in Tier)
        lines = [styled(head, "quiet")]
        for place, (trial, one) in enumerate(zip(self._trials, self._found, strict=True)):
            mark = "▶ " if place == self._chosen else "  "
            label = f"{mark}{label_of(trial, self._conference):<15}"
            if one.forecast is None:
                words = f"{label}refused: {one.refused}"
            else:
                words = label + self._reached(one.forecast)
            lines.append(styled(words, "strong" if place == self._chosen else "plain"))
        return Content("\n").join(lines)

    def _reached(self, found: Forecast) -> str:
        ends = say_when(self._conference, found.list_ends, self._now) or "-"
        return f"{ends:<11}" + "".join(f"{_counts(tier):<16}" for tier in found.tiers)

    @property
    def _as_it_is(self) -> Forecast:
        return self._found[0].forecast or forecast(self._conference, self._now)

    def _effect(self) -> Content:
        """Whom the chosen trial lets in and leaves out; as it is, planned against used time."""
        found = self._found[self._chosen].forecast
        if self._chosen == 0 or found is None:
            return styled(_used(self._as_it_is), "quiet")
        changed = difference(self._as_it_is, found)
        parts = (
            self._names("Gets in", changed.gets_in),
            self._names("Left out", changed.left_out),
            self._names("Already in this meeting", changed.sooner),
        )
        return styled("; ".join(part for part in parts if part) or "Nobody gets in or is left out.")

    def _names(self, what: str, entries: tuple[int, ...]) -> str:
        if not entries:
            return ""
        names = [
            delegation_of(self._conference, found[1]).name
            for one in entries[:NAMED]
            if (found := self._conference.find_entry(one)) is not None
        ]
        more = f" and {len(entries) - NAMED} more" if len(entries) > NAMED else ""
        return f"{what} ({len(entries)}): {', '.join(names)}{more}"

    def action_choose(self, step: int) -> None:
        """Try the decision above or below."""
        self._chosen = (self._chosen + step) % len(self._trials)
        self._show_chosen()

    def action_change(self, step: int) -> None:
        """Try less or more of the chosen decision."""
        trial = self._trials[self._chosen]
        match trial.act:
            case "set-limit":
                amount = max(SHORTEST, min(LONGEST, trial.amount + step * STEP))
            case "set-meeting-end":
                amount = max(1, trial.amount + step)
            case _:
                return
        changed = Trial(trial.act, amount, trial.asks)
        self._trials[self._chosen] = changed
        self._found[self._chosen] = suppose(self._conference, self._command(changed), self._now)
        self._show_chosen()

    def action_take(self) -> None:
        """Have the chosen decision done; as it is, nothing is done."""
        trial = self._trials[self._chosen]
        self.dismiss(trial if trial.act else None)

    def action_leave(self) -> None:
        """Drop all that was tried."""
        self.dismiss(None)


def minute_of(now: Instant) -> datetime:
    """The minute of an instant; a forecast is made anew in each."""
    return now.utc.replace(second=0, microsecond=0)


def _counts(one: TierReach) -> str:
    risk = f" !{one.at_risk}" if one.at_risk else ""
    return f"{one.this_meeting}/{one.later}/{one.unreached}{risk}"


def _used(found: Forecast) -> str:
    """Planned against used time, per tier."""
    parts = []
    for one in found.tiers:
        used = "none heard yet"
        if one.used is not None:
            used = f"used {say_seconds(one.used.total_seconds())} in {one.heard}"
        parts.append(f"{one.tier} {say_seconds(one.limit.total_seconds())}, {used}")
    return "Planned against used:  " + "  ·  ".join(parts)
