"""Whatever is cut, no act is lost, done twice, or reordered: in memory, and on a real server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from plenary_tui.stations.agreeing import Agreement, DoesNotFollow
from plenary_tui.storage.chain import Row
from plenary_tui.storage.server.errors_of_server import NotAllowed, NotInCharge
from plenary_tui.storage.server.requested import Answer, Request
from tests.storage.server.private_server import PrivateServer

from .in_memory import Astray, MemoryOwn, MemoryServer, said
from .owners_view import Office
from .whatever_is_cut import (
    Machine,
    MachineOnServer,
    RestoredMachine,
    RestoredMachineOnServer,
    often,
    run,
)


def test_whatever_is_cut_no_act_is_lost_done_twice_or_reordered() -> None:
    run(Machine, often(200))


def test_nor_where_the_server_is_set_back_to_a_backup() -> None:
    run(RestoredMachine, often(150))


@pytest.fixture
def office(server: PrivateServer, tables: str) -> Iterator[Office]:
    made = Office(server, tables)
    yield made
    made.close()


@pytest.mark.parametrize("machine", [MachineOnServer, RestoredMachineOnServer])
def test_nor_on_a_real_server(machine: type[MachineOnServer], office: Office) -> None:
    run(changed(machine, office=office), often(30))


def test_nor_where_it_is_set_back_twice_and_two_hold_that_they_are_in_charge(
    office: Office,
) -> None:
    made = changed(RestoredMachineOnServer, office=office)()
    made.shared()
    made.backed_up()
    made.take(forced=True, name="B", plan=[])
    for agree in (True, False):
        made.backed_up()
        made.set_back(share=0.0)
        if agree:
            made.agree(name="B", plan=[])
    made.holds()
    made.teardown()


# What a program that goes on must notice; the machine above opens every station anew at its end.


def made(records: int = 3) -> tuple[MemoryServer, MemoryOwn, Agreement]:
    """A podium that is in charge and goes on, and a server that has all its records."""
    server, own = MemoryServer(), MemoryOwn("A")
    podium = Agreement("A", own, server)
    podium.take_charge("shared")
    for number in range(records):
        own.record("A", {"what": f"A{number}"})
    podium.agree()
    return server, own, podium


@pytest.mark.parametrize("records", range(1, 7))
@pytest.mark.parametrize("alone", range(4))
def test_a_podium_that_goes_on_notices_that_another_took_charge_and_keeps_what_it_has_alone(
    alone: int, records: int
) -> None:
    server, own, podium = made(records)
    other = MemoryOwn("B")
    second = Agreement("B", other, server)
    second.take_charge("by force", forced=True)
    for number in range(4):
        other.record("B", {"what": f"B{number}"})
    second.agree()
    mine = [own.record("A", {"what": f"alone {number}"}) for number in range(alone + 1)]
    podium.agree()
    assert own.epoch == 0 and own.rows_kept == server.rows_kept == other.rows_kept
    assert [row[0] for row in server.strays.values()] == mine == [row[0] for row in podium.strays]


def test_a_podium_that_has_nothing_to_send_hears_that_another_took_charge() -> None:
    server, own, podium = made()
    assert podium.hear(server.standing()), "all is as it was left"
    second = Agreement("B", MemoryOwn("B"), server)
    second.take_charge("by force", forced=True)
    podium.agree()
    assert own.epoch, "it has nothing to send, and was told nothing"
    assert not podium.hear(server.standing())
    podium.agree()
    assert own.epoch == 0 and not podium.strays and server.holder == "B"
    assert podium.hear(server.standing()), "who follows has nothing to lose"


def test_a_podium_that_has_nothing_to_send_hears_that_the_server_was_set_back() -> None:
    server, own, podium = made()
    server.set_back(1)
    assert not podium.hear(server.standing())
    podium.agree()
    assert own.epoch and server.rows_kept == own.rows_kept


def test_a_podium_that_goes_on_fills_up_a_server_that_was_set_back_and_stays_in_charge() -> None:
    server, own, podium = made()
    kept = own.epoch
    server.charges[-1] = (kept, 9, "A", "later")  # the backup is of before this charge
    server.charges.insert(0, (0, 0, "A", "older"))
    server.set_back(1)
    own.record("A", {"what": "since"})
    podium.lost()
    podium.agree()
    assert own.epoch > kept and server.rows_kept == own.rows_kept and not server.strays


def test_who_fills_up_a_server_in_nobodys_charge_leaves_it_in_nobodys() -> None:
    server, own, podium = made()
    podium.give_back()
    server.charges[:] = [(server.epoch, 0, "", "")]
    server.set_back(1)
    server.holder = None
    podium.lost()
    podium.agree()
    assert server.rows_kept == own.rows_kept and server.holder is None


def test_what_a_server_that_was_set_back_has_forgotten_is_asked_again() -> None:
    server, _, _ = made()
    desk = MemoryOwn("D")
    station = Agreement("D", desk, server)
    desk.asked.append(Request("r1", "D", "inscribe", "inscribe", 0, ""))
    station.agree()
    server.requests.clear()
    station.lost()
    station.agree()
    assert [one.id for one in server.requests] == ["r1"]


def test_what_is_asked_waits_for_no_other_question() -> None:
    server, _, podium = made()
    called: list[str] = []
    spied = Astray(server, lambda: "ok", [])

    class Spied:
        def __getattr__(self, name: str) -> Any:
            called.append(name)
            return getattr(spied, name)

    desk = MemoryOwn("D")
    station = Agreement("D", desk, Spied())
    desk.asked.append(Request("r1", "D", "inscribe", "inscribe", 0, ""))
    station.agree()
    assert called == ["ask"] and not desk.told
    podium.agree()
    station.agree()
    assert called[1] == "answers" and desk.told["r1"].seq is not None
    assert desk.rows_kept == server.rows_kept


def test_what_a_station_asks_is_decided_in_its_order_and_no_other_waits_for_it() -> None:
    server, own, podium = made()
    for number, station in enumerate(("D", "D", "E", "D")):
        server.ask(Request(f"r{number}", station, "move", f"asked {number}", 0, ""))
    decide, unsaid = own.decide, {"r0"}

    def ask_the_officer(request: Request) -> Answer | None:
        return None if request.id in unsaid else decide(request)

    own.decide = ask_the_officer  # type: ignore[method-assign]
    podium.agree()
    assert set(server.answered) == {"r2"}, "the others of D mean what came before them"
    unsaid.clear()
    podium.agree()
    assert [said(row)["what"] for row in own.rows_kept[3:]] == [
        *("asked 2", "asked 0", "asked 1", "asked 3")
    ]


@pytest.mark.parametrize("alone", [0, 48, 49, 50, 51, 120])
def test_an_answer_goes_with_the_last_of_the_records_and_with_none_before(alone: int) -> None:
    server, own, podium = made()
    server.ask(Request("r0", "D", "inscribe", "asked", 0, ""))
    put, decide = server.put, own.decide
    sent: list[tuple[int, int]] = []

    def spied(rows: Sequence[Row], epoch: int, answers: Mapping[str, Answer]) -> None:
        put(rows, epoch, answers)
        sent.append((len(rows), len(answers)))
        assert all(one.seq == server.head().seq for one in answers.values())

    def with_others(request: Request) -> Answer | None:
        for number in range(alone):
            own.record("A", {"what": f"just before {number}"})
        return decide(request)

    server.put, own.decide = spied, with_others  # type: ignore[method-assign]
    podium.agree()
    assert server.rows_kept == own.rows_kept and server.answered["r0"].seq == 4 + alone
    *before, last = sent
    assert last[1] == 1 and all(not answers for _, answers in before)
    assert len(sent) == 1 + (alone + 1) // 50, "with records in one message where there is room"


def test_what_a_station_may_not_ask_for_is_refused_and_keeps_nothing_else_from_being_asked() -> (
    None
):
    server, own, podium = made()
    ask = server.ask

    def guarded(request: Request) -> None:
        if request.act == "give-floor":
            raise NotAllowed("No right.")
        ask(request)

    server.ask = guarded  # type: ignore[method-assign]
    desk = MemoryOwn("D")
    for number, act in enumerate(("give-floor", "inscribe")):
        desk.asked.append(Request(f"r{number}", "D", act, act, 0, ""))
    station = Agreement("D", desk, server)
    for one in (station, podium, station):
        one.agree()
    assert desk.told == {"r0": Answer(None, "No right."), "r1": desk.told["r1"]}
    assert desk.told["r1"].seq == len(own.rows_kept) == len(desk.rows_kept) and not desk.asked


def test_what_a_station_noted_is_decided_also_where_it_comes_to_be_in_charge_itself() -> None:
    server, _, _ = made()
    desk = MemoryOwn("D")
    desk.asked.append(Request("r0", "D", "inscribe", "noted alone", 0, ""))
    station = Agreement("D", desk, server)
    station.take_charge("the podium broke", forced=True)
    for _ in range(3):
        station.agree()
    assert [said(row)["what"] for row in server.rows_kept[3:]] == ["noted alone"]
    assert desk.told["r0"].seq == 4 and not desk.asked


def test_rows_that_do_not_follow_are_not_taken() -> None:
    server, _, _ = made()
    server.rows_kept[1] = (*server.rows_kept[1][:7], '{"what": "forged"}', server.rows_kept[1][8])
    screen = MemoryOwn("D")
    with pytest.raises(DoesNotFollow):
        Agreement("D", screen, server).agree()
    assert not screen.rows_kept


# Mutants: what is written above must be able to fail.


class NoStray(Agreement):
    def _give_way(self, epoch: int) -> None:
        common = self._common()
        if self._own.rows(common):
            self.fenced = not self._own.give_way(common)
        else:
            self._own.charge_ended()


class AnswersFirst(Agreement):
    def _decide_requests(self) -> None:
        for request in self._server.waiting():
            seq = self._own.taken(request.id)
            answer = Answer(seq, "") if seq is not None else self._own.decide(request)
            assert answer is not None
            try:
                self._server.put([], self._own.epoch, {request.id: answer})
            except NotInCharge:
                self._compare()
                return
        self.send()


def changed(what: type[Any], **changes: object) -> Any:
    """A class like another but for that."""
    return type("Changed", (what,), changes)


MUTANTS: dict[str, dict[str, object]] = {
    "no stray": {"agreement_class": NoStray},
    "answers first": {"agreement_class": AnswersFirst},
    "no number in the act": {"own_class": changed(MemoryOwn, numbered=False)},
    "no fence": {"server_class": changed(MemoryServer, fenced=False)},
    "no order": {"server_class": changed(MemoryServer, in_order=False)},
    "no number of requests": {"server_class": changed(MemoryServer, by_number=False)},
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_each_mutant_falls(mutant: str) -> None:
    with pytest.raises((AssertionError, IndexError)):
        run(changed(Machine, **MUTANTS[mutant]), 2000, shrink=False)


@pytest.mark.parametrize("mutant", ["no stray", "answers first"])
def test_and_on_a_real_server_too(mutant: str, office: Office) -> None:
    with pytest.raises((AssertionError, IndexError)):
        run(changed(MachineOnServer, office=office, **MUTANTS[mutant]), 500, shrink=False)
