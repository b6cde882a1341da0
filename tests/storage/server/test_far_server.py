"""The way to the server: it proves who it is, passwords stay in a file, versions are told apart."""

from __future__ import annotations

import socket
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.chain import Row, digest
from plenary_tui.storage.server.address import read_address
from plenary_tui.storage.server.errors_of_server import (
    Moved,
    NotLetIn,
    ServerError,
    Unreachable,
)
from plenary_tui.storage.server.far_server import FarServer
from plenary_tui.storage.server.requested import Answer, Request

from .on_server import FIRST, SECOND, Chamber, make_tables, require_server
from .private_server import PrivateServer, free_port
from .waiting import PATIENCE

SECRET = "correct-horse-battery"


def certified(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate that proves a host's name by itself, and its key."""
    certificate, key = folder / f"{name}.crt", folder / f"{name}.key"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PrivateServer, Path]]:
    """A server with a certificate for localhost, and that certificate."""
    require_server("openssl")
    folder = tmp_path_factory.mktemp("certificates")
    certificate, key = certified(folder, "localhost")
    made = PrivateServer(port=free_port(), certificate=(certificate, key))
    made.sql(f"CREATE ROLE podium LOGIN PASSWORD '{SECRET}'")
    make_tables(made, "office", "podium")
    yield made, certificate
    made.stop()


@pytest.fixture
def passwords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The password file of this account, empty and private."""
    place = tmp_path / "pgpass"
    place.touch(mode=0o600)
    monkeypatch.setenv("PGPASSFILE", str(place))
    return place


def reached(where: str) -> FarServer:
    server = FarServer(read_address(where))
    server.connect()
    return server


def test_a_server_proves_who_it_is_and_the_password_is_read_from_its_file(
    guarded: tuple[PrivateServer, Path], passwords: Path, tmp_path: Path
) -> None:
    server, certificate = guarded
    proved = f"sslrootcert={certificate} sslmode=verify-full"
    base = f"port={server.port} dbname=office user=podium {proved}"
    with pytest.raises(NotLetIn, match="none was found"):
        reached(f"host=localhost {base}")
    passwords.write_text(f"*:*:*:podium:{SECRET}\n")
    one = reached(f"host=localhost {base}")
    assert one.conferences() == [] and one.encryption() == "encrypted"
    one.close()
    with pytest.raises(Unreachable):
        reached(f"host=127.0.0.1 {base}")  # not the name in the certificate
    other, _ = certified(tmp_path, "elsewhere")
    with pytest.raises(Unreachable):
        reached(f"host=localhost {base.replace(str(certificate), str(other))}")
    weaker = reached(f"host=localhost {base.replace('verify-full', 'require')}")
    assert weaker.encryption() == "encrypted, but only sslmode=require"
    weaker.close()


def test_a_wrong_password_is_said_and_not_shown(
    guarded: tuple[PrivateServer, Path], passwords: Path
) -> None:
    server, certificate = guarded
    where = (
        f"postgresql://podium:wrong-{SECRET}@localhost:{server.port}/office"
        f"?sslmode=verify-full&sslrootcert={certificate}"
    )
    with pytest.raises(ServerError) as refused:
        reached(where)
    assert "password" in str(refused.value) and SECRET not in str(refused.value)
    assert SECRET not in repr(refused.value.__context__) or "wrong" not in repr(refused.value)


def test_tables_of_a_newer_program_are_not_touched(server: PrivateServer, tables: str) -> None:
    server.sql("UPDATE plenary.version SET readable_from = 99", tables)
    try:
        with pytest.raises(ServerError, match="newer version"):
            reached(server.address("podium-a", tables))
    finally:
        server.sql("UPDATE plenary.version SET readable_from = 1", tables)
    reached(server.address("podium-a", tables)).close()


def test_where_there_are_no_tables_it_is_said(server: PrivateServer) -> None:
    with pytest.raises(ServerError, match="server init"):
        reached(server.address("podium-a", "postgres"))


def test_what_a_station_does_itself_is_no_news_to_it(chamber: Chamber) -> None:
    stations = [
        FarServer(read_address(chamber.server.address(login, chamber.database)), chamber.id)
        for login in ("podium-a", "list-desk")
    ]
    podium, desk = stations
    wake, woken = socket.socketpair()
    with wake, woken:
        for one in stations:
            one.connect()
        while podium.wait(0.3, woken) or not podium.hears_notices():
            pass
        request = Request(str(uuid.uuid4()), "desk", "inscribe", "{}", 1, "")
        podium.ask(request)
        assert podium.hears_notices() and not podium.news
        desk.ask(replace(request, id=str(uuid.uuid4()), station="list desk"))
        assert podium.wait(PATIENCE, woken) and not podium.news
        wake.send(b".")
        assert podium.wait(PATIENCE, woken), "woken by another thread"
    for one in stations:
        one.close()


@pytest.fixture
def podium(chamber: Chamber) -> Iterator[FarServer]:
    """The one in charge, as it speaks with the server."""
    address = read_address(chamber.server.address("podium-a", chamber.database))
    made = FarServer(address, chamber.id)
    yield made
    made.close()


def test_rows_and_what_was_asked_by_them_are_there_together_or_neither(
    chamber: Chamber, podium: FarServer
) -> None:
    nobody = {str(uuid.uuid4()): Answer(2, "of nothing that was asked")}
    with pytest.raises(ServerError):
        podium.put([SECOND], chamber.epoch, nobody)
    assert podium.standing().head.seq == 1, "the row neither"
    asked = str(chamber.request)
    with pytest.raises(Moved):
        podium.put([FIRST], chamber.epoch, {asked: Answer(1, "done")})
    assert not podium.answers([asked]), "the answer neither"
    podium.put([SECOND], chamber.epoch, {asked: Answer(2, "done")})
    assert podium.standing().head.seq == 2 and podium.answers([asked]) == {asked: Answer(2, "done")}
    podium.put([], chamber.epoch, {asked: Answer(None, "the first answer stands")})
    assert podium.answers([asked]) == {asked: Answer(2, "done")}


@pytest.mark.parametrize("steady", [0.0, -0.0, 5e-324, 1.7976931348623157e308, 123456.789, 4000.0])
def test_a_row_comes_back_as_it_was_sent_whatever_is_in_it(
    chamber: Chamber, podium: FarServer, steady: float
) -> None:
    odd = """'; DROP TABLE plenary.journal; -- \\ \\' %s %% $1 "é\U0001f600" ؀\u202e {}"""
    columns = (2, 2, odd, steady, odd, odd, odd, odd)
    row: Row = (*columns, digest(FIRST[-1], *columns))
    podium.put([row], chamber.epoch, {str(chamber.request): Answer(2, odd)})
    (there,) = podium.rows(1)
    assert there == row and there[3].hex() == steady.hex()
    assert podium.answers([str(chamber.request)])[str(chamber.request)].said == odd


def test_that_a_station_is_there_is_not_written_with_every_question(
    chamber: Chamber, podium: FarServer
) -> None:
    seen = "SELECT seen FROM plenary.presence WHERE conference = %s"

    def looked() -> object:
        podium.look("podium@a", 1, chamber.epoch, None)
        return chamber.answer("podium-a", seen, chamber.id)

    first = looked()
    assert looked() == first, "it was written just now"
    older = "UPDATE plenary.presence SET seen = seen - interval '1.6 seconds' WHERE conference = "
    chamber.server.sql(f"{older}{chamber.id}", chamber.database)
    assert looked() != first
    assert looked() is not None
