"""Setting a conference aside, whole: to go on with what is sound of it, or with a new one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ledger import Record
from plenary_tui.storage import layout
from plenary_tui.storage.chain import GENESIS
from plenary_tui.storage.codec import decode, encode_act
from plenary_tui.storage.errors import Damaged, NoConference, NotAConference, named, plainly
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.inspection import Inspection, inspect
from plenary_tui.storage.layout import beside
from plenary_tui.storage.locks import PodiumLock, WriterLock
from plenary_tui.storage.open_journal import examine, write_beside
from plenary_tui.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was recovered.

    Attributes:
        kept: how many records stand in the new database, under their old numbers and hashes.
        last: the last of them.
        lost_from: the number of the first record that was not recovered; None if all were.
        set_aside: where the damaged database is, whole, with what stood beside it.
        recorded: the number of the last record that was made, as far as the head tells.
    """

    kept: int
    last: Record
    lost_from: int | None
    set_aside: Path
    recorded: int | None


def recover(path: Path, now: datetime) -> Recovery:
    """Set the damaged database at `path` aside and put a new one with its sound records there.

    Whoever calls holds the podium lock and has closed the journal. At every moment all that there
    was is on the disk under one name or the other. Raises `Damaged` if not even the first act is
    sound, and other `StorageError`; nothing is changed then.
    """
    with WriterLock(path):
        found = _inspect(path)
        last = decode(found.rows[-1])
        unfinished = write_beside(path, found.rows)
        stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = layout.free_name(beside(path, f".damaged-{stamp}"))
        with plainly(path):
            _set_aside(path, aside)
            os.replace(unfinished, path)
            with suppress(OSError):
                write_head(path, Head(last.seq, found.rows[-1][-1]), durable=True)
            layout.sync_directory(path.parent)
    recorded = found.head.seq if found.head else None
    lost = found.damage is not None and found.damage.more
    return Recovery(last.seq, last, last.seq + 1 if lost else None, aside, recorded)


def put_in_place(path: Path, events: Sequence[Event], station: str, now: datetime) -> Path:
    """Make a new conference where another is; where that is kept, under a name with the time.

    At every moment the old one is on the disk under one name or the other. Raises `PodiumBusy` if
    a podium has it open, `NotAConference` if it is something else, and other `StorageError`.
    """
    problem = examine(path).problem
    if isinstance(problem, NotAConference | NoConference):
        raise problem
    rows, _ = encode_act(events, station, 0, GENESIS)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    with PodiumLock(path, station), WriterLock(path):
        unfinished = write_beside(path, rows)
        kept = layout.free_name(path.with_name(f"{path.stem}-{stamp}{path.suffix}"))
        with plainly(path):
            _set_aside(path, kept)
            Heartbeat(path).clear()
            os.replace(unfinished, path)
            with suppress(OSError):
                write_head(path, Head(rows[-1][0], rows[-1][-1]), durable=True)
            layout.sync_directory(path.parent)
    return kept


def _inspect(path: Path) -> Inspection:
    """What of it is sound. Raises `Damaged` if nothing is."""
    hopeless = Damaged(
        f"Nothing of {named(path)} can be recovered; it was left as it is.",
        "Use a backup, or make the conference anew.",
    )
    try:
        reader = Reader(path)
    except (Damaged, NotAConference):
        raise hopeless from None
    try:
        found = inspect(reader)
    finally:
        reader.close()
    if not found.rows:
        raise hopeless
    return found


def _set_aside(path: Path, aside: Path) -> None:
    """Give the database and what stands beside it another name, the database itself as well."""
    try:
        os.link(path, aside)
    except OSError:
        os.rename(path, aside)  # a disk without second names
    with suppress(FileNotFoundError):
        head = beside(path, layout.HEAD).read_bytes()
        beside(aside, layout.HEAD).write_bytes(head)
    for ending in (layout.WAL, layout.SHM):
        with suppress(FileNotFoundError):
            os.rename(beside(path, ending), beside(aside, ending))
    layout.sync_directory(path.parent)
