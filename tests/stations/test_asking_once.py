"""A desk asks a podium over a real server: answered soon, kept where it cannot be, done once."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.stations.asking_once import Unanswered, ask_and_wait
from plenary_tui.stations.outbox import Outbox, command_of
from plenary_tui.storage.link_file import read_link, write_link
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.errors_of_server import NotThisStation
from plenary_tui.storage.server.requested import Answer
from tests.chamber import command_of as typed
from tests.storage.server.waiting import until

from .open_podium import OpenPodium, podium_open
from .stations import Stations, rows_of

NOTE = typed("note", text="from the desk")


def ask(database: Path, command: object = NOTE) -> Answer | Unanswered:
    return ask_and_wait(database, command, 1, SystemClock().now())  # type: ignore[arg-type]


def test_a_desk_is_answered_in_the_chambers_words_by_a_podium_elsewhere(
    stations: Stations,
) -> None:
    stations.share()
    desk = stations.join("list-desk", "list-desk")
    took = []
    with podium_open(stations):
        for _ in range(10):
            began = time.monotonic()
            answer = ask(desk)
            took.append(1000 * (time.monotonic() - began))
            assert isinstance(answer, Answer) and answer.seq is not None
        refused = ask(desk, typed("withdraw", entry="Ghana"))
        assert (
            isinstance(refused, Answer) and refused.seq is None and "No agenda item" in refused.said
        )
    print(f"\nasked and answered: p50 {sorted(took)[5]:.0f}, max {max(took):.0f} ms")
    with pytest.raises(Refused, match="may not ask for give-floor"):
        ask(desk, typed("give-floor"))
    assert not Outbox(desk).waiting()
    kinds = [row[6] for row in rows_of(stations.podium)]
    assert kinds.count("asked") == kinds.count("noted") == 10


def test_what_is_asked_while_no_podium_is_open_waits_and_is_done_once(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.asking_once.PATIENCE", 0.2)
    stations.share()
    desk = stations.join("list-desk", "list-desk")
    answer = ask(desk)
    assert isinstance(answer, Unanswered) and answer.sent
    assert len(Outbox(desk).waiting()) == 1
    with podium_open(stations):
        station = stations.link(desk)
        until(lambda: not Outbox(desk).waiting())
        until(lambda: rows_of(desk) == rows_of(stations.podium))
    station.stop()
    with podium_open(stations):
        pass
    kinds = [row[6] for row in rows_of(stations.podium)]
    assert kinds.count("asked") == 1


def test_it_is_said_whether_what_is_asked_is_at_the_podium_on_the_server_or_only_here(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.asking_once.PATIENCE", 0.2)
    stations.share()
    desk = stations.join("list-desk", "list-desk")

    def words() -> str:
        answer = ask(desk)
        assert isinstance(answer, Unanswered)
        return answer.words

    assert "It is on the server, and podium@a gives no sign of life" in words()
    podium = OpenPodium(stations)
    podium.link.decide = lambda _: None  # its officer is asked, say
    podium.link.start()
    with closing(podium):
        podium.until_linked()
        until(lambda: "was asked of podium@a, which has it" in words())
    assert "It is on the server, and nobody is in charge" in words()
    waits = len(Outbox(desk).waiting())
    kept = read_link(desk)
    assert kept is not None
    write_link(desk, replace(kept, server="host=/nowhere dbname=none"))
    assert "The server is not reached: it is noted on this machine, and not asked yet" in words()
    assert len(Outbox(desk).waiting()) == waits + 1
    write_link(desk, replace(kept, station="podium@a"))
    with pytest.raises(NotThisStation, match="--station NAME"):
        ask(desk)
    assert len(Outbox(desk).waiting()) == waits + 1, "what can never be asked is not kept"
    silent = Unanswered(True, "podium@a", 75.0)
    assert "podium@a was heard of 1:15 ago: it is decided once" in silent.words


def test_a_podium_that_recorded_and_was_killed_before_it_could_answer_does_not_record_again(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.asking_once.PATIENCE", 0.2)
    stations.share()
    desk = stations.join("list-desk", "list-desk")
    assert isinstance(ask(desk), Unanswered)
    (request,) = Outbox(desk).waiting()
    with closing(open_journal(stations.podium).journal) as journal:
        Desk(journal, SystemClock(), "podium").dispatch(
            command_of(request), request.station, request.id
        )
    with podium_open(stations):
        station = stations.link(desk)
        until(lambda: not Outbox(desk).waiting())
    station.stop()
    told = f"SELECT seq FROM plenary.answer WHERE request = '{request.id}'"
    assert stations.server.sql(told, stations.tables) == [(3,)]
    assert [row[6] for row in rows_of(stations.podium)].count("noted") == 1
