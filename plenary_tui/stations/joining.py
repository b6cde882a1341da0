"""A conference comes to a server, or from it to this machine; and is of one machine again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from plenary_tui import medium
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.stations.agreeing import Agreement
from plenary_tui.stations.outbox import Outbox
from plenary_tui.stations.own_copy import OwnCopy, link_of
from plenary_tui.storage.chain import GENESIS, Row, sound_rows
from plenary_tui.storage.copying import refuse_to_overwrite
from plenary_tui.storage.errors import AlreadyThere, StorageError, plainly
from plenary_tui.storage.link_file import (
    Link,
    LinkChanged,
    change_link,
    forget_link,
    read_link,
    write_link,
)
from plenary_tui.storage.open_journal import create_of
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.server.address import Address
from plenary_tui.storage.server.errors_of_server import Moved, NotInCharge, ServerError
from plenary_tui.storage.server.far_server import FarServer
from plenary_tui.storage.server.told_by_server import BATCH, Found

T = TypeVar("T")
TRIES = 5
"""How often a command decides anew before it says that another program was quicker."""


class Shared(Value):
    """A conference that is on a server now: under which name, and with how many records."""

    name: str
    records: int


def share(database: Path, address: Address, name: str, station: str) -> Shared:
    """Bring the conference of a database to a server, and be in charge of it there.

    A podium may have it open meanwhile. Raises `ServerError` and `StorageError`; it is not linked
    then, or can be shared again.
    """
    if (link := read_link(database)) is not None:
        raise AlreadyThere(
            f"This conference is on a server already, as {link.name}.",
            "`plenary link` tells where; `plenary link --end` makes it one of this machine only.",
        )
    with closing(Reader(database)) as reader:
        root = reader.last(1).hash
    server = FarServer(address)
    try:
        server.conference = server.share(name, root)
        (name,) = (one.name for one in server.conferences() if one.id == server.conference)
        secret = secrets.token_urlsafe(24)
        epoch = _first_charge(server, station, secret)
        with plainly(database):
            Outbox(database).clear()
        link = Link(address.text, server.conference, name, root, station, epoch, secret)
        change_link(database, None, link)
        with closing(OwnCopy(database)) as own:
            agreement = Agreement(station, own, server)
            agreement.agree()
            return Shared(name, own.head().seq)
    finally:
        server.close()


def _first_charge(server: FarServer, station: str, secret: str) -> int:
    try:
        return server.take_charge(station, "", secret, forced=False, above=0, why="shared")
    except NotInCharge:
        if server.standing().holder != station:
            raise
        why = "shared again"  # an earlier call came to no end
        return server.take_charge(station, "", secret, forced=True, above=0, why=why)


def join(address: Address, database: Path, station: str) -> Shared:
    """Fetch a conference from a server, and follow it from then on.

    Raises `ServerError` and `StorageError`; nothing bears the name then.
    """
    refuse_to_overwrite(database)
    server = FarServer(address)
    try:
        found = _meant(server.conferences(), address.conference)
        server.conference = found.id
        server.look(station, 0, 0, None)  # that the name is this login's, before anything is made
        rows: list[Row] = []
        while more := server.rows(rows[-1][0] if rows else 0):
            rows += more
        if not rows or sound_rows(rows, GENESIS) < len(rows) or rows[0][-1] != found.root:
            raise ServerError(
                f"What the server has of {found.name} is not whole.",
                "Check it with `plenary check --server` at its podium.",
            )
    finally:
        server.close()
    with plainly(database):
        Outbox(database).clear()
    write_link(database, Link(address.text, found.id, found.name, found.root, station))
    try:
        create_of(database, rows)
    except StorageError:
        if not medium.is_there(database):
            forget_link(database)
        raise
    return Shared(found.name, len(rows))


def _meant(found: list[Found], name: str) -> Found:
    """The conference of that name, or the only one. Raises `ServerError`."""
    names = ", ".join(one.name for one in found)
    if not found:
        raise ServerError(
            "This login sees no conference on the server.",
            "Its owner lets it: plenary server grant SERVER LOGIN FUNCTION --conference NAME.",
        )
    if name:
        if (one := next((one for one in found if one.name == name), None)) is not None:
            return one
        raise ServerError(f"This login sees no conference “{name}”.", f"It sees: {names}.")
    if len(found) > 1:
        raise ServerError(
            f"This login sees several conferences: {names}.", "Add #NAME to the server."
        )
    return found[0]


def end(database: Path) -> str:
    """Make it a conference of this machine only; where it was. Raises `ServerError`.

    Who is in charge sends the rest before, and gives the charge back.
    """
    return _decided_anew(lambda: _end(database))


def _end(database: Path) -> str:
    if link_of(database).epoch:
        _give_back(database)
    link = link_of(database)
    if link.epoch:
        raise LinkChanged  # it came to be in charge again meanwhile
    change_link(database, link, None)
    return link.name


def end_beside_podium(database: Path) -> str:
    """The same while the podium here, which is in charge, goes on recording; where it was.

    Raises `NotInCharge` where it follows: what it has asked for is another's to record.
    """
    return _decided_anew(lambda: _end_beside_podium(database))


def _end_beside_podium(database: Path) -> str:
    link = link_of(database)
    if not link.epoch:
        raise NotInCharge("The podium that is open here follows another.", "Close it first.")
    with closing(server_of(link)) as server, closing(Reader(database)) as reader:
        server.connect()
        change_link(database, link, None)  # first: whoever runs it would take the charge again
        try:
            while rows := reader.some_rows(server.standing().head.seq, BATCH):
                with suppress(Moved):  # what was on its way has come
                    server.put(rows, link.epoch, {})
            server.give_back(link.secret)
        except ServerError:
            change_link(database, None, link)
            raise
    return link.name


class Holder(Value):
    """Another station in charge.

    Attributes:
        silent: for how many seconds its podium has given no sign of life; None if it never did.
    """

    station: str
    silent: float | None


def holder(database: Path) -> Holder | None:
    """Who else is in charge, and how it is there; None if nobody else is. Raises `ServerError`."""
    with closing(OwnCopy(database)) as own, closing(server_of(own.link)) as server:
        look = server.look(own.link.station, own.head().seq, own.epoch, None)
        if not look.standing.holder or own.epoch == look.standing.epoch:
            return None
        heard = look.server - look.beat.received if look.beat is not None else None
        return Holder(look.standing.holder, heard)


def take_charge(database: Path, why: str) -> int:
    """Take charge, by force where another has it; up to which record it goes on then."""
    return _decided_anew(lambda: _take_charge(database, why))


def _take_charge(database: Path, why: str) -> int:
    with closing(OwnCopy(database)) as own, closing(server_of(own.link)) as server:
        agreement = Agreement(own.link.station, own, server)
        agreement.take_charge(why, forced=True)
        return own.head().seq


def give_back(database: Path) -> None:
    """Send the rest, and give the charge back. Raises `ServerError`."""
    if not _decided_anew(lambda: _give_back(database)):
        raise NotInCharge(
            "This machine is not in charge; nothing was given back.",
            "Who is, `plenary link` tells: it is given back there.",
        )


def _give_back(database: Path) -> bool:
    """Whether this machine had it, and gave it."""
    with closing(OwnCopy(database)) as own, closing(server_of(own.link)) as server:
        return bool(own.epoch) and Agreement(own.link.station, own, server).give_back()


def _decided_anew(does: Callable[[], T]) -> T:
    """Do it, anew where a program that runs the link has changed it meanwhile."""
    for _ in range(TRIES):
        with suppress(LinkChanged):
            return does()
    return does()


def server_of(link: Link) -> FarServer:
    """The server of a link, not yet connected. Raises `ServerError`."""
    from plenary_tui.storage.server.address import read_address

    return FarServer(read_address(link.server), link.conference)
