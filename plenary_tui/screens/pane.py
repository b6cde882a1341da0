"""The webcast operator's screen: now, next, the caption, and whether all of it goes out.

It acts on nothing but itself: no key of it changes the conference.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Label, Static

from plenary_tui.actions import Page, Where, opening_keys
from plenary_tui.actions.pane import HELP, HOLD, LANGUAGE, LEAVE, PANE_KEYS, SEEN
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.speakers.order import last_change
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.screens.live import Modal, is_there
from plenary_tui.views.public.caption import Caption, following_language
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.on_air import last_known
from plenary_tui.views.public.pane import expected_of_next, webcast_view
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.caption import CaptionPanel, CaptionShown
from plenary_tui.widgets.pane import (
    AlertBand,
    DeliveryLine,
    ItemLine,
    NextPanel,
    NoticeLine,
    NowPanel,
    StateBand,
)
from plenary_tui.widgets.panels import styled_lines
from plenary_tui.widgets.sparing import draw_sparingly
from plenary_tui.widgets.speech_clock import SpeechClock

SMALLEST = (70, 21)
"""Columns and rows below which nothing but a notice is shown."""
WIDTHS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (110, "-wide"), (170, "-huge")]
HEIGHTS = [(0, "-flat"), (SMALLEST[1], "-low"), (30, "-high")]
ABOUT = """
It reads and never writes.
What is held is held here only: pages and files go on.
“About” so many minutes is the forecast's; where no time of day stands beside it, every statement
takes its whole limit, a video its length.
A video is ROLLED when its clock starts and FINISHED when the statement ends.
An alert tells when the next speaker changes shortly before the call.

Escape leave"""


class WebcastScreen(Screen[None]):
    """Shows a conference to the webcast operator, and tells of late changes of the next speaker."""

    CSS_PATH = "pane.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(one.keys), one.id, show=False) for one in PANE_KEYS
    ]
    PREVIEW_BINDINGS: ClassVar = ",".join(("escape", *opening_keys(Page.WEBCAST)))
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, *, preview: bool = False) -> None:
        """Make the screen; a preview stands upon the podium, and Escape leaves it too."""
        super().__init__()
        draw_sparingly(self)
        self._preview = preview
        self._ready = False
        self._conference: Conference | None = None
        self._now: Instant | None = None
        self._notice = Said("The podium's preview: Escape comes back." if preview else "")
        self._watch = NextWatch()
        self._language = Language.ENGLISH
        self._held: tuple[Caption, str] | None = None
        self._expected: tuple[datetime | None, ...] = ()
        self._forecast_of: tuple[Conference | None, str] = (None, "")
        if preview:
            self._bindings.bind(self.PREVIEW_BINDINGS, "leave", show=False)

    def compose(self) -> ComposeResult:
        """The state above, now and next below it, the caption at the bottom."""
        yield StateBand()
        yield ItemLine()
        yield NoticeLine()
        yield AlertBand()
        with Horizontal(id="now"):
            yield SpeechClock()
            yield NowPanel()
        yield DeliveryLine()
        yield NextPanel()
        yield CaptionPanel()
        yield Static(self._keys(), id="keys", markup=False)
        yield Static(id="waiting", markup=False)
        yield Static(
            f"This terminal is too small for the webcast pane. Make it at least {SMALLEST[0]} "
            f"columns wide and {SMALLEST[1]} rows high.",
            id="too-small",
        )

    def _keys(self) -> str:
        leave = "Escape back" if self._preview else LEAVE.line
        return "   ".join((*(one.line for one in (LANGUAGE, HOLD, SEEN, HELP)), leave))

    def on_mount(self) -> None:
        """Show what was given before, now that all parts are there."""
        self._ready = True
        self._paint()

    def show(self, conference: Conference, now: Instant, notice: Said | None = None) -> None:
        """Show the conference at an instant; what has not changed is not repainted.

        Args:
            notice: what is wrong with what is shown.
        """
        self._conference, self._now = conference, now
        self._notice = notice or self._notice
        self._watch = self._watch.after(conference, now)
        self._paint()

    def say(self, said: Said) -> None:
        """Say what was done, or refused, from here."""
        self._notice = said.in_keys(Where(Page.WEBCAST))
        self._paint()

    def wait_with(self, sentence: str) -> None:
        """Show nothing but why there is nothing to show."""
        if self._ready:
            self.set_class(True, "-waiting")
            self.query_one("#waiting", Static).update(styled_lines(sentence))

    def _paint(self) -> None:
        conference, now = self._conference, self._now
        if conference is None or now is None or not self._ready:
            return
        self.set_class(False, "-waiting")
        view = webcast_view(conference, now, self._language, self._forecast(conference, now))
        withheld = self._notice.tone == "bad" and not self._preview
        self.query_one(StateBand).value = last_known(view.state) if withheld else view.state
        self.query_one(ItemLine).value = view.item
        self.query_one(NoticeLine).value = self._notice
        alert = self._watch.alert(now)
        self.query_one(AlertBand).value = alert
        self.set_class(alert is not None, "-alert")
        self.query_one(SpeechClock).face = view.face
        self.query_one(NowPanel).value = view.now
        self.query_one(DeliveryLine).value = view.now
        self.query_one(NextPanel).value = view.upcoming
        held, since = self._held or (None, "")
        self.query_one(CaptionPanel).value = CaptionShown(
            view.caption, held, since, withheld=withheld
        )

    def _forecast(self, conference: Conference, now: Instant) -> tuple[datetime | None, ...]:
        """When the next are expected: looked up when anything happens, and every minute."""
        key = (conference, f"{now.utc:%H:%M} {last_change(conference, now.utc)}")
        if key[0] is not self._forecast_of[0] or key[1] != self._forecast_of[1]:
            self._forecast_of = key
            self._expected = expected_of_next(conference, now)
        return self._expected

    def action_language(self) -> None:
        """The caption's name in the next language."""
        self._language = following_language(self._language)
        self._paint()

    def action_hold(self) -> None:
        """Hold the caption as it is, or let it go."""
        conference, now = self._conference, self._now
        if conference is None or now is None:
            return
        if self._held is not None:
            self._held = None
        else:
            caption = webcast_view(conference, now, self._language).caption
            self._held = (caption, f"{local(conference, now.utc):%H:%M:%S}")
        self._paint()

    def action_seen(self) -> None:
        """The operator has seen that the next speaker changed."""
        self._watch = self._watch.acknowledged()
        self._paint()

    def action_help(self) -> None:
        """The keys, and what they do."""
        self.app.push_screen(WebcastHelp())

    def action_leave(self) -> None:
        """Back to the podium, or to the shell."""
        if not self._preview:
            self.app.exit()
        elif is_there(self):
            self.dismiss()


class WebcastHelp(Modal[None]):
    """The keys of the pane, and how to read it."""

    DEFAULT_CSS = """
    WebcastHelp { align: center middle; }
    WebcastHelp > Vertical {
        width: 78; max-width: 100%; height: auto; border: heavy $accent; background: $surface;
        padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(("escape", *LEAVE.keys, *HELP.keys)), "leave", show=False)
    ]

    def compose(self) -> ComposeResult:
        """A short page."""
        with Vertical():
            yield Label("The webcast pane", classes="title")
            for one in PANE_KEYS:
                yield Label(f" {one.name:<6} {one.help}", markup=False)
            yield Static(ABOUT, markup=False)

    def action_leave(self) -> None:
        """Back to the pane."""
        self.dismiss()
