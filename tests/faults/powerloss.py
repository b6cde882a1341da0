"""Power loss for any SQLite application: record it, rebuild what the disk could hold, judge that.

    with recording(folder) as log:
        journal = Journal.open(folder / "meeting.db")  # opened inside, and unchanged
        for act in range(1, 9):
            journal.append(...)
            log.acknowledge(act)  # when the officer would see it
        journal.close()

    def judge(folder: Path, acknowledged: tuple[int, ...]) -> None:
        ...  # open what is in `folder`; raise when it is corrupt or lacks an acknowledged act

    verdict = judged(log, judge)
    assert not verdict.failing, verdict.report()

`failing(write=n)` and `failing(sync=n)` make a connection opened inside the recording, or inside
`failing` itself, meet a full disk or a failing sync. Mark the tests with
`pytest.mark.skipif(bool(why_unavailable()), reason=str(why_unavailable()))`.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from .failing import Failure, failing
from .recording import Log, recording
from .replay import DiskState, Recorded, as_written, disk_states
from .vfs import why_unavailable

__all__ = [
    "DiskState",
    "Failure",
    "Judge",
    "Log",
    "Verdict",
    "as_written",
    "disk_states",
    "failing",
    "judged",
    "recording",
    "why_unavailable",
]

Judge = Callable[[Path, tuple[int, ...]], None]
"""Given a folder as the power cut left it and the acts acknowledged: raises if it is not good."""

_IN_MEMORY = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many distinct states were judged, and those that failed with what the judge raised."""

    judged: int
    failing: tuple[tuple[DiskState, Exception], ...]

    def report(self, first: int = 5) -> str:
        """A line for the numbers and one for each of the first failing states."""
        lines = [f"{len(self.failing)} of {self.judged} disk states fail"]
        lines += [
            f"{state.how}; acknowledged {state.acknowledged}: {type(error).__name__}: {error}"
            for state, error in self.failing[:first]
        ]
        return "\n".join(lines)


def judged(
    log: Recorded,
    judge: Judge,
    *,
    since: int = 0,
    stop_at: int | None = None,
    sample: tuple[int, int] | None = None,
) -> Verdict:
    """Judge every distinct disk state of `log`, each in a folder of its own, one at a time.

    The folder is in memory where the system has such a place: a judge may open the database for
    writing without paying for syncs. It is gone after the judgement.

    Args:
        log: the recording, ended or still going on.
        judge: may change the folder as it likes, but must close what it opens.
        since: see `disk_states`.
        stop_at: enough failing states: a mutant need only be caught.
        sample: a seed, and how many of the states are judged at most, in an order drawn as well:
            what fails is often among the last. Else all, in theirs.
    """
    failures: list[tuple[DiskState, Exception]] = []
    count = 0
    in_memory = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="powerloss-", dir=in_memory) as scratch:
        folder = Path(scratch) / "disk"
        states = disk_states(log, since)
        if sample is not None:
            states = tuple(Random(sample[0]).sample(states, min(sample[1], len(states))))
        for state in states:
            folder.mkdir()
            state.write_to(folder)
            count += 1
            try:
                judge(folder, state.acknowledged)
            except Exception as error:
                failures.append((state, error.with_traceback(None)))
            shutil.rmtree(folder)
            if stop_at is not None and len(failures) >= stop_at:
                break
    return Verdict(count, tuple(failures))
