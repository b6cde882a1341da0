"""A whole journal is read piece by piece, and believed to its end or not at all."""

from __future__ import annotations

import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.procedure.ground.done import Record
from plenary_tui.storage import layout, pieces
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.head import Head, read_head, write_head
from plenary_tui.storage.inspection import inspect
from plenary_tui.storage.layout import beside
from plenary_tui.storage.open_journal import open_journal, read_whole
from plenary_tui.storage.pieces import Pieces
from plenary_tui.storage.reading import Reader

from .chamber import by_hand, make_conference

ROWS = 11


@pytest.fixture
def conference(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A conference of eleven rows, of which four are read together."""
    monkeypatch.setattr(pieces, "TOGETHER", 4)
    make_conference(database, ROWS)
    return database


def read(path: Path) -> tuple[list[Record], Pieces]:
    """What is given, and what is then known of it."""
    with closing(Reader(path)) as reader:
        found = Pieces(reader)
        given = list(found)
        assert all(len(piece) <= pieces.TOGETHER for piece in given)
        return [record for piece in given for record in piece], found


def test_all_records_are_given_as_an_opening_gives_them(conference: Path) -> None:
    records, found = read(conference)
    opened = open_journal(conference)
    opened.journal.close()
    assert records == opened.records and found.whole
    assert found.last == read_head(conference)
    assert len(found.first) == 1 and found.first[0][0] == 1


@pytest.mark.parametrize("seq", range(1, ROWS + 1))
@pytest.mark.parametrize("change", ["station = 'nobody'", "seq = -seq", "seq = seq + 100", ""])
def test_a_row_that_is_not_as_it_was_written_ends_it(
    conference: Path, seq: int, change: str
) -> None:
    with by_hand(conference) as database:
        what = f"UPDATE journal SET {change}" if change else "DELETE FROM journal"
        database.execute(f"{what} WHERE seq = {seq}")
    records, found = read(conference)
    assert not found.whole
    assert [record.seq for record in records] == list(range(1, len(records) + 1))
    assert len(records) < seq
    with pytest.raises(StorageError):
        for _ in read_whole(conference, lambda: None):
            pass


def test_a_row_before_the_first_is_one_too_many(conference: Path) -> None:
    with by_hand(conference) as database:
        database.execute(
            "INSERT INTO journal SELECT 0, act, utc, steady, boot, station, kind, payload, hash "
            "FROM journal WHERE seq = 1"
        )
    records, found = read(conference)
    assert not records and not found.whole


def test_it_must_go_as_far_as_its_head_says_and_through_that_row(conference: Path) -> None:
    head = read_head(conference)
    assert head is not None
    for other in (Head(head.seq + 1, head.hash), Head(head.seq, "0" * 64), Head(5, "0" * 64)):
        write_head(conference, other)
        assert not read(conference)[1].whole
        with closing(Reader(conference)) as reader:
            assert inspect(reader).finding is not None
    beside(conference, layout.HEAD).unlink()
    assert read(conference)[1].whole


def test_what_is_given_behind_what_was_not_believed_is_given_once(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be read for a moment can be after all."""
    seen = list[int]()
    following = Pieces._following

    def once(self: Pieces) -> object:
        seen.append(self.last.seq)
        return None if len(seen) == 2 else following(self)

    monkeypatch.setattr(Pieces, "_following", once)
    given = [one.seq for piece in read_whole(conference, lambda: None) for one in piece]
    assert given == list(range(1, ROWS + 1)) and len(seen) == 2


def test_many_rows_need_no_more_room_than_few(database: Path) -> None:
    make_conference(database, 40 * pieces.TOGETHER // 10)

    def room(together: int) -> int:
        with pytest.MonkeyPatch.context() as patch, closing(Reader(database)) as reader:
            patch.setattr(pieces, "TOGETHER", together)
            tracemalloc.start()
            try:
                for _ in Pieces(reader):
                    pass
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    assert room(20) < room(2_000) / 10
