"""What an idle podium with a running clock takes of a core, against a bare app's running clock.

Both run at the same time, in windows of the same size, for as long (`--seconds`).
"""

from __future__ import annotations

import time

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
    tell_ratio,
)

WAITING = 400
SETTLE = 4.0


def measure(scene: Stage, seconds: float) -> None:
    """Let both run, and print what they took."""
    database = scene.folder / "idle.db"
    make_conference(database, waiting=WAITING)
    with scene.podium(database) as podium, scene.bare("clock") as bare:
        podium.wait_for(is_open)
        bare.wait_for("began")
        press_first(podium, "n", "CALLED")
        podium.record(0.15)  # no hand is quicker, and what is does nothing
        podium.send("space")
        podium.wait_for("spoken")
        drain((podium, bare), SETTLE)
        taken, printed = {}, {}
        began = time.monotonic()
        for name, one in (("podium", podium), ("bare", bare)):
            taken[name], printed[name] = cpu_seconds(one.pid), len(one.raw)
        drain((podium, bare), seconds)
        passed = time.monotonic() - began
        for name, one in (("podium", podium), ("bare", bare)):
            taken[name] = cpu_seconds(one.pid) - taken[name]
            printed[name] = len(one.raw) - printed[name]
            print(
                f"  {name:<46} {100 * taken[name] / passed:12.2f} % of a core, "
                f"{printed[name] / passed:.0f} bytes a second"
            )
        tell_ratio("podium to bare app", taken["podium"] / taken["bare"], "1.3")


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__, seconds="how long to watch")
    print("idle")
    with stage(options) as scene:
        measure(scene, options.seconds or extent(options, 60, 15, 2))


if __name__ == "__main__":
    main()
