"""From a key to what it did painted and durable, with 400 and with 5,000 on the list.

The keys go in turn to a bare app, to both podiums and, as a sync, to the disk, so that whatever
else the machine does falls on all alike.
"""

from __future__ import annotations

import os
import random
import re
import time
from statistics import median

from conferences import make_conference
from stage import Stage, arguments, drain, extent, hundredth, is_open, stage, tell, tell_ratio

from tests.e2e.terminal import Terminal

FEW, MANY = 400, 5_000
BYTES = 3 * 4120
"""What an act writes: three pages in SQLite's log."""
GAP = (0.12, 0.2)
"""Seconds between keys, as a hand presses them, so that no timer's phase is favoured."""
CALLED, SPEAKING = r"^ *CALLED", r"^ *(?:ON TIME|WRAP UP|OVER TIME|CALL TO ORDER\?)"
WANTED = {
    "n": "p50 12 and a letter's 12 ms, p99 25",
    "Space": "p50 10.5, p99 20",
    "y, Y": "p50 8 and a letter's 12 ms, p99 20",
    "down, up": "p99 20",
}
"""What is pressed, and the milliseconds that are wanted; a letter waits whether more follow."""
READY, NOT_READY = r"^ *✓ .* is ready", r"^ *✓ .* not ready"


def pressed(terminal: Terminal, key: str, pattern: str) -> float:
    """Milliseconds from a key to what is then to be seen, and was not before."""
    assert not re.search(pattern, terminal.read_all(), re.MULTILINE), pattern
    at = terminal.send(key)
    return (terminal.wait_for(pattern).at - at) / 1e6


def moved(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the cursor in another row."""
    terminal.read_all()
    before = cursor_row(terminal)
    at = terminal.send(key)
    return (terminal.wait_for(lambda one: cursor_row(one) != before).at - at) / 1e6


def cursor_row(terminal: Terminal) -> str:
    """The row under the list's cursor; "" if it is not to be seen."""
    rows = (line for line in terminal.text.split("\n") if re.search(r"│ [▶>] *\d", line))
    return next(rows, "")


def synced(descriptor: int) -> float:
    """Milliseconds of one append and sync as an act makes it."""
    began = time.perf_counter()
    os.write(descriptor, os.urandom(BYTES))
    os.fsync(descriptor)
    return (time.perf_counter() - began) * 1000


def measure(scene: Stage, rounds: int) -> None:
    """All keys, in turn."""
    podiums: dict[int, Terminal] = {}
    for waiting in (FEW, MANY):
        path = scene.folder / f"{waiting}.db"
        make_conference(path, waiting=waiting + rounds // 2)
        podiums[waiting] = scene.podium(path)
    bare = scene.bare("label")
    everything = [bare, *podiums.values()]
    for terminal in podiums.values():
        terminal.wait_for(is_open)
    bare.wait_for("0 keys")
    drain(everything, 2.0)  # what is done after the first frame
    times: dict[tuple[str, int], list[float]] = {}

    def note(what: str, waiting: int, milliseconds: float) -> None:
        times.setdefault((what, waiting), []).append(milliseconds)

    descriptor = os.open(scene.folder / "sync", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for number in range(rounds):
        drain(everything, random.uniform(*GAP))
        note("bare", 0, pressed(bare, "x", rf"^{number + 1} keys"))
        note("sync", 0, synced(descriptor))
        for waiting, terminal in podiums.items():
            drain(everything, random.uniform(*GAP))
            if number % 2:
                note("Space", waiting, pressed(terminal, "space", SPEAKING))
            else:
                note("n", waiting, pressed(terminal, "n", CALLED))
            drain(everything, random.uniform(*GAP))
            if number % 2:  # back to the row that was marked
                note("down, up", waiting, moved(terminal, "up"))
                drain(everything, random.uniform(*GAP))
                note("y, Y", waiting, pressed(terminal, "Y", NOT_READY))
            else:
                note("y, Y", waiting, pressed(terminal, "y", READY))
                drain(everything, random.uniform(*GAP))
                note("down, up", waiting, moved(terminal, "down"))
    os.close(descriptor)
    for terminal in everything:
        terminal.kill9()
    report(times)


def report(times: dict[tuple[str, int], list[float]]) -> None:
    """Print the figures and their ratios."""
    bare, sync = times["bare", 0], times["sync", 0]
    tell("a bare app's key to paint", bare)
    tell(f"a sync of {BYTES} bytes", sync)
    least = median(bare) + median(sync)
    for what, wanted in WANTED.items():
        few, many = times[what, FEW], times[what, MANY]
        tell(f"{what}, {FEW} on the list", few, wanted)
        tell(f"{what}, {MANY} on the list", many)
        if what == "down, up":
            tell_ratio(f"{what}: p50 to bare app", median(few) / median(bare))
        else:
            tell_ratio(f"{what}: p50 to bare app and sync", median(few) / least)
        tell_ratio(f"{what}: p50 of {MANY} to {FEW}", median(many) / median(few), "1.3")
        tell_ratio(f"{what}: p99 of {MANY} to {FEW}", hundredth(many, 99) / hundredth(few, 99))


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__)
    print("keys")
    with stage(options) as scene:
        measure(scene, extent(options, 200, 40, 4))


if __name__ == "__main__":
    main()
