"""Rows found in the pages themselves, where the way to them is damaged.

SQLite comes to a row by the pages above it, and to what is in the -wal file by a checksum over all
before it: one damaged page and thousands of sound rows are out of its reach. Here each page is
searched for what a row of the journal begins with, whatever the page says of itself, and the chain
proves which of what was found are rows, and in which order.
"""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plenary_tui import medium
from plenary_tui.storage.chain import GENESIS, Row, digest
from plenary_tui.storage.first_act import read_first_act
from plenary_tui.storage.head import Head
from plenary_tui.storage.layout import UNFINISHED, WAL, beside

PAGE = 4096
"""Bytes in a page of the databases that this program makes."""
_LOCAL = PAGE - 35
"""Bytes of a row that its page holds at most; what is longer goes on in other pages."""
_LEAST = (PAGE - 12) * 32 // 255 - 23
_FOLLOWING = PAGE - 4
"""Bytes of a row in each page that it goes on in, behind the number of the next."""
_WAL_HEADER, _FRAME_HEADER = 32, 24
_TEXTS = 5
"""utc, boot, station, kind and payload; seq is the row's own number, and a hash has 64 letters."""

# The size of the header, then the type of each column: none (seq), a number (act), text (utc), a
# number (steady), four texts and the hash.
_TEXT = rb"(?:[\x80-\xff]{1,3}[\x00-\x7f]|[\x0d-\x7f])"
_BEGINNING = re.compile(
    rb"(?=([\x0a-\x1c]\x00[\x01-\x06\x08\x09]"
    + _TEXT
    + rb"[\x01-\x09](?:%b){%d}\x81\x0d))" % (_TEXT, _TEXTS - 1)
)
_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
"""How long a number is, by its type."""
_BRANCHES = 64
"""So many ways on are looked at, where two rows follow on one; there is one but for a row that was
refused once and done again."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be a row: where in its page it begins, and the types of its columns."""

    pages: _Pages
    page: bytes
    at: int
    size: int
    types: tuple[int, ...]


