"""Two podiums, a desk and a server, in memory or real: anything that they may do, or meet with."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from plenary_tui.stations.agreeing import Agreement
from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.server.errors_of_server import ServerError
from plenary_tui.storage.server.requested import Request

from .in_memory import Astray, Crash, MemoryOwn, MemoryServer, said
from .owners_view import Office, OwnersView, Sound

EXAMPLES = int(os.environ.get("PLENARY_EXAMPLES", "0"))
"""How often each machine is tried, where that is not 0, instead of the number for every day."""


def often(examples: int) -> int:
    """So often, or as often as is asked for."""
    return EXAMPLES or examples


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
        self.own = {name: self.own_class(name) for name in ALL}
        self.server: Any = self.brought()
        self.stations = {name: self.begun(name) for name in ALL}
        self.number = 0
        self.seen_done: list[tuple[str, Row]] = []
        self.requests: set[str] = set()
        self.late: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []
        self.current = "A"
        self.before: list[Row] = []

    def brought(self) -> MemoryServer | OwnersView:
        """The server, and the conference on it that A will share."""
        return self.server_class()

    def as_reached_by(self, name: str) -> Any:
        """The server, as a station speaks with it."""
        return self.server

    def number_of_request(self) -> str:
        """Another than any."""
        return f"r{self.number}"

    def begun(self, name: str) -> Agreement:
        return self.agreement_class(name, self.own[name], self.as_reached_by(name))

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
        number, own = self.number_of_request(), self.own["D"]
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
        self.stations[name] = self.begun(name)

    @rule(name=st.sampled_from(PODIUMS))
    def show(self, name: str) -> None:
        self.own[name].shown_by_podium = True

    def tries(
        self, name: str, plan: list[tuple[int, str]], does: Callable[[Agreement], object]
    ) -> None:
        self.current = name
        fates = iter([fate for good, bad in plan for fate in (*["ok"] * good, bad)])
        station = self.stations[name]
        reached = self.as_reached_by(name)
        station._server = Astray(reached, lambda: self.fate(next(fates, "ok")), self.late)
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
            another = "B" if self.current == "A" else "A"
            other = self.stations[another]
            other._server = self.as_reached_by(another)
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
            with suppress(ServerError, AssertionError):
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
        """Bring all to agree, each as its link does every second: it hears how things stand."""
        for _ in range(4):
            for name, station in self.stations.items():
                station._server = self.as_reached_by(name)
                try:
                    station.hear(station._server.standing())
                    station.agree()
                except ServerError:
                    station.lost()


class RestoredMachine(Machine):
    """The same with a server that is set back to an older backup at any time."""

    restored = True

    @rule(share=st.floats(0, 1))
    def set_back(self, share: float) -> None:
        self.late.clear()
        self.restore(share)
        self.before = []
        for station in self.stations.values():
            station.lost()  # who restores a server ends every connection

    def restore(self, share: float) -> None:
        """So much of what was there is there again."""
        self.server.set_back(max(1, int(len(self.server.rows_kept) * share)))


class MachineOnServer(Machine):
    """The same on a real server, each station with a login of its own."""

    office: Office
    server: OwnersView

    def brought(self) -> OwnersView:
        own = self.own["A"]
        own.boot = uuid.uuid4().hex  # so that no two examples are the same conference
        return OwnersView(self.office, own.next_row("A", {"what": "A1"})[-1])

    def as_reached_by(self, name: str) -> Any:
        return Sound(self.server.ways[name])

    def number_of_request(self) -> str:
        return str(uuid.uuid4())


class RestoredMachineOnServer(MachineOnServer, RestoredMachine):
    """The same with a real server that is set back to any moment before."""

    @invariant()
    def backed_up(self) -> None:
        self.server.back_up()

    def restore(self, share: float) -> None:
        self.server.set_back(share)


def run(machine: type[Machine], examples: int, steps: int = 30, *, shrink: bool = True) -> None:
    """Try it so often.

    Args:
        shrink: whether a fault is made small.
    """
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
