"""`plenary new`: a conference from a pack, or from answers to questions."""

from __future__ import annotations

import shlex
import sys
from contextlib import suppress
from pathlib import Path

from plenary_tui.clock import SystemClock, today
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.founding import found
from plenary_tui.commands.invocation import Invocation, make_data_folder
from plenary_tui.commands.output import complain, say
from plenary_tui.desk.making import Made, NotATime, make_conference
from plenary_tui.exchange.founding.drafting import forget
from plenary_tui.exchange.founding.invited import all_states
from plenary_tui.exchange.founding.new_pack import write_pack
from plenary_tui.exchange.founding.questions import sample
from plenary_tui.exchange.workbook.template import write_template
from plenary_tui.exchange.workbook.unfolding import is_workbook
from plenary_tui.storage.errors import AlreadyThere

ELSEWHERE = "Choose another place with --db, or keep it aside with --replace."


def new(invocation: Invocation) -> int:
    """Make a conference and make it the last one; the exit status."""
    if invocation.options.template is not None:
        return _write_template(Path(invocation.options.template))
    paths = invocation.paths
    database = invocation.place
    make_data_folder(paths, database)
    starting: str = invocation.options.starting
    given: str | None = invocation.options.pack
    pack = _asked_for(invocation) if given is None else given
    try:
        made = make_conference(
            database,
            pack,
            SystemClock(),
            invocation.station,
            starting=starting,
            rehearsal=invocation.rehearsal,
            replace=invocation.options.replace,
        )
    except AlreadyThere as error:
        raise Failed(error.why, ELSEWHERE) from None
    except NotATime:
        raise Misused(
            f"--starting “{starting}” is no day and time. Write it as 2024-10-14T10:00, or now."
        ) from None
    _tell(made)
    if given is None:
        forget(paths.data)
        say(f"It stands as a pack in {pack}: yours to edit, to keep and to send.")
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


def _asked_for(invocation: Invocation) -> str:
    """The folder of a pack made of answers; nothing is asked that could not be made then."""
    if not sys.stdin.isatty():
        raise Misused("A pack is needed where nobody can be asked: --pack cop12, or a folder.")
    if invocation.place.exists() and not invocation.options.replace:
        raise Failed(f"{invocation.place} is there already.", ELSEWHERE)
    with suppress(ImportError):
        import readline  # noqa: F401  (lines can be edited then)
    return str(found(invocation.paths.data, input, today()))


def _write_template(path: Path) -> int:
    """Write what an office fills in; a file or folder that is there is left alone."""
    if path.exists():
        raise Failed(f"{path} is there already.", "Name another, or move it away.")
    workbook = path.suffix.casefold() == ".xlsx"
    if not workbook and is_workbook(path):
        raise Misused(f"{path} would be no .xlsx file. Name it so, or name a folder.")
    try:
        if workbook:
            write_template(path, all_states())
        else:
            write_pack(path, sample())
    except OSError as error:
        raise Failed(f"{path} cannot be written ({error.strerror or error}).") from None
    say(
        f"{path} was written. Fill it in; then plenary check {shlex.quote(str(path))} "
        "tells what is wrong."
    )
    return DONE


def _tell(made: Made) -> None:
    say(f"{made.name} was set up in {made.path}.")
    if made.kept is not None:
        say(f"The conference that was there is kept in {made.kept}.")
    if made.opens_at is not None:
        from plenary_tui.procedure.ground.calendar import say_day

        say(f"Its first meeting opens at {made.opens_at:%H:%M} on {say_day(made.opens_at.date())}.")
