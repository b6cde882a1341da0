"""The desk: two stations act at once, and neither takes back what its officer has not seen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.intake.rows import BroughtDelegation
from plenary_tui.procedure.intake.taking_over import ImportRows
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.storage.errors import JournalMoved
from tests.chamber import command_of

Answer = TypeVar("Answer")


def test_an_act_is_decided_again_when_another_station_was_quicker(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    list_desk.dispatch(command_of("register", delegation="Oxfam", **{"class": "NGO"}))
    podium.dispatch(command_of("open-meeting"))
    assert podium.conference.in_session
    assert any(one.name == "Oxfam" for one in podium.conference.delegations)


def in_a_thread(work: Callable[[], Answer]) -> Answer:
    """What work gives that is done in another thread."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


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
    list_desk.dispatch(command_of("open-meeting", override="Sample"))
    receipt = list_desk.dispatch(registrations("Oxfam", "Law Forum", "River Trust"))
    told = "The file registrations.csv was taken over as delegations: 3 new."
    assert receipt.sentences == (told,) and receipt.seq == list_desk.ledger.seq
    list_desk.dispatch(command_of("register", delegation="Youth Circle", **{"class": "NGO"}))
    news = [one.sentence for one in podium.catch_up()]
    assert news[-2:] == [told, "Youth Circle was registered (NGO; registration had closed)."]
    assert podium.conference == list_desk.conference


def test_a_file_is_decided_again_when_another_station_was_quicker(
    desks: tuple[Desk, Desk],
) -> None:
    podium, list_desk = desks
    list_desk.dispatch(command_of("register", delegation="Law Forum", **{"class": "NGO"}))
    podium.dispatch(registrations("Oxfam", "Law Forum"))
    names = [one.name for one in podium.conference.delegations]
    assert names.count("Law Forum") == 1 and "Oxfam" in names
    podium.dispatch(Undo())
    assert "Oxfam" not in [one.name for one in podium.conference.delegations]


def nothing() -> None:
    """Nobody waits."""


def many(number: int = 300) -> ImportRows:
    """A file of organizations that are new."""
    return registrations(*(f"Society of River {place}" for place in range(number)))


def test_what_is_done_beside_the_desk_is_as_if_done_at_it(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    work, before = podium.beside(many()), podium.conference
    landed = in_a_thread(lambda: work(nothing))
    assert podium.conference is before, "the state is as it was until it is adopted"
    receipt = podium.adopt(landed)
    assert str(receipt).startswith("The file registrations.csv was taken over")
    list_desk.catch_up()
    assert podium.conference == list_desk.conference
    assert [one.act for one in podium.ledger.in_force[-2:]] == [landed.records[0].seq] * 2
    podium.dispatch(Undo())
    assert podium.conference.delegations == before.delegations


def test_an_act_in_between_takes_what_was_done_beside_with_it(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    landed = in_a_thread(lambda: podium.beside(many())(nothing))
    podium.dispatch(command_of("register", delegation="Law Forum", **{"class": "NGO"}))
    last = podium.ledger.seq
    podium.adopt(landed)
    assert podium.ledger.seq == last
    list_desk.catch_up()
    assert podium.conference == list_desk.conference


def test_beside_the_desk_another_station_may_have_been_quicker(
    desks: tuple[Desk, Desk],
) -> None:
    podium, list_desk = desks
    work = podium.beside(many())
    list_desk.dispatch(command_of("register", delegation="Law Forum", **{"class": "NGO"}))
    with pytest.raises(JournalMoved):
        in_a_thread(lambda: work(nothing))
    podium.catch_up()
    podium.adopt(in_a_thread(lambda: podium.beside(many())(nothing)))
    assert "Law Forum" in [one.name for one in podium.conference.delegations]


def test_what_another_station_took_over_is_folded_beside(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    assert not podium.much_waits()
    list_desk.dispatch(many())
    list_desk.dispatch(command_of("register", delegation="Law Forum", **{"class": "NGO"}))
    assert podium.much_waits()
    in_a_thread(lambda: podium.beside_of_others(nothing))
    assert not podium.much_waits()
    news = podium.catch_up()
    assert [one.sentence.partition(":")[0] for one in news] == [
        "The file registrations.csv was taken over as delegations",
        "Law Forum was registered (NGO; registration had closed).",
    ]
    assert podium.conference == list_desk.conference


def test_what_was_folded_beside_for_nothing_is_let_go(desks: tuple[Desk, Desk]) -> None:
    podium, list_desk = desks
    list_desk.dispatch(many())
    list_desk.dispatch(Undo())
    in_a_thread(lambda: podium.beside_of_others(nothing))
    podium.dispatch(command_of("register", delegation="Law Forum", **{"class": "NGO"}))
    list_desk.catch_up()
    assert podium.conference == list_desk.conference
    assert podium.ledger.seq == list_desk.ledger.seq
