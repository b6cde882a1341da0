"""A desk that began with a kept state: nothing is recorded before its journal has confirmed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from plenary_tui.desk.proving import Proving, ReadWhole
from plenary_tui.desk.writing import Desk, Step
from plenary_tui.procedure import ledger
from plenary_tui.procedure.ground.done import Record, Standing
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.errors import Damaged, OtherState, StorageError
from plenary_tui.storage.kept_state import keep_state
from plenary_tui.storage.open_journal import create, open_journal, read_whole
from tests.chamber import FakeClock, command_of, small_conference

Change = Callable[[Standing], Standing]


class Room:
    """A conference that was closed in order with its state beside it, and its desk.

    Attributes:
        desk: of a podium that began with what was kept.
        proving: of the desk.
        steps: how often the thread gave way.
    """

    def __init__(self, path: Path, change: Change = lambda standing: standing) -> None:
        self.path, self.clock, self.steps = path, FakeClock(), 0
        create(path, [small_conference(self.clock.now())], "pack")
        with closing(open_journal(path).journal) as journal:
            desk = Desk(journal, self.clock, "podium")
            desk.open_podium()
            desk.dispatch(command_of("open-meeting", override="Sample"))
            desk.dispatch(command_of("take-up-item", item="1(f)"))
            desk.dispatch(command_of("inscribe", delegation="NER"))
            desk.close_podium()
            standing = desk.ledger.standing
            assert standing is not None
            keep_state(path, change(standing), journal.hash_of(desk.ledger.seq))
        opened = open_journal(path, kept=True)
        assert opened.standing is not None
        self.journal, self.standing = opened.journal, opened.standing
        self.desk = Desk(opened.journal, self.clock, "podium", ledger=opened.ledger())
        self.proving = self.proved_by(read_whole)

    def proved_by(self, read: ReadWhole) -> Proving:
        """The proving of this desk, by that way of reading."""
        return Proving(self.desk, self.path, self.standing, read=read)

    def give_way(self) -> None:
        """Called by the thread."""
        self.steps += 1

    def rows(self) -> int:
        """How many rows the journal has."""
        with closing(open_journal(self.path).journal) as journal:
            return len(journal.read())


def renamed(standing: Standing) -> Standing:
    """A state in which one entry was changed."""
    conference = standing.conference
    (speakers,) = conference.lists
    queues = tuple(
        replace(queue, waiting=tuple(replace(one, delegation="TUR") for one in queue.waiting))
        for queue in speakers.queues
    )
    lists = (replace(speakers, queues=queues),)
    return replace(standing, conference=replace(conference, lists=lists))


@pytest.fixture
def room(database: Path) -> Iterator[Room]:
    """A conference whose desk began with what was kept."""
    room = Room(database)
    yield room
    room.journal.close()


@pytest.fixture
def lied_to(database: Path) -> Iterator[Room]:
    """One whose kept state has another entry than its journal."""
    room = Room(database, renamed)
    yield room
    room.journal.close()


def test_what_was_kept_stays_the_very_value_once_the_journal_has_confirmed_it(room: Room) -> None:
    before = room.desk.conference
    thread = Thread(target=room.proving.work, args=(room.give_way,))
    thread.start()
    thread.join()
    assert room.proving.pending and not room.desk.ledger.is_whole
    room.proving.settle()
    assert not room.proving.pending and room.desk.ledger.is_whole
    assert room.desk.conference is before
    assert room.steps > room.desk.ledger.seq
    room.proving.settle()
    room.proving.work(room.give_way)
    assert room.desk.dispatch(Undo()).sentences[0].startswith("Undone: Niger")


def test_an_act_waits_for_the_thread_which_gives_way_no_more(room: Room) -> None:
    began, go_on = Event(), Event()

    def read(path: Path, step: Step) -> Iterator[list[Record]]:
        began.set()
        assert go_on.wait(10)
        return read_whole(path, step)

    proving = room.proved_by(read)
    thread = Thread(target=proving.work, args=(room.give_way,))
    thread.start()
    assert began.wait(10)
    acting = Thread(target=room.desk.dispatch, args=(command_of("note", text="Early"),))
    acting.start()
    acting.join(0.05)
    assert acting.is_alive() and not room.desk.conference.notes
    go_on.set()
    acting.join(10)
    thread.join(10)
    assert room.desk.conference.notes[-1].text == "Early"
    assert room.steps == 0


def test_whoever_acts_first_reads_the_journal_where_no_thread_does(room: Room) -> None:
    room.desk.dispatch(command_of("note", text="At once"))
    assert room.desk.ledger.is_whole and not room.proving.pending


def test_what_others_record_meanwhile_is_told_as_ever(room: Room) -> None:
    opened = open_journal(room.path)
    with closing(opened.journal) as journal:
        other = Desk(journal, room.clock, "list desk", opened.records)
        other.dispatch(command_of("note", text="Before"))
        room.proving.work(room.give_way)
        other.dispatch(command_of("note", text="After"))
    room.proving.settle()
    assert len(room.desk.catch_up()) == 2
    assert [note.text for note in room.desk.conference.notes] == ["Before", "After"]
    with closing(open_journal(room.path).journal) as journal:
        assert Desk(journal, room.clock, "").conference == room.desk.conference


def test_what_others_had_recorded_before_it_was_confirmed_is_kept(room: Room) -> None:
    opened = open_journal(room.path)
    with closing(opened.journal) as journal:
        other = Desk(journal, room.clock, "list desk", opened.records)
        room.proving.work(room.give_way)
        other.dispatch(command_of("note", text="Seen"))
        room.desk.catch_up()
    room.proving.settle()
    assert room.desk.ledger.is_whole
    assert [note.text for note in room.desk.conference.notes] == ["Seen"]
    assert room.desk.dispatch(Undo()).sentences[0].startswith("Undone:")
    assert not room.desk.conference.notes


def test_a_changed_entry_is_found_and_nothing_recorded_on_it(lied_to: Room) -> None:
    rows = lied_to.rows()
    assert [one.delegation for one in lied_to.desk.conference.lists[0].waiting] == ["TUR"]
    lied_to.proving.work(lied_to.give_way)
    acts: tuple[Callable[[], object], ...] = (
        lied_to.proving.settle,
        lambda: lied_to.desk.dispatch(command_of("note", text="On a lie")),
        lambda: lied_to.desk.beside(command_of("note", text="On a lie")),
        lambda: lied_to.desk.foresee(Undo()),
        lambda: lied_to.desk.others_act(Undo()),
        lied_to.desk.in_force,
        lied_to.desk.open_podium,
        lied_to.desk.close_podium,
    )
    for act in acts:
        with pytest.raises(OtherState, match="was not what its journal says") as told:
            act()
        assert str(told.value).count(".") >= 2
    assert lied_to.rows() == rows and lied_to.proving.pending


@pytest.mark.parametrize("field", ["last_step", "podium_opened"])
def test_what_stands_beside_the_state_is_compared_too(database: Path, field: str) -> None:
    def change(standing: Standing) -> Standing:
        if field == "last_step":
            return replace(standing, last_step=standing.last_step - 1)
        return replace(standing, podium_opened=FakeClock().now())

    room = Room(database, change)
    with closing(room.journal), pytest.raises(OtherState):
        room.proving.settle()


def test_a_journal_that_is_damaged_is_told_instead(room: Room) -> None:
    def read(path: Path, step: Step) -> Iterator[list[Record]]:
        yield next(iter(read_whole(path, step)))[:3]
        raise Damaged("The journal is damaged after record 3.")

    proving = room.proved_by(read)
    proving.work(room.give_way)
    for _ in range(2):
        with pytest.raises(StorageError, match="damaged after record 3"):
            room.desk.dispatch(command_of("note", text="On damage"))
    assert proving.pending


def test_an_undo_goes_back_further_than_what_stays_at_hand(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("KEPT_STATES", 1), ("KEPT_EVERY", 1), ("AT_HAND", 1)):
        monkeypatch.setattr(ledger, name, value)
    room.proving.settle()
    waiting = room.desk.conference.lists[0].waiting
    for number in range(5):
        room.desk.dispatch(command_of("note", text=f"Note {number}"))
    assert len(room.desk.ledger._done) < 3
    for _ in range(6):
        room.desk.dispatch(Undo())
    assert waiting and not room.desk.conference.lists[0].waiting
    assert len(room.desk.in_force()(room.give_way)) == len(room.desk.ledger.in_force)
    with closing(open_journal(room.path).journal) as journal:
        assert Desk(journal, room.clock, "").conference == room.desk.conference
