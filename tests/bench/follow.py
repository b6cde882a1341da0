"""From an act's commit by another program to its paint in the podium that is open."""

from __future__ import annotations

import random
import re
import subprocess
import time

from clerk import GAP, Clerk
from stage import PLENARY, Stage, arguments, drain, extent, is_open, stage, tell

from tests.e2e.terminal import Terminal

WAITING = 400


def shown(terminal: Terminal, name: str, since: int) -> float:
    """Milliseconds from a moment until the next speaker's name is to be seen."""
    return (terminal.wait_for(f"NEXT .*{re.escape(name)}").at - since) / 1e6


def measure(scene: Stage, rounds: int) -> None:
    """Acts by a desk here, whose commit is known exactly; then by `plenary do`."""
    database = scene.folder / "follow.db"
    clerk = Clerk(database, WAITING)
    with scene.podium(database) as podium:
        podium.wait_for(is_open)
        drain((podium,), 2.0)
        from_commit = []
        for _ in range(rounds):
            drain((podium,), random.uniform(*GAP))
            podium.read_all()
            name = clerk.next_name()
            from_commit.append(shown(podium, name, clerk.rename(name).at))
        clerk.leave()
        from_start, by_itself = [], []
        for _ in range(max(3, rounds // 10)):
            drain((podium,), random.uniform(*GAP))
            podium.read_all()
            name = clerk.next_name()
            act = ["do", "--db", str(database), "edit", "--entry", clerk.entry, "--speaker", name]
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
        measure(scene, extent(options, 100, 30, 3))


if __name__ == "__main__":
    main()
