"""`plenary feed DIR`: the files that broadcast software reads, written after every act."""

from __future__ import annotations

import gc

from plenary_tui.commands.failures import DONE
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say
from plenary_tui.desk.watching import Watching
from plenary_tui.exchange.script import read_wording
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.settings import load
from plenary_tui.webcast.feeder import Feeder
from plenary_tui.webcast.folder import FeedFolder
from plenary_tui.webcast.manners import give_way

NICENESS = 5
"""How far it stands back behind the podium, in the steps of POSIX."""


def feed(invocation: Invocation) -> int:
    """Write the files until it is interrupted; the exit status.

    Raises `StorageError` if there is no conference to follow, `FeedError` if there is nowhere
    to write. What comes in the way later is said, and tried again.
    """
    folder = FeedFolder(read_path("DIR", invocation.options.dir))
    phrases, complaints = read_wording(load(invocation.paths.settings)[0].script)
    for complaint in complaints:
        complain(complaint)
    invocation.opened().journal.close()  # says what is wrong with the conference
    give_way(NICENESS)
    watching = Watching(invocation.database)
    try:
        folder.take(make=True)
        if not watching.open():
            assert watching.trouble is not None
            raise watching.trouble
        clock = clock_beside(invocation.database, lambda: watching.last)
        feeder = Feeder(watching, folder, complain, clock, phrases)
        feeder.write()
        gc.freeze()  # what stands from now on is not looked through again at every act
        assert watching.conference is not None
        rehearsal = "REHEARSAL: " if watching.conference.rehearsal else ""
        say(f"{rehearsal}{watching.conference.name} is written to {folder.path}. Ctrl+C ends it.")
        feeder.run()
    except KeyboardInterrupt:
        say("The feed has ended; its files stay as they are.")
    finally:
        watching.close()
        folder.free()
    return DONE
