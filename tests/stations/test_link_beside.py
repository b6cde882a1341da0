"""The link of a real podium and a real server: what is recorded arrives, whatever breaks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.stations.joining import give_back, take_charge
from plenary_tui.stations.link_state import LinkState, Way
from plenary_tui.storage.chain import Row
from plenary_tui.storage.link_file import NotInChargeHere, read_link
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.far_server import FarServer
from tests.storage.server.conftest import LOGINS
from tests.storage.server.on_server import make_tables, require_server
from tests.storage.server.private_server import (
    PrivateServer,
    free_port,
)
from tests.storage.server.waiting import PATIENCE, until

from .breaks import BREAKS, Break, heal
from .open_podium import podium_open
from .proxy import Proxy
from .stations import Stations, rows_of


def test_what_the_podium_records_is_on_the_server_and_on_another_machine(
    stations: Stations,
) -> None:
    stations.act("before it was shared")
    stations.share()
    assert stations.on_server() == rows_of(stations.podium)
    screen = stations.join("reader")
    podium = stations.link(stations.podium, shown=True)
    stations.link(screen)
    for number in range(5):
        stations.act(f"statement {number}")
        podium.poke()
    until(lambda: rows_of(screen) == rows_of(stations.podium))
    assert stations.on_server() == rows_of(screen)
    assert len(rows_of(screen)) == 7


def test_who_follows_records_nothing_and_is_told_what_to_do(stations: Stations) -> None:
    stations.share()
    screen = stations.join("reader")
    before = rows_of(screen)
    with pytest.raises(NotInChargeHere, match="only follows"):
        stations.act("by mistake", screen)
    assert rows_of(screen) == before


def test_a_podium_that_gives_no_sign_of_life_is_told_to_those_who_follow_until_it_does(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.link_state.UNHEARD_AFTER", 1.5)
    stations.share()  # and no podium is opened
    screen = stations.link(stations.join("reader"))
    until(lambda: screen.state.unheard is not None)
    since = screen.state.unheard
    time.sleep(2.2)  # two questions more
    assert screen.state.unheard == since, "it is told once, as of when it began"
    podium = stations.link(stations.podium, shown=True)
    until(lambda: screen.state.unheard is None)
    podium.stop()
    until(lambda: not screen.state.holder)
    assert screen.state.way is Way.LINKED and screen.state.unheard is None and since is not None


def test_a_podium_that_is_closed_gives_the_charge_back_and_another_opens(
    stations: Stations,
) -> None:
    stations.share()
    other = stations.join("podium-b", "podium")
    first = stations.link(stations.podium, shown=True)
    until(lambda: first.state.way is Way.LINKED)
    first.stop()
    link = read_link(stations.podium)
    assert link is not None and not link.epoch
    second = stations.link(other, shown=True)
    until(lambda: second.state.in_charge)
    stations.act("at the second podium", other)
    second.poke()
    third = stations.link(stations.podium)
    until(lambda: rows_of(stations.podium) == rows_of(other))
    third.stop()


def test_a_podium_that_follows_asks_for_no_charge_that_another_has(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    stations.share()
    other = stations.join("podium-b", "podium")
    takes, asked = FarServer.take_charge, []

    def noted(server: FarServer, station: str, *words: str, **named: Any) -> int:
        asked.append(station)
        return takes(server, station, *words, **named)

    monkeypatch.setattr(FarServer, "take_charge", noted)
    with podium_open(stations) as podium:
        second = stations.link(other, shown=True)
        until(lambda: second.state.holder == "podium@a")
        asked.clear()
        for number in range(5):
            podium.act(MakeNote(text=f"statement {number}"))
            until(lambda: rows_of(other) == rows_of(stations.podium))
        assert not asked
    until(lambda: second.state.in_charge)
    assert asked == ["podium-b"]


def test_a_link_that_fails_of_what_nobody_foresaw_says_so_and_goes_on(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.link_beside.BEAT_EVERY", 0.05)
    stations.share()
    copy = stations.join("reader")
    with monkeypatch.context() as broken:
        broken.setattr(FarServer, "connect", lambda _: 1 // 0)
        screen = stations.link(copy)
        until(lambda: screen.state.way is Way.ALONE)
        assert screen.state.trouble.startswith("The link failed: ZeroDivisionError")
    until(lambda: screen.state.way is Way.LINKED)


@pytest.mark.parametrize("login", ["reader", "list-desk"])
def test_a_station_that_has_all_asks_how_things_stand_and_nothing_else(
    stations: Stations, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    """The charge is free, and is nothing for such a login, though it be a podium that is open."""
    monkeypatch.setattr("plenary_tui.stations.link_beside.BEAT_EVERY", 0.05)
    stations.share()
    give_back(stations.podium)
    station = stations.link(stations.join(login, login), shown=True)
    until(lambda: station.state.way is Way.LINKED)
    does, asked = FarServer._do, []

    def noted(server: FarServer, query: str, *values: Any) -> Any:
        asked.append(query)
        return does(server, query, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(FarServer, "_do", noted)
    until(lambda: len(asked) >= 5)
    assert len(set(asked)) == 1 and "FROM plenary.look(" in str(asked[0])


def test_where_no_notices_come_all_is_known_by_the_question_that_is_asked_again(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.link_beside.BEAT_EVERY", 0.05)
    monkeypatch.setattr(FarServer, "_noted", lambda *_: None)
    stations.share()
    desk, screen = stations.join("list-desk", "list-desk"), stations.join("reader")
    with podium_open(stations) as podium:
        asks, follows = stations.link(desk), stations.link(screen)
        asks.ask(MakeNote(text="asked"), 1)
        podium.act(MakeNote(text="at the podium"))
        until(lambda: not asks.waiting())
        until(lambda: rows_of(desk) == rows_of(screen) == rows_of(stations.podium))
        assert podium.desk.ledger.seq == 4
        follows.stop()
    second = stations.link(stations.join("podium-b", "podium"), shown=True)
    until(lambda: second.state.in_charge)


def test_a_podium_that_was_alone_is_fenced_and_what_it_recorded_is_kept(
    stations: Stations,
) -> None:
    stations.share()
    other = stations.join("podium-b", "podium")
    stations.act("alone at the first podium")  # nothing runs its link
    take_charge(other, "the first laptop is broken")
    stations.act("at the second podium", other)
    with closing(open_journal(other).journal):
        second = stations.link(other, shown=True)
        until(lambda: len(stations.on_server()) == 2)
    first = stations.link(stations.podium, shown=True)
    until(lambda: first.state.way is Way.FENCED)
    assert first.state.strays == 1
    with pytest.raises(NotInChargeHere, match="Another podium has taken charge"):
        stations.act("fenced")
    assert len(rows_of(stations.podium)) == 2, "a podium that shows it is not changed under it"
    first.stop()
    strays = stations.server.sql("SELECT payload FROM plenary.stray", stations.tables)
    assert any("alone at the first podium" in payload for (payload,) in strays)
    from plenary_tui.stations.own_copy import give_way, link_of

    kept = give_way(stations.podium, link_of(stations.podium))
    assert kept is not None and "alone at the first podium" in rows_of(kept)[-1][7]
    stations.link(stations.podium)
    until(lambda: rows_of(stations.podium) == rows_of(other))
    second.stop()


def test_a_podium_with_nothing_to_send_is_told_too_that_another_took_charge(
    stations: Stations,
) -> None:
    stations.share()
    other = stations.join("podium-b", "podium")
    first = stations.link(stations.podium, shown=True)
    until(lambda: first.state.way is Way.LINKED and first.state.in_charge)
    take_charge(other, "by mistake, while somebody sits there")
    until(lambda: not first.state.in_charge)
    assert first.state.way is Way.LINKED and first.state.holder == "podium-b"
    with pytest.raises(NotInChargeHere, match="only follows"):
        stations.act("after it was told")


def test_who_follows_keeps_the_podiums_clock_for_every_program_on_its_machine(
    stations: Stations,
) -> None:
    stations.share()
    screen = stations.join("reader")
    stations.link(stations.podium, shown=True)
    stations.link(screen)
    followed = clock_beside(screen, lambda: None)
    until(lambda: followed.elsewhere() is not None)
    there = followed.elsewhere()
    assert (
        there is not None and abs(SystemClock().now().since(there).total_seconds()) < 5
    )  # a machine may be busy


def test_a_link_that_fails_of_what_nobody_has_foreseen_says_so_and_goes_on(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    stations.share()
    told: list[LinkState] = []
    link = stations.link(stations.podium, shown=True, told=told.append)
    until(lambda: link.state.way is Way.LINKED)
    with monkeypatch.context() as broken:
        broken.setattr("plenary_tui.stations.agreeing.Agreement.agree", lambda _: 1 // 0)
        link.poke()
        until(lambda: link.state.way is Way.ALONE)
        assert "ZeroDivisionError" in link.state.trouble
    until(lambda: link.state.way is Way.LINKED)
    stations.act("afterwards")
    link.poke()
    until(lambda: stations.on_server() == rows_of(stations.podium))


# The network breaks


@pytest.fixture(scope="module")
def by_port() -> Iterator[PrivateServer]:
    """A server of its own on a port, which may be frozen and killed; durable."""
    require_server()
    made = PrivateServer(durable=True, port=free_port())
    for login in LOGINS:
        made.sql(f'CREATE ROLE "{login}" LOGIN')
    make_tables(made, "faults", "podium-a")
    yield made
    made.stop()


@pytest.fixture
def proxy(by_port: PrivateServer) -> Iterator[Proxy]:
    made = Proxy(by_port.port)
    yield made
    made.close()


@pytest.fixture
def far(by_port: PrivateServer, proxy: Proxy, tmp_path: Path) -> Iterator[Stations]:
    """A conference whose podium reaches the server through the proxy."""
    made = Stations(by_port, "faults", tmp_path)
    made.share(proxy.port)
    yield made
    made.end()


def test_what_a_station_may_ask_for_is_known_where_the_server_is_not_reached(
    far: Stations, proxy: Proxy
) -> None:
    desk = far.join("list-desk", "list-desk", proxy.port)
    first = far.link(desk, shown=True)
    until(lambda: first.state.way is Way.LINKED)
    first.stop()
    proxy.mode = "refuse"
    proxy.reset()
    again = far.link(desk, shown=True)
    until(lambda: again.state.way is Way.ALONE)
    assert again.state.may_ask == first.state.may_ask and "inscribe" in (again.state.may_ask or ())
    again.stop()


def test_a_call_that_hangs_is_broken_off_and_made_anew(
    far: Stations, by_port: PrivateServer
) -> None:
    link = far.link(far.podium, shown=True)
    until(lambda: link.state.way is Way.LINKED)
    by_port.freeze()
    try:
        until(lambda: "is not reached" in link.state.trouble, "it still waits for the first answer")
    finally:
        by_port.thaw()
    until(lambda: link.state.way is Way.LINKED)


SLOWEST = 3.0
"""Seconds: a key that waited for the network would wait until that is given up; how long one takes
is printed, and no matter of a test on a machine that is busy. So it is with what is told, and with
how soon all is one again."""


@pytest.mark.parametrize("broken", BREAKS)
def test_no_key_waits_for_a_network_that_breaks_and_afterwards_all_is_one(
    far: Stations, proxy: Proxy, by_port: PrivateServer, broken: Break
) -> None:
    opened = open_journal(far.podium)
    desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
    ways: list[tuple[float, LinkState]] = []
    link = far.link(
        far.podium, shown=True, told=lambda state: ways.append((time.monotonic(), state))
    )
    keys: list[float] = []

    def press() -> None:
        """A key, 20 ms behind the one before it."""
        began = time.monotonic()
        desk.dispatch(MakeNote(text=f"key {len(keys)}"))
        link.poke()
        keys.append(time.monotonic() - began)
        time.sleep(0.02)

    def told_alone() -> list[float]:
        return [at for at, state in ways if at > broken_at and state.way is Way.ALONE]

    with closing(opened.journal):
        until(lambda: link.state.way is Way.LINKED)
        for _ in range(15):
            press()
        broken_at = time.monotonic()
        broken(proxy, by_port)
        until(lambda: (press(), told_alone())[1], "it was not said that the podium is alone")
        alone = told_alone()
        for _ in range(30):
            press()
        heal(proxy, by_port, broken)
        healed_at = time.monotonic()
        for _ in range(15):
            press()
        until(lambda: link.state.way is Way.LINKED and link.state.sent == desk.ledger.seq)
        one_again = time.monotonic()
    print(
        f"\n{broken.__name__}: {len(keys)} keys, "
        f"p99 {1000 * sorted(keys)[-len(keys) // 100 - 1]:.1f}"
        f" max {1000 * max(keys):.1f} ms; ALONE after {alone[0] - broken_at:.2f} s, one again "
        f"{one_again - healed_at:.2f} s after the heal"
    )
    assert far.on_server() == rows_of(far.podium), "one journal, everything told"
    assert max(keys) < SLOWEST


PODIUM = """
import sys, time
from contextlib import closing
from pathlib import Path
from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.stations.joining import give_back
from plenary_tui.stations.link_beside import LinkBeside
from plenary_tui.storage.open_journal import open_journal
path = Path(sys.argv[1])
opened = open_journal(path)
desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
link = LinkBeside(path, SystemClock(), shown=True)
link.start()
number = 0
while True:
    desk.dispatch(MakeNote(text=f"{sys.argv[2]} {number}"))
    link.poke()
    print(number, flush=True)
    number += 1
    time.sleep(0.002)
