"""How long the podium's loop is held while 5,000 come in: processor time of its longest callbacks.

Processor time, not time of the clock: whatever else the machine does is not in it. What waits for
the interpreter beside it is in `taking_bench`, in a real terminal.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.widgets import Input

from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.incoming.looking import Looking
from plenary_tui.storage.open_journal import open_journal
from tests.bench.incoming import FEW, ROWS, organizations
from tests.bench.stage import arguments, extent
from tests.ui.podium import Chamber, cop12_chamber, podium_on

GOAL = 20.0
"""Milliseconds for which nothing may hold the loop."""


@contextmanager
def longest(times: list[float]) -> Iterator[None]:
    """Milliseconds of processor time of each callback of the loop, while this lasts."""
    run = asyncio.Handle._run

    def timed(handle: asyncio.Handle) -> Any:
        began = time.thread_time()
        try:
            return run(handle)
        finally:
            times.append((time.thread_time() - began) * 1000)

    asyncio.Handle._run = timed  # type: ignore[method-assign]
    try:
        yield
    finally:
        asyncio.Handle._run = run  # type: ignore[method-assign]


async def rest(room: Chamber) -> None:
    """Wait for the threads beside the podium."""
    await room.podium.workers.wait_for_complete()
    await asyncio.sleep(0.3)


def told(what: str, times: list[float], seconds: float) -> bool:
    """Print the longest; whether it is too long."""
    held = max(times)
    print(f"  {what:<44} longest {held:6.1f} ms (at most {GOAL:.0f}), {seconds:.2f} s")
    times.clear()
    return held > GOAL


async def measure(folder: Path, rows: int) -> bool:
    """Look at a file, take it over, undo it; then another station does."""
    file, times = folder / "who.csv", list[float]()
    organizations(file, random.Random(1), rows)
    room = cop12_chamber(folder)
    worst = False
    async with podium_on(room, (120, 36)) as (podium, pilot, _):
        await pilot.press("b")
        await rest(room)
        podium.screen.query_one("#path", Input).value = str(file)
        with longest(times):
            for what in ("looking at it", "taking it over"):
                began = time.monotonic()
                await pilot.press("enter")
                await podium.workers.wait_for_complete()
                seconds = time.monotonic() - began
                await rest(room)
                worst |= told(what, times, seconds)
            assert len(room.conference.delegations) > rows, room.screen
            began = time.monotonic()
            await pilot.press("u")
            await rest(room)
            worst |= told("undoing it", times, time.monotonic() - began)
            await asyncio.to_thread(_by_another, room, file)
            times.clear()
            began = time.monotonic()
            podium.acts.catch_up()
            await rest(room)
            worst |= told("another station has taken it over", times, time.monotonic() - began)
            assert len(room.conference.delegations) > rows
    return worst


def _by_another(room: Chamber, file: Path) -> None:
    """Another station takes the file over."""
    opened = open_journal(room.path)
    desk = Desk(opened.journal, room.clock, "other", opened.records)
    looking = Looking(file, "", desk.conference.timezone)
    looked = looking.look(desk.conference, room.clock.now(), file.with_name("n.csv"), str)
    desk.dispatch(looked.command)
    opened.journal.close()


def main() -> int:
    """Print the figures; 1 if one is higher than it may be."""
    options = arguments(__doc__)
    rows = extent(options, ROWS, ROWS, FEW)
    print(f"The podium's loop while {rows} organizations come in")
    with tempfile.TemporaryDirectory() as folder:
        slow = asyncio.run(measure(Path(folder), rows))
    return int(slow and not options.brief)


if __name__ == "__main__":
    sys.exit(main())
