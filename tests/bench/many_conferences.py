"""Ten conferences of eight stations on one server: how soon the others know what a podium records.

Each conference is a process with its podium and seven machines that follow; each records an act a
second. Measured is from the podium's commit to the commit in another machine's copy; the copies are
in memory (`/dev/shm`, where there is one), for eighty machines do not share one disk. The server's
own is durable and on the disk. And which share of a core it takes, all its processes together.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from plenary_tui.apps.courtesy import SWITCH, collect_seldom
from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.stations.granting import grant
from plenary_tui.stations.joining import join, share
from plenary_tui.stations.link_beside import LinkBeside
from plenary_tui.stations.link_state import Way
from plenary_tui.stations.own_copy import OwnCopy
from plenary_tui.storage.chain import Row
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.address import read_address
from tests.bench.broken_network import MEMORY
from tests.bench.conferences import make_conference
from tests.bench.offices import TABLES, office
from tests.bench.stage import arguments, cpu_seconds, extent, tell
from tests.storage.server.private_server import MISSING, PrivateServer, programs
from tests.storage.server.waiting import until

CONFERENCES, FOLLOWING = 10, 7
EVERY = 1.0
"""Seconds between two acts of a conference."""
SETTLE = 3.0


class Size(NamedTuple):
    """How many conferences, machines that follow each, and acts of each."""

    conferences: int
    following: int
    acts: int


class Copies(OwnCopy):
    """Copies that tell when each row is in them."""

    arrived: list[tuple[int, float]]

    def extend(self, rows: Sequence[Row]) -> None:
        """Take rows, and note when."""
        super().extend(rows)
        at = time.monotonic()
        self.arrived += [(row[0], at) for row in rows]


def sit(number: int, folder: Path, size: Size, begin: Barrier, told: Any) -> None:
    """One conference; milliseconds from each commit to each copy are put into `told`."""
    from plenary_tui.stations import own_copy

    Copies.arrived = []
    own_copy.OwnCopy = Copies  # type: ignore[misc]
    sys.setswitchinterval(SWITCH)
    collect_seldom()
    podium, *others = databases(folder, number, size.following)
    opened = open_journal(podium)
    desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
    links = [LinkBeside(one, SystemClock(), shown=one == podium) for one in (podium, *others)]
    for link in links:
        link.start()
    until(lambda: all(one.state.way is Way.LINKED for one in links))
    begin.wait()
    time.sleep(SETTLE + EVERY * number / size.conferences)
    recorded = {}
    for act in range(size.acts):
        seq = desk.dispatch(MakeNote(text=f"act {act}")).seq
        recorded[seq] = time.monotonic()
        links[0].poke()
        time.sleep(EVERY)
    with suppress(AssertionError):  # what has not come is told as lacking
        until(lambda: len(Copies.arrived) >= size.acts * size.following)
    came = [1000 * (at - recorded[seq]) for seq, at in Copies.arrived if seq in recorded]
    for link in links:
        link.stop()
    opened.journal.close()
    told.put(came)


def databases(folder: Path, number: int, following: int) -> list[Path]:
    """The podium's of a conference, and the copies."""
    return [folder / f"{number}-{one}.db" for one in range(1 + following)]


def prepare(server: PrivateServer, folder: Path, number: int, following: int) -> None:
    """A conference that is shared, and followed by the others."""
    podium, *others = databases(folder, number, following)
    name = f"Conference {number}"
    make_conference(podium, waiting=40, rehearsal=False)
    where = server.by_port("podium-a", TABLES)
    share(podium, read_address(where), name, "podium")
    grant(read_address(server.address(database=TABLES)), "reader", "reader", name)
    where = f"{server.by_port('reader', TABLES)}#{name}"
    for place, one in enumerate(others):
        join(read_address(where), one, f"screen {place}")


def core_seconds(server: PrivateServer) -> dict[int, float]:
    """How long each process of the server has kept a core busy."""
    first = psutil.Process(server.pid)
    found = {}
    for one in (first, *first.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):  # a worker of the server's own, which has ended
            found[one.pid] = cpu_seconds(one.pid)
    return found


@contextmanager
def sitting(folder: Path, size: Size) -> Iterator[tuple[Barrier, Any]]:
    """All conferences, each in a process; where they wait for each other, and what they tell."""
    context = multiprocessing.get_context("spawn")
    begin, told = context.Barrier(size.conferences + 1), context.Queue()
    processes = [
        context.Process(target=sit, args=(number, folder, size, begin, told), daemon=True)
        for number in range(size.conferences)
    ]
    try:
        for one in processes:
            one.start()
        yield begin, told
    finally:
        for one in processes:
            one.join(10)
            one.kill()


def main() -> int:
    """Measure, and print; 1 where there is no server to measure with, unless brief."""
    options = arguments(__doc__, seconds="for how long; else 60")
    if programs() is None:
        print(MISSING)
        return int(not options.brief)
    seconds = options.seconds or extent(options, 60, 8, 1)
    size = Size(
        extent(options, CONFERENCES, CONFERENCES, 2),
        extent(options, FOLLOWING, FOLLOWING, 1),
        int(seconds / EVERY),
    )
    place = str(MEMORY) if MEMORY.is_dir() else options.folder
    print(f"{size.conferences} conferences of {1 + size.following} stations")
    with office() as server, tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        for number in range(size.conferences):
            prepare(server, folder, number, size.following)
        with sitting(folder, size) as (begin, told):
            begin.wait(60)
            time.sleep(SETTLE)
            before, began = core_seconds(server), time.monotonic()
            time.sleep(size.acts * EVERY)
            after, passed = core_seconds(server), time.monotonic() - began
            came = [one for _ in range(size.conferences) for one in told.get(timeout=60)]
    tell("from a commit to another machine's copy", came, "p99 50")
    lacking = size.conferences * size.following * size.acts - len(came)
    print(f"  of {len(came) + lacking} that were to come, {lacking} did not   wanted: 0")
    share_of_core = sum(after[one] - before.get(one, 0.0) for one in after) / passed
    print(f"  {'the server':<46} {100 * share_of_core:12.2f} % of a core   wanted: under 10 %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
