"""Making a conference from a pack, and setting up a rehearsal so that the first call is one key."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from plenary_tui import medium
from plenary_tui.clock import Clock
from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.pack import PackError, load_pack
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.meetings.agenda import OpenFloor, TakeUpItem
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.meetings.opening import OpenMeeting
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.vocabulary import ItemKind
from plenary_tui.rehearsal.held import hold_before
from plenary_tui.storage import layout
from plenary_tui.storage.errors import Damaged, StorageError, WrittenByOlder, named, plainly
from plenary_tui.storage.kept_state import forget_state
from plenary_tui.storage.locks import PodiumLock, WriterLock
from plenary_tui.storage.open_journal import create, examine, open_journal

SAMPLE = "cop12"
"""The pack of a rehearsal."""


class NotARehearsal(StorageError):
    """The database holds a conference in earnest, which no rehearsal touches."""


def prepare_rehearsal(
    path: Path,
    clock: Clock,
    station: str,
    *,
    fresh: bool = False,
    meeting: int | None = None,
    pack: str | None = None,
) -> bool:
    """See to it that there is a rehearsal at `path`, its meeting just opened; whether it is new.

    One that is there already is resumed, unless it is to be a fresh one, or it is said of which
    meeting or pack it is to be.

    Args:
        fresh: begin anew; what is there must be a rehearsal that no podium holds.
        meeting: the number of the meeting that has just opened, those before it having been held;
            None for the first.
        pack: the name or the path of its pack; None for the sample.

    Raises:
        NotARehearsal: if there is a conference in earnest.
        PackError: if the pack cannot be read, or has no such meeting.
        StorageError: if it cannot be made, or a podium holds it.
    """
    there = medium.is_there(path)
    if there and not fresh:
        asked = ("--meeting", meeting), ("--pack", pack)
        for option in (option for option, given in asked if given is not None):
            raise StorageError(
                f"There is a rehearsal already, in {named(path)}.",
                f"Resume it without {option}, or begin anew with --fresh.",
            )
        return False
    pack = SAMPLE if pack is None else pack
    _make_rehearsal(path, clock, station, number=meeting or 1, pack=pack, in_place=there)
    return True


def _make_rehearsal(
    path: Path, clock: Clock, station: str, *, number: int, pack: str, in_place: bool
) -> None:
    """Make a rehearsal, `in_place` of the one that is there, and open its meeting."""
    at = clock.now()
    starting = at.utc.replace(second=0, microsecond=0)
    convened = load_pack(pack).convene(at, starting=starting, rehearsal=True, meeting=number)
    held = hold_before(convened, number)
    if held:
        convened = replace(convened, at=held[0].at)
    # One act with what was held before, so that nobody undoes their way into yesterday.
    begun = (convened, *held)
    if in_place:
        with PodiumLock(path, station):
            _delete_rehearsal(path)
            create(path, begun, station)
    else:
        create(path, begun, station)
    opened = open_journal(path)
    try:
        _begin(Desk(opened.journal, clock, station, opened.records), number)
    finally:
        opened.journal.close()


def _begin(desk: Desk, number: int) -> None:
    """Open the meeting and take up its item; for a general discussion open the floor as well."""
    # What the rules refuse here is left to the officer, who sees why on doing it.
    with suppress(Refused):
        desk.dispatch(OpenMeeting(number=number))
        item = _first_item(desk.conference, number)
        if item is None:
            return
        desk.dispatch(TakeUpItem(item=item))
        current = desk.conference.current_item
        if current is not None and current.kind is ItemKind.GENERAL_DISCUSSION:
            desk.dispatch(OpenFloor())


def _first_item(conference: Conference, number: int) -> str | None:
    """The item with which a rehearsal of that meeting begins; None if it has none."""
    planned = conference.planned(number)
    if planned is None:
        return None
    if planned.rehearse_item is not None:
        return planned.rehearse_item
    waited_for = (
        item for item in planned.items if conference.list_of(item, conference.body).waiting
    )
    return next(waited_for, planned.items[0] if planned.items else None)


def _delete_rehearsal(path: Path) -> None:
    """Delete a rehearsal, whose podium lock is held; nothing else. Raises `StorageError`."""
    try:
        opened = open_journal(path)
    except Damaged as error:
        raise Damaged(
            f"{error.why} Whether it is a rehearsal is therefore not certain.",
            "Open it with `plenary rehearse`, which recovers it, and then begin anew.",
            kept=error.kept,
        ) from None
    opened.journal.close()
    first = opened.records[0].event
    if not isinstance(first, ConferenceConvened) or not first.rehearsal:
        raise not_a_rehearsal(path)
    # The database last: as long as it is there, what is left is known for a rehearsal's.
    own = (
        layout.HEAD,
        layout.FIRST_ACT,
        layout.HEARTBEAT,
        layout.UNFINISHED,
        layout.WAL,
        layout.SHM,
        "",
    )
    with WriterLock(path), plainly(path):
        forget_state(path)
        for ending in own:
            layout.beside(path, ending).unlink(missing_ok=True)


def not_a_rehearsal(path: Path) -> NotARehearsal:
    """What is said where a rehearsal was expected and a conference in earnest is."""
    return NotARehearsal(
        f"{named(path)} is a conference in earnest, not a rehearsal; it was left as it is.",
        "Open it with `plenary podium`, or rehearse in another database.",
    )


class Rehearse(Value):
    """Chosen in the lobby: the rehearsal, resumed if there is one."""


class MakeNew(Value):
    """Chosen in the lobby: a new conference from the pack of that name or path.

    Attributes:
        asked_for: whether the pack was made of answers, which are kept until the conference stands.
    """

    pack: str
    asked_for: bool = False


class OpenOne(Value):
    """Chosen in the lobby: the conference in that database."""

    path: Path


Beginning = Rehearse | MakeNew | OpenOne
"""What may be chosen in the lobby."""


def trouble_with(begun: Beginning) -> tuple[str, ...]:
    """What stands against a way to begin, in lines; () if nothing does. Changes nothing."""
    match begun:
        case MakeNew(pack=pack):
            try:
                load_pack(pack)
            except PackError as error:
                return error.lines
        case OpenOne(path=path):
            problem = examine(path).problem
            # What is damaged the podium recovers, and what is older it brings up to date.
            if problem is not None and not isinstance(problem, Damaged | WrittenByOlder):
                return (str(problem),)
        case Rehearse():
            pass
    return ()
