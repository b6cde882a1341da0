"""The desk: two stations act at once, and neither takes back what its officer has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ledger import Redo, Undo
from plenary_tui.storage.open_journal import create, open_journal
from tests.chamber import FakeClock, small_conference


@pytest.fixture
def desks(database: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two stations of one conference."""
    clock = FakeClock()
    create(database, [small_conference(clock.now())], "pack")
    with (
        closing(open_journal(database).journal) as one,
        closing(open_journal(database).journal) as two,
    ):
        yield Desk(one, clock, "podium"), Desk(two, clock, "list desk")


def test_an_act_is_decided_again_when_another_station_was_quicker(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    list_desk.dispatch(ACTS["register"](delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(ACTS["open-meeting"]())
    assert podium.conference.in_session
    assert any(one.name == "Oxfam" for one in podium.conference.delegations)


def test_undo_never_takes_back_an_act_not_seen(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    podium.dispatch(ACTS["open-meeting"]())
    list_desk.dispatch(ACTS["register"](delegation="Oxfam", **{"class": "NGO"}))
    with pytest.raises(Refused, match="Another station has just recorded an act: Oxfam"):
        podium.dispatch(Undo())
    assert podium.conference.in_session
    podium.dispatch(Undo())
    assert not any(one.name == "Oxfam" for one in podium.conference.delegations)


def test_redo_never_does_another_act_than_the_one_seen(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    podium.dispatch(ACTS["open-meeting"]())
    podium.dispatch(ACTS["register"](delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(Undo())
    list_desk.catch_up()
    list_desk.dispatch(Undo())
    with pytest.raises(Refused, match="changed what can be redone"):
        podium.dispatch(Redo())
    assert not podium.conference.in_session
