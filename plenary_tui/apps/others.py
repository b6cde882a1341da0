"""What reaches the podium from beside it: other stations' acts, and the webcast files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plenary_tui.apps.acts import Acts
from plenary_tui.apps.linked import Linked
from plenary_tui.procedure.state.text import shown
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.feed_ends import FeedEnds
from plenary_tui.storage.journal import Following, SqliteJournal

if TYPE_CHECKING:
    from plenary_tui.webcast.beside import FeedBeside


class Others:
    """Those who tell the podium something, from their own threads, between `begin` and `end`.

    Attributes:
        journal: what other stations write to.
        feed: writes the webcast files; None if nobody asked for it.
        linked: what a link to a server tells; None if there is none.
    """

    def __init__(
        self,
        officer: Officer,
        acts: Acts,
        journal: SqliteJournal,
        feed: FeedBeside | None,
        linked: Linked | None = None,
    ) -> None:
        """Name them."""
        self._linked = linked
        self._officer = officer
        self._acts = acts
        self.journal = journal
        self.feed = feed
        self._ends = FeedEnds(journal.path)
        self._following: Following | None = None

    def begin(self) -> None:
        """Follow the journal, and have the webcast files written."""
        self._following = self.journal.follow(self.changed, self.failed)
        if self.feed is not None:
            self.feed.start(self._told_of_the_feed)
        if self._linked is not None:  # what speaks with a server is imported behind a whole frame
            self._officer.podium.app.call_after_refresh(self._linked.begin)

    def end(self) -> None:
        """Follow no more, and write no more."""
        if self._following is not None:
            self._following.stop()
        if self.feed is not None:
            self.feed.stop()
        if self._linked is not None:
            self._linked.end()

    def look(self) -> None:
        """See what other terminals have asked, and which feeds there have ended; at each tick."""
        if self._linked is not None:
            self._linked.look()
        for folder in self._ends.news():
            self._officer.say(
                f"The feed in {shown(folder)} has ended: nothing is written there any more. "
                "Write it with `plenary feed` in another terminal.",
                "bad",
            )

    def changed(self) -> None:
        """Somebody recorded something; called in the follower's thread."""
        if self._linked is not None:
            self._linked.poke()
        self._pass_on(self._acts.catch_up)

    def failed(self, error: StorageError) -> None:
        """Other stations can be followed no longer; called in the follower's thread."""
        said = f"What other stations record is no longer shown at once: {error} "
        self._pass_on(lambda: self._officer.say(f"{said}Open the podium again.", "bad"))

    def _told_of_the_feed(self, sentence: str) -> None:
        """Something came in the way of the webcast files; called in their thread."""
        self._pass_on(lambda: self._officer.say(sentence, "warn"))

    def _pass_on(self, call: Callable[[], None]) -> None:
        """Have the app's own thread do it, which may be waiting for this one as it ends."""
        self._officer.call_later(call)
