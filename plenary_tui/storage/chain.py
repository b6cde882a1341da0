"""The hash that chains each row of the journal to the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

GENESIS = "0" * 64
"""Stands before the first row."""

Row = tuple[int, int, str, float, str, str, str, str, str]
"""seq, act, utc, steady, boot, station, kind, payload, hash; the columns in their order."""

_SEPARATOR = "\0"


def digest(
    previous: str,
    seq: int,
    act: int,
    utc: str,
    steady: float,
    boot: str,
    station: str,
    kind: str,
    payload: str,
) -> str:
    """The hash of a row: SHA-256, in hexadecimal, over the hash before it and all its columns.

    The columns are joined by NUL, which none may contain, so that no two rows read alike. Raises
    ValueError if one does or is not text.
    """
    text = (
        f"{previous}\0{seq}\0{act}\0{utc}\0{float.hex(steady)}"
        f"\0{boot}\0{station}\0{kind}\0{payload}"
    )
    if text.count(_SEPARATOR) != 8:
        raise ValueError("a column contains NUL")
    return sha256(text.encode()).hexdigest()


def sound_rows(
    rows: Sequence[Row], previous: str = GENESIS, step: Callable[[], None] = lambda: None
) -> int:
    """How many rows from the start are as they were written; `previous` is the hash before.

    Args:
        step: called after each row, as this may be done in another thread.
    """
    for place, (seq, act, utc, steady, boot, station, kind, payload, written) in enumerate(rows):
        try:
            expected = digest(previous, seq, act, utc, steady, boot, station, kind, payload)
        except (TypeError, ValueError):
            return place  # not even the type of its columns is right
        if expected != written:
            return place
        previous = expected
        step()
    return len(rows)
