"""From an act's commit to the files of a feed, by itself and beside an open podium."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beside import WITH, WITHOUT, press_in_turn, tell_beside
from clerk import GAP, Clerk
from conferences import make_conference
from stage import (
    PLENARY,
    ROOT,
    Stage,
    arguments,
    drain,
    extent,
    is_open,
    stage,
    tell,
    tell_share,
)

from tests.e2e.terminal import Terminal

WAITING = 400
PATIENCE = 30.0


@contextmanager
def feed(scene: Stage, database: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """`plenary feed`, once it has written its files for the first time."""
    command = [*PLENARY, "feed", str(folder), "--db", str(database)]
    process = subprocess.Popen(
        command, env=scene.env, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        assert "is written to" in process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.wait()


def until(path: Path, words: bytes) -> int:
    """The instant (monotonic ns) at which a file is seen to hold these words."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if words in path.read_bytes():
            return time.monotonic_ns()
        time.sleep(0.0005)
    raise TimeoutError(f"{path.name} was not replaced")


def follow(scene: Stage, rounds: int, waiting: int) -> None:
    """Acts by a desk here, whose commit is known exactly, until the files hold them."""
    database, folder = scene.folder / f"feed-{waiting}.db", scene.folder / f"feed-{waiting}"
    clerk = Clerk(database, waiting)
    caption, last = [], []
    with feed(scene, database, folder):
        for _ in range(rounds):
            time.sleep(random.uniform(*GAP))
            name = clerk.next_name()
            seq, committed = clerk.rename(name)
            caption.append((until(folder / "live.json", name.encode()) - committed) / 1e6)
            generation = json.dumps({"seq": seq})[1:-1].encode()
            last.append((until(folder / "snapshot.json", generation) - committed) / 1e6)
    clerk.leave()
    tell(f"from commit to live.json, {waiting} waiting", caption)
    tell(f"from commit to the last file, {waiting} waiting", last, "under 50 ms")


def beside(scene: Stage, rounds: int) -> None:
    """Keys in turn to a podium that writes a feed and to one that does not."""
    podiums: dict[str, Terminal] = {}
    for name in (WITHOUT, WITH):
        database = scene.folder / f"{name}.db"
        make_conference(database, waiting=WAITING + rounds)
        words = ("--feed", str(scene.folder / "beside")) if name == WITH else ()
        podiums[name] = scene.podium(database, *words)
    both = tuple(podiums.values())
    for podium in both:
        podium.wait_for(is_open)
    drain(both, 4.0)
    assert (scene.folder / "beside" / "live.json").exists()
    times = press_in_turn(podiums, rounds)
    for podium in both:
        podium.kill9()
    tell_beside(times, "a feed")


def idle(scene: Stage, seconds: float) -> None:
    """Nothing happens."""
    database = scene.folder / "idle.db"
    make_conference(database, waiting=WAITING)
    with feed(scene, database, scene.folder / "idle") as process:
        time.sleep(2.0)
        tell_share("an idle feed", process.pid, seconds)


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__, seconds="how long to watch")
    print("feed")
    with stage(options) as scene:
        rounds = extent(options, 100, 30, 3)
        for waiting in (40, WAITING):
            follow(scene, rounds, waiting)
        beside(scene, rounds)
        idle(scene, options.seconds or extent(options, 30, 10, 1))


if __name__ == "__main__":
    main()
