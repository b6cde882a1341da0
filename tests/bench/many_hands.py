"""Many stations act at once beside a podium, three panes and a feed: is every act recorded?

Figures, and how many acts were refused, of which none should be: the exit status is 1 if one was.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from clerk import Clerk
from stage import PLENARY, Stage, arguments, drain, extent, is_open, stage, tell

from plenary_tui.storage.open_journal import open_journal

WAITING = 40


def measure(scene: Stage, stations: int, acts: int) -> int:
    """How many acts were refused."""
    database = scene.folder / "many.db"
    Clerk(database, WAITING).leave()
    feed = [*PLENARY, "feed", str(scene.folder / "feed"), "--db", str(database)]
    with ExitStack() as stack:
        podium = stack.enter_context(scene.podium(database))
        podium.wait_for(is_open)
        panes = [stack.enter_context(scene.pane(database)) for _ in range(3)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        beside = stack.enter_context(subprocess.Popen(feed, env=scene.env, **quiet))
        stack.callback(beside.terminate)
        said: Counter[str] = Counter()
        took: list[float] = []

        def hand(number: int) -> None:
            for act in range(acts):
                words = ["--db", str(database), "--station", f"hand {number}"]
                began = time.monotonic()
                done = subprocess.run(
                    [*PLENARY, "do", *words, "note", f"{number}, {act}"],
                    env=scene.env,
                    capture_output=True,
                    text=True,
                )
                took.append(1000 * (time.monotonic() - began))
                if done.returncode:
                    said[done.stderr.strip() or str(done.returncode)] += 1

        began = time.monotonic()
        with ThreadPoolExecutor(stations) as pool:
            hands = [pool.submit(hand, number) for number in range(stations)]
            while not all(one.done() for one in hands):
                drain((podium, *panes), 0.5)
            for one in hands:
                one.result()
        seconds = time.monotonic() - began
    opened = open_journal(database)
    opened.journal.close()
    recorded = sum(one.station.startswith("hand ") for one in opened.records)
    asked = stations * acts
    print(f"  {stations} stations, {acts} acts each, in {seconds:.0f} s")
    print(f"  recorded {recorded} of {asked}; refused {sum(said.values())}   wanted: 0 refused")
    for sentence, times in said.most_common():
        print(f"    {times} times: {sentence}")
    tell("an act, from its start to its end", took)
    return asked - recorded


def main() -> int:
    """Print all of it; 1 if an act was refused."""
    options = arguments(__doc__, stations="how many; else 20", acts="of each; else 40")
    stations = int(options.stations or extent(options, 20, 4, 2))
    acts = int(options.acts or extent(options, 40, 3, 1))
    print("many hands")
    with stage(options) as scene:
        return 1 if measure(scene, stations, acts) else 0


if __name__ == "__main__":
    sys.exit(main())
