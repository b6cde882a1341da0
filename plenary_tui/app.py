"""The podium's app: holds the conference and the time, has one ticker, and dispatches."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from plenary_tui.actions import Action, for_key
from plenary_tui.clock import Clock
from plenary_tui.desk import Desk
from plenary_tui.procedure.act import Command, Refused
from plenary_tui.procedure.calendar import local
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.text import shown
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Timing
from plenary_tui.screens.intents import Intents
from plenary_tui.screens.palette import ActionProvider
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.screens.podium import Podium, WordsOf
from plenary_tui.settings import Settings
from plenary_tui.shell import Shell
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.journal import Following, SqliteJournal
from plenary_tui.views.clock_face import Tone, clock_face
from plenary_tui.views.documents import printed_decisions
from plenary_tui.views.podium import window_title
from plenary_tui.views.reading import read_floor, until_next_second
from plenary_tui.views.report import printed_list
from plenary_tui.views.resume import interruption, slept
from plenary_tui.widgets.bottom import MessageLine, Said
from plenary_tui.widgets.themes import THEMES

if TYPE_CHECKING:
    from plenary_tui.screens.webcast import WebcastScreen
    from plenary_tui.webcast.beside import FeedBeside

HELD = 0.3
"""Seconds within which a key is taken to be held down, so that it acts once."""
STOOD_STILL = timedelta(seconds=10)
"""A longer gap between two ticks means that the computer slept."""
STEPPED = timedelta(seconds=2)
"""A larger difference between the two clocks means that the computer's clock was set."""
CRITICAL_KEYS = ("f5", "f6", "f8")
"""Keys for what cannot wait, so that they work while a dialog is open and a field has focus."""
MAY_REPEAT = frozenset({"elapsed-back", "elapsed-on", "next-list", "previous-list"})


class JournalChanged(Message):
    """Somebody recorded something."""


class JournalFailed(Message):
    """What others record can no longer be followed."""

    def __init__(self, error: StorageError) -> None:
        super().__init__()
        self.error = error


class WordsRead(Message):
    """The phrases of the President's script were read; `complaints` tell what was not taken."""

    def __init__(self, words_to_say: WordsOf, complaints: tuple[str, ...]) -> None:
        super().__init__()
        self.words_to_say = words_to_say
        self.complaints = complaints


