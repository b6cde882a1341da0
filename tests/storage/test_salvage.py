"""Rows are found in their pages, whatever is damaged on the way to them."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.procedure.ground.on_record import Undone
from plenary_tui.storage.chain import Row
from plenary_tui.storage.errors import Damaged
from plenary_tui.storage.head import Head, read_head, write_head
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.reading import Reader, pages_in_file
from plenary_tui.storage.recovery import recover
from plenary_tui.storage.salvage import PAGE, salvage
from plenary_tui.storage.writer import written_out

from .chamber import MORNING, STATION, assert_held, event, instant, make_conference

ACTS = 300
LONG = 40
"""This record goes on in other pages."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A conference of many pages, closed in order, whose first act stands nowhere else."""
    path = tmp_path / "many.db"
    make_conference(path)
    with closing(open_journal(path).journal) as journal:
        for number in range(2, ACTS + 1):
            one = event(number)
            if number == LONG:
                text = "".join(random.Random(1).choices("abcdefgh é", k=20_000))
                one = Undone(at=instant(number), act=number, what=text)
            journal.append(number - 1, [one], STATION)
    path.with_name("many.db.first").unlink()
    return path


def rows_of(path: Path) -> list[Row]:
    with closing(Reader(path)) as reader:
        return reader.rows()


def pages_of_kind(path: Path, kind: int) -> list[int]:
    """Where in the file the pages of a kind begin: 5 leads to others, 13 holds rows."""
    data = path.read_bytes()
    return [at for at in range(PAGE, len(data), PAGE) if data[at] == kind]


def overwrite(path: Path, at: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(new)


def test_nothing_is_lost_with_the_pages_that_lead_to_others(many: Path) -> None:
    rows = rows_of(many)
    leading = pages_of_kind(many, 5)
    assert leading
    for at in (0, *leading):
        overwrite(many, at, bytes(PAGE))

    assert salvage(many, read_head(many)) == (rows, False)
    recovery = recover(many, MORNING)
    assert (recovery.kept, recovery.lost_from) == (ACTS, None)
    assert rows_of(many) == rows


def test_a_page_of_rows_is_read_without_what_it_says_of_itself(many: Path) -> None:
    rows = rows_of(many)
    for at in pages_of_kind(many, 13):
        overwrite(many, at, b"\xff" * 8)

    assert salvage(many, read_head(many)) == (rows, False)


def test_rows_behind_a_page_that_is_gone_are_not_taken_for_what_follows(many: Path) -> None:
    rows = rows_of(many)
    pages = pages_of_kind(many, 13)
    gone = pages[len(pages) // 2]
    overwrite(many, gone, bytes(PAGE))

    found, more = salvage(many, read_head(many))
    assert more and 0 < len(found) < ACTS
    assert found == rows[: len(found)]
    recovery = recover(many, MORNING)
    assert (recovery.kept, recovery.lost_from) == (len(found), len(found) + 1)


@pytest.mark.parametrize("size", [PAGE - 800, *range(PAGE - 240, PAGE + 40, 20), 3 * PAGE])
def test_a_row_of_any_length_is_put_together(tmp_path: Path, size: int) -> None:
    path = tmp_path / "long.db"
    make_conference(path)
    with closing(SqliteJournal(path)) as journal:
        journal.append(1, [Undone(at=instant(2), act=1, what="x" * size)], STATION)
        journal.append(2, [event(3)], STATION)

    assert salvage(path, read_head(path)) == (rows_of(path), False)


def test_a_page_in_the_wal_that_is_damaged_hides_none_of_those_behind_it(tmp_path: Path) -> None:
    path, copy = tmp_path / "open.db", tmp_path / "copy.db"
    make_conference(path)
    with closing(SqliteJournal(path)) as journal:
        for number in range(2, 30):
            journal.append(number - 1, [event(number)], STATION)
        rows = rows_of(path)
        for ending in ("", "-wal", ".head"):
            copy.with_name(f"copy.db{ending}").write_bytes(
                path.with_name(f"open.db{ending}").read_bytes()
            )
    overwrite(tmp_path / "copy.db-wal", 32 + 24 + 100, b"?")  # in the first page of it

    assert len(rows_of(copy)) == 1  # as SQLite sees it
    assert salvage(copy, read_head(copy)) == (rows, False)


def test_an_act_that_was_refused_does_not_come_back_for_the_one_that_was_done(
    tmp_path: Path,
) -> None:
    path = tmp_path / "two.db"
    make_conference(path, 8)
    head = read_head(path)
    assert head is not None
    rows = rows_of(path)
    refused = written_out([event(9), event(10)], STATION, head).rows
    other = tmp_path / "other.db"
    other.write_bytes(path.read_bytes())
    with closing(SqliteJournal(other)) as journal:
        journal.append(8, [event(9), event(10)], STATION)
    assert rows_of(other)[8:] == refused
    with closing(SqliteJournal(path)) as journal:
        journal.append(8, [event(99)], STATION)
    rows = rows_of(path)
    overwrite(path, path.stat().st_size, other.read_bytes()[PAGE:])

    assert salvage(path, read_head(path))[0] == rows


def test_opening_again_what_is_open_lets_go_of_no_lock(tmp_path: Path) -> None:
    """As for a record, or the feed, while the head tells of more than there is."""
    path = tmp_path / "open.db"
    make_conference(path, 3)
    with closing(SqliteJournal(path)) as journal:
        journal.append(3, [event(4)], STATION)
        write_head(path, Head(9, "0" * 64))
        again = open_journal(path)
        assert again.finding is not None and again.finding.recorded == 9
        assert_held(path)
        again.journal.close()
        assert_held(path)
        journal.append(4, [event(5)], STATION)


def test_sqlite_reads_the_same_pages_as_stand_in_the_file(many: Path) -> None:
    with closing(SqliteJournal(many)) as journal:
        journal.append(ACTS, [event(ACTS + 1)], STATION)  # lies in the -wal file
        assert pages_in_file(many) == many.read_bytes()


def test_what_stands_behind_a_damaged_page_of_the_wal_is_seen_at_a_start(tmp_path: Path) -> None:
    path, copy = tmp_path / "open.db", tmp_path / "copy.db"
    make_conference(path)
    with closing(SqliteJournal(path)) as journal:
        for number in range(2, 30):
            journal.append(number - 1, [event(number)], STATION)
        for ending in ("", "-wal", ".head"):
            copy.with_name(f"copy.db{ending}").write_bytes(
                path.with_name(f"open.db{ending}").read_bytes()
            )
    overwrite(tmp_path / "copy.db-wal", 32 + 24 + 100, b"?")

    with pytest.raises(Damaged, match="damaged after record 1"):
        open_journal(copy)
