"""A damaged conference is set aside whole, and what of it is sound goes on."""

from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.storage.errors import Damaged
from plenary_tui.storage.head import Head, read_head, write_head
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import examine, open_journal
from plenary_tui.storage.recovery import recover

from .chamber import MORNING, STATION, by_hand, event, files_of, flip, make_conference, texts

ASIDE = "conference.db.damaged-20300903T100000Z"


def damage(conference: Path, seq: int) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET payload = '[]' WHERE seq = ?", (seq,))


def hashes(path: Path) -> list[str]:
    with by_hand(path) as connection:
        return [mark for (mark,) in connection.execute("SELECT hash FROM journal ORDER BY seq")]


def test_sound_records_go_on_and_the_damaged_database_is_kept_whole(conference: Path) -> None:
    damage(conference, 6)
    before = conference.read_bytes()
    chain = hashes(conference)

    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.last.seq, recovery.lost_from) == (5, 5, 6)
    assert recovery.recorded == 8
    assert recovery.set_aside.name == ASIDE
    assert recovery.set_aside.read_bytes() == before
    assert hashes(conference) == chain[:5]
    opened = open_journal(conference)
    with closing(opened.journal) as journal:
        assert opened.finding is not None  # until somebody acts, who was told
        assert (opened.finding.recorded, opened.finding.present) == (8, 5)
        assert texts(opened.records)[-1].startswith("statement 5")
        assert len(journal.append(5, [event(6)], STATION)) == 1
    with closing((opened := open_journal(conference)).journal):
        assert opened.finding is None


@pytest.mark.parametrize("before", [None, Head(2, "0" * 64)])
def test_what_is_lost_is_told_again_where_no_head_told_of_it(
    conference: Path, before: Head | None
) -> None:
    damage(conference, 6)
    conference.with_name("conference.db.head").unlink()
    if before is not None:
        write_head(conference, before)

    assert recover(conference, MORNING).lost_from == 6

    opened = open_journal(conference)
    opened.journal.close()
    assert opened.finding is not None
    assert (opened.finding.recorded, opened.finding.present) == (6, 5)


def test_records_that_the_head_alone_tells_of_are_lost_too(conference: Path) -> None:
    """The database is damaged outside its records, and a copy without its last ones."""
    head = read_head(conference)
    assert head is not None
    with by_hand(conference) as connection:
        connection.execute("DELETE FROM journal WHERE seq > 6")
        connection.execute("CREATE INDEX kinds ON journal(kind)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE INDEX kinds ON journal(act)'"
            " WHERE name = 'kinds'"
        )
    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.lost_from, recovery.recorded) == (6, 7, 8)


def test_what_stands_beside_it_is_set_aside_too(conference: Path) -> None:
    journal = SqliteJournal(conference)
    journal.append(8, [event(9), event(10)], STATION)
    damage(conference, 9)
    beside = {name: data for name, data in files_of(conference).items() if "lock" not in name}
    journal._reader.close()
    assert journal._writer is not None
    journal._writer.close(move=False)
    conference.write_bytes(beside["conference.db"])  # as if it had ended without closing
    conference.with_name("conference.db-wal").write_bytes(beside["conference.db-wal"])

    recovery = recover(conference, MORNING)

    after = files_of(conference)
    assert after[ASIDE] == beside["conference.db"]
    assert after[ASIDE + "-wal"] == beside["conference.db-wal"]
    assert after[ASIDE + ".head"] == beside["conference.db.head"]
    assert recovery.kept == 10  # the page as it was before the damage is in the -wal as well
    assert examine(conference).verification is not None


def test_half_an_act_is_not_recovered(conference: Path) -> None:
    with closing(SqliteJournal(conference)) as journal:
        journal.append(8, [event(9), event(10), event(11)], STATION)
    damage(conference, 11)

    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.lost_from) == (8, 9)


def test_second_recovery_of_the_day_overwrites_nothing(conference: Path) -> None:
    damage(conference, 6)
    first = recover(conference, MORNING).set_aside
    damage(conference, 4)
    second = recover(conference, MORNING).set_aside

    assert first != second
    assert first.exists() and second.exists()


def test_truncated_database_keeps_the_records_that_can_be_read(database: Path) -> None:
    make_conference(database, 60)
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size - 5000)

    recovery = recover(database, MORNING)

    assert 1 <= recovery.kept < 60
    assert examine(database).problem is None


def garble(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


@pytest.mark.parametrize("place", [0, 15, 16, 18, 28, 60, 63, 68, 100, 103, 108])
def test_any_bit_of_the_first_page_may_be_wrong(database: Path, place: int) -> None:
    """What says that it is a database, of which size, whose, and where its table begins."""
    make_conference(database, 60)
    flip(database, place)

    try:
        open_journal(database).journal.close()
    except Damaged:
        assert recover(database, MORNING).kept == 60
    with closing(open_journal(database).journal) as journal:
        assert [record.seq for record in journal.read()] == list(range(1, 61))


def test_a_first_record_that_is_damaged_alone_costs_nothing(conference: Path) -> None:
    damage(conference, 1)
    with pytest.raises(Damaged, match="in its first act") as told:
        open_journal(conference)
    assert told.value.kept == 8

    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.lost_from) == (8, None)
    with closing(open_journal(conference).journal) as journal:
        assert [record.seq for record in journal.read()] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_first_and_another_record_damaged_leave_what_stands_before(conference: Path) -> None:
    damage(conference, 1)
    damage(conference, 6)

    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.lost_from) == (5, 6)


def test_of_a_database_that_is_rubbish_the_first_act_is_left(conference: Path) -> None:
    garble(conference)
    before = conference.read_bytes()

    recovery = recover(conference, MORNING)

    assert (recovery.kept, recovery.lost_from) == (1, 2)
    assert recovery.set_aside.read_bytes() == before
    assert not list(conference.parent.glob("*.mended*"))


@pytest.mark.parametrize("broken", ["first row", "everything"])
@pytest.mark.parametrize("copy", ["missing", "garbled", "of another"])
def test_where_both_copies_are_lost_nothing_is_touched(
    conference: Path, broken: str, copy: str
) -> None:
    first = conference.with_name("conference.db.first")
    match copy:
        case "missing":
            first.unlink()
        case "garbled":
            garble(first)
        case "of another":
            first.write_bytes(first.read_bytes().replace(b"desk@room-1", b"desk@room-2"))
    if broken == "first row":
        damage(conference, 1)
    else:
        garble(conference)
    before = conference.read_bytes()

    with pytest.raises(Damaged, match="left as it is"):
        recover(conference, MORNING)

    assert conference.read_bytes() == before
    assert not list(conference.parent.glob("*damaged*"))


def test_a_podium_keeps_the_first_act_beside_an_older_conference(conference: Path) -> None:
    first = conference.with_name("conference.db.first")
    kept = first.read_bytes()
    first.unlink()
    open_journal(conference).journal.close()
    assert not first.exists()  # who only looks writes nothing

    open_journal(conference, migrate=True).journal.close()

    assert first.read_bytes() == kept


def test_crash_while_setting_aside_loses_nothing(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(conference, 6)
    before = conference.read_bytes()

    def crash(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as crashing:
        crashing.setattr("plenary_tui.medium.replace", crash)
        with pytest.raises(SystemExit):
            recover(conference, MORNING)
    assert conference.with_name(ASIDE).read_bytes() == before
    with pytest.raises(Damaged):
        open_journal(conference)

    assert recover(conference, MORNING).kept == 5
