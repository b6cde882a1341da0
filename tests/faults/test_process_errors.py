"""Whatever operation of a command the disk refuses: one sentence, nothing lost, and it goes again.

`PLENARY_FAULTS=all` tries every operation of every command, which takes minutes; else some are
drawn.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from .accounts import DATABASE, crashed, noted
from .driven import Try, failures
from .process import Witness, why_no_witness
from .scenarios import COPY, in_a_row, in_the_wal

pytestmark = pytest.mark.skipif(bool(why_no_witness()), reason=why_no_witness())

ALL = os.environ.get("PLENARY_FAULTS") == "all"
FAULTS = [(errno.EIO, False), (errno.ENOSPC, True)]
"""How the disk fails: for once, as a broken one, or from then on, as a full one."""
if ALL:
    FAULTS += [(errno.EIO, True), (errno.ENOSPC, False)]
OPERATIONS = 400
"""More than any of these commands has; the tries end with the first that is whole."""
DRAWN, EARLY, UPTO = 3, 8, 40


class Case(NamedTuple):
    """A command; how many records stand before it, and after it."""

    words: list[str]
    before: int
    after: int


CASES = {
    "new": Case(["new", "--pack", "cop12"], 0, 1),
    "do": Case(["do", "note", "--text", "Again."], 3, 4),
    "undo": Case(["do", "undo"], 3, 4),
    "backup": Case(["backup", str(COPY)], 3, 3),
    "podium": Case(["podium"], 47, 48),
    "recovery": Case(["podium"], -1, 48),
    "recovery in part": Case(["podium"], -1, 0),
}


def set_up(name: str, home: Path) -> Witness:
    """How it stands before the command."""
    home.mkdir()
    if name in ("podium", "recovery", "recovery in part"):
        path = crashed(home)
        if name == "recovery":
            in_the_wal(path)
        elif name == "recovery in part":
            in_a_row(path)
    elif name in ("do", "undo", "backup"):
        noted(home)
    return Witness(home, home.parent)


def check(case: Case, one: Try) -> None:
    """What a person may expect of a disk that fails."""
    assert "Traceback" not in one.told + one.told_again, one
    lost = not case.after  # is told again until somebody acts, who was told
    assert one.rows != -2 or lost, f"a false finding: {one}"
    assert one.rows_again != -2, f"a false finding: {one}"
    doubtful = "may not be recorded" in one.told  # said where a sync has failed
    if one.status == 0:
        assert one.rows == case.after or not case.after, f"told, and not there: {one}"
    else:
        assert one.hits, one
        assert one.status == 1, one
        sentences = one.told.strip().splitlines()
        assert len(sentences) == 1 and sentences[0].endswith("."), one
        most = max(case.before, case.after - 1, 47)
        assert one.rows <= most + doubtful, f"refused, and there: {one}"
    there = one.status == 0 or (doubtful and one.again)
    if case.words[0] in ("backup", "new") and there:
        assert one.again == 1 and "exists already" in one.told_again, one
    else:
        assert one.again == 0, one
        more = case.words[0] != "backup"
        assert one.rows_again == one.rows + more or one.rows <= 0, one


@pytest.mark.parametrize(("error", "forever"), FAULTS)
@pytest.mark.parametrize("name", CASES)
def test_what_the_disk_refuses_is_told_and_can_be_done_again(
    tmp_path: Path, name: str, error: int, forever: bool
) -> None:
    case = CASES[name]
    witness = set_up(name, tmp_path / "home")
    words = [str(witness.folder / word) if word == str(COPY) else word for word in case.words]
    numbers = list(range(1, OPERATIONS))
    if not ALL:
        chance = Random(f"{name} {error} {forever}")
        early = chance.randrange(1, EARLY)  # some commands have no more
        numbers = sorted({early, *chance.sample(range(1, UPTO), DRAWN - 1)})
    sign = -1 if forever else 1
    tries = failures(witness, words, error, [sign * one for one in numbers], str(DATABASE))
    assert any(one.hits for one in tries)
    for one in tries:
        check(case, one)
    if ALL:
        assert not tries[-1].hits, "it has more operations than were tried"
        print(f"{name}: {len(tries)} operations, {sum(one.status > 0 for one in tries)} refused")
