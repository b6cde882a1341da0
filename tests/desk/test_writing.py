"""The desk: two stations act at once, and neither takes back what its officer has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.intake.rows import BroughtDelegation
from plenary_tui.procedure.intake.taking_over import ImportRows
from plenary_tui.procedure.ledger import Redo, Undo
from plenary_tui.procedure.state.vocabulary import ParticipantClass
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


def test_the_floor_never_goes_to_somebody_who_was_not_seen_to_be_next(
    desks: tuple[Desk, Desk],
) -> None:
    podium, list_desk = desks
    podium.dispatch(ACTS["open-meeting"](override="Sample"))
    podium.dispatch(ACTS["take-up-item"](item="1(f)"))
    for delegation in ("NGA", "GIN"):
        podium.dispatch(ACTS["inscribe"](delegation=delegation))
    podium.dispatch(ACTS["open-floor"]())
    list_desk.catch_up()
    list_desk.dispatch(ACTS["withdraw"](entry="NGA"))
    with pytest.raises(Refused, match="who is called: Guinea is next now"):
        podium.dispatch(ACTS["give-floor"]())
    assert podium.conference.floor is None
    list_desk.dispatch(ACTS["register"](delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(ACTS["give-floor"]())
    floor = podium.conference.floor
    assert floor is not None and floor.entry is not None and floor.entry.delegation == "GIN"


def registrations(*names: str) -> ImportRows:
    """A file of NGOs that are new."""
    ngo = ParticipantClass.NGO
    return ImportRows(
        file="registrations.csv",
        sha256="0",
        contents="delegations",
        delegations=tuple(
            BroughtDelegation(line, name, participant=ngo) for line, name in enumerate(names, 2)
        ),
    )


def test_a_file_that_is_taken_over_is_told_in_one_sentence(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    list_desk.dispatch(ACTS["open-meeting"](override="Sample"))
    receipt = list_desk.dispatch(registrations("Oxfam", "Law Forum", "River Trust"))
    told = "The file registrations.csv was taken over as delegations: 3 new."
    assert receipt.sentences == (told,) and receipt.seq == list_desk.ledger.seq
    list_desk.dispatch(ACTS["register"](delegation="Youth Circle", **{"class": "NGO"}))
    news = [one.sentence for one in podium.catch_up()]
    assert news[-2:] == [told, "Youth Circle was registered (NGO; registration had closed)."]
    assert podium.conference == list_desk.conference


def test_a_file_is_decided_again_when_another_station_was_quicker(
    desks: tuple[Desk, Desk],
) -> None:
    podium, list_desk = desks
    list_desk.dispatch(ACTS["register"](delegation="Law Forum", **{"class": "NGO"}))
    podium.dispatch(registrations("Oxfam", "Law Forum"))
    names = [one.name for one in podium.conference.delegations]
    assert names.count("Law Forum") == 1 and "Oxfam" in names
    podium.dispatch(Undo())
    assert "Oxfam" not in [one.name for one in podium.conference.delegations]


def test_what_was_decided_beside_the_desk_holds_until_something_else_happens(
    desks: tuple[Desk, Desk],
) -> None:
    clock, (podium, list_desk) = FakeClock(), desks
    decided = registrations("Oxfam", "Law Forum").decided(podium.conference, clock.now())
    list_desk.dispatch(ACTS["register"](delegation="Law Forum", **{"class": "NGO"}))
    podium.dispatch(decided)
    names = [one.name for one in podium.conference.delegations]
    assert names.count("Law Forum") == 1 and "Oxfam" in names
    later = registrations("River Trust").decided(podium.conference, clock.now())
    (at,) = {one.at for one in later.decide(podium.conference, clock.now())}
    clock.advance(1)
    podium.dispatch(later)
    assert podium.conference.last_at == at.utc
