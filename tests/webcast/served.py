"""A server to test: the real one, on a real socket, following a real journal."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plenary_tui.desk.watching import Watching
from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.script import built_in, script_in
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.webcast.hub import Hub
from plenary_tui.webcast.server import LOOPBACK, Server, listen, make_server
from tests.chamber import FakeClock, command_of, small_conference, vienna

PATIENCE = 20.0
"""Seconds after which something that ought to happen is taken never to happen."""


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        """The body, as JSON."""
        return json.loads(self.text)


@dataclass
class Booth:
    """A conference, the server that follows it, and who acts in it."""

    path: Path
    clock: FakeClock
    desk: Desk
    token: str = ""
    style: str = ""
    origins: tuple[str, ...] = ()
    port: int = 0
    hub: Hub = field(init=False)
    server: Server = field(init=False)
    thread: threading.Thread = field(init=False)

    def do(self, act: str, **fields: Any) -> int:
        """Do an act; the number of the last row it made."""
        return self.desk.dispatch(command_of(act, **fields)).seq

    def start(self) -> None:
        """Serve, on the same port as before if there was one."""
        watching = Watching(self.path)
        watching.open()
        followed = FollowedClock(
            Heartbeat(self.path),
            lambda: watching.last,
            self.clock,
            reading=lambda: self.clock.steady,
        )
        self.hub = Hub(watching, followed, built_in(), script_in)
        listening = listen(LOOPBACK, self.port, self.token, self.origins)
        self.port = listening.door.port
        self.server = make_server(self.hub, listening, self.style)
        self.thread = threading.Thread(
            target=self.server.run, kwargs={"sockets": [listening.socket]}, daemon=True
        )
        self.thread.start()
        wait_until(lambda: self.server.started)

    def stop(self) -> None:
        """Serve no more."""
        self.server.should_exit = True
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()

    @property
    def seq(self) -> int:
        """The number of the journal's last row."""
        return self.desk.conference.seq

    @property
    def url(self) -> str:
        """Where it is served."""
        return f"http://{LOOPBACK}:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request; a header's underscores are hyphens."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def value(self, name: str) -> str:
        """A flat value."""
        answer = self.ask(f"/api/{name}")
        assert answer.status == 200
        return answer.text

    def wait_for(self, seq: int) -> None:
        """Wait until the server has taken in a row of the journal."""
        wait_until(lambda: self.hub.conference is not None and self.hub.conference.seq >= seq)


def wait_until(done: Any) -> None:
    """Wait until something is so."""
    limit = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < limit, "it takes too long"
        time.sleep(0.005)


@contextmanager
def booth(
    path: Path,
    *,
    token: str = "",
    style: str = "",
    origins: tuple[str, ...] = (),
    waiting: tuple[str, ...] = ("CIV", "NER", "NGA", "GIN"),
    **changes: Any,
) -> Iterator[Booth]:
    """A served conference, with the floor open on item 1(f) and some waiting."""
    clock = FakeClock()
    create(path, (small_conference(clock.now(), **changes),), "test")
    clock.until(vienna(14, 10))
    opened = open_journal(path)
    desk = Desk(opened.journal, clock, "podium", opened.records)
    found = Booth(path, clock, desk, token, style, origins)
    for act, fields in (
        ("open-meeting", {}),
        ("take-up-item", {"item": "1(f)"}),
        ("open-floor", {}),
    ):
        found.do(act, **fields)
    for name in waiting:
        found.do("inscribe", delegation=name, speaker="Ms. Sample", function="Minister")
    found.start()
    try:
        yield found
    finally:
        found.stop()
        opened.journal.close()


class Events:
    """A client of the events, as a browser is one."""

    def __init__(self, served: Booth, lang: str = "en") -> None:
        self._connection = http.client.HTTPConnection(LOOPBACK, served.port, timeout=PATIENCE)
        self._connection.request("GET", f"/api/events?lang={lang}")
        self._answer = self._connection.getresponse()
        assert self._answer.headers["Content-Type"].startswith("text/event-stream")

    def close(self) -> None:
        """Leave."""
        self._answer.close()
        self._connection.close()

    def next(self, kind: str) -> Any:
        """The data of the next event of a kind."""
        name = ""
        while True:
            line = self._answer.readline().decode().rstrip("\n")
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: ") and name == kind:
                return json.loads(line.removeprefix("data: "))

    def until(self, seq: int) -> Any:
        """The first state that holds a row of the journal."""
        while (state := self.next("live"))["generation"] < seq:
            pass
        return state
