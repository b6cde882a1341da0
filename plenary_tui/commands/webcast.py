"""`plenary webcast`: the next-speaker pane on the conference in use, which it only reads."""

from __future__ import annotations

import gc
import os

from plenary_tui.commands import launch
from plenary_tui.commands.failures import DONE, log_internal
from plenary_tui.commands.invocation import Invocation
from plenary_tui.desk.watching import Watching
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.settings import load
from plenary_tui.stations.link_beside import linked_beside


def webcast(invocation: Invocation) -> int:
    """The pane, until it is left; it waits for a conference that is not there. The exit status."""
    launch.require_terminal("The webcast pane")
    os.environ.setdefault("TEXTUAL_FPS", launch.FRAMES_PER_SECOND)
    gc.disable()  # until the first frame: nothing made before it is garbage
    database = invocation.database
    watching = Watching(database)
    watching.open()
    from plenary_tui.apps.pane import WebcastApp

    settings, _ = load(invocation.paths.settings)
    clock = clock_beside(database, lambda: watching.last)
    app = WebcastApp(watching, clock, settings=settings, report=log_internal)
    try:
        with linked_beside(database):
            app.run()
    finally:
        watching.close()
    return app.return_code or DONE
