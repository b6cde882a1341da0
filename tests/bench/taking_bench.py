"""A file of 5,000 looked at and taken over with the podium open, and what keys notice of it.

On the podium's own page a letter is typed again and again, quietly and while the file is read and
recorded; then the cursor goes through the list while another program takes a file over.
"""

from __future__ import annotations

import random
import re
import subprocess
import time

from conferences import make_conference
from keys import moved
from stage import (
    PLENARY,
    ROOT,
    Stage,
    arguments,
    drain,
    extent,
    hundredth,
    is_open,
    stage,
    tell,
    tell_ratio,
)

from tests.bench.incoming import FEW, ROWS, organizations
from tests.e2e.terminal import Terminal

GAP = (0.12, 0.2)
"""Seconds between keys, as a hand presses them."""
LETTER = "%"
"""What is typed in the field; no key of the podium, which may be there again already."""
PAGE = "A file of an office"
LOOKED, TAKEN = r"Enter take it over", rf"was taken over as delegations|“{LETTER}” does nothing"


def typed(podium: Terminal, name: str) -> tuple[float, float]:
    """Milliseconds from a letter in the field of the path to the letter, and back."""
    times = []
    for key, pattern in ((LETTER, rf"{name}{LETTER}"), ("\x7f", rf"{name}(?!{LETTER})")):
        at = podium.send(key)
        times.append((podium.wait_for(pattern).at - at) / 1e6)
    return times[0], times[1]


def while_waiting(podium: Terminal, done: str, name: str) -> tuple[float, list[float]]:
    """Seconds until something is shown, and milliseconds of the keys meanwhile."""
    began, times = time.monotonic(), []
    until = began + 60
    while not re.search(done, podium.read_all()):
        assert time.monotonic() < until, podium.text
        drain((podium,), random.uniform(*GAP))
        if not re.search(done, podium.read_all()):
            times += _letter(podium, name, done)
    return time.monotonic() - began, times


def _letter(podium: Terminal, name: str, done: str) -> list[float]:
    """The times of a letter and of taking it back; none once the page is gone."""
    at = podium.send(LETTER)
    first = podium.wait_for(rf"{name}{LETTER}|{done}").at
    if re.search(done, podium.text) and not re.search(rf"{name}{LETTER}", podium.text):
        if PAGE in podium.text:  # which takes the letter all the same
            podium.wait_for(rf"{name}{LETTER}")
            podium.send("\x7f")
            podium.wait_for(rf"{name}(?!{LETTER})")
        return []
    at_back = podium.send("\x7f")
    second = podium.wait_for(rf"{name}(?!{LETTER})|{done}").at
    return [(first - at) / 1e6, (second - at_back) / 1e6]


def on_the_page(scene: Stage, rounds: int, rows: int) -> None:
    """The podium's own page."""
    database, file = scene.folder / "page.db", scene.folder / "who.csv"
    make_conference(database, waiting=100)
    organizations(file, random.Random(1), rows)
    quiet: list[float] = []
    looking: list[float] = []
    taking: list[float] = []
    looks, takes = [], []
    with scene.podium(database) as podium:
        podium.wait_for(is_open)
        drain((podium,), 2.0)
        for _ in range(rounds):
            podium.send("b")
            podium.wait_for("its path")
            podium.send(*str(file))
            podium.wait_for(r"who\.csv")
            for _ in range(10):
                drain((podium,), random.uniform(*GAP))
                quiet += typed(podium, r"who\.csv")
            podium.send("enter")
            seconds, times = while_waiting(podium, LOOKED, r"who\.csv")
            looks.append(seconds)
            looking += times
            drain((podium,), 0.3)
            podium.send("enter")
            seconds, times = while_waiting(podium, TAKEN, r"who\.csv")
            takes.append(seconds)
            taking += times
            drain((podium,), 0.5)
            podium.send("u")
            podium.wait_for("Undone")
            drain((podium,), 1)
    print(
        f"  {rows} organizations, podium open: previewed in {max(looks):.2f} s at most (goal 1.5)"
    )
    print(f"  {rows} organizations, podium open: taken over in {max(takes):.2f} s at most (goal 3)")
    tell("letter on the page: quiet", quiet)
    for what, times in (("read", looking), ("recorded", taking)):
        if times:  # a short one may be there before a key
            tell(f"letter on the page: while a file is {what}", times)
    during = looking + taking
    for place in (50, 99) if during else ():
        ratio = hundredth(during, place) / hundredth(quiet, place)
        tell_ratio(f"p{place} during to quiet", ratio, "1.1")


def by_another_program(scene: Stage, rounds: int, rows: int) -> None:
    """`plenary import` in another terminal."""
    database, file = scene.folder / "other.db", scene.folder / "who.csv"
    make_conference(database, waiting=100)
    organizations(file, random.Random(1), rows)
    quiet: list[float] = []
    during: list[float] = []
    keys = ["down", "up"]
    with scene.podium(database) as podium:
        podium.wait_for(is_open)
        drain((podium,), 1)
        for number in range(40 * rounds):
            drain((podium,), random.uniform(*GAP))
            quiet.append(moved(podium, keys[number % 2]))
        for _ in range(rounds):
            command = (*PLENARY, "import", str(file), "--yes", "--db", str(database))
            other = subprocess.Popen(command, cwd=ROOT, env=scene.env, stdout=subprocess.DEVNULL)
            number = 0
            while other.poll() is None or number % 2 or number < 6:
                drain((podium,), random.uniform(*GAP))
                during.append(moved(podium, keys[number % 2]))
                number += 1
            drain((podium,), 1)
            undo = (*PLENARY, "do", "undo", "--db", str(database))
            subprocess.run(undo, cwd=ROOT, env=scene.env, stdout=subprocess.DEVNULL, check=True)
            drain((podium,), 1)
    tell("cursor: quiet", quiet)
    tell("cursor: while another program takes a file over", during)
    for place in (50, 99):
        ratio = hundredth(during, place) / hundredth(quiet, place)
        tell_ratio(f"p{place} during to quiet", ratio, "1.1")


def main() -> None:
    """Measure both."""
    options = arguments(__doc__)
    rounds = extent(options, 8, 2, 1)
    rows = extent(options, ROWS, ROWS, FEW)
    with stage(options) as scene:
        print("A file of an office, with the podium open")
        on_the_page(scene, rounds, rows)
        by_another_program(scene, rounds, rows)


if __name__ == "__main__":
    main()
