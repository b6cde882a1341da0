"""From an act's commit to its paint in the webcast pane, and what an idle pane takes of a core.

The pane is watched beside a podium that is open on the same conference, as it would be.
"""

from __future__ import annotations

import random
import re
import time

from clerk import GAP, Clerk
from conferences import make_conference
from stage import (
    Stage,
    arguments,
    cpu_seconds,
    drain,
    extent,
    is_open,
    press_first,
    stage,
    tell,
    tell_ratio,
)

WAITING = 400
SETTLE = 4.0


def follow(scene: Stage, rounds: int) -> None:
    """Acts by a desk here, whose commit is known exactly, until the pane shows them."""
    database = scene.folder / "pane.db"
    clerk = Clerk(database, WAITING)
    with scene.podium(database) as podium, scene.pane(database) as pane:
        podium.wait_for(is_open)
        pane.wait_for("NEXT ")
        drain((podium, pane), 2.0)
        taken = []
        for _ in range(rounds):
            drain((podium, pane), random.uniform(*GAP))
            pane.read_all()
            name = clerk.next_name()
            committed = clerk.rename(name).at
            seen = pane.wait_for(f"NEXT .*{re.escape(name)}")
            taken.append((seen.at - committed) / 1e6)
        clerk.leave()
    tell("from commit to paint in the pane", taken, "within 100 ms")


def idle(scene: Stage, seconds: float) -> None:
    """A running clock in both, and nothing else."""
    database = scene.folder / "idle.db"
    make_conference(database, waiting=WAITING)
    with scene.podium(database) as podium, scene.pane(database) as pane:
        podium.wait_for(is_open)
        pane.wait_for("NEXT ")
        press_first(podium, "n", "CALLED")
        podium.record(0.15)  # no hand is quicker, and what is does nothing
        podium.send("space")
        pane.wait_for("spoken")
        drain((podium, pane), SETTLE)
        began = time.monotonic()
        before = {one: (cpu_seconds(one.pid), len(one.raw)) for one in (podium, pane)}
        drain((podium, pane), seconds)
        passed = time.monotonic() - began
        shares = []
        for name, one in (("podium", podium), ("pane", pane)):
            busy, printed = cpu_seconds(one.pid) - before[one][0], len(one.raw) - before[one][1]
            shares.append(busy)
            print(
                f"  {name:<46} {100 * busy / passed:12.2f} % of a core, "
                f"{printed / passed:.0f} bytes a second"
            )
        tell_ratio("pane to podium", shares[1] / shares[0], "1.0")


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__, seconds="how long to watch")
    print("pane")
    with stage(options) as scene:
        follow(scene, extent(options, 100, 30, 3))
        idle(scene, options.seconds or extent(options, 60, 15, 2))


if __name__ == "__main__":
    main()
