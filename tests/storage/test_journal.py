"""Appending, reading, and what other stations do meanwhile."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import ClassVar

import pytest

from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ground.on_record import Undone
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage import writer
from plenary_tui.storage.errors import (
    Busy,
    Damaged,
    JournalMoved,
    JournalReplaced,
    NotRecordable,
    WrittenByNewer,
)
from plenary_tui.storage.head import Head, read_head
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.locks import WriterLock
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.storage.reading import connect_read_only, last_in_file
from tests.systems import MOVES_WHAT_IS_OPEN

from .chamber import STATION, assert_held, by_hand, event, instant, make_conference, pragma


@pytest.fixture
def journal(conference: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(conference)) as opened:
        yield opened


def test_what_all_rows_say_alike_is_in_memory_once(journal: SqliteJournal) -> None:
    for number in (9, 10):
        one = event(number)
        at = replace(one.at, boot="a boot of this machine")
        journal.append(number - 1, [replace(one, at=at)], "other desk")
    one, another = journal.read(8)
    assert one.station is another.station and one.event.at.boot is another.event.at.boot


def test_what_was_recorded_is_read_back_the_same(journal: SqliteJournal) -> None:
    recorded = journal.append(8, [event(9), event(10)], "other desk")

    assert recorded == (
        Record(9, 9, "other desk", event(9)),
        Record(10, 9, "other desk", event(10)),
    )
    assert tuple(journal.read(8)) == recorded


def test_each_act_bears_the_number_of_its_first_row(journal: SqliteJournal) -> None:
    journal.append(8, [event(9), event(10), event(11)], STATION)
    journal.append(11, [event(12)], STATION)

    assert [(record.seq, record.act) for record in journal.read(7)] == [
        (8, 8),
        (9, 9),
        (10, 9),
        (11, 9),
        (12, 12),
    ]


def test_rows_and_their_hashes_are_those_on_disk(journal: SqliteJournal) -> None:
    journal.append(8, [event(9)], STATION)
    rows = journal.rows()
    assert [row[0] for row in rows] == list(range(1, 10))
    assert [journal.hash_of(row[0]) for row in rows] == [row[-1] for row in rows]


def test_act_without_events_is_not_recorded(journal: SqliteJournal) -> None:
    assert journal.append(8, [], STATION) == ()
    assert journal.read(8) == []


@pytest.mark.parametrize("after", [0, 7, 9])
def test_only_who_knows_the_last_record_may_add_to_it(journal: SqliteJournal, after: int) -> None:
    with pytest.raises(JournalMoved) as refusal:
        journal.append(after, [event(9)], STATION)

    assert refusal.value.head == 8
    assert len(journal.read()) == 8


def test_who_was_slower_catches_up_and_succeeds(conference: Path, journal: SqliteJournal) -> None:
    with closing(SqliteJournal(conference)) as other:
        other.append(8, [event(9)], "other")
        with pytest.raises(JournalMoved):
            journal.append(8, [event(10)], STATION)

        (missed,) = journal.read(8)
        journal.append(missed.seq, [event(10)], STATION)
        assert [record.station for record in other.read(8)] == ["other", STATION]


def test_journal_notices_what_others_record(conference: Path, journal: SqliteJournal) -> None:
    assert not journal.changed()
    with closing(SqliteJournal(conference)) as other:
        other.append(8, [event(9)], STATION)
        assert journal.changed()
        assert not journal.changed()


def test_what_cannot_be_stored_is_refused_whole(journal: SqliteJournal) -> None:
    for station in ("a\0b", "\ud800"):
        with pytest.raises(NotRecordable):
            journal.append(8, [event(9)], station)
    broken = Undone(at=instant(9), act=9, what="\udcff")
    with pytest.raises(NotRecordable):
        journal.append(8, [event(9), broken], STATION)

    assert len(journal.append(8, [event(9)], STATION)) == 1


def test_kind_of_a_newer_version_is_named_and_not_guessed(
    journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Teleported(Event):
        kind: ClassVar[str] = "teleported"

    with monkeypatch.context() as newer:
        newer.setitem(KINDS, "teleported", Teleported)
        journal.append(8, [Teleported(at=instant(9))], STATION)
        assert len(journal.read(8)) == 1

    with pytest.raises(WrittenByNewer, match='Record 9 \\("teleported"\\)'):
        journal.read(8)


def test_every_commit_is_durable_and_every_database_marked(conference: Path) -> None:
    with closing(SqliteJournal(conference)) as journal:
        journal.append(8, [event(9)], STATION)
        writer = journal._ready_writer()
        driver = writer._connection
        settings = [
            driver.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous")
        ]

    assert settings == ["wal", 2]
    assert pragma(conference, "application_id") == 0x504C4E59
    assert pragma(conference, "user_version") == 1


def test_append_never_begins_with_a_read_that_another_could_overtake(
    journal: SqliteJournal,
) -> None:
    journal.warm_up()
    driver = journal._ready_writer()._connection
    assert driver is not None
    statements: list[str] = []
    driver.set_trace_callback(statements.append)

    journal.append(8, [event(9)], STATION)

    driver.set_trace_callback(None)
    assert statements[0] == "BEGIN IMMEDIATE"
    assert statements[-1] == "COMMIT"
    assert sum(one.startswith("BEGIN") for one in statements) == 1


def test_nothing_is_recorded_while_another_station_writes(
    conference: Path, journal: SqliteJournal
) -> None:
    journal._lock = WriterLock(conference, patience=0.01)
    with WriterLock(conference):
        with pytest.raises(Busy, match="still recording"):
            journal.append(8, [event(9)], STATION)
        journal.warm_up()
    journal.append(8, [event(9)], STATION)


def test_act_from_the_command_line_waits_longer_than_a_podium(conference: Path) -> None:
    with (
        closing(open_journal(conference).journal) as podium,
        closing(open_journal(conference, passing_by=True).journal) as passing,
    ):
        assert podium._lock._patience < passing._lock._patience


def test_the_lock_is_held_for_the_append_alone(
    conference: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What others wait for never includes an import, an opening, or the moving of what is there."""
    free = []

    def look(*_: object, **__: object) -> None:
        with WriterLock(conference, patience=0):
            free.append(True)

    connect, checkpoint = writer.connect, writer.checkpoint
    monkeypatch.setattr(writer, "connect", lambda *a, **k: (look(), connect(*a, **k))[1])
    monkeypatch.setattr(writer, "checkpoint", lambda *a, **k: (look(), checkpoint(*a, **k))[1])
    monkeypatch.setattr(writer, "MUCH", 1)
    journal.append(8, [event(9)], STATION)
    assert len(free) == 2  # opened, and moved
    journal.close()
    assert len(free) == 3


