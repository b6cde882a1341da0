"""A conference on the server, and what its logins may try there."""

from __future__ import annotations

import shutil
import uuid
from typing import Any, LiteralString, cast

import psycopg
import pytest

from plenary_tui.stations.granting import grant
from plenary_tui.storage.chain import GENESIS, digest
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.setting_up import init

from .private_server import MISSING, OWNER, PrivateServer, needed, programs

DONE = "done"
ROW = (1, 1, "2030-09-03T10:00:00.000000+00:00", 4000.25, "B", "podium@a", "note", "{}")
FIRST = (*ROW, digest(GENESIS, *ROW))
SECOND_ROW = (2, 2, *ROW[2:])
SECOND = (*SECOND_ROW, digest(FIRST[-1], *SECOND_ROW))
COLUMNS = "seq, act, utc, steady, boot, station, kind, payload, hash"
INSERT = (
    f"INSERT INTO plenary.journal (conference, epoch, {COLUMNS}) VALUES ({', '.join(['%s'] * 11)})"
)
STRAY = (
    f"INSERT INTO plenary.stray (conference, epoch, {COLUMNS}) VALUES ({', '.join(['%s'] * 11)})"
)
ASK = (
    "INSERT INTO plenary.request (id, conference, station, act, command, seen, asked) "
    "VALUES (%s, %s, session_user, %s, '{}', 1, '')"
)
ANSWER = (
    "INSERT INTO plenary.answer (request, conference, seq, said, epoch) VALUES (%s, %s, 1, '', %s)"
)
IS_THERE = "SELECT * FROM plenary.look(%s, %s, '1', 1, 0, '', 0, '')"
TAKE = "SELECT plenary.take_charge(%s, session_user, '', 'mine', %s, 0, 'the laptop broke')"
TABLES = (
    *("version", "conference", "journal", "charge", "member", "request", "answer", "stray"),
    *("beat", "presence", "station"),
)


def require_server(*also: str) -> None:
    """Skip the test, with a sentence, where no server is installed, or another program is not.

    It fails where they must be.
    """
    if programs() is None or not all(map(shutil.which, also)):
        (pytest.fail if needed() else pytest.skip)(MISSING)


def make_tables(server: PrivateServer, database: str, *podiums: str) -> None:
    """Make a database anew, with the tables of a plenary; podiums may bring conferences there."""
    server.sql(f'DROP DATABASE IF EXISTS "{database}"')
    server.sql(f'CREATE DATABASE "{database}"')
    owner = read_address(server.address(database=database))
    init(owner)
    for login in podiums:
        grant(owner, login, "podium", "")


class Chamber:
    """A conference on the server, in the charge of podium-a, with two records and a request."""

    def __init__(self, server: PrivateServer, database: str) -> None:
        self.server, self.database, self.name = server, database, uuid.uuid4().hex
        self.owner = read_address(server.address(database=database))
        with self.connect(OWNER) as owner:  # so that no two examples are the same conference
            owner.execute(
                "UPDATE plenary.conference SET root = id::text WHERE root = %s", (FIRST[-1],)
            )
        self.id = int(self.answer("podium-a", "SELECT plenary.share(%s, %s)", self.name, FIRST[-1]))
        for login, function in (
            *(("podium-b", "podium"), ("desk", "desk"), ("list-desk", "list-desk")),
            ("reader", "reader"),
        ):
            grant(self.owner, login, function, self.name)
        take = "SELECT plenary.take_charge(%s, 'podium@a', '', 'secret', false, 0, 'the first')"
        self.epoch = int(self.answer("podium-a", take, self.id))
        assert self.tries("podium-a", INSERT, self.id, self.epoch, *FIRST) == DONE
        self.request = uuid.uuid4()
        assert self.tries("list-desk", ASK, self.request, self.id, "inscribe") == DONE

    def connect(self, login: str) -> psycopg.Connection:
        return psycopg.connect(self.server.address(login, self.database), autocommit=True)

    def answer(self, login: str, statement: str, *values: Any) -> Any:
        """The first value of the first row."""
        with self.connect(login) as connection:
            row = connection.execute(cast(LiteralString, statement), values).fetchone()
        return None if row is None else row[0]

    def tries(self, login: str, statement: str, *values: Any) -> str:
        """Try a statement: done, or SQLSTATE."""
        try:
            with self.connect(login) as connection:
                connection.execute(cast(LiteralString, statement), values)
        except psycopg.Error as error:
            return error.sqlstate or "?"
        return DONE
