"""From exec to the first painted podium: of a conference that is linked to a server, and not.

The same conference, opened in turn; each time the podium is killed, and its files but those of the
link are put back.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from plenary_tui.stations.joining import share
from plenary_tui.storage.layout import LINK
from plenary_tui.storage.server.address import read_address
from tests.bench.conferences import keep_beside, make_conference
from tests.bench.offices import TABLES, office
from tests.bench.stage import Stage, arguments, extent, is_open, stage, tell, tell_ratio
from tests.e2e.terminal import Terminal
from tests.storage.server.private_server import MISSING, PrivateServer, programs

EVENTS, WAITING = 10_000, 400
WANTED = "1.02"
BETWEEN = 0.3
"""Seconds after which the server has noticed that a podium was killed."""


class Pair:
    """A conference of one machine, and one like it that is on a server."""

    def __init__(self, folder: Path, server: PrivateServer, events: int) -> None:
        self.alone, self.linked = folder / f"alone-{events}.db", folder / f"linked-{events}.db"
        for path in (self.alone, self.linked):
            make_conference(path, waiting=WAITING, events=events, rehearsal=False)
            if path == self.linked:
                where = read_address(server.address("podium-a", TABLES))
                share(path, where, f"{events} events", "podium@a")
            keep_beside(path)
        self._kept = {
            one: one.read_bytes() for path in (self.alone, self.linked) for one in files_of(path)
        }

    def put_back(self) -> None:
        """All is as it was, but what the server has given meanwhile: the charge."""
        for path in (self.alone, self.linked):
            for one in files_of(path):
                one.unlink()
        for path, content in self._kept.items():
            path.write_bytes(content)
            path.chmod(0o600)


def files_of(database: Path) -> list[Path]:
    """A database and what stands beside it, but for its link."""
    found = database.parent.glob(f"{database.name}*")
    return [one for one in found if one.is_file() and not one.name.endswith(LINK)]


def was_open(podium: Terminal) -> bool:
    """Whether the whole podium is there, or what was told on it by the time it was looked at."""
    return is_open(podium) or "I have read this" in podium.text


def started(scene: Stage, database: Path) -> float:
    """Milliseconds from exec to the whole podium."""
    with scene.podium(database) as podium:
        return (podium.wait_for(was_open).at - podium.began) / 1e6


def main() -> int:
    """Measure, and print; 1 where there is no server to measure with, unless brief."""
    options = arguments(__doc__)
    if programs() is None:
        print(MISSING)
        return int(not options.brief)
    rounds = extent(options, 25, 5, 1)
    print("Start of a podium that is linked")
    with stage(options) as scene, office() as server:
        for events in (0, EVENTS)[: extent(options, 2, 1, 1)]:
            pair = Pair(scene.folder, server, events)
            times: dict[Path, list[float]] = {pair.alone: [], pair.linked: []}
            for number in range(rounds + 1):
                for path in sorted(times, reverse=bool(number % 2)):
                    pair.put_back()
                    time.sleep(BETWEEN)
                    took = started(scene, path)
                    if number:  # in the first, all is compiled
                        times[path].append(took)
            tell(f"{events} events: not linked", times[pair.alone])
            tell(f"{events} events: linked", times[pair.linked])
            ratio = median(times[pair.linked]) / median(times[pair.alone])
            tell_ratio("    to the one that is not", ratio, WANTED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
