"""A conference on a real server: each station with a login of its own, and all of it as seen there.

The owner of the tables reads what `MemoryServer` has in memory, and restores a backup.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

import psycopg

from plenary_tui.stations.granting import grant
from plenary_tui.storage.chain import Row
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.errors_of_server import Moved, NotInCharge, ServerError
from plenary_tui.storage.server.far_server import COLUMNS, FarServer
from plenary_tui.storage.server.requested import Answer
from tests.storage.server.private_server import OWNER, PrivateServer

LOGINS = {"A": "podium-a", "B": "podium-b", "D": "desk"}
"""Of each station."""


class Sound:
    """A way to the server by which stations are refused only what they have to count on."""

    def __init__(self, server: FarServer) -> None:
        self._server = server

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._server, name)

        def call(*words: Any, **named: Any) -> Any:
            try:
                return real(*words, **named)
            except (Moved, NotInCharge):
                raise
            except ServerError as error:
                raise AssertionError(f"{name} was refused: {error}") from error

        return call


class Office:
    """A real server, and the ways to it, which serve one conference after another.

    Attributes:
        ways: of each station, by its name.
    """

    def __init__(self, server: PrivateServer, tables: str) -> None:
        """Come in as the owner; the stations do when they first ask."""
        self.owner = psycopg.connect(server.address(OWNER, tables), autocommit=True)
        self.ways = {
            one: FarServer(read_address(server.address(login, tables)))
            for one, login in LOGINS.items()
        }
        self._address = read_address(server.address(OWNER, tables))

    def bring(self, root: str) -> int:
        """Bring a conference as podium-a, and let podium-b and the desk in; its number."""
        name = uuid.uuid4().hex
        found = self.ways["A"].share(name, root)
        grant(self._address, LOGINS["B"], "podium", name)
        grant(self._address, LOGINS["D"], "desk", name)
        for way in self.ways.values():
            way.conference = found
        return found

    def close(self) -> None:
        """End every connection."""
        for way in self.ways.values():
            way.close()
        self.owner.close()


class OwnersView:
    """One conference on the server."""

    def __init__(self, office: Office, root: str) -> None:
        """Bring it there."""
        self._owner, self.ways = office.owner, office.ways
        self.id = office.bring(root)
        self._backups: list[tuple[Any, ...]] = []

    def _all(self, query: LiteralString) -> list[Any]:
        return self._owner.execute(query, {"id": self.id}).fetchall()

    # what is known of a server in memory

    @property
    def rows_kept(self) -> list[Row]:
        """All rows."""
        return self._all(
            "SELECT " + COLUMNS + " FROM plenary.journal WHERE conference = %(id)s ORDER BY seq"
        )

    @property
    def epoch(self) -> int:
        """The number of the charge."""
        ((found,),) = self._all("SELECT epoch FROM plenary.conference WHERE id = %(id)s")
        return int(found)

    @property
    def taken_of_older_charge(self) -> bool:
        """Whether a record was taken after a charge that is newer than its own."""
        ((found,),) = self._all(
            "SELECT EXISTS (SELECT 1 FROM plenary.journal j JOIN plenary.charge c USING "
            "(conference) WHERE conference = %(id)s AND c.epoch > j.epoch AND c.at_seq < j.seq)"
        )
        return bool(found)

    @property
    def requests(self) -> list[Any]:
        """What was asked; its number is `id`."""
        return (
            self._owner.cursor(row_factory=psycopg.rows.namedtuple_row)
            .execute("SELECT id::text FROM plenary.request WHERE conference = %s", (self.id,))
            .fetchall()
        )

    @property
    def answered(self) -> Mapping[str, Answer]:
        """What became of it."""
        found = self._all(
            "SELECT request::text, seq, said FROM plenary.answer WHERE conference = %(id)s"
        )
        return {one: Answer(seq, said) for one, seq, said in found}

    @property
    def strays(self) -> Mapping[tuple[int, int, str], Row]:
        """What podiums recorded that were no longer in charge."""
        found = self._all(
            "SELECT epoch, " + COLUMNS + " FROM plenary.stray WHERE conference = %(id)s"
        )
        return {(epoch, row[0], row[-1]): tuple(row) for epoch, *row in found}

    # a backup

    def back_up(self) -> None:
        """Keep how all stands now."""
        (found,) = self._all(
            "SELECT head_seq, head_hash, epoch, holder, holder_login, token, "
            "ARRAY(SELECT id FROM plenary.request WHERE conference = k.id), "
            "ARRAY(SELECT request FROM plenary.answer WHERE conference = k.id), "
            "ARRAY(SELECT hash FROM plenary.stray WHERE conference = k.id) "
            "FROM plenary.conference k WHERE id = %(id)s"
        )
        self._backups.append(found)

    def set_back(self, share: float) -> None:
        """Restore the backup that was made when so much had happened; the later ones are gone."""
        at = min(int(len(self._backups) * share), len(self._backups) - 1)
        del self._backups[at + 1 :]
        seq, hashed, epoch, holder, login, token, requests, answers, strays = self._backups[at]
        restores: tuple[tuple[LiteralString, tuple[Any, ...]], ...] = (
            ("DELETE FROM plenary.journal WHERE conference = %s AND seq > %s", (self.id, seq)),
            ("DELETE FROM plenary.charge WHERE conference = %s AND epoch > %s", (self.id, epoch)),
            (
                "DELETE FROM plenary.answer WHERE conference = %s AND request <> ALL (%s)",
                (self.id, answers),
            ),
            (
                "DELETE FROM plenary.request WHERE conference = %s AND id <> ALL (%s)",
                (self.id, requests),
            ),
            (
                "DELETE FROM plenary.stray WHERE conference = %s AND hash <> ALL (%s)",
                (self.id, strays),
            ),
            (
                "UPDATE plenary.conference SET head_seq = %s, head_hash = %s, epoch = %s, "
                "holder = %s, holder_login = %s, token = %s WHERE id = %s",
                (seq, hashed, epoch, holder, login, token, self.id),
            ),
        )
        with self._owner.transaction():
            self._owner.execute("SET LOCAL session_replication_role = replica")  # no trigger
            for query, values in restores:
                self._owner.execute(query, values)
