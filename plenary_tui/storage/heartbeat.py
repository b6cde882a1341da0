"""A sign of life beside the database: when a crashed podium was last alive, by which time."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.clock import TimeScale
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage.layout import HEARTBEAT, OVERWRITE, PRIVATE, beside, content

_LENGTH = 160


class Heartbeat:
    """One instant in one short line, overwritten in place once a second and never synced.

    In a rehearsal that has a time of its own, a second line tells how that goes. A beat that
    cannot be written is left out: no podium stops for it.
    """

    def __init__(self, path: Path, scale: Callable[[], TimeScale] | None = None) -> None:
        """Stand beside the database at `path`; `scale` tells how a rehearsal's time goes."""
        self.path = beside(path, HEARTBEAT)
        self._scale = scale

    def beat(self, instant: Instant) -> None:
        """Be alive at `instant`."""
        lines = [_line_of(instant)]
        if self._scale is not None:
            scale = self._scale()
            lines[0] = _line_of(scale.instant)
            lines.append(f"{scale.awake!r} {scale.speed!r} {scale.until!r} {scale.boot}")
        data = b"".join(
            line.ljust(_LENGTH - 1).encode("utf-8", "replace") + b"\n" for line in lines
        )
        if len(data) != _LENGTH * len(lines):
            return
        with suppress(OSError):
            descriptor = os.open(self.path, OVERWRITE, PRIVATE)
            try:
                os.write(descriptor, data)
                os.ftruncate(descriptor, len(data))
            finally:
                os.close(descriptor)

    def read(self) -> Instant | None:
        """The last beat; None if there is none or it cannot be read."""
        return self._read()[0]

    def read_scale(self) -> TimeScale | None:
        """How a rehearsal's time went at the last beat; None if it has none of its own."""
        return self._read()[1]

    def _read(self) -> tuple[Instant | None, TimeScale | None]:
        try:
            data = content(self.path, 2 * _LENGTH + 1)
            if len(data) not in (_LENGTH, 2 * _LENGTH) or not data.endswith(b"\n"):
                return None, None
            utc, steady, boot = data[:_LENGTH].decode("utf-8").split(" ", 2)
            moment = datetime.fromisoformat(utc)
            if moment.tzinfo is None:
                return None, None
            instant = Instant(moment.astimezone(UTC), float(steady), boot.rstrip())
            if len(data) == _LENGTH:
                return instant, None
            awake, speed, until, machine = data[_LENGTH:].decode("utf-8").split(" ", 3)
            return instant, TimeScale(
                instant, float(awake), machine.rstrip(), float(speed), float(until)
            )
        except (OSError, ValueError, OverflowError):
            return None, None

    def clear(self) -> None:
        """End in order: no beat is left."""
        with suppress(OSError):
            self.path.unlink()


def _line_of(instant: Instant) -> str:
    utc = instant.utc.astimezone(UTC).isoformat(timespec="microseconds")
    return f"{utc} {float(instant.steady)!r} {instant.boot}"
