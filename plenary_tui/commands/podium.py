"""`plenary`, `plenary podium` and `plenary rehearse`: which conference the podium opens on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import medium
from plenary_tui.clock import SystemClock
from plenary_tui.commands import launch
from plenary_tui.commands.failures import DONE, Misused
from plenary_tui.commands.invocation import Invocation, make_data_folder

if TYPE_CHECKING:
    from plenary_tui.commands.auto import Auto


def last_or_lobby(invocation: Invocation) -> int:
    """The podium on the conference in use; where there is none yet, the lobby. The exit status."""
    if invocation.given or invocation.paths.named or medium.is_there(invocation.database):
        return podium(invocation)
    launch.require_terminal()
    from plenary_tui.desk.making import make_conference
    from plenary_tui.exchange.founding.drafting import forget
    from plenary_tui.rehearsal.preparing import MakeNew, OpenOne, Rehearse

    paths = invocation.paths
    match launch.run_lobby(paths):
        case None:
            return DONE
        case Rehearse():
            return _rehearse(invocation)
        case MakeNew(pack=pack, asked_for=asked_for):
            make_data_folder(paths, paths.default)
            made = make_conference(paths.default, pack, SystemClock(), invocation.station)
            if asked_for:
                forget(paths.data)
            return _open(invocation, made.path)
        case OpenOne(path=path):
            return _open(invocation, path)


def podium(invocation: Invocation) -> int:
    """The podium on the conference in use; the exit status."""
    if invocation.rehearsal:
        return _rehearse(invocation)
    launch.require_terminal()
    return _open(invocation, invocation.database)


def _open(invocation: Invocation, database: Path) -> int:
    station = invocation.station_on(database)
    return launch.open_podium(database, invocation.paths, station, feed=invocation.feed)


def rehearse(invocation: Invocation) -> int:
    """The podium on the rehearsal, resumed or made; the exit status."""
    options = invocation.options
    meeting: int | None = options.meeting
    if meeting is not None and meeting < 1:
        raise Misused("Meetings are numbered from 1.")
    from plenary_tui.commands.auto import read_auto

    auto = read_auto(options.auto, options.seed, options.room)
    return _rehearse(invocation, fresh=options.fresh, meeting=meeting, pack=options.pack, auto=auto)


def _rehearse(
    invocation: Invocation,
    *,
    fresh: bool = False,
    meeting: int | None = None,
    pack: str | None = None,
    auto: Auto | None = None,
) -> int:
    launch.require_terminal()
    from plenary_tui.rehearsal.preparing import prepare_rehearsal

    database = invocation.given or invocation.paths.rehearsal
    make_data_folder(invocation.paths, database)
    prepare_rehearsal(
        database, SystemClock(), invocation.station, fresh=fresh, meeting=meeting, pack=pack
    )
    return launch.open_podium(
        database,
        invocation.paths,
        invocation.station,
        rehearsal=True,
        feed=invocation.feed,
        auto=auto,
    )