"""
ROUNDS = int(os.environ.get("PLENARY_KILLS", "3"))
"""How often the podium is killed, and the server."""


def texts_of(rows: list[Row]) -> Counter[str]:
    """How often each note stands in a journal."""
    return Counter(json.loads(row[7]).get("text", "") for row in rows)


def test_whatever_was_answered_before_a_podium_is_killed_is_there_once(far: Stations) -> None:
    for turn in range(ROUNDS):
        process = subprocess.Popen(
            [sys.executable, "-c", PODIUM, str(far.podium), f"round {turn},"],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        for _ in range(60 + 25 * (turn % 12)):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        answered = int((process.stdout.read().split() or ["59"])[-1])
        process.wait()
        process.stdout.close()
        recorded = texts_of(rows_of(far.podium))
        for number in range(answered + 1):
            assert recorded[f"round {turn}, {number}"] == 1
    link = far.link(far.podium, shown=True)
    until(lambda: link.state.way is Way.LINKED and link.state.sent == len(rows_of(far.podium)))
    assert far.on_server() == rows_of(far.podium)


def test_whatever_was_answered_or_asked_before_the_server_is_killed_is_there_once(
    far: Stations, proxy: Proxy, by_port: PrivateServer
) -> None:
    asks = far.join("list-desk", "list-desk", proxy.port)
    answered, asked, longest = 0, 0, 0.0
    with podium_open(far) as podium:
        desk = far.link(asks)
        for turn in range(ROUNDS):

            def keys(number: int) -> None:
                nonlocal answered, asked
                for key in range(number):
                    podium.act(MakeNote(text=f"key {answered}"))
                    answered += 1
                    if key % 7 == 0:
                        desk.ask(MakeNote(text=f"asked {asked}"), podium.desk.ledger.seq)
                        asked += 1

            keys(20 + 7 * (turn % 12))
            by_port.kill()
            keys(40)
            by_port.start()
            began = time.monotonic()
            until(podium.is_one)
            longest = max(longest, time.monotonic() - began)
        until(lambda: not desk.waiting())
        until(podium.is_one)
    desk.stop()
    recorded = texts_of(rows_of(far.podium))
    assert all(recorded[f"key {number}"] == 1 for number in range(answered))
    assert all(recorded[f"asked {number}"] == 1 for number in range(asked))
    assert far.on_server() == rows_of(far.podium)
    print(
        f"\nkilled {ROUNDS} times: {answered} keys, {asked} asked for; one again at most "
        f"{longest:.2f} s after the server was there"
    )


def test_three_thousand_acts_recorded_alone_are_sent_and_no_key_waits_for_them(
    far: Stations, proxy: Proxy
) -> None:
    proxy.mode = "refuse"
    opened = open_journal(far.podium)
    desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
    with closing(opened.journal):
        for number in range(3000):
            desk.dispatch(MakeNote(text=f"alone {number}"))
        proxy.mode = "pass"
        link = far.link(far.podium, shown=True, told=lambda state: None)
        began, keys = time.monotonic(), []
        while link.state.way is not Way.LINKED or link.state.sent < 3000:
            pressed = time.monotonic()
            desk.dispatch(MakeNote(text="meanwhile"))
            link.poke()
            keys.append(time.monotonic() - pressed)
            assert pressed - began < PATIENCE
            time.sleep(0.02)
        took = time.monotonic() - began
    print(f"\n3,000 acts in {took:.1f} s; {len(keys)} keys, max {1000 * max(keys):.1f} ms")
    until(lambda: len(far.on_server()) == desk.ledger.seq)
    assert far.on_server() == rows_of(far.podium)
    assert max(keys) < SLOWEST
