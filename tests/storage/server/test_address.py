"""Where a server is: what is typed, what is kept, and that no password is."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import pytest

from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.errors_of_server import (
    NotLetIn,
    ServerError,
    Unreachable,
    from_server,
)
from tests.systems import MODES, SERVICE_FILES


def test_a_password_is_used_for_the_call_and_never_kept_or_shown() -> None:
    one = read_address("postgresql://podium:correct%20horse@db.example.org/plenary#COP12")
    assert one.conference == "COP12"
    assert one.parameters()["password"] == "correct horse"
    assert "horse" not in one.text and "horse" not in repr(one)
    assert read_address(one.text).secrets == ()


@pytest.mark.parametrize("where", ["host=/tmp", "host=localhost", "dbname=x", "service=hq"])
def test_what_is_on_this_machine_or_in_the_service_file_is_left_as_it_is(where: str) -> None:
    assert read_address(where).encrypted == ""


def test_a_server_elsewhere_must_prove_who_it_is_unless_the_address_says_otherwise() -> None:
    assert read_address("host=db.example.org").encrypted == "verify-full"
    assert read_address("host=db.example.org sslmode=require").encrypted == "require"


@pytest.mark.parametrize("where", ["office", "", "host=a nonsense", "mysql=1"])
def test_what_is_no_server_is_said(where: str) -> None:
    with pytest.raises(ServerError):
        read_address(where)


@pytest.mark.parametrize(
    "where",
    [
        "postgresql//a:hidden@db",
        "a:hidden@db",
        "postgresql://a:hidden@[::1/y",
        "postgresql://a:b@db/y?foo=hidden",
        "host=db password=hidden nonsense",
        "host=db passwort=hidden",
    ],
)
def test_nor_is_a_password_shown_in_what_is_no_server(where: str) -> None:
    with pytest.raises(ServerError) as refused:
        read_address(where)
    assert "hidden" not in str(refused.value)


@MODES
def test_passwords_that_others_can_read_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "pgpass"
    place.write_text("*:*:*:*:secret\n")
    place.chmod(0o644)
    monkeypatch.setenv("PGPASSFILE", str(place))
    with pytest.raises(NotLetIn, match="chmod 600"):
        read_address("service=hq").parameters()
    place.chmod(0o600)
    assert read_address("service=hq").parameters()["service"] == "hq"


@SERVICE_FILES
@pytest.mark.parametrize(
    ("lines", "guarded"),
    [
        ("host=db.example.org", "verify-full"),
        ("host=db.example.org\nsslmode=require", ""),
        ("host=127.0.0.1", ""),
        ("host=/run/postgresql", ""),
    ],
)
def test_a_service_elsewhere_must_prove_who_it_is_unless_its_file_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, guarded: str
) -> None:
    place = tmp_path / "services"
    place.write_text(f"[hq]\n{lines}\n")
    monkeypatch.setenv("PGSERVICEFILE", str(place))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    monkeypatch.delenv("PGSERVICE", raising=False)
    one = read_address("service=hq")
    assert one.parameters().get("sslmode", "") == guarded
    assert "sslmode" not in one.text and "PGSERVICE" not in os.environ, "nothing of it is kept"


@pytest.mark.parametrize("text", ["host=db.example.org sslrootcert=system", "service=hq"])
def test_what_the_system_trusts_is_trusted_and_not_what_psycopg_brings_along(
    monkeypatch: pytest.MonkeyPatch, text: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    known = ssl.get_default_verify_paths()
    here = known._replace(cafile=None, capath=str(tmp_path))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: here)
    for name in (known.openssl_cafile_env, known.openssl_capath_env):
        monkeypatch.setenv(name, "x")  # so that it is put back
        monkeypatch.delenv(name)
    read_address("host=db.example.org").parameters()
    assert known.openssl_capath_env not in os.environ, "nothing is asked of the system"
    read_address(text).parameters()
    assert os.environ[known.openssl_capath_env] == str(tmp_path)
    assert known.openssl_cafile_env not in os.environ, "there is none"
    monkeypatch.setenv(known.openssl_capath_env, "the office's own")
    read_address(text).parameters()
    assert os.environ[known.openssl_capath_env] == "the office's own"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("failed: Connection refused", "is not reached (failed: Connection refused)"),
        ('failed: FATAL:  database "no" does not exist', "lets nobody in by that address (data"),
        ('root certificate file "x" does not exist', "who it is (root certificate file"),
        ("failed: SSL error: certificate verify failed", "~/.postgresql/root.crt, or add"),
        ('"a" does not match host name "b"', "Name the server in its address as its certificate"),
        ('failed: FATAL:  password authentication failed for user "a"', "~/.pgpass"),
    ],
)
def test_why_there_is_no_connection_is_said_with_what_to_do(told: str, said: str) -> None:
    import psycopg

    error = from_server(psycopg.OperationalError(told))
    assert isinstance(error, Unreachable) and said in str(error)
    assert any(one in str(error) for one in ("by itself", "password file", "certificate"))
