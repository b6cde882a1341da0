"""From exec to the first painted podium, of short and long conferences, against a bare app.

All are started in turn. Then what the podium imports, and how long each step of its start takes.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from conferences import keep_beside, make_conference
from stage import (
    Stage,
    arguments,
    extent,
    is_open,
    press_first,
    seconds_spoken,
    stage,
    tell,
    tell_ratio,
)

from tests.e2e.terminal import Seen, Terminal

EVENTS, FEW, WAITING = 10_000, 200, 400


class Case(NamedTuple):
    """A conference that is opened.

    Attributes:
        behind: how many rows follow the state that is kept beside it; None for no such state.
        wanted: of its ratio to the bare app.
    """

    name: str
    about: str
    events: int
    behind: int | None
    wanted: str


CASES = (
    Case("new", "a new conference", 0, None, "1.5"),
    Case("events", f"{EVENTS} events, closed in order", EVENTS, 0, "1.6"),
    Case("killed", f"{EVENTS} events, killed 60 rows later", EVENTS, 60, "1.7"),
    Case("whole", f"{EVENTS} events, nothing kept beside them", EVENTS, None, ""),
    Case("many", f"{10 * EVENTS} events, closed in order", 10 * EVENTS, 0, "2.5"),
)
AS_STARTED = "import os; os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__'\n"
"""What the command line does before it imports pydantic."""
IMPORTS = (
    AS_STARTED + "import plenary_tui.cli, plenary_tui.commands.podium, plenary_tui.apps.podium"
)
LINE = re.compile(r"import time: +(\d+) \| +(\d+) \|( +)(\S+)")
STEPS = """
import sys, time
began = time.perf_counter()
def step(what):
    global began
    now = time.perf_counter()
    print(f"{what}\\t{(now - began) * 1000:.1f}")
    began = time.perf_counter()
import plenary_tui.cli
from plenary_tui.commands import launch
step("import what opens a journal")
from pathlib import Path
from plenary_tui.storage.open_journal import open_journal
opened = open_journal(Path(sys.argv[1]))
step("read and check the journal")
from plenary_tui.desk.writing import Desk
from plenary_tui.clock import SystemClock
Desk(opened.journal, SystemClock(), "bench", opened.records)
step("fold it")
import textual.app, textual.widgets
step("import Textual's app and widgets")
import plenary_tui.apps.podium
step("import the app's own modules")
"""


def started(open_one: Callable[[], Terminal], seen: Seen) -> tuple[float, float]:
    """Milliseconds from exec to the first thing to be seen, and to `seen`."""
    with open_one() as terminal:
        first = terminal.wait_for(lambda one: one.painted)
        whole = terminal.wait_for(seen)
        return (first.at - terminal.began) / 1e6, (whole.at - terminal.began) / 1e6


def clock_is_right(terminal: Terminal) -> bool:
    """Whether a podium shows how long has been spoken."""
    return seconds_spoken(terminal) is not None


def kill_while_speaking(scene: Stage, path: Path) -> None:
    """Leave a conference as a podium does that is killed while somebody speaks."""
    with scene.podium(path) as podium:
        podium.wait_for(is_open)
        podium.record(1.0)
        press_first(podium, "n", "CALLED")
        podium.record(0.2)  # no hand is quicker, and what is does nothing
        podium.send("space")
        podium.wait_for(lambda one: seconds_spoken(one) == 1)
        podium.kill9()


def compare(scene: Stage, rounds: int, most: int) -> None:
    """Start all in turn that have no more events than that; if none has that many, shorter ones."""
    cases = [
        one._replace(events=min(one.events, most))
        for one in CASES
        if one.events <= most or most < EVENTS
    ]
    for case in cases:
        path = scene.folder / f"{case.name}.db"
        make_conference(path, waiting=WAITING, events=case.events)
        if case.behind is not None:
            keep_beside(path, behind=case.behind)
    spoken = scene.folder / "spoken.db"
    make_conference(spoken, waiting=WAITING)
    kill_while_speaking(scene, spoken)
    ends = ("", ".head", ".state", ".first", "-wal", ".heartbeat")
    files = [path for end in ends for path in scene.folder.glob(f"*.db{end}")]
    kept = {path: path.read_bytes() for path in files}
    times: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds + 1):
        for left in scene.folder.glob("*.db?*"):
            # As it was: the podium was killed, and what it recorded would be asked about.
            left.unlink()
        for path, content in kept.items():
            path.write_bytes(content)
            path.chmod(0o600)
        figures = {"bare": started(lambda: scene.bare("label"), "0 keys")}
        for case in cases:
            path = scene.folder / f"{case.name}.db"
            figures[case.name] = started(partial(scene.podium, path), is_open)
        figures["spoken"] = started(partial(scene.podium, spoken), clock_is_right)
        for which, figure in figures.items() if number else ():  # in the first, all is compiled
            times.setdefault(which, []).append(figure)
    bare = [whole for _, whole in times["bare"]]
    tell("a bare app with one label", bare)
    for case in cases:
        podium = [whole for _, whole in times[case.name]]
        tell(f"the podium: {case.about}", podium)
        tell_ratio("    to the bare app", median(podium) / median(bare), case.wanted)
    right = [whole for _, whole in times["spoken"]]
    tell("killed while somebody spoke: the clock is right", right)
    tell_ratio("    to the bare app", median(right) / median(bare), "1.7")


def imports(python: str, code: str) -> list[tuple[int, int, str]]:
    """Modules in the order of their import: own and whole microseconds, and name."""
    command = [python, "-X", "importtime", "-c", code]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return [(int(own), int(whole), name) for own, whole, _, name in LINE.findall(said)]


def explain(scene: Stage, times: int) -> None:
    """Where the start goes: imports by package, then the steps."""
    known = {name for _, _, name in imports(sys.executable, "import textual.app, textual.widgets")}
    found = imports(sys.executable, IMPORTS)
    by_package: Counter[str] = Counter()
    for own, _, name in found:
        package = name.split(".")[0]
        by_package["the standard library" if package in sys.stdlib_module_names else package] += own
    print(f"  imports: {len(found)} modules, {sum(by_package.values()) / 1000:.0f} ms (traced)")
    for package, own in by_package.most_common(6):
        print(f"    {package:<44} {own / 1000:8.1f} ms")
    print("  dearest imports that a bare app does without (with all they import)")
    beyond = sorted((one for one in found if one[2] not in known), key=lambda one: -one[1])
    for _, whole, name in beyond[:16]:
        print(f"    {name:<44} {whole / 1000:8.1f} ms")
    print("  steps, in one process without a screen")
    command = [sys.executable, "-c", AS_STARTED + STEPS, str(scene.folder / "whole.db")]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(times)
    ]
    rows = [[line.split("\t") for line in run.stdout.splitlines()] for run in runs]
    for step in zip(*rows, strict=True):
        print(f"    {step[0][0]:<44} {median(float(ms) for _, ms in step):8.1f} ms")


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__)
    print("start")
    with stage(options) as scene:
        compare(scene, extent(options, 15, 5, 1), extent(options, 10 * EVENTS, EVENTS, FEW))
        explain(scene, extent(options, 5, 5, 1))


if __name__ == "__main__":
    main()
