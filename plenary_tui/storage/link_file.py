"""What a station keeps of its link to a server, beside the database: and whether it may record.

No password is ever in it. A database that has none is a conference of one machine.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from plenary_tui import medium
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.errors import StorageError, from_system, named
from plenary_tui.storage.layout import LINK, beside, content, write_durably
from plenary_tui.storage.locks import WriterLock


class NotInChargeHere(StorageError):
    """Another machine records this conference."""


class LinkChanged(StorageError):
    """Another program has changed the link meanwhile: what was decided by it is decided anew."""

    def __init__(self) -> None:
        super().__init__(
            "Another program has just changed how this conference is linked.", "Do it again."
        )


class Link(Value):
    """A station and the conference on a server that it is one of.

    Attributes:
        server: its address, without secrets.
        conference: its number there.
        name: its name there.
        root: the hash of its first record.
        station: as which this machine is known there.
        epoch: of the charge in which this machine records; 0 if it is not in charge.
        secret: proves that charge.
        pending: will prove the charge that is being taken; "" if none is.
        common: with how many of its first rows this journal goes on once it is closed, for the
            server's went another way; None if it need not give way.
        may_ask: the acts that this login may ask for, as the server said last; None for all.
    """

    server: str
    conference: int
    name: str
    root: str
    station: str
    epoch: int = 0
    secret: str = ""
    pending: str = ""
    common: int | None = None
    may_ask: tuple[str, ...] | None = None


def read_link(database: Path) -> Link | None:
    """The link of the database at that path; None if it has none. Raises `StorageError`."""
    path = beside(database, LINK)
    try:
        return msgspec.json.decode(content(path), type=Link)
    except FileNotFoundError:
        if os.path.lexists(path):  # a link or a pipe, which is never read
            raise _damaged(path) from None
        return None
    except OSError as error:
        raise from_system(error, path) from error
    except ValueError:
        raise _damaged(path) from None


def _damaged(path: Path) -> StorageError:
    return StorageError(
        f"{named(path)} is damaged, and tells no longer who is in charge.",
        "Move it elsewhere if this machine is, and link it anew with `plenary share`.",
    )


def write_link(database: Path, link: Link) -> None:
    """Keep a link, durable on return; what is written last stays. Raises `StorageError`.

    A podium and a command may write at once, each under a name of its own until it is whole.
    """
    path, data = beside(database, LINK), msgspec.json.format(msgspec.json.encode(link)) + b"\n"
    try:
        write_durably(path, data, medium.of_this_thread())
    except OSError as error:
        raise from_system(error, path) from error


def change_link(database: Path, before: Link | None, after: Link | None) -> None:
    """Keep a link in place of the one that it was made of; None for no link.

    No act is recorded meanwhile: whoever records knows whether it may. Raises `LinkChanged` where
    another program was quicker, and `StorageError`.
    """
    with WriterLock(database):
        if read_link(database) != before:
            raise LinkChanged
        if after is not None:
            write_link(database, after)
            return
        try:
            forget_link(database)
        except OSError as error:
            raise from_system(error, beside(database, LINK)) from error


def forget_link(database: Path) -> None:
    """The database is a conference of one machine from now on. Raises OSError."""
    with suppress(FileNotFoundError):
        beside(database, LINK).unlink()


class ChargeHere:
    """Whether this machine may record in a database; a look at the file's times mostly tells."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = os.fspath(beside(database, LINK))
        self._state: tuple[int, int, int] | None = None
        self._refusal: NotInChargeHere | None = None

    def require(self) -> None:
        """Raise `NotInChargeHere` where another machine is in charge; or `StorageError`."""
        try:
            status = os.lstat(self._path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise from_system(error, Path(self._path)) from error
        state = status.st_ino, status.st_size, status.st_mtime_ns
        if state != self._state:
            link = read_link(self._database)
            self._refusal = _refusal(link) if link is not None and not link.epoch else None
            self._state = state
        if self._refusal is not None:
            raise self._refusal


def _refusal(link: Link) -> NotInChargeHere:
    if link.common is not None:
        return NotInChargeHere(
            "Another podium has taken charge of this conference; nothing is recorded here.",
            "Close this one, and open it again to follow that.",
        )
    return NotInChargeHere(
        "This machine only follows the conference; nothing was recorded.",
        "Who is in charge, `plenary link` tells; `plenary charge --take REASON` takes charge.",
    )
