"""The podium: all that the officer sees at a glance, and the keys that act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import ScreenResume
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from plenary_tui.actions import Action, in_keys
from plenary_tui.actions.by_number import by_what_is_shown, whom_it_names
from plenary_tui.actions.may_do import MayDo
from plenary_tui.actions.reached import PODIUM
from plenary_tui.actions.registry import for_key
from plenary_tui.forecast.forecast import NOTHING
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.speakers.order import last_change
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.foreseeing import Foreseeing
from plenary_tui.screens.live import LiveScreen, T, Watchers
from plenary_tui.views.podium.cards import StatusWord, agenda_card, floor_card, status_words
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.podium.looked_at import Which, list_looked_at, other_list, still_chosen
from plenary_tui.views.podium.next_card import next_card
from plenary_tui.views.podium.quiet import Quiet
from plenary_tui.views.script.said import Words
from plenary_tui.views.wording.clock_face import clock_face
from plenary_tui.widgets.bottom import (
    CommandLine,
    FilterLine,
    KeysLine,
    LineField,
    MessageLine,
    Said,
    keys_now,
)
from plenary_tui.widgets.cards import (
    AgendaPanel,
    ListTitle,
    NextName,
    NextSpeakers,
    StatusLine,
    TimeOfDay,
)
from plenary_tui.widgets.floor_panel import FloorPanel
from plenary_tui.widgets.panels import HIGH, HUGE, TALL
from plenary_tui.widgets.speakers_list import SpeakersList as ListWidget
from plenary_tui.widgets.speech_clock import SpeechClock

SMALLEST = (60, 18)
"""Columns and rows below which nothing but a notice is shown."""

WIDE = 110
"""Columns from which on there is room for more words."""
WIDTHS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (WIDE, "-wide"), (HUGE, "-huge")]
HEIGHTS = [(0, "-flat"), (SMALLEST[1], "-low"), (HIGH, "-high"), (TALL, "-tall")]

OTHER_LISTS = "([previous-list][next-list] other lists)"

WordsOf = Callable[[Conference, Instant], Words]
"""What tells the President's words at an instant."""


