"""How long the record of 10,000 statements takes: `python -m tests.bench.record_speed`.

Prints how long it takes to take the record as data from the state, to write each form in each
format (those of office programs where their libraries are installed), and all of `plenary record`
as a process beside `plenary status`, which reads and folds the same 30,000 rows; behind each what
the processors worked for it, which is more where two work at once. Aim: the record itself, taken
and written in its dearest form, in 2 s. With `--quick` a tenth of the statements.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from plenary_tui.clock import SystemClock
from plenary_tui.commands.record import reading_of, taken
from plenary_tui.exchange.outgoing.office_formats import installed, office_file, takes
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.floor.giving import FloorGiven, StatementEnded
from plenary_tui.procedure.floor.statement import ClockStarted
from plenary_tui.procedure.meetings.agenda import ItemTakenUp
from plenary_tui.procedure.meetings.meeting import MeetingAdjourned
from plenary_tui.procedure.meetings.opening import MeetingOpened
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.views.record.forms import FORMATS, FORMS, PROSE, written
from plenary_tui.views.record.scope import Scope, choose
from tests.bench.conferences import ITEM, Recording, with_long_list
from tests.bench.stage import arguments, extent

STATEMENTS = 10_000
AIM = 2.0
LENGTH = timedelta(seconds=170)


def make(path: Path, statements: int) -> None:
    """A conference in whose one meeting so many States were heard."""
    began = SystemClock().now().before(timedelta(days=60))
    convened = load_pack("cop12").convene(
        began, starting=began.utc.replace(second=0, microsecond=0)
    )
    convened = with_long_list(convened, statements)
    recording = Recording(began)
    recording.record((convened,))
    at = began
    recording.record((MeetingOpened(at=at, number=1),))
    recording.record((ItemTakenUp(at=at, item=ITEM),))
    for number in range(1, statements + 1):
        recording.record((FloorGiven(at=at, entry=number, limit=timedelta(minutes=3)),))
        recording.record((ClockStarted(at=at),))
        at = _later(at, LENGTH)
        recording.record((StatementEnded(at=at),))
    recording.record((MeetingAdjourned(at=at),))
    recording.write(path)


def _later(at: Instant, by: timedelta) -> Instant:
    return at.before(-by)


def tell(what: str, work: Callable[[], object]) -> float:
    """Time some work, and print it."""
    begun, worked = perf_counter(), process_time()
    work()
    took = perf_counter() - begun
    print(f"{what:<28} {took:6.2f} s {process_time() - worked:6.2f} s")
    return took


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__)
    statements = extent(options, STATEMENTS, STATEMENTS // 10, STATEMENTS // 200)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conference.db"
        make(path, statements)
        opened = open_journal(path)
        opened.journal.close()
        print(f"{statements} statements, {len(opened.records)} rows")
        reading = reading_of(opened.records, "0" * 64)
        chosen = choose(reading.conference, reading.course, Scope())
        record = taken(reading, chosen, "record")
        data = tell("the record as data", lambda: taken(reading, chosen, "record"))
        dearest = max(
            tell(f"  {form} as {format_}", partial(written, record, form, format_))
            for form in FORMS
            for format_ in FORMATS
            if not (format_ == "csv" and form in PROSE)
        )
        for format_ in installed():
            for form in (one for one in FORMS if takes(format_, one)):
                made = partial(office_file, record, form, format_)
                dearest = max(dearest, tell(f"  {form} as {format_}", made))
        print(f"{'taken and written at most':<28} {data + dearest:6.2f} s (aim {AIM:.0f})")
        for name in ("status", "record"):
            tell(f"plenary {name}, a process", partial(run, name, path))


def run(command: str, path: Path) -> None:
    """Run a command on a conference in a process of its own."""
    words = [sys.executable, "-m", "plenary_tui", command]
    env = {**os.environ, "PLENARY_DB": str(path)}
    subprocess.run(words, env=env, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