class FeedTold(Message):
    """Something came in the way of the webcast files, or is out of it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class PodiumApp(Shell[None]):
    """The podium on one conference."""

    CSS_PATH = "podium.tcss"
    TITLE = "plenary"
    REASSURANCE = "Open the podium again: nothing is lost."
    COMMANDS: ClassVar = {ActionProvider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "serve('quit')", show=False, priority=True),
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
    ) -> None:
        """Make the podium.

        Args:
            heartbeat: the sign of life beside the database.
            keep_settings: called with the settings when they change.
            print_folder: where lists are written to be printed.
            report: called with an error nobody foresaw; returns the sentence to leave behind.
            findings: what the officer must be told of the database.
            feed: writes the webcast files beside the podium; None if nobody asked for it.
        """
        super().__init__(settings=settings, report=report)
        self._desk = desk
        self._clock = clock
        self._journal = journal
        self._heartbeat = heartbeat
        self._keep_settings = keep_settings
        self._print_folder = print_folder
        self._findings = findings
        self._feed = feed
        self._saved = True
        self._in_charge = False
        self._now = clock.now()
        self._interruption = interruption(desk.ledger, heartbeat.read(), self._now)
        self.window_title = ""
        self._rung = self._timing()
        self._last_key: tuple[str, float] = ("", 0.0)
        self._timer: Timer | None = None
        self._following: Following | None = None
        self.podium = Podium()
        self._preview: WebcastScreen | None = None
        self.intents = Intents(self, self.podium)

    @property
    def conference(self) -> Conference:
        """The present state."""
        return self._desk.conference

    async def on_mount(self) -> None:
        """Show the podium, all of it in the first frame; then take charge."""
        await self.push_screen(self.podium)
        self.tick()
        self.call_after_refresh(self._take_charge)

    def _take_charge(self) -> None:
        """After the first frame: tell what has to be told, and see what others record."""
        gc.freeze()
        gc.enable()
        if self._interruption is None:
            self._record_opening()
        else:
            title = "The podium ended without closing"
            self.intents.ask_how_to_go_on(title, self._interruption, then=self._record_opening)
        if self._findings:
            choices = (Choice("read", "I have read this", "", "k"),)
            self.push_screen(Pick("About the database", "\n\n".join(self._findings), choices))
        self._following = self._journal.follow(self._changed, self._failed)
        if self._feed is not None:
            self._feed.start(self._feed_told)
        self.warm_up()
        self.read_words()

    def _record_opening(self) -> None:
        """Take charge, once the officer knows what the last podium left; beat from now on.

        Until then the signs of life stay those of the podium that ended.
        """
        try:
            self._desk.open_podium()
        except StorageError as error:
            self._not_saved(error)
        self._in_charge = True
        self._heartbeat.beat(self._clock.now())

    @work(thread=True)
    def warm_up(self) -> None:
        """Import and open what the first act needs, beside the screen."""
        self._journal.warm_up()

    @work(thread=True)
    def read_words(self) -> None:
        """Import and read what the President's script needs, beside the screen."""
        from plenary_tui.views.script.glance import words_to_say
        from plenary_tui.wording import read_wording

        phrases, complaints = read_wording(self._settings.script)
        self.post_message(WordsRead(partial(words_to_say, phrases=phrases), complaints))

    def on_words_read(self, event: WordsRead) -> None:
        """Say from now on what the President says next, and what of the words is not in order."""
        self.podium.words_to_say = event.words_to_say
        if event.complaints:
            self.say(" ".join(event.complaints), "bad")
        self._show()

    def _changed(self) -> None:
        """Called in the follower's thread."""
        self.post_message(JournalChanged())

    def _failed(self, error: StorageError) -> None:
        """Called in the follower's thread, for which the app may be waiting as it ends."""
        self.post_message(JournalFailed(error))

    def _feed_told(self, sentence: str) -> None:
        """Called in the feed's thread."""
        self.post_message(FeedTold(sentence))

    def tick(self) -> None:
        """Show the present, and come back at the next second's boundary."""
        if not self.is_running:
            return
        before, self._now = self._now, self._clock.now()
        if self._in_charge:
            self._heartbeat.beat(self._now)
        self._watch_the_clocks(before)
        self._show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self._to_next_second(), self.tick)

    def _to_next_second(self) -> float:
        """Seconds until what is shown changes: the statement's next second, else the clock's."""
        spent = self._clock.now().since(self._now).total_seconds()
        return max(0.001, until_next_second(self.conference, self._now) - spent)

    def _watch_the_clocks(self, before: Instant) -> None:
        """Tell the officer of a sleep, or of a clock that was set; neither moves the countdown."""
        passed, by_wall = self._now.since(before), self._now.utc - before.utc
        if passed > STOOD_STILL:
            self._rung = self._timing()  # what was missed does not ring
            gap = slept(self._desk.ledger, before, self._now)
            self.intents.ask_how_to_go_on("The computer slept", gap)
        elif abs(by_wall - passed) > STEPPED:
            seconds = (by_wall - passed).total_seconds()
            self.say(
                f"The computer's clock was set by {seconds:+.0f} s. The countdown is not affected.",
                "warn",
            )

    def _show(self) -> None:
        """Show the conference as of now: on the screen, in the window's title, by the bell."""
        conference = self.conference
        if not self.podium.is_mounted:
            return
        self.podium.show(conference, self._now, saved=self._saved)
        if self._preview is not None:
            self._preview.show(conference, self._now)
        self._set_window_title(window_title(conference, clock_face(conference, self._now)))
        if (timing := self._timing()) is not self._rung:
            self._rung = timing
            if self._settings.bell and timing in (Timing.WRAP_UP, Timing.OVER):
                self.bell()

    def _timing(self) -> Timing | None:
        reading = read_floor(self.conference, self._now)
        return reading.timing if reading else None

    def _set_window_title(self, title: str) -> None:
        if title != self.window_title:
            self.window_title = title  # not the app's own title, whose change repaints everything
            if self._driver is not None and not self.is_headless:
                self._driver.write(f"\x1b]2;{shown(title)}\x07")

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something, until something else is told."""
        self.podium.say(Said(text, tone))

    def attempt(self, command: Command) -> Refused | None:
        """Do an act and show it; the refusal if it was not recorded."""
        try:
            receipt = self._desk.dispatch(command)
        except Refused as refused:
            return refused
        except StorageError as error:
            return self._not_saved(error)
        self._saved = True
        self.say(str(receipt), "good")
        self.tick()
        return None

    def _not_saved(self, error: StorageError) -> Refused:
        self._saved = False
        self.say(str(error), "bad")
        self._show()
        return Refused(error.why, error.instead)

    def on_journal_changed(self) -> None:
        """Another station may have recorded something: catch up and show it."""
        try:
            news = self._desk.catch_up()
        except StorageError as error:
            self._not_saved(error)
            return
        if news:
            self.say(f"From {news[-1].station}: {' '.join(one.sentence for one in news)}", "good")
            self.tick()

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
        last, when = self._last_key
        now = self._clock.now().steady
        self._last_key = (asked.keys[0] if asked.keys else asked.id, now)
        held = last == self._last_key[0] and now - when < HELD
        if not held or asked.id in MAY_REPEAT:
            self.intents.do(asked, entry)

    def serve(self, service: str) -> None:
        """Do what only the app can: print, theme, bell, palette, quit."""
        match service:
            case "print-list":
                self._print_list()
            case "print-decisions":
                text = printed_decisions(self.conference, self._now)
                self._write("decisions", text, "The record of decisions")
            case "theme":
                names = tuple(THEMES)
                theme = names[(names.index(self._settings.theme) + 1) % len(names)]
                self._keep(self._settings.model_copy(update={"theme": theme}))
                self.theme = THEMES[theme].name
                self.say(f"Theme: {theme}")
            case "bell":
                self._keep(self._settings.model_copy(update={"bell": not self._settings.bell}))
                self.say(f"The bell is {'on' if self._settings.bell else 'off'}.")
            case "webcast-preview":
                self._preview_webcast()
            case "palette":
                self.action_command_palette()
            case "quit":
                self.action_serve("quit")

    def _preview_webcast(self) -> None:
        """Show what the webcast operator sees, until it is left."""
        from plenary_tui.screens.webcast import WebcastScreen

        def left(_: None) -> None:
            self._preview = None

        preview = self._preview = WebcastScreen(preview=True)
        preview.show(self.conference, self._now)
        self.push_screen(preview, left)
        preview.watch(self.podium.query_one(MessageLine), "value", preview.say, init=False)

    def action_serve(self, service: str) -> None:
        """A service bound to a key of its own."""
        if service != "quit" or not self.conference.in_session:
            self._close()
            return
        choices = (
            Choice(False, "Stay", "", "n"),
            Choice(True, "Close the podium", "everything is kept; a running clock goes on", "y"),
        )

        def chosen(close: bool | None) -> None:
            if close:
                self._close()

        self.push_screen(Pick("Close the podium?", "The meeting is in session.", choices), chosen)

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._keep_settings(settings)

    def _print_list(self) -> None:
        """Write the list that is looked at as plain text, and say where."""
        speakers = self.podium.list_shown
        if speakers is None:
            self.say("There is no list to print. Take up an item first (i).", "bad")
            return
        symbol = "".join(one for one in speakers.item if one.isalnum())
        text = printed_list(self.conference, speakers, self._now)
        self._write(f"list-{symbol}", text, "The list")

    def _write(self, name: str, text: str, what: str) -> None:
        """Write a text to be printed to a file of that name and the time, and say where."""
        when = local(self.conference, self._now.utc)
        path = self._print_folder / f"{name}-{when:%Y%m%d-%H%M%S}.txt"
        try:
            self._print_folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            self.say(f"{what} could not be written to {path}: {error.strerror}.", "bad")
            return
        self.say(f"{what} was written to {path}", "good")

    def _close(self) -> None:
        """Record that the podium is closed, and end."""
        with suppress(StorageError):
            self._desk.close_podium()
            self._heartbeat.clear()
        self.exit()

    def on_unmount(self) -> None:
        """Follow no more."""
        if self._following is not None:
            self._following.stop()
        if self._feed is not None:
            self._feed.stop()
