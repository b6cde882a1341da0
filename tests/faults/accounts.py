"""Accounts in which something has been done already, each made once and copied for every test."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from plenary_tui.storage import layout
from plenary_tui.storage.head import read_head

from .process import Witness

DATABASE = Path("data", "plenary", "conference.db")
"""Where `plenary new` makes a conference of an account, from its home."""
LAST = Path("state", "plenary", "last-conference")
"""Where it is written down which one was last open."""


def done(witness: Witness, *words: str, given: str = "") -> None:
    """A command that must succeed, and what it told."""
    ended = witness.run(*words, given=given)
    assert ended.status == 0 and "Traceback" not in ended.err, ended
    tell(witness)


def tell(witness: Witness) -> None:
    """Acknowledge all that is recorded now."""
    head = read_head(witness.folder / DATABASE)
    assert head is not None
    witness.acknowledge(head.seq)


def crashed(folder: Path) -> Path:
    """A conference of some acts whose podium was killed: the last ones are in the -wal file."""
    return _copied(_crashed(), folder)


def noted(folder: Path) -> Path:
    """A conference with two notes."""
    return _copied(_noted(), folder)


def _copied(home: Path, folder: Path) -> Path:
    """The same account in another folder; where its conference is was written down."""
    shutil.copytree(home, folder, dirs_exist_ok=True)
    last = folder / LAST
    last.write_text(last.read_text("utf-8").replace(str(home), os.path.realpath(folder)), "utf-8")
    return folder / DATABASE


@cache
def _crashed() -> Path:
    setup = _account()
    lines = "".join(f"note --text 'Line {number} {'so it was ' * 40}'\n" for number in range(40))
    done(setup, "do", "--file", "-", given=lines)
    ended = setup.python("-c", KILLED, str(setup.folder / DATABASE))
    assert ended.status == -9, ended
    layout.beside(setup.folder / DATABASE, layout.SHM).unlink()
    return setup.folder


@cache
def _noted() -> Path:
    setup = _account()
    done(setup, "do", "note", "--text", "One.")
    done(setup, "do", "note", "--text", "Two.")
    return setup.folder


def _account() -> Witness:
    """An account with a conference, made once and copied for every test that wants it."""
    folder = Path(tempfile.mkdtemp(prefix="account-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "home").mkdir()
    witness = Witness(folder / "home", folder)
    done(witness, "new", "--pack", "cop12")
    return witness


KILLED = """
import os, sys
from pathlib import Path
from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.storage.open_journal import open_journal
opened = open_journal(Path(sys.argv[1]))
desk = Desk(opened.journal, SystemClock(), "desk", opened.records)
for number in range(6):
    desk.dispatch(MakeNote(text=f"In the wal {number}"))
os.kill(os.getpid(), 9)
"""
