"""From an act's commit by another program to its paint in the podium that is open."""

from __future__ import annotations

import random
import re
import subprocess
import time
from itertools import count

from conferences import make_conference
from stage import PLENARY, Stage, arguments, drain, is_open, stage, tell

from plenary_tui.clock import SystemClock
from plenary_tui.desk import Desk
from plenary_tui.procedure.editing import Edit
from plenary_tui.storage.opening import open_journal
from tests.e2e.terminal import Terminal

WAITING = 400
GAP = (0.05, 0.3)
"""Seconds between acts, so that no timer's phase is favoured."""


def shown(terminal: Terminal, name: str, since: int) -> float:
    """Milliseconds from a moment until the next speaker's name is to be seen."""
    return (terminal.wait_for(f"NEXT .*{re.escape(name)}", 10).at - since) / 1e6


def measure(scene: Stage, rounds: int) -> None:
    """Acts by a desk here, whose commit is known exactly; then by `plenary do`."""
    database = scene.folder / "follow.db"
    make_conference(database, waiting=WAITING)
    names = (f"Ms. {number:04}" for number in count())
    opened = open_journal(database)
    desk = Desk(opened.journal, SystemClock(), "clerk", opened.records)
    speakers = desk.conference.current_list
    assert speakers is not None and speakers.waiting
    entry = str(speakers.waiting[0].id)
    with scene.podium(database) as podium:
        podium.wait_for(is_open)
        drain((podium,), 2.0)
        from_commit = []
        for _ in range(rounds):
            drain((podium,), random.uniform(*GAP))
            podium.read_all()
            name = next(names)
            desk.dispatch(Edit(entry=entry, speaker=name))
            from_commit.append(shown(podium, name, time.monotonic_ns()))
        opened.journal.close()
        from_start, by_itself = [], []
        for _ in range(max(5, rounds // 10)):
            drain((podium,), random.uniform(*GAP))
            podium.read_all()
            name = next(names)
            act = ["do", "--db", str(database), "edit", "--entry", entry, "--speaker", name]
            began = time.monotonic_ns()
            subprocess.run([*PLENARY, *act], env=scene.env, check=True, capture_output=True)
            by_itself.append((time.monotonic_ns() - began) / 1e6)
            from_start.append(shown(podium, name, began))
    tell("from commit to paint", from_commit, "within 100 ms")
    tell("`plenary do` by itself", by_itself)
    tell("from starting `plenary do` to paint", from_start)


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__)
    print("follow")
    with stage(options) as scene:
        measure(scene, 30 if options.quick else 100)


if __name__ == "__main__":
    main()
