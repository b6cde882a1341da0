"""The only writer: decide, append, apply. State moves only after the act is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plenary_tui.clock import Clock
from plenary_tui.desk.unseen import called_by, require_same_act, require_same_speaker
from plenary_tui.procedure.ground.act import (
    Command,
    Event,
    Overruled,
    Refused,
    foreseen_after,
)
from plenary_tui.procedure.ground.done import InForce, Record
from plenary_tui.procedure.ground.on_record import (
    Asked,
    PodiumClosed,
    PodiumOpened,
    Redo,
    Redone,
    Undo,
    Undone,
)
from plenary_tui.procedure.ledger import Ledger, OthersAct
from plenary_tui.procedure.speakers.inscription import Inscribed
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.errors import JournalMoved
from plenary_tui.storage.journal import Journal

MANY = 200
"""From so many rows on an act of another station is folded beside the desk."""
TRIES = 20
"""How often an act is decided again because another station was quicker."""


class Receipt(Value):
    """What was recorded.

    Attributes:
        seq: the number of the last row written.
        sentences: what was done, a sentence for each row, or one for all.
        entry: the number of the entry that was inscribed, if one was.
        overruled: those of the sentences that say what was overruled for it.
    """

    seq: int
    sentences: tuple[str, ...]
    entry: int | None = None
    overruled: tuple[str, ...] = ()

    def __str__(self) -> str:
        done = [one for one in self.sentences if one not in self.overruled]
        return " ".join((*done, *self.overruled))


class News(Value):
    """One row that another station recorded: who did it, what, and if it overruled a refusal."""

    station: str
    sentence: str
    overruled: bool = False


class Landed(Value):
    """An act that is on disk, with the state after it, made beside the desk.

    Attributes:
        after: the number of the row that it follows.
        before: the state before it.
    """

    after: int
    before: Conference
    records: tuple[Record, ...]
    conference: Conference


Step = Callable[[], None]
"""Called again and again by what is done in another thread, which may have to wait there."""


def nothing() -> None:
    """Before acts nothing has to be done."""


class Desk:
    """Where acts are done: on one journal, at one station.

    Raises `Refused` for what the rules forbid, and the storage's `StorageError` for what the disk
    does; in either case nothing was recorded.

    Attributes:
        ledger: the journal, folded.
        before_acts: called before an act is decided on what the ledger says.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        station: str,
        records: Iterable[Record] | None = None,
        *,
        ledger: Ledger | None = None,
    ) -> None:
        """Fold the journal, unless that was done.

        Args:
            records: all its records, where they were read already.
            ledger: what they make, where they were folded already.
        """
        self._journal = journal
        self._clock = clock
        self._station = station
        self._landed: Landed | None = None
        self.before_acts: Step = nothing
        self.ledger = ledger or Ledger(journal.read() if records is None else records)

    @property
    def conference(self) -> Conference:
        """The state after the last act known."""
        return self.ledger.conference

    @property
    def last_at(self) -> Instant | None:
        """When the last record known was made; None while there is none."""
        last = self.ledger.last
        return last.event.at if last is not None else None

    def empty_ledger(self) -> Ledger:
        """One in which to fold all records, in any thread; it reads them again if it must."""
        return Ledger(earlier=lambda: self._journal.read_beside(0))

    def in_force(self) -> InForce:
        """What reads the records of the acts in force now; raises `StorageError` if it cannot."""
        self.before_acts()
        upto = self.ledger.seq

        def read(step: Step) -> tuple[Record, ...]:
            ledger = Ledger()
            for record in self._journal.read_beside(0, step):
                if record.seq <= upto:
                    ledger.fold((record,))
                    step()
            return ledger.in_force

        return read

    def dispatch(self, command: Command, station: str | None = None, request: str = "") -> Receipt:
        """Do an act: decide, append in one transaction, apply.

        Args:
            station: who acts, if it is not the one whose desk this is.
            request: the number of the request by which another machine asked for it.
        """
        self.before_acts()
        who = station or self._station

        def decide(at: Instant) -> tuple[Event, ...]:
            events = self.ledger.decide(command, at, who)
            return (*events, Asked(at=at, request=request)) if request else events

        return self._record(decide, who)

    def others_act(self, command: Undo | Redo) -> OthersAct | None:
        """What would be undone or redone where another station did it; None where this one did."""
        self.before_acts()
        if isinstance(command, Redo):
            return self.ledger.others_undone(self._station)
        return self.ledger.others_act(self._station)

    def foresee(self, command: Undo | Redo) -> tuple[str, Conference]:
        """What an undo or redo is about, in words, and the state after it; raises `Refused`."""
        self.before_acts()
        return self.ledger.foresee(command, self._clock.now(), self._station)

    def is_called(self, station: str) -> bool:
        """Whether that is the name by which this desk acts."""
        return station == self._station

    def records_here(self) -> bool:
        """Whether this machine may record, and does not only follow. Raises `StorageError`."""
        return self._journal.records_here()

    def open_podium(self) -> Receipt:
        """Record that a podium took charge."""
        self.before_acts()
        return self._record(lambda at: (PodiumOpened(at=at),))

    def close_podium(self) -> Receipt:
        """Record that the podium was closed in order."""
        self.before_acts()
        return self._record(lambda at: (PodiumClosed(at=at),))

    def beside(self, command: Command) -> Callable[[Step], Landed]:
        """What does an act of thousands of rows, to be called in another thread.

        There it decides, appends in one transaction, and makes the state; it raises what `dispatch`
        does, and `JournalMoved` if this desk has to catch up first. Then `adopt` what it gives.
        """
        self.before_acts()
        before, after = self.conference, self.ledger.seq

        def done(step: Step) -> Landed:
            events = command.decide(before, self._clock.now())
            conference = foreseen_after(before, events, step)
            records = self._journal.append(after, events, self._station)
            self._landed = Landed(after, before, records, conference)
            return self._landed

        return done

    def much_waits(self) -> bool:
        """Whether others have recorded so much that it is better folded beside the desk."""
        return self._landed is None and self._journal.ahead(self.ledger.seq) > MANY

    def beside_of_others(self, step: Step) -> None:
        """Read and fold an act of thousands of rows that another station recorded.

        To be called in another thread; `catch_up` takes what it made, if that still follows.
        """
        before, after = self.conference, self.ledger.seq
        if before.seq != after or self._landed is not None:
            return  # this desk is recording
        records = self._journal.read_beside(after)
        act = tuple(record for record in records if record.act == after + 1)
        if len(act) > MANY and type(act[0].event) not in (Undone, Redone):
            conference = foreseen_after(before, (record.event for record in act), step)
            self._landed = Landed(after, before, act, conference)

    def adopt(self, landed: Landed) -> Receipt:
        """Go on with what was done beside, unless that was caught up with already."""
        self._take_landed()
        if self.ledger.seq < landed.records[-1].seq:
            self.catch_up()
        return _receipt(landed.before, landed.records)

    def _take_landed(self) -> tuple[Record, ...]:
        """Fold what was made beside if it follows; its records."""
        landed, self._landed = self._landed, None
        if landed is None or landed.after != self.ledger.seq:
            return ()
        if landed.before is not self.conference:
            return ()
        self.ledger.take(landed.records, landed.conference)
        return landed.records

    def go_by(self, whole: Ledger) -> None:
        """Go on with a ledger that was made beside, of all rows up to one, and comes to the same.

        The state stays the very value that it was, as nothing has changed.
        """
        records = self._journal.read(whole.seq)
        whole.fold(record for record in records if record.seq <= self.ledger.seq)
        whole.conference = self.ledger.conference
        self.ledger = whole

    def catch_up(self) -> tuple[News, ...]:
        """Fold in what other stations have recorded, and tell it."""
        news = []
        told = 0
        before = self.conference
        for record in self._take_landed()[:1]:
            if record.station != self._station:
                news.append(_news(record, before))
        for record in self._journal.read(self.ledger.seq):
            if record.act != told and not record.event.silent:
                news.append(_news(record, self.conference))
                told = record.act if record.event.tells_all else 0
            self.ledger.fold((record,))
        return tuple(news)

    def _record(
        self, decide: Callable[[Instant], tuple[Event, ...]], station: str | None = None
    ) -> Receipt:
        meant: tuple[Event, str] | None = None
        for _ in range(TRIES):
            before = self.conference
            events = decide(self._clock.now())
            called = called_by(before, events)
            meant = meant or (events[0], called)
            require_same_act(meant[0], events[0])
            require_same_speaker(before, meant[1], called)
            try:
                records = self._journal.append(self.ledger.seq, events, station or self._station)
            except JournalMoved:
                self.catch_up()
                continue
            self.ledger.fold(records)
            return _receipt(before, records)
        raise Refused(
            "Other stations record acts faster than this one can.", "Wait a moment and do it again."
        )


def _news(record: Record, before: Conference) -> News:
    overruled = isinstance(record.event, Overruled)
    return News(record.station, record.event.sentence(before), overruled)


def _receipt(before: Conference, records: tuple[Record, ...]) -> Receipt:
    first = records[0].event
    if first.tells_all:
        return Receipt(records[-1].seq, (first.sentence(before),))
    sentences, overruled = [], []
    entry = None
    told = [record for record in records if not record.event.silent]
    for record in told:
        sentences.append(record.event.sentence(before))
        if isinstance(record.event, Overruled):
            overruled.append(sentences[-1])
        elif isinstance(record.event, Inscribed):
            entry = record.event.entry.id
        if record is not told[-1]:
            before = record.event.apply(before)
    return Receipt(records[-1].seq, tuple(sentences), entry, tuple(overruled))
