"""What grows with the journal: memory, the fold of an event, and what is undone far back."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
from conferences import make_conference
from stage import Stage, arguments, drain, extent, is_open, stage, tell_ratio

from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.journal import SqliteJournal

WAITING = 400
LONG, FEW = 10_000, 200

EVENTS = {0: "65", LONG: "70", 10 * LONG: "90"}
"""How many events, and the MiB that are wanted."""
IN_A_ROW = 140
"""Acts that are undone one after another; the state is kept at hand for fewer."""
SETTLE = 4.0


def busy(work: Callable[[], object]) -> float:
    """Milliseconds of the processor, which others do not lengthen."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def memory(scene: Stage, database: Path, wanted: str, events: int) -> None:
    """What a podium holds once all that follows its first frame is done."""
    with scene.podium(database) as podium:
        podium.wait_for(is_open)
        drain((podium,), SETTLE)
        held = psutil.Process(podium.pid).memory_info().rss / 2**20
    name = f"memory of a podium, {events} events"
    print(f"  {name:<46} {held:12.1f} MiB   wanted: {wanted}", flush=True)


def fold(records: tuple[Record, ...], last: int = 0) -> float:
    """Microseconds an event, of the last so many, or of all."""
    before, counted = (records[:-last], records[-last:]) if last else ((), records)

    def once() -> float:
        ledger = Ledger(before)
        return busy(lambda: ledger.fold(counted))

    gc.disable()  # as in the program, until its first frame
    found = min(once() for _ in range(3)) * 1000 / len(counted)
    gc.enable()
    return found


def undo(records: tuple[Record, ...]) -> float:
    """The longest of many undos in a row, in milliseconds."""
    ledger, longest, last = Ledger(records), 0.0, records[-1]

    def once() -> None:
        seq = ledger.seq + 1
        event = ledger.undo(last.event.at)
        ledger.fold((replace(last, seq=seq, act=seq, event=event),))

    for _ in range(IN_A_ROW):
        longest = max(longest, busy(once))
    return longest


def measure(scene: Stage, most: int) -> None:
    """All of it, for journals of each length up to that; if none has that many, shorter ones."""
    per_event, at_the_end = {}, {}
    for events, wanted in EVENTS.items():
        if events > most >= LONG:
            continue
        database = scene.folder / f"{events}.db"
        make_conference(database, waiting=WAITING, events=min(events, most))
        memory(scene, database, wanted, events)
        if events:
            with closing(SqliteJournal(database)) as journal:
                records = tuple(journal.read())
            per_event[events], at_the_end[events] = fold(records), fold(records, FEW)
            print(f"  {f'fold of {events} events':<46} {per_event[events]:12.1f} us an event")
            name = f"longest of {IN_A_ROW} undos in a row, {events} events"
            print(f"  {name:<46} {undo(records):12.1f} ms   wanted: 15, 30", flush=True)
    if len(per_event) > 1:
        few, many = per_event.values()
        tell_ratio("fold of an event, 100,000 to 10,000", many / few, "1.1")
        few, many = at_the_end.values()
        tell_ratio(f"the last {FEW}, when as many wait", many / few, "1.1")


def main() -> None:
    """Print all of it."""
    options = arguments(__doc__)
    print("growth")
    with stage(options) as scene:
        measure(scene, extent(options, 10 * LONG, LONG, FEW))


if __name__ == "__main__":
    main()
