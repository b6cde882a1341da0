"""From a commit to the event at each of fifty clients, and what the podium notices of them."""

from __future__ import annotations

import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from beside import WITH, WITHOUT, press_in_turn, tell_beside
from clerk import GAP, Clerk
from conferences import make_conference
from stage import (
    PLENARY,
    ROOT,
    Stage,
    arguments,
    drain,
    extent,
    is_open,
    stage,
    tell,
    tell_share,
)

WAITING = 400
CLIENTS = 50
PATIENCE = 30.0
CROWD = """
import os, selectors, socket, sys
if hasattr(os, "nice"):
    os.nice(19)
port, ask = int(sys.argv[1]), "GET /api/events HTTP/1.1\\r\\nHost: 127.0.0.1:{}\\r\\n\\r\\n"
waiting = selectors.DefaultSelector()
for _ in range(int(sys.argv[2])):
    one = socket.create_connection(("127.0.0.1", port))
    one.sendall(ask.format(port).encode())
    waiting.register(one, selectors.EVENT_READ)
print("follows", flush=True)
while True:
    for key, _ in waiting.select():
        key.fileobj.recv(65536)
"""


@contextmanager
def server(scene: Stage, database: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """`plenary serve`, once it listens, and its port."""
    command = [*PLENARY, "serve", "--port", "0", "--db", str(database)]
    process = subprocess.Popen(
        command, env=scene.env, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        while (found := re.search(r":(\d+)/caption", line := process.stdout.readline())) is None:
            assert line, "it does not serve"
        yield process, int(found[1])
    finally:
        process.kill()
        process.wait()


class Client:
    """Follows the events in a thread, and notes when words first arrive."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        ask = f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        self._socket.sendall(ask.encode())
        self._seen = threading.Event()
        self._wanted = b"event: beat"
        self.at = 0
        threading.Thread(target=self._read, daemon=True).start()

    def close(self) -> None:
        """Leave."""
        self._socket.close()

    def expect(self, words: bytes) -> None:
        """Wait for these words from now on."""
        self._seen.clear()
        self._wanted = words

    def wait(self) -> int:
        """The instant (monotonic ns) at which they arrived."""
        assert self._seen.wait(PATIENCE), "an event did not arrive"
        return self.at

    def _read(self) -> None:
        held = b""
        while True:
            try:
                told = self._socket.recv(65536)
            except OSError:
                return
            if not told:
                return
            held = (held + told)[-131072:]
            if not self._seen.is_set() and self._wanted in held:
                self.at, held = time.monotonic_ns(), b""
                self._seen.set()


def push(scene: Stage, rounds: int) -> None:
    """Acts by a desk here, whose commit is known exactly, until every client has the event."""
    database = scene.folder / "push.db"
    clerk = Clerk(database, WAITING)
    first, last = [], []
    with server(scene, database) as (_, port), ExitStack() as leaving:
        clients = [Client(port) for _ in range(CLIENTS)]
        for one in clients:
            leaving.callback(one.close)
            one.wait()
        for _ in range(rounds):
            time.sleep(random.uniform(*GAP))
            name = clerk.next_name()
            for one in clients:
                one.expect(name.encode())
            committed = clerk.rename(name).at
            arrived = [(one.wait() - committed) / 1e6 for one in clients]
            first.append(min(arrived))
            last.append(max(arrived))
    clerk.leave()
    tell(f"from commit to the first of {CLIENTS} clients", first)
    tell(f"from commit to the last of {CLIENTS} clients", last, "p99 < 100 ms")


def beside(scene: Stage, rounds: int) -> None:
    """Keys in turn to a podium that is served to fifty and to one that is not."""
    podiums = {}
    for name in (WITHOUT, WITH):
        database = scene.folder / f"{name}.db"
        make_conference(database, waiting=WAITING + rounds)
        podiums[name] = scene.podium(database)
    both = tuple(podiums.values())
    for podium in both:
        podium.wait_for(is_open)
    with server(scene, scene.folder / f"{WITH}.db") as (_, port), crowd(port):
        drain(both, 4.0)
        times = press_in_turn(podiums, rounds)
    for podium in both:
        podium.kill9()
    tell_beside(times, "the server")


@contextmanager
def crowd(port: int) -> Iterator[None]:
    """Fifty clients in a process that stands back, for mostly they are on other machines."""
    process = subprocess.Popen(
        [sys.executable, "-c", CROWD, str(port), str(CLIENTS)], stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None and process.stdout.readline()
        yield
    finally:
        process.kill()
        process.wait()


def idle(scene: Stage, seconds: float) -> None:
    """Nothing happens, and nobody follows."""
    database = scene.folder / "idle.db"
    make_conference(database, waiting=WAITING)
    with server(scene, database) as (process, _):
        time.sleep(2.0)
        tell_share("an idle server", process.pid, seconds)


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__, seconds="how long to watch")
    print("serve")
    with stage(options) as scene:
        rounds = extent(options, 100, 30, 3)
        push(scene, rounds)
        beside(scene, rounds)
        idle(scene, options.seconds or extent(options, 30, 10, 1))


if __name__ == "__main__":
    main()
