"""How a machine stands with the server, in lines; and whether both have the same journal."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.stations.joining import server_of
from plenary_tui.stations.outbox import Outbox, told_fields
from plenary_tui.stations.own_copy import OwnCopy, link_of
from plenary_tui.storage.chain import GENESIS, sound_rows
from plenary_tui.storage.link_file import Link
from plenary_tui.storage.server.errors_of_server import ServerError, Unreachable
from plenary_tui.storage.server.far_server import FarServer
from plenary_tui.storage.server.requested import Request
from plenary_tui.storage.server.told_by_server import Present

HERE_WITHIN = 4.0
"""Seconds since it was written that a station is there: every other question does that."""


def report(database: Path) -> list[str]:
    """How it stands; what the server cannot tell is said in its place. Raises `StorageError`."""
    with closing(OwnCopy(database)) as own, closing(server_of(own.link)) as server:
        link, here = own.link, own.head()
        lines = [
            f"{link.name} on {link.server}, as {link.station}.",
            "This machine is in charge." if link.epoch else "This machine follows.",
            f"Here {'is' if here.seq == 1 else 'are'} {counted(here.seq)}.",
        ]
        try:
            there = server.look(link.station, here.seq, link.epoch, None).standing
            lines.append(_difference(own, server, here.seq, there.head.seq))
            lines += _of_server(link, server, there.holder)
        except ServerError as error:
            lines.append(str(error))
        return lines


def _difference(own: OwnCopy, server: FarServer, here: int, there: int) -> str:
    common = min(here, there)
    if server.hash_at(common) != own.hash_at(common):
        return f"The server has {there}, and they are not the same: another went on."
    if there < here:
        return f"The server has {there}: {_missing(here - there)} not there yet."
    if there > here:
        return f"The server has {there}: {_missing(there - here)} not here yet."
    return "The server has the same."


def _of_server(link: Link, server: FarServer, holder: str | None) -> list[str]:
    charge = server.charge()
    lines = ["Nobody is in charge."]
    if holder is not None and charge is not None:
        since = f"{charge.since:%Y-%m-%d %H:%M:%S} UTC"
        lines = [f"In charge: {shown(holder)}, since {since}, from record {charge.at} on."]
        lines.append(f"  Reason: {shown(charge.reason)}")
    lines += [_present(one) for one in server.present()]
    if waiting := len(server.waiting()):
        lines.append(f"Requests that wait for an answer: {waiting}.")
    lines.append(
        "Notices come." if server.hears_notices() else "No notices come: each second it asks."
    )
    if mode := server.encryption():
        lines.append(f"The way to the server: {mode}.")
    return lines


def _missing(records: int) -> str:
    return f"{records} {'is' if records == 1 else 'are'}"


def counted(records: int) -> str:
    """So many records, in words."""
    return f"{records} {'record' if records == 1 else 'records'}"


def _present(one: Present) -> str:
    when = "there" if one.ago < HERE_WITHIN else f"last seen {one.ago:.0f} seconds ago"
    return f"Station {shown(one.station)} ({shown(one.login)}, {shown(one.program)}): {when}."


def waiting(database: Path) -> list[str]:
    """What was asked and has no answer yet: on the server, and here. Raises `ServerError`."""
    link, here = link_of(database), Outbox(database).waiting()
    lines, there = [], set()
    try:
        with closing(server_of(link)) as server:
            for one in server.waiting():
                there.add(one.id)
                lines.append(f"{shown(one.station)}, {say_seconds(one.waited)} ago: {_asked(one)}")
    except Unreachable as error:
        lines.append(str(error))
    return lines + [
        f"Here, not yet at the server: {_asked(one)}" for one in here if one.id not in there
    ]


def _asked(request: Request) -> str:
    return f"{request.act} {shown(told_fields(request))}".strip()


class Checked(Value):
    """What a check of the server's journal found: how many rows are sound, of how many."""

    sound: int
    rows: int
    same: bool


def check_server(database: Path) -> Checked:
    """Read the server's whole journal, check its chain, and compare. Raises `ServerError`."""
    with closing(OwnCopy(database)) as own, closing(server_of(own.link)) as server:
        previous, last, sound, same = GENESIS, 0, 0, True
        while rows := server.rows(last):
            kept = sound_rows(rows, previous)
            sound += kept
            last, previous = rows[-1][0], rows[-1][-1]
            same = same and own.hash_at(last) in (previous, "")
            if kept < len(rows):
                more = sum(1 for _ in rows[kept:])
                return Checked(sound, sound + more, same)
        return Checked(sound, sound, same)
