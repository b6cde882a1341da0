"""`plenary new`: a conference from a pack."""

from __future__ import annotations

import shlex

from plenary_tui.clock import SystemClock
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.invocation import Invocation, make_data_folder
from plenary_tui.commands.output import complain, say
from plenary_tui.desk.making import Made, NotATime, make_conference
from plenary_tui.storage.errors import AlreadyThere


def new(invocation: Invocation) -> int:
    """Make a conference and make it the last one; the exit status."""
    paths = invocation.paths
    database = invocation.place
    make_data_folder(paths, database)
    starting: str = invocation.options.starting
    try:
        made = make_conference(
            database,
            invocation.options.pack,
            SystemClock(),
            invocation.station,
            starting=starting,
            rehearsal=invocation.rehearsal,
            replace=invocation.options.replace,
        )
    except AlreadyThere as error:
        raise Failed(
            error.why, "Choose another place with --db, or keep it aside with --replace."
        ) from None
    except NotATime:
        raise Misused(
            f"--starting “{starting}” is no day and time. Write it as 2024-10-14T10:00, or now."
        ) from None
    _tell(made)
    if invocation.rehearsal:
        say("Next: plenary rehearse")
        return DONE
    try:
        paths.remember(made.path)
    except OSError as error:
        complain(f"It will not be remembered as the last conference ({error.strerror}).")
    # It is the last conference now, which only the environment would outdo.
    chosen = f" --db {shlex.quote(str(database))}" if paths.named not in (None, database) else ""
    say(f"Next: plenary podium{chosen}")
    return DONE


def _tell(made: Made) -> None:
    say(f"{made.name} was set up in {made.path}.")
    if made.kept is not None:
        say(f"The conference that was there is kept in {made.kept}.")
    if made.opens_at is not None:
        from plenary_tui.procedure.ground.calendar import say_day

        say(f"Its first meeting opens at {made.opens_at:%H:%M} on {say_day(made.opens_at.date())}.")