class Podium(Foreseeing):
    """The screen that stays: it is given the conference and the time, and tells what was asked."""

    AUTO_FOCUS = "SpeakersList"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    class Asked(Message):
        """The officer asked for an action; `entry` is the row it is about, if any."""

        def __init__(self, action: Action, entry: int | None) -> None:
            super().__init__()
            self.action = action
            self.entry = entry

    class Typed(Message):
        """The officer typed an act."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    told: var[Said | None] = var(None)
    """What was last said to the officer, without keys."""

    def __init__(self) -> None:
        super().__init__()
        self.viewed: Which | None = None
        self.matching = ""
        self._quiet = Quiet()
        self._minute: tuple[str, datetime | None] = ("", None)
        self.may_do = MayDo()
        self.words_to_say: WordsOf = lambda conference, now: Words()  # until they are read
        self.watchers = Watchers()
        self.first: Callable[[], None] = lambda: None  # shows it for the first time
        self.stands = self._resumed = False

    def compose(self) -> ComposeResult:
        """The glance to the left and the list to the right, or below where it is narrow."""
        self.fit(self.app.size)  # before there is anything whose styles that would change
        yield StatusLine()
        with Horizontal(id="room"):
            with Vertical(id="glance"):
                with Horizontal(id="speech"):
                    yield SpeechClock()
                    yield FloorPanel()
                yield NextName()
                yield NextSpeakers()
            with Vertical(id="side"):
                with Horizontal(id="agenda"):
                    yield AgendaPanel()
                    yield TimeOfDay()
                yield ListTitle()
                yield ListWidget()
        yield MessageLine()
        yield KeysLine()
        yield Static(
            f"This terminal is too small for the podium. Make it at least {SMALLEST[0]} columns "
            f"wide and {SMALLEST[1]} rows high. The clock goes on; nothing is lost.",
            id="too-small",
        )

    async def add_lines(self) -> None:
        """Add what nobody sees before a key asks for it: the first frame does not wait for it."""
        await self.query_one("#side").mount(FilterLine(), before=self.query_one(ListWidget))
        await self.mount(CommandLine(), after=self.query_one(KeysLine))

    def on_screen_resume(self, event: ScreenResume) -> None:
        """What it is made of has its styles when it is first shown; after that they are renewed."""
        event.refresh_styles, self._resumed = self._resumed, True

    def on_mount(self) -> None:
        """Show what there is before anything is drawn, for now all parts are there."""
        self.stands = True
        self.first()

    def fit(self, size: Size) -> None:
        """Take the classes of a size, as Textual gives them with the first resize."""
        for length, bounds in ((size.width, WIDTHS), (size.height, HEIGHTS)):
            fitting = [name for least, name in bounds if least <= length][-1]
            self.set_class(True, fitting)

    def show(
        self,
        conference: Conference,
        now: Instant,
        *,
        saved: bool = True,
        room: StatusWord | None = None,
    ) -> None:
        """Show the conference at an instant; what has not changed is not repainted.

        `room` is what the status says of a simulated room.
        """
        self.query_one(SpeechClock).face = clock_face(conference, now, officer=True)
        self._now = now
        beside = (saved, room, self.words_to_say)
        if conference is self._shown and self._quiet.lasts(now, *beside):
            self.watchers.show(conference, now)
        else:
            self._show_beside_the_clock(conference, now, saved=saved, room=room)
            self._quiet.begin(conference, now, *beside)

    def _show_beside_the_clock(
        self, conference: Conference, now: Instant, *, saved: bool, room: StatusWord | None
    ) -> None:
        """Show all but the clock of whoever has the floor."""
        agenda = agenda_card(conference, now)
        self.query_one(AgendaPanel).value = agenda
        self.query_one(TimeOfDay).value = agenda
        rehearsal, *words = status_words(conference, saved=saved)
        self.query_one(StatusLine).value = (rehearsal, *((room,) if room else ()), *words)
        minute = (agenda.time, last_change(conference, now.utc))
        changed = conference is not self._shown or minute != self._minute
        floor = self.query_one(FloorPanel)
        if changed:
            floor.card = floor_card(conference, now)
            self.query_one(NextName).set_class(not floor.card.name, "-alone")
        floor.words = self.words_to_say(conference, now)
        self.watchers.show(conference, now)
        if not changed:
            return
        before, self._shown, self._minute = self._shown, conference, minute
        self._offer(conference)
        self.expect_forecast(conference)
        self._show_next()
        if self.is_current and before is not None and before.floor is not conference.floor:
            # Whoever has the floor, and who is next, is seen first; the rows in the next frame.
            self.call_after_refresh(self._show_list)
        else:
            self._show_list()

    def offer_only(self, acts: tuple[str, ...] | None) -> None:
        """Grey whatever does another act than these, wherever it is named; None: nothing.

        The keys are not taken away: who presses one is told why it is not done.
        """
        if acts != self.may_do.acts:
            self.may_do = MayDo(acts)
            if self._shown is not None:
                self._offer(self._shown)

    def _offer(self, conference: Conference) -> None:
        self.query_one(KeysLine).value = keys_now(conference, self.may_do)

    def show_forecast(self) -> None:
        """Show what the forecast is seen in: the next speakers and the list."""
        self._show_next()
        self._show_list()

    def _show_next(self) -> None:
        if self._shown is not None and self._now is not None:
            card = next_card(self._shown, self.forecast, self._now)
            self.query_one(NextSpeakers).value = card
            self.query_one(NextName).text = card.rows[0].name if card.rows else ""

    def say(self, said: Said) -> None:
        """Tell the officer something, by the keys of wherever it is read."""
        typing = isinstance(self.focused, CommandLine)
        self.query_one(MessageLine).value = said.to_type() if typing else said.in_keys(PODIUM)
        self.watchers.say(said)
        self.told = said

    def open_live(
        self, screen: LiveScreen[T], then: Callable[[T | None], None] = lambda answer: None
    ) -> None:
        """Open a screen over the podium that is told of each change; `then` gets its answer."""
        screen.may_do = self.may_do
        self.watchers.push(self.app, screen, then)

    @property
    def list_shown(self) -> SpeakersList | None:
        """The list that is looked at: the current one unless another was chosen."""
        return list_looked_at(self._shown, self.viewed) if self._shown is not None else None

    @property
    def has_the_keys(self) -> bool:
        """Whether keys are acts: no page stands over the podium, and no line takes letters."""
        return self.is_active and not isinstance(self.focused, LineField)

    def with_ids(self, command: Command) -> Command:
        """An act, a number in it being one of the list that is looked at, with ids in their place.

        Raises `Refused` if nobody has such a number there.
        """
        if self._shown is None or self._now is None:
            return command
        return by_what_is_shown(command, self._shown, self.list_shown, self._now)

    @property
    def selected(self) -> int | None:
        """The entry under the cursor."""
        return self.query_one(ListWidget).entry_id

    def look_at_list(self, step: int) -> None:
        """Look at the next or the previous list; past the last one, the current one again."""
        if self._shown is not None:
            self.viewed = other_list(self._shown, self.viewed, step)
            self._show_list()

    def open_filter(self) -> None:
        """Let the officer type letters; only rows with them are shown."""
        self.query_one(FilterLine).open()

    def on_line_field_released(self) -> None:
        """A line gave the keys back: they go to the list again."""
        self.query_one(ListWidget).focus()

    @on(FilterLine.Changed, "FilterLine")
    def show_matching(self, event: FilterLine.Changed) -> None:
        """Show only rows with these letters."""
        event.stop()
        self.matching = event.value
        self._show_list()

    @on(CommandLine.Changed, "CommandLine")
    def tell_whom_it_names(self, event: CommandLine.Changed) -> None:
        """Say whom a number means before the act is done."""
        event.stop()
        if self._shown is None or self._now is None:
            return
        if whom := whom_it_names(event.value, self._shown, self.list_shown, self._now):
            self.say(Said(whom))

    def _show_list(self) -> None:
        if self._shown is not None:
            self.viewed = still_chosen(self._shown, self.viewed)
        self.query_one(ListTitle).set_class(self.viewed is not None, "-other")
        speakers, widget = self.list_shown, self.query_one(ListWidget)
        if self._shown is None or self._now is None or speakers is None:
            widget.listing = None
            return
        found = self.forecast if self.viewed is None else NOTHING
        widget.listing = listing(self._shown, speakers, self._now.utc, self.matching, found)
        title = self.query_one(ListTitle)
        title.value = f"LOOKING AT: {widget.listing.title}  {in_keys(OTHER_LISTS)}"

    @property
    def too_small(self) -> bool:
        """Whether nothing but the notice is shown, so that no act can be seen."""
        return self.has_class("-tiny") or self.has_class("-flat")

    def on_resize(self) -> None:
        """Give the list the keys again, once the terminal is no longer too small to show it."""
        if self.focused is None:
            self.call_after_refresh(self.query_one(ListWidget).focus)

    def on_keys_line_clicked(self, event: KeysLine.Clicked) -> None:
        """A key's label was clicked."""
        event.stop()
        self.post_message(self.Asked(event.action, self.selected))

    def on_speakers_list_chosen(self, event: ListWidget.Chosen) -> None:
        """Enter or a double click on a row: its menu."""
        event.stop()
        if self._shown is not None and (menu := for_key("enter", self._shown)) is not None:
            self.post_message(self.Asked(menu, event.entry_id))

    def on_command_line_typed(self, event: CommandLine.Typed) -> None:
        """An act was typed."""
        event.stop()
        self.post_message(self.Typed(event.line))
