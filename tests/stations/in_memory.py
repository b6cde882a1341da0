"""A server and stations in memory, and calls to the server that go astray on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from plenary_tui.storage.chain import GENESIS, Row, digest, sound_rows
from plenary_tui.storage.head import Head
from plenary_tui.storage.server.errors_of_server import Moved, NotInCharge, Unreachable
from plenary_tui.storage.server.requested import Answer, Request
from plenary_tui.storage.server.told_by_server import BATCH, Standing


class Crash(Exception):
    """The program of a station ended where it stood."""


def row_after(head: Head, station: str, payload: dict[str, str], steady: float, boot: str) -> Row:
    """The row that records something after another."""
    utc = "2030-09-03T10:00:00.000000+00:00"
    text = json.dumps(payload)
    columns = (head.seq + 1, head.seq + 1, utc, steady, boot, station, "act", text)
    return (*columns, digest(head.hash, *columns))


def said(row: Row) -> dict[str, str]:
    """What a row records."""
    found: dict[str, str] = json.loads(row[7])
    return found


class Journal:
    """Rows, one after the other."""

    def __init__(self) -> None:
        self.rows_kept: list[Row] = []

    def head(self) -> Head:
        rows = self.rows_kept
        return Head(rows[-1][0], rows[-1][-1]) if rows else Head(0, GENESIS)

    def hash_of(self, seq: int) -> str:
        if seq == 0:
            return GENESIS
        return self.rows_kept[seq - 1][-1] if 0 < seq <= len(self.rows_kept) else ""


class MemoryServer(Journal):
    """What `guard.sql` does, in memory."""

    fenced = True
    in_order = True
    by_number = True

    def __init__(self) -> None:
        super().__init__()
        self.epoch = 0
        self.holder: str | None = None
        self.token = ""
        self.taken_of_older_charge = False
        self.charges: list[tuple[int, int, str, str]] = []
        self.requests: list[Request] = []
        self.answered: dict[str, Answer] = {}
        self.strays: dict[tuple[int, int, str], Row] = {}

    def standing(self) -> Standing:
        return Standing(self.head(), self.epoch, self.holder)

    def hash_at(self, seq: int) -> str | None:
        return self.hash_of(seq) or None

    def rows(self, after: int) -> list[Row]:
        return self.rows_kept[after : after + BATCH]

    def put(self, rows: Sequence[Row], epoch: int, answers: Mapping[str, Answer]) -> None:
        if (self.fenced or answers) and (epoch != self.epoch or self.holder is None):
            raise NotInCharge("fenced")
        if rows:
            self._append(rows, epoch)
        for one, answer in answers.items():
            self.answered.setdefault(one, answer)

    def _append(self, rows: Sequence[Row], epoch: int) -> None:
        head = self.head()
        if rows[0][0] != head.seq + 1:
            if self.in_order:
                raise Moved("moved")
            rows = [self._forced_to_follow(head, rows[0])]
        assert sound_rows(rows, head.hash) == len(rows), "chain"
        self.rows_kept.extend(rows)
        self.taken_of_older_charge |= epoch != self.epoch

    def _forced_to_follow(self, head: Head, row: Row) -> Row:
        columns = (head.seq + 1, head.seq + 1, *row[2:8])
        return (*columns, digest(head.hash, *columns))

    def take_charge(
        self, station: str, shown: str, kept: str, *, forced: bool, above: int, why: str
    ) -> int:
        if self.holder == station and self.token == kept and self.epoch > above:
            return self.epoch
        if self.holder is not None and self.token not in (shown, kept) and not forced:
            raise NotInCharge("another")
        self.epoch = max(self.epoch, above) + 1
        self.holder, self.token = station, kept
        self.charges.append((self.epoch, self.head().seq, station, kept))
        return self.epoch

    def give_back(self, shown: str) -> bool:
        if self.holder is None or shown != self.token:
            return False
        self.holder, self.token = None, ""
        return True

    def keep_strays(self, rows: Sequence[Row], epoch: int) -> None:
        for row in rows:
            self.strays.setdefault((epoch, row[0], row[-1]), row)

    def ask(self, request: Request) -> None:
        if not self.by_number or all(one.id != request.id for one in self.requests):
            self.requests.append(request)

    def waiting(self) -> list[Request]:
        return [one for one in self.requests if one.id not in self.answered]

    def answers(self, ids: Iterable[str]) -> Mapping[str, Answer]:
        return {one: self.answered[one] for one in ids if one in self.answered}

    def set_back(self, rows: int) -> None:
        """Restore a backup of when the journal had so many rows; what came after is gone."""
        del self.rows_kept[rows:]
        self.charges = [one for one in self.charges if one[1] <= rows] or self.charges[:1]
        self.epoch, _, self.holder, self.token = self.charges[-1]
        self.answered = {
            one: answer
            for one, answer in self.answered.items()
            if answer.seq is not None and answer.seq <= rows
        }
        self.requests = [one for one in self.requests if one.id in self.answered]


class MemoryOwn(Journal):
    """A station's disk: it outlives the program."""

    numbered = True

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.epoch = 0
        self.secret = ""
        self.pending = ""
        self.secrets = 0
        self.steady = 0.0
        self.boot = f"boot of {name}"
        self.aside: list[list[Row]] = []
        self.given_up: set[str] = set()
        self.asked: list[Request] = []
        self.told: dict[str, Answer] = {}
        self.shown_by_podium = False
        self.gives_way_at: int | None = None

    def next_secret(self) -> str:
        if not self.pending:
            self.secrets += 1
            self.pending = f"{self.name} {self.secrets}"
        return self.pending

    def in_charge(self, epoch: int) -> None:
        self.epoch, self.secret, self.pending = epoch, self.next_secret(), ""

    def charge_ended(self) -> None:
        self.epoch = 0

    def hash_at(self, seq: int) -> str:
        return self.hash_of(seq)

    def rows(self, after: int) -> list[Row]:
        return self.rows_kept[after : after + BATCH]

    def extend(self, rows: Sequence[Row]) -> None:
        self.rows_kept.extend(rows)

    def give_way(self, common: int) -> bool:
        self.epoch = 0
        if self.shown_by_podium:
            self.gives_way_at = common
            return False
        self.aside.append(list(self.rows_kept))
        self.given_up |= {row[-1] for row in self.rows_kept[common:]}
        del self.rows_kept[common:]
        return True

    def closed(self) -> None:
        """The program that showed it has ended; what had to give way now does."""
        common, self.gives_way_at, self.shown_by_podium = self.gives_way_at, None, False
        if common is not None:
            self.give_way(common)

    def next_row(self, station: str, payload: dict[str, str]) -> Row:
        """The row that recording something now would make."""
        return row_after(self.head(), station, payload, self.steady + 1.0, self.boot)

    def record(self, station: str, payload: dict[str, str]) -> int:
        self.rows_kept.append(self.next_row(station, payload))
        self.steady += 1.0
        return len(self.rows_kept)

    def taken(self, request: str) -> int | None:
        if not self.numbered:
            return None
        return next((row[0] for row in self.rows_kept if said(row).get("request") == request), None)

    def decide(self, request: Request) -> Answer | None:
        if request.command.startswith("bad"):
            return Answer(None, "refused")
        payload = {"what": request.command, "request": request.id}
        return Answer(self.record(request.station, payload), "done")

    def outbox(self) -> Sequence[Request]:
        return list(self.asked)

    def settle(self, request: str, answer: Answer) -> None:
        self.told[request] = answer
        self.asked = [one for one in self.asked if one.id != request]


class Astray:
    """A server whose calls are lost, or their answers, or that come late, as fate will have it."""

    def __init__(
        self,
        server: Any,
        fate: Callable[[], str],
        late: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]],
    ) -> None:
        self._server, self._fate, self._late = server, fate, late

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._server, name)

        def call(*words: Any, **named: Any) -> Any:
            fate = self._fate()
            if fate == "lost":
                raise Unreachable("lost")
            if fate == "late":
                self._late.append((real, words, named))
                raise Unreachable("late")
            answer = real(*words, **named)
            if fate == "answer lost":
                raise Unreachable("answer lost")
            if fate == "crash after":
                raise Crash
            return answer

        return call
