"""Is the journal whole? Integrity, chain and head, as on every start."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.errors import Busy, StorageError, named
from plenary_tui.storage.head import Head, read_head
from plenary_tui.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Finding:
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


@dataclass(frozen=True, slots=True)
class Damage:
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


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a check of the whole journal found.

    Attributes:
        rows: those that are sound, from the start.
        head: what stands beside the database, if anything.
    """

    rows: list[Row]
    damage: Damage | None
    finding: Finding | None
    head: Head | None


def inspect(reader: Reader) -> Inspection:
    """Check the whole journal. Raises `Busy` and the like where it cannot be read just now."""
    # The head first: an act recorded while the rows are read must not look like a head ahead.
    head = read_head(reader.path)
    complaints = reader.complaints()
    rows, error = reader.readable_rows()
    if isinstance(error, Busy):
        raise error
    damage = _damage(reader, rows, error, complaints)
    if damage is not None:
        return Inspection(rows[: damage.kept], damage, None, head)
    return Inspection(rows, None, _finding(reader, rows, head), head)


def _damage(
    reader: Reader, rows: list[Row], error: StorageError | None, complaints: tuple[str, ...]
) -> Damage | None:
    sound = sound_rows(rows)
    if sound == len(rows) and error is None and not complaints:
        return None
    kept = sound
    if sound < len(rows):
        # The first row of an act that goes on in the damaged row would be half an act.
        next_act = rows[sound][1]
        while kept and rows[kept - 1][1] == next_act:
            kept -= 1
    place = f"after record {sound}" if sound else "from its first record on"
    if sound == len(rows) and error is None:
        place = "outside its records"
    more = kept < len(rows) or error is not None
    return Damage(f"The journal {named(reader.path)} is damaged {place}.", kept, more, complaints)


def _finding(reader: Reader, rows: list[Row], head: Head | None) -> Finding | None:
    if head is None or head.seq == 0:
        return None
    present = len(rows)
    name = named(reader.path)
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
