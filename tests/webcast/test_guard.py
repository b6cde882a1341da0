"""Who may read the server, and that nobody can write."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from plenary_tui import medium
from plenary_tui.webcast.guard import Door
from plenary_tui.webcast.server import EXCLUSIVE, LOOPBACK, ServeError, listen
from tests.webcast.served import Booth, Events, booth

TOKEN = "a-token-of-the-booth"


def test_a_foreign_host_is_refused(served: Booth) -> None:
    for host in ("evil.example", f"evil.example:{served.port}", "127.0.0.1:1", "", "127.0.0.1"):
        answer = served.ask("/api/snapshot", Host=host)
        assert (answer.status, "does not go by that name" in answer.text) == (421, True), host
    for host in (f"127.0.0.1:{served.port}", f"LOCALHOST:{served.port}", f"[::1]:{served.port}"):
        assert served.ask("/api/snapshot", Host=host).status == 200


def test_another_origin_is_refused(served: Booth) -> None:
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{served.port}", "http://"):
        assert served.ask("/api/events", Origin=origin).status == 403, origin
    assert served.ask("/health", Origin=served.url).status == 200
    assert served.ask("/health", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors").status == 403
    assert served.ask("/next", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"])
def test_nothing_but_reading(served: Booth, method: str) -> None:
    before = served.seq
    answer = served.ask("/api/snapshot", method)
    assert answer.status == 405 and answer.headers["allow"] == "GET, HEAD"
    assert served.seq == before


@pytest.mark.parametrize(
    "path",
    [
        "/static/../pyproject.toml",
        "/../../etc/passwd",
        "/static/%2e%2e/hub.py",
        "/static/..%2fhub.py",
        "/static/hub.py",
        "/api/now/../../etc/passwd",
        "//etc/passwd",
        "/static/page.js/..",
    ],
)
def test_no_path_leads_to_a_file_that_is_not_meant(served: Booth, path: str) -> None:
    assert served.ask(path).status == 404


def test_no_page_of_another_site_may_frame_it_or_be_told_where_it_came_from(served: Booth) -> None:
    headers = served.ask("/next").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


def test_without_the_token_nothing_is_told(tmp_path: Path) -> None:
    with booth(tmp_path / "small.db", token=TOKEN) as served:
        for path in ("/", "/next", "/api/snapshot", "/api/events", "/health", "/nowhere"):
            assert served.ask(path).status == 401
            assert served.ask(f"{path}?token={TOKEN}x").status == 401
        assert served.ask(f"/api/now/delegation?token={TOKEN}").status == 200
        bearer = served.ask("/api/snapshot", Authorization=f"Bearer {TOKEN}")
        assert bearer.status == 200 and TOKEN not in bearer.text
        assert served.ask("/static/page.js").status == 200


def test_a_header_of_ten_megabytes_is_refused(served: Booth) -> None:
    with socket.create_connection((LOOPBACK, served.port), timeout=10) as flood:
        flood.sendall(b"GET / HTTP/1.1\r\nX: ")
        with pytest.raises((ConnectionError, AssertionError)):
            for _ in range(160):
                flood.sendall(b"x" * 65536)
            assert not flood.recv(65536).startswith(b"HTTP/1.1 400")
    assert served.ask("/health").status == 200


def test_fifty_slow_clients_hold_nobody_up(served: Booth) -> None:
    slow = [socket.create_connection((LOOPBACK, served.port)) for _ in range(50)]
    try:
        for number, one in enumerate(slow):
            if number % 2:
                one.sendall(b"GET /api/snapshot HTTP/1.1\r\nHost")
            else:  # follows events, and reads none of them
                host = f"127.0.0.1:{served.port}"
                one.sendall(f"GET /api/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        events = Events(served)
        seq = served.do("give-floor")
        assert events.until(seq)["now"]["name"]["text"] == "Côte d\u2019Ivoire"
        events.close()
    finally:
        for one in slow:
            one.close()


def test_a_connection_that_says_nothing_is_closed(
    served: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.webcast.server.REQUEST_WITHIN", 0.1)
    for words in (b"", b"GET / HT"):
        with socket.create_connection((LOOPBACK, served.port), timeout=10) as silent:
            silent.sendall(words)
            with pytest.raises(ConnectionResetError):
                raise ConnectionResetError if not silent.recv(1) else AssertionError


def test_connections_that_say_nothing_keep_nobody_out(served: Booth) -> None:
    silent = []
    try:
        for number in range(450):
            silent.append(socket.create_connection((LOOPBACK, served.port)))
            if number % 3 == 0:
                silent[-1].sendall(b"GET /caption HTTP/1.1\r\nHo")
        assert served.ask("/caption").status == 200
    finally:
        for one in silent:
            one.close()


def test_another_address_needs_a_token() -> None:
    with pytest.raises(ServeError, match="needs a token"):
        listen("0.0.0.0", 0)
    with pytest.raises(ServeError, match="cannot be used"):
        listen(token="short")
    with pytest.raises(ServeError, match="cannot listen at no-such-host"):
        listen("no-such-host.invalid", 0, TOKEN)
    listening = listen("0.0.0.0", 0, TOKEN)
    listening.socket.close()
    assert listening.door.any_address
    port = listening.door.port
    assert listening.door.knows(f"192.0.2.7:{port}")
    assert listening.door.knows(f"{socket.gethostname()}:{port}")
    assert not listening.door.knows(f"evil.example:{port}")


def test_a_port_in_use_is_told() -> None:
    first = listen(port=0)
    try:
        with pytest.raises(ServeError, match=rf"port {first.door.port} \(in use already, perhaps"):
            listen(port=first.door.port)
    finally:
        first.socket.close()


def test_on_windows_nobody_else_may_take_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []

    class Socket(socket.socket):
        def setsockopt(self, *what: Any) -> None:
            asked.append(what)  # type: ignore[arg-type]

    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    monkeypatch.setattr(socket, "socket", Socket)
    listening = listen(port=0)
    try:
        assert asked == [(socket.SOL_SOCKET, EXCLUSIVE, 1)]
        with pytest.raises(ServeError, match="in use already, perhaps"):
            listen(port=listening.door.port)
    finally:
        listening.socket.close()


def test_the_port_of_the_web_need_not_be_named() -> None:
    assert Door(frozenset({"localhost"}), 80).knows("localhost")
    assert not Door(frozenset({"localhost"}), 8712).knows("localhost")


def test_the_podium_records_while_a_client_reads_nothing(served: Booth) -> None:
    stuck = socket.create_connection((LOOPBACK, served.port))
    host = f"127.0.0.1:{served.port}"
    stuck.sendall(f"GET /api/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    for number in range(200):
        served.do("edit", entry="CIV", speaker=f"Ms. {number}")
    served.wait_for(served.seq)
    stuck.close()
