"""The events beside the meetings of a pack: tables of conference.toml, or rows of a CSV file."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime
from pathlib import Path

from plenary_tui.exchange.agenda import sound
from plenary_tui.exchange.files import is_inside
from plenary_tui.exchange.localtime import Calendar
from plenary_tui.exchange.models import SideEventRow, SideEventTable
from plenary_tui.exchange.problems import Problem, Spot, quoted
from plenary_tui.exchange.programme import check_order
from plenary_tui.exchange.tables import read_table
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.programme.rooms import BOTH_MODES
from plenary_tui.procedure.state.conference import SideEvent
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import EventKind, Mode

Planned = SideEventTable | SideEventRow


def read_side_events(
    folder: Path, top: Table, calendar: Calendar, problems: list[Problem]
) -> tuple[SideEvent, ...]:
    """The events of conference.toml, then those of the file that `[files]` names (rule 35).

    No room is booked twice for the same time.
    """
    events: list[tuple[Spot, Planned]] = []
    for table, event in sound(top.tables("side_event", problems), SideEventTable, problems):
        _check_event(table, table.values, event, problems)
        _check_modes(table, event, problems)
        events.append((table, event))
    for name in _file(top, problems):
        for read in read_table(folder, name, SideEventRow, problems).rows:
            if read.model is not None:
                _check_event(read.row, read.row.cells, read.model, problems)
                if read.model.mode is Mode.HYBRID and read.model.kind not in BOTH_MODES:
                    what = f"a {read.model.kind} has one mode"
                    problems.append(read.row.problem("mode", what, "in person or online"))
                events.append((read.row, read.model))
    _check_rooms(events, problems)
    return tuple(_event(spot, event, calendar) for spot, event in events)


def _file(top: Table, problems: list[Problem]) -> tuple[str, ...]:
    """The file of events that `[files]` names, if it does; its other faults are told elsewhere."""
    table = top.table("files", [])
    names = table.texts("side_events")[:1] if table is not None else ()
    for name in names:
        if not is_inside(name) and table is not None:
            what = f"{quoted(name)} leads out of the pack"
            problems.append(table.problem("side_events", what, "a file in it"))
            return ()
    return names


def _event(spot: Spot, event: Planned, calendar: Calendar) -> SideEvent:
    return SideEvent(
        title=event.title,
        kind=str(event.kind),
        starts=calendar.utc_or_none(spot, "starts", event.starts),
        ends=calendar.utc_or_none(spot, "ends", event.ends),
        room=event.room,
        modes=_modes(event),
        organizers=event.organizers,
    )


def _modes(event: Planned) -> tuple[str, ...]:
    match event:
        case SideEventTable(mode=None):
            return event.modes
        case SideEventTable():
            return (str(event.mode),)
        case SideEventRow():
            return event.mode.parts if event.mode is not None else ()


def _check_event(
    spot: Spot, given: Container[str], event: Planned, problems: list[Problem]
) -> None:
    """Report times that do not go together, and what a side event lacks (rule 35)."""
    check_order(spot, ("starts", event.starts), ("ends", event.ends), problems)
    if event.ends is not None and event.starts is None:
        problems.append(spot.problem("starts", "is missing, though it ends", "when it starts"))
    if event.kind != EventKind.SIDE_EVENT:
        return
    for key in ("starts", "ends", "mode"):
        if key not in given and not (key == "starts" and event.ends is not None):
            what = "is missing; a side event has a start, an end and one mode"
            problems.append(spot.problem(key, what))


def _check_modes(table: Table, event: SideEventTable, problems: list[Problem]) -> None:
    if "modes" not in table.values:
        return
    if event.kind not in BOTH_MODES:
        what = f"a {event.kind} has one mode"
        problems.append(table.problem("modes", what, "mode = “in person” or “online”"))
    elif event.mode is not None:
        problems.append(table.problem("modes", "stands beside mode", "either of the two"))
    elif len(set(event.modes)) != len(event.modes):
        problems.append(table.problem("modes", "names a mode twice", "each once"))


def _check_rooms(events: list[tuple[Spot, Planned]], problems: list[Problem]) -> None:
    booked: dict[str, list[tuple[datetime, datetime, str]]] = {}
    for spot, event in events:
        if not event.room or event.starts is None or event.ends is None:
            continue
        others = booked.setdefault(folded(event.room), [])
        for starts, ends, title in others:
            if event.starts < ends and starts < event.ends:
                what = f"{event.room} is taken then by {quoted(title)}"
                problems.append(spot.problem("room", what, "another room or time"))
        others.append((event.starts, event.ends, event.title))
