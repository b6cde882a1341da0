"""What a station asks of the one in charge: kept on its disk until it is answered."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from plenary_tui import medium
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.act_fields import act_fields
from plenary_tui.procedure.ground.acts_as_json import act_as_json, act_of_json
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.errors import plainly
from plenary_tui.storage.layout import ASKED, beside, content, write_durably
from plenary_tui.storage.server.requested import Request

SOON = 10.0
"""Seconds within which an act that means what was seen is done without asking the officer."""


def request_of(command: Command, station: str, seen: int, at: Instant) -> Request:
    """What is asked for."""
    text = act_as_json(command.as_asked())
    return Request(str(uuid.uuid4()), station, command.act, text, seen, at.utc.isoformat())


def command_of(request: Request) -> Command:
    """The act that is asked for. Raises `Refused` for what is none here."""
    try:
        return act_of_json(ACTS[request.act], request.command)
    except (KeyError, ValueError):
        raise Refused(
            "The podium does not know that act.", "Its program is older: have it updated."
        ) from None


def told_fields(request: Request) -> str:
    """The fields of what is asked that were given, as they are typed."""
    fields = msgspec.json.decode(request.command)
    command = ACTS.get(request.act)
    known = act_fields(command) if command is not None else ()
    unsaid = {one.attribute: msgspec.to_builtins(one.default) for one in known if not one.required}
    return ", ".join(
        name if value is True else f"{name} {value}"
        for name, value in fields.items()
        if value not in ("", None, False) and unsaid.get(name) != value
    )


def may_mean_another(request: Request, head: int) -> bool:
    """Whether a person is to say that it is still meant: others have acted, and it waited."""
    command = ACTS.get(request.act)
    changes = command is not None and command.means_what_was_seen
    return changes and request.seen != head and request.waited > SOON


class Outbox:
    """A folder beside the database, with a file for each request.

    Any program on the machine may put one there; whichever runs the link sends it, and sends it
    again until it is answered.
    """

    def __init__(self, database: Path) -> None:
        self._folder = beside(database, ASKED)

    def clear(self) -> None:
        """Ask nothing of what is kept: it was meant for another conference. Raises OSError."""
        for name in os.listdir(self._folder) if medium.is_folder(self._folder) else ():
            (self._folder / name).unlink(missing_ok=True)

    def put(self, request: Request) -> None:
        """Keep a request, durable on return, as the latest; a clock may have been set back.

        Raises `StorageError`.
        """
        latest = max((one.asked for one in self.waiting()), default="")
        if request.asked <= latest:
            after = datetime.fromisoformat(latest) + timedelta(microseconds=1)
            request = replace(request, asked=after.isoformat())
        with plainly(self._folder):
            medium.make_folder(self._folder, 0o700)
            write_durably(self._folder / request.id, msgspec.json.encode(request))

    def waiting(self) -> list[Request]:
        """Those without an answer, the oldest first."""
        try:
            names = [one for one in os.listdir(self._folder) if "." not in one]
        except OSError:
            return []
        found = []
        for name in names:
            with suppress(OSError, ValueError):
                data = content(self._folder / name)
                found.append(msgspec.json.decode(data, type=Request))
        return sorted(found, key=lambda one: one.asked)

    def settle(self, request: str) -> None:
        """Keep a request no longer: it is answered. Raises `StorageError`."""
        with plainly(self._folder):
            (self._folder / request).unlink(missing_ok=True)
