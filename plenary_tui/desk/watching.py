"""The journal of one conference, read and never written, whatever becomes of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.following import POLL_SECONDS
from plenary_tui.storage.journal import Following, SqliteJournal
from plenary_tui.storage.open_journal import open_journal


class Watching:
    """A conference as it stands in its journal.

    It has no way to append: what writes is never opened. `open` may be called in another thread
    than the other methods, but not at the same time as they.

    Attributes:
        path: the database, which need not exist yet.
        ledger: the state as last read; None if it was never read.
        trouble: why it cannot be followed just now; None if it can.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ledger: Ledger | None = None
        self.trouble: StorageError | None = None
        self._journal: SqliteJournal | None = None
        self._following: Following | None = None

    @property
    def conference(self) -> Conference | None:
        """The state as last read."""
        return self.ledger.conference if self.ledger is not None else None

    @property
    def last(self) -> Instant | None:
        """When the last record known was made; None while there is none."""
        last = self.ledger.last if self.ledger is not None else None
        return last.event.at if last is not None else None

    @property
    def is_open(self) -> bool:
        """Whether there is a journal to catch up with."""
        return self._journal is not None

    def open(self) -> bool:
        """Read the whole journal anew, after every check; whether that was possible."""
        self.close()
        try:
            opened = open_journal(self.path, folding=True)
        except StorageError as error:
            self.trouble = error
            return False
        self._journal, self.ledger, self.trouble = opened.journal, opened.ledger(), None
        return True

    def follow(
        self,
        changed: Callable[[], None],
        failed: Callable[[StorageError], None],
        *,
        every: float = POLL_SECONDS,
    ) -> None:
        """Have `changed` called, in another thread, at once and after every act.

        Whoever was called before is not any more.

        Args:
            every: seconds between looks.
        """
        assert self._journal is not None
        if self._following is not None:
            self._following.stop()
        self._following = self._journal.follow(changed, failed, every=every)

    def catch_up(self) -> bool:
        """Fold in what is new; whether anything was. Closes, and keeps why, if it cannot."""
        if self._journal is None or self.ledger is None:
            return False
        try:
            records = self._journal.read(self.ledger.seq)
        except StorageError as error:
            self.lose(error)
            return True
        self.ledger.fold(records)
        return bool(records)

    def lose(self, error: StorageError) -> None:
        """Follow no more, for this reason, until it is opened again."""
        self.close()
        self.trouble = error

    def close(self) -> None:
        """Follow no more. May be called again."""
        following, self._following = self._following, None
        journal, self._journal = self._journal, None
        if following is not None:
            following.stop()
        if journal is not None:
            journal.close()
