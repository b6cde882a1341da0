"""A stand-in for the journal in raw sqlite3, its mutants, and the judge of both.

It has what the journal has: a chain of hashes, a projection (the number of the last act), and a
head file beside the database that is written beside and renamed, unsynced, after each commit.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

DATABASE = "tally.db"
HEAD = "tally.db.head"
ORIGIN = "origin"


def _payload(act: int) -> str:
    return f"act {act}: " + "the floor was given " * 12


def _chained(previous: str, act: int, payload: str) -> str:
    return hashlib.sha256(f"{previous}{act}{payload}".encode()).hexdigest()


class Tally:
    """Appends acts to `journal(seq, payload, hash)`. The keywords are the mutations.

    Args:
        synchronous: PRAGMA synchronous; FULL is right.
        journal_mode: PRAGMA journal_mode; WAL is right.
        torn_apart: event and projection in two transactions.
        head_first: the head file is written before the commit.
    """

    def __init__(
        self,
        folder: Path,
        *,
        synchronous: str = "FULL",
        journal_mode: str = "WAL",
        torn_apart: bool = False,
        head_first: bool = False,
    ) -> None:
        self._head = folder / HEAD
        self._torn_apart = torn_apart
        self._head_first = head_first
        self.connection = sqlite3.connect(folder / DATABASE, isolation_level=None)
        try:
            self.connection.execute(f"PRAGMA journal_mode = {journal_mode}").fetchone()
            self.connection.execute(f"PRAGMA synchronous = {synchronous}")
            self.connection.execute("PRAGMA wal_autocheckpoint = 6").fetchone()
            with self._transaction():
                self.connection.execute(
                    "CREATE TABLE IF NOT EXISTS"
                    " journal(seq INTEGER PRIMARY KEY, payload TEXT, hash TEXT)"
                )
                self.connection.execute("CREATE TABLE IF NOT EXISTS projection(last INTEGER)")
                if not self.connection.execute("SELECT * FROM projection").fetchall():
                    self.connection.execute("INSERT INTO projection VALUES (0)")
        except BaseException:
            self.close()
            raise

    def append(self) -> int:
        """Record the next act and return its number."""
        query = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
        last, previous = self.connection.execute(query).fetchone() or (0, ORIGIN)
        act = last + 1
        payload = _payload(act)
        digest = _chained(previous, act, payload)
        if self._head_first:
            self._write_head(act)
        with self._transaction():
            row = (act, payload, digest)
            self.connection.execute("INSERT INTO journal VALUES (?, ?, ?)", row)
            if self._torn_apart:
                self.connection.execute("COMMIT")
                self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("UPDATE projection SET last = ?", (act,))
        if not self._head_first:
            self._write_head(act)
        return act

    def close(self) -> None:
        self.connection.close()

    def _write_head(self, act: int) -> None:
        beside = self._head.with_suffix(".new")
        beside.write_text(f"{act}\n")
        os.replace(beside, self._head)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise


def read_acts(folder: Path) -> int:
    """The number of acts in the journal, every row, link and projection of which is right."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not connection.execute("SELECT * FROM sqlite_master").fetchall():
            return 0
        rows = connection.execute("SELECT seq, payload, hash FROM journal ORDER BY seq").fetchall()
        projection = connection.execute("SELECT last FROM projection").fetchall()
    previous = ORIGIN
    for place, (act, payload, digest) in enumerate(rows, 1):
        assert (act, payload) == (place, _payload(place)), f"act {place} is not as recorded"
        assert digest == _chained(previous, act, payload), f"the chain breaks at act {place}"
        previous = digest
    assert projection == [(len(rows),)], f"{len(rows)} acts, projection {projection}"
    return len(rows)


def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
    """Raise unless the tally is whole, has every acknowledged act, and its head is not ahead."""
    acts = read_acts(folder)
    told = max(acknowledged, default=0)
    assert acts >= told, f"act {told} was acknowledged, {acts} are there"
    head = folder / HEAD
    text = head.read_text().strip("\0\n") if head.exists() else ""
    assert int(text or 0) <= acts, f"the head says {text}, {acts} are there"
