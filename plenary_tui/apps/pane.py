"""The webcast operator's app: follows a conference that others run, and can change nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from plenary_tui.apps.courtesy import collect_seldom
from plenary_tui.apps.shell import Shell
from plenary_tui.desk.watching import Watching
from plenary_tui.procedure.state.text import shown
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.screens.pane import WebcastScreen
from plenary_tui.settings import Settings
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.public.on_air import absence_of_podium
from plenary_tui.views.wording.clock_face import until_shown_changes
from plenary_tui.widgets.alarm import Alarm
from plenary_tui.widgets.bottom import Said

LOOK_EVERY = 0.04
"""Seconds between looks for a commit."""
TRY_AGAIN = 2.0
"""Seconds between attempts to open a journal that cannot be read yet."""


class JournalChanged(Message):
    """Somebody recorded something."""


class JournalLost(Message):
    """The journal can no longer be followed."""

    def __init__(self, error: StorageError) -> None:
        super().__init__()
        self.error = error


class JournalTried(Message):
    """An attempt to open the journal has ended, one way or the other."""


class WebcastApp(Shell[None]):
    """The pane on one conference, which need not exist yet."""

    LETTERS_WAIT = 0.0  # no key of the pane acts on anything but the pane
    CSS_PATH = "podium.tcss"
    TITLE = "plenary webcast"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        watching: Watching,
        clock: FollowedClock,
        *,
        settings: Settings,
        report: Callable[[Exception], str],
    ) -> None:
        """Make the pane.

        Args:
            watching: the journal; opened already or not.
            clock: the podium's clock, and its sign of life.
            report: called with an error nobody foresaw; returns the sentence to leave behind.
        """
        super().__init__(settings=settings, report=report)
        self._watching = watching
        self._clock = clock
        self._next = Alarm(self, self.tick)
        self._trying = False
        self._tried_at = clock.real()
        self.pane = WebcastScreen()

    async def on_mount(self) -> None:
        """Show what stands; then follow."""
        await self.push_screen(self.pane)
        self.tick()
        self.call_after_refresh(self._take_up)

    def _take_up(self) -> None:
        collect_seldom()
        if self._watching.is_open:
            self._follow()

    def _follow(self) -> None:
        self._watching.follow(
            lambda: self._tell(JournalChanged()),
            lambda error: self._tell(JournalLost(error)),
            every=LOOK_EVERY,
        )

    def _tell(self, message: Message) -> None:
        """Called in other threads."""
        self.post_message(message)

    def tick(self) -> None:
        """Show the present, and come back at the next second's boundary."""
        if not self.is_running:
            return
        self._show()
        if not self._watching.is_open:
            self._try_again()
        self._next.set(self._to_next_second())

    def _to_next_second(self) -> float:
        conference, now = self._watching.conference, self._clock.now()
        if conference is None:
            return 1.0
        return max(0.001, until_shown_changes(conference, now, self._clock.speed))

    def _show(self) -> None:
        """Show the conference as of now, or why there is none to show."""
        conference, now = self._watching.conference, self._clock.now()
        if conference is None:
            trouble = self._watching.trouble
            why = trouble.why if trouble is not None else "The conference is being read."
            self.pane.wait_with(f"{why}\nThis pane waits, and shows it as soon as it can be read.")
        else:
            self.pane.show(conference, now, self._notice())

    def _notice(self) -> Said:
        """What is wrong with what is shown: the journal cannot be read, or the podium is gone."""
        trouble, ledger = self._watching.trouble, self._watching.ledger
        if trouble is not None:
            text = f"WHAT IS SHOWN MAY BE OLD: {shown(trouble.why)} It is tried again by itself."
            return Said(text, "bad")
        assert ledger is not None
        beat = self._clock.last_beat()
        return Said(*absence_of_podium(opened=ledger.podium_open, beat=beat, now=self._clock.now()))

    def _try_again(self) -> None:
        now = self._clock.real()
        if not self._trying and now - self._tried_at >= TRY_AGAIN:
            self._trying, self._tried_at = True, now
            self.open_journal()

    @work(thread=True)
    def open_journal(self) -> None:
        """Read the whole journal, beside the screen."""
        self._watching.open()
        self._tell(JournalTried())

    def on_journal_tried(self) -> None:
        """Show what was read, and follow it."""
        self._trying = False
        if self._watching.is_open:
            self._follow()
        self._show()

    def on_journal_changed(self) -> None:
        """Catch up, and show it."""
        if self._watching.catch_up():
            self.tick()

    def on_journal_lost(self, event: JournalLost) -> None:
        """Say so, and try again by and by."""
        self._watching.lose(event.error)
        self._show()

    def action_leave(self) -> None:
        """End."""
        self.exit()

    def on_unmount(self) -> None:
        """Follow no more."""
        self._watching.close()
