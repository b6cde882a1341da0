"""A desk asks a podium over a real server: answered soon, kept where it cannot be, done once."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.stations.asking_once import ask_and_wait
from plenary_tui.stations.outbox import Outbox, command_of
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.server.requested import Answer
from tests.chamber import command_of as typed
from tests.storage.server.waiting import until

from .open_podium import podium_open
from .stations import Stations, rows_of

NOTE = typed("note", text="from the desk")


def ask(database: Path, command: object = NOTE) -> Answer | None:
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
            assert answer is not None and answer.seq is not None
        refused = ask(desk, typed("withdraw", entry="Ghana"))
        assert refused is not None and refused.seq is None and "No agenda item" in refused.said
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
    assert ask(desk) is None
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


def test_a_podium_that_recorded_and_was_killed_before_it_could_answer_does_not_record_again(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.asking_once.PATIENCE", 0.2)
    stations.share()
    desk = stations.join("list-desk", "list-desk")
    assert ask(desk) is None
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
