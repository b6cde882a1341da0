"""Acts done at the podium and at other stations: each is told once it is on disk."""

from __future__ import annotations

from plenary_tui.apps.display import Display
from plenary_tui.apps.teller import Teller
from plenary_tui.apps.ticker import Ticker
from plenary_tui.desk.writing import Desk, Receipt
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.storage.errors import StorageError


class Acts:
    """What is done on one desk, and whether the disk takes it."""

    def __init__(self, desk: Desk, teller: Teller, ticker: Ticker, display: Display) -> None:
        self._desk, self._teller, self._ticker, self._display = desk, teller, ticker, display

    def attempt(self, command: Command) -> Refused | None:
        """Do an act, tell it and show it; the refusal if it was not recorded."""
        try:
            receipt = self.dispatch(command)
        except Refused as refused:
            return refused
        except StorageError as error:
            return self.not_saved(error)
        self._teller.say(str(receipt), "good")
        self._ticker.tick()
        return None

    def dispatch(self, command: Command, station: str | None = None) -> Receipt:
        """Do an act, for another station if one is named; raises as the desk does."""
        receipt = self._desk.dispatch(command, station)
        self._display.saved = True
        return receipt

    def not_saved(self, error: StorageError) -> Refused:
        """Tell that an act is not on disk; as a refusal."""
        self._display.saved = False
        self._teller.say(str(error), "bad")
        self._ticker.tick()
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
            self._teller.say(f"From {news[-1].station}: {told}", "good")
            self._ticker.tick()
