"""Setting a conference aside, whole: to go on with what is sound of it, or with a new one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from plenary_tui import medium
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage import layout
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.codec import decode, encode_act
from plenary_tui.storage.errors import (
    Damaged,
    NoConference,
    NotAConference,
    StorageError,
    named,
    plainly,
)
from plenary_tui.storage.first_act import keep_first_act
from plenary_tui.storage.giving_way import others_give_way, patiently
from plenary_tui.storage.head import UNKNOWN, Head, read_head, write_head
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.inspection import Damage, Inspection, inspect
from plenary_tui.storage.kept_state import forget_state
from plenary_tui.storage.layout import beside
from plenary_tui.storage.link_file import forget_link
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import examine
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.salvage import salvage
from plenary_tui.storage.unfinished import alone, write_beside


class Recovery(Value):
    """What was recovered.

    Attributes:
        kept: how many records stand in the new database, under their old numbers and hashes.
        last: the last of them.
        lost_from: the number of the first record that was not recovered; None if all were. The
            head tells of it until the next act: the power may go before anybody is told.
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
    with alone(path):
        found = _inspect(path)
        last = decode(found.rows[-1])
        lost = _is_lost(found)
        unfinished = write_beside(path, found.rows)
        stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = layout.free_name(beside(path, f".damaged-{stamp}"))
        with plainly(path), _whole_or_not_at_all(path, aside), others_give_way(path):
            _set_aside(path, aside)
            if lost:
                write_head(path, _ahead(found, last.seq), durable=True)
            patiently(path, lambda: medium.replace(unfinished, path))
            if not lost:
                with suppress(OSError):
                    write_head(path, Head(last.seq, found.rows[-1][-1]), durable=True)
            medium.sync_directory(path.parent)
    recorded = found.head.seq if found.head else None
    return Recovery(last.seq, last, last.seq + 1 if lost else None, aside, recorded)


def _is_lost(found: Inspection) -> bool:
    """Whether records were made that were not found, as far as can be told."""
    ahead = found.head is not None and found.head.seq > len(found.rows)
    return ahead or (found.damage is not None and found.damage.more)


def _ahead(found: Inspection, kept: int) -> Head:
    """A head that tells of records that are lost: as it was, or of the first of them."""
    if found.head is not None and found.head.seq > kept:
        return found.head
    return Head(kept + 1, UNKNOWN)


def put_in_place(path: Path, events: Sequence[Event], station: str, now: datetime) -> Path:
    """Make a new conference where another is; where that is kept, under a name with the time.

    At every moment the old one is on the disk under one name or the other. Raises `PodiumBusy` if
    a podium has it open, `NotAConference` if it is something else, and other `StorageError`.
    """
    problem = examine(path).problem
    if isinstance(problem, NotAConference | NoConference):
        raise problem
    rows, _ = encode_act(events, station, 0, GENESIS)
    with PodiumLock(path, station):
        return _put_rows_in_place(path, rows, now, linked=False)


def put_rows_in_place(path: Path, common: int, now: datetime) -> Path:
    """Go on from the first `common` rows of the database at `path`; where it is kept whole.

    It keeps its link. Whoever calls has made sure that no podium shows it. At every moment the old
    one is on the disk under one name or the other. Raises `StorageError`.
    """
    with closing(Reader(path)) as reader:
        rows = reader.rows()[:common]
    return _put_rows_in_place(path, rows, now, linked=True)


def _put_rows_in_place(path: Path, rows: Sequence[Row], now: datetime, *, linked: bool) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    with alone(path):
        unfinished = write_beside(path, rows)
        kept = layout.free_name(path.with_name(f"{path.stem}-{stamp}{path.suffix}"))
        with plainly(path), _whole_or_not_at_all(path, kept), others_give_way(path):
            _set_aside(path, kept)
            Heartbeat(path).clear()
            patiently(path, lambda: medium.replace(unfinished, path))
            with suppress(OSError):
                write_head(path, Head(rows[-1][0], rows[-1][-1]), durable=True)
                keep_first_act(path, rows)
            if not linked:
                forget_link(path)
            medium.sync_directory(path.parent)
    return kept


def _inspect(path: Path) -> Inspection:
    """What of it is sound, as SQLite reads it or in its pages. Raises `Damaged` if nothing is."""
    found = None
    with suppress(Damaged, NotAConference), closing(Reader(path)) as reader:
        found = inspect(reader)
    if found is not None and found.damage is None and found.finding is None:
        return found
    head = read_head(path)
    rows, more = salvage(path, head)
    if found is None or len(rows) > len(found.rows):
        damage = Damage(f"The journal {named(path)} is damaged.", len(rows), more)
        found = Inspection(rows, damage, None, head)
    if not found.rows:
        raise Damaged(
            f"Nothing of {named(path)} can be recovered; it was left as it is.",
            "Use a backup, or make the conference anew.",
        )
    return found


@contextmanager
def _whole_or_not_at_all(path: Path, aside: Path) -> Iterator[None]:
    """Undo what was done of setting it aside if that comes to no end."""
    short: dict[Path, bytes] = {}
    for ending in (layout.HEARTBEAT, layout.HEAD):
        with suppress(OSError):
            short[beside(path, ending)] = layout.content(beside(path, ending))
    try:
        yield
    except (OSError, StorageError):
        unfinished = beside(path, layout.UNFINISHED)
        if not os.path.lexists(unfinished):  # the new one has the name already
            raise
        with suppress(OSError):
            unfinished.unlink()
        with suppress(OSError):  # where it cannot be undone, all is left: under either name
            for ending in (layout.WAL, layout.SHM):
                with suppress(FileNotFoundError):
                    medium.rename(beside(aside, ending), beside(path, ending))
            if not os.path.lexists(path):
                medium.rename(aside, path)
            for file, data in short.items():
                layout.write_short(file, data)
            for ending in (layout.HEAD, layout.FIRST_ACT, ""):
                beside(aside, ending).unlink(missing_ok=True)
        raise


def _set_aside(path: Path, aside: Path) -> None:
    """Give the database and what stands beside it another name, the database itself as well."""
    try:
        os.link(path, aside)
    except OSError:
        # A disk without second names.
        patiently(path, lambda: medium.rename(path, aside))
    head = beside(path, layout.HEAD)
    with suppress(FileNotFoundError):
        layout.write_short(beside(aside, layout.HEAD), layout.content(head))
    if os.path.islink(head) or not medium.is_file(head):  # or what is lost could not be told by it
        head.unlink(missing_ok=True)
    with suppress(OSError):
        first_act = layout.content(beside(path, layout.FIRST_ACT))
        layout.write_durably(beside(aside, layout.FIRST_ACT), first_act)
    forget_state(path)
    for ending in (layout.WAL, layout.SHM):
        old, new = beside(path, ending), beside(aside, ending)
        with suppress(FileNotFoundError):
            patiently(path, partial(medium.rename, old, new))
    medium.sync_directory(path.parent)
