"""What a conference is to bear: two podiums at one instant, a reader that stays for minutes,
thousands of acts, want of files and of memory. The exit status is 1 if it did not.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clerk import Clerk
from stage import PLENARY, ROOT, Stage, arguments, extent, is_open, stage

from plenary_tui.procedure.ledger import Undone
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.layout import WAL, beside, size_of
from tests.e2e.terminal import NotSeen, Terminal

MB = 1_000_000
MOST_WAL = 8 * MB
"""Bytes of the -wal file at most, while nobody reads for long."""
LIMITS = (
    "ulimit -n 14",
    "ulimit -n 20",
    "ulimit -v 150000",
    "ulimit -v 256000",
    "ulimit -v 400000",
)
PATIENCE = 30.0


def _conference(scene: Stage, name: str) -> Path:
    database = scene.folder / f"{name}.db"
    Clerk(database, 30).leave()
    return database


def double_starts(scene: Stage, times: int) -> bool:
    """Of two podiums that start at one instant one opens, and the other says why it does not."""
    database, good = _conference(scene, "two"), 0
    for _ in range(times):
        with scene.podium(database) as one, scene.podium(database) as other:
            both, began = (one, other), time.monotonic()
            while not any(each.has_ended for each in both):
                assert time.monotonic() - began < PATIENCE
                for each in both:
                    each.read(0.02)
            refused, stays = sorted(both, key=lambda each: not each.has_ended)
            stays.wait_for(is_open)
            refused.read_all()
            told = " ".join(refused.text.split())
            good += refused.wait_for_end() == 1 and "already open" in told
    print(f"  double starts: {good} of {times} with one podium and one sentence")
    return good == times


class _Acts:
    """Acts one after the other, and what the -wal file and the slowest of them came to."""

    def __init__(self, database: Path) -> None:
        self.journal = SqliteJournal(database)
        self.last = self.journal.read()[-1].seq
        self.largest, self.slowest = 0, 0.0
        self._wal = beside(database, WAL)

    def record(self) -> None:
        """One more."""
        at = Instant(datetime.now(UTC) + timedelta(), time.monotonic(), "B")
        began = time.perf_counter()
        text = f"statement {self.last} of a meeting"
        self.journal.append(self.last, [Undone(at=at, act=1, what=text)], "desk")
        self.slowest = max(self.slowest, time.perf_counter() - began)
        self.last += 1
        self.largest = max(self.largest, size_of(self._wal))

    def told(self) -> str:
        """Both in words."""
        largest = f"the -wal file has {self.largest / MB:.1f} MB at most"
        return f"{largest}, the slowest act took {1000 * self.slowest:.0f} ms"


def held_reader(scene: Stage, seconds: float) -> bool:
    """Somebody reads for minutes: acts go on, and the -wal file is small again afterwards."""
    database = _conference(scene, "read")
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        query = "SELECT count(*) FROM journal"
        (before,) = reader.execute(query).fetchone()
        acts, until = _Acts(database), time.monotonic() + seconds
        while time.monotonic() < until:
            acts.record()
            time.sleep(0 if acts.last < 2500 else 0.2)
        same = reader.execute(query).fetchone() == (before,)
        reader.execute("COMMIT")
    print(f"  a reader of {seconds:.0f} s, {acts.last} acts: {acts.told()}")
    acts.largest = 0
    for _ in range(100):
        acts.record()
    small = size_of(beside(database, WAL)) < MOST_WAL
    whole = len(acts.journal.read()) == acts.last
    acts.journal.close()
    print(f"    100 acts later: {acts.told()}")
    return same and whole and small


def many_acts(scene: Stage, count: int) -> bool:
    """Thousands of acts while somebody follows."""
    database = _conference(scene, "many")
    acts = _Acts(database)
    following = acts.journal.follow(lambda: None, lambda _: None)
    for _ in range(count):
        acts.record()
    following.stop()
    acts.journal.close()
    print(f"  {count} acts: {acts.told()}")
    return acts.largest < MOST_WAL


def limits(scene: Stage) -> bool:
    """Where files or memory run out there is a podium, or one sentence."""
    good = True
    for limit in LIMITS:
        database = _conference(scene, limit.replace(" ", ""))
        command = ["sh", "-c", f'{limit}; exec "$0" "$@"', *PLENARY, "podium"]
        env = {**scene.env, "PLENARY_DB": str(database)}
        with Terminal(command, columns=140, rows=36, env=env, folder=ROOT) as podium:
            try:
                podium.wait_for(is_open)
                podium.record(2)
            except NotSeen:
                pass
            if podium.has_ended:
                podium.read_all()
                said = podium.text.count("Something went wrong")
                fine = said == 1 and "NOTE" not in podium.text and podium.wait_for_end() == 1
                how = "ends with one sentence" if fine else podium.text
            else:
                how, fine = "opens", True
            fine = fine and b"Traceback" not in podium.raw
        good = good and fine
        print(f"  {limit}: {how}")
    return good


def main() -> int:
    """Try all of it."""
    options = arguments(
        __doc__,
        starts="double starts; else 50",
        seconds="that a reader stays; else 180",
        acts="one after the other; else 50,000",
    )
    tries: list[Callable[[Stage], bool]] = [
        lambda scene: double_starts(scene, int(options.starts or extent(options, 50, 5, 1))),
        lambda scene: held_reader(scene, options.seconds or extent(options, 180, 10, 1)),
        lambda scene: many_acts(scene, int(options.acts or extent(options, 50_000, 2000, 50))),
        limits,
    ]
    outcomes = []
    for one in tries:
        with stage(options) as scene:
            outcomes.append(one(scene))
    return int(not all(outcomes))


if __name__ == "__main__":
    sys.exit(main())
