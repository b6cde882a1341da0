"""One command again and again, each time with another of its file operations failing.

Run under a `Witness`, as `python -m tests.faults.driven`: the program is imported once, and each
try is a process forked from there, in a folder that stands as it did before. Prints what became of
each, as JSON.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import plenary_tui.storage.writer  # noqa: F401 - what is imported here is not in each try
from plenary_tui.cli import main
from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.storage.errors import Damaged
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.recovery import recover

from .process import Witness

AT_ONCE = 50
"""Tries of one process; a slow disk takes seconds for each."""
_FAULT = struct.Struct("=4q")


def of_the_podium(database: Path) -> int:
    """What a podium does of it all: opens, recovers, records, moves into the file and closes."""
    try:
        try:
            opened = open_journal(database, migrate=True)
        except Damaged:
            recover(database, datetime(2030, 9, 3, 12, 0, tzinfo=UTC))
            opened = open_journal(database, migrate=True)
        try:
            desk = Desk(opened.journal, SystemClock(), "desk", opened.records)
            desk.dispatch(MakeNote(text="By the podium"))
        finally:
            opened.journal.close()
    except Explained as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def tried(words: list[str], database: Path, said: Path) -> int:
    """The command in a process of its own; its exit status, and what it said in that file."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 99
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        status = of_the_podium(database) if words == ["podium"] else main(words)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


class Try(NamedTuple):
    """What became of a command, one operation of which failed, and of it once more.

    Attributes:
        hits: how many operations failed; none if the command has no so many.
        rows: the records then; 0 for no conference, -1 for a damaged one, -2 for a finding.
    """

    number: int
    hits: int
    status: int
    told: str
    rows: int
    again: int
    told_again: str
    rows_again: int


def tries(home: Path, words: list[str], database: str, numbers: list[int], error: int) -> list[Try]:
    """Try the command with each of these operations failing; forever if the number is negative."""
    before, said = home.parent / "before", home.parent / "said"
    path = home / database
    outcomes: list[Try] = []
    with open(os.environ["WITNESS_FAULT"], "r+b") as file, mmap.mmap(file.fileno(), 32) as fault:
        for number in numbers:
            shutil.rmtree(home)
            shutil.copytree(before, home)
            fault[:] = _FAULT.pack(abs(number), error, number < 0, 0)
            status = tried(words, path, said)
            hits = _FAULT.unpack(fault[:])[3]
            fault[:] = bytes(_FAULT.size)
            told, rows = said.read_text("utf-8"), _rows(path)
            again = tried(words, path, said)
            told_again = said.read_text("utf-8")
            outcomes.append(Try(number, hits, status, told, rows, again, told_again, _rows(path)))
            if not hits:
                break
    return outcomes


def _rows(database: Path) -> int:
    """How many records are there: see `Try`."""
    if not database.exists():
        return 0
    try:
        opened = open_journal(database)
    except Damaged:
        return -1
    opened.journal.close()
    return -2 if opened.finding else len(opened.records)


def failures(
    witness: Witness, words: list[str], error: int, numbers: list[int], database: str
) -> list[Try]:
    """The same from outside: the program is imported once for many of the tries.

    What the folder holds now is how it stands before each.
    """
    before = witness.folder.parent / "before"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(witness.folder, before)
    outcomes: list[Try] = []
    for first in range(0, len(numbers), AT_ONCE):
        given = json.dumps([words, database, numbers[first : first + AT_ONCE], error])
        ended = witness.python("-m", "tests.faults.driven", str(witness.folder), given)
        assert ended.status == 0, ended.err
        outcomes += [Try(*one) for one in json.loads(ended.out)]
        if not outcomes[-1].hits:
            break
    return outcomes


if __name__ == "__main__":
    json.dump(tries(Path(sys.argv[1]), *json.loads(sys.argv[2])), sys.stdout)
