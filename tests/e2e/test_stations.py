"""A podium, a list desk and the screens, each in a network of its own, and a server in a fourth.

Needs root and Linux's namespaces. PLENARY_CABLE_PULLED says for how many seconds the cable of the
podium is pulled.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.conftest import Account

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.storage.server.private_server import PrivateServer

PULLED = float(os.environ.get("PLENARY_CABLE_PULLED", "8"))
NETWORKS = ("podium", "desk", "screen")
PORT = 5432
SPACE = f"pl-{os.getpid()}-"
"""How the names of networks begin: those of tests side by side are others."""


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def usable() -> bool:
    """Whether namespaces can be made here."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("ip"):
        return False
    made = subprocess.run(["ip", "netns", "add", f"{SPACE}try"], capture_output=True)
    subprocess.run(["ip", "netns", "del", f"{SPACE}try"], capture_output=True)
    return made.returncode == 0


@pytest.fixture
def networks() -> Iterator[None]:
    """Each machine with a cable of its own to the server's."""
    if not usable():
        pytest.skip("Networks of one's own need root on Linux, and the program ip.")
    names = [f"{SPACE}{one}" for one in (*NETWORKS, "server")]
    try:
        for name in names:
            ip("netns", "add", name)
            ip("-n", name, "link", "set", "lo", "up")
        for number, one in enumerate(NETWORKS, start=1):
            ends = ("cable", "netns", f"{SPACE}{one}"), (f"to-{one}", "netns", f"{SPACE}server")
            ip("link", "add", *ends[0], "type", "veth", "peer", "name", *ends[1])
            for space, cable, host in (
                (f"{SPACE}{one}", "cable", 2),
                (f"{SPACE}server", f"to-{one}", 1),
            ):
                ip("-n", space, "addr", "add", f"10.77.{number}.{host}/24", "dev", cable)
                ip("-n", space, "link", "set", cable, "up")
        yield
    finally:
        for name in names:
            subprocess.run(["ip", "netns", "del", name], capture_output=True)


def pull(machine: str) -> None:
    ip("-n", f"{SPACE}{machine}", "link", "set", "cable", "down")


def put_back(machine: str) -> None:
    ip("-n", f"{SPACE}{machine}", "link", "set", "cable", "up")


@pytest.fixture
def server(networks: None) -> Iterator[PrivateServer]:
    from tests.storage.server.on_server import require_server
    from tests.storage.server.private_server import PrivateServer

    require_server()
    made = PrivateServer(
        durable=True,
        port=PORT,
        inside=("ip", "netns", "exec", f"{SPACE}server"),
        hosts=("10.77.0.0/16",),
    )
    yield made
    made.stop()


class Machine(Account):
    """One of the machines: its network, its home, its database."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder / name, ("ip", "netns", "exec", f"{SPACE}{name}"))
        self.home.mkdir()
        self.database = self.home / "conference.db"
        self.env["PLENARY_DB"] = str(self.database)
        number = NETWORKS.index(name) + 1
        self.server = f"host=10.77.{number}.1 dbname=office sslmode=disable user={name}"

    def rows(self) -> list[Any]:
        from plenary_tui.storage.reading import Reader

        with closing(Reader(self.database)) as reader:
            return list(reader.rows())


def typed(terminal: Terminal, line: str) -> None:
    """Type an act on the `:` line."""
    until(lambda: "Escape leaves" not in terminal.text, 30.0, terminal)
    time.sleep(0.4)  # no hand is quicker after a key that acted
    terminal.send(":")
    until(lambda: "Escape leaves" in terminal.text, 30.0, terminal)
    terminal.send(*line)
    until(lambda: line in terminal.text, 30.0, terminal)
    terminal.send("enter")


def seen(terminal: Terminal, what: str, *others: Terminal) -> None:
    """Wait for something on a screen, and read what others print meanwhile."""
    until(lambda: re.search(what, terminal.text), 30.0, terminal, *others)


def until(found: Any, patience: float = 30.0, *terminals: Terminal) -> None:
    end = time.monotonic() + patience
    while not found():
        assert time.monotonic() < end, "\n\n".join(one.text for one in terminals)
        for one in terminals:
            one.read_all()
        time.sleep(0.05)


def office(server: PrivateServer, place: Path, **functions: str) -> list[Machine]:
    """A podium that has shared the sample's conference, and others, each with its function."""
    logins = ("podium", *functions)
    for login in logins:
        server.sql(f'CREATE ROLE "{login}" LOGIN')
    server.sql("CREATE DATABASE office")
    machines = [Machine(place, login) for login in logins]
    podium, owner = machines[0], server.address(database="office")
    podium.call("server", "init", owner)
    podium.call("server", "grant", owner, "podium", "podium")
    podium.call("new", "--pack", "cop12", "--starting", "now")
    podium.call("share", podium.server, "--as", "COP12", "--station", "podium@a")
    for login, function in functions.items():
        podium.call("server", "grant", owner, login, function, "--conference", "COP12")
    return machines


