"""Acts done at the podium and at other stations: each is told once it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from plenary_tui.apps.display import Display
from plenary_tui.apps.teller import Teller
from plenary_tui.apps.ticker import Ticker
from plenary_tui.desk.writing import Desk, Landed, Receipt
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.done import InForce, Record
from plenary_tui.procedure.ground.known_names import known_names
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.procedure.ledger import OthersAct
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import JournalMoved, StorageError
from plenary_tui.storage.link_file import NotInChargeHere

TRIES = 3
"""How often an act is begun again beside because another station was quicker."""


class Acts:
    """What is done on one desk, and whether the disk takes it."""

    def __init__(
        self, officer: Officer, desk: Desk, teller: Teller, ticker: Ticker, display: Display
    ) -> None:
        """Name the desk, and what tells and shows; `recorded` is called after each act.

        `ask` is called for an act that is not for this machine to record.

        Args:
            officer: whose app is called from threads beside it.
        """
        self._officer = officer
        self._folding = False
        self._desk, self._teller, self._ticker, self._display = desk, teller, ticker, display
        self.recorded: Callable[[], None] = lambda: None
        self.means_what_waits: Callable[[Command], bool] = lambda _: False
        self.ask: Callable[[Command, NotInChargeHere], Refused | None] = _nobody_is_asked

    def attempt(self, command: Command) -> Refused | None:
        """Do an act, tell it and show it; the refusal if it was not recorded."""
        try:
            receipt = self.dispatch(command)
        except Refused as refused:
            if self.means_what_waits(command):
                return self.ask(command, NotInChargeHere(refused.why, refused.instead))
            return refused
        except NotInChargeHere as error:
            return self.ask(command, error)
        except StorageError as error:
            return self.not_saved(error)
        self._teller.say(str(receipt), "good")
        self._ticker.tick()
        return None

    def in_force(self) -> InForce:
        """What reads, in a thread, all that was recorded and not undone.

        It gives nothing, and that is told, if that cannot be read.
        """
        try:
            read = self._desk.in_force()
        except StorageError as error:
            self.not_saved(error)
            return lambda step: ()

        def told(step: Callable[[], None]) -> tuple[Record, ...]:
            try:
                return read(step)
            except StorageError as error:
                self._officer.call_later(self.not_saved, error)
                return ()

        return told

    def others_act(self, command: Undo | Redo) -> OthersAct | None:
        """As the desk's; raises `Refused` if the journal is not what it was."""
        with self._reading():
            return self._desk.others_act(command)

    def undo_here(self) -> Undo:
        """What is taken back here: the last act; at a machine that asks, its own last alone.

        Raises `Refused` if that cannot be read.
        """
        with self._reading():
            return Undo(own=not self._desk.records_here())

    def foresee(self, command: Undo | Redo) -> tuple[str, Conference]:
        """As the desk's; raises `Refused` also if the journal is not what it was."""
        with self._reading():
            return self._desk.foresee(command)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Raise `Refused`, and tell it, if the journal cannot be read."""
        try:
            yield
        except StorageError as error:
            raise self.not_saved(error) from error

    def take_beside(self, command: Command, done: Callable[[Refused | None], None]) -> None:
        """Do an act of thousands of rows in a thread of its own, so that it holds no key.

        Args:
            done: called once it was told and shown, with the refusal if it was not recorded.
        """
        self._take_beside(command, done, TRIES)

    def _take_beside(
        self, command: Command, done: Callable[[Refused | None], None], tries: int
    ) -> None:
        try:
            work = self._desk.beside(command)
        except StorageError as error:
            done(self.not_saved(error))
            return

        def beside() -> None:
            try:
                landed = work(self._officer.give_way)
                known_names(landed.conference.delegations).warm()
            except (Refused, StorageError) as error:
                self._officer.call_later(not_recorded, error)
            else:
                self._officer.call_later(recorded, landed)

        def recorded(landed: Landed) -> None:
            receipt = self._desk.adopt(landed)
            self._display.saved = True
            self._teller.say(str(receipt), "good")
            self._ticker.tick()
            done(None)

        def not_recorded(error: Refused | StorageError) -> None:
            if isinstance(error, JournalMoved) and tries:
                self._catch_up()
                self._take_beside(command, done, tries - 1)
            else:
                done(error if isinstance(error, Refused) else self.not_saved(error))

        self._in_thread(beside, "an act of many rows")

    def is_called(self, station: str) -> bool:
        """Whether that is the name by which this podium acts."""
        return self._desk.is_called(station)

    def dispatch(self, command: Command, station: str | None = None, request: str = "") -> Receipt:
        """Do an act, for another station if one is named; raises as the desk does.

        Args:
            request: the number by which another machine asked for it.
        """
        receipt = self._desk.dispatch(command, station, request)
        self.recorded()
        self._display.saved = True
        return receipt

    def not_saved(self, error: StorageError) -> Refused:
        """Tell that an act is not on disk; as a refusal."""
        if isinstance(error, NotInChargeHere):
            return Refused(error.why, error.instead)  # nothing is wrong with the disk
        self._display.saved = False
        self._teller.say(str(error), "bad")
        self._ticker.tick()
        return Refused(error.why, error.instead)

    def catch_up(self) -> None:
        """Fold in and tell what other stations have recorded; thousands of rows beside."""
        try:
            much = self._desk.much_waits()
        except StorageError as error:
            self.not_saved(error)
            return
        if much and self._folding:
            return  # what is folded now is followed by another look
        if not much:
            self._catch_up()
            return
        self._folding = True

        def beside() -> None:
            with suppress(StorageError):  # catching up meets it again, and tells it
                self._desk.beside_of_others(self._officer.give_way)
            self._officer.call_later(folded)

        def folded() -> None:
            self._folding = False
            self._catch_up()

        self._in_thread(beside, "what another station recorded")

    def _in_thread(self, work: Callable[[], None], description: str) -> None:
        self._officer.podium.app.run_worker(
            work, thread=True, group="beside", description=description
        )

    def _catch_up(self) -> None:
        try:
            news = self._desk.catch_up()
            asks = not self._desk.records_here()
        except StorageError as error:
            self.not_saved(error)
            return
        if news:
            told = " ".join(one.sentence for one in sorted(news, key=lambda one: one.overruled))
            own = asks and self.is_called(news[-1].station)  # what was asked here, and answered
            self._teller.say(told if own else f"From {news[-1].station}: {told}", "good")
            self._ticker.tick()


def _nobody_is_asked(command: Command, why: NotInChargeHere) -> Refused:
    return Refused(why.why, why.instead)
