"""A server for a run of tests, and a database for a file of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .on_server import Chamber, make_tables, require_server
from .private_server import PrivateServer

LOGINS = ("podium-a", "podium-b", "desk", "list-desk", "reader", "stranger")


@pytest.fixture(scope="session")
def server() -> Iterator[PrivateServer]:
    """A server; the test is skipped, with a sentence, where none is installed."""
    require_server()
    made = PrivateServer()
    for login in LOGINS:
        made.sql(f'CREATE ROLE "{login}" LOGIN')
    yield made
    made.stop()


@pytest.fixture(scope="module")
def tables(server: PrivateServer, request: pytest.FixtureRequest) -> str:
    """A database with the tables of a plenary, of this file of tests; its name."""
    name = Path(request.path).stem
    make_tables(server, name, "podium-a", "podium-b")
    return name


@pytest.fixture
def chamber(server: PrivateServer, tables: str) -> Chamber:
    """A conference in the charge of podium-a."""
    return Chamber(server, tables)
