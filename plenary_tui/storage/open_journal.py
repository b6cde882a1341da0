"""Opening a conference, with every check that belongs to a start, and making a new one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from plenary_tui import medium
from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.ground.done import Record, Standing
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage import layout
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.codec import decode, encode_act
from plenary_tui.storage.copying import refuse_to_overwrite
from plenary_tui.storage.errors import (
    AlreadyThere,
    Damaged,
    NotAConference,
    StorageError,
    WrittenByNewer,
    WrittenByOlder,
    in_doubt,
    named,
    plainly,
)
from plenary_tui.storage.first_act import keep_first_act, read_first_act
from plenary_tui.storage.head import Head, read_head, write_head
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.inspection import Damage, Finding, Inspection, inspect
from plenary_tui.storage.journal import SqliteJournal, Verification, verify
from plenary_tui.storage.kept_state import take_up
from plenary_tui.storage.layout import beside, size_of
from plenary_tui.storage.link_file import forget_link
from plenary_tui.storage.pieces import Pieces, fold_whole
from plenary_tui.storage.reading import Reader, not_a_conference, pages_in_file
from plenary_tui.storage.unfinished import alone, write_beside


class Opened(Value):
    """A journal that has passed every check.

    Attributes:
        records: all that it holds, already read; from its last step on where one is standing; none
            where they were folded as they were read.
        standing: what the rows up to one have made, if that was kept beside it: believed, and not
            yet compared with the journal.
        finding: something about its head that the officer is to know.
        migrated_from: the copy of the database as it was, if it came from an older version.
    """

    journal: SqliteJournal
    records: list[Record]
    finding: Finding | None = None
    migrated_from: Path | None = None
    standing: Standing | None = None
    folded: Ledger | None = None

    def ledger(self) -> Ledger:
        """The state after all its records."""
        return self.folded or Ledger(self.records, self.standing, self.journal.read)


class Examination(Value):
    """What a file is, without anything being changed.

    Attributes:
        version: of the tables; None if it is no conference.
        verification: None if it was not read.
        problem: why it would not open.
    """

    path: Path
    version: int | None
    verification: Verification | None
    problem: StorageError | None


def open_journal(
    path: Path,
    *,
    migrate: bool = False,
    passing_by: bool = False,
    folding: bool = False,
    kept: bool = False,
    recording: bool = False,
) -> Opened:
    """Open a conference after every check. Whoever opens a podium holds its lock before.

    Args:
        folding: for who wants what stands, not all records: a long one needs no room then.
        kept: the same, and go on from the state that is kept beside it, if there is one and nothing
            speaks against it: of the journal only what follows is read and checked.
        migrate: bring an older database to this version, having copied it, and keep its first act
                beside it; for a podium only.
        passing_by: for an act or two, by nobody who looks on.
        recording: what is kept is not proven before the first act: the rows before it are checked
            here, though not folded.

    Raises:
        NoConference, NotAConference, WrittenByNewer: it is not for this program.
        WrittenByOlder: it must be migrated, and may not be here.
        Damaged: it is; `recover` keeps what is sound.
        StorageError: it cannot be read just now.
    """
    if kept and (taken_up := take_up(path, checked=recording)) is not None:
        reader, records = taken_up.reader, taken_up.records
        journal = SqliteJournal(path, reader, last=taken_up.last, passing_by=passing_by)
        return Opened(journal, records, standing=taken_up.standing)
    copy = None
    reader = _reader(path)
    try:
        if (version := _version(reader)) < layout.VERSION:
            if not migrate:
                raise _older(path)
            copy = _migrate(reader, version)
        if (kept or folding) and (folded := fold_whole(reader, keeping_first=migrate)) is not None:
            ledger, last = folded
            journal = SqliteJournal(path, reader, last=last, passing_by=passing_by)
            return Opened(journal, [], migrated_from=copy, folded=ledger)
        found = inspect(reader)
        if found.finding is not None:
            _look_in_the_pages(path, found)
        if found.damage is not None:
            raise _damaged(found.damage)
        if migrate:
            with suppress(OSError):
                keep_first_act(path, found.rows)
        records = [decode(row) for row in found.rows]
    except BaseException:
        reader.close()
        raise
    end = Head(found.rows[-1][0], found.rows[-1][-1]) if found.rows else None
    told = found.finding is not None
    journal = SqliteJournal(path, reader, last=end, passing_by=passing_by, told=told)
    return Opened(journal, records, found.finding, copy)


def read_whole(path: Path, step: Callable[[], None]) -> Iterator[list[Record]]:
    """All records of a podium's conference, in pieces, on a connection of its own.

    None is to be relied on before the last was given, with every check.

    Args:
        step: called again and again, as this is done in another thread.

    Raises `StorageError`, also for what an opening only tells.
    """
    reader = _reader(path)
    try:
        _version(reader)
        pieces = Pieces(reader, step)
        yield from pieces
        if pieces.whole:
            with suppress(OSError):
                keep_first_act(path, pieces.first)
            return
        found = inspect(reader, step=step)
    finally:
        reader.close()
    if found.damage is not None:
        raise _damaged(found.damage)
    if found.finding is not None:
        raise StorageError(found.finding.why, found.finding.instead)
    yield [decode(row) for row in found.rows[pieces.last.seq :]]


def examine(path: Path) -> Examination:
    """Look at whatever bears that name, and change nothing. Raises nothing."""
    version: int | None = None
    try:
        reader = _reader(path)
        try:
            if reader.application_id == layout.APPLICATION_ID:
                version = reader.user_version
            if _version(reader) < layout.VERSION:
                raise _older(path)
            return Examination(path, version, verify(reader), None)
        finally:
            reader.close()
    except StorageError as error:
        return Examination(path, version, None, error)


def create(path: Path, events: Sequence[Event], station: str) -> tuple[Record, ...]:
    """Make a new conference whose first act is these events (one at least), durable on return.

    Until then nothing bears that name, and nothing is left where it is refused. Raises
    `AlreadyThere` rather than touch what exists, and other `StorageError`.
    """
    rows, records = encode_act(events, station, 0, GENESIS)
    refuse_to_overwrite(path)
    with plainly(path):
        forget_link(path)
    create_of(path, rows)
    return records


def create_of(path: Path, rows: Sequence[Row]) -> None:
    """Make a conference of rows, durable on return, where nothing is; a link beside it stays.

    Nothing is left where it is refused. Raises `AlreadyThere`, and other `StorageError`.
    """
    refuse_to_overwrite(path)
    lock = beside(path, layout.WRITER_LOCK)
    locked_before = os.path.lexists(lock)
    with alone(path):
        try:
            refuse_to_overwrite(path)
            _refuse_remains(path)
            _create(path, rows)
        except BaseException:
            if not (locked_before or os.path.lexists(path)):
                with suppress(OSError):
                    lock.unlink()
            raise


def _create(path: Path, rows: Sequence[Row]) -> None:
    """The same for who holds the lock, where nothing is."""
    renamed = False
    with plainly(path):
        try:
            unfinished = write_beside(path, rows)
            with suppress(OSError):
                write_head(path, Head(rows[-1][0], rows[-1][-1]), durable=True)
                keep_first_act(path, rows)
            Heartbeat(path).clear()
            medium.rename(unfinished, path)
            renamed = True
            medium.sync_directory(path.parent)
        except BaseException as error:
            try:
                if renamed:
                    path.unlink(missing_ok=True)
            except OSError:
                raise in_doubt(path) from error
            for ending in (layout.UNFINISHED, layout.HEAD, layout.FIRST_ACT):
                with suppress(OSError):
                    beside(path, ending).unlink()
            raise


def _reader(path: Path) -> Reader:
    """A reader of the database, which may have been a conference once."""
    try:
        return Reader(path)
    except NotAConference:
        if read_head(path) is None and not read_first_act(path):
            raise
        raise _was_one(path) from None


def _was_one(path: Path) -> Damaged:
    return Damaged(
        f"{named(path)} was a conference and is damaged from its first byte on.",
        "`plenary podium` sets it aside whole and recovers what can be read; or use a backup.",
    )


def _look_in_the_pages(path: Path, found: Inspection) -> None:
    """Raise `Damaged` if records that are missing at the end are there, where SQLite sees none.

    A damaged page of the -wal file hides all that were recorded after it. The conference may be
    open in this process, whose locks would be gone if its file were read past SQLite.
    """
    kept = len(found.rows)
    if found.head is not None and found.head.seq > kept:
        from plenary_tui.storage.salvage import salvage

        rows, _ = salvage(path, found.head, pages_in_file(path))
        if len(rows) > kept:
            raise Damaged(
                f"The journal {named(path)} is damaged after record {kept}.",
                "`plenary podium` sets it aside whole and recovers what stands before and behind.",
                kept=kept,
            )


def _damaged(damage: Damage) -> Damaged:
    return Damaged(
        damage.why,
        "`plenary podium` sets it aside whole and recovers what stands before.",
        kept=damage.kept,
    )


def _older(path: Path) -> WrittenByOlder:
    return WrittenByOlder(
        f"{named(path)} was written by an older version of this program.",
        "Open it once with `plenary podium`, which brings it up to date.",
    )


def _version(reader: Reader) -> int:
    """The version of the tables, if it is a conference that this program may read."""
    version = reader.user_version
    if reader.application_id != layout.APPLICATION_ID or not 0 < version < layout.NO_VERSION:
        if read_first_act(reader.path):
            raise _was_one(reader.path)
        raise not_a_conference(reader.path, "is a database of another program")
    if version > layout.VERSION:
        raise WrittenByNewer(
            f"{named(reader.path)} was written by a newer version of this program.",
            "Update this program, or use the one that wrote it.",
        )
    return version


def _migrate(reader: Reader, version: int) -> Path:
    """Copy the database as it is, then bring it up to date; where the copy is."""
    from plenary_tui.storage.whole_database import migrate

    path = reader.path
    copy = layout.free_name(beside(path, f".version-{version}"))
    unfinished = beside(copy, layout.UNFINISHED)  # what bears the copy's name is whole
    with alone(path):
        try:
            with plainly(copy):
                unfinished.unlink(missing_ok=True)
            reader.copy_to(unfinished)
            with plainly(copy):
                medium.rename(unfinished, copy)
                medium.sync_directory(copy.parent)
        except BaseException:
            for file in (unfinished, copy):
                with suppress(OSError):
                    file.unlink()
            raise
        migrate(path, version)
    return copy


def _refuse_remains(path: Path) -> None:
    """SQLite would take what another database of that name has left for part of the new one."""
    for ending in (layout.WAL, "-journal"):
        remains = beside(path, ending)
        if size_of(remains):
            raise AlreadyThere(
                f"{named(remains)} is left of another database and may hold its last records.",
                "Move it elsewhere, or choose another name.",
            )
        remains.unlink(missing_ok=True)
    beside(path, layout.SHM).unlink(missing_ok=True)
