"""How long a command takes: `plenary status` and `plenary do note`, of a new and a long conference.

All are called in turn, beside a Python that does nothing.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from conferences import keep_beside, make_conference
from stage import PLENARY, ROOT, arguments, extent, stage, tell

WAITING = 400
NEW, LONG = 0, 10_000
"""How many events."""
FEW = 200
COMMANDS: Mapping[tuple[str, ...], Mapping[int, str]] = {
    ("status",): {NEW: "100", LONG: "130"},
    ("do", "note", "as measured"): {NEW: "220", LONG: "260"},
}
"""What is called, and the milliseconds that are wanted of it by the length of the conference."""


def called(words: Sequence[str], env: Mapping[str, str]) -> float:
    """Milliseconds until a command has ended, which it must well."""
    began = time.perf_counter()
    subprocess.run(words, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def measure(folder: Path, env: Mapping[str, str], rounds: int, most: int) -> None:
    """All of them, in turn."""
    paths = {events: folder / f"{events}.db" for events in (NEW, LONG)}
    for events, path in paths.items():
        make_conference(path, waiting=WAITING, events=min(events, most))
        if events:
            keep_beside(path)
    nothing: list[float] = []
    times: dict[tuple[tuple[str, ...], int], list[float]] = {}
    for number in range(rounds + 1):
        figures = {
            (words, events): called((*PLENARY, *words), {**env, "PLENARY_DB": str(path)})
            for words in COMMANDS
            for events, path in paths.items()
        }
        idle = called((sys.executable, "-c", "pass"), env)
        if number:  # in the first, all is compiled
            nothing.append(idle)
            for which, figure in figures.items():
                times.setdefault(which, []).append(figure)
    tell("a Python that does nothing", nothing)
    for (words, events), figures_of_one in times.items():
        name = f"plenary {' '.join(words[:2])}, {events or 'no'} events"
        tell(name, figures_of_one, COMMANDS[words][events])


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__)
    print("commands")
    with stage(options) as scene:
        measure(
            scene.folder, scene.env, extent(options, 20, 5, 1), extent(options, LONG, LONG, FEW)
        )


if __name__ == "__main__":
    main()
