"""What podiums recorded alone is noted in the journal of the one in charge, and told there."""

from __future__ import annotations

from concurrent.futures import Future

from plenary_tui.apps.acts import Acts
from plenary_tui.apps.charge import Charge
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.podium.alone_rows import told_alone

NOTED_WITHIN = 2.0
"""Seconds for which the link waits for the app before it looks again."""


class NotingAlone:
    """Notes on one podium what the link has found, once that podium is in charge."""

    def __init__(self, officer: Officer, acts: Acts, charge: Charge) -> None:
        self._officer, self._acts, self._charge = officer, acts, charge

    def note_in_turn(self, acts: tuple[Alone, ...]) -> bool:
        """Have the app note it; whether it is noted. Called in the link's thread."""
        noted: Future[bool] = Future()
        if not self._officer.call_later(self._note, acts, noted):
            return False
        try:
            return noted.result(NOTED_WITHIN)
        except TimeoutError:
            return False

    def _note(self, acts: tuple[Alone, ...], noted: Future[bool]) -> None:
        """Note what of it is new, and tell the officer."""
        if not self._charge.taken:
            noted.set_result(False)
            return
        try:
            self._acts.dispatch(NoteAlone(acts=acts))
        except Refused:
            noted.set_result(True)  # it is noted already
        except StorageError as error:
            noted.set_result(False)
            self._acts.not_saved(error)
        else:
            noted.set_result(True)
            self._officer.say(told_alone(self._officer.conference), "warn")
            self._officer.tick()
