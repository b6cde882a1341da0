"""A station's own journal, and what it keeps of its link: on its disk, for `agreeing`."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from plenary_tui import medium
from plenary_tui.clock import SystemClock
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.stations.outbox import Outbox
from plenary_tui.storage import layout
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.errors import NoConference, StorageError, named
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.link_file import Link, change_link, read_link
from plenary_tui.storage.locks import WriterLock
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.recovery import put_rows_in_place
from plenary_tui.storage.server.requested import Answer, Request
from plenary_tui.storage.server.told_by_server import BATCH
from plenary_tui.storage.writer import Writer


class NotLinked(StorageError):
    """The conference is of one machine only."""


def link_of(database: Path) -> Link:
    """The link of a database. Raises `NoConference`, `NotLinked`, and other `StorageError`."""
    link = read_link(database)
    if link is None and not medium.is_there(database):
        raise NoConference(
            f"There is no conference at {named(database)}.",
            "`plenary join SERVER` fetches one, `plenary new` makes one.",
        )
    if link is None:
        raise NotLinked(
            "This conference is on this machine only.",
            "`plenary share SERVER` brings it to a server, `plenary join SERVER` fetches one.",
        )
    return link


class OwnCopy:
    """The journal in a database that is linked. Of one thread.

    Attributes:
        link: as it was last written.
    """

    def __init__(
        self,
        database: Path,
        *,
        shown: bool = False,
        decide: Callable[[Request], Answer | None] = lambda _: None,
        answered: Callable[[Request, Answer], None] = lambda *_: None,
    ) -> None:
        """Open it. Raises `StorageError`.

        Args:
            shown: whether a podium shows it, so that it cannot give way before that closes.
            decide: records or refuses what is asked; None where nobody is here to.
            answered: called with what was asked here once it is answered.
        """
        self._outbox, self._answered = Outbox(database), answered
        self._database, self._shown, self.decide = database, shown, decide
        self.link = link_of(database)
        self._written: tuple[int, int] | None = None
        self._reader = Reader(database)
        self._writer: Writer | None = None
        self._lock = WriterLock(database)

    def refresh(self) -> bool:
        """Read the link again if another program has written it; whether there still is one."""
        written = layout.written(layout.beside(self._database, layout.LINK))
        if written is None:
            return False
        if written != self._written:
            self.link, self._written = link_of(self._database), written
        return True

    @property
    def epoch(self) -> int:
        """Of the charge in which this machine records; 0 if it is not in charge."""
        return self.link.epoch

    @property
    def secret(self) -> str:
        """What proves its charge."""
        return self.link.secret

    def next_secret(self) -> str:
        """What will prove the charge that is being taken; kept before it is asked for."""
        if not self.link.pending:
            self._keep(replace(self.link, pending=secrets.token_urlsafe(24)))
        return self.link.pending

    def in_charge(self, epoch: int) -> None:
        """Keep that the charge is taken."""
        self._keep(replace(self.link, epoch=epoch, secret=self.next_secret(), pending=""))

    def charge_ended(self) -> None:
        """Keep that this machine is no longer in charge."""
        if self.link.epoch:
            self._keep(replace(self.link, epoch=0))

    def may_ask(self, acts: tuple[str, ...] | None) -> None:
        """Keep what this login may ask for, for when the server is not reached."""
        if acts != self.link.may_ask:
            self._keep(replace(self.link, may_ask=acts))

    def head(self) -> Head:
        """The last row."""
        return self._reader.last()

    def hash_at(self, seq: int) -> str:
        """The hash of a row; "" where there is none of that number."""
        if seq == 0:
            return GENESIS
        found = self._reader.last(seq)
        return found.hash if found.seq == seq else ""

    def rows(self, after: int) -> list[Row]:
        """At most so many rows as are sent at once."""
        return self._reader.some_rows(after, BATCH)

    def extend(self, rows: Sequence[Row]) -> None:
        """Append rows that came, durable on return. Raises `StorageError`."""
        if self._writer is None:
            self._writer = Writer(self._database)
        with self._lock:
            head = self._writer.take(rows)
            with suppress(OSError):
                write_head(self._database, head)
        self._writer.move_if_much()

    def give_way(self, common: int) -> bool:
        """Set this journal aside whole, or keep that it has to give way once it is closed."""
        if self._shown:
            self._keep(replace(self.link, epoch=0, common=common))
            return False
        self.close()
        give_way(self._database, self.link, common)
        self.link = link_of(self._database)
        self._reader = Reader(self._database)
        return True

    def taken(self, request: str) -> int | None:
        """The record that a request made here; None if it made none."""
        return self._reader.find("asked", f'"{request}"')

    def outbox(self) -> Sequence[Request]:
        """What was asked here and has no answer yet."""
        return self._outbox.waiting()

    def settle(self, request: str, answer: Answer) -> None:
        """Tell what was answered, which is asked no longer. Raises `StorageError`."""
        asked = next((one for one in self._outbox.waiting() if one.id == request), None)
        self._outbox.settle(request)
        if asked is not None:
            self._answered(asked, answer)

    def close(self) -> None:
        """End the use of the database. May be called again."""
        self._reader.close()
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()

    def _keep(self, link: Link) -> None:
        self._written = None
        change_link(self._database, self.link, link)
        self.link = link
        self._written = layout.written(layout.beside(self._database, layout.LINK))


def give_way(database: Path, link: Link, common: int | None = None) -> Path | None:
    """Set a journal aside whole that has to give way, and go on from what it shares with others.

    Where it is kept; None if it need not give way. Raises `StorageError`. The rename is the end of
    it: whatever is cut off before is done again, and after it nothing is left to be done.

    Args:
        link: as it is kept.
        common: how many of its first rows they share; by default what the link says.
    """
    common = link.common if common is None else common
    if common is None:
        return None
    kept = None
    with closing(Reader(database)) as reader:
        longer = reader.last().seq > common
    if longer:
        kept = put_rows_in_place(database, common, SystemClock().now().utc)
    change_link(database, link, replace(link, epoch=0, common=None))
    return kept
