"""Follows a journal, which it only reads, and keeps the files of a feed as it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from queue import Empty, SimpleQueue

from plenary_tui.desk.watching import Watching
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.speakers.order import last_change, next_change
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.public.feed import ended_files, feed_files, files_without_conference
from plenary_tui.views.public.on_air import gone_since
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.webcast.folder import FeedError, FeedFolder

LOOK_EVERY = 0.015
"""Seconds between looks for a commit."""
LOOK_AGAIN = 2.0
"""Seconds between looks at the folder, and between tries when something is in the way."""
LOOK_FOR_LIFE = 0.25
"""The same while the podium is gone: it may be back at any moment."""
RECOVERED = "The webcast files are written again."


class _Standing(Value):
    """What the files were last written of.

    Attributes:
        seq: the journal's last row.
        changed: when the order of the list last changed by itself; None if it did not.
        gone: the last sign of life of a podium that is gone; None while it is there or has closed.
    """

    seq: int
    changed: datetime | None
    gone: Instant | None


class _End(Value):
    """It is to end, perhaps because its podium has."""

    podium_ended: bool


class Feeder:
    """Writes the files after every act, and when the order of the list changes by itself.

    Whatever becomes of the folder or the journal is told once, and tried again by itself.
    """

    def __init__(
        self,
        watching: Watching,
        folder: FeedFolder,
        tell: Callable[[str], None],
        clock: FollowedClock,
        phrases: Phrases,
        *,
        keep: bool = False,
    ) -> None:
        """Make the feeder of a folder.

        Args:
            watching: the journal; opened already or not.
            folder: taken already or not.
            tell: called with a sentence when something comes in the way, or is out of it.
            clock: the podium's clock, and its sign of life.
            phrases: how the President's script is put into words.
            keep: whether the files stay as they are when it ends; else the captions are emptied,
                for nobody would keep them true.
        """
        self._watching = watching
        self._folder = folder
        self._tell = tell
        self._clock = clock
        self._phrases = phrases
        self._keep = keep
        self._told = ""
        self._written: _Standing | None = None
        self._news: SimpleQueue[StorageError | _End | None] = SimpleQueue()

    def stop(self, *, podium_ended: bool = False) -> None:
        """End `run` with a last update; may be called in any thread or signal, and before it.

        Args:
            podium_ended: its podium has ended; one that did not close is gone then, however lately
                it gave a sign of life.
        """
        self._news.put(_End(podium_ended))

    def run(self) -> None:
        """Write what stands, then follow; returns once it is stopped."""
        if self._watching.is_open:
            self._follow()
        try:
            end = None
            while end is None:
                self.update()
                end = self._wait()
            self.update(ended=end.podium_ended)
            if not self._keep:
                self._empty()
        finally:
            self._watching.close()
            self._folder.free()

    def update(self, *, ended: bool = False) -> None:
        """Bring the files to what the journal says now, and tell what is in the way.

        Args:
            ended: the podium is known to have ended.
        """
        if not self._watching.is_open and self._watching.open():
            self._written = None  # it may be another journal
            self._follow()
        self._watching.catch_up()
        trouble = str(self._watching.trouble or "")
        try:
            self.write(ended=ended)
        except FeedError as error:
            self._written = None
            self._folder.free()  # what comes back may be another folder
            trouble = trouble or f"The feed is not being written: {error}"
        if trouble != self._told:
            self._told = trouble
            self._tell(trouble or RECOVERED)

    def _empty(self) -> None:
        """Leave nobody's name behind."""
        if not self._folder.taken:
            return  # it was told why
        try:
            self._folder.put(ended_files(self._folder.held, self._clock.now().utc))
        except FeedError as error:
            self._tell(f"The captions are not emptied: {error}")

    def write(self, *, ended: bool = False) -> None:
        """Replace the files that are not as the journal was last read. Raises `FeedError`.

        Args:
            ended: the podium is known to have ended.
        """
        if not self._folder.taken:
            self._folder.take()
        ledger = self._watching.ledger
        if ledger is None or ledger.last is None:
            self._folder.put(files_without_conference())
            return
        now, at = self._clock.now(), ledger.last.event.at
        gone = self._gone(ledger, now, ended=ended)
        changed = last_change(ledger.conference, now.utc)
        stands = _Standing(ledger.seq, changed, gone)
        if self._written == stands and not self._folder.forget_missing():
            return
        if changed is not None and changed > at.utc:
            at = now.before(now.utc - changed)
        since = gone.utc if gone is not None else None
        self._folder.write(feed_files(ledger.conference, at, self._phrases, since))
        self._written = stands

    def _gone(self, ledger: Ledger, now: Instant, *, ended: bool) -> Instant | None:
        """The last sign of life of a podium that is gone: the same for as long as it is gone."""
        beat = self._clock.last_beat() or now
        gone = gone_since(opened=ledger.podium_open, beat=beat, now=now)
        if gone is None and not (ended and ledger.podium_open):
            return None
        return self._clock.beaten_at() or beat

    def _follow(self) -> None:
        self._watching.follow(
            lambda: self._news.put(None), lambda error: self._news.put(error), every=LOOK_EVERY
        )

    def _patience(self) -> float:
        """Seconds until there is something to do, if nothing happens before."""
        if self._written is not None and self._written.gone is not None:
            return LOOK_FOR_LIFE
        ledger = self._watching.ledger
        if ledger is None:
            return LOOK_AGAIN
        now = self._clock.now()
        change = next_change(ledger.conference, now.utc)
        speed = self._clock.speed
        if change is None or not speed:
            return LOOK_AGAIN
        return max(0.0, min(LOOK_AGAIN, (change - now.utc).total_seconds() / speed))

    def _wait(self) -> _End | None:
        """Wait for something to do; returns the end once it was stopped."""
        try:
            news = [self._news.get(timeout=self._patience())]
        except Empty:
            return None
        while not self._news.empty():
            news.append(self._news.get())
        for one in news:
            if isinstance(one, StorageError):
                self._watching.lose(one)
        return next((one for one in news if isinstance(one, _End)), None)
