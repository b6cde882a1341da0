"""What is said of whatever bears the name of a conference."""

import errno
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest

from plenary_tui import medium
from plenary_tui.storage import schema, whole_database
from plenary_tui.storage.copying import refuse_to_overwrite
from plenary_tui.storage.errors import (
    AlreadyThere,
    Busy,
    Damaged,
    DiskFailed,
    DiskFull,
    NoAccess,
    NoConference,
    NotAConference,
    ReadOnly,
    StorageError,
    WrittenByNewer,
    WrittenByOlder,
)
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import create, examine, open_journal
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.recovery import recover
from tests.systems import MODES, ON_WINDOWS, OTHER_ACCOUNTS

from .chamber import (
    MORNING,
    STATION,
    by_hand,
    event,
    files_of,
    flip,
    make_conference,
    pragma,
    public_folder,
    texts,
    without_rights,
)


def refusal(path: Path) -> StorageError:
    """Why it does not open; whoever only looks is told the same, and nothing is changed."""
    before = files_of(path)
    with pytest.raises(StorageError) as refused:
        open_journal(path)
    with pytest.raises(type(refused.value), match=f"^{re.escape(str(refused.value))}$"):
        open_journal(path, folding=True)
    assert str(examine(path).problem or examine(path).verification)
    assert {name: data for name, data in files_of(path).items() if name in before} == before
    assert refused.value.why.endswith(".") and refused.value.instead.endswith(".")
    return refused.value


def test_healthy_conference_opens_with_all_its_records(conference: Path) -> None:
    opened = open_journal(conference)
    with closing(opened.journal) as journal:
        assert opened.records == journal.read()
        assert texts(opened.records)[:2] == ["podium opened", "statement 2 — Côte d'Ivoire"]
        assert opened.finding is None


def test_opened_journal_misses_nothing_recorded_since_it_was_read(conference: Path) -> None:
    opened = open_journal(conference)
    with closing(opened.journal) as journal, closing(SqliteJournal(conference)) as other:
        other.append(8, [event(9)], STATION)
        assert journal.changed()
        assert len(journal.read(len(opened.records))) == 1


def test_missing_file(database: Path) -> None:
    assert isinstance(refusal(database), NoConference)
    assert not database.exists()


def test_folder(database: Path) -> None:
    database.mkdir()
    assert isinstance(refusal(database), NotAConference)


def test_empty_file_is_no_conference_and_keeps_what_stands_beside_it(database: Path) -> None:
    database.touch()
    database.with_name("conference.db-wal").write_bytes(b"the last acts")
    assert isinstance(refusal(database), NotAConference)


@pytest.mark.parametrize("data", [b"Dear Sir or Madam,", b"x" * 5000, b"SQLite format 3\0" * 64])
def test_file_that_is_no_database(database: Path, data: bytes) -> None:
    database.write_bytes(data)
    assert isinstance(refusal(database), NotAConference | Damaged)


def test_database_of_another_program(database: Path) -> None:
    with by_hand(database) as connection:
        connection.execute("CREATE TABLE journal(x)")
    assert isinstance(refusal(database), NotAConference)


