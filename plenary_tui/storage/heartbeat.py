"""A sign of life beside the database: when a crashed podium was last alive."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.procedure.timing import Instant
from plenary_tui.storage.layout import HEARTBEAT, OVERWRITE, beside

_LENGTH = 160


class Heartbeat:
    """One instant in one short line, overwritten in place once a second and never synced.

    A beat that cannot be written is left out: no podium stops for it.
    """

    def __init__(self, path: Path) -> None:
        """Stand beside the database at `path`."""
        self.path = beside(path, HEARTBEAT)

    def beat(self, instant: Instant) -> None:
        """Be alive at `instant`."""
        utc = instant.utc.astimezone(UTC).isoformat(timespec="microseconds")
        line = f"{utc} {float(instant.steady)!r} {instant.boot}"
        data = line.ljust(_LENGTH - 1).encode("utf-8", "replace") + b"\n"
        if len(data) != _LENGTH:
            return
        with suppress(OSError):
            descriptor = os.open(self.path, OVERWRITE, 0o644)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)

    def read(self) -> Instant | None:
        """The last beat; None if there is none or it cannot be read."""
        try:
            with self.path.open("rb") as file:
                data = file.read(_LENGTH + 1)
            if len(data) != _LENGTH or not data.endswith(b"\n"):
                return None
            utc, steady, boot = data.decode("utf-8").split(" ", 2)
            moment = datetime.fromisoformat(utc)
            return (
                Instant(moment.astimezone(UTC), float(steady), boot.rstrip())
                if moment.tzinfo
                else None
            )
        except (OSError, ValueError, OverflowError):
            return None

    def clear(self) -> None:
        """End in order: no beat is left."""
        with suppress(OSError):
            self.path.unlink()
