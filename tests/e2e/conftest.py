"""An account that never ran `plenary`, with terminals to run it in."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal

PLENARY = (sys.executable, "-m", "plenary_tui")
NOT_OURS = (
    *("PYTHON", "TEXTUAL", "XDG_", "PLENARY_", "NO_COLOR", "COLUMNS", "LINES", "LC_", "LANG"),
    *("DISPLAY", "WAYLAND_"),  # what is printed opens on nobody's screen
)


class Account:
    """An account of its own on this computer: its home, its terminals, its shell."""

    def __init__(self, home: Path, inside: tuple[str, ...] = ()) -> None:
        """An account whose commands stand behind some words, such as those of a namespace."""
        self.home, self.inside = home, inside
        self.terminals: list[Terminal] = []
        mine = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
        self.env = {**mine, "HOME": str(home), "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            self.env[f"XDG_{kind}_HOME"] = str(home / kind.lower())

    def open(self, *words: str, columns: int = 100, rows: int = 30) -> Terminal:
        """`plenary` with these words, in a terminal of its own."""
        from tests.e2e.terminal import Terminal

        terminal = Terminal(
            [*self.inside, *PLENARY, *words], columns=columns, rows=rows, env=self.env
        )
        self.terminals.append(terminal)
        return terminal

    def start(self, *words: str) -> subprocess.Popen[str]:
        """`plenary` with these words, without a terminal."""
        return subprocess.Popen(
            [*self.inside, *PLENARY, *words],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def call(self, *words: str, status: int = 0) -> tuple[str, str]:
        """The same, waited for: what it printed on both streams; `status` is what it must end in.

        Nothing it says is a traceback.
        """
        with self.start(*words) as process:
            out, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        assert process.returncode == status, f"plenary {' '.join(words)}: {out}{err}"
        return out, err

    def do(self, *words: str, status: int = 0) -> tuple[str, str]:
        """An act of the rehearsal, done from a shell."""
        return self.call("do", "--rehearsal", *words, status=status)

    def snapshot(self) -> dict[str, Any]:
        """How the rehearsal stands."""
        snapshot: dict[str, Any] = json.loads(self.call("status", "--rehearsal", "--json")[0])
        return snapshot

    def kinds(self, station: str = "") -> list[str]:
        """The kinds of all that is recorded in the rehearsal; by one station, if it is named."""
        (database,) = self.home.rglob("rehearsal.db")
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT kind, station FROM journal ORDER BY seq").fetchall()
        return [kind for kind, of in rows if station in ("", of)]

    def assert_sound(self, database: Path) -> None:
        """A journal is sound, and folding it in parts comes to the same as in one go."""
        from plenary_tui.procedure.ledger import Ledger
        from plenary_tui.storage.open_journal import open_journal

        self.call("check", "--db", str(database))
        found = open_journal(database)
        try:
            ledger = Ledger(found.records)
            for place in (len(found.records) // 2, len(found.records)):
                begun = Ledger(found.records[:place])
                begun.fold(found.records[place:])
                assert begun.conference == ledger.conference
        finally:
            found.journal.close()
        assert ledger.conference.seq == found.records[-1].seq


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Account]:
    """A new account. Whatever was shown in its terminals was no traceback."""
    pytest.importorskip("termios", reason="needs a pseudo-terminal, which this system has not")
    home = tmp_path / "home"
    home.mkdir()
    account = Account(home)
    yield account
    for terminal in account.terminals:
        terminal.kill9()
        assert b"Traceback" not in terminal.raw
    details = [log.read_text("utf-8") for log in home.rglob("plenary.log")]
    # Where an internal error leaves its details: how it came about, and where it ended.
    assert not details, f"{details[0][:6000]}\n[...]\n{details[0][-3000:]}"
