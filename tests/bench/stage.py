"""What the benchmarks share: terminals, a place on the disk, and figures in print.

Nothing here asserts a time. What is wanted is printed beside what was measured.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

import psutil

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.e2e.terminal import Terminal  # noqa: E402

COLUMNS, ROWS = 120, 36
FRAMES_PER_SECOND = "240"
"""As the podium sets it; the bare apps are given the same."""
BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
PLENARY = (sys.executable, "-m", "plenary_tui")
N = TypeVar("N", int, float)
PARTS = ("PLENARY", "NOBODY HAS THE FLOOR", "STATES ", "NEXT ", "? Help")
"""On the screen of a podium that shows all its parts."""


def arguments(about: str | None, **more: str) -> argparse.Namespace:
    """The options of a benchmark: how much, `--folder`, and numbers whose help is in `more`."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    parser.add_argument(
        "--brief", action="store_true", help="once through, to see that it runs: no figures"
    )
    parser.add_argument("--folder", help="on which disk to measure; by default the temporary one")
    for name, help_text in more.items():
        parser.add_argument(f"--{name}", type=float, help=help_text)
    options = parser.parse_args()
    if options.brief:
        print("Brief: it runs; what the figures say, sizes included, means nothing.", flush=True)
    return options


def extent(options: argparse.Namespace, whole: N, quick: N, brief: N) -> N:
    """How much is measured, of what is given for each of the options."""
    return brief if options.brief else quick if options.quick else whole


class Stage:
    """A folder of its own with the home of an account in it, and terminals that run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ours = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "TEXTUAL", "XDG_", "PLENARY_", "NO_COLOR"))
        }
        self.env = {**ours, "HOME": str(folder), "TEXTUAL_FPS": FRAMES_PER_SECOND}
        self.env |= {"LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            self.env[f"XDG_{kind}_HOME"] = str(folder / kind.lower())

    def bare(self, which: str) -> Terminal:
        """A bare app."""
        return self._open((*BARE, which), self.env)

    def podium(self, database: Path, *words: str) -> Terminal:
        """The podium on a database, with more words on its command line."""
        return self._open((*PLENARY, "podium", *words), {**self.env, "PLENARY_DB": str(database)})

    def pane(self, database: Path) -> Terminal:
        """The webcast pane on a database."""
        return self._open((*PLENARY, "webcast"), {**self.env, "PLENARY_DB": str(database)})

    @staticmethod
    def _open(command: Sequence[str], env: dict[str, str]) -> Terminal:
        return Terminal(command, columns=COLUMNS, rows=ROWS, env=env, folder=ROOT)


@contextmanager
def stage(options: argparse.Namespace) -> Iterator[Stage]:
    """A stage that leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="plenary-bench-", dir=options.folder) as folder:
        yield Stage(Path(folder))


def hundredth(values: Sequence[float], place: int) -> float:
    """The value below which `place` hundredths of the others are."""
    return quantiles(values, n=100, method="inclusive")[place - 1] if len(values) > 1 else values[0]


def tell(what: str, milliseconds: Sequence[float], wanted: str = "") -> None:
    """Print how some times are distributed."""
    row = f"p50 {median(milliseconds):8.2f}  p99 {hundredth(milliseconds, 99):8.2f}"
    row += f"  max {max(milliseconds):8.2f} ms  (n={len(milliseconds)})"
    print(f"  {what:<46} {row}{f'   wanted: {wanted}' if wanted else ''}", flush=True)


def tell_ratio(what: str, ratio: float, wanted: str = "") -> None:
    """Print how much one thing is of another."""
    print(f"  {what:<46} {ratio:12.2f} x{f'   wanted: {wanted}' if wanted else ''}", flush=True)


def drain(terminals: Sequence[Terminal], seconds: float) -> None:
    """Take down what all of them print in so many seconds, without looking at it."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        for terminal in terminals:
            terminal.read(min(left, 0.001 if len(terminals) > 1 else left))


def cpu_seconds(pid: int) -> float:
    """The time a process has kept a core busy: exact on Linux, in hundredths elsewhere."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        times = psutil.Process(pid).cpu_times()
        return times.user + times.system


def tell_share(what: str, pid: int, seconds: float) -> None:
    """Print which share of a core a process takes for so long."""
    before, began = cpu_seconds(pid), time.monotonic()
    time.sleep(seconds)
    share = (cpu_seconds(pid) - before) / (time.monotonic() - began)
    print(f"  {what:<46} {100 * share:12.2f} % of a core")


def press_first(podium: Terminal, key: str, seen: str) -> None:
    """Press a podium's first key, once more if it came before the podium was in sight."""
    podium.send(key)
    podium.wait_for(f"{seen}|before the podium was in sight")
    if not re.search(seen, podium.text):
        podium.send(key)
        podium.wait_for(seen)


def is_open(terminal: Terminal) -> bool:
    """Whether a podium shows all its parts."""
    return all(part in terminal.text for part in PARTS)


def seconds_spoken(terminal: Terminal) -> int | None:
    """What the words beside the podium's clock say; None if they cannot be read."""
    found = re.search(r"spoken (\d+):(\d\d)", terminal.text)
    return 60 * int(found[1]) + int(found[2]) if found else None
