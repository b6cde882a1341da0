"""Does anything grow with the opening of pages? Each is opened and left a thousand times."""

from __future__ import annotations

import time
from collections.abc import Callable

import psutil
from clerk import Clerk
from stage import arguments, extent, is_open, stage

from tests.e2e.terminal import Terminal

WAITING = 400
PAGES = {
    "?": "Keys",
    "a": "Inscribe",
    "i": "item",
    "d": "Documents",
    "f": "Forecast",
    "l": "President",
    "v": "Programme",
    ":": "",
    "/": "",
}
"""By the key that opens it, something of what it shows; "" where it shows nothing of its own."""
FIRST = 50
"""Openings before which nothing is compared: what is made once is made by then."""


def open_and_leave(podium: Terminal, key: str, times: int, size: Callable[[], int]) -> list[int]:
    """How large the podium was before each opening, and after the last, in bytes."""
    sizes = []
    for _ in range(times):
        sizes.append(size())
        podium.send(key)
        podium.read(0.08)
        podium.send("escape")
        podium.read(0.08)
        podium.read_all()
    return [*sizes, size()]


def main() -> None:
    """Print what each page took, and all of them together."""
    options = arguments(__doc__, times="openings of each; else 1,000")
    times = int(options.times or extent(options, 1000, 150, 2))
    print(f"openings: each page {times} times")
    with stage(options) as scene:
        database = scene.folder / "openings.db"
        Clerk(database, WAITING).leave()
        with scene.podium(database) as podium:
            podium.wait_for(is_open)
            process = psutil.Process(podium.pid)
            together = 0.0
            for key in PAGES:
                began = time.monotonic()
                sizes = open_and_leave(podium, key, times, lambda: process.memory_info().rss)
                grown = (sizes[-1] - sizes[min(FIRST, times - 1)]) / 2**20
                together += grown
                took = 1000 * (time.monotonic() - began) / times
                print(f"  {key}  {grown:+8.2f} MiB after the first {FIRST}   {took:5.0f} ms each")
            print(f"  all {together:+8.2f} MiB   wanted: under 2 MiB in all")


if __name__ == "__main__":
    main()
