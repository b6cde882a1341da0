"""Keys at a podium whose network breaks: how long one takes, beside a network that does not break.

Each way is measured twice: with the conference on the disk, where a key is the commit's wait for
that disk, which the server on this machine shares; and in memory (`/dev/shm`, where there is one),
where whatever else might hold a key would be left over.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from plenary_tui.apps.courtesy import SWITCH, collect_seldom
from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.stations.granting import grant
from plenary_tui.stations.link_beside import LinkBeside, Way
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.setting_up import init
from tests.bench.stage import arguments, tell
from tests.stations.breaks import BREAKS, Break, heal
from tests.stations.proxy import Proxy
from tests.stations.stations import Stations
from tests.storage.server.private_server import MISSING, PrivateServer, free_port, programs
from tests.storage.server.waiting import until

WANTED = "p99 20, max 50"
MEMORY = Path("/dev/shm")
EVERY = 0.02
TABLES = "broken"


@contextmanager
def office() -> Iterator[PrivateServer]:
    """A server with the tables of a plenary, durable, on a port."""
    server = PrivateServer(durable=True, port=free_port())
    try:
        server.sql('CREATE ROLE "podium-a" LOGIN')
        server.sql(f"CREATE DATABASE {TABLES}")
        owner = read_address(server.address(database=TABLES))
        init(owner)
        grant(owner, "podium-a", "podium", "")
        yield server
    finally:
        server.stop()


def keys_while(
    server: PrivateServer, folder: Path, broken: Break | None, seconds: float
) -> list[float]:
    """Milliseconds of a key every 20, before a break, through it and after it has healed."""
    proxy, found = Proxy(server.port), list[float]()
    room = Stations(server, TABLES, folder)
    room.share(proxy.port)
    opened = open_journal(room.podium)
    desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
    link = LinkBeside(room.podium, SystemClock(), shown=True)
    link.start()

    def press(for_seconds: float) -> None:
        end = time.monotonic() + for_seconds
        while time.monotonic() < end:
            began = time.monotonic()
            desk.dispatch(MakeNote(text=f"key {len(found)}"))
            link.poke()
            found.append(1000 * (time.monotonic() - began))
            time.sleep(EVERY)

    with closing(opened.journal):
        until(lambda: link.state.way is Way.LINKED)
        press(0.5)
        if broken is not None:
            broken(proxy, server)
        press(seconds)
        if broken is not None:
            heal(proxy, server, broken)
        press(1.0)
        until(lambda: link.state.way is Way.LINKED and link.state.sent == desk.ledger.seq)
        link.stop()
    proxy.close()
    return found


def main() -> int:
    """Measure, and print; 1 where there is no server to measure with."""
    options = arguments(__doc__)
    if programs() is None:
        print(MISSING)
        return 1
    sys.setswitchinterval(SWITCH)  # both as the podium has it
    collect_seldom()
    seconds = 3.5 if options.quick else 8.0
    places = {"on the disk": options.folder}
    if MEMORY.is_dir():
        places["in memory"] = str(MEMORY)
    print("Keys while the network breaks")
    with office() as server:
        for where, place in places.items():
            for broken in (None, *BREAKS):
                with tempfile.TemporaryDirectory(prefix="plenary-bench-", dir=place) as folder:
                    found = keys_while(server, Path(folder), broken, seconds)
                name = "nothing breaks" if broken is None else broken.__name__.replace("_", " ")
                tell(f"{where}: {name}", found, WANTED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
