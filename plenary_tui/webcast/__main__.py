"""The feed of an open podium, in a process of its own.

`-m plenary_tui.webcast DATABASE DIR [SCRIPT]`, SCRIPT being the office's own words if it has any.

It ends when its standard input does, which is when the podium ends, however that ends, or at a
signal; the captions are empty then. What comes in the way is printed, a sentence a line.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from plenary_tui.desk.watching import Watching
from plenary_tui.exchange.script import read_wording
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.webcast.feeder import Feeder
from plenary_tui.webcast.folder import FeedError, FeedFolder
from plenary_tui.webcast.manners import ended_by_signals, give_way

NICENESS = 10
"""How far it stands back behind the podium, in the steps of POSIX."""


def main() -> None:
    """Write the files until the standard input ends."""
    give_way(NICENESS)
    database, folder = Path(sys.argv[1]), FeedFolder(Path(sys.argv[2]))
    watching = Watching(database)
    clock = clock_beside(database, lambda: watching.last)
    script = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    phrases, _ = read_wording(script)  # the podium tells what of it was not taken
    feeder = Feeder(watching, folder, _tell, clock, phrases)

    def wait_for_the_end() -> None:
        sys.stdin.buffer.read()
        feeder.stop(podium_ended=True)

    Thread(target=wait_for_the_end, daemon=True).start()
    with suppress(FeedError):  # the feeder tells, and tries again
        folder.take(make=True)
    feeder.update()
    gc.freeze()
    with ended_by_signals(feeder.stop):
        feeder.run()


def _tell(sentence: str) -> None:
    with suppress(OSError):  # the podium has gone
        sys.stdout.buffer.write(sentence.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
