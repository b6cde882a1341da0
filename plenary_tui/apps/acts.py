"""Acts done at the podium and at other stations: each is told once it is on disk."""

from __future__ import annotations

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import StorageError


class Acts:
    """What is done on one desk, and whether the disk takes it.

    Attributes:
        saved: whether the last act is on disk.
    """

    def __init__(self, desk: Desk, officer: Officer) -> None:
        self._desk, self._officer = desk, officer
        self.saved = True

    def attempt(self, command: Command) -> Refused | None:
        """Do an act, tell it and show it; the refusal if it was not recorded."""
        try:
            receipt = self._desk.dispatch(command)
        except Refused as refused:
            return refused
        except StorageError as error:
            return self.not_saved(error)
        self.saved = True
        self._officer.say(str(receipt), "good")
        self._officer.tick()
        return None

    def not_saved(self, error: StorageError) -> Refused:
        """Tell that an act is not on disk; as a refusal."""
        self.saved = False
        self._officer.say(str(error), "bad")
        self._officer.tick()
        return Refused(error.why, error.instead)

    def catch_up(self) -> None:
        """Fold in and tell what other stations have recorded."""
        try:
            news = self._desk.catch_up()
        except StorageError as error:
            self.not_saved(error)
            return
        if news:
            told = " ".join(one.sentence for one in news)
            self._officer.say(f"From {news[-1].station}: {told}", "good")
            self._officer.tick()
