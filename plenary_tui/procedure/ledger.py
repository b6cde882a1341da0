"""The fold of the journal: the state all acts have made, and what may be undone or redone.

Undo is itself recorded: it names the act it takes back, and the state is folded without it. Nothing
is deleted. Acts are undone last first, whichever station did them; a new act ends all redoing. What
a station did last may also be taken back alone, where nothing done since hangs on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import takewhile

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.done import Act, Record, Standing
from plenary_tui.procedure.ground.on_record import (
    Asked,
    PodiumClosed,
    PodiumOpened,
    Redo,
    Redone,
    Undo,
    Undone,
)
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant

KEPT_STATES = 64
"""How many acts back the state is kept at hand, so that undoing them folds nothing anew."""
KEPT_EVERY = 256
"""Of the acts before those the state is kept before each so-manieth: what is undone further back is
folded from there, and not from the beginning."""
AT_HAND = 4 * KEPT_EVERY
"""So many acts stay at hand; those before them are let go of where they can be read again."""

EMPTY = Conference(id="", name="", timezone="UTC", first_day=date.min, last_day=date.max)
"""The state before the first record."""


class OthersAct(Value):
    """What another station did last.

    Attributes:
        what: it, in words.
        own: what this station did last before it, if that can be taken back alone; else "".
    """

    station: str
    what: str
    own: str


class Ledger:
    """Folds records, in order, into a conference; the only state that is ever replaced.

    Attributes:
        conference: the state after the last record.
        last: the last record folded; None while the journal is empty.
        last_step: the last record folded that did something, took it back or did it again.
        is_whole: whether all records made what stands, from the first on, and not a state that was
            kept and those after it.
        podium_opened: when the podium that is open, or ended without closing, was opened.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        standing: Standing | None = None,
        earlier: Callable[[], Iterable[Record]] | None = None,
    ) -> None:
        """Fold records, from the first on.

        Args:
            standing: what those up to a row have made, if that is known; the records then begin
                with its `last_step`.
            earlier: reads the records from the first on; called once acts matter that are not at
                hand. None to have all at hand that are given.
        """
        self.conference = EMPTY
        self.last: Record | None = None
        self.last_step: Record | None = None
        self.podium_opened: Instant | None = None
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._earlier = earlier
        self._all_at_hand = self.is_whole = standing is None
        if standing is not None:
            records = self._begin_with(standing, records)
        self.fold(records)

    def _begin_with(self, standing: Standing, records: Iterable[Record]) -> list[Record]:
        """Begin with what was made; the records that follow it."""
        known = [record for record in records if record.seq <= standing.conference.seq]
        self.conference, self.podium_opened = standing.conference, standing.podium_opened
        self.last_step, self.last = known[0], known[-1]
        return [record for record in records if record.seq > self.last.seq]

    @property
    def standing(self) -> Standing | None:
        """What the records folded have made; None before the first that did something."""
        if self.last_step is None:
            return None
        return Standing(self.conference, self.last_step.seq, self.podium_opened)

    def reach_back(self) -> None:
        """Have all acts at hand; where the state was another than they make, theirs is it."""
        if self._earlier is None or self._all_at_hand:
            return
        whole = Ledger(takewhile(lambda record: record.seq <= self.seq, self._earlier()))
        if whole.conference != self.conference:
            self.conference = whole.conference
        self._done, self._undone = whole._done, whole._undone
        self.last_step, self.podium_opened = whole.last_step, whole.podium_opened
        self._all_at_hand = self.is_whole = True

    @property
    def seq(self) -> int:
        """The number of the last record folded; 0 while the journal is empty."""
        return self.last.seq if self.last else 0

    @property
    def podium_open(self) -> bool:
        """Whether a podium is open or ended without closing."""
        return self.podium_opened is not None

    @property
    def last_act(self) -> Record | None:
        """The last record of the last act in force; None if there is none."""
        self._have(self._done)
        return self._done[-1].records[-1] if self._done else None

    @property
    def in_force(self) -> tuple[Record, ...]:
        """The records of the acts in force, in their order: without those that were taken back."""
        self.reach_back()
        return tuple(record for act in self._done for record in act.records)

    def fold(self, records: Iterable[Record]) -> None:
        """Fold more records into the state."""
        for record in records:
            match record.event:
                case Undone():
                    self._undo(record.event.act)
                case Redone():
                    self._redo()
                case PodiumOpened():
                    self.podium_opened = record.event.at
                case PodiumClosed():
                    self.podium_opened = None
                case Asked():
                    if self._done and self._done[-1].seq == record.act:
                        self._done[-1].records.append(record)
                case _:
                    self._do(record)
            self.last = record
            if not isinstance(record.event, PodiumOpened | PodiumClosed | Asked):
                self.last_step = record
        self._count()

    def take(self, records: tuple[Record, ...], conference: Conference) -> None:
        """Fold the records of one new act whose state was made beside, by `foreseen_after`."""
        self._begin(list(records))
        self.conference, self.last, self.last_step = conference, records[-1], records[-1]
        self._count()

    def _count(self) -> None:
        """Have the state name the last record."""
        if self.last is not None and self.conference.seq != self.seq:
            self.conference = replace(self.conference, seq=self.seq, last_at=self.last.event.at.utc)

    def decide(self, command: Command, at: Instant, station: str = "") -> tuple[Event, ...]:
        """What an act would record now; raises `Refused`.

        Args:
            station: who does it.
        """
        match command:
            case Undo(own=True):
                return (self.undo_own(at, station),)
            case Undo():
                return (self.undo(at),)
            case Redo():
                return (self.redo(at),)
            case _:
                return command.decide(self.conference, at)

    def foresee(
        self, command: Undo | Redo, at: Instant, station: str = ""
    ) -> tuple[str, Conference]:
        """What an undo or redo is about, in words, and the state after it; raises `Refused`."""
        (event,) = self.decide(command, at, station)
        assert isinstance(event, Undone | Redone)
        if isinstance(event, Redone):
            return event.what, self._undone[-1].applied(self.conference)
        place = next(one for one, act in enumerate(self._done) if act.seq == event.act)
        conference = self._state_before(self._done[place], self._done[:place])
        for later in self._done[place + 1 :]:
            conference = later.applied(conference)
        return event.what, conference

    def undo(self, at: Instant) -> Undone:
        """The event that takes back the last act; raises `Refused` if there is none."""
        done = self._to_undo()
        if not done or not done[-1].records[0].event.undoable:
            raise Refused("There is nothing to undo.")
        return Undone(at=at, act=done[-1].seq, what=self._sentence(done))

    def _to_undo(self) -> list[Act]:
        """The acts up to the last that undoing takes back."""
        if (last := self._last_of()) is None:
            self.reach_back()
            last = self._last_of()
        return self._done[: last + 1] if last is not None else []

    def undo_own(self, at: Instant, station: str) -> Undone:
        """The event that takes back what a station did last; raises `Refused` if that cannot be.

        It cannot where the acts since hang on it: without it they could not be done, or it would
        lead elsewhere if it were done after them (but for the order of those who wait).
        """
        if (place := self._last_of(station)) is None:
            self.reach_back()
            place = self._last_of(station)
        if place is None or not self._done[place].records[0].event.undoable:
            raise Refused("Nothing that was done here can be undone.")
        what = self._sentence(self._done[: place + 1])
        if not self._stands_alone(place):
            since = self._done[place + 1].records[0].station
            raise Refused(
                f"What was done since hangs on it: {what}",
                f"Undo what {since} has done first, or correct it by another act.",
            )
        return Undone(at=at, act=self._done[place].seq, what=what)

    def others_act(self, station: str) -> OthersAct | None:
        """The last act in force where another station did it; None where `station` did."""
        done = self._to_undo()
        last = done[-1].records[-1] if done else None
        if last is None or last.station == station or not last.event.undoable:
            return None
        try:
            own = self.undo_own(last.event.at, station).what
        except Refused:
            own = ""
        return OthersAct(last.station, self._sentence(done), own)

    def others_undone(self, station: str) -> OthersAct | None:
        """The act taken back last where another station had done it; None where `station` had."""
        self._have(self._undone)
        if not self._undone or self._undone[-1].records[0].station == station:
            return None
        act = self._undone[-1]
        return OthersAct(act.records[0].station, act.told(self.conference), own="")

    def _last_of(self, station: str | None = None) -> int | None:
        """The place of the last act, or the last of a station, that is undone; None for none."""
        for place in reversed(range(len(self._done))):
            first = self._done[place].records[0]
            if station in (None, first.station) and not first.event.passed_over:
                return place
        return None

    def _stands_alone(self, place: int) -> bool:
        """Whether the acts after one would be the same without it."""
        act, since = self._done[place], self._done[place + 1 :]
        conference = self._state_before(act, self._done[:place])
        try:
            for later in since:
                conference = later.applied(conference)
            return act.applied(conference).in_no_order == self.conference.in_no_order
        except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
            return False  # an act since is done to what this one made

    def redo(self, at: Instant) -> Redone:
        """The event that does the act last taken back again; raises `Refused` if there is none."""
        self._have(self._undone)
        if not self._undone:
            raise Refused(
                "There is nothing to redo.", "What was undone can be redone until another act."
            )
        done = [*self._done, Act(self._undone[-1].records, self.conference)]
        return Redone(at=at, act=done[-1].seq, what=self._sentence(done))

    def describe_last(self) -> str:
        """What the last act in force did, in words; "" if there is none."""
        self._have(self._done)
        return self._sentence(self._done) if self._done else ""

    def _do(self, record: Record) -> None:
        if self._done and self._done[-1].seq == record.act:
            self._done[-1].records.append(record)
        else:
            self._begin([record])
        self.conference = record.event.apply(self.conference)

    def _begin(self, records: list[Record]) -> None:
        self._undone.clear()
        self._done.append(Act(records, self.conference))
        far = len(self._done) - KEPT_STATES - 1
        if far >= 0 and far % KEPT_EVERY:
            self._done[far].before = None
        if self._earlier is not None and len(self._done) >= 2 * AT_HAND:
            self._let_go()

    def _let_go(self) -> None:
        """Have no more acts at hand than are worth their room."""
        far = (len(self._done) - AT_HAND) // KEPT_EVERY * KEPT_EVERY
        self._state_before(self._done[far], self._done[:far])
        self._done, self._all_at_hand = self._done[far:], False

    def _have(self, acts: list[Act]) -> None:
        """Have the last of these acts at hand, if there is one; taken back, none is let go of."""
        if not acts and not (acts is self._undone and self.is_whole):
            self.reach_back()

    def _undo(self, seq: int) -> None:
        if not any(act.seq == seq for act in reversed(self._done)):
            self.reach_back()
        place = next(one for one in reversed(range(len(self._done))) if self._done[one].seq == seq)
        act = self._done.pop(place)
        self._undone.append(act)
        self.conference = self._state_before(act, self._done[:place])
        for later in self._done[place:]:
            later.before = self.conference
            self.conference = later.applied(self.conference)

    def _redo(self) -> None:
        self._have(self._undone)
        act = self._undone.pop()
        act.before = self.conference
        self._done.append(act)
        self.conference = act.applied(self.conference)

    def _sentence(self, done: list[Act]) -> str:
        return done[-1].told(self._state_before(done[-1], done[:-1]))

    @staticmethod
    def _state_before(act: Act, earlier: list[Act]) -> Conference:
        """The state before an act; folded anew, and kept for its neighbours, if not at hand."""
        if act.before is None:
            backwards = reversed(range(len(earlier)))
            first = next((one for one in backwards if earlier[one].before is not None), 0)
            conference = (earlier[first].before if earlier else None) or EMPTY
            for place, done in enumerate(earlier[first:], start=first):
                if place >= len(earlier) - KEPT_STATES:
                    done.before = conference
                conference = done.applied(conference)
            act.before = conference
        return act.before
