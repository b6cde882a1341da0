"""Events to rows of the journal and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from sys import intern

import msgspec

from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.ground.act import Event, payload_of
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.chain import Row, digest
from plenary_tui.storage.errors import NotRecordable, WrittenByNewer


def encode(event: Event, seq: int, act: int, station: str, previous: str) -> Row:
    """The row of an event; `previous` is the hash of the row before. Raises `NotRecordable`."""
    utc = event.at.utc.astimezone(UTC).isoformat(timespec="microseconds")
    steady = float(event.at.steady)
    try:
        payload = msgspec.json.encode(payload_of(event)).decode()
        columns = (seq, act, utc, steady, event.at.boot, station, event.kind, payload)
        return (*columns, digest(previous, *columns))
    except ValueError as error:
        raise NotRecordable(
            "This cannot be recorded, because it contains characters that are not text.",
            "Type it again without them.",
        ) from error


def encode_act(
    events: Iterable[Event], station: str, after: int, previous: str
) -> tuple[list[Row], tuple[Record, ...]]:
    """The rows of one act that follow row `after`, and the records they make."""
    rows: list[Row] = []
    records: list[Record] = []
    first = after + 1
    for seq, event in enumerate(events, start=first):
        row = encode(event, seq, first, station, previous)
        rows.append(row)
        records.append(Record(seq, first, station, event))
        previous = row[-1]
    return rows, tuple(records)


def decode(row: Row) -> Record:
    """The record of a row. Raises `WrittenByNewer` if this version does not know what it says.

    What thousands of rows say alike is in memory once.
    """
    seq, act, utc, steady, boot, station, kind, payload, _ = row
    event_class = KINDS.get(kind)
    if event_class is None:
        raise _unknown(seq, kind)
    try:
        values = msgspec.json.decode(payload)
        values["at"] = Instant(datetime.fromisoformat(utc), steady, intern(boot))
        event: Event = msgspec.convert(values, event_class)
    except (ValueError, TypeError) as error:
        raise _unknown(seq, kind) from error
    return Record(seq, seq if act == seq else act, intern(station), event)


def _unknown(seq: int, kind: str) -> WrittenByNewer:
    return WrittenByNewer(
        f'Record {seq} ("{kind}") was written by a newer version of this program.',
        "Update this program, or use the one that wrote it.",
    )
