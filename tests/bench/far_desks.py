"""What is seen between machines: a desk's answer on its screen, the podium's key in a pane.

Podium, list desk and pane are each in a terminal of their own, with a copy of their own. The desk
is measured on this machine's loopback, and as one whose way to the server takes 10 ms there and 10
ms back: the desk's only, and the podium's too.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.stations.granting import grant
from plenary_tui.stations.joining import join, share
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.address import Address, read_address
from tests.bench.conferences import ITEM, make_conference
from tests.bench.offices import TABLES, office
from tests.bench.stage import Stage, arguments, drain, extent, is_open, stage, tell
from tests.e2e.terminal import Terminal
from tests.stations.proxy import Proxy
from tests.storage.server.private_server import MISSING, PrivateServer, programs

WAITING = 40
FAR = 0.010
"""Seconds each way."""
A_HAND = 0.45
"""Seconds between two acts: no hand is quicker."""
WITHIN = 0.6
"""Seconds in which what is waited for is to be seen; else it is waited for longer."""
PATIENCE = 60.0
SHORT = 14
"""Letters of a name that stands on one line of a screen."""


class Rooms:
    """A conference at the podium, on the server, and on other machines."""

    def __init__(self, server: PrivateServer, folder: Path, name: str, port: int) -> None:
        """Share it by a port."""
        self.server, self.folder, self.name = server, folder, name
        self.podium = folder / f"{name}.db"
        make_conference(self.podium, waiting=WAITING, rehearsal=False)
        share(self.podium, self._address("podium-a", port), name, "podium@a")

    def _address(self, login: str, port: int) -> Address:
        return read_address(f"{self.server.by_port(login, TABLES, port)}#{self.name}")

    def copy(self, login: str, port: int) -> Path:
        """A copy on another machine, by a port."""
        grant(read_address(self.server.address(database=TABLES)), login, login, self.name)
        path = self.folder / f"{self.name}-{login}.db"
        join(self._address(login, port), path, login)
        return path

    def states(self) -> list[tuple[str, str]]:
        """States that may be inscribed, each with its code."""
        opened = open_journal(self.podium)
        opened.journal.close()
        conference = Ledger(opened.records).conference
        there = {one.delegation for one in conference.list_of(ITEM, conference.body).waiting}
        return [
            (one.name, one.id)
            for one in conference.delegations
            if one.id not in there and one.tier is Tier.STATES and len(one.name) <= SHORT
        ]

    def next_entry(self) -> str:
        """Who is next, by id."""
        opened = open_journal(self.podium)
        opened.journal.close()
        speakers = Ledger(opened.records).conference.current_list
        assert speakers is not None
        return f"#{speakers.waiting[0].id}"


@contextmanager
def ways(server: PrivateServer, *delays: float) -> Iterator[list[int]]:
    """Ports to the server by which everything takes so long each way."""
    proxies = {one: Proxy(server.port, one) for one in delays if one}
    try:
        yield [proxies[one].port if one else server.port for one in delays]
    finally:
        for one in proxies.values():
            one.close()


def until(seen: Callable[[], object], *terminals: Terminal) -> None:
    """Wait for something on a screen, reading what all of them print."""
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end, "\n\n".join(one.text for one in terminals)
        drain(terminals, 0.02)
        for one in terminals:
            one.read_all()


def press(at: Terminal, line: str, *others: Terminal) -> int:
    """Type an act on the `:` line; when its last key was pressed (monotonic ns)."""
    drain((at, *others), A_HAND)
    at.read_all()
    at.send(":")
    until(lambda: "Escape leaves" in at.text, at, *others)
    at.send(*line)
    until(lambda: line in at.text, at, *others)
    drain((at, *others), 0.05)
    return at.send("enter")


def took(at: int, terminal: Terminal, what: str, *others: Terminal) -> float:
    """Milliseconds from a key until something is to be seen.

    All is taken down before any of it is looked at, which is slow.
    """
    drain((terminal, *others), WITHIN)
    return (terminal.wait_for(what, PATIENCE).at - at) / 1e6


def asks(scene: Stage, rooms: Rooms, port: int, rounds: int) -> list[float]:
    """Milliseconds from a desk's key to its answer on the desk's screen."""
    copy, states = rooms.copy("list-desk", port), rooms.states()
    found = []
    with scene.podium(rooms.podium) as podium, scene.podium(copy) as desk:
        podium.wait_for(is_open)
        until(lambda: "podium@a is in charge" in desk.text, desk, podium)
        for name, code in states[:rounds]:
            at = press(desk, f"inscribe {code}", podium)
            found.append(took(at, desk, f"{re.escape(name)} was inscribed", podium))
    return found


def panes(scene: Stage, rooms: Rooms, port: int, rounds: int) -> list[float]:
    """Milliseconds from the podium's key to its paint in another machine's pane."""
    copy, entry = rooms.copy("reader", port), rooms.next_entry()
    found = []
    with scene.podium(rooms.podium) as podium, scene.pane(copy) as pane:
        podium.wait_for(is_open)
        pane.wait_for("NEXT ")
        drain((podium, pane), 2.0)
        for number in range(rounds):
            at = press(podium, f"edit --entry {entry} --speaker Ms.{number:04}", pane)
            found.append(took(at, pane, rf"NEXT .*Ms\.{number:04}", podium))
    return found


def main() -> int:
    """Measure, and print; 1 where there is no server to measure with, unless brief."""
    options = arguments(__doc__, rounds="acts of each; else 60")
    if programs() is None:
        print(MISSING)
        return int(not options.brief)
    sys.setswitchinterval(0.0005)  # what comes by a proxy of this process is not to wait for it
    rounds = int(options.rounds or extent(options, 60, 10, 1))
    print("Between machines")
    with stage(options) as scene, office() as server:
        for about, podium, desk, wanted in (
            ("a desk asks, by loopback", 0.0, 0.0, "p99 60"),
            ("a desk asks, 20 ms from the server", 0.0, FAR, "p99 120"),
            ("and the podium is 20 ms from it too", FAR, FAR, ""),
        ):
            with ways(server, podium, desk) as (near, far):
                rooms = Rooms(server, scene.folder, f"desk-{podium}-{desk}", near)
                tell(about, asks(scene, rooms, far, rounds), wanted)
        for about, delay, wanted in (
            ("a key, to another machine's pane", 0.0, "p99 100"),
            ("the same, each 20 ms from the server", FAR, ""),
        ):
            with ways(server, delay) as (port,):
                rooms = Rooms(server, scene.folder, f"pane-{delay}", port)
                tell(about, panes(scene, rooms, port, rounds), wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
