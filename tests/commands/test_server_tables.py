"""`plenary server`: tables are made and granted, and refusals say what to do."""

from __future__ import annotations

import sys

import pytest

from plenary_tui.storage.server.setting_up import VERSION
from tests.commands.conftest import Plenary
from tests.storage.server.conftest import server
from tests.storage.server.private_server import PrivateServer

__all__ = ["server"]


def test_an_owner_makes_the_tables_and_says_what_logins_are_for(
    server: PrivateServer, plenary: Plenary
) -> None:
    server.sql("DROP DATABASE IF EXISTS office")
    server.sql("CREATE DATABASE office")
    where = server.address(database="office")
    refused = plenary("server", "upgrade", where)
    assert refused.status == 1 and "plenary server init" in refused.err
    made = plenary("server", "init", where)
    assert made.status == 0 and f"were made (version {VERSION})" in made.out and "200" in made.out
    assert "are up to date" in plenary("server", "init", where).out
    granted = plenary("server", "grant", where, "podium-a", "podium")
    assert granted.out == "podium-a is the podium now.\n"
    refused = plenary("server", "grant", where, "desk", "reader")
    assert refused.status == 1 and "--conference" in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("grant", "service=x"),
        ("grant", "service=x", "a", "king"),
        ("init", "x", "a", "b"),
        ("grant", "service=x", "desk", "podium", "--station", "podium@a"),
    ],
)
def test_what_is_typed_wrongly_is_said(plenary: Plenary, words: tuple[str, ...]) -> None:
    assert plenary("server", *words).status == 2


def test_an_address_that_is_none_is_said(plenary: Plenary) -> None:
    refused = plenary("server", "init", "office")
    assert refused.status == 1 and "postgresql://" in refused.err


def test_without_the_extra_it_says_what_to_install(
    plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    refused = plenary("server", "init", "service=office")
    assert refused.status == 1 and "plenary-tui[server]" in refused.err
