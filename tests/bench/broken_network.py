"""Keys at a podium whose network breaks: how long one takes, beside a network that does not break.

Each way is measured twice: with the conference on the disk, where a key is the commit's wait for
that disk, which the server on this machine shares; and in memory (`/dev/shm`, where there is one),
where whatever else might hold a key would be left over.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from plenary_tui.apps.courtesy import SWITCH, collect_seldom
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.stations.link_state import Way
from tests.bench.offices import TABLES, office
from tests.bench.stage import arguments, extent, tell
from tests.stations.breaks import BREAKS, Break, heal
from tests.stations.open_podium import OpenPodium
from tests.stations.proxy import Proxy
from tests.stations.stations import Stations
from tests.storage.server.private_server import MISSING, PrivateServer, programs
from tests.storage.server.waiting import until

WANTED = "p99 20, max 50"
MEMORY = Path("/dev/shm")
EVERY = 0.02
BACKLOG = 3_000


class Room(OpenPodium):
    """A podium that has shared its conference through a proxy, and its keys.

    Attributes:
        keys: milliseconds of each.
    """

    def __init__(self, server: PrivateServer, folder: Path) -> None:
        self.server, self.proxy = server, Proxy(server.port)
        self.keys: list[float] = []
        stations = Stations(server, TABLES, folder)
        stations.share(self.proxy.port)
        super().__init__(stations)

    def key(self) -> None:
        """A key, and a moment."""
        began = time.monotonic()
        self.act(MakeNote(text=f"key {len(self.keys)}"))
        self.keys.append(1000 * (time.monotonic() - began))
        time.sleep(EVERY)

    def press(self, seconds: float) -> None:
        """Keys for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.key()

    def close(self) -> None:
        """End."""
        super().close()
        self.proxy.close()


def keys_while(room: Room, broken: Break | None, seconds: float) -> None:
    """Press keys before a break, through it and after it has healed."""
    room.link.start()
    until(lambda: room.link.state.way is Way.LINKED)
    room.press(0.5)
    if broken is not None:
        broken(room.proxy, room.server)
    room.press(seconds)
    if broken is not None:
        heal(room.proxy, room.server, broken)
    room.press(1.0)
    until(room.is_one)


def keys_beside_a_backlog(room: Room, backlog: int) -> None:
    """Press keys while all that was recorded alone is sent."""
    for number in range(backlog):
        room.desk.dispatch(MakeNote(text=f"alone {number}"))
    room.link.start()
    while room.link.state.way is not Way.LINKED or room.link.state.sent < backlog:
        room.key()
    until(room.is_one)


def main() -> int:
    """Measure, and print; 1 where there is no server to measure with, unless brief."""
    options = arguments(__doc__)
    if programs() is None:
        print(MISSING)
        return int(not options.brief)
    sys.setswitchinterval(SWITCH)  # both as the podium has it
    collect_seldom()
    seconds = extent(options, 8.0, 3.5, 0.1)
    places = {"on the disk": options.folder}
    if MEMORY.is_dir() and not options.brief:
        places["in memory"] = str(MEMORY)
    print("Keys while the network breaks")
    with office() as server:
        for where, place in places.items():
            ways: dict[str, Callable[[Room], None]] = {
                "nothing breaks" if broken is None else broken.__name__.replace("_", " "): partial(
                    keys_while, broken=broken, seconds=seconds
                )
                for broken in (None, *BREAKS)
            }
            backlog = extent(options, BACKLOG, BACKLOG, 30)
            ways[f"a backlog of {backlog:,}"] = partial(keys_beside_a_backlog, backlog=backlog)
            for name, measure in ways.items():
                with (
                    tempfile.TemporaryDirectory(prefix="plenary-bench-", dir=place) as folder,
                    closing(Room(server, Path(folder))) as room,
                ):
                    measure(room)
                    tell(f"{where}: {name}", room.keys, WANTED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
