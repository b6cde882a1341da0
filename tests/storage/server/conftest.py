"""A server for a run of tests, and a database for a file of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .on_server import Chamber
from .private_server import MISSING, PrivateServer, needed, programs

LOGINS = ("podium-a", "podium-b", "desk", "list-desk", "reader", "stranger")


@pytest.fixture(scope="session")
def server() -> Iterator[PrivateServer]:
    """A server; the test is skipped, with a sentence, where none is installed."""
    if programs() is None:
        if needed():
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    made = PrivateServer()
    for login in LOGINS:
        made.sql(f'CREATE ROLE "{login}" LOGIN')
    yield made
    made.stop()


@pytest.fixture(scope="module")
def tables(server: PrivateServer, request: pytest.FixtureRequest) -> str:
    """A database with the tables of a plenary, of this file of tests; its name."""
    from plenary_tui.stations.granting import grant
    from plenary_tui.storage.server.address import read_address
    from plenary_tui.storage.server.setting_up import init

    name = Path(request.path).stem
    server.sql(f'DROP DATABASE IF EXISTS "{name}"')
    server.sql(f'CREATE DATABASE "{name}"')
    owner = read_address(server.address(database=name))
    init(owner)
    for login in ("podium-a", "podium-b"):
        grant(owner, login, "podium", "")
    return name


@pytest.fixture
def chamber(server: PrivateServer, tables: str) -> Chamber:
    """A conference in the charge of podium-a."""
    return Chamber(server, tables)
