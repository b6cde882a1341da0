"""A conference is of one machine again, whatever a program that runs its link does meanwhile."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.stations import joining
from plenary_tui.stations.link_state import Way
from plenary_tui.stations.own_copy import OwnCopy
from plenary_tui.storage.layout import LINK, beside
from plenary_tui.storage.link_file import LinkChanged, read_link
from plenary_tui.storage.server.errors_of_server import NotInCharge
from tests.chamber import command_of as typed
from tests.storage.server.waiting import until

from .open_podium import podium_open
from .stations import Stations, rows_of


def holder(stations: Stations) -> str | None:
    """Who is in charge, as the server says."""
    ((found,),) = stations.server.sql(
        f"SELECT holder FROM plenary.conference WHERE name = '{stations.name}'", stations.tables
    )
    return None if found is None else str(found)


def test_a_charge_that_is_taken_again_while_the_link_ends_is_given_back_too(
    stations: Stations, monkeypatch: pytest.MonkeyPatch
) -> None:
    stations.share()
    gives_back, calls = joining._give_back, []

    def taken_again(database: Path) -> None:
        gives_back(database)
        calls.append(database)
        if len(calls) == 1:
            joining.take_charge(database, "another program on this machine")

    monkeypatch.setattr(joining, "_give_back", taken_again)
    assert joining.end(stations.podium) == stations.name
    assert read_link(stations.podium) is None and holder(stations) is None and len(calls) == 2


def test_a_podium_that_is_open_goes_on_alone_once_its_link_is_ended(stations: Stations) -> None:
    stations.share()
    with podium_open(stations) as podium:
        podium.act(typed("note", text="before"))
        assert joining.end_beside_podium(stations.podium) == stations.name
        there = stations.on_server()
        assert there[-1][7] and "before" in there[-1][7], "the rest is sent"
        assert holder(stations) is None and read_link(stations.podium) is None
        podium.act(typed("note", text="alone"))
        until(lambda: podium.link.state.way is Way.BEGINNING)
        assert podium.link.state.in_charge, "it records"
        assert rows_of(stations.podium)[:-1] == there == stations.on_server()
        assert holder(stations) is None, "and takes no charge again"
    stations.share()
    assert stations.on_server() == rows_of(stations.podium)


def test_a_link_that_cannot_be_ended_beside_a_podium_is_as_it_was(stations: Stations) -> None:
    stations.share()
    copy = stations.join("podium-b", "podium")
    with pytest.raises(NotInCharge, match="Close it first"):
        joining.end_beside_podium(copy)
    joining.take_charge(copy, "meanwhile")
    stations.act("alone")
    before = read_link(stations.podium)
    with pytest.raises(NotInCharge):
        joining.end_beside_podium(stations.podium)
    assert read_link(stations.podium) == before and before is not None


def test_a_program_that_runs_the_link_does_not_bring_back_one_that_has_ended(
    stations: Stations,
) -> None:
    stations.share()
    with closing(OwnCopy(stations.podium)) as runs:
        assert runs.refresh() and runs.epoch
        joining.end(stations.podium)
        for decided in (runs.charge_ended, runs.next_secret, lambda: runs.in_charge(9)):
            with pytest.raises(LinkChanged):
                decided()
        assert not beside(stations.podium, LINK).exists() and not runs.refresh()


def test_a_charge_that_a_command_took_is_not_lost_to_what_a_program_knew_before(
    stations: Stations,
) -> None:
    stations.share()
    joining.give_back(stations.podium)
    with closing(OwnCopy(stations.podium)) as runs:
        assert runs.refresh() and not runs.epoch
        joining.take_charge(stations.podium, "for today")
        link = read_link(stations.podium)
        with pytest.raises(LinkChanged):
            runs.next_secret()
        assert runs.refresh() and runs.link == link and runs.epoch


def test_the_link_that_runs_goes_on_with_what_a_command_changed(stations: Stations) -> None:
    stations.share()
    joining.give_back(stations.podium)
    ways: list[Way] = []
    runs = stations.link(stations.podium, told=lambda state: ways.append(state.way))
    until(lambda: runs.state.way is Way.LINKED)
    for _ in range(3):
        joining.take_charge(stations.podium, "for today")
        until(lambda: runs.state.in_charge)
        joining.give_back(stations.podium)
        until(lambda: not runs.state.in_charge)
    joining.end(stations.podium)
    assert Way.ALONE not in ways and holder(stations) is None
    assert read_link(stations.podium) is None
