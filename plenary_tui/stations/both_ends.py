"""What stands at both ends of a link, as `agreeing` knows it: a server, a station's own journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from plenary_tui.storage.chain import Row
from plenary_tui.storage.head import Head
from plenary_tui.storage.server.requested import Answer, Request
from plenary_tui.storage.server.told_by_server import Standing


class Server(Protocol):
    """What a server does. Raises `ServerError`; after `Unreachable` nobody knows what was done."""

    def standing(self) -> Standing: ...

    def hash_at(self, seq: int) -> str | None: ...

    def rows(self, after: int) -> list[Row]:
        """At most `BATCH` rows after one."""
        ...

    def put(self, rows: Sequence[Row], epoch: int, answers: Mapping[str, Answer]) -> None:
        """Append rows and answer what was asked, all or none. Raises `Moved` and `NotInCharge`.

        Args:
            answers: by the number of the request; no record that one speaks of comes after it.
        """
        ...

    def take_charge(
        self, station: str, shown: str, kept: str, *, forced: bool, above: int, why: str
    ) -> int:
        """Take charge; its number, above `above`. Raises `NotInCharge` where another has it.

        Args:
            shown: the secret of a charge that this station had.
            kept: the secret of the one that it takes; asked again with it, it is the same charge.
        """
        ...

    def give_back(self, shown: str) -> bool: ...

    def keep_strays(self, rows: Sequence[Row], epoch: int) -> None: ...

    def ask(self, request: Request) -> None: ...

    def waiting(self) -> list[Request]: ...

    def answers(self, ids: Iterable[str]) -> Mapping[str, Answer]: ...


class Own(Protocol):
    """A station's own journal, and what it keeps of the link; all of it on its disk."""

    @property
    def epoch(self) -> int:
        """Of the charge in which this station records; 0 if it is not in charge."""
        ...

    @property
    def secret(self) -> str:
        """What proves its charge; "" if it never had one."""
        ...

    def next_secret(self) -> str:
        """What will prove the charge that is being taken; the same until it is taken."""
        ...

    def in_charge(self, epoch: int) -> None:
        """Keep that the charge is taken, under the next secret."""
        ...

    def charge_ended(self) -> None:
        """Keep that this station is no longer in charge."""
        ...

    def head(self) -> Head: ...

    def hash_at(self, seq: int) -> str:
        """The hash of a row; "" where there is none of that number."""
        ...

    def rows(self, after: int) -> list[Row]:
        """At most `BATCH` rows after one."""
        ...

    def extend(self, rows: Sequence[Row]) -> None: ...

    def give_way(self, common: int) -> bool:
        """Set this journal aside whole and go on from its first `common` rows, not in charge.

        Whether that could be done at once: while a podium shows it, it is done when that closes.
        """
        ...

    def taken(self, request: str) -> int | None:
        """The record that a request made here; None if it made none."""
        ...

    def decide(self, request: Request) -> Answer | None:
        """Record what is asked, with the request's number in the act, or refuse it.

        None where a person is to decide, or nobody is here to.
        """
        ...

    def outbox(self) -> Sequence[Request]: ...

    def settle(self, request: str, answer: Answer) -> None: ...
