"""What the program is used for while the power may go, each in processes of its own; and judges.

Each scenario runs the program itself, by its commands and by key, in a folder that a `Witness`
watches, and acknowledges what a person was told: the number of the last record that the head names
then. Its judge is given what a power cut left, and opens that as the program does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.storage import layout
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.errors import Damaged
from plenary_tui.storage.first_act import read_first_act
from plenary_tui.storage.head import read_head
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.reading import _COLUMNS, connect_read_only
from plenary_tui.storage.recovery import recover

from .accounts import DATABASE, crashed, done, tell
from .powerloss import Judge
from .process import PLENARY, Witness

COPY = Path("copy.db")
COPIED = 10**6
"""Acknowledged when the copy was told of, so many records more than it holds."""
Scenario = Callable[[Path, Path], tuple[Witness, Judge]]
"""Is given a folder to watch, and one beside it; what was done there, and how to judge it."""
NOON = datetime(2030, 9, 3, 12, 0, tzinfo=UTC)


def rows_of(path: Path) -> list[Row]:
    """The rows of a database, all sound; nothing is made beside one that was left in order."""
    nothing_beside = not layout.size_of(layout.beside(path, layout.WAL))
    with closing(connect_read_only(path, immutable=nothing_beside)) as connection:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq").fetchall()
    assert sound_rows(rows) == len(rows)
    return rows


# -- the scenarios


def command_line(folder: Path, beside: Path) -> tuple[Witness, Judge]:
    """A conference is made, acted in, one act undone, acts of a file done, and copied."""
    witness = Witness(folder, beside)
    done(witness, "new", "--pack", "cop12")
    done(witness, "do", "note", "--text", "The interpreters are there.")
    done(witness, "do", "undo")
    lines = "".join(f"note --text 'Line {number}'\n" for number in range(4))
    done(witness, "do", "--file", "-", given=lines)
    copy = witness.folder / COPY
    done(witness, "backup", str(copy))
    rows = rows_of(witness.folder / DATABASE)
    assert rows_of(copy) == rows
    witness.acknowledge(COPIED + len(rows))
    return witness, judge_of(rows)


def podium(folder: Path, beside: Path) -> tuple[Witness, Judge]:
    """Acts by key, the podium killed, opened again, one act more, and quit."""
    from tests.e2e.terminal import Terminal

    witness = Witness(folder, beside)
    done(witness, "new", "--pack", "cop12")

    def act(terminal: Terminal, text: str) -> None:
        terminal.record(0.5)
        terminal.send(":")
        terminal.record(0.3)
        terminal.wait_for("an act, e.g.")
        before = read_head(witness.folder / DATABASE)
        terminal.send(f"note {text}", "enter")
        terminal.wait_for(lambda _: read_head(witness.folder / DATABASE) != before)
        tell(witness)

    with Terminal([*PLENARY, "podium"], env=witness.env) as first:
        first.wait_for("NOBODY HAS THE FLOOR")
        tell(witness)
        for text in ("one", "two", "three"):
            act(first, text)
    with Terminal([*PLENARY, "podium"], env=witness.env) as second:
        second.wait_for("The podium ended without closing")
        second.record(0.5)
        second.send("k")
        second.wait_for(lambda one: "ended without closing" not in one.text)
        act(second, "four")
        second.record(0.5)
        second.send("q")
        second.record(0.5)
        second.send("enter")
        assert second.wait_for_end() == 0
    tell(witness)
    return witness, judge_of(rows_of(witness.folder / DATABASE))


RECOVER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from plenary_tui.storage.recovery import recover
recover(Path(sys.argv[1]), datetime(2030, 9, 3, 12, 0, tzinfo=UTC))
"""


def recovery_of(damage: Callable[[Path], None]) -> Scenario:
    """A conference is damaged, which the podium's start sets aside and recovers.

    Args:
        damage: is given the database; its last acts lie in its -wal file.
    """

    def scenario(folder: Path, beside: Path) -> tuple[Witness, Judge]:
        path = crashed(folder)
        rows = rows_of(path)
        damage(path)
        damaged = path.read_bytes()
        wal = layout.beside(path, layout.WAL).read_bytes()
        witness = Witness(folder, beside)
        ended = witness.python("-c", RECOVER, str(path))
        assert ended.status == 0, ended
        kept = rows_of(path)
        assert kept == rows[: len(kept)]
        witness.acknowledge(len(kept))
        ended = witness.python("-m", "plenary_tui", "do", "note", "--text", "Who was told goes on.")
        assert ended.status == 0, ended
        witness.acknowledge(len(kept) + 1)
        return witness, judge_of_recovery(kept, len(rows), damaged, wal)

    return scenario


FIRST_ACT = """
import sys
from pathlib import Path
from plenary_tui.storage.open_journal import open_journal
open_journal(Path(sys.argv[1]), migrate=True).journal.close()
"""


def first_act_copied(folder: Path, beside: Path) -> tuple[Witness, Judge]:
    """The podium opens a conference that has no second copy of its first act yet."""
    path = crashed(folder)
    rows = rows_of(path)
    layout.beside(path, layout.FIRST_ACT).unlink()
    witness = Witness(folder, beside)
    witness.acknowledge(len(rows))
    ended = witness.python("-c", FIRST_ACT, str(path))
    assert ended.status == 0, ended
    witness.acknowledge(COPIED)
    return witness, judge_of_first_act(rows)


