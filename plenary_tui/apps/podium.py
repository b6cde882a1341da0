"""The podium's app: holds the conference and the time, has one ticker, and dispatches."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from plenary_tui.actions import Action, for_key
from plenary_tui.apps.acts import Acts
from plenary_tui.apps.charge import Charge
from plenary_tui.apps.clocks import Bell, Gap, clock_was_set, gap_between
from plenary_tui.apps.display import Display
from plenary_tui.apps.keys import CRITICAL_KEYS, HeldKey
from plenary_tui.apps.messages import FeedTold, JournalFailed, Others, WordsRead
from plenary_tui.apps.services import Services
from plenary_tui.apps.shell import Shell
from plenary_tui.apps.simulated import NoRoom
from plenary_tui.clock import Clock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.intents.intents import Intents
from plenary_tui.screens.palette import ActionProvider
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.screens.podium import WIDE, Podium
from plenary_tui.settings import Settings
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.views.podium.resume import slept
from plenary_tui.views.wording.clock_face import until_shown_changes
from plenary_tui.views.wording.telling import Tone
from plenary_tui.widgets.bottom import Said

if TYPE_CHECKING:
    from plenary_tui.webcast.beside import FeedBeside


class PodiumApp(Shell[None]):
    """The podium on one conference."""

    CSS_PATH = "podium.tcss"
    TITLE = "plenary"
    REASSURANCE = "Open the podium again: nothing is lost."
    COMMANDS: ClassVar = {ActionProvider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        *(Binding(key, f"press('{key}')", show=False, priority=True) for key in CRITICAL_KEYS),
    ]

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        journal: SqliteJournal,
        heartbeat: Heartbeat,
        *,
        settings: Settings,
        keep_settings: Callable[[Settings], None],
        print_folder: Path,
        report: Callable[[Exception], str],
        findings: tuple[str, ...] = (),
        feed: FeedBeside | None = None,
        room: NoRoom | None = None,
    ) -> None:
        """Make the podium.

        Args:
            heartbeat: the sign of life beside the database.
            keep_settings: called with the settings when they change.
            print_folder: where lists are written to be printed.
            report: called with an error nobody foresaw; returns the sentence to leave behind.
            findings: what the officer must be told of the database.
            feed: writes the webcast files beside the podium; None if nobody asked for it.
            room: the simulated room, if one acts.
        """
        super().__init__(settings=settings, report=report)
        self._desk = desk
        self._clock = clock
        self._journal = journal
        self._findings = findings
        self._now, self._went_at = clock.now(), clock.speed
        self._charge = Charge(desk, clock, heartbeat)
        self._room = room or NoRoom()
        self.acts = Acts(desk, self)
        self._held = HeldKey()
        self._timer: Timer | None = None
        self._is_closed = False
        self.podium = Podium()
        self.services = Services(
            self, self, settings=settings, keep_settings=keep_settings, print_folder=print_folder
        )
        self.showing = Display(
            self.podium,
            self.services,
            Bell(desk.conference, self._now),
            ring=lambda: self.bell(),
            entitle=self._set_window_title,
        )
        self.intents = Intents(self, self.podium)
        self.others = Others(journal, feed, self.hear)

    @property
    def conference(self) -> Conference:
        """The present state."""
        return self._desk.conference

    @property
    def now(self) -> Instant:
        """The instant that is shown."""
        return self._now

    async def on_mount(self) -> None:
        """Show the podium, all of it in the first frame; then take charge."""
        await self.push_screen(self.podium)
        self.tick()
        self.call_after_refresh(self._take_charge)

    def _take_charge(self) -> None:
        """After the first frame: tell what has to be told, and see what others record."""
        gc.freeze()
        gc.enable()
        if self._charge.interruption is None:
            self._record_opening()
        else:
            title, gap = "The podium ended without closing", self._charge.interruption
            self.intents.ask_how_to_go_on(title, gap, then=self._record_opening)
        if self._findings:
            choices = (Choice("read", "I have read this", "", "k"),)
            self.push_screen(Pick("About the database", "\n\n".join(self._findings), choices))
        self.others.begin()
        self.warm_up()
        self.read_words()

    def _record_opening(self) -> None:
        """Take charge, once the officer knows what the last podium left."""
        try:
            self._charge.take()
        except StorageError as error:
            self.acts.not_saved(error)
        self._room.begin(self)

    @work(thread=True)
    def warm_up(self) -> None:
        """Import and open what the first act needs, beside the screen."""
        self._journal.warm_up()

    @work(thread=True)
    def read_words(self) -> None:
        """Import and read what the President's script needs, beside the screen."""
        from plenary_tui.exchange.script import read_wording
        from plenary_tui.views.script.glance import words_to_say

        phrases, complaints = read_wording(self.services.settings.script)
        self.hear(WordsRead(partial(words_to_say, phrases=phrases), complaints))

    def on_words_read(self, event: WordsRead) -> None:
        """Say from now on what the President says next, and what of the words is not in order."""
        self.podium.words_to_say = event.words_to_say
        if event.complaints:
            self.say(" ".join(event.complaints), "bad")
        self._show()

    def hear(self, message: Message) -> None:
        """Called in other threads, for which the app may be waiting as it ends."""
        self.post_message(message)

    def tick(self) -> None:
        """Show the present, and come back at the next second's boundary."""
        if self._is_closed or not self.is_running:
            return
        if self._room.turn(self):
            self._now = self._clock.now()
        before, self._now = self._now, self._clock.now()
        self._charge.beat(self._now)
        self._watch_the_clocks(before)
        self._show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self._to_next_second(), self.tick)

    def _to_next_second(self) -> float:
        """Seconds until what is shown changes, or the simulated room wants to act."""
        speed = self._clock.speed
        spent = self._clock.now().since(self._now).total_seconds() / (speed or 1.0)
        wait = until_shown_changes(self.conference, self._now, speed) - spent
        turn = self._room.until_turn()
        return max(0.001, wait if turn is None else min(wait, turn))

    def _watch_the_clocks(self, before: Instant) -> None:
        """Tell the officer of a sleep, or of a clock that was set; neither moves the countdown."""
        went_at, self._went_at = self._went_at, self._clock.speed
        match gap_between(before, self._now, speed=max(went_at, self._went_at)):
            case Gap.SLEPT:
                self.showing.bell.miss(self.conference, self._now)
                gap = slept(self._desk.ledger, before, self._now)
                self.intents.ask_how_to_go_on("The computer slept", gap)
            case Gap.WAS_SET:
                self.say(clock_was_set(before, self._now), "warn")
            case Gap.NONE:
                pass

    def _show(self) -> None:
        """Show the conference as of now."""
        room = self._room.status(wide=self.size.width >= WIDE)
        self.showing.show(self.conference, self._now, saved=self.acts.saved, room=room)

    def _set_window_title(self, title: str) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b]2;{shown(title)}\x07")

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something, until something else is told."""
        self._room.hold_its_tongue()
        self.podium.say(Said(text, tone))

    def murmur(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something that does not cover what was just said."""
        if self._room.may_speak():
            self.podium.say(Said(text, tone))

    def attempt(self, command: Command) -> Refused | None:
        """Do an act and show it; the refusal if it was not recorded."""
        return self.acts.attempt(command)

    def on_journal_changed(self) -> None:
        """Another station may have recorded something: catch up and show it."""
        self.acts.catch_up()

    def on_journal_failed(self, event: JournalFailed) -> None:
        """Say that, and why, other stations are no longer followed."""
        self.say(
            f"What other stations record is no longer shown at once: {event.error} "
            "Open the podium again.",
            "bad",
        )

    def on_feed_told(self, event: FeedTold) -> None:
        """Tell the officer of the webcast files; the podium goes on."""
        self.say(event.sentence, "warn")

    def on_podium_asked(self, event: Podium.Asked) -> None:
        """A key, a click or the palette asked for an action; a held key acts once."""
        self.ask(event.action, event.entry)

    def on_podium_typed(self, event: Podium.Typed) -> None:
        """An act was typed on the `:` line."""
        self.intents.typed(event.line)

    def action_press(self, key: str) -> None:
        """A key that works, at once, so that what is typed after it goes where it leads."""
        if self.podium.too_small and key != "q":
            return
        if (asked := for_key(key, self.conference)) is not None:
            self.ask(asked, self.podium.selected)

    def ask(self, asked: Action, entry: int | None = None) -> None:
        """Do what was asked, unless it is the repeat of a key held down."""
        if not self._is_closed and not self._held.repeats(asked, self._clock.real()):
            self.intents.do(asked, entry)

    def serve(self, service: str) -> None:
        """Do what only the app can: print, theme, bell, palette, quit, the simulated room."""
        if service == "simulated-room":
            self._room.toggle(self)
            self.tick()
        else:
            self.services.serve(service)

    def action_leave(self) -> None:
        """Ctrl+Q, wherever the focus is."""
        self.services.quit()

    def close_podium(self) -> None:
        """Record that the podium is closed, and end: what is typed after it does nothing more."""
        self._is_closed = True
        self._charge.give_back()
        self.exit()

    def on_unmount(self) -> None:
        """Follow no more."""
        self.others.end()
