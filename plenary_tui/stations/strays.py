"""Records that are in no order, as a server keeps them: which acts they are, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from plenary_tui.procedure.alone.apart import acts_apart
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.stations.own_copy import OwnCopy
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.codec import decode
from plenary_tui.storage.server.far_server import FarServer


def acts_alone(server: FarServer, own: OwnCopy, pause: Callable[[], None]) -> tuple[Alone, ...]:
    """The acts that a server keeps and that are not in this station's journal, in their order.

    Raises `ServerError` and `StorageError`.

    Args:
        pause: called again and again, so that keys come first.
    """
    found: list[Alone] = []
    kept = _all(server, pause)
    podiums = {row[-1]: podium for podium, row in kept}
    for branch in branches([row for _, row in kept], own.hash_at):
        common = branch[0][0] - 1
        ledger = Ledger()
        for part in _up_to(own, common):
            ledger.fold(decode(row) for row in part)
            pause()
        hashes = {row[0]: row[-1] for row in branch}
        acts = acts_apart(ledger, [decode(row) for row in branch], hashes)
        found += [replace(one, podium=podiums[one.row]) for one in acts]
    return tuple(found)


def branches(rows: Sequence[Row], hash_at: Callable[[int], str]) -> list[list[Row]]:
    """The ways on which records went apart from a journal, each from where it did.

    Args:
        hash_at: of the journal's record of a number; "" where it has none.
    """
    found: list[list[Row]] = []
    seen: set[str] = set()
    for row in rows:
        seq, hashed = row[0], row[-1]
        if hashed in seen or hash_at(seq) == hashed:
            continue  # kept twice, or in the journal after all
        before = next((one for one in found if sound_rows([row], one[-1][-1])), None)
        if before is not None:
            before.append(row)
        elif sound_rows([row], hash_at(seq - 1)):
            found.append([row])
        else:
            continue  # it follows from nothing that is known here
        seen.add(hashed)
    return found


def _up_to(own: OwnCopy, last: int) -> Iterator[list[Row]]:
    """The rows of a journal up to one, in parts."""
    after = 0
    while after < last:
        rows = list(takewhile(lambda row: row[0] <= last, own.rows(after)))
        yield rows
        after = rows[-1][0]


def _all(server: FarServer, pause: Callable[[], None]) -> list[tuple[str, Row]]:
    """All that a server keeps, by charge and number."""
    found: list[tuple[str, Row]] = []
    while more := server.strays(len(found)):
        found += more
        pause()
    return found
