"""Whether a desk that began with a kept state stands where its journal says: asked once.

Until that is known nothing is recorded: whoever does an act waits for the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock

from plenary_tui.desk.writing import Desk, Step, nothing
from plenary_tui.procedure.ground.done import Record, Standing
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.storage.errors import StorageError, other_state
from plenary_tui.storage.open_journal import read_whole

ReadWhole = Callable[[Path, Step], Iterable[list[Record]]]
"""As `read_whole`."""

TOGETHER = 16
"""How many rows are folded before a key is given way."""


class Proving:
    """Folds the whole journal beside a desk, and has the desk go on with it.

    Attributes:
        pending: whether that is still to be done.
        known: the number of the row up to which the kept state went; 0 for none.
    """

    def __init__(
        self, desk: Desk, path: Path, standing: Standing | None, *, read: ReadWhole = read_whole
    ) -> None:
        """Have the desk wait with its first act.

        Args:
            path: the database.
            standing: with which the desk began; None if it began with the journal itself.
        """
        self.pending = standing is not None
        self.known = standing.conference.seq if standing is not None else 0
        self._desk, self._path, self._standing, self._read = desk, path, standing, read
        self._found: Ledger | StorageError | None = None
        self._hurried = False
        self._working = Lock()
        if self.pending:
            desk.before_acts = self.settle

    def work(self, give_way: Step) -> None:
        """Find it out, in a thread beside the desk's own."""
        with self._working:
            if self._found is None and self._standing is not None:
                self._found = self._prove(
                    self._standing, lambda: None if self._hurried else give_way()
                )

    def settle(self) -> None:
        """Have the desk go by its journal from now on; waits for the thread.

        Raises `StorageError` if the journal is not what it was, as often as it is called;
        `OtherState` if it does not make what stood.
        """
        if not self.pending:
            return
        self._hurried = True
        self.work(lambda: None)
        if isinstance(self._found, StorageError):
            raise self._found
        assert self._found is not None
        self._desk.go_by(self._found)
        self._desk.before_acts = nothing
        self.pending, self._standing, self._found = False, None, None

    def _prove(self, standing: Standing, step: Step) -> Ledger | StorageError:
        upto = self._desk.ledger.seq  # what others record from now on, the desk catches up with
        ledger, same = self._desk.empty_ledger(), False
        try:
            for records in self._read(self._path, step):
                if known := [record for record in records if record.seq <= self.known]:
                    _fold(ledger, known, step)
                    same = ledger.seq == self.known and ledger.standing == standing
                _fold(ledger, [one for one in records if self.known < one.seq <= upto], step)
        except StorageError as error:
            return error
        return ledger if same else other_state(self._path)


def _fold(ledger: Ledger, records: list[Record], step: Step) -> None:
    for start in range(0, len(records), TOGETHER):
        ledger.fold(records[start : start + TOGETHER])
        step()
