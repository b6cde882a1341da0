"""From the command line to the screen: everything that a podium is given, and its end."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import medium
from plenary_tui.clock import RehearsalClock, SystemClock
from plenary_tui.commands.failures import DONE, Failed, log_internal
from plenary_tui.commands.output import complain
from plenary_tui.desk.proving import Proving
from plenary_tui.desk.writing import Desk
from plenary_tui.paths import Paths
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.rehearsal.own_time import (
    ChargeClock,
    clock_beside,
    clock_of_rehearsal,
    has_own_time,
)
from plenary_tui.settings import Settings, SettingsError, load, save
from plenary_tui.storage.errors import Damaged, OtherState, StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.kept_state import forget_state
from plenary_tui.storage.link_file import read_link
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import Opened, open_journal
from plenary_tui.storage.privacy import make_private

if TYPE_CHECKING:
    from plenary_tui.commands.auto import Auto
    from plenary_tui.rehearsal.preparing import Beginning
    from plenary_tui.stations.link_beside import LinkBeside
    from plenary_tui.storage.recovery import Recovery
    from plenary_tui.webcast.beside import FeedBeside

FRAMES_PER_SECOND = "240"
"""How often Textual may repaint; read once, when it is imported."""

OwnClock = SystemClock | RehearsalClock | ChargeClock
"""The clocks by which a podium may go; that of another machine's while it only follows it."""

OTHERS_COULD_READ = (
    "Other accounts of this computer could read this conference with its private notes. "
    "From now on only yours can."
)


def require_terminal(what: str = "The podium") -> None:
    """Raise `Failed` where no screen can be drawn for what is named."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return
    if not all(stream and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        raise Failed(
            f"{what} needs a terminal.",
            "From a script, use `plenary do` and `plenary status`.",
        )


def open_podium(
    database: Path,
    paths: Paths,
    station: str,
    *,
    rehearsal: bool = False,
    feed: Path | None = None,
    auto: Auto | None = None,
) -> int:
    """Open the podium on a conference, until it is closed; the exit status.

    A damaged journal is recovered first, and the officer is told.

    Args:
        rehearsal: whether only a rehearsal may be opened.
        feed: where to write the webcast files; None for where the settings say.
        auto: the simulated room that acts; None for none.

    Raises `StorageError`, `PodiumBusy` among them.
    """
    if not medium.is_file(database):
        # Says what is there instead; no lock is left beside nothing.
        open_journal(database).journal.close()
    gc.disable()  # until the first frame: nothing made before it is garbage
    with PodiumLock(database, station):
        open_once = partial(_open, database, paths, station, rehearsal, feed, auto)
        ended = open_once(_give_way(database))
        while not isinstance(ended, int):
            # Nothing is believed then but the journal, which is checked before it is shown.
            forget_state(database)
            ended = open_once((str(ended),) if isinstance(ended, OtherState) else ())
        return ended


def _open(
    database: Path,
    paths: Paths,
    station: str,
    rehearsal: bool,
    feed: Path | None,
    auto: Auto | None,
    told: tuple[str, ...],
) -> int | StorageError:
    """Open it once: the exit status, or why it has to be opened anew.

    Args:
        told: what the officer must be told first.
    """
    system = SystemClock()
    opened, findings = _opened(database, system)
    own_folder = (paths.data,) if database.parent == paths.data else ()
    if make_private(database, *own_folder, paths.log.parent, paths.log):
        findings = (*findings, OTHERS_COULD_READ)
    try:
        ledger = opened.ledger()
        clock: OwnClock = _clock(opened.journal.path, ledger, auto, system)
        if isinstance(clock, SystemClock):
            followed = clock_beside(database, lambda: desk.last_at)
            clock = ChargeClock(system, followed, follows=not opened.journal.records_here())
        desk = Desk(opened.journal, clock, station, ledger=ledger)
        if rehearsal and not desk.conference.rehearsal:
            from plenary_tui.rehearsal.preparing import not_a_rehearsal

            raise not_a_rehearsal(database)
        if not desk.conference.rehearsal:
            _remember(paths, database)
        return _run(desk, clock, opened, paths, (*told, *findings), feed, auto)
    except StorageError as error:
        if opened.standing is None:
            raise
        return error  # rows before what was kept were asked for, and are not as they were
    finally:
        opened.journal.close()


def _clock(
    database: Path, ledger: Ledger, auto: Auto | None, system: SystemClock
) -> SystemClock | RehearsalClock:
    """The computer's clock, unless it is a rehearsal that has, or now gets, a time of its own."""
    if not ledger.conference.rehearsal or ledger.last is None:
        return system
    last = ledger.last.event.at
    if auto is None and not has_own_time(last):
        return system
    return clock_of_rehearsal(last, Heartbeat(database).read(), system)


