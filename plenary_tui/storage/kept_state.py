"""What all rows have made, kept beside the database, so that an opening folds those after it alone.

It is a cache: whoever cannot read it, or doubts it, folds the journal, and deleting it costs time
only. Only what a whole journal made is ever kept. It is believed where it is whole, this very
program wrote it, and it names a row of the journal by number and hash; a podium then folds the
whole journal beside its screen and compares, before anything is recorded.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from plenary_tui import __version__
from plenary_tui.procedure.ground.done import Record, Standing
from plenary_tui.procedure.state.chamber import Note, Statement
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.growing import Growing
from plenary_tui.storage.chain import GENESIS, Row, sound_rows
from plenary_tui.storage.codec import decode
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.head import Head, read_head
from plenary_tui.storage.layout import (
    APPLICATION_ID,
    KEPT_STATE,
    UNFINISHED,
    VERSION,
    beside,
    content,
    write_whole,
)
from plenary_tui.storage.reading import Reader

WORTH = 500
"""From so many rows on a state is kept; fewer are folded as quickly as it is read."""
FAR = 2_000
"""A state is not gone on from where so many rows follow it: the journal is read whole."""
TOGETHER = 500
"""How many statements or notes are written at once, so that a key does not wait for all."""

LAW = Path(__file__).parent.parent / "procedure", Path(__file__).parent
"""What makes a state of a journal, having read its rows; and how that is kept."""

_DIGEST = sha256().digest_size
T = TypeVar("T")


class _Kept(Value, array_like=True):
    """As it stands in the file: the state, and in parts what has grown in it."""

    hash: str
    standing: Standing
    statements: list[msgspec.Raw]
    notes: list[msgspec.Raw]


def keep_state(
    path: Path, standing: Standing, row_hash: str, step: Callable[[], object] = lambda: None
) -> None:
    """Put what a whole journal has made beside the database at `path`. Raises OSError.

    Not synced: who finds it half written sees so by its digest. Where there is no room for it none
    is taken, which an act may need.

    Args:
        row_hash: of the last row.
        step: called again and again, as this may be done in another thread.
    """
    text = encoded(standing, row_hash, step)
    step()
    write_whole(beside(path, KEPT_STATE), _digest(text) + text)


def encoded(standing: Standing, row_hash: str, step: Callable[[], object] = lambda: None) -> bytes:
    """What stands, as bytes; arguments as of `keep_state`."""
    conference = standing.conference
    state = replace(conference, statements=Growing(), notes=Growing())
    kept = _Kept(
        row_hash,
        replace(standing, conference=state),
        _in_parts(conference.statements, step),
        _in_parts(conference.notes, step),
    )
    return msgspec.msgpack.encode(kept, enc_hook=tuple)


def decoded(text: bytes | memoryview) -> tuple[str, Standing]:
    """What was encoded: the hash of its row, and what stands. Raises ValueError."""
    kept = msgspec.msgpack.decode(text, type=_Kept, dec_hook=_grown)
    conference = replace(
        kept.standing.conference,
        statements=Growing(_whole(kept.statements, Statement)),
        notes=Growing(_whole(kept.notes, Note)),
    )
    return kept.hash, replace(kept.standing, conference=conference)


def forget_state(path: Path) -> None:
    """Delete what is kept beside the database at `path`, so that the next opening folds it all."""
    for ending in (KEPT_STATE, KEPT_STATE + UNFINISHED):
        with suppress(OSError):
            beside(path, ending).unlink(missing_ok=True)


class TakenUp(Value):
    """A journal read from a kept state on.

    Attributes:
        records: as `Ledger` wants them beside what stands.
        last: the journal's last row.
        reader: that read them.
    """

    reader: Reader
    standing: Standing
    records: list[Record]
    last: Head


def take_up(path: Path, *, checked: bool = False) -> TakenUp | None:
    """The journal at `path` from the state on that is kept beside it; None in any doubt.

    Args:
        checked: for who records without having the whole journal folded: the rows before it are
            read as well, and must be as they were written.
    """
    found = _read(path)
    if found is None:
        return None
    row_hash, standing = found
    # The head first: an act recorded while the rows are read must not look like a head ahead.
    head = read_head(path)
    try:
        reader = Reader(path)
    except StorageError:
        return None
    with suppress(StorageError):
        rows = _rows_from(reader, standing, Head(standing.conference.seq, row_hash), head)
        if rows is not None and (not checked or _are_sound_before(reader, rows)):
            records, last = [decode(row) for row in rows], Head(rows[-1][0], rows[-1][-1])
            return TakenUp(reader, standing, records, last)
    reader.close()
    return None


def _rows_from(
    reader: Reader, standing: Standing, known: Head, head: Head | None
) -> list[Row] | None:
    """The rows from the last step of a standing on, if all of them are as they were written.

    Args:
        known: the row up to which the standing goes.
        head: the last row, as it stands beside the database.
    """
    first, marks = standing.last_step, (reader.application_id, reader.user_version)
    if reader.malformed or marks != (APPLICATION_ID, VERSION) or not 0 < first <= known.seq:
        return None
    if reader.ahead(known.seq) > FAR:
        return None
    rows, error = reader.readable_rows(first - 1)
    previous = rows.pop(0)[-1] if rows and first > 1 else GENESIS
    if error is not None or sound_rows(rows, previous) < len(rows):
        return None
    hashes = {row[0]: row[-1] for row in rows}
    asked = (known,) if head is None or head.seq == 0 else (known, head)
    if any(hashes.get(one.seq) != one.hash for one in asked):
        return None
    return rows if rows[0][0] == first and rows[-1][0] == first + len(rows) - 1 else None


def _are_sound_before(reader: Reader, rows: Sequence[Row]) -> bool:
    """Whether all rows before those are as they were written, and so is the file they are in.

    Raises `StorageError` if they cannot be read.
    """
    if reader.complaints():
        return False
    before = reader.some_rows(0, rows[0][0] - 1)
    together = [*before, rows[0]]
    return len(together) == rows[0][0] and sound_rows(together) == len(together)


def _read(path: Path) -> tuple[str, Standing] | None:
    """What is kept beside the database at `path`, and the hash of its row; None if it is not."""
    try:
        data = content(beside(path, KEPT_STATE))
        text = memoryview(data)[_DIGEST:]
        if data[:_DIGEST] != _digest(text):
            return None
        return decoded(text)
    except (OSError, ValueError):
        return None


def _in_parts(values: Sequence[Value], step: Callable[[], object]) -> list[msgspec.Raw]:
    parts = []
    for start in range(0, len(values), TOGETHER):
        parts.append(msgspec.Raw(msgspec.msgpack.encode(values[start : start + TOGETHER])))
        step()
    return parts


def _whole(parts: Iterable[msgspec.Raw], kind: type[T]) -> list[T]:
    decoder = msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]
    return [value for part in parts for value in decoder.decode(part)]


def _grown(_: Any, values: Sequence[object]) -> Growing[object]:
    return Growing(values)


def _digest(text: bytes | memoryview) -> bytes:
    digest = sha256(_program())
    digest.update(text)
    return digest.digest()


@cache
def _program() -> bytes:
    """What this program is: another one, or this one before its law was changed, made another fold.

    The files of the law by name, size and time, which a new installation changes.
    """
    said = [__version__, msgspec.__version__]
    for folder, _, files in chain.from_iterable(map(os.walk, LAW)):
        for name in files:
            if name.endswith(".py"):
                status = os.stat(os.path.join(folder, name))
                said.append(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(sorted(said)).encode("utf-8", "surrogateescape")
