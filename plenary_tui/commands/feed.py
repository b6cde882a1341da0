"""`plenary feed DIR`: the files that broadcast software reads, written after every act."""

from __future__ import annotations

import gc
from contextlib import suppress

from plenary_tui.commands.failures import DONE, Failed
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say
from plenary_tui.desk.watching import Watching
from plenary_tui.exchange.script import read_wording
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.settings import load
from plenary_tui.stations.link_beside import linked_beside
from plenary_tui.storage.feed_ends import FeedEnds
from plenary_tui.webcast.feeder import Feeder
from plenary_tui.webcast.folder import FeedFolder
from plenary_tui.webcast.manners import ended_by_signals, give_way

NICENESS = 5
"""How far it stands back behind the podium, in the steps of POSIX."""
EMPTIED = "no caption names anybody"


def feed(invocation: Invocation) -> int:
    """Write the files until it is ended; waits for a conference that is not there.

    The exit status. Raises `FeedError` if there is nowhere to write. What comes in the way later is
    said, and tried again. At the end the captions are emptied, unless they are to be kept.
    """
    folder = FeedFolder(read_path("DIR", invocation.options.dir))
    phrases, complaints = read_wording(load(invocation.paths.settings)[0].script)
    for complaint in complaints:
        _note(complaint)
    keep: bool = invocation.options.keep
    give_way(NICENESS)
    watching = Watching(invocation.database)
    try:
        folder.take(make=True)
        watching.open()
        clock = clock_beside(invocation.database, lambda: watching.last)
        feeder = Feeder(watching, folder, _note, clock, phrases, keep=keep)
        with ended_by_signals(feeder.stop):
            feeder.write()
            gc.freeze()  # what stands from now on is not looked through again at every act
            gc.enable()
            _tell(watching, folder)
            with linked_beside(invocation.database):
                feeder.run()
    finally:
        watching.close()
        folder.free()
    FeedEnds(invocation.database).tell(folder.path)
    with suppress(Failed):  # perhaps there is no terminal any more
        say(f"The feed has ended; {'its files stay as they are' if keep else EMPTIED}.")
    return DONE


def _note(sentence: str) -> None:
    complain(f"Note: {sentence}")


def _tell(watching: Watching, folder: FeedFolder) -> None:
    """Say what is written where, or what is waited for."""
    conference = watching.conference
    if conference is None:
        say(f"The feed in {folder.path} waits for a conference. Ctrl+C ends it.")
    else:
        rehearsal = "REHEARSAL: " if conference.rehearsal else ""
        say(f"{rehearsal}{conference.name} is written to {folder.path}. Ctrl+C ends it.")
