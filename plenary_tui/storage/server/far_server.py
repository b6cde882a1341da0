"""The server as one station speaks with it: one connection, one call after the other."""

from __future__ import annotations

import os
import select
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from typing import Any, LiteralString

import psycopg

from plenary_tui import __version__
from plenary_tui.clock import awake
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.head import Head
from plenary_tui.storage.server.address import Address
from plenary_tui.storage.server.connecting import connect, how_guarded
from plenary_tui.storage.server.errors_of_server import (
    ServerError,
    Unreachable,
    broken_off,
    from_server,
)
from plenary_tui.storage.server.requested import Answer, Request
from plenary_tui.storage.server.setting_up import VERSION
from plenary_tui.storage.server.told_by_server import (
    BATCH,
    Beat,
    Charge,
    Found,
    Look,
    Present,
    Standing,
)

COLUMNS: LiteralString = "seq, act, utc, steady, boot, station, kind, payload, hash"
_ROW: LiteralString = "(%s, %s, %s, %s, %s, %s::float8, %s, %s, %s, %s, %s)"
ANSWER = (
    b"INSERT INTO plenary.answer (request, conference, seq, said, epoch) "
    b"VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
)


class FarServer:
    """One connection to one conference, made when it is first needed.

    Every call raises `ServerError`: `Unreachable` where the way to the server is broken, and the
    connection is given up then. `cut` may be called in another thread; nothing else may.

    Attributes:
        conference: its number; 0 if none is meant.
        news: whether a notice of another has come that nobody has looked at.
        listens: whether notices come at all; else all is known a second later.
        may_ask: the acts that this login may ask for, once connected; None for all.
        asked_at: since when a call waits for its answer, as of `awake`; None if none does.
    """

    def __init__(self, address: Address, conference: int = 0) -> None:
        """Name the server, and a conference by its number there."""
        self._address = address
        self.conference = conference
        self._connection: psycopg.Connection | None = None
        self.news = False
        self.listens = False
        self.asked_at: float | None = None
        self.may_ask: tuple[str, ...] | None = None

    @property
    def connected(self) -> bool:
        """Whether there is a connection, as far as this side knows."""
        return self._connection is not None

    def connect(self) -> None:
        """Connect, check that the tables are for this program, and listen."""
        self.close()
        with self._asking():
            connection = connect(self._address, autocommit=True)
        self._connection = connection
        connection.add_notify_handler(lambda notice: self._noted(notice.pid))
        try:
            self._take_up()
        except ServerError:
            self.close()
            raise

    def _take_up(self) -> None:
        """See whether the tables are for this program, what the login may do, and listen."""
        (readable_from,) = self._one("SELECT max(readable_from) FROM plenary.version")
        if readable_from is None or readable_from > VERSION:
            raise ServerError(
                "The server's tables are for a newer version of this program.",
                "Update this one; until then it works alone.",
            )
        self.listens = False
        if self.conference:
            function, acts = self._one(
                "SELECT function, acts FROM plenary.member "
                "WHERE conference = %s AND login = session_user",
                self.conference,
            )
            self.may_ask = () if function == "reader" else None if acts is None else tuple(acts)
            self._do(f"LISTEN plenary_{int(self.conference)}".encode())
            self._do(f"NOTIFY plenary_{int(self.conference)}".encode())

    def conferences(self) -> list[Found]:
        """Those that this login sees."""
        found = self._all(
            "SELECT id, name, root, head_seq, head_hash, holder FROM plenary.conference ORDER BY 2"
        )
        return [Found(a, b, c, Head(d, e), f) for a, b, c, d, e, f in found]

    def share(self, name: str, root: str) -> int:
        """Bring a conference there; its number."""
        return int(self._one("SELECT plenary.share(%s, %s)", name, root)[0])

    # what `agreeing` calls

    def standing(self) -> Standing:
        """How the server stands."""
        row = self._one(
            "SELECT head_seq, head_hash, epoch, holder FROM plenary.conference WHERE id = %s",
            self.conference,
        )
        return Standing(Head(row[0], row[1]), row[2], row[3])

    def hash_at(self, seq: int) -> str | None:
        """The hash of a row; None where there is none of that number."""
        if seq == 0:
            return GENESIS
        found = self._all(
            "SELECT hash FROM plenary.journal WHERE conference = %s AND seq = %s",
            self.conference,
            seq,
        )
        return found[0][0] if found else None

    def rows(self, after: int) -> list[Row]:
        """At most so many rows after one as are sent at once."""
        return self._all(
            b"SELECT " + COLUMNS.encode() + b" FROM plenary.journal WHERE conference = %s "
            b"AND seq > %s ORDER BY seq LIMIT %s",
            self.conference,
            after,
            BATCH,
        )

    def put(self, rows: Sequence[Row], epoch: int, answers: Mapping[str, Answer]) -> None:
        """Append rows and answer what was asked, all or none; the first answer of each stands."""
        statements = [self._insertion("journal", rows, epoch)] if rows else []
        statements += [
            (ANSWER, (one, self.conference, answer.seq, answer.said, epoch))
            for one, answer in answers.items()
        ]
        values = chain.from_iterable(values for _, values in statements)
        self._do(b"; ".join(query for query, _ in statements), *values)

    def keep_strays(self, rows: Sequence[Row], epoch: int) -> None:
        """Keep records that are not in the journal; repeating it does no harm."""
        query, values = self._insertion("stray", rows, epoch)
        self._do(query + b" ON CONFLICT DO NOTHING", *values)

    def take_charge(
        self, station: str, shown: str, kept: str, *, forced: bool, above: int, why: str
    ) -> int:
        """Take charge; its number."""
        (epoch,) = self._one(
            "SELECT plenary.take_charge(%s, %s, %s, %s, %s, %s, %s)",
            *(self.conference, station, shown, kept, forced, above, why),
        )
        return int(epoch)

    def give_back(self, shown: str) -> bool:
        """Give the charge back; whether it was had."""
        return bool(self._one("SELECT plenary.give_back(%s, %s)", self.conference, shown)[0])

    def ask(self, request: Request) -> None:
        """Ask; asked again, it is asked once."""
        self._do(
            "INSERT INTO plenary.request (id, conference, station, act, command, seen, asked) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            *(request.id, self.conference, request.station, request.act, request.command),
            *(request.seen, request.asked),
        )

    def waiting(self) -> list[Request]:
        """What has no answer yet, in its order."""
        found = self._all(
            "SELECT id::text, station, act, command, seen, asked, "
            "extract(epoch FROM clock_timestamp() - received)::float8 FROM plenary.request "
            "WHERE conference = %s AND NOT EXISTS "
            "(SELECT 1 FROM plenary.answer WHERE request = id) ORDER BY number",
            self.conference,
        )
        return [Request(*row) for row in found]

    def answers(self, ids: Iterable[str]) -> Mapping[str, Answer]:
        """The answers that there are."""
        found = self._all(
            "SELECT request::text, seq, said FROM plenary.answer WHERE request = ANY (%s::uuid[])",
            list(ids),
        )
        return {one: Answer(seq, said) for one, seq, said in found}

    # what only a link asks

    def look(self, station: str, head: int, epoch: int, now: Instant | None) -> Look:
        """The one question of every second; with the instant, a sign of life: told of strays."""
        beat = (now.utc.isoformat(), now.steady, now.boot) if now is not None else ("", 0.0, "")
        row = self._one(
            "SELECT *, (SELECT count(*) FROM plenary.stray WHERE %s AND conference = %s) FROM "
            "plenary.look(%s, %s, %s, %s, %s, %s, %s, %s)",
            *(now is not None, self.conference, self.conference),
            *(station, __version__, head, epoch, *beat),
        )
        found = None
        if row[5] is not None and row[5] == row[2]:
            at = Instant(datetime.fromisoformat(row[6]), row[7], row[8])
            found = Beat(at, row[9])
        return Look(Standing(Head(row[0], row[1]), row[2], row[3]), row[4], found, row[10])

    def strays(self, known: int) -> list[tuple[str, Row]]:
        """Of the records in no order so many as are sent at once, but for the first; and whose."""
        found = self._all(
            b"SELECT (SELECT c.station FROM plenary.charge c WHERE c.conference = s.conference "
            b"AND c.epoch = s.epoch), " + COLUMNS.encode() + b" FROM plenary.stray s "
            b"WHERE conference = %s ORDER BY s.epoch, seq, hash LIMIT %s OFFSET %s",
            *(self.conference, BATCH, known),
        )
        return [(podium or "", tuple(row)) for podium, *row in found]

    def charge(self) -> Charge | None:
        """How the charge that is held now, or was last, came to its station; not how it went on."""
        found = self._all(
            "WITH own AS (SELECT * FROM plenary.charge WHERE conference = %s), "
            "last AS (SELECT station, login FROM own ORDER BY epoch DESC LIMIT 1) "
            "SELECT since AT TIME ZONE 'UTC', at_seq, reason FROM own WHERE epoch > coalesce( "
            "(SELECT max(epoch) FROM own "
            "WHERE (station, login) <> (SELECT station, login FROM last)), 0) "
            "ORDER BY epoch LIMIT 1",
            self.conference,
        )
        return Charge(*found[0]) if found else None

    def present(self) -> list[Present]:
        """The stations that have asked, by name."""
        found = self._all(
            "SELECT station, login, program, extract(epoch FROM clock_timestamp() - seen)::float8 "
            "FROM plenary.presence WHERE conference = %s ORDER BY station",
            self.conference,
        )
        return [Present(*row) for row in found]

    def hears_notices(self) -> bool:
        """Whether notices come: one to itself was sent at the beginning."""
        self._one("SELECT 1")
        return self.listens

    def encryption(self) -> str:
        """How the way to the server is guarded; "" where there is nothing to guard."""
        assert self._connection is not None
        return how_guarded(self._connection, self._address)

    def wait(self, seconds: float, wake: socket.socket) -> bool:
        """Wait for news, or to be woken; whether there is any. Raises `Unreachable`."""
        assert self._connection is not None
        try:
            far, near = self._connection.fileno(), wake.fileno()
            woken, _, _ = select.select([far, near], [], [], 0.0 if self.news else seconds)
            if far in woken:
                self._connection.pgconn.consume_input()
                while (notice := self._connection.pgconn.notifies()) is not None:
                    self._noted(notice.be_pid)
        except (psycopg.Error, OSError, ValueError) as error:
            self.close()
            raise broken_off() from error
        if near in woken:
            with suppress(OSError):
                wake.recv(4096)
        news, self.news = self.news or near in woken, False
        return news

    def cut(self) -> None:
        """Break the connection at once, so that a call that hangs returns; from another thread."""
        connection = self._connection
        if connection is None:
            return
        with (
            suppress(OSError, psycopg.Error, ValueError),
            socket.socket(fileno=os.dup(connection.fileno())) as copy,
        ):
            copy.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the connection up. May be called again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self.asked_at = awake()
        try:
            yield
        finally:
            self.asked_at = None

    def _noted(self, sender: int) -> None:
        self.listens = True  # this connection's own notices tell only that they come
        self.news |= self._connection is None or sender != self._connection.info.backend_pid

    def _insertion(self, table: str, rows: Sequence[Row], epoch: int) -> tuple[bytes, Any]:
        places = ", ".join([_ROW] * len(rows))
        query = f"INSERT INTO plenary.{table} (conference, epoch, {COLUMNS}) VALUES {places}"
        return query.encode(), [one for row in rows for one in (self.conference, epoch, *row)]

    def _do(self, query: LiteralString | bytes, *values: Any) -> psycopg.Cursor[Any]:
        if self._connection is None:
            self.connect()
        assert self._connection is not None
        try:
            with self._asking():
                return self._connection.execute(query, values)
        except psycopg.Error as error:
            found = from_server(error)
            if isinstance(found, Unreachable) or self._connection.closed:
                self.close()
                raise broken_off() from error
            raise found from None
        except (OSError, ValueError) as error:
            self.close()
            raise broken_off() from error

    def _all(self, query: LiteralString | bytes, *values: Any) -> list[Any]:
        return self._do(query, *values).fetchall()

    def _one(self, query: LiteralString | bytes, *values: Any) -> Any:
        found = self._all(query, *values)
        if not found:
            raise ServerError(
                "The conference is not on the server any more, or not for this login.",
                "Whoever looks after the server tells.",
            )
        return found[0]
