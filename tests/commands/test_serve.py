"""`plenary serve`, up to the socket: what it says, and what it refuses."""

from __future__ import annotations

import builtins
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.webcast.server import Server
from tests.commands.conftest import Plenary

TOKEN = "a-token-of-the-booth"


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Server]]:
    """Every server is interrupted as soon as it would run."""
    servers: list[Server] = []

    def run(self: Server, sockets: list[socket.socket]) -> None:
        servers.append(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "run", run)
    yield servers


def test_it_says_where_each_page_is(
    in_session: Path, plenary: Plenary, interrupted: list[Server]
) -> None:
    answer = plenary("serve", "--port", "0")
    assert answer.status == 0 and len(interrupted) == 1
    lines = answer.out.splitlines()
    assert lines[0] == "Small conference"
    pages = [line.rpartition("/")[2] for line in lines if "http://127.0.0.1:" in line]
    assert pages == ["caption", "next", "clock", "script", ""]
    assert lines[-1] == "The server has ended."


def test_it_waits_for_a_conference(
    tmp_path: Path, plenary: Plenary, capsys: Any, interrupted: list[Server]
) -> None:
    answer = plenary("serve", "--port", "0", "--db", str(tmp_path / "nowhere.db"))
    assert answer.status == 0
    assert answer.err.startswith("Note: There is no conference at")
    assert not (tmp_path / "nowhere.db").exists()


def test_a_token_stands_in_the_addresses(
    in_session: Path, plenary: Plenary, interrupted: list[Server]
) -> None:
    answer = plenary("serve", "--port", "0", "--token", TOKEN)
    assert f"/caption?token={TOKEN}" in answer.out


def test_the_token_may_come_from_the_environment(
    in_session: Path,
    plenary: Plenary,
    interrupted: list[Server],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PLENARY_TOKEN", TOKEN)
    assert f"/caption?token={TOKEN}" in plenary("serve", "--port", "0").out
    monkeypatch.setenv("PLENARY_TOKEN", "short")
    assert "That token cannot be used." in plenary("serve", "--port", "0").err


def test_the_token_may_come_from_a_file(
    in_session: Path, plenary: Plenary, interrupted: list[Server], tmp_path: Path
) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    served = ("serve", "--port", "0", "--token-file", str(file))
    assert f"/caption?token={TOKEN}" in plenary(*served).out
    assert "not both" in plenary(*served, "--token", TOKEN).err
    file.write_bytes(b"\xff\xfe")
    assert "is not UTF-8 text" in plenary(*served).err
    file.unlink()
    assert "cannot be read" in plenary(*served).err


def too_large(path: Path) -> None:
    path.write_bytes(b" " * 300_000)


def not_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: None, "cannot be read (there is no such file or folder)"),
        (too_large, "cannot be read (it is larger than 256 KB)"),
        (not_text, "is not UTF-8 text"),
        (Path.mkdir, "cannot be read (it is a folder)"),
    ],
)
def test_a_style_sheet_that_cannot_be_used(
    make: Callable[[Path], None], why: str, in_session: Path, plenary: Plenary, tmp_path: Path
) -> None:
    style = tmp_path / "office.css"
    make(style)
    answer = plenary("serve", "--port", "0", "--style", str(style))
    assert answer.status == 1 and f"{style} {why}" in answer.err


def test_what_is_refused(in_session: Path, plenary: Plenary) -> None:
    assert plenary("serve", "--port", "70000").status == 2
    assert plenary("serve", "--port", "ten").status == 2
    for words, why in (
        (("--token", "short"), "That token cannot be used."),
        (("--host", "0.0.0.0"), "0.0.0.0 can be reached from other machines, so it needs a token."),
        (("--host", "no-such-host.invalid", "--token", TOKEN), "cannot listen at no-such-host"),
    ):
        answer = plenary("serve", "--port", "0", *words)
        assert answer.status == 1 and why in answer.err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = plenary("serve", "--port", port)
    assert answer.status == 1 and f"cannot listen at 127.0.0.1, port {port}" in answer.err


def test_without_the_extra_it_says_how_to_install_it(
    in_session: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def bare(name: str, *more: Any) -> Any:
        if name == "plenary_tui.webcast.server":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", bare)
    answer = plenary("serve", "--port", "0")
    assert answer.status == 1
    assert answer.err.startswith("The web server is an extra that is not installed. Install it")
