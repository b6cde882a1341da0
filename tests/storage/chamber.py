"""A small conference to keep a journal of: its events say nothing but their number."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ground.on_record import PodiumOpened, Undone
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.open_journal import create, open_journal

STATION = "desk@room-1"
MORNING = datetime(2030, 9, 3, 10, 0, tzinfo=UTC)


def instant(number: int) -> Instant:
    """`number` seconds after the meeting was opened."""
    return Instant(MORNING + timedelta(seconds=number, microseconds=number), 4000.25 + number, "B")


def event(number: int) -> Event:
    """Something recorded, with a text of its own."""
    return Undone(at=instant(number), act=number, what=f"statement {number} — Côte d'Ivoire")


def make_conference(path: Path, acts: int = 1) -> None:
    """A conference of that many acts of one row each, closed in order."""
    create(path, [PodiumOpened(at=instant(1))], STATION)
    if acts > 1:
        with closing(open_journal(path).journal) as journal:
            for number in range(2, acts + 1):
                journal.append(number - 1, [event(number)], STATION)


def texts(records: list[Record]) -> list[str]:
    """What the records say."""
    return [getattr(record.event, "what", record.event.kind) for record in records]


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """The database as another program would open it, which leaves nothing of what it takes away."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")  # as Debian's SQLite does unasked
        yield connection


_ANOTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM journal").fetchone()
connection.close()
"""


def assert_held(path: Path) -> None:
    """This process has its locks on a database that is open in it, with rows in its -wal file.

    Else whoever closes next would take itself for the last, and delete what is being written.
    """
    if sys.platform.startswith("linux"):
        inode = str(path.stat().st_ino)
        lines = map(str.split, Path("/proc/locks").read_text("ascii").splitlines())
        assert any(one[4] == str(os.getpid()) and one[5].endswith(f":{inode}") for one in lines)
    wal = path.with_name(path.name + "-wal")
    subprocess.run([sys.executable, "-c", _ANOTHER, path], check=True)
    assert wal.exists() and wal.stat().st_size


def pragma(path: Path, name: str) -> Any:
    """What the database says of itself."""
    with by_hand(path) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def files_of(path: Path) -> dict[str, bytes]:
    """Every file of the folder with what it holds."""
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}


def flip(path: Path, place: int) -> None:
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    data[place] ^= 0x01
    path.write_bytes(data)


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that every account may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


@contextmanager
def without_rights() -> Iterator[None]:
    """Not as root, whom no file mode stops; modules needed must have been imported before."""
    if not hasattr(os, "geteuid") or os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
