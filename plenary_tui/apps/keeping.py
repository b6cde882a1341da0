"""The state is kept beside the database now and then, so that a podium opens quickly after all."""

from __future__ import annotations

from plenary_tui.desk.writing import Desk
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.kept_state import WORTH

OFTEN = 200
"""From so many rows on since the last time it is kept, once nothing is done for a while."""
AT_LATEST = 1_000
"""From so many rows on it is kept whatever is done."""
QUIET = 3
"""So many looks without an act are a while."""


class Keeping:
    """Keeps the state of a desk; looks once a second whether that is worth it."""

    def __init__(self, officer: Officer, desk: Desk, journal: SqliteJournal, kept: int) -> None:
        """Keep the state of that desk beside that journal.

        Args:
            kept: the number of the row up to which it was kept last; 0 for none.
        """
        self._officer, self._desk, self._journal = officer, desk, journal
        self._kept, self._seen, self._quiet = kept, 0, 0
        self._opened = desk.ledger.seq
        self._working = False

    def look(self) -> None:
        """Keep the state, in a thread, if much was recorded since; called at each tick."""
        ledger = self._desk.ledger
        self._quiet = self._quiet + 1 if ledger.seq == self._seen else 0
        self._seen = ledger.seq
        quiet = self._quiet >= QUIET
        since = self._kept + OFTEN if quiet else max(self._kept, self._opened) + AT_LATEST
        if self._working or ledger.seq < max(WORTH, since):
            return
        standing = ledger.standing
        if standing is None or not ledger.is_whole:
            return

        def work() -> None:
            self._journal.keep(standing, self._officer.give_way)
            self._working = False

        self._working, self._kept = True, ledger.seq
        app = self._officer.podium.app
        app.run_worker(work, thread=True, group="beside", description="what stands is kept")

    def end(self) -> None:
        """Keep what stands, once the podium is closed."""
        ledger = self._desk.ledger
        if ledger.is_whole and ledger.seq >= WORTH and (standing := ledger.standing) is not None:
            self._journal.keep(standing)