def floor_opened(podium: Machine) -> Terminal:
    """Its terminal, with the floor open."""
    terminal = podium.open()
    terminal.wait_for("Agenda")
    for line in ("open-meeting", "take-up-item 1(f)", "open-floor"):
        podium.call("do", *line.split())
    return terminal


def test_a_cable_is_pulled_while_both_go_on_and_then_a_machine_dies(
    server: PrivateServer, tmp_path: Path
) -> None:
    podium, desk, screen = office(server, tmp_path, desk="podium", screen="reader")
    desk.call("join", desk.server, "--station", "list desk")
    screen.call("join", screen.server, "--station", "screens")
    at_podium = floor_opened(podium)
    at_desk = desk.open()
    at_desk.wait_for("podium@a is in charge")
    feed = screen.start("feed", str(screen.home / "feed"))
    try:
        _a_day(server, podium, desk, screen, at_podium, at_desk)
    finally:
        feed.terminate()
        feed.communicate()
        for one in (at_podium, at_desk):
            one.kill9()


def test_what_a_podium_recorded_alone_is_told_at_both_and_done_again_by_a_key(
    server: PrivateServer, tmp_path: Path
) -> None:
    first, second = office(server, tmp_path, desk="podium")
    second.call("join", second.server, "--station", "podium@b")
    at_first = floor_opened(first)
    at_second = second.open()
    at_second.wait_for("podium@a is in charge")
    until(lambda: second.rows() == first.rows(), 30.0, at_first, at_second)

    # the first is alone, and somebody takes charge elsewhere
    (name, code), (other, other_code) = _not_yet_on_the_list(first)[:2]
    pull("podium")
    seen(at_first, "ALONE since", at_second)
    first.call("do", "inscribe", "--delegation", code)
    first.call("do", "inscribe", "--delegation", other_code)
    first.call("do", "mark-ready", "--entry", code)
    second.call("charge", "--take", "nobody answers there")
    until(lambda: "is in charge" not in at_second.text, 15.0, at_second, at_first)
    second.call("do", "inscribe", "--delegation", other_code)

    # both are told, and it is done again by a key
    put_back("podium")
    seen(at_first, "ANOTHER PODIUM IS IN CHARGE", at_second)
    seen(at_second, "3 RECORDED ALONE", at_first)
    at_second.send("f4")
    seen(at_second, rf"{re.escape(name)} was inscribed", at_first)
    told = at_second.text
    time.sleep(0.5)  # no hand is quicker
    at_second.send("d")
    seen(at_second, "So podium@a had recorded", at_first)
    time.sleep(0.5)
    at_second.send("d")
    seen(at_second, rf"{re.escape(other)} is on the list for", at_first)

    # the first is opened again, sees what became of them, and asks for what is left
    at_first.kill9()
    at_first = first.open()
    seen(at_first, "2 RECORDED ALONE", at_second)
    seen(at_first, "About the database", at_second)
    time.sleep(0.5)
    at_first.send("k")
    until(lambda: "About the database" not in at_first.text, 30.0, at_first, at_second)
    until(lambda: "podium@b is in charge" in at_first.text, 30.0, at_first, at_second)
    time.sleep(0.5)
    at_first.send("f4")
    seen(at_first, r"1 .*done again +\w", at_second)
    listed = at_first.text
    time.sleep(0.5)
    at_first.send("x")
    seen(at_first, "left undone", at_second)
    listed_by_command = first.call("link")[0]
    for one in (at_first, at_second):
        one.send("escape")
    until(lambda: first.rows() == second.rows() == _on_server(server), 30.0, at_first, at_second)
    print("", told, listed, listed_by_command, sep="\n\n")
    kinds = [row[6] for row in first.rows()]
    assert kinds.count("acts recorded alone") == kinds.count("act alone done again") == 1
    assert kinds.count("act alone left undone") == 1
    for one in (at_first, at_second):
        one.kill9()