def test_database_of_a_newer_version_is_left_alone(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("PRAGMA user_version = 2")
    assert isinstance(refusal(conference), WrittenByNewer)
    assert examine(conference).version == 2


def test_conference_destroyed_from_its_first_byte_is_called_so(conference: Path) -> None:
    conference.write_bytes(b"\0" * conference.stat().st_size)
    assert isinstance(refusal(conference), Damaged)


def test_changed_row_is_noticed_by_the_chain(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET payload = replace(payload, '5', '6') WHERE seq = 5")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    damaged = refusal(conference)
    assert isinstance(damaged, Damaged)
    assert "after record 4" in damaged.why
    assert damaged.kept == 4


def test_one_flipped_bit_in_a_row_is_noticed(conference: Path) -> None:
    place = conference.read_bytes().index("statement 6 — Côte".encode())
    for byte in (place, place + len("statement 6 ")):  # a letter, and one that breaks UTF-8
        flip(conference, byte)
        damaged = refusal(conference)
        assert isinstance(damaged, Damaged)
        assert damaged.kept == 5
        flip(conference, byte)
    open_journal(conference).journal.close()


def test_row_of_another_type_is_noticed(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET steady = 'noon' WHERE seq = 3")
    damaged = refusal(conference)
    assert isinstance(damaged, Damaged)
    assert damaged.kept == 2


def test_missing_row_in_the_middle_is_noticed(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("DELETE FROM journal WHERE seq = 4")
    damaged = refusal(conference)
    assert isinstance(damaged, Damaged)
    assert damaged.kept == 3


def test_truncated_file_is_damaged(database: Path) -> None:
    make_conference(database, 60)
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.truncate(size - 5000)
    assert isinstance(refusal(database), Damaged)


def test_rows_gone_from_the_end_are_put_to_the_officer(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("DELETE FROM journal WHERE seq > 6")

    opened = open_journal(conference)
    opened.journal.close()
    assert len(opened.records) == 6
    assert opened.finding is not None
    assert (opened.finding.recorded, opened.finding.present) == (8, 6)
    assert "plenary backup" in opened.finding.instead


def copy_in_use(conference: Path, target: Path, *endings: str) -> None:
    """A copy by hand of a conference in which five acts were made and nothing was closed."""
    with closing(SqliteJournal(conference)) as journal:
        for number in range(9, 14):
            journal.append(number - 1, [event(number)], STATION)
        for ending in endings:
            shutil.copy(str(conference) + ending, str(target) + ending)


def test_bit_flipped_in_the_middle_of_the_wal_hides_no_record(
    conference: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy_in_use(conference, copy, "", "-wal", ".head")
    wal = tmp_path / "copy.db-wal"
    flip(wal, wal.stat().st_size // 2)

    found = examine(copy).verification
    assert found is not None and found.damage is None and found.finding is not None
    assert found.finding.recorded == 13
    assert 8 <= found.finding.present < 13
    with pytest.raises(Damaged, match=f"damaged after record {found.finding.present}"):
        open_journal(copy)
    recovery = recover(copy, MORNING)
    assert (recovery.kept, recovery.lost_from) == (13, None)
    opened = open_journal(copy)
    opened.journal.close()
    assert texts(opened.records)[-1].startswith("statement 13")


def test_copy_without_its_wal_is_told_what_to_do(conference: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_in_use(conference, copy, "", ".head")

    opened = open_journal(copy)
    opened.journal.close()
    assert opened.finding is not None
    assert (opened.finding.recorded, opened.finding.present) == (13, 8)
    assert "-wal" in opened.finding.instead and "plenary backup" in opened.finding.instead


def test_copy_with_its_wal_is_whole(conference: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_in_use(conference, copy, "", "-wal", ".head")
    opened = open_journal(copy)
    opened.journal.close()
    assert (len(opened.records), opened.finding) == (13, None)


def test_database_without_its_table_is_damaged(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("DROP TABLE journal")
    assert isinstance(refusal(conference), Damaged)


def test_other_hash_at_the_head_is_put_to_the_officer(conference: Path) -> None:
    write_head(conference, Head(7, "ab" * 32))
    opened = open_journal(conference)
    opened.journal.close()
    assert opened.finding is not None
    assert "Record 7" in opened.finding.why


def test_head_behind_or_unreadable_is_normal(conference: Path) -> None:
    with by_hand(conference) as connection:
        (earlier,) = connection.execute("SELECT hash FROM journal WHERE seq = 5").fetchone()
    head = conference.with_name("conference.db.head")
    written = head.read_bytes()
    for data in (b"", b"8", written[:-1], written.replace(b"8", b"9", 1), b"\xff" * 200):
        head.write_bytes(data)
        opened = open_journal(conference)
        opened.journal.close()
        assert opened.finding is None
    write_head(conference, Head(5, earlier))
    opened = open_journal(conference)
    opened.journal.close()
    assert opened.finding is None


def test_database_that_another_program_locks(conference: Path) -> None:
    with by_hand(conference) as intruder:
        intruder.execute("PRAGMA locking_mode = EXCLUSIVE")
        intruder.execute("BEGIN EXCLUSIVE")
        intruder.execute("UPDATE journal SET act = act")
        with pytest.raises(Busy, match="Another program holds"):
            open_journal(conference)
        assert isinstance(examine(conference).problem, Busy)
        intruder.execute("ROLLBACK")


def test_program_that_keeps_writing_is_waited_for_and_named(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.storage.layout.BUSY_SECONDS", 0.01)
    with closing(SqliteJournal(conference)) as journal, by_hand(conference) as intruder:
        intruder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            journal.append(8, [event(9)], STATION)
        intruder.execute("ROLLBACK")
        assert len(journal.append(8, [event(9)], STATION)) == 1


@MODES
def test_file_that_may_only_be_read_is_read_and_not_written() -> None:
    with public_folder() as folder:
        path = folder / "c.db"
        make_conference(path, 3)
        path.chmod(0o444)
        folder.chmod(0o555)
        with without_rights():
            opened = open_journal(path)
            with closing(opened.journal) as journal:
                assert len(opened.records) == 3
                assert not journal.changed()
                with pytest.raises(ReadOnly, match="can only be read; nothing was recorded"):
                    journal.append(3, [event(4)], STATION)
                journal.warm_up()
            with pytest.raises(StorageError):
                PodiumLock(path, STATION)
            with pytest.raises(ReadOnly):
                create(folder / "new.db", [event(1)], STATION)


@OTHER_ACCOUNTS
def test_reader_of_a_still_file_notices_that_it_is_used_again() -> None:
    with public_folder() as folder:
        path = folder / "c.db"
        make_conference(path, 3)
        path.chmod(0o644)
        folder.chmod(0o555)
        with without_rights():
            journal = open_journal(path).journal
        assert journal._reader.immutable
        with closing(journal), closing(SqliteJournal(path)) as podium:
            podium.append(3, [event(4)], STATION)
            with without_rights():
                assert journal.changed()
                assert not journal._reader.immutable
                assert len(journal.read(3)) == 1


@MODES
def test_file_of_another_account_is_refused_in_words() -> None:
    with public_folder() as folder:
        path = folder / "c.db"
        make_conference(path, 3)
        path.chmod(0o000)
        with without_rights(), pytest.raises(NoAccess, match="account"):
            open_journal(path)
        folder.chmod(0o000)
        with without_rights(), pytest.raises(NoAccess, match="account"):
            open_journal(path)


class TestMigration:
    """A database of an older version, with migrations made up for it."""

    @pytest.fixture(autouse=True)
    def newer_program(self, conference: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def add_column(connection: schema.Connection) -> None:
            connection.exec_driver_sql("ALTER TABLE journal ADD COLUMN room TEXT")

        def add_table(connection: schema.Connection) -> None:
            connection.exec_driver_sql("CREATE TABLE rooms(name TEXT)")

        monkeypatch.setattr("plenary_tui.storage.layout.VERSION", 3)
        monkeypatch.setattr(schema, "MIGRATIONS", {1: add_column, 2: add_table})

    @pytest.fixture
    def older(self, conference: Path) -> Path:
        return conference

    def test_who_only_follows_is_sent_to_the_podium(self, older: Path) -> None:
        assert isinstance(refusal(older), WrittenByOlder)

    def test_podium_copies_it_and_brings_it_up_to_date(self, older: Path) -> None:
        opened = open_journal(older, migrate=True)
        with closing(opened.journal) as journal:
            assert len(opened.records) == 8
            assert len(journal.append(8, [event(9)], STATION)) == 1

        assert pragma(older, "user_version") == 3
        assert opened.migrated_from is not None
        with by_hand(opened.migrated_from) as copy:
            assert copy.execute("PRAGMA user_version").fetchone() == (1,)
            assert copy.execute("SELECT count(*) FROM journal").fetchone() == (8,)

    def test_a_copy_that_comes_to_no_end_leaves_nothing(
        self, older: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def half(_: Reader, target: Path) -> None:
            target.write_bytes(b"half of it")
            raise StorageError("The disk is full.", "Free some space.")

        before = files_of(older)
        monkeypatch.setattr(Reader, "copy_to", half)
        with pytest.raises(StorageError, match="full"):
            open_journal(older, migrate=True)
        after = files_of(older)
        assert {name for name in after if "version" in name} == set()
        assert after[older.name] == before[older.name]

    def test_migration_that_fails_leaves_the_database_as_it_was(
        self, older: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(connection: schema.Connection) -> None:
            connection.exec_driver_sql("CREATE TABLE rooms(name TEXT)")
            connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")

        with by_hand(older) as connection:
            before = list(connection.iterdump())
        monkeypatch.setitem(schema.MIGRATIONS, 2, fail)

        with pytest.raises(StorageError):
            open_journal(older, migrate=True)

        with by_hand(older) as connection:
            assert list(connection.iterdump()) == before
        assert pragma(older, "user_version") == 1


class TestCreation:
    """A new conference is there whole or not at all."""

    def test_nothing_that_exists_is_overwritten(self, conference: Path) -> None:
        before = files_of(conference)
        with pytest.raises(AlreadyThere):
            create(conference, [event(1)], STATION)
        assert files_of(conference) == before

    @pytest.mark.parametrize("ending", ["-wal", "-journal"])
    def test_remains_of_another_database_are_not_taken_in(
        self, database: Path, ending: str
    ) -> None:
        remains = database.with_name(database.name + ending)
        remains.write_bytes(b"last records")
        with pytest.raises(AlreadyThere, match="left of another database"):
            create(database, [event(1)], STATION)
        assert remains.read_bytes() == b"last records"
        assert not database.exists()

    def test_only_the_database_and_what_belongs_to_it_are_left(self, database: Path) -> None:
        create(database, [event(1)], STATION)
        names = sorted(file.name for file in database.parent.iterdir())
        endings = [name.removeprefix("conference.db") for name in names]
        assert [one for one in endings if one != ".writer.lock"] == ["", ".first", ".head"]

    @pytest.mark.parametrize("fails", ["write_beside", "medium.rename", "medium.sync_directory"])
    def test_what_is_refused_leaves_nothing_behind(
        self, database: Path, monkeypatch: pytest.MonkeyPatch, fails: str
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(f"plenary_tui.storage.open_journal.{fails}", full)
        with pytest.raises(DiskFull):
            create(database, [event(1)], STATION)
        assert files_of(database) == {}
        monkeypatch.undo()
        create(database, [event(1)], STATION)
        assert examine(database).problem is None

    def test_what_may_be_there_all_the_same_is_not_refused_outright(
        self, database: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise OSError(errno.EIO, "Input/output error")

        unlink = Path.unlink
        monkeypatch.setattr("plenary_tui.storage.open_journal.medium.sync_directory", broken)
        monkeypatch.setattr(
            Path, "unlink", lambda *of, **how: (broken if of[0] == database else unlink)(*of, **how)
        )
        with pytest.raises(DiskFailed, match="may not be recorded"):
            create(database, [event(1)], STATION)

    def test_folder_that_is_missing_is_named(self, database: Path) -> None:
        with pytest.raises(NoConference, match="no folder"):
            create(database.parent / "nowhere" / "c.db", [event(1)], STATION)

    def test_half_made_conference_is_none_and_does_not_stand_in_the_way(
        self, database: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def crash(*_: object, **__: object) -> None:
            raise SystemExit  # as near to a crash as one comes without ending

        with monkeypatch.context() as crashing:
            crashing.setattr("plenary_tui.storage.open_journal.write_head", crash)
            with pytest.raises(SystemExit):
                create(database, [event(1)], STATION)
        assert isinstance(refusal(database), NoConference)

        with monkeypatch.context() as crashing:
            crashing.setattr(whole_database, "checkpoint", crash)
            with pytest.raises(SystemExit):
                create(database, [event(1)], STATION)
        create(database, [event(1)], STATION)
        assert examine(database).problem is None


def test_no_error_of_sqlite_gets_out(conference: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_journal(conference).journal) as journal:
        with by_hand(conference) as connection:
            connection.execute("ALTER TABLE journal RENAME COLUMN hash TO mash")
        with pytest.raises(StorageError):
            journal.append(8, [event(9)], STATION)
        with pytest.raises(StorageError):
            journal.read(3)

    def unusable(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to do whatever")

    monkeypatch.setattr(sqlite3, "connect", unusable)
    with pytest.raises(StorageError, match="unable to do whatever"):
        open_journal(conference)


@pytest.mark.parametrize("windows", sorted({ON_WINDOWS, True}))
def test_a_name_that_is_too_long_is_no_conference_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: bool
) -> None:
    """Windows says of such a name that there is no such file."""
    long = tmp_path / ("x" * 300)
    monkeypatch.setattr(medium, "ON_WINDOWS", windows)
    if windows:
        said = FileNotFoundError(errno.ENOENT, "no such file", str(long))
        monkeypatch.setattr(Path, "stat", Mock(side_effect=said))
    with pytest.raises(StorageError, match="its name is too long"):
        Reader(long)


def test_a_name_that_is_too_long_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="its name is too long"):
        refuse_to_overwrite(tmp_path / ("x" * 300))


def test_a_connection_that_is_closed_is_no_damage(conference: Path) -> None:
    reader = Reader(conference)
    reader.close()
    _, error = reader.readable_rows()
    assert error is not None and not isinstance(error, Damaged)
    with pytest.raises(StorageError) as told:
        reader.complaints()
    assert not isinstance(told.value, Damaged)
