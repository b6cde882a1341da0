"""The server's tables and rights, made, granted and brought up to date by their owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.server.address import Address
from plenary_tui.storage.server.connecting import connect
from plenary_tui.storage.server.errors_of_server import ServerError, State, from_server

VERSION = 2
"""Of the tables that this program makes, and the newest that it knows."""
READABLE_FROM = 1
"""The oldest program, by the tables it knows, that still works with these."""
STEPS: Mapping[int, str] = {1: "tables.sql", 2: "station_names.sql"}
"""By version: what makes its tables out of those of the version before."""
EVERY_TIME = ("guard.sql", "rights.sql")
GROUPS = ("reader", "desk", "podium")
"""Of the rights on the tables (`rights.sql`); each has those of the one before."""


class SetUp(Value):
    """How a server is set up.

    Attributes:
        version: of its tables; 0 if it has none.
        made: whether they were made or brought up to date just now.
        connections: how many it takes.
    """

    version: int
    made: bool
    connections: int


def init(address: Address) -> SetUp:
    """Make the tables, or leave those that are there; how it is then. Raises `ServerError`."""
    with connect(address) as connection:
        return _bring_up_to_date(connection, new=True)


def upgrade(address: Address) -> SetUp:
    """Bring the tables up to date, in one transaction. Raises `ServerError`."""
    with connect(address) as connection:
        return _bring_up_to_date(connection, new=False)


def _bring_up_to_date(connection: psycopg.Connection, *, new: bool) -> SetUp:
    try:
        (encoding,) = _one(connection, "SHOW server_encoding")
        if encoding != "UTF8":
            raise ServerError(
                f"The database keeps its text as {encoding}, not UTF8.",
                "Make one with: CREATE DATABASE plenary ENCODING 'UTF8' TEMPLATE template0",
            )
        connections = int(_one(connection, "SHOW max_connections")[0])
        before = version_of(connection)
        if before > VERSION:
            raise ServerError(
                "A newer version of this program made the server's tables.", "Update this program."
            )
        if not before and not new:
            raise ServerError(
                "There are no tables of a plenary on this server.",
                "Make them: `plenary server init`.",
            )
        if before:
            connection.execute("LOCK TABLE plenary.version IN ACCESS EXCLUSIVE MODE")
        for version in range(before + 1, VERSION + 1):
            _run(connection, STEPS[version])
            connection.execute(
                "INSERT INTO plenary.version (version, readable_from) VALUES (%s, %s)",
                (version, READABLE_FROM),
            )
        for name in EVERY_TIME:
            _run(connection, name)
        connection.commit()
        return SetUp(VERSION, before < VERSION, connections)
    except psycopg.Error as error:
        raise _of_owner(error) from None


def version_of(connection: psycopg.Connection) -> int:
    """The version of the tables; 0 if there are none."""
    (found,) = _one(connection, "SELECT to_regclass('plenary.version') IS NOT NULL")
    if not found:
        return 0
    (version,) = _one(connection, "SELECT coalesce(max(version), 0) FROM plenary.version")
    return int(version)


def grant(
    address: Address,
    login: str,
    group: str,
    acts: Sequence[str] | None,
    conference: str,
    station: str = "",
) -> None:
    """Give a login its place in a conference, or the right to bring conferences to the server.

    What is granted last holds, in that conference: what the login is for in others stays. Raises
    `ServerError`.

    Args:
        group: one of `GROUPS`.
        acts: what it may ask for, by name; None for all.
        conference: its name on the server; "" for a podium that brings one.
        station: a name that is this login's there from now on; "" leaves all as they are.
    """
    with connect(address) as connection:
        try:
            _require_login(connection, login)
            needed = group
            if conference:
                _make_member(connection, login, group, acts, conference)
                needed = max(_groups_of(connection, login), key=GROUPS.index)
                if station:
                    _name_station(connection, login, conference, station)
            for one in GROUPS:
                role = sql.Identifier(f"plenary_{one}")
                words: LiteralString = "GRANT {} TO {}" if one == needed else "REVOKE {} FROM {}"
                connection.execute(sql.SQL(words).format(role, sql.Identifier(login)))
            connection.commit()
        except psycopg.Error as error:
            raise _of_owner(error) from None


def _require_login(connection: psycopg.Connection, login: str) -> None:
    found = connection.execute(
        "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (login,)
    ).fetchone()
    if found is None or not found[0]:
        raise ServerError(
            f"There is no login “{login}” on the server.",
            f'Its owner makes it: CREATE ROLE "{login}" LOGIN, and gives it a password.',
        )


def _make_member(
    connection: psycopg.Connection,
    login: str,
    group: str,
    acts: Sequence[str] | None,
    conference: str,
) -> None:
    found = connection.execute(
        "SELECT id FROM plenary.conference WHERE name = %s", (conference,)
    ).fetchone()
    if found is None:
        names = [name for (name,) in connection.execute("SELECT name FROM plenary.conference")]
        known = f"There is: {', '.join(sorted(names))}."
        raise ServerError(
            f"There is no conference “{conference}” on the server.",
            known if names else "There is none yet; a podium brings one with `plenary share`.",
        )
    connection.execute(
        "INSERT INTO plenary.member VALUES (%s, %s, %s, %s) ON CONFLICT (conference, login) "
        "DO UPDATE SET function = EXCLUDED.function, acts = EXCLUDED.acts",
        (found[0], login, group, None if acts is None else list(acts)),
    )


def _name_station(
    connection: psycopg.Connection, login: str, conference: str, station: str
) -> None:
    if version_of(connection) < VERSION:
        raise ServerError(
            "The server's tables are older, and know no names of stations.",
            "Bring them up to date: `plenary server upgrade`.",
        )
    connection.execute(
        "INSERT INTO plenary.station SELECT id, %s, %s FROM plenary.conference WHERE name = %s "
        "ON CONFLICT (conference, station) DO UPDATE SET login = EXCLUDED.login",
        (station, login, conference),
    )


def _groups_of(connection: psycopg.Connection, login: str) -> list[str]:
    """What a login is for, in all conferences: its rights on the tables are those of the most."""
    found = connection.execute("SELECT function FROM plenary.member WHERE login = %s", (login,))
    return [function for (function,) in found]


def _run(connection: psycopg.Connection, name: str) -> None:
    text = files("plenary_tui.storage.server").joinpath(name).read_text(encoding="utf-8")
    connection.execute(text.encode())


def _one(connection: psycopg.Connection, query: LiteralString) -> tuple[Any, ...]:
    row = connection.execute(query).fetchone()
    assert row is not None
    return row


def _of_owner(error: psycopg.Error) -> ServerError:
    if error.sqlstate == State.NO_RIGHT:
        return ServerError(
            "This login may not make tables and roles there.",
            "Use the owner of the database, who needs the right CREATEROLE.",
        )
    return from_server(error)
