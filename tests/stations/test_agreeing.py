"""Two podiums, a desk and a server: whatever is cut, no act is lost, done twice, or reordered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from plenary_tui.stations.agreeing import Agreement, DoesNotFollow
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.server.errors_of_server import Moved, NotInCharge, ServerError
from plenary_tui.storage.server.requested import Answer, Request

from .in_memory import Astray, Crash, MemoryOwn, MemoryServer, said

FATES = ("lost", "answer lost", "crash", "crash after", "late", "arrive", "takeover")
PLANS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(FATES)), max_size=3)
"""After how many calls that go well which one does not."""
PODIUMS, ALL = ("A", "B"), ("A", "B", "D")


class Machine(RuleBasedStateMachine):
    """Anything that stations and their network may do, and what must hold whatever they do."""

    server_class: type[MemoryServer] = MemoryServer
    own_class: type[MemoryOwn] = MemoryOwn
    agreement_class: type[Agreement] = Agreement
    restored = False

    def __init__(self) -> None:
        super().__init__()
        self.server = self.server_class()
        self.own = {name: self.own_class(name) for name in ALL}
        self.stations = {name: self.begun(name, self.server) for name in ALL}
        self.number = 0
        self.seen_done: list[tuple[str, Row]] = []
        self.requests: set[str] = set()
        self.late: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []
        self.current = "A"
        self.before: list[Row] = []

    def begun(self, name: str, server: Any) -> Agreement:
        return self.agreement_class(name, self.own[name], server)

    @initialize()
    def shared(self) -> None:
        self.stations["A"].take_charge("shared")
        self.act("A")
        self.stations["A"].agree()

    # what stations do

    @rule(name=st.sampled_from(PODIUMS))
    def act(self, name: str) -> None:
        if self.own[name].epoch:
            self.number += 1
            seq = self.own[name].record(name, {"what": f"{name}{self.number}"})
            self.seen_done.append((name, self.own[name].rows_kept[seq - 1]))

    @rule(bad=st.booleans())
    def ask(self, bad: bool) -> None:
        self.number += 1
        number, own = f"r{self.number}", self.own["D"]
        command = f"{'bad' if bad else 'inscribe'}{self.number}"
        own.asked.append(Request(number, "D", "inscribe", command, own.head().seq, ""))
        self.requests.add(number)

    @rule(name=st.sampled_from(ALL), plan=PLANS)
    def agree(self, name: str, plan: list[tuple[int, str]]) -> None:
        self.tries(name, plan, lambda one: one.agree())

    @rule(name=st.sampled_from(PODIUMS), plan=PLANS, forced=st.booleans())
    def take(self, name: str, plan: list[tuple[int, str]], forced: bool) -> None:
        self.tries(name, plan, lambda one: one.take_charge("taken", forced=forced))

    @rule(name=st.sampled_from(PODIUMS), plan=PLANS)
    def close(self, name: str, plan: list[tuple[int, str]]) -> None:
        if self.own[name].epoch:
            self.tries(name, plan, lambda one: one.give_back())

    @rule(name=st.sampled_from(ALL))
    def crash(self, name: str) -> None:
        """The program is gone with all it knew; its disk stays. It is opened again."""
        self.own[name].boot += "'"
        self.own[name].closed()
        self.stations[name] = self.begun(name, self.server)

    @rule(name=st.sampled_from(PODIUMS))
    def show(self, name: str) -> None:
        self.own[name].shown_by_podium = True

    def tries(
        self, name: str, plan: list[tuple[int, str]], does: Callable[[Agreement], object]
    ) -> None:
        self.current = name
        fates = iter([fate for good, bad in plan for fate in (*["ok"] * good, bad)])
        station = self.stations[name]
        station._server = Astray(self.server, lambda: self.fate(next(fates, "ok")), self.late)
        try:
            does(station)
        except Crash:
            self.crash(name)
        except ServerError:
            station.lost()

    def fate(self, fate: str) -> str:
        if fate == "arrive":
            self.arrive()
        elif fate == "takeover":
            other = self.stations["B" if self.current == "A" else "A"]
            other._server = self.server
            try:
                other.take_charge("taken over", forced=True)
            except ServerError:
                other.lost()
        elif fate == "crash":
            raise Crash
        return fate

    def arrive(self) -> None:
        """What was on its way when a connection broke is done now."""
        calls, self.late[:] = list(self.late), []
        for real, words, named in calls:
            with suppress(NotInCharge, Moved, AssertionError):
                real(*words, **named)

    # what must hold

    @invariant()
    def holds(self) -> None:
        rows = self.server.rows_kept
        assert sound_rows(rows) == len(rows)
        assert rows[: len(self.before)] == self.before, "what was seen has changed"
        self.before = list(rows)
        assert not self.server.taken_of_older_charge, "a fenced podium's record was taken"
        for own in self.own.values():
            assert sound_rows(own.rows_kept) == len(own.rows_kept)
        texts = [said(row)["what"] for row in rows]
        assert len(texts) == len(set(texts)), "an act stands in the journal twice"
        numbers = [one["request"] for one in map(said, rows) if "request" in one]
        assert len(numbers) == len(set(numbers)), "a request was done twice"
        asked = [one.id for one in self.server.requests]
        assert len(asked) == len(set(asked)), "what is asked would be put to the officer twice"
        for one, answer in self.server.answered.items():
            if answer.seq is not None:
                assert answer.seq <= len(rows), f"answered before it was there: {one}"

    def teardown(self) -> None:
        self.arrive() if not self.restored else self.late.clear()
        for name in ALL:
            self.crash(name)
        self.all_agree()
        if not any(own.epoch and own.epoch == self.server.epoch for own in self.own.values()):
            most = max(PODIUMS, key=lambda name: self.own[name].head().seq)
            self.stations[most].take_charge("at the end", forced=True)
        self.all_agree()
        # Who knows more than a server that was set back waits for the one in charge to go on.
        for name in PODIUMS:
            if self.own[name].epoch == self.server.epoch:
                self.act(name)
        self.all_agree()
        rows = self.server.rows_kept
        for own in self.own.values():
            assert own.rows_kept == rows, f"{own.name} is not as the server"
        strays = {row[-1] for row in self.server.strays.values()}
        aside = {row[-1] for own in self.own.values() for one in own.aside for row in one}
        for name, row in self.seen_done:
            found = row in rows, row[-1] in strays
            assert any(found) or (self.restored and row[-1] in aside), f"lost: an act of {name}"
        # A stray may have been kept whose station came to be in charge again before it knew that;
        # but none that an officer was told to do again is in the journal.
        given_up = {one for own in self.own.values() for one in own.given_up}
        assert self.restored or not given_up & {row[-1] for row in rows}, "given up, and there"
        for name in PODIUMS:
            order = [row[0] for one, row in self.seen_done if one == name and row in rows]
            assert order == sorted(order), "reordered"
        if self.restored:
            return
        answers = self.own["D"].told
        assert answers.keys() == self.requests, "a request has no answer"
        done = {said(row).get("request"): row[0] for row in rows}
        for one, answer in answers.items():
            assert answer.seq == done.get(one), "answered, and not done"

    def all_agree(self) -> None:
        for _ in range(4):
            for station in self.stations.values():
                station._server = self.server
                try:
                    station.agree()
                except ServerError:
                    station.lost()


class RestoredMachine(Machine):
    """The same with a server that is set back to an older backup at any time."""

    restored = True

    @rule(share=st.floats(0, 1))
    def set_back(self, share: float) -> None:
        self.late.clear()
        self.server.set_back(max(1, int(len(self.server.rows_kept) * share)))
        self.before = []
        for station in self.stations.values():
            station.lost()  # who restores a server ends every connection


def run(machine: type[Machine], examples: int, steps: int = 30, *, shrink: bool = True) -> None:
    """Try it so often."""
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=list(Phase) if shrink else [Phase.generate],
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        ),
    )


def test_whatever_is_cut_no_act_is_lost_done_twice_or_reordered() -> None:
    run(Machine, 200)


def test_nor_where_the_server_is_set_back_to_a_backup() -> None:
    run(RestoredMachine, 150)


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
                self._server.answer(request.id, answer, self._own.epoch)
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
