"""What other threads tell the podium's app: the journal's follower, and the feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from plenary_tui.screens.podium import WordsOf
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.journal import Following, SqliteJournal

if TYPE_CHECKING:
    from plenary_tui.webcast.beside import FeedBeside


class JournalChanged(Message):
    """Somebody recorded something."""


class JournalFailed(Message):
    """What others record can no longer be followed."""

    def __init__(self, error: StorageError) -> None:
        super().__init__()
        self.error = error


class FeedTold(Message):
    """Something came in the way of the webcast files, or is out of it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class WordsRead(Message):
    """The phrases of the President's script were read; `complaints` tell what was not taken."""

    def __init__(self, words_to_say: WordsOf, complaints: tuple[str, ...]) -> None:
        super().__init__()
        self.words_to_say = words_to_say
        self.complaints = complaints


class Others:
    """Those who tell the app something, from their own threads, between `begin` and `end`.

    Attributes:
        feed: writes the webcast files; None if nobody asked for it.
    """

    def __init__(
        self, journal: SqliteJournal, feed: FeedBeside | None, post: Callable[[Message], None]
    ) -> None:
        """Name them.

        Args:
            post: passes a message to the app; called in any thread.
        """
        self._journal = journal
        self.feed = feed
        self._post = post
        self._following: Following | None = None

    def begin(self) -> None:
        """Follow the journal, and have the webcast files written."""
        self._following = self._journal.follow(self.changed, self.failed)
        if self.feed is not None:
            self.feed.start(lambda sentence: self._post(FeedTold(sentence)))

    def end(self) -> None:
        """Follow no more, and write no more."""
        if self._following is not None:
            self._following.stop()
        if self.feed is not None:
            self.feed.stop()

    def changed(self) -> None:
        """Called in the follower's thread."""
        self._post(JournalChanged())

    def failed(self, error: StorageError) -> None:
        """Called in the follower's thread, for which the app may be waiting as it ends."""
        self._post(JournalFailed(error))