OLDER = """
import sys
from pathlib import Path
from plenary_tui.storage import layout, schema
from plenary_tui.storage.open_journal import open_journal
layout.VERSION, schema.MIGRATIONS = 2, {1: lambda connection: (
    connection.exec_driver_sql("CREATE TABLE rooms(name TEXT NOT NULL)"),
    connection.exec_driver_sql("INSERT INTO rooms VALUES ('Plenary Hall')"),
    connection.exec_driver_sql("ALTER TABLE journal ADD COLUMN room TEXT"),
)}
opened = open_journal(Path(sys.argv[1]), migrate=True)
opened.journal.close()
print(opened.migrated_from)
"""
"""A program of tomorrow, to which the conferences of today are of an older version."""


def migrated(folder: Path, beside: Path) -> tuple[Witness, Judge]:
    """A conference of an older version is copied and brought up to date."""
    path = crashed(folder)
    rows = rows_of(path)
    witness = Witness(folder, beside)
    witness.acknowledge(len(rows))
    ended = witness.python("-c", OLDER, str(path))
    assert ended.status == 0, ended
    copy = Path(ended.out.strip())
    assert rows_of(copy) == rows
    witness.acknowledge(COPIED + len(rows))
    return witness, judge_of_migration(rows, copy.name)


# -- the judges


def judge_of(rows: Sequence[Row]) -> Judge:
    """What was told is there, whole, and without any finding; and the meeting can go on."""

    def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
        told = max((one for one in acknowledged if one < COPIED), default=0)
        path = folder / DATABASE
        if path.exists() or told:
            opened = open_journal(path, migrate=True)
            opened.journal.close()
            assert opened.finding is None, opened.finding
            assert len(opened.records) >= told, f"record {told} was told of"
            found = rows_of(path)
            assert found == list(rows[: len(found)])
        copied = max((one - COPIED for one in acknowledged if one >= COPIED), default=0)
        if copied or (folder / COPY).exists():
            assert len(rows_of(folder / COPY)) >= copied

    return judge


def judge_of_first_act(rows: Sequence[Row]) -> Judge:
    """All is there; and the first act beside it, once it was told of, whole or not at all."""
    whole = judge_of(rows)

    def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
        path = folder / DATABASE
        if COPIED in acknowledged or layout.beside(path, layout.FIRST_ACT).exists():
            assert read_first_act(path) == rows[:1], "the first act is not there again"
        whole(folder, tuple(one for one in acknowledged if one != COPIED))

    return judge


def judge_of_recovery(kept: Sequence[Row], made: int, damaged: bytes, wal: bytes) -> Judge:
    """The damaged files are there in every state; and what was sound is, or can be had again.

    What is lost is told at every start until an act is recorded, and never after that.
    """

    def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
        path = folder / DATABASE
        contents = [file.read_bytes() for file in path.parent.iterdir()]
        assert damaged in contents, "the damaged database is gone"
        assert wal in contents, "its -wal file is gone"
        assert path.exists(), "nothing has the name of the conference"
        told = max(acknowledged, default=0)
        try:
            open_journal(path).journal.close()
        except Damaged:
            assert not acknowledged, "it was told of, and is not recovered"
            recover(path, NOON)
        opened = open_journal(path)
        opened.journal.close()
        present = len(opened.records)
        assert present >= max(len(kept), told), f"{present} of {max(len(kept), told)}"
        assert rows_of(path)[: len(kept)] == list(kept)
        if told > len(kept) or len(kept) == made:
            assert opened.finding is None, opened.finding
        elif present == len(kept):  # else somebody has acted already, who was told
            assert opened.finding is not None, "that something is lost is told nowhere"
            assert opened.finding.recorded == made, opened.finding
        assert damaged in [file.read_bytes() for file in path.parent.iterdir()]

    return judge


def judge_of_migration(rows: Sequence[Row], copy: str) -> Judge:
    """It is of the one version or of the other, whole; and as it was beside it, once it is new.

    Nothing that is not whole has the name of what it was before.
    """

    def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
        path = folder / DATABASE
        with closing(sqlite3.connect(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            assert ("rooms" in tables) == (version == 2), (version, tables)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert rows_of(path) == list(rows)
        kept = path.parent / copy
        if version == 2 or max(acknowledged) >= COPIED or kept.exists():
            assert rows_of(kept) == list(rows), "it is not kept as it was"
        if version == 1:
            opened = open_journal(path)
            opened.journal.close()
            assert opened.finding is None

    return judge


# -- kinds of damage


def in_a_row(path: Path) -> None:
    """A letter of a record in the middle."""
    data = bytearray(path.read_bytes())
    data[data.index(b"Line 20 ")] ^= 1
    path.write_bytes(data)


def in_the_header(path: Path) -> None:
    """What says that it is a database."""
    data = bytearray(path.read_bytes())
    data[:16] = bytes(16)
    path.write_bytes(data)


def of_the_root(path: Path) -> None:
    """The page from which all others are found."""
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(4096)
    path.write_bytes(data)


def in_the_wal(path: Path) -> None:
    """A letter of a record that is not in the database file yet."""
    wal = layout.beside(path, layout.WAL)
    data = bytearray(wal.read_bytes())
    data[data.index(b"In the wal 3")] ^= 1
    wal.write_bytes(data)


SCENARIOS: dict[str, Scenario] = {
    "new, do, undo, do --file, backup": command_line,
    "a podium by key, killed, reopened": podium,
    "the first act is copied": first_act_copied,
    "an older version is migrated": migrated,
    "recovery: a row": recovery_of(in_a_row),
    "recovery: the header": recovery_of(in_the_header),
    "recovery: the root page": recovery_of(of_the_root),
    "recovery: in the -wal": recovery_of(in_the_wal),
}
MUTANTS = ("no syncs", "no directory syncs", "rename before sync")