def test_what_was_recorded_is_moved_when_it_is_much(
    conference: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    wal = conference.with_name("conference.db-wal")
    monkeypatch.setattr(writer, "MUCH", 100_000)
    largest = 0
    for number in range(9, 200):
        journal.append(number - 1, [event(number)], STATION)
        largest = max(largest, wal.stat().st_size)
    assert 100_000 < largest < 200_000


def test_who_passes_by_leaves_the_moving_to_who_stays(conference: Path) -> None:
    wal = conference.with_name("conference.db-wal")
    with closing(open_journal(conference).journal) as podium:
        podium.warm_up()
        with closing(open_journal(conference, passing_by=True).journal) as passing:
            passing.append(8, [event(9)], STATION)
        assert wal.stat().st_size
    assert not wal.exists()


def test_database_overwritten_in_place_is_noticed_before_the_next_act(
    conference: Path, journal: SqliteJournal
) -> None:
    other = conference.with_name("other.db")
    make_conference(other, 8)
    with closing(SqliteJournal(other)) as another:
        another.append(8, [event(77)], STATION)  # of as many rows, but other ones
    journal.append(8, [event(9)], STATION)
    writer.checkpoint(journal._ready_writer()._connection, "TRUNCATE")
    with other.open("rb") as source, conference.open("r+b") as target:
        target.write(source.read())
        target.truncate()

    with pytest.raises(JournalReplaced):
        journal.append(9, [event(10)], STATION)
    with pytest.raises(JournalReplaced):
        journal.read(9)
    with closing(SqliteJournal(other)) as another:
        assert len(another.read()) == 9


@pytest.mark.skipif(not shutil.which("cp"), reason="there is no cp here")
@pytest.mark.parametrize("earlier", [True, False])
def test_database_copied_over_is_noticed_while_the_last_acts_are_in_the_wal(
    conference: Path, journal: SqliteJournal, earlier: bool
) -> None:
    other = conference.with_name("other.db")
    if earlier:
        journal.backup(other)
        journal.append(8, [event(9)], STATION)
        writer.checkpoint(journal._ready_writer()._connection, "TRUNCATE")
        journal.append(9, [event(10)], STATION)
    else:
        make_conference(other, 3)
        with closing(SqliteJournal(other)) as another:
            another.append(3, [event(44)], STATION)
        journal.append(8, [event(9), event(10)], STATION)
    assert conference.with_name("conference.db-wal").stat().st_size
    subprocess.run(["cp", other, conference], check=True)

    for _ in range(2):
        with pytest.raises(JournalReplaced):
            journal.append(10, [event(11)], STATION)


@pytest.mark.skipif(not shutil.which("cp"), reason="there is no cp here")
@pytest.mark.parametrize("more", [0, 1, 40])
def test_database_with_a_long_first_act_is_noticed_too(database: Path, more: int) -> None:
    """Where all that stands in the -wal file is its last page, the rest is the other's."""
    other = database.with_name("other.db")
    for path in (database, other):
        first = Undone(at=instant(1), act=1, what=path.name.ljust(100_000, "x"))
        create(path, [first], STATION)
    with closing(SqliteJournal(other)) as journal:
        for number in range(2, 2 + more):
            journal.append(number - 1, [event(number + 50)], STATION)
    with closing(open_journal(database).journal) as journal:
        journal.append(1, [event(2), event(3)], STATION)
        subprocess.run(["cp", other, database], check=True)
        for _ in range(2):
            with pytest.raises(JournalReplaced):
                journal.append(3, [event(4)], STATION)


def test_what_others_move_into_the_file_is_not_taken_for_another(
    conference: Path, journal: SqliteJournal
) -> None:
    moving = Flag()

    def move() -> None:
        with closing(sqlite3.connect(conference)) as other:
            while not moving.is_set():
                other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    mover = Thread(target=move)
    mover.start()
    try:
        for number in range(9, 400):
            journal.append(number - 1, [event(number)], STATION)
            journal.read(number - 1)
    finally:
        moving.set()
        mover.join()


@pytest.mark.parametrize("pinned", range(9, 200, 7))
def test_what_could_be_moved_in_part_only_is_not_taken_for_another(
    conference: Path, journal: SqliteJournal, pinned: int
) -> None:
    """While somebody reads what was, pages of the file are of different times."""
    with (
        closing(sqlite3.connect(conference, isolation_level=None)) as reading,
        closing(sqlite3.connect(conference)) as moving,
    ):
        begins = max(9, pinned - 10)
        journal.append(8, [event(number) for number in range(9, begins)], STATION)
        for number in range(begins, 240):
            if number == pinned:
                reading.execute("BEGIN")
                reading.execute("SELECT count(*) FROM journal").fetchone()
            if number % 5 == 0:
                moving.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            journal.append(number - 1, [event(number)], STATION)
            journal.read(number - 1)


def test_what_made_no_sense_when_the_file_was_opened_is_not_held_against_it(
    conference: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        first.setattr(writer, "last_in_file", lambda path: Head(8, "of pages of different times"))
        journal.append(8, [event(9)], STATION)
    with closing(sqlite3.connect(conference)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    journal.append(9, [event(10)], STATION)
    assert [one.seq for one in journal.read(8)] == [9, 10]


def test_nobody_who_only_reads_makes_a_file(database: Path) -> None:
    for immutable in (False, True):
        with pytest.raises(sqlite3.OperationalError):
            connect_read_only(database, immutable=immutable).close()
    assert not list(database.parent.iterdir())


def test_head_stands_outside_the_database(conference: Path, journal: SqliteJournal) -> None:
    journal.append(8, [event(9)], STATION)

    with by_hand(conference) as connection:
        stored = connection.execute("SELECT seq, hash FROM journal WHERE seq = 9").fetchone()
    assert read_head(conference) == stored


def test_head_that_cannot_be_written_does_not_undo_the_act(
    conference: Path, journal: SqliteJournal
) -> None:
    head = conference.with_name("conference.db.head")
    head.unlink()
    head.mkdir()

    assert len(journal.append(8, [event(9)], STATION)) == 1


def test_follower_notices_a_row_changed_under_it(conference: Path, journal: SqliteJournal) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET station = 'nobody' WHERE seq = 7")

    assert [record.seq for record in journal.read(7)] == [8]
    with pytest.raises(Damaged, match="Record 7") as damaged:
        journal.read(5)
    assert damaged.value.kept == 6


@MOVES_WHAT_IS_OPEN
def test_nothing_is_recorded_in_a_database_that_was_set_aside(
    conference: Path, journal: SqliteJournal
) -> None:
    journal.append(8, [event(9)], STATION)
    aside = conference.rename(conference.with_name("aside.db"))
    with pytest.raises(JournalReplaced):
        journal.append(9, [event(10)], STATION)
    with pytest.raises(JournalReplaced):
        journal.changed()
    with pytest.raises(JournalReplaced), closing(SqliteJournal(aside)) as late:
        aside.rename(conference)
        late.append(9, [event(10)], STATION)


def test_journal_that_became_shorter_is_not_read_on(journal: SqliteJournal) -> None:
    with pytest.raises(JournalReplaced):
        journal.read(99)


def test_warming_up_and_closing_may_be_repeated(conference: Path) -> None:
    journal = open_journal(conference).journal
    journal.warm_up()
    journal.warm_up()
    assert len(journal.append(8, [event(9)], STATION)) == 1
    journal.close()
    journal.close()

    assert not conference.with_name("conference.db-wal").exists()


def test_check_of_a_sound_journal_finds_nothing(journal: SqliteJournal) -> None:
    found = journal.verify()

    assert found.sound
    assert found.records == 8
    assert found.last == journal.read()[-1]


def test_reading_imports_neither_sqlalchemy_nor_filelock(conference: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "import plenary_tui.storage.journal\n"
        "from plenary_tui.storage.open_journal import open_journal, examine\n"
        "import plenary_tui.storage.recovery\n"
        "opened = open_journal(Path(sys.argv[1]))\n"
        "opened.journal.read(3); opened.journal.changed(); opened.journal.verify()\n"
        "opened.journal.close(); examine(Path(sys.argv[1]))\n"
        "print(sorted({'sqlalchemy', 'filelock', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(conference)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_looking_into_the_file_lets_go_of_no_lock(conference: Path) -> None:
    with closing(SqliteJournal(conference)) as journal:
        journal.append(8, [event(9)], STATION)
        assert last_in_file(conference) is not None
        assert_held(conference)
        journal.append(9, [event(10)], STATION)
    with closing(SqliteJournal(conference)) as journal:
        assert len(journal.read()) == 10
