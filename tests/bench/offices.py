"""A server to measure with: durable, on a port, with the tables of a plenary and its logins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from plenary_tui.stations.granting import grant
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.setting_up import init
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
        server.sql(f"CREATE DATABASE {TABLES}")
        owner = read_address(server.address(database=TABLES))
        init(owner)
        grant(owner, "podium-a", "podium", "")
        yield server
    finally:
        server.stop()
