"""A damaged conference is set aside whole, and what of it is sound goes on."""

from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.storage.errors import Damaged
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import examine, open_journal
from plenary_tui.storage.recovery import recover

from .chamber import MORNING, STATION, by_hand, event, files_of, make_conference, texts

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
        assert opened.finding is None
        assert texts(opened.records)[-1].startswith("statement 5")
        assert len(journal.append(5, [event(6)], STATION)) == 1


def test_what_stands_beside_it_is_set_aside_too(conference: Path) -> None:
    journal = SqliteJournal(conference)
    journal.append(8, [event(9), event(10)], STATION)
    damage(conference, 9)
    beside = {name: data for name, data in files_of(conference).items() if "lock" not in name}
    journal._reader.close()
    assert journal._writer is not None
    journal._writer.close(checkpoint=False)
    conference.write_bytes(beside["conference.db"])  # as if it had ended without closing
    conference.with_name("conference.db-wal").write_bytes(beside["conference.db-wal"])

    recovery = recover(conference, MORNING)

    after = files_of(conference)
    assert after[ASIDE] == beside["conference.db"]
    assert after[ASIDE + "-wal"] == beside["conference.db-wal"]
    assert after[ASIDE + ".head"] == beside["conference.db.head"]
    assert recovery.kept == 8
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


@pytest.mark.parametrize("broken", ["first row", "everything"])
def test_where_nothing_is_sound_nothing_is_touched(conference: Path, broken: str) -> None:
    if broken == "first row":
        damage(conference, 1)
    else:
        conference.write_bytes(b"\xff" * conference.stat().st_size)
    before = conference.read_bytes()

    with pytest.raises(Damaged, match="left as it is"):
        recover(conference, MORNING)

    assert conference.read_bytes() == before
    assert not list(conference.parent.glob("*damaged*"))


def test_crash_while_setting_aside_loses_nothing(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(conference, 6)
    before = conference.read_bytes()

    def crash(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as crashing:
        crashing.setattr("plenary_tui.storage.recovery.os.replace", crash)
        with pytest.raises(SystemExit):
            recover(conference, MORNING)
    assert conference.with_name(ASIDE).read_bytes() == before
    with pytest.raises(Damaged):
        open_journal(conference)

    assert recover(conference, MORNING).kept == 5