def _a_day(
    server: PrivateServer,
    podium: Machine,
    desk: Machine,
    screen: Machine,
    at_podium: Terminal,
    at_desk: Terminal,
) -> None:
    # the desk inscribes ten
    for name, code in _not_yet_on_the_list(podium):
        typed(at_desk, f"inscribe {code}")
        seen(at_desk, rf"{re.escape(name)} was inscribed", at_podium)
    assert _count(podium, "asked") == 10
    at_podium.read_all()
    assert "From list desk" in at_podium.text

    # the podium calls, and the pane on the third machine says so
    called = _call_next(podium)
    until(lambda: _captioned(screen) == called, 30.0, at_podium, at_desk)

    # the cable is pulled
    before = len(podium.rows())
    pull("podium")
    pulled_at = time.monotonic()
    seen(at_podium, "ALONE since", at_desk)
    alone_after = time.monotonic() - pulled_at
    wrong: list[str] = []
    current, turn, blank = called, 0, False
    while time.monotonic() - pulled_at < PULLED or not blank:
        assert time.monotonic() - pulled_at < PULLED + 30.0, "it goes on naming whoever was called"
        turn += 1
        if turn % 2:
            current = _call_next(podium)
        if turn < 4:
            typed(at_desk, f"note --text noted-{turn}")
            seen(at_desk, "(Asked of .*|Noted): note", at_podium)
        at_podium.read_all()
        at_desk.read_all()
        shown = _captioned(screen)
        if shown not in ("", called):
            wrong.append(shown)
        if blank and shown:
            wrong.append(f"{shown}, after nobody was named any more")
        blank = blank or not shown
        time.sleep(0.5)
    put_back("podium")
    healed_at = time.monotonic()
    until(lambda: "ALONE since" not in at_podium.text, 15.0, at_podium, at_desk)
    one_again = time.monotonic() - healed_at
    until(lambda: _captioned(screen) == current, 30.0, at_podium, at_desk)
    until(lambda: _count(podium, "noted") == min(turn, 3), 30.0, at_podium, at_desk)
    until(
        lambda: podium.rows() == desk.rows() == screen.rows() == _on_server(server),
        30.0,
        at_podium,
        at_desk,
    )
    assert _count(podium, "noted") == min(turn, 3), "what the desk noted is there once"
    assert not wrong, wrong
    print(
        f"\npulled for {PULLED:.0f} s: ALONE after {alone_after:.2f} s, "
        f"one again {one_again:.2f} s after the heal, {len(podium.rows()) - before} records, "
        "no wrong name"
    )

    # the podium's machine dies, and the desk's takes charge with a reason
    at_podium.kill9()
    desk.call("charge", "--take", "the podium's laptop broke")
    at_desk.wait_for(lambda one: "is in charge" not in one.text, 15.0)
    now = _call_next(desk)
    until(lambda: _captioned(screen) == now, 30.0, at_desk)
    until(lambda: screen.rows() == desk.rows() == _on_server(server), 30.0, at_desk)
    assert "the podium's laptop broke" in screen.call("link")[0]


def _not_yet_on_the_list(machine: Machine) -> list[tuple[str, str]]:
    """Ten States with short names that may be inscribed: each with its code."""
    from plenary_tui.procedure.ledger import Ledger
    from plenary_tui.procedure.state.vocabulary import Tier
    from plenary_tui.storage.open_journal import open_journal

    opened = open_journal(machine.database)
    opened.journal.close()
    conference = Ledger(opened.records).conference
    waiting = {one.delegation for one in conference.list_of("1(f)", conference.body).waiting}
    left = [one for one in conference.delegations if one.id not in waiting]
    states = [one for one in left if one.tier is Tier.STATES and len(one.name) < 12]
    assert len(states) >= 10
    return [(one.name, one.id) for one in states[:10]]


def _count(machine: Machine, kind: str) -> int:
    return sum(row[6] == kind for row in machine.rows())


def _call_next(machine: Machine) -> str:
    """Give the floor to the next at a machine; who has it then."""
    snapshot = json.loads(machine.call("status", "--json")[0])
    if snapshot["floor"] is not None:
        machine.call("do", "end-statement") if snapshot["floor"]["started_at"] else machine.call(
            "do", "start-clock"
        )
        if not snapshot["floor"]["started_at"]:
            machine.call("do", "end-statement")
    machine.call("do", "give-floor")
    return str(json.loads(machine.call("status", "--json")[0])["lower_third"]["line1"])


def _captioned(machine: Machine) -> str:
    """Who is captioned by the files of the feed."""
    path = machine.home / "feed" / "now_speaker.txt"
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _on_server(server: PrivateServer) -> list[Any]:
    return server.sql(
        "SELECT seq, act, utc, steady, boot, station, kind, payload, hash "
        "FROM plenary.journal ORDER BY seq",
        "office",
    )
