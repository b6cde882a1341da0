"""A server to measure with: durable, on a port, with the tables of a plenary and its logins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.storage.server.on_server import make_tables
from tests.storage.server.private_server import PrivateServer, free_port

TABLES = "office"
LOGINS = ("podium-a", "list-desk", "reader")


@contextmanager
def office() -> Iterator[PrivateServer]:
    """A server, whose podium may bring conferences."""
    server = PrivateServer(durable=True, port=free_port())
    try:
        for login in LOGINS:
            server.sql(f'CREATE ROLE "{login}" LOGIN')
        make_tables(server, TABLES, "podium-a")
        yield server
    finally:
        server.stop()