class _Pages:
    """All pages there are of a database: each as often as it was written."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.by_number: defaultdict[int, list[bytes]] = defaultdict(list)
        for number, page in _pages_of_wal(_bytes_of(beside(path, WAL))):
            if page not in self.by_number[number]:
                self.by_number[number].append(page)
        for number, at in enumerate(range(0, len(data), PAGE), 1):
            self.by_number[number].append(data[at : at + PAGE])

    def found(self) -> dict[int, list[_Found]]:
        """What may be rows, by the number that each says it has; 0 where that cannot be read."""
        rows: defaultdict[int, list[_Found]] = defaultdict(list)
        for versions in self.by_number.values():
            for page in versions:
                for match in _BEGINNING.finditer(page):
                    types = tuple(_varints(match[1]))
                    if types[0] != len(match[1]):
                        continue
                    size = types[0] + sum(map(_size, types[1:]))
                    one = _Found(self, page, match.start(), size, types[1:])
                    rows[_number_before(page, match.start(), size)].append(one)
        return rows

    def bodies(self, one: _Found) -> Iterator[bytes]:
        """The bytes of a row, in every way that its pages can be put together."""
        if one.size <= _LOCAL:
            yield one.page[one.at : one.at + one.size]
            return
        local = _LEAST + (one.size - _LEAST) % _FOLLOWING
        end = one.at + (local if local <= _LOCAL else _LEAST)
        start = one.page[one.at : end]
        (first,) = struct.unpack(">I", one.page[end : end + 4].rjust(4, b"\0"))
        count = -(-(one.size - len(start)) // _FOLLOWING)
        for straight in (False, True):  # a row is written into pages one behind the other
            for choice in range(-1, count):
                yield (start + self._rest(first, count, straight, choice))[: one.size]

    def _rest(self, number: int, count: int, straight: bool, other: int) -> bytes:
        """What follows in other pages, newest first; the oldest of the one at `other`."""
        rest = []
        for place in range(count):
            versions = self.by_number.get(number, [b""])
            page = versions[-1 if place == other else 0]
            rest.append(page[4:])
            following = int.from_bytes(page[:4], "big")
            number = number + 1 if straight else following
        return b"".join(rest)


def salvage(path: Path, head: Head | None, in_file: bytes | None = None) -> tuple[list[Row], bool]:
    """The sound rows in the pages of a database from the first on; and whether there were more.

    What a recovery had written already when the power went is looked through as well: the -wal file
    had another name then.

    Args:
        head: what stands beside it, if anything.
        in_file: the pages of the database file, as SQLite read them. Without, the file itself is
            read, past SQLite, which lets go of all locks that this process has on it.
    """
    found = _Pages(path, _bytes_of(path) if in_file is None else in_file).found()
    unfinished = beside(path, UNFINISHED)
    for seq, others in _Pages(unfinished, _bytes_of(unfinished)).found().items():
        found.setdefault(seq, []).extend(others)
    first = read_first_act(path)
    best: list[Row] = []
    ways: list[list[Row]] = [[]]
    for _ in range(_BRANCHES):
        if not ways:
            break
        rows = ways.pop()
        while following := _following(rows, found, first):
            ways += [[*rows, other] for other in following[1:]]
            rows.append(following[0])
        if _rank(rows, head) > _rank(best, head):
            best = rows
    later = [seq for seq in found if seq > len(best)]
    ended = head.seq if head is not None and _rank(best, head)[0] else 0
    kept = len(best)
    if later:  # half an act is none
        acts = {row[1] for row in _guessed(found, later)}
        while kept > ended and best[kept - 1][1] in acts:
            kept -= 1
    ahead = head is not None and head.seq > len(best)
    return best[:kept], ahead or (bool(later) and ended < len(best))


def _rank(rows: Sequence[Row], head: Head | None) -> tuple[bool, int]:
    """The way on which the head lies is the one that was told of; else the longest."""
    on_it = head is not None and 0 < head.seq <= len(rows) and rows[head.seq - 1][-1] == head.hash
    return on_it, len(rows)


def _following(
    rows: Sequence[Row], found: dict[int, list[_Found]], first: Sequence[Row]
) -> list[Row]:
    """All rows that may come next; each is proven by its hash."""
    seq = len(rows) + 1
    previous = rows[-1][-1] if rows else GENESIS
    proven: dict[str, Row] = {}
    if seq <= len(first) and digest(previous, *first[seq - 1][:-1]) == first[seq - 1][-1]:
        proven[first[seq - 1][-1]] = first[seq - 1]
    for one in (*found.get(seq, ()), *found.get(0, ())):
        if not proven or one.size <= _LOCAL:  # a long one is not put together twice
            for body in one.pages.bodies(one):
                row = _read(body, one.types, seq)
                if row is not None and _is_proven(previous, row):
                    proven[row[-1]] = row
                    break
    return list(proven.values())


def _is_proven(previous: str, row: Row) -> bool:
    try:
        return digest(previous, *row[:-1]) == row[-1]
    except (TypeError, ValueError):
        return False


def _guessed(found: dict[int, list[_Found]], numbers: Sequence[int]) -> Iterator[Row]:
    """The rows of those numbers as they stand, whether or not they are sound."""
    for seq in numbers:
        for one in found[seq]:
            row = _read(next(one.pages.bodies(one)), one.types, seq)
            if row is not None:
                yield row


def _read(body: bytes, types: Sequence[int], seq: int) -> Row | None:
    """The columns of a row; None if they are not what its header says."""
    values: list[str | int | float] = []
    at = len(body) - sum(map(_size, types))
    for kind in types[1:]:
        part = body[at : at + _size(kind)]
        at += len(part)
        if kind >= 13:
            try:
                values.append(part.decode("utf-8"))
            except UnicodeDecodeError:
                return None
        elif kind == 7:
            values.append(struct.unpack(">d", part)[0] if len(part) == 8 else 0.0)
        else:
            values.append(kind - 8 if kind >= 8 else int.from_bytes(part, "big", signed=True))
    act, utc, steady, boot, station, name, payload, written = values
    return (
        *(seq, int(act), str(utc), float(steady), str(boot), str(station)),
        *(str(name), str(payload), str(written)),
    )


def _size(kind: int) -> int:
    return (kind - 12) // 2 if kind >= 12 else _BYTES.get(kind, 0)


def _varints(data: bytes) -> Iterator[int]:
    """SQLite's own numbers: seven bits a byte, as long as the eighth is set."""
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            yield value
            value = 0


def _number_before(page: bytes, at: int, size: int) -> int:
    """The row's number, which stands before it behind its size; 0 if that is not so."""
    for start in range(max(0, at - 8), at - 1):
        if (numbers := tuple(_varints(page[start:at])))[:1] == (size,) and len(numbers) == 2:
            return numbers[1]
    return 0


def _pages_of_wal(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages in a -wal file and their numbers, the newest first; those that were committed."""
    step = _FRAME_HEADER + PAGE
    starts = range(_WAL_HEADER, len(data) - step + 1, step)
    committed: bytes | None = None
    for start in reversed(starts):
        number, size, salt = struct.unpack(">II8s", data[start : start + 16])
        if size:  # the last page of an act
            committed = salt
        if salt == committed:
            yield number, data[start + _FRAME_HEADER : start + step]


def _bytes_of(path: Path) -> bytes:
    with suppress(OSError):
        if medium.is_file(path):  # a pipe would be waited for
            return path.read_bytes()
    return b""
