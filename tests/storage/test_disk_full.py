"""A disk without room, and one that fails."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.procedure.ledger import Undone
from plenary_tui.storage.errors import DiskFailed, DiskFull
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.storage.reading import connect_read_only
from plenary_tui.storage.writer import MUCH

from .chamber import STATION, event, instant


def test_full_disk_refuses_and_the_same_act_succeeds_once_there_is_room(conference: Path) -> None:
    act = [event(number) for number in range(9, 200)]
    with closing(SqliteJournal(conference)) as journal:
        journal.warm_up()
        writer = journal._ready_writer()
        driver = writer._connection
        (pages,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count = {pages}").fetchall()

        for _ in range(2):
            with pytest.raises(DiskFull) as refusal:
                journal.append(8, act, STATION)
        assert str(refusal.value) == (
            "The disk is full; nothing was recorded. Free some space and do it again."
        )
        assert len(journal.read()) == 8
        driver.execute("PRAGMA max_page_count = 100000").fetchall()
        assert len(journal.append(8, act, STATION)) == len(act)
    opened = open_journal(conference)
    opened.journal.close()
    assert opened.finding is None


faults = pytest.importorskip("tests.faults.powerloss")
needs_shim = pytest.mark.skipif(
    bool(faults.why_unavailable()), reason=str(faults.why_unavailable())
)


@needs_shim
@pytest.mark.parametrize(("fault", "error"), [({"write": 1}, DiskFull), ({"sync": 1}, DiskFailed)])
def test_act_that_the_disk_refused_can_be_done_again(
    conference: Path, fault: dict[str, int], error: type[Exception]
) -> None:
    with (
        faults.failing(**fault, only="-wal", forever=True),
        closing(SqliteJournal(conference)) as journal,
    ):
        with pytest.raises(error):
            journal.append(8, [event(9)], STATION)
        assert len(journal.read()) == 8
    with closing(SqliteJournal(conference)) as journal:
        assert len(journal.append(8, [event(9)], STATION)) == 1


@needs_shim
def test_conference_is_made_whole_or_not_at_all_whatever_write_fails(database: Path) -> None:
    for kind in ("write", "sync"):
        for number in range(1, 100):
            with faults.failing(**{kind: number}, forever=True) as failure:
                try:
                    create(database, [event(1)], STATION)
                except (DiskFull, DiskFailed):
                    assert not database.exists()
            if not failure.hits:
                break
            create(database, [event(1)], STATION)
            open_journal(database).journal.close()
            for file in database.parent.iterdir():
                file.unlink()
        database.unlink()


def test_the_wal_file_is_short_again_after_somebody_has_read_for_long(conference: Path) -> None:
    """Else every act from then on would be moved at once, and take three times as long."""
    wal = conference.with_name("conference.db-wal")
    with closing(SqliteJournal(conference)) as journal:
        last = 8

        def record_until(enough: Callable[[], bool]) -> None:
            nonlocal last
            for _ in range(2000):
                if enough():
                    return
                last += 1
                what = f"statement {last} " * 200
                journal.append(last - 1, [Undone(at=instant(last), act=1, what=what)], STATION)
            raise AssertionError(f"{wal.stat().st_size} bytes")

        with closing(connect_read_only(conference)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM journal").fetchone()
            record_until(lambda: wal.exists() and wal.stat().st_size > 1.5 * MUCH)
        record_until(lambda: wal.stat().st_size < MUCH / 2)
        assert len(journal.read()) == last
