"""How late the second that is shown changes, after the true boundary; and with a core kept busy.

The boundary comes from the journal: when the statement began, on the clock of this machine that
counts sleep. An argument: `--minutes`, by default 1.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conferences import make_conference
from stage import Stage, arguments, drain, extent, is_open, press_first, seconds_spoken, stage, tell

from plenary_tui.procedure.floor.statement import ClockStarted
from plenary_tui.storage.open_journal import open_journal
from tests.e2e.terminal import Terminal

WAITING = 400


def began_at(database: Path) -> float:
    """When the statement began, in seconds of CLOCK_MONOTONIC."""
    opened = open_journal(database)
    opened.journal.close()
    started = [one.event for one in opened.records if isinstance(one.event, ClockStarted)][-1]
    ahead = 0.0
    if hasattr(time, "CLOCK_BOOTTIME"):
        ahead = time.clock_gettime(time.CLOCK_BOOTTIME) - time.monotonic()
    return started.at.steady - ahead


def seconds_of_bare(terminal: Terminal) -> str | None:
    """What the bare clock shows: the lines of its digits; they change with the second."""
    return "\n".join(terminal.text.split("\n")[:3])


def changes(terminal: Terminal, read: Callable[[Terminal], object]) -> Iterator[tuple[int, object]]:
    """Feed what was taken down; every change: when it arrived, and what is shown then."""
    before = read(terminal)
    while (chunk := terminal.feed()) is not None:
        if not terminal.in_frame and (shown := read(terminal)) != before:
            before = shown
            yield chunk.at, shown


def lateness(terminal: Terminal, began: float) -> list[float]:
    """Milliseconds from each boundary to its second on the podium's screen; none is left out."""
    late, last = [], None
    for at, shown in changes(terminal, seconds_spoken):
        if isinstance(shown, int):
            if last is not None and shown != last + 1:
                print(f"  the clock went from {last} to {shown}")
            last = shown
            late.append(at / 1e6 - (began + shown) * 1000)
    return late


def watch(podium: Terminal, bare: Terminal, database: Path, what: str, seconds: float) -> None:
    """Take down both clocks for so long; print how late they were."""
    podium.read_all()
    bare.read_all()
    drain((podium, bare), seconds)
    late = lateness(podium, began_at(database))
    tell(f"the podium, {what}", late, "p99 < 20 ms" if "busy" in what else "p99 < 10 ms")
    half = len(late) // 2
    drift = sum(late[half:]) / (len(late) - half) - sum(late[:half]) / half
    print(f"  {'later in the second half by':<46} {drift:12.2f} ms   wanted: none")
    found = re.search(r"began ([\d.]+)", bare.text)
    assert found
    boundary = float(found[1]) * 1000
    tell("a bare clock", [(at / 1e6 - boundary) % 1000 for at, _ in changes(bare, seconds_of_bare)])


@contextmanager
def busy_core() -> Iterator[None]:
    """A process that never rests."""
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as process:
        try:
            yield
        finally:
            process.kill()


def measure(scene: Stage, seconds: float) -> None:
    """Quiet, then busy."""
    database = scene.folder / "clock.db"
    make_conference(database, waiting=WAITING)
    podium, bare = scene.podium(database), scene.bare("clock")
    try:
        podium.wait_for(is_open)
        bare.wait_for("began")
        press_first(podium, "n", "CALLED")
        podium.record(0.15)  # no hand is quicker, and what is does nothing
        podium.send("space")
        podium.wait_for(lambda one: seconds_spoken(one) == 2)
        watch(podium, bare, database, "nothing else", seconds)
        with busy_core():
            watch(podium, bare, database, "one core busy", seconds)
    finally:
        podium.kill9()
        bare.kill9()


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__, minutes="how long to watch each")
    print("clock")
    with stage(options) as scene:
        measure(scene, 60 * (options.minutes or extent(options, 1, 0.25, 0.07)))


if __name__ == "__main__":
    main()
