"""Prints what the list of speakers and the large type cost; asserts nothing.

Run it as `python tests/bench/list_bench.py`. Milliseconds; `painted` is until the next
frame has been composed, and so includes the wait for Textual's next frame: set TEXTUAL_FPS=1000 to
leave that out.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median, quantiles
from time import perf_counter

from stage import arguments, extent
from textual.app import App, ComposeResult

from plenary_tui.procedure.speakers.lists import with_changed_entry, without_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
    empty_list,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, Language, ParticipantClass, Tier
from plenary_tui.views.podium.listing import listing
from plenary_tui.widgets import speakers_list
from plenary_tui.widgets.big_type import BigType, set_large

NOW = datetime(2024, 10, 14, 8, tzinfo=UTC)


def long_list(entries: int) -> tuple[Conference, SpeakersList]:
    """A conference with so many delegations of States on one list."""
    delegations = tuple(
        Delegation(f"S{n}", f"State of {n} Islands", ParticipantClass.STATE_PARTY)
        for n in range(min(entries, 450))
    )
    waiting = tuple(
        Entry(
            n + 1,
            delegations[n % len(delegations)].id,
            Tier.STATES,
            NOW,
            function="Permanent Representative",
            language=Language.FRENCH,
            ready=n % 3 == 0,
        )
        for n in range(entries)
    )
    speakers = empty_list("1(f)", Body.PLENARY)
    speakers = speakers.with_queue(replace(speakers.queue(Tier.STATES), waiting=waiting))
    conference = Conference(
        "bench",
        "Bench",
        "UTC",
        date(2024, 10, 14),
        date(2024, 10, 18),
        delegations=delegations,
        items=(AgendaItem("1(f)", "General discussion"),),
        lists=(speakers,),
    )
    return conference, speakers


class Bench(App[None]):
    """The list and a clock, nothing else."""

    CSS = "BigType { height: 8; }"

    def compose(self) -> ComposeResult:
        """Clock above, list below."""
        yield BigType()
        yield speakers_list.SpeakersList()


def say(what: str, seconds: list[float]) -> None:
    """Print the median and the 99th hundredth."""
    worst = quantiles(seconds, n=100)[98]
    print(f"{what:<52} p50 {median(seconds) * 1000:8.3f}   p99 {worst * 1000:8.3f} ms")


def time_calls(what: str, times: int, call: Callable[[], object]) -> None:
    """Time a plain call."""
    seconds = []
    for _ in range(times):
        began = perf_counter()
        call()
        seconds.append(perf_counter() - began)
    say(what, seconds)


async def time_frames(app: App[None], times: int, what: str, change: Callable[[int], None]) -> None:
    """Time a change, and the change with its frame."""
    changes, frames = [], []
    for n in range(times):
        await asyncio.sleep(0)
        began = perf_counter()
        change(n)
        changes.append(perf_counter() - began)
        painted = asyncio.Event()
        app.call_after_refresh(painted.set)
        await painted.wait()
        frames.append(perf_counter() - began)
    say(what, changes)
    say(f"{what}, painted", frames)


async def time_widgets(entries: int, times: int, size: tuple[int, int]) -> None:
    """Time what an officer does to a list of so many entries, on a screen of that size."""
    conference, speakers = long_list(entries)
    shorter = without_entry(speakers, speakers.waiting[0])
    changed = with_changed_entry(speakers, replace(speakers.waiting[1], note="x"))
    app = Bench()
    print(f"{entries} entries at {size[0]}x{size[1]}")
    async with app.run_test(size=size) as pilot:
        the_list, clock = app.query_one(speakers_list.SpeakersList), app.query_one(BigType)

        def show(listed: SpeakersList) -> None:
            the_list.listing = listing(conference, listed, NOW)

        def tell(second: int) -> None:
            clock.text = f"{second // 60}:{second % 60:02}"

        show(speakers)
        await pilot.pause()
        gc.freeze()
        await time_frames(app, times, "listing made again, equal", lambda n: show(speakers))
        await time_frames(
            app, times, "one entry changed", lambda n: show((changed, speakers)[n % 2])
        )
        await time_frames(
            app, times, "one entry left or came", lambda n: show((shorter, speakers)[n % 2])
        )
        await time_frames(app, times, "cursor down", lambda n: the_list.action_list_step(1))
        await time_frames(
            app, times, "page down or up", lambda n: the_list.action_list_page((1, -1)[n % 2])
        )
        await time_frames(app, times, "clock changed", tell)


async def measure(entries: int, times: int) -> None:
    """Print all figures for a list of so many entries."""
    conference, speakers = long_list(entries)
    time_calls("make a listing", times, lambda: listing(conference, speakers, NOW))
    time_calls(
        "make a filtered listing and count it",
        times,
        lambda: listing(conference, speakers, NOW, "isl 7").matches,
    )
    time_calls("a clock's figures, drawn before", times, lambda: set_large("2:59", 46, 8, "+0:00"))
    for size in ((80, 24), (120, 36), (200, 60)):
        await time_widgets(entries, times, size)


def main() -> None:
    """Measure, and print."""
    options = arguments(__doc__, entries="on the list; else 5,000")
    entries = int(options.entries or extent(options, 5000, 5000, 50))
    asyncio.run(measure(entries, extent(options, 200, 50, 2)))


if __name__ == "__main__":
    main()
