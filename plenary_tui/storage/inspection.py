"""Is the journal whole? Integrity, chain and head, as on every start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.errors import Busy, StorageError, named
from plenary_tui.storage.first_act import read_first_act
from plenary_tui.storage.head import Head, read_head
from plenary_tui.storage.reading import Reader


class Finding(Value):
    """Something the officer is to know; the journal itself is valid, and nothing is set aside.

    Attributes:
        why, instead: one sentence each, as in a `StorageError`.
        recorded: the number of the last record according to the head.
        present: the number of the last record in the journal.
    """

    why: str
    instead: str
    recorded: int
    present: int


class Damage(Value):
    """Where a journal stops being what was written.

    Attributes:
        why: one sentence.
        kept: how many rows from the start are sound and belong to whole acts.
        more: whether records after those are lost, as far as can be told.
        complaints: what SQLite's own check says.
    """

    why: str
    kept: int
    more: bool
    complaints: tuple[str, ...] = ()


class Inspection(Value):
    """What a check of the whole journal found.

    Attributes:
        rows: those that are sound, from the start.
        head: what stands beside the database, if anything.
    """

    rows: list[Row]
    damage: Damage | None
    finding: Finding | None
    head: Head | None


def inspect(
    reader: Reader, path: Path | None = None, step: Callable[[], None] = lambda: None
) -> Inspection:
    """Check the whole journal. Raises `Busy` and the like where it cannot be read just now.

    Args:
        path: beside which its head and first act stand, if not beside the file that is read.
        step: called again and again, as this may be done in another thread.
    """
    # The head first: an act recorded while the rows are read must not look like a head ahead.
    path = path or reader.path
    head = read_head(path)
    complaints = reader.complaints()
    rows, error = reader.readable_rows()
    if isinstance(error, Busy):
        raise error
    kept_beside = [] if sound_rows(rows[:1]) else read_first_act(path)
    if kept_beside:
        rest, error = reader.readable_rows(len(kept_beside) + 1)
        rows = [*kept_beside, *rest]
    sound = sound_rows(rows, step=step)
    if sound == len(rows) and not (error or complaints or kept_beside):
        return Inspection(rows, None, _finding(path, rows, head), head)
    kept = _whole_acts(rows, sound)
    why = f"The journal {named(path)} is damaged {_place(rows, sound, error, kept_beside)}."
    damage = Damage(why, kept, kept < len(rows) or error is not None, complaints)
    return Inspection(rows[:kept], damage, None, head)


def _whole_acts(rows: list[Row], sound: int) -> int:
    """How many of the sound rows belong to whole acts."""
    kept = sound
    if sound < len(rows):
        # The first row of an act that goes on in the damaged row would be half an act.
        next_act = rows[sound][1]
        while kept and rows[kept - 1][1] == next_act:
            kept -= 1
    return kept


def _place(rows: list[Row], sound: int, error: StorageError | None, kept_beside: list[Row]) -> str:
    """Where it is damaged."""
    after = f"after record {sound}"
    if not sound:
        return "from its first record on"
    if kept_beside:
        return "in its first act" if sound == len(rows) else f"in its first act and {after}"
    return "outside its records" if sound == len(rows) and error is None else after


def _finding(path: Path, rows: list[Row], head: Head | None) -> Finding | None:
    if head is None or head.seq == 0:
        return None
    present = len(rows)
    name = named(path)
    if head.seq > present:
        return Finding(
            f"{name} ends with record {present}, but record {head.seq} was made.",
            "If it is a copy, its -wal file was left behind: copy again with `plenary backup`; "
            "otherwise the last records are lost, and the meeting continues from what is there.",
            head.seq,
            present,
        )
    if rows[head.seq - 1][-1] != head.hash:
        return Finding(
            f"Record {head.seq} of {name} is not the one that was made.",
            "Compare the journal with a backup before the meeting continues from it.",
            head.seq,
            present,
        )
    return None