def _run(
    desk: Desk,
    clock: OwnClock,
    opened: Opened,
    paths: Paths,
    findings: tuple[str, ...],
    feed: Path | None,
    auto: Auto | None,
) -> int | StorageError:
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    from plenary_tui.apps.opener import opener
    from plenary_tui.apps.podium import PodiumApp

    settings, complaints = load(paths.settings)
    own_time = clock if isinstance(clock, RehearsalClock) else None
    app = PodiumApp(
        desk,
        clock,
        opened.journal,
        Heartbeat(opened.journal.path, own_time.scale if own_time is not None else None),
        settings=settings,
        keep_settings=lambda changed: _keep(paths, changed),
        print_folder=settings.printed(paths),
        names=paths.names,
        report=log_internal,
        proving=Proving(desk, opened.journal.path, opened.standing),
        findings=(*findings, *complaints),
        feed=_feed(desk, opened.journal.path, feed, settings),
        link=_link(desk, opened.journal.path),
        room=auto.room(desk, own_time) if auto is not None and own_time is not None else None,
        open_file=opener(),
        write_record=partial(_write_record, opened.journal.path, settings.record_languages),
    )
    if (why := app.run()) is not None:
        return why
    app.keeping.end()
    return app.return_code or DONE


def _write_record(
    database: Path, languages: tuple[Language, ...], parent: Path
) -> tuple[Path, str]:
    """Write the record of the last meeting; what that needs is imported only then."""
    from plenary_tui.commands.record import put_in_folder

    return put_in_folder(database, parent, languages)


def _feed(desk: Desk, database: Path, folder: Path | None, settings: Settings) -> FeedBeside | None:
    """The feed that was asked for; a rehearsal has none unless the command line asks for it."""
    if folder is None and not desk.conference.rehearsal:
        folder = settings.feed_folder
    if folder is None:
        return None
    from plenary_tui.webcast.beside import FeedBeside

    return FeedBeside(database, folder, settings.script)


def _link(desk: Desk, database: Path) -> LinkBeside | None:
    """The link to a server, which may come while the podium is open; a rehearsal has none."""
    if desk.conference.rehearsal:
        return None
    from plenary_tui.stations.link_beside import LinkBeside

    return LinkBeside(database, SystemClock(), shown=True)


def _give_way(database: Path) -> tuple[str, ...]:
    """Set aside a journal that another podium's has passed by; what the officer is told of it."""
    link = read_link(database)
    if link is None or link.common is None:
        return ()
    from plenary_tui.stations.own_copy import give_way

    kept = give_way(database, link)
    if kept is None:
        return ()
    return (
        f"Another podium had taken charge of this conference. What was recorded here alone, from "
        f"record {link.common + 1} on, is not in the journal; it is kept whole in {kept}. "
        "The podium in charge notes what it was; it is listed here then too, to be done again by a "
        f"key, and by `plenary link`. To see all of it: plenary print --db {kept}",
    )


def run_lobby(paths: Paths) -> Beginning | None:
    """The lobby, until something is chosen; None if nothing is."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    from plenary_tui.apps.lobby import LobbyApp

    settings, _ = load(paths.settings)
    from plenary_tui.rehearsal.preparing import trouble_with

    gc.enable()
    app = LobbyApp(paths=paths, settings=settings, report=log_internal, trouble=trouble_with)
    return app.run()


def _opened(database: Path, clock: SystemClock) -> tuple[Opened, tuple[str, ...]]:
    """The journal, recovered if it was damaged, and what the officer must be told of it."""
    findings: list[str] = []
    try:
        opened = open_journal(database, migrate=True, kept=True)
    except Damaged as damage:
        from plenary_tui.storage.recovery import recover

        recovery = recover(database, clock.now().utc)
        opened = open_journal(database, migrate=True)
        findings.append(_recovered(damage, recovery))
    if opened.finding is not None and not findings:  # else it tells of the same
        findings.append(f"{opened.finding.why} {opened.finding.instead}")
    if opened.migrated_from is not None:
        findings.append(
            "The conference was made by an older version of this program and has been brought up "
            f"to date. It is kept as it was in {opened.migrated_from}."
        )
    return opened, tuple(findings)


def _recovered(damage: Damaged, recovery: Recovery) -> str:
    """What was recovered, in sentences."""
    last = f"{recovery.last.event.kind}, {recovery.last.event.at.utc:%Y-%m-%d %H:%M:%S} UTC"
    sentences = [
        damage.why,
        f"It was set aside whole as {recovery.set_aside}.",
        f"Records 1 to {recovery.kept} were recovered; the last is “{last}”.",
    ]
    if recovery.lost_from is not None:
        made = recovery.recorded
        upto = f" up to record {made}" if made is not None and made > recovery.lost_from else ""
        sentences.append(
            f"Record {recovery.lost_from} and what followed{upto} could not be recovered: look at "
            "the list and do again what is missing."
        )
    else:
        sentences.append("As far as can be told, no record was lost.")
    return " ".join(sentences)


def _remember(paths: Paths, database: Path) -> None:
    try:
        paths.remember(database)
    except OSError as error:
        complain(f"It will not be remembered as the last conference ({medium.why(error)}).")


def _keep(paths: Paths, settings: Settings) -> None:
    with suppress(SettingsError):  # the look of a screen is not worth an interruption
        save(paths.settings, settings)
